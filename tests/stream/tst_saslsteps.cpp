// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/runtime.h"
#include "dialogue.h"

using namespace Qt::StringLiterals;

namespace
{

QByteArray refusal(const QByteArray &condition, const QByteArray &text = {})
{
    const QByteArray words = text.isEmpty() ? QByteArray() : "<text xml:lang='en'>" + text + "</text>";
    return "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><" + condition + "/>" + words + "</failure>";
}

} // namespace

//! SASL as RFC 6120 6 has it, with the real mechanisms.
class TestSaslSteps final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scram_data()
    {
        QTest::addColumn<QByteArray>("mechanism");
        QTest::addColumn<int>("hash");
        QTest::newRow("SHA-1") << QByteArray("SCRAM-SHA-1") << int(crypto::Hash::Sha1);
        QTest::newRow("SHA-256") << QByteArray("SCRAM-SHA-256") << int(crypto::Hash::Sha256);
        QTest::newRow("SHA-512") << QByteArray("SCRAM-SHA-512") << int(crypto::Hash::Sha512);
    }

    void scram()
    {
        QFETCH(const QByteArray, mechanism);
        QFETCH(const int, hash);
        Dialogue d(Dialogue::romeo());
        QCOMPARE(d.client(), "<stream to='example.org' from='romeo@example.org'>");
        d.opens(mechanisms({"PLAIN", mechanism, "X-TEA"}));
        ScramServer server{crypto::Hash(hash)};
        QVERIFY(d.scram(server, mechanism));
        QCOMPARE(server.gs2, "n,,");
        QCOMPARE(d.client(), "<stream to='example.org' from='romeo@example.org'>");
        QCOMPARE(d.state(), "talking");
        QCOMPARE(d.negotiator().phase(), stream::Phase::Open);
        QCOMPARE(d.result().mechanism, QString::fromLatin1(mechanism));
        QVERIFY(!d.result().mechanismReason.isEmpty());
    }

    //! The server may prove itself in a last challenge instead of in success.
    void signatureInAChallenge()
    {
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.opens(mechanisms({"SCRAM-SHA-1"}));
        ScramServer server;
        d.server("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + server.first(payload(d.client())).toBase64() + "</challenge>");
        d.server("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + server.final(payload(d.client())).toBase64() + "</challenge>");
        QCOMPARE(d.client(), "<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        d.server("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        QVERIFY(d.client().startsWith("<stream "));
    }

    void serverNotProven_data()
    {
        QTest::addColumn<QByteArray>("last");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("equals sign") << QByteArray("=");
        QTest::newRow("a wrong signature") << QByteArray("v=AAAAAAAAAAAAAAAAAAAAAAAAAAA=").toBase64();
        QTest::newRow("an empty signature") << QByteArray("v=").toBase64();
        QTest::newRow("an error that calls itself success") << QByteArray("e=other-error").toBase64();
        QTest::newRow("no base64") << QByteArray("!!!");
    }

    //! B18: who cannot show that they know the password is not our server.
    void serverNotProven()
    {
        QFETCH(const QByteArray, last);
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.opens(mechanisms({"SCRAM-SHA-1"}));
        ScramServer server;
        d.server("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + server.first(payload(d.client())).toBase64() + "</challenge>");
        QVERIFY(d.client().startsWith("<response "));
        d.server("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + last + "</success>");
        QVERIFY2(d.state().startsWith("failed: auth") || d.state() == "failed: protocol malformed-challenge", d.state().constData());
        QCOMPARE(d.client(), "(silence)");
        QVERIFY(!d.failure->sentence().isEmpty());
    }

    void successAtOnce()
    {
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.opens(mechanisms({"SCRAM-SHA-1"}));
        d.server("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        QCOMPARE(d.state(), "failed: auth server-not-proven");
    }

    void badChallenge_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("state");
        QTest::newRow("no base64") << QByteArray("*") << QByteArray("failed: protocol incorrect-encoding");
        QTest::newRow("empty") << QByteArray() << QByteArray("failed: ");
        QTest::newRow("another nonce") << QByteArray("r=mine,s=c2FsdA==,i=4096").toBase64() << QByteArray("failed: ");
        QTest::newRow("an attack on the processor") << QByteArray("i=2147483647").toBase64() << QByteArray("failed: ");
    }

    void badChallenge()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, state);
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.opens(mechanisms({"SCRAM-SHA-1"}));
        (void)d.client();
        d.server("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + text + "</challenge>");
        QVERIFY2(d.state().startsWith(state), d.state().constData());
        QCOMPARE(d.client(), "(silence)");
    }

    void plain()
    {
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.opens(mechanisms({"PLAIN"}));
        QCOMPARE(d.client(), "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + QByteArray("\0romeo\0secret", 13).toBase64() + "</auth>");
        d.server("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        QCOMPARE(d.client(), "<stream to='example.org' from='romeo@example.org'>");
    }

    //! B17
    void downgrade()
    {
        auto settings = Dialogue::romeo();
        settings.policy.proven = u"SCRAM-SHA-256"_s;
        Dialogue d(settings);
        (void)d.client();
        d.opens(mechanisms({"PLAIN"}));
        QCOMPARE(d.state(), "failed: policy mechanism-downgrade");
        QCOMPARE(d.client(), "(silence)");
    }

    void nothingOffered()
    {
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.opens(BindFeature);
        QCOMPARE(d.state(), "failed: policy no-mechanism");
    }

    void nothingInCommon()
    {
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.opens(mechanisms({"X-OAUTH2", "NTLM"}));
        QCOMPARE(d.state(), "failed: policy no-mechanism");
        QVERIFY(d.failure->sentence().contains(u"NTLM"));
    }

    void bindingFlags_data()
    {
        QTest::addColumn<QByteArray>("endPoint");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QByteArray>("mechanism");
        QTest::addColumn<QByteArray>("gs2");
        const auto cb = [](const QByteArray &type) { return "<sasl-channel-binding xmlns='urn:xmpp:sasl-cb:0'><channel-binding type='" + type + "'/></sasl-channel-binding>"; };
        const QByteArray both = mechanisms({"SCRAM-SHA-1", "SCRAM-SHA-1-PLUS"}), bare = mechanisms({"SCRAM-SHA-1"});
        QTest::newRow("bound") << QByteArray("cert") << both + cb("tls-server-end-point") << QByteArray("SCRAM-SHA-1-PLUS") << QByteArray("p=tls-server-end-point,,");
        QTest::newRow("bound, types not told") << QByteArray("cert") << both << QByteArray("SCRAM-SHA-1-PLUS") << QByteArray("p=tls-server-end-point,,");
        QTest::newRow("only another type: n, never y") << QByteArray("cert") << both + cb("tls-exporter") << QByteArray("SCRAM-SHA-1") << QByteArray("n,,");
        QTest::newRow("we cannot") << QByteArray() << both + cb("tls-server-end-point") << QByteArray("SCRAM-SHA-1") << QByteArray("n,,");
        QTest::newRow("they seem not to") << QByteArray("cert") << bare << QByteArray("SCRAM-SHA-1") << QByteArray("y,,");
    }

    void bindingFlags()
    {
        QFETCH(const QByteArray, endPoint);
        QFETCH(const QByteArray, more);
        QFETCH(const QByteArray, mechanism);
        auto channel = Dialogue::tls();
        channel.serverEndPoint = endPoint;
        Dialogue d(Dialogue::romeo(), Dialogue::Road::Plain);
        (void)d.client();
        d.opens(StartTlsFeature);
        (void)d.client();
        d.server("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        QCOMPARE(d.client(), "(TLS)");
        d.negotiator().secured(channel);
        (void)d.client();
        d.opens(more);
        ScramServer server;
        QVERIFY(d.scram(server, mechanism));
        QTEST(server.gs2, "gs2");
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("condition");
        for (const char *condition : {"aborted", "account-disabled", "credentials-expired", "encryption-required", "incorrect-encoding", "invalid-authzid",
                 "invalid-mechanism", "malformed-request", "mechanism-too-weak", "not-authorized", "temporary-auth-failure", "tea-time"})
            QTest::newRow(condition) << QByteArray(condition);
    }

    void failures()
    {
        QFETCH(const QByteArray, condition);
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.opens(mechanisms({"PLAIN"}));
        (void)d.client();
        d.server(refusal(condition, "because"));
        QCOMPARE(d.state(), "failed: auth " + condition);
        QCOMPARE(d.failure->phase, stream::Phase::SignIn);
        QCOMPARE(d.failure->sentence().contains(u"because"), condition != "not-authorized"); // which says it all
        QCOMPARE(d.client(), "(silence)");
    }

    void failureWithoutACondition()
    {
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.opens(mechanisms({"PLAIN"}));
        d.server("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        QCOMPARE(d.state(), "failed: auth not-authorized");
    }

    //! A refused certificate costs nothing: the password may do, on the same stream.
    void externalThenPassword()
    {
        auto settings = Dialogue::romeo();
        settings.credentials.certificateAddresses = QStringList{u"romeo@example.org"_s};
        Dialogue d(settings);
        (void)d.client();
        d.opens(mechanisms({"EXTERNAL", "SCRAM-SHA-1"}));
        // An empty answer is "=" in <auth/> (RFC 6120 6.4.2).
        QCOMPARE(d.client(), "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>");
        d.server(refusal("not-authorized"));
        ScramServer server;
        QVERIFY(d.scram(server, "SCRAM-SHA-1"));
        QCOMPARE(d.result().mechanism, u"SCRAM-SHA-1"_s);
    }

    void externalAndNothingElse()
    {
        auto settings = Dialogue::romeo();
        settings.credentials.password = {};
        settings.credentials.certificateAddresses = QStringList{u"romeo@example.org"_s, u"montague@example.org"_s};
        Dialogue d(settings);
        (void)d.client();
        d.opens(mechanisms({"EXTERNAL", "PLAIN"}));
        QCOMPARE(payload(d.client()), "romeo@example.org");
        d.server(refusal("not-authorized"));
        // What the server said, not that there is no password.
        QCOMPARE(d.state(), "failed: auth not-authorized");
    }

    void anonymous()
    {
        stream::NegotiationSettings settings;
        settings.address = *Jid::parse(u"example.org");
        settings.credentials.anonymous = true;
        Dialogue d(settings);
        QCOMPARE(d.client(), "<stream to='example.org'>");
        d.opens(mechanisms({"PLAIN", "ANONYMOUS"}));
        QVERIFY(d.client().startsWith("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'"));
        d.server("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        QCOMPARE(d.client(), "<stream to='example.org'>");
        d.opens(BindFeature);
        d.server("<iq type='result' id='" + attributeOf(d.client(), "id") + "'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>somebody@example.org/there</jid></bind></iq>");
        QCOMPARE(d.state(), "finished");
        QCOMPARE(d.result().bound.toString(), u"somebody@example.org/there"_s);
    }

    //! B8: the reader of the old stream is gone, so only a second one that comes after the new header reaches us.
    void successTwice()
    {
        Dialogue d(Dialogue::romeo());
        QVERIFY(d.signedIn(BindFeature));
        d.server("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        QCOMPARE(d.state(), "failed: protocol unexpected");
    }

    void successTwiceAtOnce()
    {
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.opens(mechanisms({"PLAIN"}));
        d.server("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/><success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        QCOMPARE(d.state(), "failed: protocol unexpected");
    }

    void featuresTwice()
    {
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.opens(mechanisms({"SCRAM-SHA-1"}));
        (void)d.client();
        d.server("<stream:features>" + mechanisms({"PLAIN"}) + "</stream:features>");
        QCOMPARE(d.state(), "failed: protocol unexpected");
        QCOMPARE(d.client(), "(silence)");
    }

    void keyComesLate()
    {
        Dialogue d(Dialogue::romeo());
        d.holdKeys();
        (void)d.client();
        d.opens(mechanisms({"SCRAM-SHA-1"}));
        ScramServer server;
        d.server("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + server.first(payload(d.client())).toBase64() + "</challenge>");
        QCOMPARE(d.client(), "(silence)");
        QVERIFY(d.heldKey);
        QCOMPARE(d.heldKey->iterations, 4096);
        d.negotiator().provideKey(d.heldKey->run());
        QVERIFY(server.final(payload(d.client())).startsWith("v="));
    }

    void keyComesTooLate()
    {
        Dialogue d(Dialogue::romeo());
        d.holdKeys();
        (void)d.client();
        d.opens(mechanisms({"SCRAM-SHA-1"}));
        ScramServer server;
        d.server("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + server.first(payload(d.client())).toBase64() + "</challenge>");
        d.server(refusal("temporary-auth-failure"));
        QCOMPARE(d.state(), "failed: auth temporary-auth-failure");
        d.negotiator().provideKey(d.heldKey->run());
        QCOMPARE(d.client(), "(silence)");
    }

    void manyMechanisms()
    {
        QByteArrayList names;
        for (int i = 0; i < 10'000; ++i)
            names << "X-" + QByteArray::number(i);
        Dialogue d(Dialogue::romeo());
        (void)d.client();
        d.opens(mechanisms(QByteArrayList{"SCRAM-SHA-1"} + names));
        ScramServer server;
        QVERIFY(d.scram(server, "SCRAM-SHA-1"));
        QVERIFY(d.result().notes.size() < 100);
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestSaslSteps)
#include "tst_saslsteps.moc"
