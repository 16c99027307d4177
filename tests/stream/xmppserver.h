// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogue.h"
#include "scriptedtransport.h"

#include <memory>

//! A small XMPP server behind ScriptedTransports: STARTTLS or direct TLS, SCRAM-SHA-1 for romeo, binding, stream management.
class XmppServer final
{
public:
    //! Where it falls silent; each includes what is before it.
    enum class Stage { Connect, Header, StartTls, Handshake, Features, Auth, Challenge, Bind, Enable, All };

    //! Takes one connection over; it is served until `silentAt`.
    void serve(ScriptedTransport &transport)
    {
        state = State();
        ++connections;
        transport.heard = [this](ScriptedTransport &t, const QByteArray &xml) { hear(t, xml); };
        transport.handshake = [this](ScriptedTransport &t) {
            const bool direct = t.endpoint.security == net::Endpoint::Security::DirectTls; // there it is before all else
            if (direct ? silentAt != Stage::Handshake : reaches(Stage::Handshake))
                handshake ? handshake(t) : t.secured();
        };
        if (reaches(Stage::Connect))
            QMetaObject::invokeMethod(&transport, [&transport] { transport.arrive(); }, Qt::QueuedConnection);
    }

    Stage silentAt = Stage::All; //!< this one is not answered any more
    std::function<void(ScriptedTransport &)> handshake; //!< instead of success
    QByteArray insteadOfFeatures; //!< sent inside TLS, once it is set
    QByteArray insteadOfHeader; //!< sent before anything
    int connections = 0;
    bool sawPlaintextAddress = false;
    bool resumes = false; //!< with nothing acknowledged; else it does not know the stream any more

private:
    struct State
    {
        bool authenticated = false;
        ScramServer scram;
        int stanzas = 0;
    };

    [[nodiscard]] bool reaches(Stage stage) const { return silentAt == Stage::All || stage < silentAt; }

    void hear(ScriptedTransport &t, const QByteArray &xml)
    {
        static const QByteArray ns = " xmlns='urn:ietf:params:xml:ns:xmpp-sasl'";
        if (xml.contains("<stream:stream"))
            openStream(t, xml);
        else if (xml.startsWith("<starttls") && reaches(Stage::StartTls))
            t.say("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        else if (xml.startsWith("<auth") && reaches(Stage::Auth))
            t.say("<challenge" + ns + ">" + state.scram.first(payload(xml)).toBase64() + "</challenge>");
        else if (xml.startsWith("<response") && reaches(Stage::Challenge))
            finishScram(t, state.scram.final(payload(xml)));
        else if (xml.contains("xmpp-bind") && reaches(Stage::Bind))
            t.say("<iq type='result' id='" + attributeOf(xml, "id") + "'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>romeo@example.org/r</jid></bind></iq>");
        else if (xml.startsWith("<resume"))
            t.say(resumes ? "<resumed xmlns='urn:xmpp:sm:3' h='0' previd='" + attributeOf(xml, "previd") + "'/>" : QByteArray("<failed xmlns='urn:xmpp:sm:3'/>"));
        else if (xml.startsWith("<enable") && reaches(Stage::Enable))
            t.say("<enabled xmlns='urn:xmpp:sm:3' id='sm-1' resume='true'/>");
    }

    void openStream(ScriptedTransport &t, const QByteArray &xml)
    {
        if (!reaches(Stage::Header))
            return;
        if (!insteadOfHeader.isEmpty()) {
            t.say(insteadOfHeader);
            return;
        }
        sawPlaintextAddress |= !t.secure && xml.contains("romeo");
        t.say("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' from='example.org' id='1' version='1.0'>");
        if (t.secure && !reaches(Stage::Features))
            return;
        if (t.secure && !insteadOfFeatures.isEmpty())
            t.say(insteadOfFeatures);
        else
            t.say("<stream:features>" + (!t.secure ? StartTlsFeature : state.authenticated ? BindFeature + SmFeature : mechanisms({"SCRAM-SHA-1"})) + "</stream:features>");
    }

    void finishScram(ScriptedTransport &t, const QByteArray &last)
    {
        state.authenticated = last.startsWith("v=");
        t.say(state.authenticated ? "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + last.toBase64() + "</success>"
                                  : QByteArray("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>"));
    }

    State state;
};

//! Makes ScriptedTransports and shows each to the test before it is used.
class ScriptedFactory final : public net::TransportFactory
{
public:
    [[nodiscard]] std::unique_ptr<net::Transport> connectTo(const net::Endpoint &endpoint, const QHostAddress &address) override
    {
        auto transport = std::make_unique<ScriptedTransport>(endpoint, address);
        made << transport.get();
        tried << endpoint.authority();
        if (arrange)
            arrange(*transport);
        return transport;
    }

    QList<QPointer<ScriptedTransport>> made;
    QStringList tried;
    std::function<void(ScriptedTransport &)> arrange;
};
