// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/runtime.h"
#include "sasl/digestdirectives.h"
#include "sasl/digestmd5.h"
#include "steps.h"

#include <QTest>

using namespace Qt::StringLiterals;
using sasl::DigestDirectives;
using sasl::DigestMd5;
using steps::error;
using steps::sent;

namespace
{

DigestMd5::Parameters chris(const QByteArray &service, const QByteArray &nonce)
{
    return {.username = u"chris"_s, .authzid = {}, .password = Secret(u"secret"_s), .domain = u"elwood.innosoft.com"_s, .service = service, .nonce = nonce};
}

DigestMd5::Parameters juergen(const QString &password)
{
    return {.username = u"jürgen"_s, .authzid = {}, .password = Secret(password), .domain = u"example.org"_s, .nonce = "c1"};
}

} // namespace

class TestDigestMd5 final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! RFC 2831 4, both examples.
    void vectors()
    {
        DigestMd5 imap(chris("imap", "OA6MHXh6VqTrRk"));
        QCOMPARE(sent(imap.start()), "<none>"_ba);
        QCOMPARE(sent(imap.respond("realm=\"elwood.innosoft.com\",nonce=\"OA6MG9tEQGm2hh\",qop=\"auth\",algorithm=md5-sess,charset=utf-8")),
            "charset=utf-8,username=\"chris\",realm=\"elwood.innosoft.com\",nonce=\"OA6MG9tEQGm2hh\",nc=00000001,cnonce=\"OA6MHXh6VqTrRk\","
            "digest-uri=\"imap/elwood.innosoft.com\",response=d388dad90d4bbd760a152321f2143af7,qop=auth"_ba);
        QCOMPARE(sent(imap.respond("rspauth=ea40f60335c427b5527b84dbabcdfffd")), QByteArray());
        QVERIFY(imap.finish({}));

        DigestMd5 acap(chris("acap", "OA9BSuZWMSpW8m"));
        (void)acap.start();
        QVERIFY(sent(acap.respond("realm=\"elwood.innosoft.com\",nonce=\"OA9BSXrbuRhWay\",qop=\"auth\",algorithm=md5-sess,charset=utf-8")).contains("response=6084c6db3fede7352c551284490fd0fc"));
        QVERIFY(acap.finish("rspauth=2f0b3d7c3c2e486600ef710726aa2eae"));
    }

    //! Made with Python's hashlib by RFC 2831 2.1.2.1: Latin-1 where it is possible, part by part.
    void charsets()
    {
        auto p = juergen(u"pässwörd"_s);
        p.authzid = u"other@example.org"_s;
        DigestMd5 latin(p);
        (void)latin.start();
        const QByteArray response = sent(latin.respond("nonce=\"n1\",qop=\"auth\",charset=utf-8,algorithm=md5-sess"));
        QVERIFY(response.contains("username=\"jürgen\""));
        QVERIFY(response.contains("response=2b5aba4ea331d06310fabf2b082b7418"));
        QVERIFY(response.contains("authzid=\"other@example.org\""));
        QVERIFY(!response.contains("realm="));
        QVERIFY(latin.finish("rspauth=1d17403058af70cf50982535898040ea"));

        DigestMd5 other(juergen(u"密码"_s));
        (void)other.start();
        QVERIFY(sent(other.respond("realm=\"a\",realm=\"example.org\",nonce=\"n1\",qop=\"auth-int,auth\",charset=utf-8,algorithm=md5-sess")).contains("response=0740b2784df432caee03eff465f9c1e7"));
        QVERIFY(other.finish("rspauth=aa06093a405e295ba102c58c76aeed48"));
    }

    void badChallenges_data()
    {
        QTest::addColumn<QByteArray>("challenge");
        QTest::addColumn<QString>("condition");
        const QString malformed = u"malformed-challenge"_s;
        QTest::newRow("empty") << ""_ba << malformed;
        QTest::newRow("no nonce") << "qop=\"auth\",algorithm=md5-sess"_ba << malformed;
        QTest::newRow("empty nonce") << "nonce=\"\",algorithm=md5-sess"_ba << malformed;
        QTest::newRow("two nonces") << "nonce=\"a\",nonce=\"b\",algorithm=md5-sess"_ba << malformed;
        QTest::newRow("no algorithm") << "nonce=\"a\""_ba << malformed;
        QTest::newRow("other algorithm") << "nonce=\"a\",algorithm=md5"_ba << malformed;
        QTest::newRow("only auth-int") << "nonce=\"a\",algorithm=md5-sess,qop=\"auth-int,auth-conf\""_ba << u"qop"_s;
        QTest::newRow("open quotation") << "nonce=\"a,algorithm=md5-sess"_ba << malformed;
        QTest::newRow("final backslash") << "algorithm=md5-sess,nonce=\"a\\"_ba << malformed;
        QTest::newRow("no value") << "nonce"_ba << malformed;
        QTest::newRow("huge") << "nonce=\"a\",algorithm=md5-sess,x="_ba + QByteArray(3000, 'x') << malformed;
        QTest::newRow("default qop") << "nonce=\"a\",algorithm=md5-sess"_ba << QString();
        QTest::newRow("spaces and empty elements") << " nonce = \"a\" ,, algorithm=md5-sess ,"_ba << QString();
        QTest::newRow("unknown directive") << "nonce=\"a\",algorithm=md5-sess,future=\"x, y\""_ba << QString();
    }

    void badChallenges()
    {
        QFETCH(QByteArray, challenge);
        QFETCH(QString, condition);
        DigestMd5 digest(juergen(u"x"_s));
        (void)digest.start();
        const auto failed = error(digest.respond(challenge));
        QCOMPARE(failed ? failed->condition : QString(), condition);
    }

    void serverMustProveItself()
    {
        const auto answered = [] {
            auto digest = std::make_unique<DigestMd5>(juergen(u"x"_s));
            (void)digest->start();
            (void)digest->respond("nonce=\"a\",algorithm=md5-sess");
            return digest;
        };
        QCOMPARE(answered()->finish({}).error().condition, u"server-not-proven"_s);
        QCOMPARE(answered()->finish("rspauth=00000000000000000000000000000000").error().condition, u"server-not-proven"_s);
        QCOMPARE(answered()->finish("hello").error().condition, u"malformed-challenge"_s);
        QVERIFY(error(answered()->respond("rspauth=00000000000000000000000000000000")));
        QVERIFY(error(answered()->respond("nonce=\"b\",algorithm=md5-sess")));
        DigestMd5 idle(juergen(u"x"_s));
        QVERIFY(!idle.finish({}));
        QVERIFY(error(idle.respond("nonce=\"a\",algorithm=md5-sess")));
        QVERIFY(error(DigestMd5(juergen({})).start()));
    }

    void quoting()
    {
        QCOMPARE(DigestDirectives::quoted("a\"b\\c"), "\"a\\\"b\\\\c\""_ba);
        QCOMPARE(DigestDirectives::parse("x=\"a\\\"b\\\\c, d\"")->only("x"), std::optional("a\"b\\c, d"_ba));
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestDigestMd5)
#include "tst_digestmd5.moc"
