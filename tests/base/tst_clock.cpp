// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/backoff.h"
#include "base/clock.h"
#include "base/secret.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestClock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firesInOrderAndOnce()
    {
        ManualClock clock;
        QStringList log;
        const Timer late = clock.after(20s, [&] { log << u"late"_s; });
        Timer next;
        const Timer early = clock.after(5s, [&] {
            log << u"early"_s;
            next = clock.after(1s, [&] { log << u"chained"_s; });
        });
        clock.advance(4s);
        QVERIFY(log.isEmpty());
        clock.advance(30s);
        QCOMPARE(log, (QStringList{u"early"_s, u"chained"_s, u"late"_s}));
        QCOMPARE(clock.waiting(), 0);
    }

    void droppedTimerStaysSilent()
    {
        ManualClock clock;
        bool fired = false;
        Timer timer = clock.after(1s, [&] { fired = true; });
        timer.reset();
        clock.advance(2s);
        QVERIFY(!fired);
    }

    void systemTimerMayDestroyItself()
    {
        SystemClock clock;
        bool fired = false;
        Timer timer;
        timer = clock.after(1ms, [&] {
            timer.reset();
            fired = true;
        });
        QTRY_VERIFY(fired);
    }

    void backoffGrowsJittersAndStops()
    {
        QRandomGenerator random(1);
        Backoff backoff(2s, 60s, &random);
        for (int i = 0; i < 40; ++i) {
            const auto full = std::min<std::chrono::milliseconds>(2s * (1LL << std::min(i, 10)), 60s);
            const auto pause = backoff.next();
            QVERIFY(pause >= full / 2 && pause <= full);
        }
        backoff.reset();
        QVERIFY(backoff.next() <= 2s);
    }

    void secretsComparePrintAndWipe()
    {
        const Secret a(u"contraseña"_s);
        QCOMPARE(a, Secret("contrase\xc3\xb1"
                           "a"_ba));
        QVERIFY(!(a == Secret(u"contrasena"_s)));
        QString printed;
        QDebug(&printed) << a;
        QVERIFY(!printed.contains(u"contra"_s));
        QCOMPARE(a.revealText(), u"contraseña"_s);
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
