// SPDX-License-Identifier: GPL-3.0-or-later
// What is found in all chats and in one.
#include "shell/scenes.h"

#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace fake
{

namespace
{
//! Lets the store answer.
void wait(Stage &stage)
{
    stage.settle();
    QTest::qWait(200);
    stage.settle();
}

QWidget *searchAll(Stage &stage, const QString &typed)
{
    stage.populate();
    stage.messenger.receive(stage.leo, u"Have you seen the hall on a Thursday evening? Half of the town is there, you wait for every rope."_s, stage.at(11, 20, 3));
    stage.messenger.sent(stage.mother, u"On Thursday I am at the hall, Friday is better"_s, stage.at(20, 5, 2));
    stage.start();
    stage.open(stage.ana);
    stage.shell->window().actions().search->trigger();
    stage.find<QLineEdit>("search"_L1)->setText(typed);
    wait(stage);
    return &stage.shell->window();
}

QWidget *searchOne(Stage &stage, const QString &typed)
{
    stage.populate();
    stage.start();
    stage.open(stage.ana);
    stage.settle();
    stage.shell->window().actions().searchChat->trigger();
    stage.find<QLineEdit>("chatSearchField"_L1)->setText(typed);
    wait(stage);
    return &stage.shell->window();
}
}

QList<Scene> searchScenes()
{
    return {
        {u"search-chats"_s, [](Stage &stage) { return searchAll(stage, u"the"_s); }},
        {u"search-messages"_s, [](Stage &stage) { return searchAll(stage, u"hall thurs"_s); }},
        {u"search-nothing"_s, [](Stage &stage) { return searchAll(stage, u"zeppelin"_s); }},
        {u"search-in-chat"_s, [](Stage &stage) { return searchOne(stage, u"the"_s); }},
        {u"search-in-chat-nothing"_s, [](Stage &stage) { return searchOne(stage, u"zeppelin"_s); }},
        {u"search-in-chat-narrow"_s, [](Stage &stage) {
             QWidget *window = searchOne(stage, u"the"_s);
             window->resize(360, 640);
             wait(stage);
             return window;
         }},
    };
}

} // namespace fake
