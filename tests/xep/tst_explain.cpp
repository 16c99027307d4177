// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/explain.h"
#include "xep/explanations/saslpayload.h"
#include "xep/explanations/table.h"
#include "xep/modules.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using xep::Way;

namespace
{

xml::Element read(const QByteArray &xml)
{
    const auto stream = xml::Element::parse("<s xmlns='jabber:client'>" + xml + "</s>");
    return stream ? stream->firstChild() : xml::Element();
}

//! All code of lib/, one file after the other.
QStringList sources()
{
    QStringList texts;
    QDirIterator files(QStringLiteral(PALIQUE_LIB), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().contains("/explanations/"_L1) || !file.open(QIODevice::ReadOnly))
            continue;
        texts << QString::fromUtf8(file.readAll());
    }
    return texts;
}

} // namespace

//! No element without a sentence: what the code can send or understand is read out of the code itself.
class TestExplain final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyElementInTheCode()
    {
        const QStringList texts = sources();
        QVERIFY(texts.size() > 100);
        QHash<QString, QString> namespaces;
        static const QRegularExpression declared(u"QStringView (\\w+) = u\"([^\"]+)\";"_s);
        for (const QString &text : texts) {
            for (const auto &found : declared.globalMatch(text))
                namespaces.insert(found.captured(1), found.captured(2));
        }
        QSet<std::pair<QString, QString>> names;
        static const QRegularExpression named(u"\\{\\s*u\"([a-z-]+)\", ns::(\\w+)\\s*\\}"_s), spelt(u"\\{\\s*u\"([a-z-]+)\", u\"((?:urn:|http:|jabber:)[^\"]+)\"\\s*\\}"_s), raw(u"<([a-z-]+) xmlns='([^']+)'"_s);
        for (const QString &text : texts) {
            for (const auto &found : named.globalMatch(text)) {
                QVERIFY2(namespaces.contains(found.captured(2)), qPrintable(found.captured()));
                names.insert({found.captured(1), namespaces.value(found.captured(2))});
            }
            for (const QRegularExpression &pattern : {spelt, raw}) {
                for (const auto &found : pattern.globalMatch(text))
                    names.insert({found.captured(1), found.captured(2)});
            }
        }
        QVERIFY(names.size() > 80);
        for (const auto &[name, ns] : std::as_const(names)) {
            const QString what = u"<%1 xmlns='%2'/>"_s.arg(name, ns);
            if (ns == ns::Xml || name == u"stream") // attributes, the header
                continue;
            const auto known = xep::explainPart({name, ns}, {}, Way::Received);
            QVERIFY2(known, qPrintable(u"no sentence in lib/xep/explanations for "_s + what));
            QVERIFY2(known->sentence.endsWith(u'.') && !known->reference.isEmpty(), qPrintable(what));
        }
    }

    void everyChatState()
    {
        for (const auto &[state, name] : xml::names<xep::ChatState>)
            QVERIFY(xep::explainPart({name, ns::ChatStates}, {}, Way::Sent));
    }

    void theTableIsInOrder()
    {
        static const QRegularExpression reference(u"^(RFC [0-9]{4} [0-9.]+|XEP-[0-9]{4}( [0-9.]+)?)$"_s);
        for (const auto lines : {xep::explanations::core(), xep::explanations::extensions()}) {
            for (const auto &line : lines) {
                QVERIFY2(reference.match(QString::fromLatin1(line.reference)).hasMatch(), line.reference);
                QVERIFY2(QByteArrayView(line.sentence).endsWith('.'), line.sentence);
                // What a line says can be reached: no line before it takes everything away.
                const Way way = line.way == xep::explanations::Both::Sent ? Way::Sent : Way::Received;
                const QString name = line.name.local.isEmpty() ? u"anything"_s : line.name.local.toString();
                const auto found = xep::explainPart({name, line.name.ns}, line.type, way);
                QVERIFY2(found && found->sentence == QString::fromUtf8(line.sentence), line.sentence);
            }
        }
    }

    void stanzas_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<bool>("sent");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("reference");
        const auto row = [](const char *xml, bool sent, const char *sentence, const char *reference) {
            QTest::addRow("%s %s", sent ? "sent" : "received", xml) << QByteArray(xml) << sent << QString::fromUtf8(sentence) << QString::fromLatin1(reference);
        };
        row("<iq type='get' id='1'><ping xmlns='urn:xmpp:ping'/></iq>", true, "Asks whether anybody is there; any answer will do.", "XEP-0199");
        row("<iq type='result' id='1'/>", false, "It worked.", "RFC 6120 8.2.3");
        row("<iq type='result' id='1'><q xmlns='x'/></iq>", false, "An answer of a kind Palique does not know.", "RFC 6120 8.2.3");
        row("<iq type='set' id='1'><query xmlns='jabber:iq:roster'/></iq>", true, "We change the list of contacts.", "RFC 6121 2.3");
        row("<iq type='set' id='1'><query xmlns='jabber:iq:roster'/></iq>", false, "The server tells all our devices that the list of contacts changed.", "RFC 6121 2.1.6");
        row("<message><body>x</body><request xmlns='urn:xmpp:receipts'/></message>", true, "Words of ours for somebody.", "RFC 6121 5");
        row("<message type='groupchat'><body>x</body></message>", false, "Words of somebody in a group.", "RFC 6121 5");
        row("<message><composing xmlns='http://jabber.org/protocol/chatstates'/></message>", false, "Is typing.", "XEP-0085 3");
        row("<message/>", false, "A message without words.", "RFC 6121 5");
        row("<presence/>", true, "We say that we are here, and how available we are.", "RFC 6121 4.2");
        row("<presence type='subscribe'/>", false, "Somebody asks to see our presence.", "RFC 6121 3.1.1");
        row("<presence type='nonsense'/>", false, "A presence of a kind Palique does not know.", "RFC 6121 4");
        row("<r xmlns='urn:xmpp:sm:3'/>", true, "We ask how much has arrived.", "XEP-0198 4");
        row("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", true, "We ask to encrypt the connection from here on.", "RFC 6120 5.4.2.1");
        row("<what xmlns='ever'/>", false, "Something Palique does not know.", "");
    }

    void stanzas()
    {
        QFETCH(QByteArray, xml);
        QFETCH(bool, sent);
        const xep::Explained explained = xep::explain(read(xml), sent ? Way::Sent : Way::Received);
        QTEST(explained.sentence, "sentence");
        QTEST(explained.reference, "reference");
    }

    void errors()
    {
        const auto explained = xep::explain(read("<iq type='error' id='1'><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"), Way::Received);
        QVERIFY2(explained.sentence.startsWith(u"It did not work. ") && explained.sentence.size() > 25, qPrintable(explained.sentence));
    }

    void plain()
    {
        const auto facts = xep::explainPayload(u"PLAIN", xep::PayloadBy::Client, QByteArray("\0eva\0correct horse", 18));
        QCOMPARE(facts.size(), 4);
        QCOMPARE(facts[0].value, u"\\0eva\\0correct horse"_s);
        QCOMPARE(facts[2].value, u"eva"_s);
        QCOMPARE(facts[3].value, u"correct horse"_s);
    }

    void scram()
    {
        auto facts = xep::explainPayload(u"SCRAM-SHA-256-PLUS", xep::PayloadBy::Client, "p=tls-server-end-point,,n=e=2Cva,r=abc");
        QCOMPARE(facts.size(), 3);
        QCOMPARE(facts[0].name, u"gs2"_s);
        QCOMPARE(facts[1].value, u"e,va"_s);
        facts = xep::explainPayload(u"SCRAM-SHA-256", xep::PayloadBy::Server, "r=abcdef,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
        QCOMPARE(facts.size(), 3);
        QCOMPARE(facts[1].name, u"s"_s);
        QCOMPARE(facts[2].value, u"4096"_s);
        facts = xep::explainPayload(u"SCRAM-SHA-256", xep::PayloadBy::Client, "c=biws,r=abcdef,p=AAAA=");
        QCOMPARE(facts[2].value, u"AAAA="_s);
        QVERIFY(facts[2].meaning.startsWith(u"Our proof"));
    }

    void anything()
    {
        for (const QStringView mechanism : {u"PLAIN", u"SCRAM-SHA-1", u"HT-SHA-256-NONE", u"DIGEST-MD5", u"EXTERNAL", u"ANONYMOUS", u"GSSAPI", u"OTHER"}) {
            for (const QByteArray &data : {QByteArray(), QByteArray("\xff\xfe\0x", 4), QByteArray(",=,="), QByteArray("\0\0\0\0", 4)}) {
                for (const auto by : {xep::PayloadBy::Client, xep::PayloadBy::Server})
                    QVERIFY(!xep::explainPayload(mechanism, by, data).isEmpty());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"
