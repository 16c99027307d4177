// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stream/negotiation.h"

#include <QObject>

#include <memory>

namespace stream
{

//! Walks a stream from its opening to a session, by a table of steps (RFC 6120 4.3).
//!
//! Sans-I/O: the owner feeds what comes in and does what the signals ask. finished() or failed() comes once and is the last signal.
class Negotiator final : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Opening, AwaitingFeatures, Stepping, Finished, Failed };
    Q_ENUM(State)

    explicit Negotiator(NegotiationSettings settings, QObject *parent = nullptr);
    ~Negotiator() override;

    //! Starts on a fresh road; `channel` says whether TLS is on already.
    void begin(sasl::Channel channel);

    // What comes in.
    void opened(const xml::StreamHeader &header);
    void element(const xml::Element &element);
    void secured(sasl::Channel channel);
    void provideKey(const Result<sasl::KdfResult> &key);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Phase phase() const;
    [[nodiscard]] Gained gained() const { return m_context.gained; }
    //! It signs in by what it knows from last time, and the server has not confirmed any of it yet.
    [[nodiscard]] bool isPipelined() const { return m_context.pipelined; }
    [[nodiscard]] const Negotiated &result() const { return m_context.result; }

Q_SIGNALS:
    void openStream(const stream::OpenRequest &request);
    void send(const QByteArray &element);
    void startTls();
    void deriveKey(const sasl::KdfRequest &request);
    //! What to remember for the next sign-in, as Features::kept(); comes with the features before it.
    void announced(const QByteArray &features);
    //! A step of the table begins, for the sign-in window and the inspector.
    void stepped(QStringView step);
    //! For the trace.
    void noted(const stream::Note &note);
    void finished();
    void failed(const stream::Failure &failure);

private:
    struct Row;
    static std::span<const Row> table();

    void open();
    void pipeline();
    void takeFeatures(const xml::Element &element);
    void proceed();
    void run(const Row &row);
    void handle(Outcome outcome);
    void fail(const Failure &failure);
    void finish();

    Context m_context;
    std::unique_ptr<Step> m_step;
    State m_state = State::Idle;
};

} // namespace stream

Q_DECLARE_METATYPE(sasl::KdfRequest)
