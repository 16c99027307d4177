// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/tcpframing.h"

#include "base/log.h"
#include "stream/ns.h"
#include "xml/writer.h"

#include <QMetaMethod>
#include <QPointer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace stream
{

TcpFraming::TcpFraming(std::unique_ptr<net::Transport> transport, Clock &clock, QObject *parent) :
    Framing(parent), m_transport(std::move(transport)), m_clock(clock)
{
    connect(m_transport.get(), &net::Transport::readyRead, this, &TcpFraming::read);
    connect(m_transport.get(), &net::Transport::encrypted, this, &Framing::tlsReady);
    connect(m_transport.get(), &net::Transport::closed, this, [this](const net::Failure &failure) {
        m_ending = m_weClosed ? Failure::of(Failure::Kind::Stopped, {}) : Failure::network(failure, Phase::Connect);
        if (m_reader)
            m_reader->feed(m_transport->readAll()); // the last of it, also while a slice waits for its turn
        if (!m_more)
            parse();
    });
}

TcpFraming::~TcpFraming() = default;

//! A stream header's start tag with the attributes that have a value.
static QByteArray streamHeader(std::initializer_list<std::pair<const char *, QString>> attributes)
{
    QByteArray head = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'";
    for (const auto &[name, value] : attributes) {
        if (!value.isEmpty())
            head += ' ' + QByteArray(name) + "='" + value.toHtmlEscaped().toUtf8().replace('\'', "&apos;") + '\'';
    }
    return head + '>';
}

void TcpFraming::open(const OpenRequest &request)
{
    m_reader = std::make_unique<xml::StreamReader>();
    ++m_streams;
    m_more.reset();
    m_open = true;
    write("<?xml version='1.0'?>" + streamHeader({{"version", u"1.0"_s}, {"to", request.to}, {"from", request.from}, {"xml:lang", request.lang}}));
}

void TcpFraming::send(const QByteArray &element)
{
    if (m_open && !m_weClosed)
        write(element);
}

void TcpFraming::write(const QByteArray &bytes)
{
    m_transport->write(bytes);
    Q_EMIT sent(bytes);
}

void TcpFraming::startTls()
{
    // Whatever was read before TLS and not used is an injection (RFC 6120 5.4.3.3).
    m_reader.reset();
    ++m_streams;
    m_more.reset();
    m_transport->startTls();
}

void TcpFraming::close()
{
    if (m_over || m_weClosed)
        return;
    if (m_open)
        write("</stream:stream>");
    m_weClosed = true;
    m_closing = m_clock.after(CloseWait, [this] { end(Failure::of(Failure::Kind::Stopped, {})); });
}

void TcpFraming::abort()
{
    m_over = true;
    m_more.reset();
    m_closing.reset();
    disconnect(m_transport.get(), nullptr, this, nullptr);
    m_transport->abort();
}

bool TcpFraming::isEncrypted() const
{
    return m_transport->isEncrypted();
}

net::TlsInfo TcpFraming::tlsInfo() const
{
    return m_transport->tlsInfo();
}

qint64 TcpFraming::pendingBytes() const
{
    return m_transport->pendingBytes();
}

Secret TcpFraming::sessionTicket() const
{
    return m_transport->sessionTicket();
}

void TcpFraming::read()
{
    // What was not parsed yet comes first; the rest waits in the transport, which slows the sender down.
    if (m_more || m_over)
        return;
    const QByteArray bytes = m_transport->readAll();
    const QPointer alive(this);
    if (!bytes.isEmpty()) {
        if (m_reader)
            m_reader->feed(bytes);
        Q_EMIT this->alive();
    }
    if (alive)
        parse();
}

void TcpFraming::parse()
{
    const auto begun = m_clock.monotonic();
    const QPointer alive(this);
    while (m_reader && !m_over) {
        const xml::StreamReader::Event event = m_reader->next();
        if (std::holds_alternative<xml::StreamReader::NeedMore>(event))
            break;
        const quint64 stream = m_streams;
        if (!take(event) || !alive)
            return;
        // A restart or TLS took the reader away: what is left belongs to nobody.
        if (m_streams != stream)
            break;
        if (!m_over && m_clock.monotonic() - begun >= Slice) {
            m_more = m_clock.after(0ms, [this] {
                m_more.reset();
                const QPointer self(this);
                parse();
                if (self)
                    read();
            });
            return;
        }
    }
    if (m_ending && !m_over)
        end(*std::exchange(m_ending, std::nullopt));
}

//! Passes one event on; false if it was the last one.
bool TcpFraming::take(const xml::StreamReader::Event &event)
{
    const QPointer alive(this);
    tellReceived(event);
    if (!alive || m_over)
        return false;
    if (const auto header = std::get_if<xml::StreamReader::Opened>(&event)) {
        Q_EMIT opened(header->header);
        return true;
    }
    if (const auto stanza = std::get_if<xml::Element>(&event)) {
        Q_EMIT element(*stanza);
        return true;
    }
    if (const auto bad = std::get_if<xml::StreamReader::Bad>(&event)) {
        reject(*bad);
        return false;
    }
    if (!m_weClosed)
        write("</stream:stream>");
    end(Failure::of(m_weClosed ? Failure::Kind::Stopped : Failure::Kind::Closed, {}));
    return false;
}

void TcpFraming::reject(const xml::StreamReader::Bad &bad)
{
    qCWarning(logStream) << "bad XML from the server:" << bad.condition;
    if (!m_weClosed)
        write("<stream:error><" + bad.condition.toUtf8() + " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>");
    end(Failure::of(Failure::Kind::Protocol, bad.condition, bad.text));
}

void TcpFraming::tellReceived(const xml::StreamReader::Event &event)
{
    // Writing an element out again is dear, and most of the time nobody looks.
    static const QMetaMethod signal = QMetaMethod::fromSignal(&Framing::received);
    if (!isSignalConnected(signal))
        return;
    if (const auto opened = std::get_if<xml::StreamReader::Opened>(&event)) {
        const xml::StreamHeader &h = opened->header;
        Q_EMIT received(streamHeader({{"from", h.from}, {"to", h.to}, {"id", h.id}, {"version", h.version}, {"xml:lang", h.lang}}));
    } else if (const auto stanza = std::get_if<xml::Element>(&event)) {
        xml::Writer writer(ns::Client);
        stanza->write(writer);
        Q_EMIT received(writer.take());
    } else if (std::holds_alternative<xml::StreamReader::Closed>(event)) {
        Q_EMIT received("</stream:stream>");
    }
}

void TcpFraming::end(Failure failure)
{
    if (m_over)
        return;
    m_over = true;
    m_more.reset();
    m_closing.reset();
    disconnect(m_transport.get(), nullptr, this, nullptr);
    m_transport->close();
    Q_EMIT closed(failure);
}

} // namespace stream
