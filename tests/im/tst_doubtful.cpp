// SPDX-License-Identifier: GPL-3.0-or-later
// Doubtful messages: what went into a stream that died goes again only when the archive does not have it.
#include "im/outbox.h"
#include "store/support.h"
#include "support/scriptedframing.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using data::SendState;

class TestDoubtful final : public QObject
{
    Q_OBJECT

private:
    struct World
    {
        Home home;
        test::TestSession s;
        im::Outbox outbox{*home.database, s.session};
        data::ConversationId chat = need(home.conversations().ensure(home.with(u"friend@far.example"))).id;

        World() { outbox.open(home.account.id); settle(); }

        void settle()
        {
            for (int i = 0; i < 5; ++i) {
                need(home.database->run([](store::Connection &) -> Result<int> { return 0; }));
                need(home.database->read([](store::Connection &) -> Result<int> { return 0; }));
                QCoreApplication::processEvents();
            }
        }
        data::Message write(const QString &id)
        {
            data::Message message = own(chat, id, u"text "_s + id, 0);
            message.stanza = "<message to='friend@far.example' id='" + id.toUtf8() + "'><body>x</body></message>";
            const auto kept = need(home.messages().append(message)).inserted.first();
            outbox.enqueue(kept);
            settle();
            return kept;
        }
        //! Ids of the messages that were sent since last asked.
        QStringList sent()
        {
            QStringList ids;
            for (const QByteArray &xml : s.wire().unseen()) {
                const auto element = xml::Element::parse(xml);
                if (element && element->name() == u"message")
                    ids << element->attribute(u"id").value_or(QStringView()).toString();
            }
            s.wire().forgetUnseen();
            return ids;
        }
        SendState stateOf(data::MessageId id) { return need(home.messages().byId(id))->state; }
        //! The archive says that it has this one.
        void found(const data::Message &message)
        {
            store::Batch batch;
            store::IncomingMessage one{home.with(u"friend@far.example"), message};
            one.message.archiveId = u"a-"_s + message.originId;
            batch.add(one);
            outbox.learn(need(home.messages().commitIncoming(batch)));
        }
    };

private Q_SLOTS:
    void lostOnesWaitForTheArchive()
    {
        World w;
        w.s.online({.managed = true});
        w.outbox.resolveDoubtful();
        const auto arrived = w.write(u"one"_s), vanished = w.write(u"two"_s);
        QCOMPARE(w.sent(), (QStringList{u"one"_s, u"two"_s}));
        w.s.wire().breakOff();
        const auto later = w.write(u"three"_s); // written offline: it must not overtake them
        w.s.online({.managed = true}); // the old stream is gone for good
        w.settle();
        QCOMPARE(w.sent(), QStringList());
        QCOMPARE(w.stateOf(arrived.id), SendState::Written);
        QCOMPARE(w.stateOf(later.id), SendState::Queued);
        w.found(arrived);
        QCOMPARE(w.stateOf(arrived.id), SendState::Acknowledged);
        w.outbox.resolveDoubtful();
        w.settle();
        QCOMPARE(w.sent(), (QStringList{u"two"_s, u"three"_s}));
        QVERIFY(vanished.id);
    }

    //! An archive that has told of today only says nothing of what may have arrived yesterday.
    void theArchiveMustHaveToldEnough()
    {
        World w;
        w.s.online({.managed = true});
        w.outbox.resolveDoubtful();
        const auto doubtful = w.write(u"one"_s);
        (void)w.sent();
        w.s.wire().breakOff();
        w.s.online({.managed = true});
        w.outbox.archiveTold({});
        w.outbox.archiveTold(doubtful.time.addSecs(60));
        w.outbox.archiveTold(doubtful.time); // the server's clock may be late
        w.settle();
        QCOMPARE(w.sent(), QStringList());
        w.outbox.archiveTold(doubtful.time.addSecs(-7200));
        w.settle();
        QCOMPARE(w.sent(), QStringList{u"one"_s});
    }

    //! A slow archive is waited for, be it for minutes; that it ends is its reader's business.
    void theArchiveMayTakeItsTime()
    {
        World w;
        w.s.online({.managed = true});
        w.outbox.resolveDoubtful();
        const auto doubtful = w.write(u"one"_s);
        w.s.wire().breakOff();
        w.s.online({.managed = true});
        (void)w.sent();
        w.outbox.archiveTold({});
        for (int i = 0; i < 5; ++i) {
            w.s.clock.advance(im::Outbox::DoubtfulWait);
            w.outbox.archiveTold(doubtful.time.addSecs(600 - i));
        }
        w.settle();
        QVERIFY(!w.sent().contains(u"one"_s));
        w.outbox.resolveDoubtful();
        w.settle();
        QVERIFY(w.sent().contains(u"one"_s));
    }

    void nothingDoubtfulNeedsNoWaiting()
    {
        World w;
        const auto one = w.write(u"one"_s);
        QCOMPARE(w.stateOf(one.id), SendState::Queued);
        w.s.online({.managed = true});
        w.settle();
        QCOMPARE(w.sent(), QStringList{u"one"_s});
    }

    void patienceEnds()
    {
        World w;
        w.s.online({.managed = true});
        w.outbox.resolveDoubtful();
        w.write(u"one"_s);
        (void)w.sent();
        w.s.wire().breakOff();
        w.s.online({.managed = true});
        w.settle();
        QCOMPARE(w.sent(), QStringList());
        w.s.clock.advance(im::Outbox::DoubtfulWait);
        w.settle();
        QVERIFY(w.sent().contains(u"one"_s)); // an archive that never answers holds nothing back for ever
    }

    //! XEP-0478: what the server would not take is not tried, and says so; what comes after it goes.
    void tooLong()
    {
        World w;
        data::Message message = own(w.chat, u"long"_s, u"text"_s, 0);
        message.stanza = "<message to='friend@far.example' id='long'><body>" + QByteArray(20'000, 'x') + "</body></message>";
        const auto kept = need(w.home.messages().append(message)).inserted.first();
        w.outbox.enqueue(kept);
        w.write(u"short"_s);
        w.s.online({.features = "<limits xmlns='urn:xmpp:stream-limits:0'><max-bytes>15000</max-bytes></limits>", .managed = true});
        w.settle();
        QCOMPARE(w.sent(), QStringList{u"short"_s});
        const auto row = need(w.home.messages().byId(kept.id));
        QCOMPARE(row->state, SendState::Failed);
        QCOMPARE(row->errorCondition, u"policy-violation"_s);
        QVERIFY2(row->errorText.contains(u"too long"_s), qPrintable(row->errorText));
    }

    //! After a crash a written row waits as well.
    void afterAStart()
    {
        World w;
        data::Message message = own(w.chat, u"one"_s, u"text"_s, 0);
        message.stanza = "<message to='friend@far.example' id='one'><body>x</body></message>";
        const auto kept = need(w.home.messages().append(message)).inserted.first();
        need(w.home.messages().setState({{kept.id, SendState::Written, {}, {}}}));
        im::Outbox again(*w.home.database, w.s.session);
        again.open(w.home.account.id);
        w.settle();
        w.s.online({.managed = true});
        w.settle();
        QCOMPARE(w.sent(), QStringList());
        again.resolveDoubtful();
        w.settle();
        QCOMPARE(w.sent(), QStringList{u"one"_s});
    }
};

QTEST_GUILESS_MAIN(TestDoubtful)
#include "tst_doubtful.moc"
