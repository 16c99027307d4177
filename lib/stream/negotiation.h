// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jid.h"
#include "sasl/channel.h"
#include "sasl/choose.h"
#include "sasl/credentials.h"
#include "sasl/keycache.h"
#include "stream/failure.h"
#include "stream/features.h"
#include "stream/framing.h"
#include "stream/note.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <optional>
#include <variant>

namespace stream
{

//! What is known of a managed stream that may be resumed (XEP-0198 5).
struct Resumption
{
    QString id;
    quint32 handled = 0; //!< h: how many of their stanzas we have
    Jid bound; //!< the full address it was bound to
};

//! A feature that can be switched on inside Bind 2 (XEP-0386), keyed by the name the server lists it under.
struct InlineFeature
{
    QString name;
    QByteArray request; //!< its element, XML
};

//! What one negotiation is for.
struct NegotiationSettings
{
    Jid address; //!< bare, or a domain for an anonymous session
    sasl::Credentials credentials;
    sasl::Policy policy;
    QString resource; //!< wished for; empty: the server's choice
    QString userAgentId; //!< UUID of this installation (XEP-0388); empty: not told
    QString software, device; //!< for the account's list of devices
    std::optional<Resumption> resumption;
    QList<InlineFeature> inlineFeatures;
    QByteArray knownFeatures; //!< Features::kept() of last time: signs in without waiting for them (XEP-0509); empty: waits
    bool requestToken = false; //!< ask for a FAST token where one is offered
    QString lang;
    QDateTime now; //!< UTC, for the token's end
};

//! What stream management gives us (XEP-0198 3).
struct Management
{
    QString id; //!< empty: cannot be resumed
    QString location; //!< where to resume, "host:port", or empty
    int maxSeconds = 0; //!< 0: the server did not say

    friend bool operator==(const Management &, const Management &) = default;
};

//! The value of a negotiation that worked.
struct Negotiated
{
    Jid bound; //!< full
    bool resumed = false;
    std::optional<quint32> peerHandled; //!< their h, from `<resumed/>` or from `<failed/>`
    std::optional<quint32> resumedFrom; //!< our h, as `<resume/>` told it: what they sent after it comes again
    std::optional<Management> management; //!< nothing: acknowledgements are off
    Features features; //!< the last ones seen
    QStringList inlineEnabled; //!< names of inline features that are on
    QString mechanism; //!< what signed in
    QString mechanismReason; //!< and why it was chosen, in words
    QStringList notes; //!< what the inspector tells about the sign-in
    std::optional<sasl::Token> newToken; //!< to be kept in the keyring
    bool tokenRejected = false; //!< the old token is no good
    QList<xml::Element> early; //!< stanzas that came before the end of the negotiation, in their order
    bool earlyCounts = false; //!< whether management counts them: it was on before they came
};

//! What a stream has gained so far; the table's conditions are made of these.
enum class Gained : quint8 {
    Nothing = 0,
    Tls = 1,
    Auth = 2,
    Session = 4,
    Legacy = 8,
    Managed = 16,
};

constexpr Gained operator|(Gained a, Gained b) { return Gained(quint8(a) | quint8(b)); }
constexpr bool includes(Gained all, Gained part) { return (quint8(all) & quint8(part)) == quint8(part); }
constexpr bool intersects(Gained a, Gained b) { return (quint8(a) & quint8(b)) != 0; }

// What a step says after each element.

//! Waits for more.
struct More
{
};

//! What follows a step that is done.
enum class Next {
    SameFeatures, //!< the features we have still hold
    NewFeatures, //!< the server sends new ones by itself
    NewStream, //!< the stream is opened anew (RFC 6120 4.3.3)
};

struct Done
{
    Gained gained = Gained::Nothing;
    Next next = Next::SameFeatures;
};

using Outcome = std::variant<More, Done, Failure>;

//! What the steps share: what they know and what they may do. Owned by the Negotiator.
struct Context
{
    NegotiationSettings settings;
    sasl::Channel channel;
    xml::StreamHeader header;
    Features features;
    Gained gained = Gained::Nothing;
    Negotiated result;
    bool resumeTried = false;
    bool pipelined = false; //!< `features` are those of last time; this stream's have not come yet (XEP-0509)

    std::function<void(const QByteArray &)> send;
    std::function<void()> startTls;
    std::function<void(const sasl::KdfRequest &)> derive; //!< Step::provide() follows
    std::function<void(Outcome)> later; //!< an outcome that came without an element
    std::function<void(Note)> note; //!< for the inspector
};

//! One row's work. Never replaces itself; the Negotiator does.
class Step
{
public:
    Step() = default;
    Step(const Step &) = delete;
    Step &operator=(const Step &) = delete;
    virtual ~Step() = default;

    [[nodiscard]] virtual Outcome start(Context &context) = 0;
    [[nodiscard]] virtual Outcome element(Context &context, const xml::Element &element) = 0;
    //! TLS is on (only the step that started it).
    [[nodiscard]] virtual Outcome secured(Context &context);
    //! The key that was asked for.
    [[nodiscard]] virtual Outcome provide(Context &context, const Result<sasl::KdfResult> &key);
    //! Which of the visible phases it belongs to.
    [[nodiscard]] virtual Phase phase() const = 0;

protected:
    //! The failure for an element nobody expects here.
    [[nodiscard]] static Failure unexpected(const xml::Element &element);
};

} // namespace stream
