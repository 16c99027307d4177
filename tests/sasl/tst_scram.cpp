// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/runtime.h"
#include "sasl/keycache.h"
#include "sasl/scram.h"
#include "steps.h"

#include <QTest>

using namespace Qt::StringLiterals;
using crypto::Hash;
using sasl::Scram;
using steps::derived;
using steps::error;
using steps::sent;

Q_DECLARE_METATYPE(crypto::Hash)

namespace
{

constexpr auto Nonce = "abc";
const QByteArray Binding = [] {
    QByteArray bytes;
    for (char i = 0; i < 32; ++i)
        bytes += i;
    return bytes;
}();

Scram::Parameters parameters(Hash hash = Hash::Sha256)
{
    return {.hash = hash, .username = u"user"_s, .authzid = {}, .password = Secret(u"pencil"_s), .bindingType = "tls-server-end-point", .bindingData = Binding, .advertised = {}, .nonce = Nonce};
}

//! The condition a SCRAM-SHA-256 exchange fails with at this first challenge; empty if it goes on.
std::optional<Error> failureAt(const QByteArray &challenge, Scram::Parameters p = parameters())
{
    Scram scram(std::move(p));
    (void)scram.start();
    return error(scram.respond(challenge));
}

} // namespace

class TestScram final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void vectors_data()
    {
        QTest::addColumn<Hash>("hash");
        QTest::addColumn<QByteArray>("nonce");
        QTest::addColumn<QByteArray>("serverFirst");
        QTest::addColumn<QByteArray>("clientFinal");
        QTest::addColumn<QByteArray>("serverFinal");
        QTest::newRow("RFC 5802 5") << Hash::Sha1 << "fyko+d2lbbFgONRv9qkxdawL"_ba << "r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096"_ba
                                    << "c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts="_ba << "v=rmF9pqV8S7suAoZWja4dJRkFsKQ="_ba;
        QTest::newRow("RFC 7677 3") << Hash::Sha256 << "rOprNGfwEbeRWgbNEkqO"_ba << "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"_ba
                                    << "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="_ba
                                    << "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="_ba;
        // Made with Python's hashlib.pbkdf2_hmac and hmac.digest by the formulas of RFC 5802 3.
        QTest::newRow("SHA-512") << Hash::Sha512 << "rOprNGfwEbeRWgbNEkqO"_ba << "r=rOprNGfwEbeRWgbNEkqOserver512,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=10000"_ba
                                 << "c=biws,r=rOprNGfwEbeRWgbNEkqOserver512,p=6ACuKU+Bd9yBwA6WQb1Bzu9wS2aVg6Uhn1Q5vjJvvWzmGbRSo3JQ0UC4mFwykTLSkbkGpfKRNNFU38NIzEXu8A=="_ba
                                 << "v=DcZYr0xC8dSn9t2pzQY9jqWwQ280kW+C/79WWp2+zLqb2ul8I5WiikWOLZVN6a6ll/ubWN+w6mB4/aV8ShsM6g=="_ba;
    }

    void vectors()
    {
        QFETCH(Hash, hash);
        QFETCH(QByteArray, nonce);
        QFETCH(QByteArray, serverFirst);
        QFETCH(QByteArray, clientFinal);
        QFETCH(QByteArray, serverFinal);
        for (const bool inSuccess : {false, true}) {
            auto p = parameters(hash);
            p.nonce = nonce;
            Scram scram(p);
            QCOMPARE(sent(scram.start()), "n,,n=user,r=" + nonce);
            QCOMPARE(sent(derived(scram, scram.respond(serverFirst))), clientFinal);
            if (inSuccess) {
                QVERIFY(scram.finish(serverFinal));
            } else {
                QCOMPARE(sent(scram.respond(serverFinal)), QByteArray());
                QVERIFY(scram.finish({}));
            }
        }
    }

    void bound()
    {
        auto p = parameters(Hash::Sha512);
        p.binding = Scram::Binding::Bound;
        Scram scram(p);
        QCOMPARE(scram.name(), u"SCRAM-SHA-512-PLUS"_s);
        QCOMPARE(sent(scram.start()), "p=tls-server-end-point,,n=user,r=abc"_ba);
        QCOMPARE(sent(derived(scram, scram.respond("r=abcdef,s=c2FsdHNhbHQ=,i=4096"))),
            "c=cD10bHMtc2VydmVyLWVuZC1wb2ludCwsAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=,r=abcdef,p=KOjZuDOcYuIMw1syuBuyELArzR/S7m7pf43GSeF57aCCeYE+6/9s8RsObNK+th5bbOnk9ZKHKNPQ+PV9C/sX7Q=="_ba);
        QVERIFY(scram.finish("v=hgC6jFy6tasjfXY7yrLvfCmJpofosD5h+EO05fb+Ns2sFIg75c0hEAQsxvYKF0X2yhagLhjsyYsOvsdaW4shYA=="));

        p = parameters();
        p.binding = Scram::Binding::Bound;
        p.authzid = u"other,one"_s;
        Scram other(p);
        QCOMPARE(sent(other.start()), "p=tls-server-end-point,a=other=2Cone,n=user,r=abc"_ba);
        QVERIFY(sent(derived(other, other.respond("r=abcdef,s=c2FsdHNhbHQ=,i=4096"))).endsWith(",p=9QKO+dZaJRqee2EFjWBT9QZVUVt8jV9/+/NHHlxYSDk="));
        QVERIFY(other.finish("v=zoCCYXuvyRrmsCjPM13MbRYeWlwNmoi++77bCWGUwu8="));
    }

    //! The whole example of XEP-0515, whose `h` is that of XEP-0474.
    void downgradeProtectionExample()
    {
        auto p = parameters(Hash::Sha1);
        p.binding = Scram::Binding::Bound;
        p.bindingType = "tls-exporter";
        p.bindingData = "THIS IS FAKE CB DATA";
        p.nonce = "12C4CD5C-E38E-4A98-8F6D-15C38F51CCC6";
        p.advertised = Scram::advertisedString({u"SCRAM-SHA-1-PLUS"_s, u"SCRAM-SHA-1"_s}, QStringList{u"tls-server-end-point"_s, u"tls-exporter"_s});
        p.tlsVersion = 0x0304;
        Scram scram(p);
        QCOMPARE(sent(scram.start()), "p=tls-exporter,,n=user,r=12C4CD5C-E38E-4A98-8F6D-15C38F51CCC6"_ba);
        const auto step = scram.respond(QByteArray::fromBase64(
            "cj0xMkM0Q0Q1Qy1FMzhFLTRBOTgtOEY2RC0xNUMzOEY1MUNDQzZhMDkxMTdhNi1hYzUwLTRmMmYtOTNmMS05Mzc5OWMyYmRkZjYscz1RU1hDUitRNnNlazhiZjkyLGk9NDA5NixoPUc2ay9yQkxEcWdPaFJSYUN1dWF0U0RGa0owOD0sdD0wMzA0"));
        QCOMPARE(sent(derived(scram, step)),
            QByteArray::fromBase64("Yz1jRDEwYkhNdFpYaHdiM0owWlhJc0xGUklTVk1nU1ZNZ1JrRkxSU0JEUWlCRVFWUkIscj0xMkM0Q0Q1Qy1FMzhFLTRBOTgtOEY2RC0xNUMzOEY1MUNDQzZhMDkxMTdhNi1hYzUwLTRmMmYtOTNmMS05Mzc5OWMyYmRkZjYscD1LSFVmTjhkU3kxSzk1Y3JUNEQ1eTFJdExKZnM9"));
        QVERIFY(scram.finish("v=3w34ZIMVRkx2f2Ozb3/ecRPVdv4="));
        QCOMPARE(scram.notes().size(), 2);
    }

    void advertisedString()
    {
        QCOMPARE(Scram::advertisedString({u"B"_s, u"A"_s}, std::nullopt), "A\x1e" "B"_ba);
        QCOMPARE(Scram::advertisedString({u"B"_s, u"A"_s}, QStringList{}), "A\x1e" "B\x1f"_ba);
        QCOMPARE(Scram::advertisedString({u"a"_s, u"B"_s}, QStringList{u"z"_s, u"y"_s}), "B\x1e" "a\x1fy\x1ez"_ba);
    }

    void downgrades_data()
    {
        QTest::addColumn<QByteArray>("extensions");
        QTest::addColumn<QString>("condition"); // empty: goes on
        // base64(sha256("PLAIN\x1eSCRAM-SHA-256\x1eSCRAM-SHA-256-PLUS\x1ftls-exporter\x1etls-server-end-point")), then of the list without -PLUS and bindings
        QTest::newRow("true list") << ",h=OpwIlj6pDmUR+0q4Zqaqb5xWu6SDmduyUo4bUQEUWCQ="_ba << QString();
        QTest::newRow("stripped list") << ",h=Rgy1OtqF8B/re2ip4rVzs2herVHnECfKbsLqKQgUMgo="_ba << u"downgrade-detected"_s;
        QTest::newRow("not a hash") << ",h=x"_ba << u"downgrade-detected"_s;
        QTest::newRow("twice") << ",h=OpwIlj6pDmUR+0q4Zqaqb5xWu6SDmduyUo4bUQEUWCQ=,h=x"_ba << u"malformed-challenge"_s;
        QTest::newRow("none") << ""_ba << QString();
        QTest::newRow("true TLS version") << ",t=0303"_ba << QString();
        QTest::newRow("other TLS version") << ",t=0304"_ba << u"tls-downgrade-detected"_s;
        QTest::newRow("odd TLS version") << ",t=TLSv1.2"_ba << u"tls-downgrade-detected"_s;
        QTest::newRow("both") << ",t=0303,x=future,h=OpwIlj6pDmUR+0q4Zqaqb5xWu6SDmduyUo4bUQEUWCQ="_ba << QString();
    }

    void downgrades()
    {
        QFETCH(QByteArray, extensions);
        QFETCH(QString, condition);
        auto p = parameters();
        p.advertised = Scram::advertisedString({u"SCRAM-SHA-256-PLUS"_s, u"SCRAM-SHA-256"_s, u"PLAIN"_s}, QStringList{u"tls-server-end-point"_s, u"tls-exporter"_s});
        p.tlsVersion = 0x0303;
        const auto failed = failureAt("r=abcdef,s=c2FsdHNhbHQ=,i=4096" + extensions, p);
        QCOMPARE(failed ? failed->condition : QString(), condition);
        if (condition.endsWith(u"detected"))
            QCOMPARE(failed->kind, ErrorKind::Policy);
    }

    void unknownTlsVersionIsNotCompared() { QVERIFY(!failureAt("r=abcdef,s=c2FsdHNhbHQ=,i=4096,t=0304")); }

    void badFirstMessages_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("condition");
        const auto row = [](const char *name, const QByteArray &message, const QString &condition) { QTest::newRow(name) << message << condition; };
        const QString malformed = u"malformed-challenge"_s;
        row("empty", "", malformed);
        row("nonsense", "hello", malformed);
        row("foreign nonce", "r=xyzdef,s=c2FsdA==,i=4096", u"nonce-mismatch"_s);
        row("only our nonce", "r=abc,s=c2FsdA==,i=4096", u"nonce-mismatch"_s);
        row("nonce before ours", "r=defabc,s=c2FsdA==,i=4096", u"nonce-mismatch"_s);
        row("nonce with a space", "r=abc def,s=c2FsdA==,i=4096", u"nonce-mismatch"_s);
        row("nonce not ascii", "r=abc\xc3\xa9,s=c2FsdA==,i=4096", u"nonce-mismatch"_s);
        row("empty nonce", "r=,s=c2FsdA==,i=4096", malformed);
        row("no nonce", "s=c2FsdA==,i=4096", malformed);
        row("empty salt", "r=abcdef,s=,i=4096", malformed);
        row("no salt", "r=abcdef,i=4096", malformed);
        row("salt not base64", "r=abcdef,s=!!!!,i=4096", malformed);
        row("salt without padding", "r=abcdef,s=c2FsdA,i=4096", malformed);
        row("salt only padding", "r=abcdef,s=====,i=4096", malformed);
        row("iterations 0", "r=abcdef,s=c2FsdA==,i=0", u"too-few-iterations"_s);
        row("iterations 1", "r=abcdef,s=c2FsdA==,i=1", u"too-few-iterations"_s);
        row("iterations 999", "r=abcdef,s=c2FsdA==,i=999", u"too-few-iterations"_s);
        row("iterations 1000", "r=abcdef,s=c2FsdA==,i=1000", QString());
        row("iterations 4096", "r=abcdef,s=c2FsdA==,i=4096", QString());
        row("iterations 10 million", "r=abcdef,s=c2FsdA==,i=10000000", QString());
        row("iterations above", "r=abcdef,s=c2FsdA==,i=10000001", u"too-many-iterations"_s);
        row("iterations 2^31", "r=abcdef,s=c2FsdA==,i=2147483648", u"too-many-iterations"_s);
        row("iterations 2^32+4096", "r=abcdef,s=c2FsdA==,i=4294971392", u"too-many-iterations"_s);
        row("iterations 2^64+4096", "r=abcdef,s=c2FsdA==,i=18446744073709555712", u"too-many-iterations"_s);
        row("iterations endless", "r=abcdef,s=c2FsdA==,i=" + QByteArray(500, '9'), malformed);
        row("iterations negative", "r=abcdef,s=c2FsdA==,i=-4096", malformed);
        row("iterations with a sign", "r=abcdef,s=c2FsdA==,i=+4096", malformed);
        row("iterations hexadecimal", "r=abcdef,s=c2FsdA==,i=0x1000", malformed);
        row("iterations with a space", "r=abcdef,s=c2FsdA==,i= 4096", malformed);
        row("iterations empty", "r=abcdef,s=c2FsdA==,i=", malformed);
        row("no iterations", "r=abcdef,s=c2FsdA==", malformed);
        row("mandatory extension", "m=x,r=abcdef,s=c2FsdA==,i=4096", u"extensions-not-supported"_s);
        row("mandatory extension at the end", "r=abcdef,s=c2FsdA==,i=4096,m=x", u"extensions-not-supported"_s);
        row("other order", "s=c2FsdA==,r=abcdef,i=4096", malformed);
        row("extension between", "r=abcdef,x=1,s=c2FsdA==,i=4096", malformed);
        row("extension at the end", "r=abcdef,s=c2FsdA==,i=4096,x=anything=at all", QString());
        row("final comma", "r=abcdef,s=c2FsdA==,i=4096,", malformed);
        row("two commas", "r=abcdef,,s=c2FsdA==,i=4096", malformed);
        row("leading comma", ",r=abcdef,s=c2FsdA==,i=4096", malformed);
        row("long name", "r=abcdef,s=c2FsdA==,i=4096,xy=1", malformed);
        row("digit as name", "r=abcdef,s=c2FsdA==,i=4096,1=1", malformed);
        row("nul", QByteArray("r=abc\0def,s=c2FsdA==,i=4096", 27), malformed);
        row("huge", "r=abcdef,s=c2FsdA==,i=4096,x=" + QByteArray(100'000, 'x'), malformed);
        row("error", "e=unknown-user", u"unknown-user"_s);
        row("signature too early", "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=", malformed);
    }

    void badFirstMessages()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, condition);
        const auto failed = failureAt(message);
        QCOMPARE(failed ? failed->condition : QString(), condition);
        QVERIFY(!failed || !failed->text.isEmpty());
    }

    void badFinalMessages_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("condition");
        const auto row = [](const char *name, const QByteArray &message, const QString &condition) { QTest::newRow(name) << message << condition; };
        row("wrong signature", "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=", u"server-not-proven"_s);
        row("wrong signature of the right length", "v=" + QByteArray(32, 'x').toBase64(), u"server-not-proven"_s);
        row("empty signature", "v=", u"malformed-challenge"_s);
        row("signature not base64", "v=????", u"malformed-challenge"_s);
        row("nothing", "", u"malformed-challenge"_s);
        row("another attribute", "x=1", u"malformed-challenge"_s);
        row("invalid proof", "e=invalid-proof", u"invalid-proof"_s);
        row("bindings differ", "e=channel-bindings-dont-match", u"channel-bindings-dont-match"_s);
        row("stripped -PLUS", "e=server-does-support-channel-binding", u"server-does-support-channel-binding"_s);
        row("unknown binding", "e=unsupported-channel-binding-type", u"unsupported-channel-binding-type"_s);
        row("an error of its own", "e=tea-time", u"tea-time"_s);
    }

    void badFinalMessages()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, condition);
        const auto answered = [] {
            auto scram = std::make_unique<Scram>(parameters());
            (void)scram->start();
            (void)derived(*scram, scram->respond("r=abcdef,s=c2FsdHNhbHQ=,i=1000"));
            return scram;
        };
        const auto inChallenge = answered();
        const auto failed = error(inChallenge->respond(message));
        QVERIFY(failed);
        QCOMPARE(failed->condition, condition);
        QVERIFY(!inChallenge->finish({}));

        const auto inSuccess = answered();
        const auto finished = inSuccess->finish(message);
        QVERIFY(!finished);
        QCOMPARE(finished.error().condition, message.isEmpty() ? u"server-not-proven"_s : condition);
        QVERIFY(!inSuccess->finish("v="));
    }

    void serverMustProveItself()
    {
        Scram atOnce(parameters());
        (void)atOnce.start();
        QCOMPARE(atOnce.finish({}).error().condition, u"server-not-proven"_s);

        Scram afterFirst(parameters());
        (void)afterFirst.start();
        (void)afterFirst.respond("r=abcdef,s=c2FsdHNhbHQ=,i=1000");
        QVERIFY(!afterFirst.finish("v=rmF9pqV8S7suAoZWja4dJRkFsKQ="));

        Scram idle(parameters());
        QVERIFY(error(idle.respond("r=abcdef,s=c2FsdHNhbHQ=,i=1000")));
        QVERIFY(!idle.finish({}));
    }

    void keyMustBeTheOneAskedFor()
    {
        Scram scram(parameters());
        (void)scram.start();
        (void)scram.respond("r=abcdef,s=c2FsdHNhbHQ=,i=1000");
        QVERIFY(error(scram.provide({Hash::Sha256, "other salt", 1000, Secret(QByteArray(32, 'x'))})));
        Scram shorter(parameters());
        (void)shorter.start();
        (void)shorter.respond("r=abcdef,s=c2FsdHNhbHQ=,i=1000");
        QVERIFY(error(shorter.provide({Hash::Sha256, "saltsalt", 1000, Secret(QByteArray(20, 'x'))})));
    }

    void names()
    {
        auto p = parameters(Hash::Sha1);
        p.username = u"a=b,c"_s;
        Scram scram(p);
        QCOMPARE(sent(scram.start()), "n,,n=a=3Db=2Cc,r=abc"_ba);
        QVERIFY(sent(derived(scram, scram.respond("r=abcdef,s=c2FsdHNhbHQ=,i=4096"))).endsWith(",p=e3iKPpV5IuS8p/zpOGl/T2s+8gs="));
        p.username.clear();
        QVERIFY(error(Scram(p).start()));
        p.username = u"user"_s;
        p.password = {};
        QVERIFY(error(Scram(p).start()));
    }

    //! Passwords as people have them: proofs made with Python over the NFC form with plain spaces.
    void passwords_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QByteArray>("proof");
        QTest::newRow("composed") << u"pässwörd"_s << "IuOhTlkqSpeiptJLDHsrjjjP3VuHwjTzBmcSJY81cKQ="_ba;
        QTest::newRow("decomposed") << u"pa\u0308sswo\u0308rd"_s << "IuOhTlkqSpeiptJLDHsrjjjP3VuHwjTzBmcSJY81cKQ="_ba;
        QTest::newRow("strange spaces and one at the end") << u"a\u00a0b\u3000c "_s << "InSaVEfIO6oXK7/B/r0Lih3NiQTgQmIaW0zsThmydh4="_ba;
        QTest::newRow("compatibility characters stay") << u"ﬁⅨª"_s << "ptpdsQCl0y4eeGpLW2fa39PB+6rZUfAr8iQpKCAuFKM="_ba;
        QTest::newRow("200 characters") << QString(200, u'x') << "4J7tuyDfERfAEqA6LZXG7pSjm+GfBRIdnpFzQTM4MGg="_ba;
        QTest::newRow("punctuation") << u" ,=\\\"%'<&> "_s << "YfVU5GLF55bNVFmbp8pzavnxWPB4fUs1H0PkI7r5yIY="_ba;
    }

    void passwords()
    {
        QFETCH(QString, password);
        QFETCH(QByteArray, proof);
        auto p = parameters();
        p.password = Secret(password);
        p.binding = Scram::Binding::NotOffered;
        Scram scram(p);
        QCOMPARE(sent(scram.start()), "y,,n=user,r=abc"_ba);
        QCOMPARE(sent(derived(scram, scram.respond("r=abcdef,s=c2FsdHNhbHQ=,i=4096"))), "c=eSws,r=abcdef,p=" + proof);
    }

    void noncesAreFresh()
    {
        auto p = parameters();
        p.nonce.clear();
        const QByteArray first = sent(Scram(p).start());
        QVERIFY(first.size() >= qsizetype(strlen("n,,n=user,r=")) + 24);
        QVERIFY(first != sent(Scram(p).start()));
    }

    void keysAreRemembered()
    {
        sasl::KeyCache cache;
        const sasl::KdfRequest request{Hash::Sha256, Secret(u"pencil"_s), "salt", 1000};
        QVERIFY(!cache.find(request));
        const auto key = request.run().value();
        cache.insert(request, key);
        cache.insert(request, key);
        QCOMPARE(cache.size(), 1);
        QVERIFY(cache.find(request)->saltedPassword == key.saltedPassword);
        QVERIFY(!cache.find({Hash::Sha1, request.password, "salt", 1000}));
        QVERIFY(!cache.find({Hash::Sha256, request.password, "pepper", 1000}));
        QVERIFY(!cache.find({Hash::Sha256, request.password, "salt", 1001}));
        QCOMPARE(cache.size(), 1);
        for (int i = 0; i < 100; ++i)
            cache.insert({Hash::Sha256, request.password, QByteArray::number(i), 1000}, {Hash::Sha256, QByteArray::number(i), 1000, key.saltedPassword});
        QVERIFY(cache.size() <= 8);
        QVERIFY(cache.find({Hash::Sha256, request.password, "99", 1000}));

        QVERIFY(!cache.find({Hash::Sha256, Secret(u"changed"_s), "99", 1000}));
        QCOMPARE(cache.size(), 0);
        cache.insert(request, key);
        cache.clear();
        QVERIFY(!cache.find(request));
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestScram)
#include "tst_scram.moc"
