// SPDX-License-Identifier: GPL-3.0-or-later
// A session with all its modules, the input being what comes in it. "$0" to "$9" stand for the ids of our first ten requests.
#include "crypto/runtime.h"
#include "xep/fakes.h"
#include "xep/modules.h"
#include "xmlcheck.h"

using namespace Qt::StringLiterals;
using test::jid;

namespace
{

//! What the modules told the rest of the program, as far as it matters who caused it.
struct Told
{
    int contacts = 0; //!< changes of our list of contacts
    int copies = 0; //!< messages taken out of a carbon
    int results = 0; //!< iq results we sent
};

class Client final
{
public:
    Client()
    {
        QObject::connect(&m_modules.roster, &xep::RosterModule::changed, &m_context, [this] { ++m_told.contacts; });
        QObject::connect(&m_modules.roster, &xep::RosterModule::removed, &m_context, [this] { ++m_told.contacts; });
        m_test.online({.features = "<sm xmlns='urn:xmpp:sm:3'/><csi xmlns='urn:xmpp:csi:0'/>", .inlineEnabled = {}, .managed = true});
        m_wire = &m_test.wire();
        look();
    }

    [[nodiscard]] QByteArray withIds(QByteArray xml) const
    {
        for (qsizetype i = 0; i < std::min<qsizetype>(m_ids.size(), 10); ++i)
            xml.replace('$' + QByteArray::number(i), m_ids.at(i).toUtf8());
        return xml;
    }

    //! False once the stream is gone.
    bool hear(const xml::Element &element)
    {
        if (!m_wire)
            return false;
        const Told before = m_told;
        Q_EMIT m_wire->element(element);
        fuzz::settle();
        look();
        const auto from = Jid::parse(element.attribute(u"from").value_or(u"me@home.example"));
        const bool home = from && from->domain() == u"home.example";
        fuzz::require(home || m_told.contacts == before.contacts, "nobody else changes our contacts");
        fuzz::require(from == jid(u"me@home.example") || m_told.copies == before.copies, "only our account sends copies");
        const bool mayKnow = from && (from->bare() == jid(u"me@home.example") || *from == jid(u"home.example") || from->bare() == jid(u"friend@far.example"));
        fuzz::require(mayKnow || m_told.results == before.results, "strangers get no answer");
        return !m_wire.isNull();
    }

    void letTimePass()
    {
        m_test.clock.advance(std::chrono::minutes(10));
        fuzz::settle();
        look();
    }

private:
    //! Looks at what was sent, which must be good XML.
    void look()
    {
        for (const session::Incoming &incoming : std::as_const(m_sink.messages))
            m_told.copies += incoming.source == session::Incoming::Source::Live ? 0 : 1;
        m_sink.messages.clear();
        if (!m_wire)
            return;
        for (const QByteArray &xml : m_wire->unseen()) {
            const auto iq = stanza::Iq::read(fuzz::written(xml));
            if (iq && (iq->type == stanza::IqType::Get || iq->type == stanza::IqType::Set))
                m_ids << iq->id;
            m_told.results += iq && iq->type == stanza::IqType::Result ? 1 : 0;
        }
        m_wire->forgetUnseen();
    }

    test::TestSession m_test;
    test::FakeTrust m_trust;
    test::FakeRosterStore m_store;
    test::FakeCapsCache m_cache;
    xep::Modules m_modules{m_test.session, m_trust, m_store, m_cache};
    test::Sink m_sink{m_test.session};
    QPointer<test::ScriptedFraming> m_wire;
    QStringList m_ids;
    Told m_told;
    QObject m_context;
};

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz::needApplication();
    static const crypto::Runtime runtime;
    auto client = std::make_unique<Client>();
    const auto stream = xml::Element::parse("<stream xmlns='jabber:client'>" + client->withIds(fuzz::bytes(data, size)) + "</stream>");
    if (!stream)
        return 0;
    for (const xml::Element &element : stream->children()) {
        if (!client->hear(element))
            break;
    }
    client->letTimePass();
    client.reset();
    fuzz::settle();
    return 0;
}
