// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pipeline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using session::Handle;
using session::Incoming;
using session::Pipeline;
using session::Stage;
using session::Verdict;

//! The stages of a message's way, and hooks that come and go.
class TestPipeline final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stagesInOrder()
    {
        Pipeline pipeline;
        QByteArray way;
        std::vector<Handle> handles;
        for (int stage = session::StageCount - 1; stage >= 0; --stage)
            handles.push_back(pipeline.hook(Stage(stage), [&way, stage](Incoming &) { way += char('0' + stage); return Verdict::Continue; }));
        pipeline.run({});
        QCOMPARE(way, "01234567");
    }

    void stopped()
    {
        Pipeline pipeline;
        QByteArray way;
        const auto add = [&](Stage stage, char name, Verdict verdict) { return pipeline.hook(stage, [&way, name, verdict](Incoming &) { way += name; return verdict; }); };
        const Handle a = add(Stage::Authorise, 'a', Verdict::Continue), b = add(Stage::Authorise, 'b', Verdict::Stop), c = add(Stage::Authorise, 'c', Verdict::Continue),
                     d = add(Stage::Store, 'd', Verdict::Continue);
        pipeline.run({});
        QCOMPARE(way, "ab");
    }

    void changesOnTheWay()
    {
        Pipeline pipeline;
        const Handle unwrap = pipeline.hook(Stage::Unwrap, [](Incoming &incoming) { incoming.message.body = u"inner"_s; return Verdict::Continue; });
        QString stored;
        const Handle store = pipeline.hook(Stage::Store, [&](Incoming &incoming) { stored = incoming.message.body; return Verdict::Continue; });
        Incoming outer;
        outer.message.body = u"outer"_s;
        pipeline.run(std::move(outer));
        QCOMPARE(stored, u"inner"_s);
    }

    void hooksComeAndGo()
    {
        Pipeline pipeline;
        QByteArray way;
        std::optional<Handle> first, second, added;
        first = pipeline.hook(Stage::Store, [&](Incoming &) {
            way += '1';
            first.reset();
            second.reset();
            added = pipeline.hook(Stage::Store, [&](Incoming &) { way += '3'; return Verdict::Continue; });
            return Verdict::Continue;
        });
        second = pipeline.hook(Stage::Store, [&](Incoming &) { way += '2'; return Verdict::Continue; });
        pipeline.run({});
        // Whoever was there when the message came sees it.
        QCOMPARE(way, "12");
        pipeline.run({});
        QCOMPARE(way, "123");
    }

    void tokenGoesWithTheMessage()
    {
        Pipeline pipeline;
        session::Handled kept;
        const Handle store = pipeline.hook(Stage::Store, [&](Incoming &incoming) { kept = incoming.handled; return Verdict::Stop; });
        Incoming incoming;
        incoming.handled = std::make_shared<int>(1);
        const std::weak_ptr<void> watch = incoming.handled;
        pipeline.run(std::move(incoming));
        QVERIFY(!watch.expired());
        kept.reset();
        QVERIFY(watch.expired());
    }

    void handleOutlivesThePipeline()
    {
        Handle handle;
        {
            Pipeline pipeline;
            handle = pipeline.hook(Stage::Store, [](Incoming &) { return Verdict::Stop; });
        }
    }
};

QTEST_APPLESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
