// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/steps/steps.h"

#include "stanza/iq.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stream
{

static QString tr(const char *text) { return QCoreApplication::translate("stream::Bind", text); }

namespace
{

//! `<bind/>` both ways: a wished resource out, the full address back (RFC 6120 7.6).
struct BindPayload
{
    static constexpr xml::Name Tag{u"bind", ns::Bind};
    std::optional<QString> resource;
    std::optional<Jid> jid;

    static void describe(auto &self, auto &io)
    {
        io.childText(u"resource", self.resource);
        io.childText(u"jid", self.jid);
    }
};

} // namespace

Outcome Bind::ask(Context &context, const QString &resource)
{
    m_asServerLikes = resource.isEmpty();
    stanza::Iq iq = stanza::Iq::request(stanza::IqType::Set, {});
    m_id = iq.id;
    iq.add(BindPayload{resource.isEmpty() ? std::nullopt : std::optional(resource), {}});
    context.send(iq.toXml());
    return More();
}

Outcome Bind::start(Context &context)
{
    if (!context.features.has({u"bind", ns::Bind}))
        return Failure::of(Failure::Kind::Bind, u"feature-not-implemented"_s, tr("it offers none."));
    return ask(context, context.settings.resource);
}

Outcome Bind::element(Context &context, const xml::Element &element)
{
    const auto iq = stanza::Iq::read(element);
    if (!iq || iq->id != m_id || (iq->type != stanza::IqType::Result && iq->type != stanza::IqType::Error))
        return unexpected(element);
    if (iq->error) {
        // A name the server does not like costs only the name.
        const bool aboutTheName = iq->error->condition == u"conflict" || iq->error->condition == u"bad-request";
        if (aboutTheName && !m_asServerLikes)
            return ask(context, {});
        return Failure::of(Failure::Kind::Bind, iq->error->condition, iq->error->toError().text);
    }
    const auto bind = iq->payload<BindPayload>();
    const Jid bound = bind ? bind->jid.value_or(Jid()) : Jid();
    const Jid &ours = context.settings.address;
    const bool same = context.settings.credentials.anonymous ? bound.domain() == ours.domain() : bound.bare() == ours;
    if (bound.isBare() || !same)
        return Failure::of(Failure::Kind::Bind, u"not-acceptable"_s, tr("it gave us the address %1.").arg(bound.toString()));
    context.result.bound = bound;
    return Done{Gained::Session};
}

} // namespace stream
