// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemessenger/fakemessenger.h"

#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace
{

//! Says a few words in Spanish.
class Spanish final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        static const QHash<QByteArray, QString> words{{"from:", u"de:"_s}, {"in:", u"en:"_s}, {"has:", u"tiene:"_s}, {"before:", u"antes:"_s}, {"after:", u"después:"_s},
            {"me", u"mí"_s}, {"link", u"enlace"_s}};
        return QByteArray(context) == "im::Messenger" ? words.value(source) : QString();
    }
};

QDateTime day(int month, int number)
{
    return QDateTime(QDate(2026, month, number), QTime(12, 0));
}

} // namespace

//! What people find with what they type, over all their chats.
class TestFinding final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_messenger = std::make_unique<fake::Messenger>();
        m_account = m_messenger->addAccount(u"me@example.org"_s);
        m_account->put(u"ana@example.org"_s, u"Ana Ruiz"_s);
        m_account->put(u"leo@example.org"_s, u"Leo"_s);
        m_ana = m_messenger->addChat(m_account, u"ana@example.org"_s);
        m_leo = m_messenger->addChat(m_account, u"leo@example.org"_s);
        m_messenger->receive(m_ana, u"The train at https://trains.example/7"_s, day(2, 1));
        m_messenger->sent(m_ana, u"Which train?"_s, day(3, 1));
        m_messenger->receive(m_leo, u"No train today"_s, day(4, 1));
        m_messenger->receiveFrom(m_account, u"spam@example.net"_s, u"Win a train!"_s, day(5, 1));
    }

    void cleanup() { m_messenger.reset(); }

    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        const QString first = u"The train at https://trains.example/7"_s, mine = u"Which train?"_s, leo = u"No train today"_s;
        QTest::newRow("words, but of no stranger") << u"train"_s << QStringList{leo, mine, first};
        QTest::newRow("from a contact") << u"train from:ana"_s << QStringList{first};
        QTest::newRow("from an address") << u"from:leo@example.org"_s << QStringList{leo};
        QTest::newRow("from me") << u"from:me"_s << QStringList{mine};
        QTest::newRow("from me and somebody") << u"from:me from:ana"_s << QStringList();
        QTest::newRow("from one of two") << u"from:leo from:ana"_s << QStringList{leo, first};
        QTest::newRow("from nobody one knows") << u"from:zoe train"_s << QStringList();
        QTest::newRow("in a chat") << u"in:ana ruiz train"_s << QStringList{mine, first};
        QTest::newRow("in a chat, from me") << u"in:\"Ana R\" from:me"_s << QStringList{mine};
        QTest::newRow("with a link") << u"has:link"_s << QStringList{first};
        QTest::newRow("before") << u"before:2026-03-01"_s << QStringList{first};
        QTest::newRow("after") << u"train after:2026-03"_s << QStringList{leo, mine};
        QTest::newRow("between") << u"after:2026-03 before:2026-04"_s << QStringList{mine};
        QTest::newRow("no operator") << u"which:train"_s << QStringList{mine};
        QTest::newRow("nothing") << u" "_s << QStringList();
    }

    void finds()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, found);
        QCOMPARE(hits(typed), found);
    }

    void inOneChat()
    {
        QCOMPARE(hits(u"train"_s, m_leo), QStringList{u"No train today"_s});
        QCOMPARE(hits(u"from:ana"_s, m_leo), QStringList());
        // In their own chat strangers are found.
        const auto chats = m_messenger->conversations().values();
        const auto spam = std::ranges::find_if(chats, [](const data::Conversation &one) { return one.address.toString() == u"spam@example.net"; });
        QCOMPARE(hits(u"train"_s, spam->id), QStringList{u"Win a train!"_s});
    }

    void operatorsInTheLanguageOfTheWindows()
    {
        QCOMPARE(hits(u"de:mí"_s), QStringList());
        Spanish spanish;
        QCoreApplication::installTranslator(&spanish);
        QCOMPARE(hits(u"de:mí"_s), QStringList{u"Which train?"_s});
        QCOMPARE(hits(u"DE:MI"_s), QStringList{u"Which train?"_s});
        QCOMPARE(hits(u"from:me"_s), QStringList{u"Which train?"_s});
        QCOMPARE(hits(u"en:leo"_s), QStringList{u"No train today"_s});
        QCOMPARE(hits(u"tiene:enlace"_s).size(), 1);
        QCOMPARE(hits(u"después:2026-03 antes:2026-04"_s), QStringList{u"Which train?"_s});
        QCoreApplication::removeTranslator(&spanish);
    }

    void aHitSaysWhoseItIs()
    {
        const auto page = fake::wait(m_messenger->search(m_messenger->searchQuery(u"today"), {}, {}, 10)).value();
        QCOMPARE(page.hits.size(), 1);
        QCOMPARE(page.hits.first().conversation, m_leo);
        QCOMPARE(page.hits.first().author.address.toString(), u"leo@example.org"_s);
        QCOMPARE(page.hits.first().direction, data::Direction::Received);
        QCOMPARE(page.hits.first().time, day(4, 1).toUTC());
        QVERIFY(!page.next);
    }

private:
    QStringList hits(const QString &typed, data::ConversationId in = {})
    {
        QStringList texts;
        const auto page = fake::wait(m_messenger->search(m_messenger->searchQuery(typed), in, {}, 100)).value();
        for (const data::SearchHit &hit : page.hits)
            texts << hit.snippet;
        return texts;
    }

    std::unique_ptr<fake::Messenger> m_messenger;
    fake::Account *m_account = nullptr;
    data::ConversationId m_ana, m_leo;
};

QTEST_GUILESS_MAIN(TestFinding)
#include "tst_finding.moc"
