// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reconnect.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using session::Decision;
using session::Experience;
using stream::Failure;
using Kind = Failure::Kind;
using Problem = net::CertificateVerdict::Problem;

namespace
{

QByteArray word(const Decision &decision)
{
    switch (decision.action) {
    case Decision::Action::AskPerson:
        return "ask";
    case Decision::Action::StayOff:
        return "off";
    case Decision::Action::Retry:
        return "retry " + QByteArray::number(decision.pause / 1s);
    }
    return {};
}

Failure certificate(Problem problem)
{
    net::Failure net;
    net.kind = net::Failure::Kind::Certificate;
    net.verdict.emplace();
    net.verdict->problems = {problem};
    return Failure::network(net, stream::Phase::Secure);
}

Failure network(net::Failure::Kind kind)
{
    net::Failure net;
    net.kind = kind;
    return Failure::network(net, stream::Phase::Connect);
}

} // namespace

Q_DECLARE_METATYPE(Experience)

//! What happens after each failure, as a table.
class TestReconnect final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decisions_data()
    {
        QTest::addColumn<Failure>("failure");
        QTest::addColumn<QByteArray>("fresh"); // never was online
        QTest::addColumn<QByteArray>("proven");
        const auto row = [](const char *name, const Failure &failure, const char *fresh, const char *proven = nullptr) {
            QTest::newRow(name) << failure << QByteArray(fresh) << QByteArray(proven ? proven : fresh);
        };
        // The first pause of a backoff is between one and two seconds.
        row("no name service", network(net::Failure::Kind::Dns), "retry 1");
        row("no service", network(net::Failure::Kind::NoService), "retry 1");
        row("refused", network(net::Failure::Kind::Refused), "retry 1");
        row("TLS", network(net::Failure::Kind::Tls), "retry 1");
        row("closed by the network", network(net::Failure::Kind::Closed), "retry 1");
        row("closed in order", Failure::of(Kind::Closed, {}), "retry 1");
        row("silent", Failure::of(Kind::Closed, u"silent"_s), "retry 1");
        for (const auto phase : {stream::Phase::FindServer, stream::Phase::Connect, stream::Phase::Secure, stream::Phase::SignIn, stream::Phase::Open})
            row(qPrintable(u"late in phase %1"_s.arg(int(phase))), Failure::timeout(phase), "retry 1");
        row("expired certificate", certificate(Problem::Expired), "ask", "retry 20");
        row("unknown issuer", certificate(Problem::UnknownIssuer), "ask", "retry 20");
        row("wrong name", certificate(Problem::WrongName), "ask", "retry 20");
        row("another certificate than pinned", certificate(Problem::PinChanged), "ask", "ask");
        row("wrong password", Failure::of(Kind::Auth, u"not-authorized"_s), "ask");
        row("account disabled", Failure::of(Kind::Auth, u"account-disabled"_s), "ask");
        row("password expired", Failure::of(Kind::Auth, u"credentials-expired"_s), "ask");
        row("server not proven", Failure::of(Kind::Auth, u"server-not-proven"_s), "ask");
        row("unknown refusal", Failure::of(Kind::Auth, u"tea-time"_s), "ask");
        row("passing trouble with sign-in", Failure::of(Kind::Auth, u"temporary-auth-failure"_s), "retry 30");
        row("aborted", Failure::of(Kind::Auth, u"aborted"_s), "retry 30");
        row("no session", Failure::of(Kind::Bind, u"resource-constraint"_s), "retry 30");
        row("conflict", Failure::of(Kind::Stream, u"conflict"_s), "off");
        row("shutdown", Failure::of(Kind::Stream, u"system-shutdown"_s), "retry 1");
        row("reset", Failure::of(Kind::Stream, u"reset"_s), "retry 1");
        row("see-other-host that was not followed", Failure::of(Kind::Stream, u"see-other-host"_s), "retry 1");
        row("policy-violation", Failure::of(Kind::Stream, u"policy-violation"_s), "retry 60");
        row("resource-constraint", Failure::of(Kind::Stream, u"resource-constraint"_s), "retry 60");
        row("host-unknown", Failure::of(Kind::Stream, u"host-unknown"_s), "ask", "retry 60");
        row("host-gone", Failure::of(Kind::Stream, u"host-gone"_s), "ask", "retry 60");
        row("unsupported-version", Failure::of(Kind::Stream, u"unsupported-version"_s), "ask", "retry 60");
        row("not-authorized", Failure::of(Kind::Stream, u"not-authorized"_s), "retry 5");
        row("unknown stream error", Failure::of(Kind::Stream, u"tea-time"_s), "retry 5");
        row("stripped encryption", Failure::of(Kind::Policy, u"no-encryption"_s), "ask", "retry 60");
        row("refused encryption", Failure::of(Kind::Policy, u"tls-failure"_s), "ask", "retry 60");
        row("before 2004", Failure::of(Kind::Policy, u"unsupported-version"_s), "ask", "retry 60");
        row("weaker sign-in", Failure::of(Kind::Policy, u"mechanism-downgrade"_s), "ask");
        row("list changed on the way", Failure::of(Kind::Policy, u"downgrade-detected"_s), "ask");
        row("PLAIN not allowed", Failure::of(Kind::Policy, u"plain-not-allowed"_s), "ask");
        row("a second step", Failure::of(Kind::Policy, u"continue"_s), "ask");
        row("nonsense", Failure::of(Kind::Protocol, u"unexpected"_s), "retry 10");
        row("we stopped", Failure::of(Kind::Stopped, {}), "off");
    }

    void decisions()
    {
        QFETCH(const Failure, failure);
        for (const auto &[experience, column] : {std::pair(Experience::New, "fresh"), std::pair(Experience::Proven, "proven")}) {
            Backoff backoff;
            const QByteArray wanted = *static_cast<const QByteArray *>(QTest::qData(column, qMetaTypeId<QByteArray>()));
            const QByteArray got = word(session::decide(failure, experience, backoff));
            // A pause of exactly two seconds is the upper end of the first one.
            QCOMPARE(got == "retry 2" ? QByteArray("retry 1") : got, wanted);
        }
    }

    //! A server that always fails is asked less and less, at most every five minutes and never sooner than it may stand.
    void backsOff()
    {
        Backoff backoff;
        std::chrono::milliseconds last{0};
        for (int i = 0; i < 40; ++i) {
            last = session::decide(Failure::of(Kind::Closed, {}), Experience::Proven, backoff).pause;
            QVERIFY(last <= 5min);
            if (i > 2)
                QVERIFY(last >= 4s);
        }
        QVERIFY(last >= 150s);
        QVERIFY(session::decide(Failure::of(Kind::Stream, u"policy-violation"_s), Experience::Proven, backoff).pause >= 60s);
        backoff.reset();
        QVERIFY(session::decide(Failure::of(Kind::Closed, {}), Experience::Proven, backoff).pause <= 2s);
    }
};

QTEST_APPLESS_MAIN(TestReconnect)
#include "tst_reconnect.moc"
