// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "stream/framing.h"

#include <memory>

namespace stream
{

//! XML streams over TCP (RFC 6120 4): bytes in, elements out, never more than one slice of work at a time.
class TcpFraming final : public Framing
{
    Q_OBJECT

public:
    //! How long parsing may hold the event loop before it lets others have a turn.
    static constexpr std::chrono::milliseconds Slice{8};
    //! How long close() waits for the other side's end tag.
    static constexpr std::chrono::milliseconds CloseWait{2000};

    //! Takes over a transport that is connected, encrypted or not yet.
    TcpFraming(std::unique_ptr<net::Transport> transport, Clock &clock, QObject *parent = nullptr);
    ~TcpFraming() override;

    void open(const OpenRequest &request) override;
    void send(const QByteArray &element) override;
    void startTls() override;
    void close() override;
    void abort() override;
    [[nodiscard]] bool isEncrypted() const override;
    [[nodiscard]] net::TlsInfo tlsInfo() const override;
    [[nodiscard]] qint64 pendingBytes() const override;
    [[nodiscard]] Secret sessionTicket() const override;

private:
    void write(const QByteArray &bytes);
    void read();
    void parse();
    [[nodiscard]] bool take(const xml::StreamReader::Event &event);
    void reject(const xml::StreamReader::Bad &bad);
    void tellReceived(const xml::StreamReader::Event &event);
    void end(Failure failure);

    std::unique_ptr<net::Transport> m_transport;
    Clock &m_clock;
    std::unique_ptr<xml::StreamReader> m_reader;
    Timer m_more, m_closing;
    std::optional<Failure> m_ending; //!< the road is gone, but what came before is still being read
    quint64 m_streams = 0; //!< goes up with every reader that is replaced or dropped
    bool m_open = false, m_over = false, m_weClosed = false;
};

} // namespace stream
