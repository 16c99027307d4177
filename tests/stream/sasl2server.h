// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/runtime.h"
#include "dialogue.h"

// What a server with SASL2 says, for the dialogues about it.

//! What a modern server offers inside its authentication feature.
struct Offer
{
    QByteArrayList mechanisms = {"SCRAM-SHA-1"};
    bool resume = false, bind = true, enable = true;
    QByteArrayList fast = {};

    [[nodiscard]] QByteArray xml() const
    {
        QByteArray out = "<authentication xmlns='urn:xmpp:sasl:2'>";
        for (const QByteArray &name : mechanisms)
            out += "<mechanism>" + name + "</mechanism>";
        out += "<inline>";
        if (resume)
            out += "<sm xmlns='urn:xmpp:sm:3'/>";
        if (bind) {
            out += "<bind xmlns='urn:xmpp:bind:0'><inline><feature var='urn:xmpp:carbons:2'/>";
            out += enable ? "<feature var='urn:xmpp:sm:3'/></inline></bind>" : "</inline></bind>";
        }
        if (!fast.isEmpty()) {
            out += "<fast xmlns='urn:xmpp:fast:0'>";
            for (const QByteArray &name : fast)
                out += "<mechanism>" + name + "</mechanism>";
            out += "</fast>";
        }
        return out + "</inline></authentication>";
    }
};

inline QByteArray success(const QByteArray &inner, const QByteArray &address = "romeo@example.org/Palique~1", const QByteArray &data = {})
{
    const QByteArray additional = data.isEmpty() ? QByteArray() : "<additional-data>" + data.toBase64() + "</additional-data>";
    return "<success xmlns='urn:xmpp:sasl:2'>" + additional + "<authorization-identifier>" + address + "</authorization-identifier>" + inner + "</success>";
}

inline QByteArray refusal(const QByteArray &condition)
{
    return "<failure xmlns='urn:xmpp:sasl:2'><" + condition + " xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/><text>because</text></failure>";
}

inline stream::NegotiationSettings modern()
{
    auto settings = Dialogue::romeo();
    settings.userAgentId = QStringLiteral("d4565fa7-4d72-4749-b3d3-740edbf87770");
    settings.software = QStringLiteral("Palique");
    settings.device = QStringLiteral("Verona <1>");
    settings.inlineFeatures = {{QStringLiteral("urn:xmpp:carbons:2"), "<enable xmlns='urn:xmpp:carbons:2'/>"}, {QStringLiteral("urn:xmpp:csi:0"), "<inactive xmlns='urn:xmpp:csi:0'/>"}};
    return settings;
}

inline sasl::Token token(const QDateTime &now, const QString &mechanism = QStringLiteral("HT-SHA-256-NONE"))
{
    return {mechanism, Secret(QStringLiteral("the token")), now.addDays(1), 3};
}

inline QByteArray tokenAnswer(const QByteArray &secret = "the token")
{
    return crypto::hmac(crypto::Hash::Sha256, secret, "Responder");
}

//! Goes through SCRAM up to success, which holds `inner`. The request is what we said first.
inline bool passScram(Dialogue &d, const QByteArray &request, const QByteArray &inner, const QByteArray &address = "romeo@example.org/Palique~1")
{
    ScramServer server;
    d.server("<challenge xmlns='urn:xmpp:sasl:2'>" + server.first(payload(request)).toBase64() + "</challenge>");
    const QByteArray response = d.client();
    if (!response.startsWith("<response xmlns='urn:xmpp:sasl:2'>"))
        return false;
    d.server(success(inner, address, server.final(payload(response))));
    return true;
}

inline const QByteArray Bound = "<bound xmlns='urn:xmpp:bind:0'/>";
inline const QByteArray BoundManaged = "<bound xmlns='urn:xmpp:bind:0'><enabled xmlns='urn:xmpp:sm:3' id='sm-1' resume='true' max='600'/></bound>";
