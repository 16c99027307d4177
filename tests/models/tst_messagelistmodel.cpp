// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/messagelistmodel.h"
#include "support/fakemessenger/fakemessenger.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::MessageListModel;
namespace MessageRole = models::MessageRole;

class tst_MessageListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsFactsOfRows();
    void tellsWhatIsUnstyled();
    void tellsWhoActs();
    void followsStatesAndMarks();
    void insertsLiveAndOlderRows();
    void drawsTheUnreadLineOnce();
    void findsTheUnreadLineInAnOlderPage();
    void tellsWhatIsMissing();

private:
    void open(int unread);

    std::unique_ptr<fake::Messenger> m_messenger;
    fake::Account *m_me = nullptr;
    data::ConversationId m_chat;
    std::unique_ptr<im::Timeline> m_timeline;
    std::unique_ptr<MessageListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    const QDateTime m_start = QDateTime(QDate(2026, 5, 1), QTime(12, 0), QTimeZone::UTC);
};

void tst_MessageListModel::init()
{
    m_messenger = std::make_unique<fake::Messenger>();
    m_me = m_messenger->addAccount(u"me@example.org"_s);
    m_me->put(u"ana@example.org"_s, u"Ana"_s);
    m_chat = m_messenger->addChat(m_me, u"ana@example.org"_s);
}

void tst_MessageListModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_timeline.reset();
    m_messenger.reset();
}

void tst_MessageListModel::open(int unread)
{
    m_timeline = m_messenger->openTimeline(m_chat);
    m_model = std::make_unique<MessageListModel>(*m_timeline, *m_me, unread);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy loaded(m_timeline.get(), &im::Timeline::loaded);
    m_timeline->load();
    QVERIFY(loaded.count() == 1 || loaded.wait());
}

void tst_MessageListModel::tellsWhatIsUnstyled()
{
    open(0);
    store::Changes changes;
    for (const bool unstyled : {false, true}) {
        data::Message message;
        message.id = {unstyled ? 2 : 1};
        message.conversation = m_chat;
        message.body = u"*p"_s;
        message.unstyled = unstyled;
        changes.inserted << message;
    }
    m_timeline->apply(changes);
    QVERIFY(!m_model->index(0).data(MessageRole::Unstyled).toBool());
    QVERIFY(m_model->index(1).data(MessageRole::Unstyled).toBool());
}

