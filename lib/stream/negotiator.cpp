// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/negotiator.h"

#include "base/log.h"
#include "stream/steps/steps.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace stream
{

Outcome Step::secured(Context &)
{
    return Failure::of(Failure::Kind::Protocol, u"unexpected"_s);
}

Outcome Step::provide(Context &, const Result<sasl::KdfResult> &)
{
    return More();
}

Failure Step::unexpected(const xml::Element &element)
{
    return Failure::of(Failure::Kind::Protocol, u"unexpected"_s, u"<%1 xmlns='%2'/>"_s.arg(element.name().left(40), element.ns().left(80)));
}

//! One line of the table: when a step may run, and who does the work.
struct Negotiator::Row
{
    QStringView name;
    Gained needs, forbids;
    bool (*wanted)(const Context &);
    std::unique_ptr<Step> (*make)();
};

namespace
{

template <typename T>
std::unique_ptr<Step> make()
{
    return std::make_unique<T>();
}

} // namespace

std::span<const Negotiator::Row> Negotiator::table()
{
    // Tried top-down after each set of features; the first that fits runs. STARTTLS is wanted even where it is not offered: its
    // step then says that somebody on the way may have removed it, and no password leaves (RFC 7590 3.1).
    static constexpr auto always = [](const Context &) { return true; };
    static constexpr auto sasl2Offered = [](const Context &c) { return !c.features.sasl2Mechanisms().isEmpty(); };
    static constexpr auto canResume = [](const Context &c) {
        return c.settings.resumption && !c.resumeTried && c.features.has({u"sm", ns::Sm});
    };
    static constexpr auto sessionRequired = [](const Context &c) { return c.features.sessionRequired(); };
    static constexpr auto managementOffered = [](const Context &c) { return c.features.has({u"sm", ns::Sm}); };
    static const std::array rows = {
        //  name          needs                           forbids          wanted             step
        Row{u"starttls", Gained::Nothing, Gained::Tls, always, make<StartTls>},
        Row{u"sasl2", Gained::Tls, Gained::Auth, sasl2Offered, make<Sasl2>},
        Row{u"sasl", Gained::Tls, Gained::Auth, always, make<Sasl>},
        Row{u"resume", Gained::Auth, Gained::Session, canResume, make<Resume>},
        Row{u"bind", Gained::Auth, Gained::Session, always, make<Bind>},
        Row{u"session", Gained::Session, Gained::Legacy | Gained::Managed, sessionRequired, make<LegacySession>},
        Row{u"enable", Gained::Session, Gained::Managed, managementOffered, make<EnableSm>},
    };
    return rows;
}

Negotiator::Negotiator(NegotiationSettings settings, QObject *parent) : QObject(parent)
{
    m_context.settings = std::move(settings);
    m_context.send = [this](const QByteArray &xml) { Q_EMIT send(xml); };
    m_context.startTls = [this] { Q_EMIT startTls(); };
    m_context.derive = [this](const sasl::KdfRequest &request) { Q_EMIT deriveKey(request); };
    m_context.note = [this](const Note &note) { Q_EMIT noted(note); };
    m_context.later = [this](Outcome outcome) {
        if (m_state == State::Stepping)
            handle(std::move(outcome));
    };
}

Negotiator::~Negotiator() = default;

Phase Negotiator::phase() const
{
    if (m_step)
        return m_step->phase();
    if (includes(m_context.gained, Gained::Auth))
        return Phase::Open;
    return includes(m_context.gained, Gained::Tls) ? Phase::SignIn : Phase::Secure;
}

void Negotiator::begin(sasl::Channel channel)
{
    m_context.channel = std::move(channel);
    m_context.gained = m_context.channel.protection == sasl::Channel::Protection::Tls ? Gained::Tls : Gained::Nothing;
    open();
}

void Negotiator::open()
{
    m_state = State::Opening;
    m_context.features = {};
    // Our address stays hidden until TLS is there.
    const bool hidden = includes(m_context.gained, Gained::Tls) && !m_context.settings.credentials.anonymous;
    Q_EMIT openStream({m_context.settings.address.domain().toString(), hidden ? m_context.settings.address.toString() : QString(), m_context.settings.lang});
    pipeline();
}

//! Right behind the stream's header: sign in by the features of last time, if the server gave them a version (XEP-0509).
void Negotiator::pipeline()
{
    if (m_state != State::Opening || m_context.gained != Gained::Tls)
        return;
    const Features known = Features::fromKept(m_context.settings.knownFeatures);
    if (known.configVersion().isNull() || known.sasl2Mechanisms().isEmpty())
        return;
    m_context.features = known;
    m_context.pipelined = true;
    run(*std::ranges::find(table(), u"sasl2", &Row::name));
}

void Negotiator::opened(const xml::StreamHeader &header)
{
    if (m_state != State::Opening && !m_context.pipelined)
        return;
    m_context.header = header;
    if (m_state == State::Opening)
        m_state = State::AwaitingFeatures;
    // Without a version there are no features, and so no TLS (RFC 6120 4.7.5).
    if (header.version.section(u'.', 0, 0).toInt() < 1)
        fail(Failure::of(Failure::Kind::Policy, u"unsupported-version"_s, tr("The server speaks XMPP from before 2004, without encryption.")));
}

void Negotiator::element(const xml::Element &element)
{
    if (m_state == State::Finished || m_state == State::Failed)
        return;
    if (element.is({u"error", ns::Streams})) {
        fail(streamError(element));
        return;
    }
    if (m_state == State::Stepping && m_context.pipelined && element.is(Features::Tag)) {
        takeFeatures(element); // the step goes on with its answer
        return;
    }
    if (m_state == State::Stepping) {
        handle(m_step->element(m_context, element));
        return;
    }
    const bool early = m_state == State::AwaitingFeatures && includes(m_context.gained, Gained::Session) && element.ns() == ns::Client;
    if (early) {
        m_context.result.early << element; // between an inline session and its features (XEP-0386)
        m_context.result.earlyCounts = m_context.result.management.has_value();
        return;
    }
    if (m_state != State::AwaitingFeatures || !element.is(Features::Tag)) {
        fail(Failure::of(Failure::Kind::Protocol, u"unexpected"_s, u"<%1/>"_s.arg(element.name().left(40))));
        return;
    }
    takeFeatures(element);
    if (m_state == State::AwaitingFeatures)
        proceed();
}

void Negotiator::takeFeatures(const xml::Element &element)
{
    const QString &from = m_context.header.from;
    if (!from.isEmpty() && Jid::parse(from).value_or(Jid()) != m_context.settings.address.domainJid()) {
        fail(Failure::of(Failure::Kind::Protocol, u"invalid-from"_s, tr("It answers for %1.").arg(from.left(200))));
        return;
    }
    m_context.features = Features(element);
    m_context.pipelined = false;
    if (m_context.gained == Gained::Tls)
        Q_EMIT announced(m_context.features.kept());
}

void Negotiator::secured(sasl::Channel channel)
{
    if (m_state != State::Stepping)
        return;
    m_context.channel = std::move(channel);
    handle(m_step->secured(m_context));
}

void Negotiator::provideKey(const Result<sasl::KdfResult> &key)
{
    if (m_state == State::Stepping)
        handle(m_step->provide(m_context, key));
}

void Negotiator::proceed()
{
    for (const Row &row : table()) {
        if (includes(m_context.gained, row.needs) && !intersects(m_context.gained, row.forbids) && row.wanted(m_context)) {
            run(row);
            return;
        }
    }
    finish();
}

void Negotiator::run(const Row &row)
{
    qCDebug(logStream) << "step" << row.name;
    m_state = State::Stepping;
    m_step = row.make();
    const QPointer alive(this);
    Q_EMIT stepped(row.name);
    if (!alive || !m_step)
        return;
    handle(m_step->start(m_context));
}

void Negotiator::handle(Outcome outcome)
{
    if (std::holds_alternative<More>(outcome))
        return;
    if (const auto failure = std::get_if<Failure>(&outcome)) {
        fail(*failure);
        return;
    }
    const Done done = std::get<Done>(outcome);
    m_context.gained = m_context.gained | done.gained;
    m_step.reset();
    switch (done.next) {
    case Next::NewStream:
        open();
        return;
    case Next::NewFeatures:
        m_state = State::AwaitingFeatures;
        return;
    case Next::SameFeatures:
        proceed();
        return;
    }
}

void Negotiator::fail(const Failure &failure)
{
    Failure told = failure;
    told.phase = phase();
    m_state = State::Failed;
    Q_EMIT failed(told);
}

void Negotiator::finish()
{
    m_context.result.features = m_context.features;
    m_state = State::Finished;
    Q_EMIT finished();
}

} // namespace stream
