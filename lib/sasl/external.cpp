// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/external.h"

#include "base/jid.h"
#include "sasl/words.h"

using namespace Qt::StringLiterals;

namespace sasl
{

External::External(QString authzid) : m_authzid(std::move(authzid))
{
}

QString External::name() const
{
    return u"EXTERNAL"_s;
}

Step External::start()
{
    return Respond{m_authzid.toUtf8()};
}

Step External::respond(const QByteArray &challenge)
{
    // A server that ignored the initial response asks for it with an empty challenge, once.
    if (!challenge.isEmpty() || m_asked)
        return Failed{Error::protocol(Words::tr("The server asked for more than this way of signing in has."))};
    m_asked = true;
    return Respond{m_authzid.toUtf8()};
}

Result<void> External::finish(const QByteArray &)
{
    return {};
}

QString External::authzidFor(const QString &address, const QStringList &certificateAddresses)
{
    const bool exactlyOurs = certificateAddresses.size() == 1 && Jid::parse(certificateAddresses.first()) == Jid::parse(address);
    return exactlyOurs ? QString() : address;
}

} // namespace sasl
