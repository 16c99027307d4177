// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/signin.h"

#include "base/log.h"
#include "crypto/endpoint.h"

#include <QCryptographicHash>
#include <QPointer>
#include <QSslCertificate>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace stream
{

//! How the connection becomes secure there, as Note has it.
static QString wayTo(const net::Endpoint &endpoint)
{
    return endpoint.security == net::Endpoint::Security::DirectTls ? u"direct"_s : u"starttls"_s;
}

SignIn::SignIn(Means means, net::ServerFinder::Request where, NegotiationSettings settings, QObject *parent) :
    QObject(parent), m_means(means), m_where(std::move(where)), m_settings(std::move(settings)),
    m_connector(means.resolver, means.factory, means.clock)
{
    connect(&m_connector, &Connector::phaseChanged, this, &SignIn::enter);
    connect(&m_connector, &Connector::connected, this, &SignIn::connected);
    connect(&m_connector, &Connector::failed, this, &SignIn::walkFailed);
    connect(&m_connector, &Connector::found, this, [this](const QList<net::Endpoint> &endpoints) {
        const QPointer alive(this);
        for (qsizetype i = 0; alive && i < endpoints.size(); ++i)
            Q_EMIT noted({Note::Topic::Found, {endpoints[i].authority(), wayTo(endpoints[i]), endpoints[i].source}});
    });
    connect(&m_connector, &Connector::progress, this, &SignIn::report);
}

SignIn::~SignIn()
{
    m_stopDerivation.request_stop();
    m_over = true;
    dropFraming();
}

void SignIn::start()
{
    m_settings.now = m_means.clock.now();
    const QPointer alive(this);
    Q_EMIT noted({Note::Topic::Lookup, {m_where.host.isEmpty() ? m_where.domain : m_where.host}});
    if (alive)
        m_connector.start(m_where);
}

void SignIn::report(const net::RaceProgress &progress)
{
    const net::Endpoint &endpoint = progress.endpoint;
    switch (progress.phase) {
    case net::RaceProgress::Phase::Resolving:
        return;
    case net::RaceProgress::Phase::Connecting:
        Q_EMIT noted({Note::Topic::Connecting,
            {progress.address.toString(), endpoint.authority(), endpoint.source, QString::number(progress.index + 1), QString::number(progress.count)}});
        return;
    case net::RaceProgress::Phase::Connected:
        Q_EMIT noted({Note::Topic::Connected, {endpoint.authority(), wayTo(endpoint)}});
        return;
    case net::RaceProgress::Phase::Failed:
        if (progress.address.isNull()) // the last one of its addresses says it for all
            Q_EMIT noted({Note::Topic::Unreachable, {endpoint.authority(), progress.detail}});
        return;
    }
}

//! What was agreed, and who the server showed itself to be. Nothing may be left of us afterwards.
void SignIn::reportSecurity()
{
    const net::TlsInfo info = m_framing->tlsInfo();
    const bool pinned = info.verdict.trust == net::CertificateVerdict::Trust::Pinned;
    const QPointer alive(this);
    Q_EMIT noted({Note::Topic::Secured,
        {info.protocol, info.cipher, info.resumed ? u"resumed"_s : QString(), info.verdict.accepted() ? (pinned ? u"pinned"_s : u"authority"_s) : QString()}});
    for (const QByteArray &der : info.chain.first(std::min<qsizetype>(info.chain.size(), MaxCertificates))) {
        const QSslCertificate certificate(der, QSsl::Der);
        if (!alive || certificate.isNull())
            return;
        Q_EMIT noted({Note::Topic::Certificate,
            {certificate.subjectDisplayName(), certificate.issuerDisplayName(), certificate.effectiveDate().toString(Qt::ISODate), certificate.expiryDate().toString(Qt::ISODate),
                QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper())}});
    }
}

void SignIn::enter(Phase phase)
{
    if (m_over)
        return;
    m_phase = phase;
    std::optional<std::chrono::milliseconds> deadline;
    if (phase == Phase::Secure && m_framing)
        deadline = SecureDeadline;
    else if (phase == Phase::SignIn)
        deadline = SignInDeadline;
    else if (phase == Phase::Open)
        deadline = OpenDeadline;
    // Finding and connecting have deadlines of their own.
    m_deadline = deadline ? m_means.clock.after(*deadline, [this, phase] { phaseLate(phase); }) : nullptr;
    Q_EMIT phaseChanged(phase);
}

