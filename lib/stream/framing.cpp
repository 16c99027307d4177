// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/framing.h"

#include "stream/ns.h"

using namespace Qt::StringLiterals;

namespace stream
{

Failure streamError(const xml::Element &error)
{
    Failure failure = Failure::of(Failure::Kind::Stream, u"undefined-condition"_s);
    for (const xml::Element &child : error.children()) {
        if (child.ns() != ns::StreamErrors)
            continue;
        if (child.name() == u"text") {
            failure.text = child.text().trimmed().left(1000);
            continue;
        }
        failure.condition = child.name().toString();
        if (failure.condition == u"see-other-host")
            failure.otherHost = child.text().trimmed();
    }
    return failure;
}

} // namespace stream
