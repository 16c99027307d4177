// SPDX-License-Identifier: GPL-3.0-or-later
// What a server offers before we sign in, and the way in that is chosen from it; its stream errors too.
#include "crypto/runtime.h"
#include "fuzz.h"
#include "sasl/choose.h"
#include "stream/features.h"
#include "stream/framing.h"
#include "xml/streamreader.h"

using namespace Qt::StringLiterals;

namespace
{

sasl::Credentials credentials()
{
    sasl::Credentials all;
    all.username = u"romeo"_s;
    all.password = Secret(u"secret"_s);
    all.address = u"romeo@example.org"_s;
    all.certificateAddresses = QStringList();
    return all;
}

//! The name of what is chosen; empty if nothing is.
QString chosen(const sasl::Offer &offer, sasl::Channel::Protection protection, const sasl::Policy &policy)
{
    const sasl::Channel channel{.protection = protection, .serverEndPoint = QByteArray(32, 'e'), .tlsVersion = 0x0304, .domain = u"example.org"_s, .host = {}};
    const auto choice = sasl::choose(offer, channel, credentials(), policy, QDateTime::fromSecsSinceEpoch(1'790'000'000, QTimeZone::UTC));
    return choice ? choice->mechanism->name() : QString();
}

void checkChoice(const QStringList &mechanisms, const stream::Features &features)
{
    using Protection = sasl::Channel::Protection;
    const sasl::Offer offer{mechanisms, features.channelBindings(), features.fastMechanisms()};
    const QString usual = chosen(offer, Protection::Tls, {.proven = {}, .tried = {}});
    fuzz::require(usual.isEmpty() || mechanisms.contains(usual), "nothing is chosen that is not offered");
    fuzz::require(usual != u"DIGEST-MD5" && usual != u"ANONYMOUS", "nothing is chosen that was not allowed");
    const QString naked = chosen(offer, Protection::None, {.proven = {}, .tried = {}});
    fuzz::require(naked != u"PLAIN" && naked != u"EXTERNAL" && !naked.endsWith(u"-PLUS"), "no password goes in the clear");
    const QString proven = chosen(offer, Protection::Tls, {.proven = u"SCRAM-SHA-256"_s, .allowDigestMd5 = true, .tried = {}});
    fuzz::require(proven != u"PLAIN" && proven != u"DIGEST-MD5", "who once did better never does worse");
}

void checkFeatures(const stream::Features &features)
{
    checkChoice(features.saslMechanisms(), features);
    checkChoice(features.sasl2Mechanisms(), features);
    fuzz::require(features.inlineBind() || features.inlineBindFeatures().isEmpty(), "features of Bind 2 are offered with it");
    const QByteArray kept = features.kept();
    fuzz::require(stream::Features::fromKept(kept).kept() == kept, "what is kept is read as it was");
    (void)features.inlineResume();
    (void)features.sessionRequired();
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz::needApplication();
    static const crypto::Runtime runtime;
    xml::StreamReader reader;
    reader.feed("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>" + fuzz::bytes(data, size));
    for (auto event = reader.next(); !std::holds_alternative<xml::StreamReader::NeedMore>(event); event = reader.next()) {
        if (std::holds_alternative<xml::StreamReader::Bad>(event) || std::holds_alternative<xml::StreamReader::Closed>(event))
            break;
        const auto element = std::get_if<xml::Element>(&event);
        if (!element)
            continue;
        checkFeatures(stream::Features(*element));
        const stream::Failure failure = stream::streamError(*element);
        (void)failure.sentence();
        (void)failure.advice();
        (void)failure.error();
    }
    return 0;
}
