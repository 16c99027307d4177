// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/runtime.h"
#include "sasl/anonymous.h"
#include "sasl/external.h"
#include "sasl/failure.h"
#include "sasl/hashedtoken.h"
#include "sasl/password.h"
#include "sasl/plain.h"
#include "steps.h"

#include <QTest>

using namespace Qt::StringLiterals;
using steps::error;
using steps::sent;

class TestMechanisms final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plain()
    {
        sasl::Plain plain(u"tim"_s, Secret(u"tanstaaftanstaaf"_s), {});
        QCOMPARE(sent(plain.start()), QByteArray("\0tim\0tanstaaftanstaaf", 21)); // RFC 4616 4
        QVERIFY(plain.finish({}));
        sasl::Plain other(u"Kurt"_s, Secret(u"xipj3plmq"_s), u"Ursel"_s);
        QCOMPARE(sent(other.start()), QByteArray("Ursel\0Kurt\0xipj3plmq", 20));
        QVERIFY(error(other.respond({})));
        QVERIFY(error(sasl::Plain(u"a"_s, {}, {}).start()));
        QVERIFY(error(sasl::Plain({}, Secret(u"x"_s), {}).start()));
        QVERIFY(error(sasl::Plain(u"a\0b"_s, Secret(u"x"_s), {}).start()));
        QVERIFY(error(sasl::Plain(u"a"_s, Secret(QByteArray("x\0y", 3)), {}).start()));
    }

    void external()
    {
        sasl::External none{QString()};
        QCOMPARE(sent(none.start()), QByteArray()); // "=" on the wire
        QVERIFY(std::get<sasl::Respond>(none.start()).data.has_value());
        QVERIFY(none.finish({}));
        sasl::External named(u"juliet@example.com"_s);
        QCOMPARE(sent(named.start()), "juliet@example.com"_ba);
        QCOMPARE(sent(named.respond({})), "juliet@example.com"_ba);
        QVERIFY(error(named.respond({})));
        QVERIFY(error(sasl::External(QString()).respond("what?")));
    }

    void externalNamesTheAddressWhenNeeded()
    {
        const QString ours = u"juliet@example.com"_s;
        QCOMPARE(sasl::External::authzidFor(ours, {ours}), QString());
        QCOMPARE(sasl::External::authzidFor(ours, {u"JULIET@Example.com"_s}), QString());
        QCOMPARE(sasl::External::authzidFor(ours, {ours, u"other@example.com"_s}), ours);
        QCOMPARE(sasl::External::authzidFor(ours, {u"other@example.com"_s}), ours);
        QCOMPARE(sasl::External::authzidFor(ours, {}), ours);
    }

    void anonymous()
    {
        sasl::Anonymous anonymous;
        QCOMPARE(sent(anonymous.start()), QByteArray());
        QCOMPARE(sent(anonymous.respond({})), QByteArray());
        QVERIFY(error(anonymous.respond({})));
        QVERIFY(anonymous.finish({}));
    }

    //! Made with Python: hmac.digest(token, b"Initiator" + binding, "sha256"), and the same with b"Responder".
    void hashedToken()
    {
        const Secret secret("WXZzciBwYmFmdmZnZiBqdmd1IGp2eXFhcmZm"_ba);
        sasl::HashedToken none(u"user"_s, {u"HT-SHA-256-NONE"_s, secret, {}}, {});
        QCOMPARE(sent(none.start()).toHex(), "user"_ba.toHex() + "00" + "9097787461a184e0fa84ec00c1381190b6c4d16a8ec4453c7b2ac5e7fcf935ed");
        QVERIFY(none.finish(QByteArray::fromHex("4e513409631474863b986c9f3e8c1e27ca29d1d7ab9ed4097e7afd6007bf9c62")));

        QByteArray binding;
        for (char i = 0; i < 32; ++i)
            binding += i;
        sasl::HashedToken bound(u"user"_s, {u"HT-SHA-256-ENDP"_s, secret, {}}, binding);
        QCOMPARE(bound.name(), u"HT-SHA-256-ENDP"_s);
        QCOMPARE(sent(bound.start()).toHex(), "user"_ba.toHex() + "00" + "0c5745576afeea711960549186a31a65c9f328205ee38b66825b3d4c872b395c");
        QVERIFY(bound.finish(QByteArray::fromHex("1260579b34d55aeba4e43062a412db609a0a7153abd218b0f148445c4e83529f")));

        for (const QByteArray &wrong : {QByteArray(), QByteArray("x"), QByteArray(32, 'x'), QByteArray::fromHex("4e513409631474863b986c9f3e8c1e27ca29d1d7ab9ed4097e7afd6007bf9c62")})
            QCOMPARE(bound.finish(wrong).error().condition, u"server-not-proven"_s);
        QVERIFY(error(bound.respond("more")));
        QVERIFY(error(sasl::HashedToken(u"user"_s, {u"HT-SHA-256-NONE"_s, {}, {}}, {}).start()));
    }

    void tokenToAskFor()
    {
        using sasl::Channel;
        const Channel bindable{.protection = Channel::Protection::Tls, .serverEndPoint = "x", .domain = {}, .host = {}};
        const Channel unbindable{.protection = Channel::Protection::Tls, .serverEndPoint = {}, .domain = {}, .host = {}};
        const QStringList all{u"HT-SHA-256-NONE"_s, u"HT-SHA-256-EXPR"_s, u"HT-SHA-256-ENDP"_s};
        QCOMPARE(sasl::HashedToken::toRequest({{}, {}, all}, bindable), u"HT-SHA-256-ENDP"_s);
        QCOMPARE(sasl::HashedToken::toRequest({{}, {}, all}, unbindable), u"HT-SHA-256-NONE"_s);
        QCOMPARE(sasl::HashedToken::toRequest({{}, {}, {u"HT-SHA-256-EXPR"_s}}, bindable), std::nullopt);
        QCOMPARE(sasl::HashedToken::toRequest({{}, {}, all}, {}), std::nullopt);
    }

    void passwordsAreNotBroken_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("prepared");
        QTest::newRow("ascii") << u" pass word "_s << u" pass word "_s;
        QTest::newRow("decomposed") << u"e\u0301"_s << u"é"_s;
        QTest::newRow("spaces") << u"\u00a0\u2003\u3000"_s << u"   "_s;
        QTest::newRow("ligature") << u"ﬁ"_s << u"ﬁ"_s;
        QTest::newRow("full width") << u"ＡＢ"_s << u"ＡＢ"_s;
        QTest::newRow("soft hyphen") << u"a\u00adb"_s << u"a\u00adb"_s;
        QTest::newRow("emoji") << u"👩‍🚀"_s << u"👩‍🚀"_s;
        QTest::newRow("tab") << u"é\t"_s << u"é\t"_s;
    }

    void passwordsAreNotBroken()
    {
        QFETCH(QString, typed);
        QFETCH(QString, prepared);
        QCOMPARE(sasl::preparePassword(Secret(typed)).revealText(), prepared);
    }

    void everyFailureHasItsWords()
    {
        QStringList seen;
        for (const QString &condition : {u"aborted"_s, u"account-disabled"_s, u"credentials-expired"_s, u"encryption-required"_s, u"invalid-authzid"_s, u"invalid-mechanism"_s,
                 u"malformed-request"_s, u"mechanism-too-weak"_s, u"not-authorized"_s, u"temporary-auth-failure"_s, u"something-new"_s}) {
            const QString text = sasl::failureText(condition, {});
            QVERIFY(text.endsWith(u'.'));
            QVERIFY(condition == u"something-new" || !text.contains(condition));
            QVERIFY2(!seen.contains(text), qPrintable(condition));
            seen << text;
        }
        QCOMPARE(sasl::failureText(u"incorrect-encoding", {}), sasl::failureText(u"malformed-request", {}));
        QVERIFY(sasl::failureText(u"something-new", {}).contains(u"something-new"));
        const Error error = sasl::failure(u"account-disabled", u"Call us"_s);
        QCOMPARE(error.kind, ErrorKind::Auth);
        QCOMPARE(error.condition, u"account-disabled"_s);
        QVERIFY(error.text.endsWith(u"The server says: “Call us”"));
        QCOMPARE(sasl::failureText(u"not-authorized", u"Invalid channel binding"_s), sasl::scramFailure("channel-bindings-dont-match").text);
        // What they add to a wrong password is about proofs and hashes.
        QCOMPARE(sasl::failureText(u"not-authorized", u"the response does not match"_s), sasl::failureText(u"not-authorized", {}));
    }

    void serverTextIsTamed()
    {
        const QString flood = sasl::failureText(u"account-disabled", QString(1'000'000, u'x'));
        QVERIFY(flood.size() < 500);
        const QString odd = sasl::failureText(u"account-disabled", u"a\nb\u202Ec\u0007%1 %2 <b>d</b>"_s);
        QVERIFY(odd.endsWith(u"“a bc%1 %2 <b>d</b>”"));
        QCOMPARE(sasl::failureText(u"account-disabled", u" \n "_s), sasl::failureText(u"account-disabled", {}));
        QVERIFY(sasl::failureText(QString(100'000, u'c'), {}).size() < 300);
        QVERIFY(sasl::failure(QString(100'000, u'c'), {}).condition.size() < 100);
        QVERIFY(sasl::scramFailure(QByteArray(100'000, 'e')).text.size() < 300);
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestMechanisms)
#include "tst_mechanisms.moc"
