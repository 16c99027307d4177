// SPDX-License-Identifier: GPL-3.0-or-later
// What one writes and how it looks: styled text, emoji.
#include "shell/scenes.h"

#include "widgets/messageview.h"

#include <QKeyEvent>
#include <QMenu>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace fake
{

namespace
{
QWidget *withAna(Stage &stage)
{
    stage.populate();
    stage.start();
    stage.open(stage.ana);
    return &stage.shell->window();
}

void type(QWidget *field, const QString &text)
{
    field->setFocus();
    for (const QChar c : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c)), release(QEvent::KeyRelease, 0, Qt::NoModifier, QString(c));
        QCoreApplication::sendEvent(field, &press);
        QCoreApplication::sendEvent(field, &release);
    }
}

QWidget *misspelt(Stage &stage)
{
    stage.speller.wrong = {{u"tomorow"_s, {u"tomorrow"_s, u"tomo row"_s, u"tumor"_s}}, {u"befour"_s, {u"before"_s}}};
    QWidget *window = withAna(stage);
    auto *field = stage.find<QTextEdit>("message"_L1);
    type(field, u"See you tomorow, and we talk about it `befour` we go. Not befour six, ¿vale? "_s);
    (void)QTest::qWaitFor([field] { return field->extraSelections().size() == 2; });
    return window;
}

QWidget *styled(Stage &stage)
{
    stage.populate();
    stage.messenger.receive(stage.leo, u"How do I get them onto the _old_ frame? It says *no space* again."_s, stage.at(14, 10));
    stage.messenger.sent(stage.leo, u"> It says *no space* again.\n> > They never fit\nThey are too large. Shrink them with `mogrify`, ~all~ the last twenty:"_s, stage.at(14, 12));
    stage.messenger.sent(stage.leo, u"```sh\ncd /media/frame\nls -t | head -20 | while read -r name; do\n    mogrify -resize 1024x768 \"$name\"\ndone\n```"_s, stage.at(14, 12));
    stage.messenger.receive(stage.leo, u"> Shrink them with `mogrify`\nDone, and *they are all on it*: https://sea.example/frame"_s, stage.at(14, 16));
    stage.messenger.receive(stage.leo, u"/me bows"_s, stage.at(14, 16));
    stage.messenger.sent(stage.leo, u"❤️"_s, stage.at(14, 17));
    stage.start();
    stage.open(stage.leo);
    return &stage.shell->window();
}

//! A chat with something missing before it and in it.
QWidget *missing(Stage &stage)
{
    stage.populate();
    im::HistoryState history;
    history.reachesBack = stage.at(9, 0, 3);
    const auto between = stage.at(9, 0).toMSecsSinceEpoch() * 1000;
    history.gaps = {{between - 3'600'000'000, between}};
    stage.eva->setHistory(history);
    stage.start();
    stage.open(stage.ana);
    return &stage.shell->window();
}

QWidget *chatWindow(Stage &stage)
{
    withAna(stage);
    stage.shell->window().actions().newWindow->trigger();
    stage.settle();
    return stage.find<QWidget>("chatWindow"_L1);
}

QWidget *picker(Stage &stage)
{
    withAna(stage);
    for (const QString &used : {u"☕"_s, u"🧗"_s, u"❤️"_s, u"👍"_s, u"😂"_s, u"🎉"_s})
        stage.shell->preferences().useEmoji(used);
    stage.find<QToolButton>("emoji"_L1)->click();
    stage.settle();
    return stage.dialog("emojiPicker"_L1);
}
}

QList<Scene> writingScenes()
{
    return {
        {u"conversation-styled"_s, styled},
        {u"emoji-recent"_s, picker},
        {u"emoji-people"_s, [](Stage &stage) {
             QWidget *popup = picker(stage);
             popup->findChild<QToolButton *>("emojiCategory1"_L1)->click();
             stage.settle();
             return popup;
         }},
        {u"conversation-blocked"_s, [](Stage &stage) {
             QWidget *window = withAna(stage);
             stage.eva->block({jid(u"ana@palique.example"_s)}, im::Account::Report::None).detach();
             stage.shell->window().actions().details->trigger();
             stage.settle();
             return window;
         }},
        {u"chat-window"_s, [](Stage &stage) { return chatWindow(stage); }},
        {u"chat-window-details"_s, [](Stage &stage) {
             QWidget *window = chatWindow(stage);
             window->findChild<QToolButton *>("details"_L1)->click();
             stage.settle();
             return window;
         }},
        {u"conversation-editing"_s, [](Stage &stage) {
             QWidget *window = withAna(stage);
             auto *field = stage.find<QTextEdit>("message"_L1);
             QKeyEvent up(QEvent::KeyPress, Qt::Key_Up, Qt::NoModifier);
             QCoreApplication::sendEvent(field, &up);
             stage.settle();
             return window;
         }},
        {u"message-info-edited"_s, [](Stage &stage) -> QWidget * {
             stage.populate();
             const auto id = stage.messenger.sent(stage.leo, u"See you at sevn, at the usual place. I bring the rope, you the chalk."_s, stage.at(14, 12));
             stage.start();
             stage.open(stage.leo);
             for (const QString &text : {u"See you at seven, at the usual place. I bring the rope, you the chalk."_s, u"See you at eight, at the usual place."_s})
                 (void)wait(stage.messenger.correct(id, text));
             Q_EMIT stage.find<widgets::MessageView>("messages"_L1)->contextMenuRequested(QString::number(id.value), {100, 100});
             stage.settle();
             auto *menu = stage.find<QMenu>("messageMenu"_L1);
             menu->findChild<QAction *>("messageInfoAction"_L1)->trigger();
             menu->close();
             stage.settle();
             return stage.find<QWidget>("messageInfo"_L1);
         }},
        {u"conversation-missing"_s, missing},
        {u"conversation-spelling"_s, [](Stage &stage) {
             QWidget *window = misspelt(stage);
             stage.settle();
             return window;
         }},
        {u"spelling-menu"_s, [](Stage &stage) -> QWidget * {
             misspelt(stage);
             auto *field = stage.find<QTextEdit>("message"_L1);
             QTextCursor cursor = field->textCursor();
             cursor.setPosition(10);
             field->setTextCursor(cursor);
             QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
             QCoreApplication::sendEvent(field, &event);
             stage.settle();
             return stage.find<QMenu>("spellMenu"_L1);
         }},
        {u"emoji-offers"_s, [](Stage &stage) {
             QWidget *window = withAna(stage);
             type(stage.find<QTextEdit>("message"_L1), u"See you there :clim"_s);
             stage.settle();
             return window;
         }},
    };
}

} // namespace fake
