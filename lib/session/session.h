// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "session/iqrouter.h"
#include "session/management.h"
#include "session/pipeline.h"
#include "stanza/message.h"
#include "stanza/presence.h"
#include "stream/framing.h"
#include "stream/negotiation.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace session
{

//! The answer of a handler made with onGet() or onSet(): the payload of the result, or a stanza error.
template <typename T>
using Reply = std::expected<T, stanza::StanzaError>;

//! A result without a payload.
struct Empty
{
};

//! An account's session: routes stanzas, counts them, and outlives the streams that carry it when they can be resumed.
//!
//! started() and resumed() follow adopt(); interrupted() says that the stream is gone but may come back; ended() that everything
//! the server knew of this session is gone: presence, requests under way.
class Session final : public QObject
{
    Q_OBJECT

public:
    //! After something was written, the other side must be heard of within this; else the link is dead.
    static constexpr std::chrono::milliseconds AnswerWithin{15'000};
    //! Silence after which we ask whether the link is alive.
    static constexpr std::chrono::milliseconds KeepAlive{240'000};
    //! A server's queue must never overflow because we acknowledge too late (Prosody keeps 500).
    static constexpr quint32 AcknowledgeEvery = 100;
    //! Lasting messages that may wait for a stream; the oldest are dropped.
    static constexpr qsizetype MaxLasting = 1'000;

    Session(Jid account, Clock &clock, QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] const Jid &account() const { return m_account; }
    //! Our full address; empty before the first stream.
    [[nodiscard]] const Jid &bound() const { return m_bound; }
    //! Whether what is sent now goes out.
    [[nodiscard]] bool isOnline() const { return m_framing && !m_closing; }
    //! Whether there is a stream, be it one that says goodbye.
    [[nodiscard]] bool hasStream() const { return m_framing != nullptr; }
    [[nodiscard]] const stream::Features &features() const { return m_features; }
    //! Names of features that were switched on while signing in (XEP-0386).
    [[nodiscard]] const QStringList &inlineEnabled() const { return m_inlineEnabled; }
    [[nodiscard]] Clock &clock() const { return m_clock; }
    [[nodiscard]] std::optional<stream::Resumption> resumption() const { return m_management.resumption(); }
    [[nodiscard]] const Management &management() const { return m_management; }

    // Life.

    //! A stream is there. Starts a new session, or goes on with the old one if it was resumed.
    void adopt(std::unique_ptr<stream::Framing> framing, const stream::Negotiated &negotiated);
    //! Says goodbye in order: unavailable presence, end of stream. closed() follows.
    void close();
    //! Before the first stream: what an earlier process left, so that it can be resumed. resumption() offers it then.
    void restore(Management::Kept kept) { m_management.restore(std::move(kept)); }
    //! Gives up what could be resumed; ended() follows if there was something.
    void abandon();
    //! Checks that the link is alive, with less patience than usual: after wake-up or a change of network.
    void probe(std::chrono::milliseconds patience);
    //! As long as the handle lives, sent() and received() tell what goes over the stream.
    [[nodiscard]] Handle listen();

    // Out.

    //! Sends a request; the answer is the payload A, or an Error.
    template <typename A, typename P>
    [[nodiscard]] Task<Result<A>> get(Jid to, const P &payload)
    {
        return ask<A>(stanza::IqType::Get, std::move(to), payload);
    }
    //! Sends a change; nothing but success or an Error comes back.
    template <typename P>
    [[nodiscard]] Task<Result<void>> set(Jid to, const P &payload)
    {
        return confirm(makeRequest(stanza::IqType::Set, std::move(to), payload));
    }
    [[nodiscard]] Task<Result<stanza::Iq>> request(stanza::Iq iq, std::chrono::milliseconds timeout = IqRouter::DefaultTimeout);
    //! Sends a message; `tag` comes back with acknowledged() or lost(). False if there is no stream: nothing was sent or kept.
    bool send(const stanza::Message &message, qint64 tag = 0);
    //! Sends what is still worth saying in a later stream, like a receipt: until the server has it, it goes again with each new session;
    //! also what is said without a stream.
    void sendLasting(const stanza::Message &message);
    bool send(const stanza::Presence &presence);
    bool sendRaw(const QByteArray &stanza, qint64 tag = 0);
    //! Something that is no stanza, such as XEP-0352's.
    void sendNonza(const QByteArray &xml);

    // In.

    //! Answers a get with `f(const stanza::Iq &, const P &) -> Reply<A>`.
    template <typename P, typename F>
    [[nodiscard]] Handle onGet(F f)
    {
        return onRequest<P>(stanza::IqType::Get, std::move(f));
    }
    template <typename P, typename F>
    [[nodiscard]] Handle onSet(F f)
    {
        return onRequest<P>(stanza::IqType::Set, std::move(f));
    }
    [[nodiscard]] Handle onMessage(Stage stage, Pipeline::Hook hook) { return m_pipeline.hook(stage, std::move(hook)); }
    //! Every presence stanza whose envelope is good; `handled` may be kept.
    using PresenceHook = std::function<void(const stanza::Presence &, const Handled &)>;
    [[nodiscard]] Handle onPresence(PresenceHook hook);
    //! Puts a message into the pipeline that came inside another stanza (an archive page).
    void inject(Incoming incoming) { m_pipeline.run(std::move(incoming)); }

    // What we announce (XEP-0030): each module adds its own.

    [[nodiscard]] Handle addFeature(QStringView feature);
    //! Sorted, each once.
    [[nodiscard]] QStringList ownFeatures() const;

Q_SIGNALS:
    void started();
    void resumed();
    void interrupted(const stream::Failure &failure);
    void ended();
    //! The stream ended; the last word of it. `interrupted` or `ended` came just before.
    void closed(const stream::Failure &failure);
    //! The server has these sends.
    void acknowledged(const QList<qint64> &tags);
    //! These went out, but the stream died for good: nobody knows whether they arrived (XEP-0198 5).
    void lost(const QList<qint64> &tags);
    void ownFeaturesChanged();
    //! handledCount() moved on after a commit.
    void committed(quint32 h);

    // Only while somebody listens: as stream::Framing has it, secrets are in it.

    void sent(const QByteArray &xml);
    void received(const QByteArray &xml);

private:
    template <typename P>
    [[nodiscard]] static stanza::Iq makeRequest(stanza::IqType type, Jid to, const P &payload)
    {
        stanza::Iq iq = stanza::Iq::request(type, std::move(to));
        iq.add(payload);
        return iq;
    }
    template <typename A, typename P>
    Task<Result<A>> ask(stanza::IqType type, Jid to, const P &payload)
    {
        Promise<Result<A>> promise;
        request(makeRequest(type, std::move(to), payload)).then(this, [promise](const Result<stanza::Iq> &iq) {
            if (!iq) {
                promise.finish(std::unexpected(iq.error()));
                return;
            }
            promise.finish(xml::decode<A>(iq->element().child(A::Tag)));
        });
        return promise.task();
    }
    template <typename P, typename F>
    Handle onRequest(stanza::IqType type, F f)
    {
        return m_router.handle(type, P::Tag, [f = std::move(f)](const stanza::Iq &iq) {
            const auto payload = xml::decode<P>(iq.requestPayload());
            if (!payload)
                return Task<Result<IqReply>>::ready(IqReply(std::unexpected(stanza::StanzaError::of(stanza::ErrorType::Modify, QStringLiteral("bad-request")))));
            return encodeReply(f(iq, *payload));
        });
    }
    template <typename A>
    static Task<Result<IqReply>> encodeReply(const Reply<A> &reply)
    {
        if (!reply)
            return Task<Result<IqReply>>::ready(IqReply(std::unexpected(reply.error())));
        if constexpr (std::is_same_v<A, Empty>)
            return Task<Result<IqReply>>::ready(IqReply(QByteArray()));
        else
            return Task<Result<IqReply>>::ready(IqReply(xml::encode(*reply, ns::Client)));
    }
    [[nodiscard]] Task<Result<void>> confirm(stanza::Iq iq);

    void receive(const xml::Element &element);
    void receiveStanza(const xml::Element &element, const Handled &handled);
    void receiveAcknowledgement(const xml::Element &element);
    void streamClosed(const stream::Failure &failure);
    void goOn(const stream::Negotiated &negotiated);
    void startAnew(const stream::Negotiated &negotiated);
    [[nodiscard]] bool isForUs(const Jid &to) const;
    void write(const QByteArray &xml, qint64 tag);
    void sendAcknowledgement();
    void answerAcknowledgementRequest();
    void tellCommits();
    void requestAcknowledgement();
    void loseUnacknowledged();
    void keepLasting(const QByteArray &xml);
    void watch(std::chrono::milliseconds patience);
    void linkSilent();
    void heard();
    void keepAliveDue();
    void dropFraming();
    void followListeners();
    void breakStream(const QString &condition, const QString &text);

    Jid m_account, m_bound;
    Clock &m_clock;
    IqRouter m_router;
    Pipeline m_pipeline;
    Management m_management;
    std::unique_ptr<stream::Framing> m_framing;
    stream::Features m_features;
    QStringList m_inlineEnabled;
    std::vector<std::shared_ptr<PresenceHook>> m_presenceHooks;
    QMap<QString, int> m_ownFeatures; //!< how often each was added
    quint32 m_lastTold = 0; //!< the h of our last `<a/>`
    std::chrono::milliseconds m_lastHeard{0}, m_patience{0};
    int m_listeners = 0;
    QByteArrayList m_lasting; //!< for the next session
    qint64 m_unsent = 0; //!< bytes that had not left when the watch began
    bool m_inReceive = false, m_askedForAck = false, m_closing = false, m_answerAgain = false;
    Timer m_answerWatch, m_keepAlive, m_askSoon, m_answered, m_tellSoon;
};

} // namespace session
