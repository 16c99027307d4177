// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/digestmd5.h"

#include "crypto/random.h"
#include "sasl/digestdirectives.h"
#include "sasl/password.h"
#include "sasl/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

using sasl::DigestDirectives;
using sasl::Words;

constexpr qsizetype NonceBytes = 18;

Error malformed()
{
    return Error{ErrorKind::Protocol, u"malformed-challenge"_s, Words::tr("The server's side of the sign-in makes no sense.")};
}

QByteArray md5(QByteArrayView data)
{
    return crypto::hash(crypto::Hash::Md5, data);
}

//! A name or password as it is hashed: ISO 8859-1 where that is possible, so that servers may share HTTP's passwords (RFC 2831 2.1.2.1).
QByteArray hashable(const QString &text)
{
    const bool latin1 = std::ranges::all_of(text, [](QChar c) { return c.unicode() <= 0xff; });
    return latin1 ? text.toLatin1() : text.toUtf8();
}

//! The realm to answer with: the one that is our domain, else the first; nothing if the server named none.
std::optional<QByteArray> chooseRealm(const QList<QByteArray> &realms, const QString &domain)
{
    if (realms.isEmpty())
        return std::nullopt;
    return realms.contains(domain.toUtf8()) ? domain.toUtf8() : realms.first();
}

bool offersAuth(const DigestDirectives &challenge)
{
    const QList<QByteArray> options = challenge.all("qop");
    if (options.isEmpty())
        return true; // "auth" is the default
    const QList<QByteArray> values = options.first().toLower().split(',');
    return options.size() == 1 && std::ranges::any_of(values, [](const QByteArray &value) { return value.trimmed() == "auth"; });
}

//! What both sides hash with their own `a2` (RFC 2831 2.1.2.1).
QByteArray digest(const QByteArray &a1, const QByteArray &nonces, const QByteArray &a2)
{
    return md5(md5(a1).toHex() + ':' + nonces + ':' + md5(a2).toHex()).toHex();
}

} // namespace

namespace sasl
{

DigestMd5::DigestMd5(Parameters parameters) : m_parameters(std::move(parameters))
{
    if (m_parameters.nonce.isEmpty())
        m_parameters.nonce = crypto::randomBytes(NonceBytes).toBase64();
}

QString DigestMd5::name() const
{
    return u"DIGEST-MD5"_s;
}

Step DigestMd5::broken(Error error)
{
    m_state = State::Broken;
    return Failed{std::move(error)};
}

Step DigestMd5::start()
{
    if (m_state != State::Idle)
        return broken(Error::protocol(Words::tr("The sign-in went out of order.")));
    if (m_parameters.username.isEmpty() || m_parameters.password.isEmpty())
        return broken(Error::invalid(Words::tr("A name and a password are needed to sign in.")));
    m_state = State::Started;
    return Respond{};
}

Step DigestMd5::respond(const QByteArray &challenge)
{
    if (m_state == State::Started)
        return answer(challenge);
    if (m_state == State::Answered) {
        const auto checked = checkResponse(challenge);
        return checked ? Step(Respond{QByteArray()}) : broken(checked.error());
    }
    return broken(Error::protocol(Words::tr("The sign-in went out of order.")));
}

Step DigestMd5::answer(const QByteArray &challenge)
{
    const auto directives = DigestDirectives::parse(challenge);
    const auto nonce = directives ? directives->only("nonce") : std::nullopt;
    const bool algorithm = directives && directives->only("algorithm") == QByteArray("md5-sess");
    if (!nonce || nonce->isEmpty() || !algorithm)
        return broken(malformed());
    if (!offersAuth(*directives))
        return broken(Error{ErrorKind::Unsupported, u"qop"_s, Words::tr("The server wants a kind of DIGEST-MD5 that Palique does not know.")});

    const bool utf8 = directives->only("charset") == QByteArray("utf-8");
    const auto realm = chooseRealm(directives->all("realm"), m_parameters.domain);
    const QString username = m_parameters.username;
    const Secret password = preparePassword(m_parameters.password);
    const QString realmText = QString::fromUtf8(realm.value_or(QByteArray()));
    const QByteArray uri = m_parameters.service + '/' + m_parameters.domain.toUtf8();
    const QByteArray authzid = m_parameters.authzid.toUtf8();

    const Secret shared(md5(hashable(username) + ':' + hashable(realmText) + ':' + hashable(password.revealText())));
    const Secret a1(shared.reveal() + ':' + *nonce + ':' + m_parameters.nonce + (authzid.isEmpty() ? QByteArray() : ':' + authzid));
    const QByteArray nonces = *nonce + ":00000001:" + m_parameters.nonce + ":auth";
    m_expected = Secret(digest(a1.reveal(), nonces, ':' + uri));

    QByteArrayList response;
    if (utf8)
        response << "charset=utf-8";
    response << "username=" + DigestDirectives::quoted(utf8 ? username.toUtf8() : username.toLatin1());
    if (realm)
        response << "realm=" + DigestDirectives::quoted(*realm);
    response << "nonce=" + DigestDirectives::quoted(*nonce) << "nc=00000001" << "cnonce=" + DigestDirectives::quoted(m_parameters.nonce)
             << "digest-uri=" + DigestDirectives::quoted(uri) << "response=" + digest(a1.reveal(), nonces, "AUTHENTICATE:" + uri) << "qop=auth";
    if (!authzid.isEmpty())
        response << "authzid=" + DigestDirectives::quoted(authzid);
    m_parameters.password = {};
    m_state = State::Answered;
    return Respond{response.join(',')};
}

Result<void> DigestMd5::checkResponse(const QByteArray &message)
{
    const auto directives = DigestDirectives::parse(message);
    const auto given = directives ? directives->only("rspauth") : std::nullopt;
    if (!given)
        return fail(malformed());
    if (!equalInConstantTime(*given, m_expected.reveal()))
        return fail(ErrorKind::Auth, Words::tr("The server could not prove that it knows your password. It may not be your server at all."), u"server-not-proven"_s);
    m_state = State::Proven;
    return {};
}

Result<void> DigestMd5::finish(const QByteArray &additionalData)
{
    if (m_state == State::Answered && !additionalData.isEmpty()) {
        const auto checked = checkResponse(additionalData);
        if (!checked)
            m_state = State::Broken;
        return checked;
    }
    if (m_state == State::Proven)
        return {};
    m_state = State::Broken;
    return fail(ErrorKind::Auth, Words::tr("The server said you are signed in without proving that it knows your password. It may not be your server at all."), u"server-not-proven"_s);
}

} // namespace sasl
