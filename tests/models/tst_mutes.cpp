// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mutes.h"
#include "support/fakemessenger/fakemessenger.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class tst_Mutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void endsByTheClock();
    void lastsForEver();
    void isKept();
    void isOverAfterALongNight();
    void unmutingElsewhereEndsIt();
    void ignoresWhatIsBroken();

private:
    [[nodiscard]] bool stored(data::ConversationId id) const { return m_messenger->conversation(id)->muted; }

    std::unique_ptr<fake::Messenger> m_messenger;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<models::Mutes> m_mutes;
    data::ConversationId m_ana, m_leo;
};

void tst_Mutes::init()
{
    m_clock = std::make_unique<ManualClock>();
    m_messenger = std::make_unique<fake::Messenger>();
    fake::Account *me = m_messenger->addAccount(u"me@example.org"_s);
    m_ana = m_messenger->addChat(me, u"ana@example.org"_s);
    m_leo = m_messenger->addChat(me, u"leo@example.org"_s);
    m_mutes = std::make_unique<models::Mutes>(*m_messenger, *m_clock);
    m_mutes->load();
}

void tst_Mutes::cleanup()
{
    m_mutes.reset();
    QCOMPARE(m_clock->waiting(), 0);
    m_messenger.reset();
}

void tst_Mutes::endsByTheClock()
{
    m_mutes->muteFor(m_ana, 1h);
    m_mutes->muteFor(m_leo, 8h);
    QVERIFY(m_mutes->isMuted(m_ana) && stored(m_ana));
    QCOMPARE(m_mutes->until(m_ana), m_clock->now().addSecs(3600));
    m_clock->advance(59min);
    QVERIFY(stored(m_ana));
    m_clock->advance(1min);
    QVERIFY(!m_mutes->isMuted(m_ana) && !stored(m_ana));
    QVERIFY(m_mutes->isMuted(m_leo));
    m_clock->advance(7h);
    QVERIFY(!stored(m_leo));
    QVERIFY(m_messenger->settings.value(u"chats/muted-until"_s).isEmpty());
    QCOMPARE(m_clock->waiting(), 0);
}

void tst_Mutes::lastsForEver()
{
    m_mutes->muteFor(m_ana, 1h);
    m_mutes->muteForEver(m_ana);
    QVERIFY(!m_mutes->until(m_ana).isValid());
    m_clock->advance(24h * 365);
    QVERIFY(m_mutes->isMuted(m_ana) && stored(m_ana));
    m_mutes->unmute(m_ana);
    QVERIFY(!m_mutes->isMuted(m_ana) && !stored(m_ana));
}

void tst_Mutes::isKept()
{
    m_mutes->muteFor(m_ana, 1h);
    m_mutes = std::make_unique<models::Mutes>(*m_messenger, *m_clock);
    QVERIFY(!m_mutes->until(m_ana).isValid());
    m_mutes->load();
    QCOMPARE(m_mutes->until(m_ana), m_clock->now().addSecs(3600));
    m_clock->advance(1h);
    QVERIFY(!stored(m_ana));
}

void tst_Mutes::isOverAfterALongNight()
{
    m_mutes->muteFor(m_ana, 1h);
    m_mutes.reset();
    m_clock->advance(10h);
    m_mutes = std::make_unique<models::Mutes>(*m_messenger, *m_clock);
    QVERIFY(m_mutes->isMuted(m_ana)); // nothing is read yet
    m_mutes->load();
    QVERIFY(!stored(m_ana));
}

void tst_Mutes::unmutingElsewhereEndsIt()
{
    m_mutes->muteFor(m_ana, 1h);
    m_messenger->setMuted(m_ana, store::Muted::No);
    QVERIFY(!m_mutes->until(m_ana).isValid());
    m_messenger->setMuted(m_ana, store::Muted::Yes);
    m_clock->advance(2h);
    QVERIFY(stored(m_ana));
}

void tst_Mutes::ignoresWhatIsBroken()
{
    m_messenger->settings.insert(u"chats/muted-until"_s, u"x@y 7 @ 0@12 -@- %1@soon 99@1"_s.arg(m_ana.value));
    models::Mutes mutes(*m_messenger, *m_clock);
    mutes.load();
    QVERIFY(!mutes.until(m_ana).isValid());
    QVERIFY(!mutes.isMuted(m_ana));
}

QTEST_GUILESS_MAIN(tst_Mutes)
#include "tst_mutes.moc"
