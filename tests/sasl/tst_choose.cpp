// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/runtime.h"
#include "sasl/choose.h"
#include "steps.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using sasl::Channel;
using steps::sent;

namespace
{

const QDateTime Now = QDateTime::fromSecsSinceEpoch(1'790'000'000, QTimeZone::UTC);

//! A situation as a line of the table says it, space-separated words.
struct Case
{
    sasl::Offer offer;
    Channel channel;
    sasl::Credentials credentials;
    sasl::Policy policy;
};

//! `mechanisms`; `bindings` is "-" if not announced; `options`: clear, noendpoint, nopassword, cert, kerberos, anonymous, token=MECH,
//! oldtoken=MECH, proven=MECH, noplain, digest, tried=MECH.
Case read(const QString &mechanisms, const QString &bindings, const QString &fast, const QString &options)
{
    const auto words = [](const QString &text) { return text.split(u' ', Qt::SkipEmptyParts); };
    Case c;
    c.offer.mechanisms = words(mechanisms);
    if (bindings != u"-")
        c.offer.channelBindings = words(bindings);
    c.offer.fast = words(fast);
    c.channel = {.protection = Channel::Protection::Tls, .serverEndPoint = "end point", .tlsVersion = 0x0304, .domain = u"example.org"_s, .host = {}};
    c.credentials.username = u"ana"_s;
    c.credentials.address = u"ana@example.org"_s;
    c.credentials.password = Secret(u"pencil"_s);
    const QStringList all = words(options);
    for (const QString &option : all) {
        const QString value = option.section(u'=', 1);
        if (option == u"clear")
            c.channel.protection = Channel::Protection::None;
        else if (option == u"noendpoint")
            c.channel.serverEndPoint.clear();
        else if (option == u"nopassword")
            c.credentials.password = {};
        else if (option == u"cert")
            c.credentials.certificateAddresses = QStringList{u"ana@example.org"_s};
        else if (option == u"kerberos")
            c.credentials.kerberos = true;
        else if (option == u"anonymous")
            c.credentials.anonymous = true;
        else if (option.startsWith(u"token="))
            c.credentials.token = sasl::Token{value, Secret(u"token"_s), Now.addSecs(1)};
        else if (option.startsWith(u"oldtoken="))
            c.credentials.token = sasl::Token{value, Secret(u"token"_s), Now};
        else if (option.startsWith(u"proven="))
            c.policy.proven = value;
        else if (option == u"noplain")
            c.policy.allowPlain = false;
        else if (option == u"digest")
            c.policy.allowDigestMd5 = true;
        else if (option.startsWith(u"tried="))
            c.policy.tried << value;
        else
            qFatal("no such option: %s", qPrintable(option));
    }
    return c;
}

} // namespace

class TestChoose final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data()
    {
        QTest::addColumn<QString>("mechanisms");
        QTest::addColumn<QString>("bindings");
        QTest::addColumn<QString>("fast");
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("expected"); // a mechanism, or the condition of the refusal
        const auto row = [](const char *name, const char *mechanisms, const char *bindings, const char *fast, const char *options, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(mechanisms) << QString::fromLatin1(bindings) << QString::fromLatin1(fast) << QString::fromLatin1(options) << QString::fromLatin1(expected);
        };
        constexpr auto Everything = "PLAIN ANONYMOUS DIGEST-MD5 SCRAM-SHA-1 SCRAM-SHA-1-PLUS SCRAM-SHA-256 SCRAM-SHA-256-PLUS SCRAM-SHA-512 SCRAM-SHA-512-PLUS GSSAPI EXTERNAL X-OAUTH2";
        constexpr auto Prosody = "SCRAM-SHA-1 SCRAM-SHA-1-PLUS SCRAM-SHA-256 SCRAM-SHA-256-PLUS PLAIN";

