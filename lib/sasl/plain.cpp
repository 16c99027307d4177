// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/plain.h"

#include "sasl/words.h"

using namespace Qt::StringLiterals;

namespace sasl
{

Plain::Plain(QString username, Secret password, QString authzid) :
    m_username(std::move(username)), m_password(std::move(password)), m_authzid(std::move(authzid))
{
}

QString Plain::name() const
{
    return u"PLAIN"_s;
}

Step Plain::start()
{
    if (m_username.isEmpty() || m_password.isEmpty())
        return Failed{Error::invalid(Words::tr("A name and a password are needed to sign in."))};
    if (m_username.contains(QChar(u'\0')) || m_authzid.contains(QChar(u'\0')) || m_password.reveal().contains('\0'))
        return Failed{Error::invalid(Words::tr("The name or the password has a character in it that cannot be sent."))};
    return Respond{m_authzid.toUtf8() + '\0' + m_username.toUtf8() + '\0' + m_password.reveal()};
}

Step Plain::respond(const QByteArray &)
{
    return Failed{Error::protocol(Words::tr("The server asked for more than this way of signing in has."))};
}

Result<void> Plain::finish(const QByteArray &)
{
    return {};
}

} // namespace sasl
