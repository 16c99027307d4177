// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/runtime.h"
#include "sasl/gssapi.h"
#include "steps.h"

#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

// Faults of the libraries below, for the sanitizers' runs: QCA's cyrus-sasl plugin frees with delete what it made with new[],
// and cyrus-sasl's own plugins keep what they made when they were loaded (seen only with whole call stacks).
extern "C" const char *__asan_default_options();
extern "C" const char *__asan_default_options()
{
    return "alloc_dealloc_mismatch=0:fast_unwind_on_malloc=0";
}
extern "C" const char *__lsan_default_suppressions();
extern "C" const char *__lsan_default_suppressions()
{
    return "leak:sasl_client_init\n";
}

//! Without a key server: what can go wrong. A sign-in that works needs one and is an integration test.
class TestGssapi final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("KRB5CCNAME", "FILE:/nonexistent/tickets");
        qputenv("KRB5_CONFIG", "/dev/null");
        qunsetenv("KRB5_KTNAME");
    }

    void withoutTicket()
    {
        sasl::Gssapi gssapi(u"example.org"_s, {});
        std::optional<sasl::Step> step;
        QThread *where = nullptr;
        gssapi.later = [&](sasl::Step s) {
            step = std::move(s);
            where = QThread::currentThread();
        };
        QCOMPARE(steps::sent(gssapi.start()), "<pending>"_ba);
        QTRY_VERIFY(step);
        QCOMPARE(where, thread());
        const auto error = steps::error(*step);
        QVERIFY2(error, steps::sent(*step).constData());
        QCOMPARE(error->kind, ErrorKind::Auth);
        QCOMPARE(error->condition, u"no-ticket"_s);
        QCOMPARE(gssapi.finish({}).error().condition, u"server-not-proven"_s);
        QVERIFY(steps::error(gssapi.start()));
    }

    void forgottenWhileWorking()
    {
        bool called = false;
        for (int i = 0; i < 20; ++i) {
            sasl::Gssapi gssapi(u"example.org"_s, {});
            gssapi.later = [&](const sasl::Step &) { called = true; };
            QCOMPARE(steps::sent(gssapi.start()), "<pending>"_ba);
            if (i % 2)
                QThread::yieldCurrentThread();
        }
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void notStarted()
    {
        sasl::Gssapi gssapi(u"example.org"_s, {});
        QVERIFY(steps::error(gssapi.respond("x")));
        QVERIFY(!gssapi.finish({}));
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestGssapi)
#include "tst_gssapi.moc"