void tst_MessageListModel::tellsFactsOfRows()
{
    m_messenger->receive(m_chat, u"Are you there?"_s, m_start);
    const auto own = m_messenger->sent(m_chat, u"Yes"_s, m_start.addSecs(60));
    open(0);
    QCOMPARE(m_model->rowCount(), 2);
    const QModelIndex first = m_model->index(0), second = m_model->index(1);
    QCOMPARE(first.data(MessageRole::Body).toString(), u"Are you there?"_s);
    QCOMPARE(first.data(MessageRole::SenderName).toString(), u"Ana"_s);
    QCOMPARE(first.data(MessageRole::Sender).toString(), u"ana@example.org"_s);
    QVERIFY(!first.data(MessageRole::Own).toBool());
    QCOMPARE(first.data(MessageRole::State).toInt(), int(models::MessageState::None));
    QCOMPARE(first.data(MessageRole::Time).toDateTime(), m_start);
    QVERIFY(second.data(MessageRole::Own).toBool());
    QCOMPARE(second.data(MessageRole::State).toInt(), int(models::MessageState::Sent));
    QCOMPARE(second.data(MessageRole::Id).toString(), QString::number(own.value));
    QCOMPARE(m_model->messageById(QString::number(own.value))->body, u"Yes"_s);
    QCOMPARE(m_model->messageById(u"nonsense"_s), nullptr);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_me->put(u"ana@example.org"_s, u"Ana Ruiz"_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(first.data(MessageRole::SenderName).toString(), u"Ana Ruiz"_s);
}

void tst_MessageListModel::tellsWhoActs()
{
    m_messenger->receive(m_chat, u"/me waves"_s, m_start);
    m_messenger->sent(m_chat, u"/me waves back"_s, m_start.addSecs(1));
    const QStringList others{u"/mewaves"_s, u"/me's tired"_s, u" /me waves"_s, u"\"/me waves\""_s, u"* Ana waves"_s, u"/me"_s, u"/me\nwaves"_s, u"/ME waves"_s};
    for (int i = 0; i < others.size(); ++i)
        m_messenger->receive(m_chat, others[i], m_start.addSecs(2 + i));
    open(0);
    const auto actor = [this](int row) { return m_model->index(row).data(MessageRole::Actor).toString(); };
    QCOMPARE(m_model->index(0).data(MessageRole::Body).toString(), u"/me waves"_s); // copied as it was written
    QCOMPARE(actor(0), u"Ana"_s);
    QCOMPARE(actor(1), u"Me"_s);
    for (int i = 0; i < others.size(); ++i)
        QVERIFY2(actor(2 + i).isEmpty(), qPrintable(others[i]));
    m_me->put(u"ana@example.org"_s, u"Ana Ruiz"_s);
    QCOMPARE(actor(0), u"Ana Ruiz"_s);
}

void tst_MessageListModel::followsStatesAndMarks()
{
    open(0);
    QVERIFY(fake::wait(m_messenger->send(m_chat, u"Hello"_s)));
    QCOMPARE(m_model->rowCount(), 1);
    const QModelIndex row = m_model->index(0);
    const auto id = data::MessageId{row.data(MessageRole::Id).toString().toLongLong()};
    const auto state = [&row] { return row.data(MessageRole::State).toInt(); };
    QCOMPARE(state(), int(models::MessageState::Sending));
    m_messenger->setState(id, data::SendState::Acknowledged);
    QCOMPARE(state(), int(models::MessageState::Sent));
    m_messenger->mark(id, data::MarkKind::Delivered, m_start);
    QCOMPARE(state(), int(models::MessageState::Delivered));
    m_messenger->mark(id, data::MarkKind::Displayed, m_start);
    QCOMPARE(state(), int(models::MessageState::Read));
    QVERIFY(fake::wait(m_messenger->send(m_chat, u"Bad"_s)));
    const QModelIndex bad = m_model->index(1);
    m_messenger->setState({bad.data(MessageRole::Id).toString().toLongLong()}, data::SendState::Failed, u"Nobody has this address."_s);
    QCOMPARE(bad.data(MessageRole::State).toInt(), int(models::MessageState::Failed));
    QCOMPARE(bad.data(MessageRole::ErrorText).toString(), u"Nobody has this address."_s);
}

void tst_MessageListModel::insertsLiveAndOlderRows()
{
    for (int i = 0; i < 150; ++i)
        m_messenger->receive(m_chat, u"message %1"_s.arg(i), m_start.addSecs(i));
    open(0);
    QCOMPARE(m_model->rowCount(), im::Timeline::PageSize);
    m_messenger->receive(m_chat, u"live"_s, m_start.addSecs(1000));
    QCOMPARE(m_model->rowCount(), im::Timeline::PageSize + 1);
    QCOMPARE(m_model->index(m_model->rowCount() - 1).data(MessageRole::Body).toString(), u"live"_s);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_timeline->loadOlder();
    QVERIFY(inserted.wait());
    QCOMPARE(m_model->rowCount(), 2 * im::Timeline::PageSize + 1);
    QCOMPARE(inserted.first().at(1).toInt(), 0);
    QCOMPARE(m_model->index(0).data(MessageRole::Body).toString(), u"message 30"_s);
}

void tst_MessageListModel::tellsWhatIsMissing()
{
    using Elsewhere = im::Timeline::Elsewhere;
    for (int i = 0; i < 40; ++i)
        m_messenger->receive(m_chat, u"message %1"_s.arg(i), m_start.addSecs(i));
    open(0);
    const auto notes = [this] {
        QStringList result;
        for (int row = 0; row < m_model->rowCount(); ++row)
            result << m_model->index(row).data(MessageRole::Note).toString();
        return result;
    };
    QCOMPARE(notes().count(QString()), 40);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    const auto place = [this](int row) { return m_model->messageAt(row)->order; };
    m_timeline->setElsewhere(Elsewhere::Away, {{place(9), place(10)}});
    QCOMPARE(changed.size(), 2); // the two rows, and no others
    QVERIFY(notes()[0].contains(u"when you are online"_s));
    QVERIFY(notes()[10].contains(u"missing"_s));
    QCOMPARE(notes().count(QString()), 38);
    // Healed, and all of it here.
    m_timeline->setElsewhere(Elsewhere::Nowhere, {});
    QCOMPARE(notes().count(QString()), 40);
}

void tst_MessageListModel::drawsTheUnreadLineOnce()
{
    m_messenger->receive(m_chat, u"old"_s, m_start);
    m_messenger->sent(m_chat, u"mine"_s, m_start.addSecs(1));
    m_messenger->receive(m_chat, u"new one"_s, m_start.addSecs(2));
    m_messenger->receive(m_chat, u"new two"_s, m_start.addSecs(3));
    open(2);
    QCOMPARE(m_model->unreadRow(), 2);
    QVERIFY(m_model->index(2).data(MessageRole::UnreadLine).toBool());
    QVERIFY(!m_model->index(3).data(MessageRole::UnreadLine).toBool());
    m_messenger->receive(m_chat, u"newer"_s, m_start.addSecs(4));
    QCOMPARE(m_model->unreadRow(), 2);
    m_model->clearUnreadLine();
    QCOMPARE(m_model->unreadRow(), -1);
    QVERIFY(!m_model->index(2).data(MessageRole::UnreadLine).toBool());
}

void tst_MessageListModel::findsTheUnreadLineInAnOlderPage()
{
    for (int i = 0; i < 100; ++i)
        m_messenger->receive(m_chat, u"message %1"_s.arg(i), m_start.addSecs(i));
    open(90);
    QCOMPARE(m_model->unreadRow(), -1);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    m_timeline->loadOlder();
    QVERIFY(inserted.wait());
    QCOMPARE(m_model->index(m_model->unreadRow()).data(MessageRole::Body).toString(), u"message 10"_s);
}

QTEST_GUILESS_MAIN(tst_MessageListModel)
#include "tst_messagelistmodel.moc"