sasl::Channel SignIn::channel() const
{
    sasl::Channel channel;
    channel.domain = m_settings.address.domain().toString();
    // Kerberos knows servers by name; met by a bare address it can only be the domain's.
    if (const QString host = m_connector.endpoint().host; QHostAddress(host).isNull())
        channel.host = host;
    if (!m_framing->isEncrypted())
        return channel;
    const net::TlsInfo info = m_framing->tlsInfo();
    channel.protection = sasl::Channel::Protection::Tls;
    channel.tlsVersion = info.protocol == u"TLSv1.3" ? 0x0304 : info.protocol == u"TLSv1.2" ? 0x0303 : 0;
    if (!info.chain.isEmpty())
        channel.serverEndPoint = crypto::tlsServerEndPoint(info.chain.first()).value_or(QByteArray());
    return channel;
}

void SignIn::connected()
{
    m_framing = m_connector.take();
    const QPointer self(this);
    if (auto &token = m_settings.credentials.token) {
        // Every stream needs two at most: one to try, and one if the server changed since last time (XEP-0509).
        token->count += 2;
        Q_EMIT tokenUsed(token->count + 1);
        if (!self || m_over)
            return;
    }
    m_negotiator = std::make_unique<Negotiator>(m_settings);
    Framing *framing = m_framing.get();
    Negotiator *negotiator = m_negotiator.get();
    m_spoke = false;

    connect(framing, &Framing::opened, this, [this] { m_spoke = true; });
    connect(framing, &Framing::opened, negotiator, &Negotiator::opened);
    connect(framing, &Framing::element, negotiator, &Negotiator::element);
    connect(framing, &Framing::tlsReady, this, &SignIn::secured);
    connect(framing, &Framing::closed, this, &SignIn::framingClosed);
    connect(framing, &Framing::sent, this, &SignIn::sent);
    connect(framing, &Framing::received, this, &SignIn::received);
    connect(negotiator, &Negotiator::openStream, framing, &Framing::open);
    connect(negotiator, &Negotiator::send, framing, &Framing::send);
    connect(negotiator, &Negotiator::startTls, framing, &Framing::startTls);
    connect(negotiator, &Negotiator::deriveKey, this, &SignIn::derive);
    connect(negotiator, &Negotiator::failed, this, &SignIn::negotiationFailed);
    connect(negotiator, &Negotiator::announced, this, &SignIn::remember);
    connect(negotiator, &Negotiator::noted, this, &SignIn::noted);
    connect(negotiator, &Negotiator::stepped, this, [this] {
        if (m_negotiator->phase() != m_phase)
            enter(m_negotiator->phase());
    });
    connect(negotiator, &Negotiator::finished, this, [this] {
        m_over = true;
        m_deadline.reset();
        m_result = m_negotiator->result();
        m_framing->disconnect(this);
        m_framing->disconnect(m_negotiator.get());
        if (m_result.tokenRejected)
            Q_EMIT tokenRejected();
        Q_EMIT finished();
    });
    const bool encrypted = m_framing->isEncrypted();
    if (encrypted)
        reportSecurity();
    if (self && negotiator == m_negotiator.get())
        enter(encrypted ? Phase::SignIn : Phase::Secure);
    if (self && negotiator == m_negotiator.get())
        negotiator->begin(channel());
}

void SignIn::secured()
{
    m_spoke = false; // who spoke before TLS may have been anybody
    const QPointer<Negotiator> negotiator(m_negotiator.get());
    const QPointer self(this);
    reportSecurity();
    if (!self || negotiator != m_negotiator.get())
        return;
    enter(Phase::SignIn);
    if (self && negotiator && negotiator == m_negotiator.get())
        negotiator->secured(channel());
}

void SignIn::framingClosed(const Failure &failure)
{
    Failure told = failure;
    told.phase = m_phase;
    // Another candidate may do better where TLS did not work, or where something answered that is no XMPP server at all.
    const bool elsewhere = failure.kind != Failure::Kind::Certificate && (m_phase == Phase::Secure || !m_spoke);
    if (elsewhere)
        candidateFailed(told);
    else
        fail(std::move(told));
}

void SignIn::phaseLate(Phase phase)
{
    if (phase == Phase::Secure || !m_spoke)
        candidateFailed(Failure::timeout(phase));
    else
        fail(Failure::timeout(phase));
}

void SignIn::candidateFailed(const Failure &failure)
{
    net::Failure why;
    why.kind = failure.kind == Failure::Kind::Timeout ? net::Failure::Kind::Timeout : net::Failure::Kind::Closed;
    why.detail = failure.text;
    if (failure.net)
        why = *failure.net;
    m_candidateFailure = failure;
    m_deadline.reset();
    forgetUnconfirmed();
    dropFraming();
    m_connector.next(why);
}

