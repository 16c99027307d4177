// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/hash.h"
#include "stream/negotiator.h"

#include <QTest>
#include <QTimeZone>

#include <optional>

//! The server's half of SCRAM (RFC 5802), which knows the password.
class ScramServer final
{
public:
    explicit ScramServer(crypto::Hash hash = crypto::Hash::Sha1, QByteArray password = "secret") : m_hash(hash), m_password(std::move(password)) { }

    //! The first message to a client's first one, "n,,n=…,r=…".
    [[nodiscard]] QByteArray first(const QByteArray &clientFirst);
    //! The final message to a client's final one: "v=…", or "e=invalid-proof".
    [[nodiscard]] QByteArray final(const QByteArray &clientFinal);

    QByteArray salt = "salt and pepper";
    int iterations = 4096;
    QByteArray gs2; //!< what the client said of channel binding

private:
    crypto::Hash m_hash;
    QByteArray m_password, m_bare, m_first;
};

//! A negotiation spoken line by line: server() says something, client() is the next thing we said.
//!
//! What the client does is one line each: "<stream to='…' from='…'>" for an opening, "(TLS)" for the handshake, else the XML.
class Dialogue final
{
public:
    enum class Road { Plain, Tls };

    explicit Dialogue(stream::NegotiationSettings settings, Road road = Road::Tls);

    //! What the client said or did next; "(silence)" if nothing.
    [[nodiscard]] QByteArray client();
    //! Elements, each in turn, in the namespaces of a stream. The prefix "stream:" is known.
    void server(const QByteArray &xml);
    //! The server's stream header and its features, with `inner` inside them.
    void opens(const QByteArray &inner);
    void header(const xml::StreamHeader &header) { m_negotiator.opened(header); }
    //! The handshake the client asked for is done.
    void tlsDone();

    //! The SCRAM exchange of RFC 6120's profile with the mechanism expected; false with a message in `why` if it goes otherwise.
    [[nodiscard]] bool scram(ScramServer &server, const QByteArray &mechanism);
    //! Opens over TLS and signs in by SCRAM-SHA-1, up to the features after it, `inner`.
    [[nodiscard]] bool signedIn(const QByteArray &inner);

    [[nodiscard]] stream::Negotiator &negotiator() { return m_negotiator; }
    [[nodiscard]] const stream::Negotiated &result() const { return m_negotiator.result(); }
    //! "finished", "failed: kind condition text" or "talking".
    [[nodiscard]] QByteArray state() const;

    std::optional<stream::Failure> failure;
    QStringList steps; //!< of the table, as they began
    bool finished = false;
    QByteArray kept = "(nothing heard)"; //!< what an account would keep of the features
    //! From now on keys are asked for and not given; `heldKey` is the request.
    void holdKeys() { m_holdKeys = true; }
    std::optional<sasl::KdfRequest> heldKey;

    //! Channel data of the secure road.
    [[nodiscard]] static sasl::Channel tls();
    //! Romeo of example.org with the password "secret".
    [[nodiscard]] static stream::NegotiationSettings romeo();

private:
    stream::Negotiator m_negotiator;
    QByteArrayList m_said;
    bool m_holdKeys = false;
};

//! Base64 of the text of the first element or attribute-less piece between ">" and "<".
[[nodiscard]] QByteArray payload(const QByteArray &xml);
//! `<mechanisms/>` of RFC 6120 with these.
[[nodiscard]] QByteArray mechanisms(const QByteArrayList &names);
//! The value of an attribute of the first element that has it.
[[nodiscard]] QByteArray attributeOf(const QByteArray &xml, const QByteArray &name);

inline const QByteArray StartTlsFeature = "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";
inline const QByteArray BindFeature = "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>";
inline const QByteArray SmFeature = "<sm xmlns='urn:xmpp:sm:3'/>";
inline const QByteArray SessionFeature = "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/>";
