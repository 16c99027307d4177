// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/signin/addresscheck.h"

#include <QTest>

using namespace Qt::StringLiterals;
using views::checkAddress;

class tst_AddressCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forgives_data();
    void forgives();
    void explains_data();
    void explains();
    void hintsAtTypos_data();
    void hintsAtTypos();
    void takesAServerAloneFromGuests();
};

void tst_AddressCheck::forgives_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("plain") << u"ana@example.org"_s;
    QTest::newRow("spaces") << u"  ana @ example.org \n"_s;
    QTest::newRow("scheme") << u"xmpp:ana@example.org"_s;
    QTest::newRow("scheme with action") << u"XMPP:ana@example.org?message;body=hi"_s;
    QTest::newRow("scheme with slashes") << u"xmpp://ana@example.org"_s;
    QTest::newRow("mail") << u"mailto:ana@example.org"_s;
    QTest::newRow("capitals") << u"Ana@Example.ORG"_s;
    QTest::newRow("device") << u"ana@example.org/phone"_s;
    QTest::newRow("zero width") << u"ana\u200b@example.org\ufeff"_s;
}

void tst_AddressCheck::forgives()
{
    QFETCH(QString, typed);
    const auto check = checkAddress(typed);
    QVERIFY2(check.address, qPrintable(check.problem));
    QCOMPARE(check.address->toString(), u"ana@example.org"_s);
    QVERIFY(check.problem.isEmpty());
    QVERIFY(check.hint.isEmpty());
}

void tst_AddressCheck::explains_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word");
    QTest::newRow("nothing") << QString() << u"Type an address"_s;
    QTest::newRow("name alone") << u"ana"_s << u"server is missing"_s;
    QTest::newRow("server alone") << u"example.org"_s << u"server is missing"_s;
    QTest::newRow("no server") << u"ana@"_s << u"server after the @"_s;
    QTest::newRow("no name") << u"@example.org"_s << u"name before the @"_s;
    QTest::newRow("two @") << u"a@b@example.org"_s << u"not an address"_s;
    QTest::newRow("forbidden") << u"a<b>@example.org"_s << u"not an address"_s;
}

void tst_AddressCheck::explains()
{
    QFETCH(QString, typed);
    QFETCH(QString, word);
    const auto check = checkAddress(typed);
    QVERIFY(!check.address);
    QVERIFY2(check.problem.contains(word), qPrintable(check.problem));
}

void tst_AddressCheck::hintsAtTypos_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("meant");
    QTest::newRow("con") << u"ana@example.con"_s << u"ana@example.com"_s;
    QTest::newRow("ogr") << u"ana@jabber.ogr"_s << u"ana@jabber.org"_s;
    QTest::newRow("comma") << u"ana@example,org"_s << u"ana@example.org"_s;
    QTest::newRow("dots") << u"ana@example..org"_s << u"ana@example.org"_s;
}

void tst_AddressCheck::hintsAtTypos()
{
    QFETCH(QString, typed);
    QFETCH(QString, meant);
    const auto check = checkAddress(typed);
    QCOMPARE(check.suggestion, meant);
    QVERIFY((check.problem + check.hint).contains(meant));
    QVERIFY(checkAddress(u"ana@gmail.com"_s).hint.contains(u"e-mail"_s));
    QVERIFY(checkAddress(u"ana@gmail.com"_s).address);
}

void tst_AddressCheck::takesAServerAloneFromGuests()
{
    const auto check = checkAddress(u"guests.example.org"_s, views::Guests::Allowed);
    QVERIFY(check.address);
    QVERIFY(check.address->isDomain());
}

QTEST_GUILESS_MAIN(tst_AddressCheck)
#include "tst_addresscheck.moc"
