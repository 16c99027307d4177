// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/steps/steps.h"

#include "base/log.h"

namespace stream
{

Management readEnabled(const xml::Element &enabled)
{
    Management management;
    const auto resume = xml::Text<bool>::parse(enabled.attribute(u"resume").value_or(QStringView()));
    if (resume.value_or(false))
        management.id = enabled.attribute(u"id").value_or(QStringView()).toString();
    management.location = enabled.attribute(u"location").value_or(QStringView()).toString();
    management.maxSeconds = xml::Text<int>::parse(enabled.attribute(u"max").value_or(QStringView())).value_or(0);
    return management;
}

Outcome EnableSm::start(Context &context)
{
    context.send("<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
    return More();
}

Outcome EnableSm::element(Context &context, const xml::Element &element)
{
    if (element.is({u"enabled", ns::Sm})) {
        context.result.management = readEnabled(element);
        return Done{Gained::Managed};
    }
    if (element.is({u"failed", ns::Sm})) {
        qCInfo(logStream) << "the server offers stream management but does not give it";
        return Done{Gained::Managed}; // nothing to wait for; result.management stays empty
    }
    if (element.ns() != ns::Client)
        return unexpected(element);
    // Somebody may write to us before the answer; it does not count (XEP-0198 4).
    context.result.early << element;
    return More();
}

} // namespace stream
