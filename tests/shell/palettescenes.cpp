// SPDX-License-Identifier: GPL-3.0-or-later
// The palette, and the keys one chooses.
#include "shell/scenes.h"

#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace fake
{

namespace
{
QWidget *palette(Stage &stage, const QString &typed)
{
    stage.start();
    stage.open(stage.ana);
    stage.shell->window().actions().palette->trigger();
    stage.find<QLineEdit>("paletteSearch"_L1)->setText(typed);
    stage.settle();
    return &stage.shell->window();
}

QWidget *shortcuts(Stage &stage)
{
    stage.populate();
    stage.start();
    stage.shell->window().actions().settings->trigger();
    stage.settle();
    QWidget *window = stage.dialog("settingsWindow"_L1);
    window->findChild<QToolButton *>("sectionShortcuts"_L1)->click();
    stage.settle();
    return window;
}
}

QList<Scene> paletteScenes()
{
    return {
        {u"palette"_s, [](Stage &stage) {
             stage.populate();
             return palette(stage, {});
         }},
        {u"palette-found"_s, [](Stage &stage) {
             stage.populate();
             stage.eva->put(u"andrea@palique.example"_s, u"Andrea Núñez"_s);
             stage.eva->setPresenceOf(u"andrea@palique.example"_s, {data::Availability::Away, {}, 1});
             return palette(stage, u"an"_s);
         }},
        {u"palette-two-accounts"_s, [](Stage &stage) {
             stage.populate();
             stage.addWork();
             return palette(stage, u"olga@new.example"_s);
         }},
        {u"palette-accounts"_s, [](Stage &stage) {
             stage.populate();
             stage.addWork();
             return palette(stage, u"a"_s);
         }},
        {u"palette-nothing"_s, [](Stage &stage) {
             stage.populate();
             return palette(stage, u"zzz"_s);
         }},
        {u"palette-narrow"_s, [](Stage &stage) {
             stage.populate();
             stage.addWork();
             QWidget *window = palette(stage, u"a"_s);
             window->resize(360, 640);
             stage.settle();
             return window;
         }},
        {u"settings-shortcuts"_s, shortcuts},
        {u"settings-shortcuts-taken"_s, [](Stage &stage) {
             QWidget *window = shortcuts(stage);
             window->findChild<QKeySequenceEdit *>("keys-actionAddAccount"_L1)->setKeySequence(QKeySequence(u"Ctrl+Shift+A"_s));
             window->findChild<QKeySequenceEdit *>("keys-actionSearch"_L1)->setKeySequence(QKeySequence(u"Ctrl+N"_s));
             stage.settle();
             return window;
         }},
    };
}

} // namespace fake
