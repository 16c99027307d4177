// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/failure.h"

#include "sasl/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

using sasl::Words;

constexpr qsizetype MaxServerText = 300;
constexpr qsizetype MaxCondition = 60;

//! Foreign text made fit for one line of ours: no control or direction characters, no flood.
QString cleaned(const QString &text, qsizetype most)
{
    QString line = text.left(most * 4).simplified();
    line.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || c.isSurrogate() || c.isNonCharacter(); });
    return line.size() > most ? line.left(most - 1) + u'…' : line;
}

QString meaning(QStringView condition)
{
    if (condition == u"not-authorized")
        return Words::tr("The server does not accept this name and password.");
    if (condition == u"account-disabled")
        return Words::tr("This account is disabled on the server.");
    if (condition == u"credentials-expired")
        return Words::tr("The password has expired. It must be changed before you can sign in.");
    if (condition == u"temporary-auth-failure")
        return Words::tr("The server cannot check passwords at the moment. Trying again later may help.");
    if (condition == u"encryption-required")
        return Words::tr("The server wants an encrypted connection before anybody signs in.");
    if (condition == u"invalid-authzid")
        return Words::tr("You are not allowed to use this address.");
    if (condition == u"invalid-mechanism")
        return Words::tr("The server does not accept the way of signing in that it offered.");
    if (condition == u"mechanism-too-weak")
        return Words::tr("The server wants a safer way of signing in.");
    if (condition == u"malformed-request" || condition == u"incorrect-encoding")
        return Words::tr("The server did not understand our sign-in. If the connection is watched by somebody in between, this can be how it shows.");
    if (condition == u"aborted")
        return Words::tr("The sign-in was broken off.");
    if (condition == u"bad-protocol")
        return Words::tr("The server does not know this way of signing in.");
    return Words::tr("The server refused the sign-in (%1).").arg(cleaned(condition.left(MaxCondition * 4).toString(), MaxCondition));
}

} // namespace

namespace sasl
{

QString failureText(QStringView condition, const QString &serverText)
{
    // ejabberd has no other way to say it.
    if (condition == u"not-authorized" && serverText.contains(u"channel binding"_s, Qt::CaseInsensitive))
        return scramFailure("channel-bindings-dont-match").text;
    // What servers add to a wrong password speaks of proofs and hashes, and says nothing more.
    const QString said = condition == u"not-authorized" ? QString() : cleaned(serverText, MaxServerText);
    return said.isEmpty() ? meaning(condition) : Words::tr("%1 The server says: “%2”").arg(meaning(condition), said);
}

Error failure(QStringView condition, const QString &serverText)
{
    return Error{ErrorKind::Auth, condition.left(MaxCondition).toString(), failureText(condition, serverText)};
}

Error scramFailure(const QByteArray &value)
{
    const QString condition = cleaned(QString::fromUtf8(value), MaxCondition);
    const auto error = [&](ErrorKind kind, const QString &text) { return Error{kind, condition, text}; };
    if (value == "invalid-proof" || value == "unknown-user")
        return error(ErrorKind::Auth, meaning(u"not-authorized"));
    if (value == "channel-bindings-dont-match")
        return error(ErrorKind::Policy, Words::tr("You and the server do not see the same certificate. Somebody may sit in between, or the server is set up wrongly."));
    if (value == "server-does-support-channel-binding")
        return error(ErrorKind::Policy, Words::tr("Somebody hid the server's safer sign-in methods from you. The connection may be tampered with."));
    if (value == "channel-binding-not-supported" || value == "unsupported-channel-binding-type")
        return error(ErrorKind::Auth, Words::tr("The server cannot tie the sign-in to the encryption although it said it could."));
    if (value == "no-resources")
        return error(ErrorKind::Auth, meaning(u"temporary-auth-failure"));
    if (value == "invalid-username-encoding" || value == "invalid-encoding" || value == "extensions-not-supported")
        return error(ErrorKind::Auth, meaning(u"malformed-request"));
    return error(ErrorKind::Auth, Words::tr("The server refused the sign-in (%1).").arg(condition));
}

} // namespace sasl
