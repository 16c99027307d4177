// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/task.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Answer = Result<int>;

namespace
{

//! Counts how many coroutine frames that hold one are alive.
struct Alive
{
    static inline int count = 0;
    Alive() { ++count; }
    Alive(const Alive &) { ++count; }
    Alive &operator=(const Alive &) = default;
    ~Alive() { --count; }
};

Task<Answer> addOne(QObject *context, Task<Answer> inner)
{
    const Alive alive;
    const Answer answer = co_await std::move(inner).boundTo(context);
    if (!answer)
        co_return answer;
    co_return *answer + 1;
}

Task<Answer> addTwo(QObject *context, Task<Answer> inner)
{
    const Alive alive;
    const Answer answer = co_await addOne(context, std::move(inner)).boundTo(context);
    if (!answer)
        co_return answer;
    co_return *answer + 1;
}

} // namespace

class TestTask final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(Alive::count, 0); }

    void answersLater()
    {
        QObject context;
        Promise<Answer> promise;
        std::optional<Answer> got;
        addTwo(&context, promise.task()).then(&context, [&](Answer a) { got = std::move(a); });
        QVERIFY(!got);
        promise.finish(40);
        QVERIFY(got);
        QCOMPARE(got->value(), 42);
    }

    void answersAtOnce()
    {
        QObject context;
        std::optional<Answer> got;
        addTwo(&context, Task<Answer>::ready(1)).then(&context, [&](Answer a) { got = std::move(a); });
        QCOMPARE(got->value(), 3);
    }

    void passesErrors()
    {
        QObject context;
        Promise<Answer> promise;
        std::optional<Answer> got;
        addTwo(&context, promise.task()).then(&context, [&](Answer a) { got = std::move(a); });
        promise.finish(std::unexpected(Error::timeout()));
        QCOMPARE(got->error().kind, ErrorKind::Timeout);
    }

    void contextDies()
    {
        auto context = std::make_unique<QObject>();
        QObject outer;
        Promise<Answer> promise;
        std::optional<Answer> got;
        addTwo(context.get(), promise.task()).then(&outer, [&](Answer a) { got = std::move(a); });
        QCOMPARE(Alive::count, 2);
        context.reset();
        QCOMPARE(Alive::count, 0);
        QCOMPARE(got->error().kind, ErrorKind::Cancelled);
        promise.finish(1); // nobody is there any more
    }

    void callbackContextDies()
    {
        auto context = std::make_unique<QObject>();
        Promise<Answer> promise;
        bool called = false;
        promise.task().then(context.get(), [&](const Answer &) { called = true; });
        context.reset();
        promise.finish(1);
        QVERIFY(!called);
    }

    void producerDies()
    {
        QObject context;
        std::optional<Answer> got;
        {
            Promise<Answer> promise;
            const Promise<Answer> copy = promise;
            addTwo(&context, promise.task()).then(&context, [&](Answer a) { got = std::move(a); });
        }
        QCOMPARE(got->error().kind, ErrorKind::Cancelled);
    }

    void bothDie()
    {
        auto context = std::make_unique<QObject>();
        bool called = false;
        {
            Promise<Answer> promise;
            addTwo(context.get(), promise.task()).then(context.get(), [&](const Answer &) { called = true; });
            context.reset();
        }
        QVERIFY(!called);
    }

    void answeredFromWithinItsOwnDeath()
    {
        // The callback destroys the promise that is just answering.
        QObject context;
        auto promise = std::make_unique<Promise<Answer>>();
        int got = 0;
        promise->task().then(&context, [&](const Answer &a) {
            promise.reset();
            got = *a;
        });
        promise->finish(7);
        QCOMPARE(got, 7);
    }

    void detachedRunsToItsEnd()
    {
        QObject context;
        Promise<Answer> promise;
        addTwo(&context, promise.task()).detach();
        QCOMPARE(Alive::count, 2);
        promise.finish(1);
    }
};

QTEST_GUILESS_MAIN(TestTask)
#include "tst_task.moc"
