// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jid.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestJid final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // empty: refused
        const auto row = [](const char *name, const QString &text, const QString &expected) { QTest::newRow(name) << text << expected; };
        row("bare", u"ana@example.org"_s, u"ana@example.org"_s);
        row("full", u"ana@example.org/Phone"_s, u"ana@example.org/Phone"_s);
        row("domain", u"example.org"_s, u"example.org"_s);
        row("case", u"ANA@Example.ORG/Phone"_s, u"ana@example.org/Phone"_s);
        row("final dot", u"ana@example.org."_s, u"ana@example.org"_s);
        row("full width", u"ａｎａ@example.org"_s, u"ana@example.org"_s);
        row("non-ascii local", u"FUẞBALL@example.com"_s, u"fußball@example.com"_s);
        row("a-labels", u"ana@XN--bcher-KVA.example"_s, u"ana@bücher.example"_s);
        row("upper idn", u"ana@Bücher.example"_s, u"ana@bücher.example"_s);
        row("resource with slash and at", u"ana@example.org/a/b@c"_s, u"ana@example.org/a/b@c"_s);
        row("resource with space", u"ana@example.org/my phone"_s, u"ana@example.org/my phone"_s);
        row("resource with ideographic space", u"ana@example.org/a\u3000b"_s, u"ana@example.org/a b"_s);
        row("resource emoji", u"ana@example.org/😀"_s, u"ana@example.org/😀"_s);
        row("ipv6", u"ana@[::1]"_s, u"ana@[::1]"_s);
        row("escaped", u"d\\27artagnan@example.org"_s, u"d\\27artagnan@example.org"_s);
        row("decomposed", u"ame\u0301lie@example.org"_s, u"amélie@example.org"_s);
        row("empty", QString(), QString());
        row("empty local", u"@example.org"_s, QString());
        row("empty domain", u"ana@"_s, QString());
        row("empty resource", u"ana@example.org/"_s, QString());
        row("two ats", u"ana@b@example.org"_s, QString());
        row("space in local", u"a b@example.org"_s, QString());
        row("quote in local", u"a\"b@example.org"_s, QString());
        row("lower than in local", u"a<b@example.org"_s, QString());
        row("emoji in local", u"😀@example.org"_s, QString());
        row("control in resource", u"ana@example.org/a\u0007"_s, QString());
        row("bidi override in resource", u"ana@example.org/\u202Etxt.exe"_s, QString());
        row("unassigned", u"ana@example.org/\u0378"_s, QString());
        row("noncharacter", u"ana@example.org/\uFFFE"_s, QString());
        row("lone surrogate", u"ana@example.org/"_s + QChar(0xD800), QString());
        row("empty label", u"ana@example..org"_s, QString());
        row("leading dot", u"ana@.example.org"_s, QString());
        row("long local", QString(1023, u'a') + u"@example.org"_s, QString(1023, u'a') + u"@example.org"_s);
        row("too long local", QString(1024, u'a') + u"@example.org"_s, QString());
        row("too long resource", u"ana@example.org/"_s + QString(1024, u'a'), QString());
        row("too long in bytes", u"ana@example.org/"_s + QString(400, u'€'), QString());
    }

    void parses()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto jid = Jid::parse(text);
        QCOMPARE(jid ? jid->toString() : QString(), expected);
        if (jid) // normalisation is a fixed point
            QCOMPARE(Jid::parse(jid->toString()).value_or(Jid()), *jid);
    }

    void parts()
    {
        const Jid jid = Jid::parse(u"ana@example.org/a/b").value();
        QCOMPARE(jid.local(), u"ana");
        QCOMPARE(jid.domain(), u"example.org");
        QCOMPARE(jid.resource(), u"a/b");
        QCOMPARE(jid.bare().toString(), u"ana@example.org"_s);
        QVERIFY(jid.bare().isBare());
        QVERIFY(jid.bare().resource().isEmpty());
        QCOMPARE(jid.domainJid().toString(), u"example.org"_s);
        QVERIFY(jid.domainJid().isDomain());
        QCOMPARE(jid.bare().withResource(u"a/b").value(), jid);
        QVERIFY(!jid.withResource(u"\u0007"));
        QCOMPARE(Jid::of(u"Ana", u"example.org").value(), jid.bare());
        QVERIFY(!Jid::of(u"a@b", u"example.org"));
        QVERIFY(Jid().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJid)
#include "tst_jid.moc"
