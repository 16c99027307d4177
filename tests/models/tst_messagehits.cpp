// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chatlistmodel.h"
#include "models/joinedrows.h"
#include "models/messagehits.h"
#include "support/fakemessenger/fakemessenger.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
namespace ChatRole = models::ChatRole;

//! The messages that are found below the chats.
class TestMessageHits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_messenger = std::make_unique<fake::Messenger>();
        m_clock = std::make_unique<ManualClock>();
        m_me = m_messenger->addAccount(u"me@example.org"_s);
        m_me->put(u"ana@example.org"_s, u"Ana Ruiz"_s);
        m_me->put(u"leo@example.org"_s, u"Leo"_s);
        m_ana = m_messenger->addChat(m_me, u"ana@example.org"_s);
        m_leo = m_messenger->addChat(m_me, u"leo@example.org"_s);
        m_chats = std::make_unique<models::ChatListModel>(*m_messenger, *m_clock);
        m_hits = std::make_unique<models::MessageHits>(*m_messenger, *m_clock);
        m_rows = std::make_unique<models::JoinedRows>(*m_chats, *m_hits);
        for (QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(m_hits.get()), static_cast<QAbstractItemModel *>(m_rows.get())})
            m_testers.push_back(std::make_unique<QAbstractItemModelTester>(model, QAbstractItemModelTester::FailureReportingMode::Fatal));
    }

    void cleanup()
    {
        m_testers.clear();
        m_rows.reset();
        m_hits.reset();
        m_chats.reset();
        m_messenger.reset();
    }

    void tellsWhoWroteWhatWhenAndWhere()
    {
        m_messenger->receive(m_ana, u"The red\ntrain"_s, m_clock->now().addSecs(-60));
        m_messenger->sent(m_leo, u"A train of thought"_s, m_clock->now());
        QCOMPARE(m_hits->rowCount(), 0);
        search(u"train"_s);
        QCOMPARE(names(), (QStringList{u"Messages"_s, u"Leo"_s, u"Ana Ruiz"_s}));
        const QModelIndex heading = m_hits->index(0), mine = m_hits->index(1), hers = m_hits->index(2);
        QCOMPARE(heading.data(ChatRole::Line).toInt(), 1);
        QVERIFY(!(heading.flags() & (Qt::ItemIsSelectable | Qt::ItemIsEnabled)));
        QCOMPARE(mine.data(ChatRole::PreviewSender).toString(), u"You"_s);
        QCOMPARE(hers.data(ChatRole::PreviewSender).toString(), QString());
        QCOMPARE(hers.data(ChatRole::Preview).toString(), u"The red train"_s);
        const auto found = hers.data(ChatRole::Found).value<QList<std::pair<int, int>>>();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().first, 8);
        QCOMPARE(found.first().second, 5);
        QVERIFY(hers.data(Qt::AccessibleTextRole).toString().startsWith(u"Ana Ruiz, The red train, "_s));
        QVERIFY(mine.data(Qt::AccessibleTextRole).toString().startsWith(u"You, Leo, A train of thought, "_s));
        QCOMPARE(m_hits->hitAt(2)->conversation, m_ana);
        QVERIFY(!m_hits->hitAt(0) && !m_hits->hitAt(3) && !m_hits->hitAt(-1));
        search({});
        QCOMPARE(m_hits->rowCount(), 0);
    }

    void saysThatThereIsNothing()
    {
        search(u"train"_s);
        QTRY_COMPARE(names(), (QStringList{u"Messages"_s, u"No messages found"_s}));
        QCOMPARE(m_hits->index(1).data(ChatRole::Line).toInt(), 2);
        m_messenger->receive(m_ana, u"A tram"_s, m_clock->now());
        search(u"tram"_s);
        QTRY_COMPARE(names(), (QStringList{u"Messages"_s, u"Ana Ruiz"_s}));
        search(u" "_s);
        QCOMPARE(m_hits->rowCount(), 0);
    }

    //! The store is not asked for every letter, and an old answer never replaces a newer one.
    void theLastTextWins()
    {
        m_messenger->receive(m_ana, u"The train"_s, m_clock->now());
        m_messenger->receive(m_leo, u"The tram"_s, m_clock->now());
        QSignalSpy resets(m_hits.get(), &QAbstractItemModel::modelReset);
        for (const QString &typed : {u"t"_s, u"tr"_s, u"tra"_s, u"trai"_s, u"tram"_s})
            m_hits->setSearch(typed);
        QTRY_COMPARE(names(), (QStringList{u"Messages"_s, u"Leo"_s}));
        QCOMPARE(resets.size(), 1);
        QCOMPARE(m_messenger->searches, 2);
        m_hits->setSearch(u"train"_s);
        m_hits->setSearch({}); // while it is looked for
        QCOMPARE(m_hits->rowCount(), 0);
        QTRY_VERIFY(!m_hits->feed().isBusy());
        m_hits->setSearch(u"tram"_s);
        QTRY_COMPARE(names(), (QStringList{u"Messages"_s, u"Leo"_s}));
    }

    void comesInPages()
    {
        m_testers.clear(); // they fetch whatever there is
        for (int i = 0; i < 100; ++i)
            m_messenger->receive(i % 2 ? m_ana : m_leo, u"train %1"_s.arg(i), m_clock->now().addSecs(i));
        search(u"train"_s);
        QCOMPARE(m_hits->rowCount(), 1 + models::SearchFeed::PageSize);
        QVERIFY(m_rows->canFetchMore({}));
        m_rows->fetchMore({});
        QVERIFY(!m_rows->canFetchMore({}));
        QTRY_COMPARE(m_hits->rowCount(), 1 + 2 * models::SearchFeed::PageSize);
        m_rows->fetchMore({});
        QTRY_COMPARE(m_hits->rowCount(), 101);
        QTRY_VERIFY(!m_rows->canFetchMore({}));
        for (int i = 0; i < 100; ++i)
            QCOMPARE(m_hits->index(1 + i).data(ChatRole::Preview).toString(), u"train %1"_s.arg(99 - i));
    }

    void liesBelowTheChats()
    {
        m_messenger->receive(m_ana, u"Leo has a train"_s, m_clock->now().addSecs(-60));
        m_messenger->receive(m_leo, u"hello"_s, m_clock->now());
        QCOMPARE(m_rows->rowCount(), 2);
        m_chats->setSearch(u"leo"_s);
        search(u"leo"_s);
        QCOMPARE(m_rows->rowCount(), 3);
        QCOMPARE(m_rows->index(0).data(ChatRole::Name).toString(), u"Leo"_s);
        QCOMPARE(m_rows->index(1).data(ChatRole::Name).toString(), u"Messages"_s);
        QCOMPARE(m_rows->index(2).data(ChatRole::Name).toString(), u"Ana Ruiz"_s);
        QCOMPARE(m_rows->secondRow(0), -1);
        QCOMPARE(m_rows->secondRow(2), 1);
        // A chat that moves in the list above.
        m_chats->setSearch({});
        QPersistentModelIndex ana(m_rows->index(1)), hit(m_rows->index(3));
        m_messenger->receive(m_ana, u"good morning"_s, m_clock->now().addSecs(60));
        QCOMPARE(ana.row(), 0);
        QCOMPARE(hit.row(), 3);
    }

    void anAccountThatGoesIsNoTrouble()
    {
        m_messenger->receive(m_ana, u"The train"_s, m_clock->now());
        search(u"train"_s);
        m_messenger->accounts().remove(m_me->id()).detach();
        for (int row = 0; row < m_hits->rowCount(); ++row) {
            for (int role = Qt::UserRole; role < ChatRole::Address + 1; ++role)
                (void)m_hits->index(row).data(role);
        }
    }

private:
    void search(const QString &text)
    {
        m_hits->setSearch(text);
        QTRY_VERIFY(!m_hits->feed().isBusy());
    }

    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < m_hits->rowCount(); ++row)
            all << m_hits->index(row).data(ChatRole::Name).toString();
        return all;
    }

    std::unique_ptr<fake::Messenger> m_messenger;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<models::ChatListModel> m_chats;
    std::unique_ptr<models::MessageHits> m_hits;
    std::unique_ptr<models::JoinedRows> m_rows;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;
    fake::Account *m_me = nullptr;
    data::ConversationId m_ana, m_leo;
};

QTEST_GUILESS_MAIN(TestMessageHits)
#include "tst_messagehits.moc"
