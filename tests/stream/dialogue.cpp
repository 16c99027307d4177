// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogue.h"

#include "crypto/kdf.h"
#include "xml/streamreader.h"

using namespace Qt::StringLiterals;

// ScramServer

QByteArray ScramServer::first(const QByteArray &clientFirst)
{
    // "n,,", "y,,", "p=tls-server-end-point,," and then the bare message
    const qsizetype end = clientFirst.indexOf(',', clientFirst.indexOf(',') + 1) + 1;
    gs2 = clientFirst.first(end);
    m_bare = clientFirst.sliced(end);
    const QByteArray nonce = m_bare.sliced(m_bare.indexOf(",r=") + 3);
    m_first = "r=" + nonce + "SERVER,s=" + salt.toBase64() + ",i=" + QByteArray::number(iterations);
    return m_first;
}

QByteArray ScramServer::final(const QByteArray &clientFinal)
{
    const qsizetype at = clientFinal.indexOf(",p=");
    const QByteArray message = m_bare + ',' + m_first + ',' + clientFinal.first(at);
    const QByteArray salted = crypto::pbkdf2(m_hash, Secret(m_password), salt, iterations)->reveal();
    const QByteArray clientKey = crypto::hmac(m_hash, salted, "Client Key");
    const QByteArray signature = crypto::hmac(m_hash, crypto::hash(m_hash, clientKey), message);
    QByteArray proof = QByteArray::fromBase64(clientFinal.sliced(at + 3));
    for (qsizetype i = 0; i < std::min(proof.size(), signature.size()); ++i)
        proof[i] = char(proof[i] ^ signature[i]);
    if (proof != clientKey)
        return "e=invalid-proof";
    return "v=" + crypto::hmac(m_hash, crypto::hmac(m_hash, salted, "Server Key"), message).toBase64();
}

// Dialogue

Dialogue::Dialogue(stream::NegotiationSettings settings, Road road) : m_negotiator(std::move(settings))
{
    const auto say = [this](const QByteArray &line) { m_said << line; };
    QObject::connect(&m_negotiator, &stream::Negotiator::openStream, &m_negotiator, [say](const stream::OpenRequest &request) {
        QByteArray line = "<stream to='" + request.to.toUtf8() + '\'';
        if (!request.from.isEmpty())
            line += " from='" + request.from.toUtf8() + '\'';
        say(line + '>');
    });
    QObject::connect(&m_negotiator, &stream::Negotiator::send, &m_negotiator, say);
    QObject::connect(&m_negotiator, &stream::Negotiator::startTls, &m_negotiator, [say] { say("(TLS)"); });
    QObject::connect(&m_negotiator, &stream::Negotiator::deriveKey, &m_negotiator, [this](const sasl::KdfRequest &request) {
        if (m_holdKeys)
            heldKey = request;
        else
            m_negotiator.provideKey(request.run());
    });
    QObject::connect(&m_negotiator, &stream::Negotiator::announced, &m_negotiator, [this](const QByteArray &features) { kept = features; });
    QObject::connect(&m_negotiator, &stream::Negotiator::stepped, &m_negotiator, [this](QStringView step) { steps << step.toString(); });
    QObject::connect(&m_negotiator, &stream::Negotiator::finished, &m_negotiator, [this] { finished = true; });
    QObject::connect(&m_negotiator, &stream::Negotiator::failed, &m_negotiator, [this](const stream::Failure &why) {
        if (failure)
            m_said << "(failed twice)";
        failure = why;
    });
    m_negotiator.begin(road == Road::Tls ? tls() : sasl::Channel{.serverEndPoint = {}, .domain = u"example.org"_s, .host = {}});
}

sasl::Channel Dialogue::tls()
{
    return {.protection = sasl::Channel::Protection::Tls, .serverEndPoint = {}, .tlsVersion = 0x0304, .domain = u"example.org"_s, .host = {}};
}

stream::NegotiationSettings Dialogue::romeo()
{
    stream::NegotiationSettings settings;
    settings.address = *Jid::parse(u"romeo@example.org");
    settings.credentials.username = u"romeo"_s;
    settings.credentials.address = u"romeo@example.org"_s;
    settings.credentials.password = Secret(u"secret"_s);
    settings.now = QDateTime::fromSecsSinceEpoch(1'790'000'000, QTimeZone::UTC);
    return settings;
}

QByteArray Dialogue::client()
{
    return m_said.isEmpty() ? QByteArray("(silence)") : m_said.takeFirst();
}

void Dialogue::server(const QByteArray &xml)
{
    xml::StreamReader reader;
    reader.feed("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>" + xml);
    for (;;) {
        const auto event = reader.next();
        if (const auto element = std::get_if<xml::Element>(&event))
            m_negotiator.element(*element);
        else if (std::holds_alternative<xml::StreamReader::Bad>(event))
            qFatal("the test's own XML is bad: %s", xml.constData());
        else if (!std::holds_alternative<xml::StreamReader::Opened>(event))
            return;
    }
}

void Dialogue::opens(const QByteArray &inner)
{
    header({u"example.org"_s, {}, u"id"_s, u"1.0"_s, u"en"_s});
    server("<stream:features>" + inner + "</stream:features>");
}

void Dialogue::tlsDone()
{
    m_negotiator.secured(tls());
}

bool Dialogue::scram(ScramServer &server, const QByteArray &mechanism)
{
    const QByteArray auth = client();
    if (!auth.startsWith("<auth ") || attributeOf(auth, "mechanism") != mechanism) {
        qWarning() << "expected SCRAM to begin, got" << auth;
        return false;
    }
    this->server("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + server.first(payload(auth)).toBase64() + "</challenge>");
    const QByteArray proof = server.final(payload(client()));
    if (!proof.startsWith("v=")) {
        qWarning() << "the proof is wrong";
        return false;
    }
    this->server("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + proof.toBase64() + "</success>");
    return true;
}

bool Dialogue::signedIn(const QByteArray &inner)
{
    if (client() != "<stream to='example.org' from='romeo@example.org'>")
        return false;
    opens(mechanisms({"SCRAM-SHA-1"}));
    ScramServer scramServer;
    if (!scram(scramServer, "SCRAM-SHA-1") || client() != "<stream to='example.org' from='romeo@example.org'>")
        return false;
    opens(inner);
    return true;
}

QByteArray Dialogue::state() const
{
    if (finished)
        return "finished";
    if (!failure)
        return "talking";
    static constexpr std::array kinds = {"network", "certificate", "timeout", "auth", "bind", "stream", "policy", "protocol", "closed", "stopped"};
    return QByteArray("failed: ") + kinds[size_t(failure->kind)] + ' ' + failure->condition.toUtf8();
}

QByteArray payload(const QByteArray &xml)
{
    // The first characters of the line, or those of its initial response.
    const qsizetype from = std::max<qsizetype>(xml.indexOf("<initial-response>"), 0);
    const qsizetype start = xml.indexOf('>', from) + 1;
    return QByteArray::fromBase64(xml.sliced(start, std::max<qsizetype>(xml.indexOf('<', start), start) - start));
}

QByteArray mechanisms(const QByteArrayList &names)
{
    QByteArray xml = "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>";
    for (const QByteArray &name : names)
        xml += "<mechanism>" + name + "</mechanism>";
    return xml + "</mechanisms>";
}

QByteArray attributeOf(const QByteArray &xml, const QByteArray &name)
{
    const qsizetype start = xml.indexOf(' ' + name + "='");
    if (start < 0)
        return {};
    const qsizetype value = start + name.size() + 3;
    return xml.sliced(value, xml.indexOf('\'', value) - value);
}
