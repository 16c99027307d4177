// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/choose.h"

#include "base/log.h"
#include "sasl/anonymous.h"
#include "sasl/digestmd5.h"
#include "sasl/external.h"
#include "sasl/gssapi.h"
#include "sasl/hashedtoken.h"
#include "sasl/plain.h"
#include "sasl/scram.h"
#include "sasl/words.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace
{

using namespace sasl;

//! Why a mechanism is passed over; of several reasons the one further down explains a dead end better.
enum class Obstacle { Unknown, NotWanted, Tried, Impossible, DigestOff, PlainOff, NoEncryption, Downgrade, NoPassword };

struct Rejection
{
    Obstacle obstacle;
    QString reason;
};

//! A mechanism and the words for choosing it, or why not.
struct Candidate
{
    std::unique_ptr<Mechanism> mechanism;
    QString why;
};
using Verdict = std::expected<Candidate, Rejection>;

//! All a candidate looks at.
struct Situation
{
    const Offer &offer;
    const Channel &channel;
    const Credentials &credentials;
    const Policy &policy;
    const QDateTime &now;
};

struct ScramRow
{
    QStringView name;
    crypto::Hash hash;
};

constexpr std::array ScramRows = {
    ScramRow{u"SCRAM-SHA-512", crypto::Hash::Sha512},
    ScramRow{u"SCRAM-SHA-256", crypto::Hash::Sha256},
    ScramRow{u"SCRAM-SHA-1", crypto::Hash::Sha1},
};
constexpr QStringView Plus = u"-PLUS";

//! Strongest first; the names of FAST are looked for in the other list.
constexpr std::array Order = {HashedToken::EndPoint, HashedToken::None, QStringView(u"EXTERNAL"), QStringView(u"GSSAPI"), QStringView(u"SCRAM-SHA-512-PLUS"),
    QStringView(u"SCRAM-SHA-256-PLUS"), QStringView(u"SCRAM-SHA-1-PLUS"), QStringView(u"SCRAM-SHA-512"), QStringView(u"SCRAM-SHA-256"), QStringView(u"SCRAM-SHA-1"),
    QStringView(u"DIGEST-MD5"), QStringView(u"PLAIN"), QStringView(u"ANONYMOUS")};

std::unexpected<Rejection> reject(Obstacle obstacle, QString reason)
{
    return std::unexpected(Rejection{obstacle, std::move(reason)});
}

//! Tokens' mechanisms count inside <fast/> only, all others only outside it.
bool isToken(QStringView name)
{
    return name.startsWith(u"HT-");
}

bool isInOrder(QStringView name)
{
    return std::ranges::contains(Order, name);
}

bool isTls(const Situation &s)
{
    return s.channel.protection == Channel::Protection::Tls;
}

//! RFC 5802 6 and XEP-0440 3, with XEP-0474's change to rule 6.
Scram::Binding bindingFor(const Situation &s)
{
    const bool plusOffered = std::ranges::any_of(s.offer.mechanisms, [](const QString &name) { return name.startsWith(u"SCRAM-") && name.endsWith(Plus); });
    const bool able = isTls(s) && !s.channel.serverEndPoint.isEmpty();
    const bool listed = !s.offer.channelBindings || s.offer.channelBindings->contains(ServerEndPoint);
    if (!able || (plusOffered && !listed))
        return Scram::Binding::None;
    return plusOffered ? Scram::Binding::Bound : Scram::Binding::NotOffered;
}

Verdict tryToken(const Situation &s, QStringView name)
{
    const auto &token = s.credentials.token;
    if (!token || token->mechanism != name)
        return reject(Obstacle::NotWanted, Words::tr("we have no token for it."));
    if (s.policy.tried.contains(name))
        return reject(Obstacle::Tried, Words::tr("the server refused the token just now."));
    if (!isTls(s))
        return reject(Obstacle::NoEncryption, Words::tr("only over an encrypted connection."));
    if (token->secret.isEmpty() || token->expiry <= s.now)
        return reject(Obstacle::NotWanted, Words::tr("the token has expired."));
    const bool binds = name == HashedToken::EndPoint;
    if (binds && s.channel.serverEndPoint.isEmpty())
        return reject(Obstacle::Impossible, Words::tr("the server's certificate allows no channel binding."));
    return Candidate{std::make_unique<HashedToken>(s.credentials.username, *token, binds ? s.channel.serverEndPoint : QByteArray()),
        Words::tr("a token from last time signs in without another round trip.")};
}

Verdict tryExternal(const Situation &s)
{
    if (!s.credentials.certificateAddresses)
        return reject(Obstacle::NotWanted, Words::tr("there is no client certificate."));
    if (s.policy.tried.contains(u"EXTERNAL"))
        return reject(Obstacle::Tried, Words::tr("the server refused the certificate just now."));
    if (!isTls(s))
        return reject(Obstacle::NoEncryption, Words::tr("only over an encrypted connection."));
    const QString authzid = s.credentials.authzid.isEmpty() ? External::authzidFor(s.credentials.address, *s.credentials.certificateAddresses) : s.credentials.authzid;
    return Candidate{std::make_unique<External>(authzid), Words::tr("your certificate is the proof; no password is used.")};
}

Verdict tryGssapi(const Situation &s)
{
    if (!s.credentials.kerberos)
        return reject(Obstacle::NotWanted, Words::tr("Kerberos is not switched on for this account."));
    if (s.policy.tried.contains(u"GSSAPI"))
        return reject(Obstacle::Tried, Words::tr("it failed just now."));
    const QString host = s.channel.host.isEmpty() ? s.channel.domain : s.channel.host;
    return Candidate{std::make_unique<Gssapi>(host, s.credentials.authzid), Words::tr("your Kerberos ticket is the proof; no password is used.")};
}

QString bindingWords(Scram::Binding binding, bool plusOffered)
{
    switch (binding) {
    case Scram::Binding::Bound:
        return Words::tr("the strongest on offer, and tied to the server's certificate.");
    case Scram::Binding::NotOffered:
        return Words::tr("the strongest on offer; the server does not tie it to the encryption, and is told that we could (so it would notice if somebody hid that).");
    case Scram::Binding::None:
        return plusOffered ? Words::tr("the strongest we share; the server ties sign-ins to the encryption only in ways that we cannot.")
                           : Words::tr("the strongest on offer; it cannot be tied to this connection's encryption.");
    }
    Q_UNREACHABLE_RETURN({});
}

Verdict tryScram(const Situation &s, QStringView name)
{
    const bool plus = name.endsWith(Plus);
    const QStringView plain = plus ? name.chopped(Plus.size()) : name;
    const auto row = std::ranges::find(ScramRows, plain, &ScramRow::name);
    const auto binding = bindingFor(s);
    if (plus && binding != Scram::Binding::Bound)
        return reject(Obstacle::Impossible, Words::tr("none of the server's channel bindings is one that we can do on this connection."));
    if (s.credentials.username.isEmpty() || s.credentials.password.isEmpty())
        return reject(Obstacle::NoPassword, Words::tr("there is no password."));
    // Without -PLUS in the name nothing is bound: a server whose only -PLUS forms are strange ones gets "n".
    const auto flag = !plus && binding == Scram::Binding::Bound ? Scram::Binding::None : binding;
    Scram::Parameters parameters{.hash = row->hash,
        .username = s.credentials.username,
        .authzid = s.credentials.authzid,
        .password = s.credentials.password,
        .binding = flag,
        .bindingType = ServerEndPoint.toLatin1(),
        .bindingData = s.channel.serverEndPoint,
        .advertised = Scram::advertisedString(s.offer.mechanisms, s.offer.channelBindings),
        .tlsVersion = s.channel.tlsVersion,
        .nonce = {}};
    const bool plusOffered = std::ranges::any_of(s.offer.mechanisms, [](const QString &m) { return m.endsWith(Plus); });
    return Candidate{std::make_unique<Scram>(std::move(parameters)), bindingWords(flag, plusOffered)};
}

Verdict tryDigest(const Situation &s)
{
    if (!s.policy.allowDigestMd5)
        return reject(Obstacle::DigestOff, Words::tr("it is outdated and not allowed in this account's settings."));
    if (!s.policy.proven.isEmpty())
        return reject(Obstacle::Downgrade, Words::tr("weaker than %1, which worked before.").arg(s.policy.proven));
    if (!isTls(s))
        return reject(Obstacle::NoEncryption, Words::tr("only over an encrypted connection."));
    if (s.credentials.username.isEmpty() || s.credentials.password.isEmpty())
        return reject(Obstacle::NoPassword, Words::tr("there is no password."));
    return Candidate{std::make_unique<DigestMd5>(DigestMd5::Parameters{.username = s.credentials.username,
                         .authzid = s.credentials.authzid,
                         .password = s.credentials.password,
                         .domain = s.channel.domain,
                         .nonce = {}}),
        Words::tr("outdated, but the best the server offers, and you allowed it.")};
}

Verdict tryPlain(const Situation &s)
{
    if (!isTls(s))
        return reject(Obstacle::NoEncryption, Words::tr("it shows the password, so only over an encrypted connection."));
    if (!s.policy.proven.isEmpty())
        return reject(Obstacle::Downgrade, Words::tr("it would show the server the password; %1 worked before.").arg(s.policy.proven));
    if (!s.policy.allowPlain)
        return reject(Obstacle::PlainOff, Words::tr("it is not allowed in this account's settings."));
    if (s.credentials.username.isEmpty() || s.credentials.password.isEmpty())
        return reject(Obstacle::NoPassword, Words::tr("there is no password."));
    return Candidate{std::make_unique<Plain>(s.credentials.username, s.credentials.password, s.credentials.authzid),
        Words::tr("the server offers nothing better; it sees the password, protected by the encryption alone.")};
}

Verdict judge(const Situation &s, QStringView name)
{
    if ((name == u"ANONYMOUS") != s.credentials.anonymous)
        return reject(Obstacle::NotWanted, s.credentials.anonymous ? Words::tr("you asked to sign in without a name.") : Words::tr("you have a name."));
    if (name == u"ANONYMOUS")
        return Candidate{std::make_unique<Anonymous>(), Words::tr("you asked to sign in without a name.")};
    if (name == u"EXTERNAL")
        return tryExternal(s);
    if (name == u"GSSAPI")
        return tryGssapi(s);
    if (name == u"DIGEST-MD5")
        return tryDigest(s);
    if (name == u"PLAIN")
        return tryPlain(s);
    return isToken(name) ? tryToken(s, name) : tryScram(s, name);
}

//! Names from the wire in a sentence: few and short, whatever was sent.
QString listed(const QStringList &names)
{
    static constexpr qsizetype Most = 12, Longest = 24;
    QStringList shown;
    for (const QString &name : names.first(std::min(names.size(), Most)))
        shown << name.left(Longest);
    if (names.size() > Most)
        shown << u"…"_s;
    return shown.isEmpty() ? Words::tr("nothing") : shown.join(u", "_s);
}

//! A line for each offered name that `known` does not know; a flood is cut.
QStringList unknownOnes(const QStringList &names, bool (*known)(const QString &))
{
    static constexpr qsizetype Most = 50, Longest = 40;
    QStringList lines;
    for (const QString &name : names)
        if (!known(name) && lines.size() < Most)
            lines << u"%1: %2"_s.arg(name.left(Longest), Words::tr("Palique does not know it."));
    return lines;
}

Error deadEnd(const Situation &s, Obstacle worst)
{
    const QString offered = listed(s.offer.mechanisms);
    switch (worst) {
    case Obstacle::NoPassword:
        return {ErrorKind::Auth, u"password-needed"_s, Words::tr("The password is needed to sign in.")};
    case Obstacle::Downgrade:
        return {ErrorKind::Policy, u"mechanism-downgrade"_s,
            Words::tr("The server now offers only %1, although it offered %2 before, which never shows the password. Somebody may be tampering with the connection.")
                .arg(offered, s.policy.proven)};
    case Obstacle::PlainOff:
        return {ErrorKind::Policy, u"plain-not-allowed"_s, Words::tr("The server wants to see the password itself (PLAIN), which this account's settings do not allow.")};
    case Obstacle::DigestOff:
        return {ErrorKind::Policy, u"digest-md5-not-allowed"_s,
            Words::tr("The server offers only an outdated way to sign in (DIGEST-MD5). It can be allowed in the account's advanced settings.")};
    case Obstacle::NoEncryption:
        return {ErrorKind::Policy, u"encryption-required"_s, Words::tr("The connection is not encrypted, so the password stays here.")};
    default:
        return {ErrorKind::Unsupported, u"no-mechanism"_s, Words::tr("Palique and the server have no way to sign in in common. The server offers %1.").arg(offered)};
    }
}

} // namespace

