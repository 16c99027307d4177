// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/hashedtoken.h"

#include "crypto/hash.h"
#include "sasl/words.h"

using namespace Qt::StringLiterals;

namespace sasl
{

HashedToken::HashedToken(QString username, Token token, QByteArray bindingData) :
    m_username(std::move(username)), m_token(std::move(token)), m_bindingData(std::move(bindingData))
{
}

QString HashedToken::name() const
{
    return m_token.mechanism;
}

Step HashedToken::start()
{
    if (m_username.isEmpty() || m_token.secret.isEmpty() || m_username.contains(QChar(u'\0')))
        return Failed{Error::invalid(Words::tr("There is nothing to sign in with."))};
    const QByteArray proof = crypto::hmac(crypto::Hash::Sha256, m_token.secret.reveal(), "Initiator" + m_bindingData);
    return Respond{m_username.toUtf8() + '\0' + proof};
}

Step HashedToken::respond(const QByteArray &)
{
    return Failed{Error::protocol(Words::tr("The server asked for more than this way of signing in has."))};
}

Result<void> HashedToken::finish(const QByteArray &additionalData)
{
    const Secret expected(crypto::hmac(crypto::Hash::Sha256, m_token.secret.reveal(), "Responder" + m_bindingData));
    if (equalInConstantTime(expected.reveal(), additionalData))
        return {};
    return fail(ErrorKind::Auth, Words::tr("The server could not prove that it is the one you signed in to before."), u"server-not-proven"_s);
}

std::optional<QString> HashedToken::toRequest(const Offer &offer, const Channel &channel)
{
    if (channel.protection != Channel::Protection::Tls)
        return std::nullopt;
    if (!channel.serverEndPoint.isEmpty() && offer.fast.contains(EndPoint))
        return EndPoint.toString();
    return offer.fast.contains(None) ? std::optional(None.toString()) : std::nullopt;
}

} // namespace sasl
