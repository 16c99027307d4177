// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/tcpframing.h"

#include "base/log.h"

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
        read();
    });
}

TcpFraming::~TcpFraming() = default;

void TcpFraming::open(const OpenRequest &request)
{
    m_reader = std::make_unique<xml::StreamReader>();
    m_more.reset();
    QByteArray head = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'";
    const auto add = [&head](const char *name, const QString &value) {
        if (!value.isEmpty())
            head += ' ' + QByteArray(name) + "='" + value.toHtmlEscaped().toUtf8().replace('\'', "&apos;") + '\'';
    };
    add("to", request.to);
    add("from", request.from);
    add("xml:lang", request.lang);
    m_open = true;
    write(head + '>');
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
    const QByteArray bytes = m_transport->readAll();
    if (!bytes.isEmpty() && !m_over) {
        Q_EMIT received(bytes);
        Q_EMIT alive();
        if (m_reader)
            m_reader->feed(bytes);
    }
    if (!m_more)
        parse();
}

void TcpFraming::parse()
{
    m_more.reset();
    const auto begun = m_clock.monotonic();
    while (m_reader && !m_over) {
        const xml::StreamReader *current = m_reader.get();
        const xml::StreamReader::Event event = m_reader->next();
        if (std::holds_alternative<xml::StreamReader::NeedMore>(event))
            break;
        if (const auto header = std::get_if<xml::StreamReader::Opened>(&event))
            Q_EMIT opened(header->header);
        else if (const auto stanza = std::get_if<xml::Element>(&event))
            Q_EMIT element(*stanza);
        else if (const auto bad = std::get_if<xml::StreamReader::Bad>(&event)) {
            qCWarning(logStream) << "bad XML from the server:" << bad->condition;
            write("<stream:error><" + bad->condition.toUtf8() + " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>");
            end(Failure::of(Failure::Kind::Protocol, bad->condition, bad->text));
            return;
        } else {
            const bool answered = m_weClosed;
            if (!m_weClosed)
                write("</stream:stream>");
            end(answered ? Failure::of(Failure::Kind::Stopped, {}) : Failure::of(Failure::Kind::Closed, {}));
            return;
        }
        // A restart or TLS took the reader away: what is left belongs to nobody.
        if (m_reader.get() != current)
            return;
        if (m_clock.monotonic() - begun >= Slice) {
            m_more = m_clock.after(0ms, [this] { parse(); });
            return;
        }
    }
    if (m_ending && !m_over)
        end(*std::exchange(m_ending, std::nullopt));
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