namespace sasl
{

Result<Choice> choose(const Offer &offer, const Channel &channel, const Credentials &credentials, const Policy &policy, const QDateTime &now)
{
    const Situation situation{offer, channel, credentials, policy, now};
    Choice choice;
    Obstacle worst = Obstacle::Unknown;
    for (const QStringView name : Order) {
        const bool offered = isToken(name) ? offer.fast.contains(name) : offer.mechanisms.contains(name);
        if (!offered)
            continue;
        const auto note = [&](const QString &reason) { choice.rejectedWithReasons << u"%1: %2"_s.arg(name, reason); };
        if (choice.mechanism) {
            note(Words::tr("weaker than the one chosen."));
            continue;
        }
        auto verdict = judge(situation, name);
        if (!verdict) {
            worst = std::max(worst, verdict.error().obstacle);
            note(verdict.error().reason);
            continue;
        }
        choice.mechanism = std::move(verdict->mechanism);
        choice.why = u"%1: %2"_s.arg(name, verdict->why);
    }
    choice.rejectedWithReasons += unknownOnes(offer.mechanisms, [](const QString &name) { return isInOrder(name) && !isToken(name); });
    choice.rejectedWithReasons += unknownOnes(offer.fast, [](const QString &name) { return isInOrder(name) && isToken(name); });
    qCInfo(logSasl) << "offered" << listed(offer.mechanisms) << "fast" << listed(offer.fast) << "chosen" << choice.why;
    return choice.mechanism ? Result<Choice>(std::move(choice)) : fail(deadEnd(situation, worst));
}

bool isWorthRemembering(QStringView mechanism)
{
    return mechanism == u"EXTERNAL" || mechanism.startsWith(u"SCRAM-");
}

} // namespace sasl
