// SPDX-License-Identifier: GPL-3.0-or-later
// One stanza from anybody: its envelope, and writing what was read.
#include "stanza/iq.h"
#include "stanza/message.h"
#include "stanza/presence.h"
#include "xmlcheck.h"

namespace
{

template <typename T>
std::optional<T> readAndWrite(const xml::Element &element)
{
    auto stanza = T::read(element);
    if (!stanza)
        return std::nullopt;
    const QByteArray once = stanza->toXml();
    const auto again = T::read(fuzz::written(once));
    fuzz::require(again.has_value(), "a stanza that was read can be read again");
    fuzz::require(again->toXml() == once, "reading and writing again changes nothing");
    fuzz::require(again->from == stanza->from && again->to == stanza->to && again->id == stanza->id, "the envelope is the same");
    if (stanza->error) {
        fuzz::require(again->error && again->error->condition == stanza->error->condition && again->error->text == stanza->error->text, "the error is the same");
        (void)stanza->error->toError();
    }
    return stanza;
}

void answer(const stanza::Iq &request)
{
    const auto error = stanza::StanzaError::of(stanza::ErrorType::Cancel, QStringLiteral("service-unavailable"), request.lang);
    for (const stanza::Iq &reply : {stanza::Iq::resultFor(request), stanza::Iq::errorFor(request, error)}) {
        const auto read = stanza::Iq::read(fuzz::written(reply.toXml()));
        fuzz::require(read && read->id == request.id && read->to == request.from, "the answer belongs to the request");
    }
    (void)request.requestPayload();
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto element = xml::Element::parse(fuzz::bytes(data, size));
    if (!element)
        return 0;
    const QByteArray once = element->toXml();
    const auto again = xml::Element::parse(once);
    fuzz::require(again && again->toXml() == once, "an element is written as it was read");
    (void)readAndWrite<stanza::Message>(*element);
    (void)readAndWrite<stanza::Presence>(*element);
    if (const auto iq = readAndWrite<stanza::Iq>(*element))
        answer(*iq);
    return 0;
}
