// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/scram.h"

#include "base/log.h"
#include "crypto/base64.h"
#include "crypto/random.h"
#include "sasl/password.h"
#include "sasl/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype NonceBytes = 24;

QByteArray gs2Flag(const sasl::Scram::Parameters &parameters)
{
    switch (parameters.binding) {
    case sasl::Scram::Binding::None:
        return "n"_ba;
    case sasl::Scram::Binding::NotOffered:
        return "y"_ba;
    case sasl::Scram::Binding::Bound:
        return "p=" + parameters.bindingType;
    }
    Q_UNREACHABLE_RETURN({});
}

QByteArray joined(const QStringList &names)
{
    static constexpr char Separator = 0x1e;
    QByteArrayList bytes;
    for (const QString &name : names)
        bytes << name.toUtf8();
    std::ranges::sort(bytes); // i;octet (RFC 4790 9.3)
    return bytes.join(Separator);
}

} // namespace

namespace sasl
{

Scram::Scram(Parameters parameters) : m_parameters(std::move(parameters))
{
    if (m_parameters.nonce.isEmpty())
        m_parameters.nonce = crypto::randomBytes(NonceBytes).toBase64();
}

QString Scram::name() const
{
    QString name;
    switch (m_parameters.hash) {
    case crypto::Hash::Sha512:
        name = u"SCRAM-SHA-512"_s;
        break;
    case crypto::Hash::Sha256:
        name = u"SCRAM-SHA-256"_s;
        break;
    default:
        name = u"SCRAM-SHA-1"_s;
        break;
    }
    return m_parameters.binding == Binding::Bound ? name + u"-PLUS"_s : name;
}

Step Scram::broken(Error error)
{
    m_state = State::Broken;
    qCInfo(logSasl) << name() << "ended:" << error.condition;
    return Failed{std::move(error)};
}

Step Scram::start()
{
    if (m_state != State::Idle)
        return broken(Error::protocol(Words::tr("The sign-in went out of order.")));
    m_parameters.password = preparePassword(m_parameters.password);
    if (m_parameters.username.isEmpty() || m_parameters.password.isEmpty())
        return broken(Error::invalid(Words::tr("A name and a password are needed to sign in.")));
    const QByteArray authzid = m_parameters.authzid.isEmpty() ? QByteArray() : "a=" + escapeScramName(m_parameters.authzid);
    m_gs2Header = gs2Flag(m_parameters) + ',' + authzid + ',';
    m_firstBare = "n=" + escapeScramName(m_parameters.username) + ",r=" + m_parameters.nonce;
    m_state = State::FirstSent;
    return Respond{m_gs2Header + m_firstBare};
}

Step Scram::respond(const QByteArray &challenge)
{
    if (m_state == State::FirstSent)
        return readFirst(challenge);
    if (m_state == State::FinalSent) {
        const auto checked = checkSignature(challenge);
        return checked ? Step(Respond{QByteArray()}) : broken(checked.error());
    }
    return broken(Error::protocol(Words::tr("The sign-in went out of order.")));
}

Step Scram::readFirst(const QByteArray &challenge)
{
    auto first = ServerFirst::parse(challenge, m_parameters.nonce);
    if (!first)
        return broken(first.error());
    if (const auto checked = checkDowngrade(*first); !checked)
        return broken(checked.error());
    m_first = std::move(*first);
    m_serverMessage = challenge;
    m_state = State::Deriving;
    return Derive{KdfRequest{m_parameters.hash, m_parameters.password, m_first.salt, m_first.iterations}};
}

Result<void> Scram::checkDowngrade(const ServerFirst &first)
{
    if (!first.advertised) {
        m_notes << Words::tr("The server did not confirm its list of sign-in methods (XEP-0474), so nobody can tell whether the list was changed on the way.");
    } else {
        const QByteArray ours = crypto::hash(m_parameters.hash, m_parameters.advertised).toBase64();
        if (!equalInConstantTime(ours, *first.advertised))
            return fail(ErrorKind::Policy, Words::tr("The list of sign-in methods was changed on its way from the server to you. Somebody may be tampering with the connection."),
                u"downgrade-detected"_s);
        m_notes << Words::tr("The server confirmed its list of sign-in methods (XEP-0474).");
    }

    if (!first.tlsVersion || m_parameters.tlsVersion == 0)
        return {};
    const QByteArray ours = QByteArray::number(m_parameters.tlsVersion, 16).rightJustified(4, '0');
    if (*first.tlsVersion != ours)
        return fail(ErrorKind::Policy, Words::tr("The server sees another version of the encryption (TLS) than you do. Somebody may sit in between."), u"tls-downgrade-detected"_s);
    m_notes << Words::tr("The server confirmed the version of the encryption (XEP-0515).");
    return {};
}

Step Scram::provide(const KdfResult &key)
{
    const bool asked = m_state == State::Deriving && key.hash == m_parameters.hash && key.salt == m_first.salt && key.iterations == m_first.iterations
        && key.saltedPassword.size() == crypto::hashSize(key.hash);
    if (!asked)
        return broken(Error::protocol(Words::tr("The sign-in went out of order.")));

    // RFC 5802 3
    const crypto::Hash hash = m_parameters.hash;
    const QByteArray &salted = key.saltedPassword.reveal();
    const QByteArray bound = m_parameters.binding == Binding::Bound ? m_gs2Header + m_parameters.bindingData : m_gs2Header;
    const QByteArray withoutProof = "c=" + bound.toBase64() + ",r=" + m_first.nonce;
    const QByteArray authMessage = m_firstBare + ',' + m_serverMessage + ',' + withoutProof;

    const Secret clientKey(crypto::hmac(hash, salted, "Client Key"));
    const Secret storedKey(crypto::hash(hash, clientKey.reveal()));
    QByteArray proof = crypto::hmac(hash, storedKey.reveal(), authMessage);
    for (qsizetype i = 0; i < proof.size(); ++i)
        proof[i] = char(proof[i] ^ clientKey.reveal()[i]);
    const Secret serverKey(crypto::hmac(hash, salted, "Server Key"));
    m_serverSignature = Secret(crypto::hmac(hash, serverKey.reveal(), authMessage));

    m_parameters.password = {};
    m_state = State::FinalSent;
    return Respond{withoutProof + ",p=" + proof.toBase64()};
}

Result<void> Scram::checkSignature(const QByteArray &message)
{
    const auto signature = parseServerFinal(message);
    if (!signature)
        return fail(signature.error());
    if (!equalInConstantTime(*signature, m_serverSignature.reveal()))
        return fail(ErrorKind::Auth, Words::tr("The server could not prove that it knows your password. It may not be your server at all."), u"server-not-proven"_s);
    m_state = State::Proven;
    return {};
}

Result<void> Scram::finish(const QByteArray &additionalData)
{
    if (m_state == State::FinalSent && !additionalData.isEmpty()) {
        const auto checked = checkSignature(additionalData);
        if (!checked)
            m_state = State::Broken;
        return checked;
    }
    if (m_state == State::Proven)
        return {};
    m_state = State::Broken;
    return fail(ErrorKind::Auth, Words::tr("The server said you are signed in without proving that it knows your password. It may not be your server at all."), u"server-not-proven"_s);
}

QByteArray Scram::advertisedString(const QStringList &mechanisms, const std::optional<QStringList> &bindings)
{
    static constexpr char ListSeparator = 0x1f;
    const QByteArray first = joined(mechanisms);
    return bindings ? first + ListSeparator + joined(*bindings) : first;
}

} // namespace sasl
