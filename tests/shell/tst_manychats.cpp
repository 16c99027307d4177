// SPDX-License-Identifier: GPL-3.0-or-later
// Two hundred chats opened and closed leave nothing behind in the window.
#include "shell/scenes.h"
#include "widgets/messageedit.h"
#include "widgets/messageview.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
constexpr int Chats = 200, First = 10;

//! What a chat could leave behind.
struct Count
{
    qsizetype widgets = 0, objects = 0, timelines = 0;
    bool operator==(const Count &) const = default;
};
}

class tst_ManyChats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void nothingIsLeftOfAChat();
    void norOfItsDetails();

private:
    [[nodiscard]] Count count();
    void visit(data::ConversationId id);

    std::unique_ptr<fake::Stage> m_stage;
    QList<data::ConversationId> m_chats;
};

void tst_ManyChats::init()
{
    m_stage = std::make_unique<fake::Stage>();
    m_chats.clear();
    m_stage->eva = m_stage->messenger.addAccount(u"eva@palique.example"_s);
    for (int i = 0; i < Chats; ++i) {
        const QString address = u"person%1@palique.example"_s.arg(i);
        m_stage->eva->put(address, u"Person %1"_s.arg(i));
        m_chats << m_stage->messenger.addChat(m_stage->eva, address);
        m_stage->messenger.receive(m_chats.last(), u"Have you seen https://example.org/%1 ?"_s.arg(i), m_stage->at(9, i % 60));
        m_stage->messenger.sent(m_chats.last(), u"> Have you seen\nYes, *twice*."_s, m_stage->at(10, i % 60));
    }
    m_stage->start();
}

Count tst_ManyChats::count()
{
    m_stage->shell->window().openHome();
    m_stage->settle();
    return {QApplication::allWidgets().size(), m_stage->shell->window().findChildren<QObject *>().size(), m_stage->messenger.liveTimelines()};
}

void tst_ManyChats::visit(data::ConversationId id)
{
    m_stage->open(id);
    auto *messages = m_stage->find<widgets::MessageView>("messages"_L1);
    QTRY_COMPARE(messages->model()->rowCount(), 2);
    (void)messages->grab();
    QTest::keyClicks(m_stage->find<widgets::MessageEdit>("message"_L1), u"x"_s);
    QCOMPARE(m_stage->messenger.liveTimelines(), 1);
}

void tst_ManyChats::nothingIsLeftOfAChat()
{
    for (int i = 0; i < First; ++i)
        visit(m_chats.at(i));
    const Count first = count();
    QCOMPARE(first.timelines, 0);
    for (int i = First; i < Chats; ++i)
        visit(m_chats.at(i));
    const Count last = count();
    QCOMPARE(last.widgets, first.widgets);
    QCOMPARE(last.objects, first.objects);
    QCOMPARE(last.timelines, 0);
}

void tst_ManyChats::norOfItsDetails()
{
    const auto look = [this](data::ConversationId id) {
        m_stage->open(id);
        m_stage->shell->window().actions().details->trigger();
        m_stage->settle();
    };
    for (int i = 0; i < First; ++i)
        look(m_chats.at(i));
    const Count first = count();
    for (int i = First; i < 5 * First; ++i)
        look(m_chats.at(i));
    QVERIFY(count() == first);
}

QTEST_MAIN(tst_ManyChats)
#include "tst_manychats.moc"
