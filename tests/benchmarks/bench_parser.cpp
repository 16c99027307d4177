// SPDX-License-Identifier: GPL-3.0-or-later
// How fast bytes become typed messages, beside bare tokenising of the same bytes that touches every name, attribute and text.
#include "stanza/message.h"
#include "xml/streamreader.h"

#include <QElapsedTimer>
#include <QXmlStreamReader>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

constexpr int Count = 20'000;
constexpr int Runs = 10;
constexpr qsizetype Chunk = 8192;

struct OriginId
{
    static constexpr xml::Name Tag{u"origin-id", u"urn:xmpp:sid:0"};
    QString id;
    static void describe(auto &self, auto &io) { io.attribute(u"id", self.id); }
};

struct StanzaId
{
    static constexpr xml::Name Tag{u"stanza-id", u"urn:xmpp:sid:0"};
    QString id;
    Jid by;
    static void describe(auto &self, auto &io)
    {
        io.attribute(u"id", self.id);
        io.attribute(u"by", self.by);
    }
};

struct Delay
{
    static constexpr xml::Name Tag{u"delay", u"urn:xmpp:delay"};
    QDateTime stamp;
    std::optional<QString> from;
    static void describe(auto &self, auto &io)
    {
        io.attribute(u"stamp", self.stamp);
        io.attribute(u"from", self.from);
    }
};

QByteArray corpus()
{
    QByteArray bytes = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' id='x1' "
                       "from='lab.test' version='1.0' xml:lang='en'>";
    for (int i = 0; i < Count; ++i) {
        const QByteArray id = "5b4e9c1a-8f1d-4f0c-9d1b-" + QByteArray::number(100'000'000 + i);
        bytes += "<message xml:lang='en' to='me@lab.test/bench' from='u" + QByteArray::number(i % 1000) + "@peers.lab.test/phone' type='chat' id='" + id
            + "'><body>the meeting moved to four so bring the notes and I will send the file &lt;3 &amp; &quot;ok&quot; later " + QByteArray::number(i)
            + "</body><origin-id xmlns='urn:xmpp:sid:0' id='" + id + "'/><markable xmlns='urn:xmpp:chat-markers:0'/><stanza-id xmlns='urn:xmpp:sid:0' by='me@lab.test' id='"
            + id + "'/><delay xmlns='urn:xmpp:delay' from='lab.test' stamp='2026-09-21T14:13:20Z'/></message>";
    }
    return bytes;
}

size_t tokenise(const QByteArray &bytes)
{
    QXmlStreamReader reader;
    size_t touched = 0, messages = 0;
    for (qsizetype at = 0;;) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::Invalid) {
            if (at >= bytes.size())
                break;
            reader.addData(QByteArray::fromRawData(bytes.constData() + at, std::min(Chunk, bytes.size() - at)));
            at += Chunk;
            continue;
        }
        touched += size_t(reader.name().size() + reader.namespaceUri().size() + reader.text().size());
        if (token == QXmlStreamReader::StartElement) {
            const auto attributes = reader.attributes();
            for (const auto &attribute : attributes)
                touched += size_t(attribute.name().size() + attribute.value().size());
        }
        messages += token == QXmlStreamReader::EndElement && reader.name() == u"message";
    }
    return touched == 0 ? 0 : messages;
}

size_t decode(const QByteArray &bytes)
{
    xml::StreamReader reader;
    size_t messages = 0, touched = 0;
    for (qsizetype at = 0; at < bytes.size(); at += Chunk) {
        reader.feed(QByteArray::fromRawData(bytes.constData() + at, std::min(Chunk, bytes.size() - at)));
        for (;;) {
            const auto event = reader.next();
            if (std::holds_alternative<xml::StreamReader::NeedMore>(event))
                break;
            const auto element = std::get_if<xml::Element>(&event);
            if (!element)
                continue;
            const auto message = stanza::Message::read(*element);
            const auto origin = message->payload<OriginId>();
            const auto id = message->payload<StanzaId>();
            const auto delay = message->payload<Delay>();
            touched += size_t(message->body.size() + origin->id.size() + id->id.size()) + delay->stamp.isValid() + message->has({u"markable", u"urn:xmpp:chat-markers:0"});
            ++messages;
        }
    }
    return touched == 0 ? 0 : messages;
}

} // namespace

int main()
{
    const QByteArray bytes = corpus();
    std::vector<double> bare, ours, ratios;
    for (int run = 0; run < Runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        if (tokenise(bytes) != Count)
            return 1;
        bare.push_back(double(timer.nsecsElapsed()));
        timer.start();
        if (decode(bytes) != Count)
            return 1;
        ours.push_back(double(timer.nsecsElapsed()));
        ratios.push_back(bare.back() / ours.back());
    }
    const auto median = [](std::vector<double> values) {
        std::ranges::sort(values);
        return values[values.size() / 2];
    };
    std::printf("%-44s %10s %10s\n", "bytes to typed messages", "us/message", "MB/s");
    for (const auto &[name, times] : {std::pair{"bare QXmlStreamReader, all touched", bare}, std::pair{"Palique, typed", ours}})
        std::printf("%-44s %10.2f %10.1f\n", name, median(times) / 1000 / Count, double(bytes.size()) * 1000 / median(times));
    std::printf("%-44s %10.2f   (goal 0.80)\n", "ratio, median of interleaved runs", median(ratios));
    return 0;
}