        row("strongest", Everything, "tls-server-end-point tls-exporter", "", "", "SCRAM-SHA-512-PLUS");
        row("strongest, bindings not announced", Everything, "-", "", "", "SCRAM-SHA-512-PLUS");
        row("bindings announced, not ours", Prosody, "tls-exporter", "", "", "SCRAM-SHA-256");
        row("bindings announced, empty", Prosody, "", "", "", "SCRAM-SHA-256");
        row("no end point in the certificate", Prosody, "tls-server-end-point", "", "noendpoint", "SCRAM-SHA-256");
        row("a weak -PLUS before a strong one without", "SCRAM-SHA-512 SCRAM-SHA-1-PLUS", "-", "", "", "SCRAM-SHA-1-PLUS");
        row("no -PLUS", "PLAIN SCRAM-SHA-1 SCRAM-SHA-256", "-", "", "", "SCRAM-SHA-256");
        row("bindings but no -PLUS", "SCRAM-SHA-256 PLAIN", "tls-server-end-point", "", "", "SCRAM-SHA-256");
        row("without TLS nothing binds", Prosody, "tls-server-end-point", "", "clear", "SCRAM-SHA-256");
        row("order of the offer is nothing", "SCRAM-SHA-1 SCRAM-SHA-512 SCRAM-SHA-256", "-", "", "", "SCRAM-SHA-512");

        row("certificate", Everything, "-", "", "cert", "EXTERNAL");
        row("certificate without TLS", "EXTERNAL PLAIN", "-", "", "cert clear", "encryption-required");
        row("certificate refused", Everything, "-", "", "cert tried=EXTERNAL", "SCRAM-SHA-512-PLUS");
        row("no certificate", "EXTERNAL SCRAM-SHA-1", "-", "", "", "SCRAM-SHA-1");
        row("kerberos", Everything, "-", "", "kerberos", "GSSAPI");
        row("kerberos failed", Everything, "-", "", "kerberos tried=GSSAPI", "SCRAM-SHA-512-PLUS");
        row("kerberos not wanted", "GSSAPI PLAIN", "-", "", "", "PLAIN");
        row("anonymous", Everything, "-", "", "anonymous", "ANONYMOUS");
        row("anonymous not offered", "PLAIN SCRAM-SHA-1", "-", "", "anonymous", "no-mechanism");
        row("anonymous not asked for", "ANONYMOUS", "-", "", "", "no-mechanism");

        row("plain", "PLAIN", "-", "", "", "PLAIN");
        row("plain without TLS", "PLAIN", "-", "", "clear", "encryption-required");
        row("plain not allowed", "PLAIN", "-", "", "noplain", "plain-not-allowed");
        row("plain after SCRAM", "PLAIN", "-", "", "proven=SCRAM-SHA-1", "mechanism-downgrade");
        row("plain after EXTERNAL", "PLAIN X-OAUTH2", "-", "", "proven=EXTERNAL", "mechanism-downgrade");
        row("digest and plain after SCRAM", "PLAIN DIGEST-MD5", "-", "", "proven=SCRAM-SHA-1 digest", "mechanism-downgrade");
        row("digest not allowed, plain after SCRAM", "PLAIN DIGEST-MD5", "-", "", "proven=SCRAM-SHA-1", "mechanism-downgrade");
        row("other SCRAM after SCRAM", "PLAIN SCRAM-SHA-1", "-", "", "proven=SCRAM-SHA-512-PLUS", "SCRAM-SHA-1");
        row("kerberos after SCRAM", "PLAIN GSSAPI", "-", "", "proven=SCRAM-SHA-1 kerberos", "GSSAPI");
        row("SCRAM is never passed over", "PLAIN SCRAM-SHA-1", "-", "", "tried=SCRAM-SHA-1", "SCRAM-SHA-1");
        row("digest", "DIGEST-MD5 PLAIN", "-", "", "digest", "DIGEST-MD5");
        row("digest not allowed", "DIGEST-MD5", "-", "", "", "digest-md5-not-allowed");
        row("digest not allowed, plain is", "DIGEST-MD5 PLAIN", "-", "", "", "PLAIN");
        row("digest without TLS", "DIGEST-MD5", "-", "", "digest clear", "encryption-required");

