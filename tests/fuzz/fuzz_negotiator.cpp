// SPDX-License-Identifier: GPL-3.0-or-later
// A whole sign-in, the input being all that the server says. Streams are opened anew and TLS begins by themselves.
#include "crypto/runtime.h"
#include "stream/negotiator.h"
#include "xml/streamreader.h"
#include "xmlcheck.h"

using namespace Qt::StringLiterals;

namespace
{

sasl::Channel channel(sasl::Channel::Protection protection)
{
    return {.protection = protection, .serverEndPoint = {}, .tlsVersion = 0x0304, .domain = u"example.org"_s, .host = {}};
}

stream::NegotiationSettings settings()
{
    stream::NegotiationSettings settings;
    settings.address = *Jid::parse(u"romeo@example.org");
    settings.credentials.username = u"romeo"_s;
    settings.credentials.address = u"romeo@example.org"_s;
    settings.credentials.password = Secret(u"secret"_s);
    settings.resource = u"balcony"_s;
    settings.resumption = stream::Resumption{u"sm-1"_s, 7, *Jid::parse(u"romeo@example.org/balcony")};
    settings.inlineFeatures = {{u"urn:xmpp:carbons:2"_s, "<enable xmlns='urn:xmpp:carbons:2'/>"}};
    settings.requestToken = true;
    settings.now = QDateTime::fromSecsSinceEpoch(1'790'000'000, QTimeZone::UTC);
    return settings;
}

//! The owner of a negotiation: does what it asks for after each element, and watches what must never be.
class Owner final
{
public:
    explicit Owner(sasl::Channel::Protection protection) : m_negotiator(settings()), m_tls(protection == sasl::Channel::Protection::Tls)
    {
        using stream::Negotiator;
        QObject::connect(&m_negotiator, &Negotiator::openStream, &m_negotiator, [this](const stream::OpenRequest &request) {
            fuzz::require(m_tls || request.from.isEmpty(), "our address stays hidden until TLS is there");
            m_opening = true;
        });
        QObject::connect(&m_negotiator, &Negotiator::send, &m_negotiator, [this](const QByteArray &xml) {
            fuzz::require(m_ends == 0, "nothing is said after the end");
            const xml::Element said = fuzz::written(xml);
            fuzz::require(m_tls || said.name() == u"starttls", "nothing but STARTTLS goes in the clear");
        });
        QObject::connect(&m_negotiator, &Negotiator::startTls, &m_negotiator, [this] { m_securing = true; });
        QObject::connect(&m_negotiator, &Negotiator::deriveKey, &m_negotiator, [this](const sasl::KdfRequest &request) { m_key = request; });
        QObject::connect(&m_negotiator, &Negotiator::finished, &m_negotiator, [this] { ++m_ends; });
        QObject::connect(&m_negotiator, &Negotiator::failed, &m_negotiator, [this](const stream::Failure &failure) {
            ++m_ends;
            (void)failure.sentence();
            (void)failure.advice();
        });
        m_negotiator.begin(channel(protection));
        serve();
    }

    void hear(const xml::Element &element)
    {
        m_negotiator.element(element);
        serve();
        fuzz::require(m_ends <= 1, "there is one end");
        if (m_negotiator.state() != stream::Negotiator::State::Finished)
            return;
        const stream::Negotiated &result = m_negotiator.result();
        fuzz::require(m_tls && result.bound.bare() == settings().address && !result.bound.isBare(), "we get our own address, over TLS");
    }

private:
    void serve()
    {
        while (m_opening || m_securing || m_key) {
            if (std::exchange(m_opening, false))
                m_negotiator.opened({u"example.org"_s, {}, u"1"_s, u"1.0"_s, {}});
            if (std::exchange(m_securing, false)) {
                m_tls = true;
                m_negotiator.secured(channel(sasl::Channel::Protection::Tls));
            }
            if (const auto request = std::exchange(m_key, std::nullopt))
                m_negotiator.provideKey(sasl::KdfResult{request->hash, request->salt, request->iterations, Secret(QByteArray(crypto::hashSize(request->hash), 'k'))});
        }
    }

    stream::Negotiator m_negotiator;
    bool m_tls, m_opening = false, m_securing = false;
    int m_ends = 0;
    std::optional<sasl::KdfRequest> m_key;
};

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz::needApplication();
    static const crypto::Runtime runtime;
    Owner plain(sasl::Channel::Protection::None), direct(sasl::Channel::Protection::Tls);
    xml::StreamReader reader;
    reader.feed("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>" + fuzz::bytes(data, size));
    for (auto event = reader.next(); !std::holds_alternative<xml::StreamReader::NeedMore>(event); event = reader.next()) {
        if (std::holds_alternative<xml::StreamReader::Bad>(event) || std::holds_alternative<xml::StreamReader::Closed>(event))
            break;
        if (const auto element = std::get_if<xml::Element>(&event)) {
            plain.hear(*element);
            direct.hear(*element);
        }
    }
    return 0;
}
