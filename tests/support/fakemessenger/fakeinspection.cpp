// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemessenger/fakeinspection.h"

#include "session/trace.h"

using namespace Qt::StringLiterals;

namespace fake
{

using Topic = stream::Note::Topic;

Inspection::Inspection(const QString &account, const QDateTime &begun, QObject *parent)
    : im::Inspection(account, parent), m_now(begun.isValid() ? begun : QDateTime(QDate(2026, 3, 1), QTime(14, 20)).toUTC())
{
}

void Inspection::attempt()
{
    beginAttempt(m_now);
}

void Inspection::record(int kind, const QByteArray &text, const stream::Note &note)
{
    m_now = m_now.addMSecs(12);
    const QByteArray kept = m_origin == Origin::Masked && kind != int(session::TraceEntry::Kind::Note) ? session::masked(text) : text;
    im::Inspection::record({m_now, session::TraceEntry::Kind(kind), kept, note}, m_origin);
}

void Inspection::note(Topic topic, const QStringList &facts)
{
    record(int(session::TraceEntry::Kind::Note), {}, {topic, facts});
}

void Inspection::sent(const QByteArray &xml)
{
    record(int(session::TraceEntry::Kind::Sent), xml, {});
}

void Inspection::received(const QByteArray &xml)
{
    record(int(session::TraceEntry::Kind::Received), xml, {});
}

void Inspection::setOnline(bool online)
{
    m_online = online;
    Q_EMIT canSendChanged();
}

Result<void> Inspection::write(const QByteArray &stanza)
{
    written << stanza;
    sent(stanza);
    return {};
}

//! Up to the features inside TLS.
void Inspection::playConnection()
{
    attempt();
    note(Topic::Lookup, {u"palique.example"_s});
    note(Topic::Found, {u"chat.palique.example:5222"_s, u"starttls"_s, u"_xmpp-client SRV"_s});
    note(Topic::Connecting, {u"2001:db8::5"_s, u"chat.palique.example:5222"_s, u"_xmpp-client SRV"_s, u"1"_s, u"1"_s});
    note(Topic::Connected, {u"chat.palique.example:5222"_s, u"starttls"_s});
    const QByteArray open = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0' to='palique.example'";
    const QByteArray opened = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' from='palique.example' id='s1' version='1.0'>";
    sent(open + ">");
    received(opened);
    received("<features xmlns='http://etherx.jabber.org/streams'><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></features>");
    sent("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
    received("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
    wait(20);
    note(Topic::Secured, {u"TLSv1.3"_s, u"TLS_AES_256_GCM_SHA384"_s, {}, u"authority"_s});
    note(Topic::Certificate, {u"palique.example"_s, u"Example CA R3"_s, u"2026-01-03T00:00:00"_s, u"2026-12-31T00:00:00"_s, u"5A:1F"_s});
    note(Topic::Certificate, {u"Example CA R3"_s, u"Example Root"_s, u"2020-01-01T00:00:00"_s, u"2035-01-01T00:00:00"_s, u"77:32"_s});
    sent(open + " from='eva@palique.example'>");
    received(opened);
    received("<features xmlns='http://etherx.jabber.org/streams'><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-256</mechanism><mechanism>PLAIN</mechanism></mechanisms></features>");
    note(Topic::Mechanism, {u"SCRAM-SHA-256"_s});
    note(Topic::PassedOver, {u"PLAIN"_s});
    sent("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='SCRAM-SHA-256'>" + QByteArray("n,,n=eva,r=rOprNGfwEbeRWgbNEkqO").toBase64() + "</auth>");
}

void Inspection::playSignIn()
{
    playConnection();
    received("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + QByteArray("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096").toBase64() + "</challenge>");
    sent("<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + QByteArray("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=").toBase64() + "</response>");
    received("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + QByteArray("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=").toBase64() + "</success>");
    sent("<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0' to='palique.example'>");
    received("<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' from='palique.example' id='s2' version='1.0'>");
    received("<features xmlns='http://etherx.jabber.org/streams'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/><sm xmlns='urn:xmpp:sm:3'/><csi xmlns='urn:xmpp:csi:0'/></features>");
    sent("<iq type='set' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
    received("<iq type='result' id='b1'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>eva@palique.example/Palique.x7</jid></bind></iq>");
    sent("<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
    received("<enabled xmlns='urn:xmpp:sm:3' id='k9' resume='true' max='600'/>");
    note(Topic::Opened, {u"eva@palique.example/Palique.x7"_s});
    sent("<iq type='get' id='r1'><query xmlns='jabber:iq:roster' ver='41'/></iq>");
    sent("<iq type='set' id='c1'><enable xmlns='urn:xmpp:carbons:2'/></iq>");
    sent("<presence><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='urn:x-palique:client' ver='q07IKJEyjvHSyhy//CH0CxmKi8w='/></presence>");
    received("<iq type='result' id='r1'/>");
    received("<iq type='result' id='c1'/>");
}

void Inspection::playRefusal()
{
    playConnection();
    received("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>");
    note(Topic::Failed, {});
}

void Inspection::playChat()
{
    wait(5000);
    received("<presence from='ana@palique.example/phone' to='eva@palique.example/Palique.x7'><show>away</show></presence>");
    sent("<message to='ana@palique.example' type='chat' id='m1'><body>Claro</body><origin-id xmlns='urn:xmpp:sid:0' id='m1'/><request xmlns='urn:xmpp:receipts'/>"
         "<markable xmlns='urn:xmpp:chat-markers:0'/><active xmlns='http://jabber.org/protocol/chatstates'/></message>");
    sent("<r xmlns='urn:xmpp:sm:3'/>");
    received("<a xmlns='urn:xmpp:sm:3' h='4'/>");
    received("<message from='ana@palique.example/phone' to='eva@palique.example/Palique.x7' type='chat' id='q1'><received xmlns='urn:xmpp:receipts' id='m1'/></message>");
    received("<message from='ana@palique.example/phone' to='eva@palique.example' type='chat' id='q2'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>");
    received("<iq from='palique.example' to='eva@palique.example/Palique.x7' type='get' id='p1'><ping xmlns='urn:xmpp:ping'/></iq>");
    sent("<iq to='palique.example' type='result' id='p1'/>");
}

} // namespace fake