        row("token", Prosody, "-", "HT-SHA-256-NONE HT-SHA-256-ENDP", "token=HT-SHA-256-ENDP", "HT-SHA-256-ENDP");
        row("token without binding", Prosody, "-", "HT-SHA-256-NONE HT-SHA-256-ENDP", "token=HT-SHA-256-NONE", "HT-SHA-256-NONE");
        row("token alone", Prosody, "-", "HT-SHA-256-NONE", "token=HT-SHA-256-NONE nopassword", "HT-SHA-256-NONE");
        row("token of another mechanism", Prosody, "-", "HT-SHA-256-NONE", "token=HT-SHA-256-ENDP", "SCRAM-SHA-256-PLUS");
        row("token of a mechanism we cannot", Prosody, "-", "HT-SHA-256-EXPR", "token=HT-SHA-256-EXPR", "SCRAM-SHA-256-PLUS");
        row("token in the wrong list", "HT-SHA-256-NONE SCRAM-SHA-1", "-", "", "token=HT-SHA-256-NONE", "SCRAM-SHA-1");
        row("token expired", Prosody, "-", "HT-SHA-256-NONE", "oldtoken=HT-SHA-256-NONE", "SCRAM-SHA-256-PLUS");
        row("token expired, no password", Prosody, "-", "HT-SHA-256-NONE", "oldtoken=HT-SHA-256-NONE nopassword", "password-needed");
        row("token refused", Prosody, "-", "HT-SHA-256-NONE", "token=HT-SHA-256-NONE tried=HT-SHA-256-NONE", "SCRAM-SHA-256-PLUS");
        row("token without TLS", "SCRAM-SHA-1", "-", "HT-SHA-256-NONE", "token=HT-SHA-256-NONE clear", "SCRAM-SHA-1");
        row("bound token, certificate without end point", Prosody, "-", "HT-SHA-256-ENDP", "token=HT-SHA-256-ENDP noendpoint", "SCRAM-SHA-256");

        row("no password", "SCRAM-SHA-1 PLAIN", "-", "", "nopassword", "password-needed");
        row("no password, SCRAM is there", "SCRAM-SHA-1 PLAIN", "-", "", "nopassword proven=SCRAM-SHA-1", "password-needed");
        row("nothing offered", "", "-", "", "", "no-mechanism");
        row("nothing known", "X-OAUTH2 CRAM-MD5", "-", "", "", "no-mechanism");
        row("case counts", "plain scram-sha-1", "-", "", "", "no-mechanism");
    }

    void table()
    {
        QFETCH(QString, mechanisms);
        QFETCH(QString, bindings);
        QFETCH(QString, fast);
        QFETCH(QString, options);
        QFETCH(QString, expected);
        const Case c = read(mechanisms, bindings, fast, options);
        const auto choice = sasl::choose(c.offer, c.channel, c.credentials, c.policy, Now);
        QCOMPARE(choice ? choice->mechanism->name() : choice.error().condition, expected);
        if (choice) {
            QVERIFY(choice->why.startsWith(expected + u": "_s));
            // Everything offered is accounted for.
            QCOMPARE(choice->rejectedWithReasons.size(), c.offer.mechanisms.size() + c.offer.fast.size() - 1);
        } else {
            QVERIFY(!choice.error().text.isEmpty());
        }
    }

    void header_data()
    {
        QTest::addColumn<QString>("mechanisms");
        QTest::addColumn<QString>("bindings");
        QTest::addColumn<QString>("options");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("bound") << u"SCRAM-SHA-1 SCRAM-SHA-1-PLUS"_s << u"tls-exporter tls-server-end-point"_s << QString() << "p=tls-server-end-point,,n=ana,r="_ba;
        QTest::newRow("bound, nothing announced") << u"SCRAM-SHA-1 SCRAM-SHA-1-PLUS"_s << u"-"_s << QString() << "p=tls-server-end-point,,n=ana,r="_ba;
        QTest::newRow("-PLUS, but no binding of ours") << u"SCRAM-SHA-1 SCRAM-SHA-1-PLUS"_s << u"tls-exporter"_s << QString() << "n,,n=ana,r="_ba;
        QTest::newRow("-PLUS, but our certificate cannot") << u"SCRAM-SHA-1 SCRAM-SHA-1-PLUS"_s << u"tls-server-end-point"_s << u"noendpoint"_s << "n,,n=ana,r="_ba;
        QTest::newRow("only a strange -PLUS") << u"SCRAM-SHA-1 SCRAM-SHA3-512-PLUS"_s << u"tls-server-end-point"_s << QString() << "n,,n=ana,r="_ba;
        QTest::newRow("no -PLUS, we could") << u"SCRAM-SHA-1"_s << u"-"_s << QString() << "y,,n=ana,r="_ba;
        QTest::newRow("no -PLUS, bindings listed") << u"SCRAM-SHA-1"_s << u"tls-server-end-point"_s << QString() << "y,,n=ana,r="_ba;
        QTest::newRow("no -PLUS, we could not") << u"SCRAM-SHA-1"_s << u"-"_s << u"noendpoint"_s << "n,,n=ana,r="_ba;
        QTest::newRow("no TLS") << u"SCRAM-SHA-1"_s << u"-"_s << u"clear"_s << "n,,n=ana,r="_ba;
    }

