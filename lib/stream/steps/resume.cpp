// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/steps/steps.h"

using namespace Qt::StringLiterals;

namespace stream
{

std::optional<quint32> readH(const xml::Element &element)
{
    const auto text = element.attribute(u"h");
    return text ? xml::Text<quint32>::parse(*text) : std::nullopt;
}

void writeResume(xml::Writer &writer, const Resumption &resumption)
{
    writer.start({u"resume", ns::Sm});
    writer.attribute(u"previd", resumption.id);
    writer.attribute(u"h", QString::number(resumption.handled));
    writer.end();
}

bool takeResumed(Context &context, const xml::Element &resumed)
{
    const auto h = readH(resumed);
    if (!context.settings.resumption || !h || resumed.attribute(u"previd") != QStringView(context.settings.resumption->id))
        return false;
    context.result.resumed = true;
    context.result.peerHandled = h;
    context.result.resumedFrom = context.settings.resumption->handled;
    context.result.bound = context.settings.resumption->bound;
    context.result.management = Management{context.settings.resumption->id, {}, 0};
    return true;
}

Outcome Resume::start(Context &context)
{
    context.resumeTried = true;
    xml::Writer writer(ns::Client);
    writeResume(writer, *context.settings.resumption);
    context.send(writer.take());
    return More();
}

Outcome Resume::element(Context &context, const xml::Element &element)
{
    if (element.is({u"resumed", ns::Sm})) {
        if (!takeResumed(context, element))
            return unexpected(element);
        return Done{Gained::Session | Gained::Managed};
    }
    if (element.is({u"failed", ns::Sm})) {
        context.result.peerHandled = readH(element); // it counts all the same (XEP-0198 5)
        return Done{};
    }
    return unexpected(element);
}

} // namespace stream
