// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "xml/streamreader.h"

#include <QPointer>

//! A stream in memory that is open already: sent() is what we wrote, server() is what comes.
class Line final : public stream::Framing
{
public:
    void open(const stream::OpenRequest &) override { }
    void send(const QByteArray &element) override
    {
        if (!closing)
            lines << element;
    }
    void startTls() override { }
    void close() override
    {
        closing = true;
        lines << "</stream:stream>";
    }
    void abort() override { aborted = true; }
    [[nodiscard]] bool isEncrypted() const override { return true; }
    [[nodiscard]] net::TlsInfo tlsInfo() const override { return {}; }
    [[nodiscard]] qint64 pendingBytes() const override { return unsent; }
    [[nodiscard]] Secret sessionTicket() const override { return {}; }

    //! Elements as they come, each in turn.
    void server(const QByteArray &xml)
    {
        const QPointer self(this);
        xml::StreamReader reader;
        reader.feed("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>" + xml);
        Q_EMIT alive();
        while (self && !aborted) {
            const auto event = reader.next();
            if (const auto stanza = std::get_if<xml::Element>(&event))
                Q_EMIT element(*stanza);
            else if (!std::holds_alternative<xml::StreamReader::Opened>(event))
                return;
        }
    }
    void breaks(stream::Failure::Kind kind = stream::Failure::Kind::Closed)
    {
        if (!aborted)
            Q_EMIT closed(stream::Failure::of(kind, {}));
    }
    //! The next line we wrote; "(silence)" if there is none.
    [[nodiscard]] QByteArray sent() { return lines.isEmpty() ? QByteArray("(silence)") : lines.takeFirst(); }
    [[nodiscard]] QByteArray all() { return std::exchange(lines, {}).join('\n'); }

    QByteArrayList lines;
    qint64 unsent = 0;
    bool closing = false, aborted = false;
};

inline const QByteArray Ask = "<r xmlns='urn:xmpp:sm:3'/>";
inline QByteArray acknowledgement(quint32 h) { return "<a xmlns='urn:xmpp:sm:3' h='" + QByteArray::number(h) + "'/>"; }
