// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/steps/steps.h"

#include "stanza/iq.h"

namespace stream
{

Outcome LegacySession::start(Context &context)
{
    stanza::Iq iq = stanza::Iq::request(stanza::IqType::Set, {});
    m_id = iq.id;
    iq.addEmpty({u"session", ns::LegacySession});
    context.send(iq.toXml());
    return More();
}

Outcome LegacySession::element(Context &context, const xml::Element &element)
{
    if (element.ns() != ns::Client)
        return unexpected(element);
    const auto iq = stanza::Iq::read(element);
    const bool answer = iq && iq->id == m_id && (iq->type == stanza::IqType::Result || iq->type == stanza::IqType::Error);
    if (!answer) {
        context.result.early << element; // we are bound, so somebody may write to us already
        return More();
    }
    if (iq->error)
        return Failure::of(Failure::Kind::Bind, iq->error->condition, iq->error->toError().text);
    return Done{Gained::Legacy};
}

} // namespace stream
