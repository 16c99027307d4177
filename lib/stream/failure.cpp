// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/failure.h"

#include "sasl/failure.h"

#include <QCoreApplication>
#include <QDebug>

using namespace Qt::StringLiterals;

namespace stream
{

static QString tr(const char *text) { return QCoreApplication::translate("stream::Failure", text); }

Failure Failure::of(Kind kind, QString condition, QString text)
{
    Failure failure;
    failure.kind = kind;
    failure.condition = std::move(condition);
    failure.text = std::move(text);
    return failure;
}

Failure Failure::network(const net::Failure &net, Phase phase)
{
    Failure failure;
    failure.kind = net.kind == net::Failure::Kind::Certificate ? Kind::Certificate
        : net.kind == net::Failure::Kind::Closed               ? Kind::Closed
                                                               : Kind::Network;
    failure.phase = phase;
    failure.text = net.detail;
    failure.net = net;
    return failure;
}

Failure Failure::timeout(Phase phase)
{
    Failure failure;
    failure.kind = Kind::Timeout;
    failure.phase = phase;
    return failure;
}

Failure Failure::fromError(const Error &error)
{
    const Kind kind = error.kind == ErrorKind::Policy || error.kind == ErrorKind::Unsupported ? Kind::Policy
        : error.kind == ErrorKind::Auth                                                      ? Kind::Auth
                                                                                             : Kind::Protocol;
    return of(kind, error.condition, error.text);
}

static QString timeoutSentence(Phase phase)
{
    switch (phase) {
    case Phase::FindServer:
        return tr("Nobody answered the question where the server is.");
    case Phase::Connect:
        return tr("The server does not answer.");
    case Phase::Secure:
        return tr("The server answered, but the secure connection was not completed.");
    case Phase::SignIn:
        return tr("The server answered, but did not complete the sign-in.");
    case Phase::Open:
        return tr("You were signed in, but the server did not open your session.");
    }
    Q_UNREACHABLE_RETURN({});
}

static QString streamSentence(const QString &condition)
{
    struct Row
    {
        QStringView condition;
        const char *text;
    };
    static constexpr Row rows[] = {
        {u"conflict", QT_TRANSLATE_NOOP("stream::Failure", "This account signed in somewhere else under the same device name, so it was signed out here.")},
        {u"connection-timeout", QT_TRANSLATE_NOOP("stream::Failure", "The server did not hear from this device for too long.")},
        {u"host-gone", QT_TRANSLATE_NOOP("stream::Failure", "The server no longer serves this address.")},
        {u"host-unknown", QT_TRANSLATE_NOOP("stream::Failure", "This server does not serve this address. Is the part after the @ right?")},
        {u"internal-server-error", QT_TRANSLATE_NOOP("stream::Failure", "The server had a problem of its own.")},
        {u"not-authorized", QT_TRANSLATE_NOOP("stream::Failure", "The server ended the session: not signed in.")},
        {u"policy-violation", QT_TRANSLATE_NOOP("stream::Failure", "The server ended the session because of its rules.")},
        {u"remote-connection-failed", QT_TRANSLATE_NOOP("stream::Failure", "The server could not reach another server it needs.")},
        {u"reset", QT_TRANSLATE_NOOP("stream::Failure", "The server asks to sign in again.")},
        {u"resource-constraint", QT_TRANSLATE_NOOP("stream::Failure", "The server is too busy at the moment.")},
        {u"see-other-host", QT_TRANSLATE_NOOP("stream::Failure", "The server sends this account to another place.")},
        {u"system-shutdown", QT_TRANSLATE_NOOP("stream::Failure", "The server is shutting down or restarting.")},
        {u"unsupported-version", QT_TRANSLATE_NOOP("stream::Failure", "The server speaks another version of XMPP.")},
    };
    for (const Row &row : rows) {
        if (row.condition == condition)
            return tr(row.text);
    }
    return tr("The server ended the session.");
}

QString Failure::sentence() const
{
    switch (kind) {
    case Kind::Network:
    case Kind::Certificate:
        return net ? net->text() : tr("The connection failed.");
    case Kind::Timeout:
        return timeoutSentence(phase);
    case Kind::Auth:
        return sasl::failureText(condition, text);
    case Kind::Bind:
        return tr("You were signed in, but the server did not open a session: %1").arg(text.left(500));
    case Kind::Stream: {
        const QString sentence = streamSentence(condition);
        return text.isEmpty() ? sentence : tr("%1 The server says: “%2”").arg(sentence, text.left(500));
    }
    case Kind::Policy:
        return text;
    case Kind::Protocol:
        return tr("The server said something that makes no sense here. %1").arg(text.left(500));
    case Kind::Closed:
        return tr("The connection was lost.");
    case Kind::Stopped:
        return tr("Signed out.");
    }
    Q_UNREACHABLE_RETURN({});
}

QString Failure::advice() const
{
    switch (kind) {
    case Kind::Network:
    case Kind::Certificate:
        return net ? net->advice() : QString();
    case Kind::Timeout:
        return tr("Check the network, or the server's name and port under Advanced.");
    case Kind::Auth:
        return condition == u"not-authorized" ? tr("Check the address and the password.") : QString();
    case Kind::Policy:
        return tr("Palique did not send your password.");
    default:
        return {};
    }
}

Error Failure::error() const
{
    switch (kind) {
    case Kind::Network:
    case Kind::Closed:
        return {ErrorKind::Network, condition, sentence()};
    case Kind::Certificate:
        return {ErrorKind::Tls, condition, sentence()};
    case Kind::Timeout:
        return {ErrorKind::Timeout, condition, sentence()};
    case Kind::Auth:
        return {ErrorKind::Auth, condition, sentence()};
    case Kind::Policy:
        return {ErrorKind::Policy, condition, sentence()};
    case Kind::Stopped:
        return {ErrorKind::Cancelled, condition, sentence()};
    default:
        return {ErrorKind::Protocol, condition, sentence()};
    }
}

QDebug operator<<(QDebug debug, const Failure &failure)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "stream::Failure(" << int(failure.kind) << ' ' << failure.condition << ' ' << failure.text << ')';
    return debug;
}

} // namespace stream