void SignIn::walkFailed(const Failure &failure)
{
    // What happened nearest to the server tells most; a verdict on a certificate tells more than anything.
    if (!m_candidateFailure || failure.kind == Failure::Kind::Certificate) {
        fail(failure);
        return;
    }
    Failure told = *m_candidateFailure;
    if (told.net && failure.net)
        told.net->attempts = failure.net->attempts;
    fail(std::move(told));
}

//! Whether another try without the token makes sense: the answer was not about the password.
static bool isAboutTheToken(const Failure &failure)
{
    static constexpr std::array final = {u"not-authorized", u"credentials-expired", u"account-disabled"};
    return failure.kind == Failure::Kind::Auth && std::ranges::none_of(final, [&failure](auto condition) { return failure.condition == condition; });
}

void SignIn::negotiationFailed(const Failure &failure)
{
    if (m_settings.credentials.token && m_negotiator->result().tokenRejected) {
        m_settings.credentials.token.reset();
        Q_EMIT tokenRejected();
        // Prosody forgets about channel binding on a stream where a token failed; a new stream knows it again.
        if (isAboutTheToken(failure)) {
            Q_EMIT noted({Note::Topic::Remark, {u"the token was refused, and so was what followed: signing in anew without it"_s}});
            dropFraming();
            m_connector.start(m_where);
            return;
        }
    }
    // Only over TLS is a redirection the server's own word; the certificate is checked against the address's domain there too.
    if (failure.condition == u"see-other-host" && !failure.otherHost.isEmpty() && m_framing->isEncrypted() && m_redirects < MaxRedirects) {
        ++m_redirects;
        follow(failure.otherHost);
        return;
    }
    fail(failure);
}

void SignIn::follow(const QString &otherHost)
{
    Q_EMIT noted({Note::Topic::Redirected, {otherHost.left(300)}});
    // "host", "host:port", "[v6]", "[v6]:port"; an IPv6 literal without brackets breaks the rule, but is clear.
    const bool bareLiteral = otherHost.count(u':') > 1 && !otherHost.startsWith(u'[');
    const qsizetype colon = bareLiteral ? 0 : otherHost.startsWith(u'[') ? otherHost.indexOf(u"]:") + 1 : otherHost.indexOf(u':');
    m_where.host = colon > 0 ? otherHost.first(colon) : otherHost;
    m_where.host.remove(u'[').remove(u']');
    m_where.port = colon > 0 ? otherHost.mid(colon + 1).toUShort() : 0;
    m_where.security = net::ServerFinder::Security::Automatic;
    m_candidateFailure.reset();
    dropFraming();
    m_connector.start(m_where);
}

void SignIn::derive(const sasl::KdfRequest &request)
{
    if (const auto known = m_means.keys.find(request)) {
        m_negotiator->provideKey(*known);
        return;
    }
    const QPointer asking(m_negotiator.get());
    QThreadPool::globalInstance()->start([request, stop = m_stopDerivation.get_token(), self = QPointer(this), asking]() mutable {
        auto key = request.run(stop);
        // The pointers are only looked at on their own thread.
        QMetaObject::invokeMethod(QCoreApplication::instance(), [key = std::move(key), request = std::move(request), self = std::move(self), asking = std::move(asking)] {
            if (!self || self->m_over)
                return;
            if (key)
                self->m_means.keys.insert(request, *key);
            // Another road may have been taken meanwhile.
            if (asking && asking == self->m_negotiator.get())
                asking->provideKey(key);
        });
    });
}

std::unique_ptr<Framing> SignIn::takeFraming()
{
    return std::move(m_framing);
}

void SignIn::remember(const QByteArray &features)
{
    if (m_settings.knownFeatures == features)
        return;
    m_settings.knownFeatures = features;
    Q_EMIT announced(features);
}

void SignIn::forgetUnconfirmed()
{
    if (m_negotiator && m_negotiator->isPipelined())
        remember({}); // the next try waits, in case this is not understood any more
}

void SignIn::dropFraming()
{
    // We may be inside a signal of either.
    if (m_negotiator) {
        m_negotiator->disconnect(this);
        m_negotiator->disconnect(m_framing.get());
        m_negotiator.release()->deleteLater();
    }
    if (m_framing) {
        m_framing->disconnect();
        m_framing->abort();
        m_framing.release()->deleteLater();
    }
}

void SignIn::fail(Failure failure)
{
    if (m_over)
        return;
    forgetUnconfirmed();
    m_over = true;
    qCInfo(logStream) << "sign-in failed:" << failure;
    m_deadline.reset();
    m_connector.stop();
    dropFraming();
    Q_EMIT failed(failure);
}

} // namespace stream