    void header()
    {
        QFETCH(QString, mechanisms);
        QFETCH(QString, bindings);
        QFETCH(QString, options);
        QFETCH(QByteArray, header);
        const Case c = read(mechanisms, bindings, {}, options);
        const auto choice = sasl::choose(c.offer, c.channel, c.credentials, c.policy, Now);
        QVERIFY(choice);
        const QByteArray first = sent(choice->mechanism->start());
        QVERIFY2(first.startsWith(header), first.constData());
    }

    //! choose() hands SCRAM what it needs to check XEP-0474's hash.
    void listReachesScram()
    {
        const Case c = read(u"SCRAM-SHA-256-PLUS SCRAM-SHA-256 PLAIN"_s, u"tls-exporter tls-server-end-point"_s, {}, {});
        for (const bool honest : {true, false}) {
            const auto choice = sasl::choose(c.offer, c.channel, c.credentials, c.policy, Now);
            const QByteArray first = sent(choice->mechanism->start());
            const QByteArray nonce = first.sliced(first.indexOf(",r=") + 3);
            const QByteArray hash = honest ? "OpwIlj6pDmUR+0q4Zqaqb5xWu6SDmduyUo4bUQEUWCQ="_ba : "Rgy1OtqF8B/re2ip4rVzs2herVHnECfKbsLqKQgUMgo="_ba;
            const auto step = choice->mechanism->respond("r=" + nonce + "x,s=c2FsdA==,i=4096,h=" + hash);
            QCOMPARE(steps::error(step).has_value(), !honest);
        }
    }

    void downgradeIsExplained()
    {
        const Case c = read(u"PLAIN LOGIN"_s, u"-"_s, {}, u"proven=SCRAM-SHA-256"_s);
        const auto choice = sasl::choose(c.offer, c.channel, c.credentials, c.policy, Now);
        QCOMPARE(choice.error().kind, ErrorKind::Policy);
        QVERIFY(choice.error().text.contains(u"now offers only PLAIN, LOGIN, although it offered SCRAM-SHA-256 before"));

        // The way out: what was proven is forgotten.
        sasl::Policy allowed = c.policy;
        allowed.proven.clear();
        QCOMPARE(sasl::choose(c.offer, c.channel, c.credentials, allowed, Now)->mechanism->name(), u"PLAIN"_s);
    }

    void hugeOffersStayReadable()
    {
        Case c = read({}, u"-"_s, {}, {});
        for (int i = 0; i < 1000; ++i)
            c.offer.mechanisms << QString(200, u'X');
        const auto choice = sasl::choose(c.offer, c.channel, c.credentials, c.policy, Now);
        QVERIFY(choice.error().text.size() < 600);
    }

    void remembering()
    {
        QVERIFY(sasl::isWorthRemembering(u"SCRAM-SHA-1"));
        QVERIFY(sasl::isWorthRemembering(u"SCRAM-SHA-512-PLUS"));
        QVERIFY(sasl::isWorthRemembering(u"EXTERNAL"));
        QVERIFY(!sasl::isWorthRemembering(u"PLAIN"));
        QVERIFY(!sasl::isWorthRemembering(u"DIGEST-MD5"));
        QVERIFY(!sasl::isWorthRemembering(u"HT-SHA-256-NONE"));
        QVERIFY(!sasl::isWorthRemembering(u"ANONYMOUS"));
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestChoose)
#include "tst_choose.moc"
