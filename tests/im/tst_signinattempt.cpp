// SPDX-License-Identifier: GPL-3.0-or-later
// An attempt to sign in that fails, is given up, or meets an account that is there already.
#include "crypto/runtime.h"
#include "im/livemessenger.h"
#include "net/systemresolver.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using State = im::Status::State;

namespace
{

//! A messenger on a fresh profile, and a server that takes connections and says nothing.
struct Bench
{
    Bench()
    {
        database.open().then(&messenger, [this](const Result<store::Opened> &opened) { ready = opened.has_value(); });
        messenger.start();
        silent.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] std::unique_ptr<im::SignInAttempt> signIn(quint16 port)
    {
        im::SignInForm form;
        form.address = *Jid::parse(u"me@example.org");
        form.password = Secret(u"secret"_s);
        form.host = u"127.0.0.1"_s;
        form.port = port;
        return messenger.accounts().signIn(form);
    }
    //! A port nobody listens on.
    [[nodiscard]] static quint16 deadPort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }
    void settle() const
    {
        for (int i = 0; i < 5; ++i) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }

    QTemporaryDir folder;
    SystemClock clock;
    net::SystemResolver resolver{clock};
    net::ManualNetworkMonitor network;
    im::MemoryKeyring keyring;
    store::Database database{folder.path()};
    im::LiveMessenger messenger{{database, keyring,
        {clock, resolver, network, [](const net::TlsSettings &tls) { return std::make_unique<net::TcpTransportFactory>(tls); }, {}}}};
    QTcpServer silent;
    bool ready = false;
};

} // namespace

class TestSignInAttempt final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_crypto.check()); }

    //! Nothing is left of it when its dialog closes after it failed.
    void givenUpAfterItFailed()
    {
        Bench b;
        QTRY_VERIFY(b.ready);
        auto attempt = b.signIn(Bench::deadPort());
        QTRY_COMPARE_WITH_TIMEOUT(attempt->status().state, State::NeedsAttention, 20000);
        QCOMPARE(attempt->status().trouble->kind, im::Trouble::Kind::Network);
        QVERIFY(!attempt->status().trouble->text.isEmpty());
        QSignalSpy told(attempt.get(), &im::SignInAttempt::statusChanged);
        attempt.reset();
        b.settle();
        QCOMPARE(told.count(), 0);
        QVERIFY(b.messenger.accounts().all().isEmpty());
        // The same address may try again: what failed is no account.
        attempt = b.signIn(Bench::deadPort());
        QTRY_COMPARE_WITH_TIMEOUT(attempt->status().state, State::NeedsAttention, 20000);
        QCOMPARE(attempt->status().trouble->kind, im::Trouble::Kind::Network);
    }

    void givenUpOnTheWay_data()
    {
        QTest::addColumn<int>("turns");
        for (const int turns : {0, 1, 2, 5, 20})
            QTest::addRow("after %d turns", turns) << turns;
    }

    void givenUpOnTheWay()
    {
        QFETCH(const int, turns);
        Bench b;
        QTRY_VERIFY(b.ready);
        auto attempt = b.signIn(b.silent.serverPort());
        for (int i = 0; i < turns; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QCOMPARE(attempt->status().state, State::Connecting);
        attempt.reset();
        b.settle();
        QVERIFY(b.messenger.accounts().all().isEmpty());
    }

    //! The account of a crashed attempt does not stand in the way of the next one.
    void afterACrash()
    {
        Bench b;
        QTRY_VERIFY(b.ready);
        auto attempt = b.signIn(b.silent.serverPort());
        QTRY_VERIFY(b.silent.hasPendingConnections());
        // The profile as a killed program leaves it: the row is there, the account is not.
        SystemClock clock;
        im::LiveMessenger next({b.database, b.keyring, {clock, b.resolver, b.network, [](const net::TlsSettings &tls) { return std::make_unique<net::TcpTransportFactory>(tls); }, {}}});
        QSignalSpy loaded(&next.accounts(), &im::Accounts::loaded);
        next.start();
        QTRY_COMPARE(loaded.count(), 1);
        QVERIFY(next.accounts().all().isEmpty());
        im::SignInForm form;
        form.address = *Jid::parse(u"me@example.org");
        form.host = u"127.0.0.1"_s;
        form.port = Bench::deadPort();
        const auto again = next.accounts().signIn(form);
        QTRY_COMPARE_WITH_TIMEOUT(again->status().state, State::NeedsAttention, 20000);
        QCOMPARE(again->status().trouble->kind, im::Trouble::Kind::Network);
    }

private:
    crypto::Runtime m_crypto;
};

QTEST_GUILESS_MAIN(TestSignInAttempt)
#include "tst_signinattempt.moc"
