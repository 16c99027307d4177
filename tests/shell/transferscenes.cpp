// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into files and comes out of them.
#include "shell/scenes.h"

#include "views/dialogs.h"

#include <QAbstractButton>

using namespace Qt::StringLiterals;

namespace fake
{

namespace
{

void click(QWidget *window, QLatin1StringView objectName)
{
    window->findChild<QAbstractButton *>(objectName)->click();
}

//! With the people of a stage that is populated.
QWidget *dataPage(Stage &stage)
{
    stage.start();
    stage.shell->window().actions().files->trigger();
    stage.settle();
    return stage.dialog("settingsWindow"_L1);
}

QWidget *settingsData(Stage &stage)
{
    stage.populate();
    return dataPage(stage);
}

QWidget *exporting(Stage &stage)
{
    stage.populate();
    stage.start();
    stage.open(stage.ana);
    stage.shell->window().actions().exportChat->trigger();
    stage.settle();
    return stage.dialog("exportDialog"_L1);
}

QWidget *importing(Stage &stage)
{
    stage.populate();
    stage.addWork();
    stage.messenger.transfer().found = {
        {data::ForeignProgram::Gajim, u"/home/eva/.local/share/gajim/logs.db"_s, {Jid::parse(u"eva@palique.example").value()}, 12, 3456, 210, 0},
        {data::ForeignProgram::Pidgin, u"/home/eva/.purple/logs/jabber"_s, {Jid::parse(u"eva@old.example").value()}, 1, 87, 0, 3},
    };
    click(dataPage(stage), "dataImport"_L1);
    stage.settle();
    return stage.dialog("importDialog"_L1);
}

//! A person who chooses a file chooses this backup.
void offerBackup(Stage &stage)
{
    stage.dialogs.file = u"/media/stick/Palique 2026-11-25.palique-backup"_s;
}

//! In the window that was just asked for.
QWidget *chooseBackup(Stage &stage)
{
    stage.settle();
    QWidget *window = stage.dialog("restoreDialog"_L1);
    click(window, "restoreChoose"_L1);
    stage.settle();
    window->adjustSize();
    stage.settle();
    return window;
}

QWidget *restoring(Stage &stage, Result<data::BackupInfo> info)
{
    offerBackup(stage);
    stage.messenger.transfer().backup = std::move(info);
    stage.start();
    click(&stage.shell->window(), "welcomeRestore"_L1);
    return chooseBackup(stage);
}

} // namespace

QList<Scene> transferScenes()
{
    const auto backup = [](Stage &stage) {
        data::BackupInfo info;
        info.made = stage.at(14, 0);
        info.accounts = {u"eva@palique.example"_s, u"eva@work.example"_s};
        info.chats = 14;
        info.messages = 5230;
        return info;
    };
    return {
        {u"settings-data"_s, settingsData},
        {u"settings-data-running"_s, [](Stage &stage) {
             QWidget *window = settingsData(stage);
             offerBackup(stage);
             click(window, "dataBackUp"_L1);
             Q_EMIT stage.messenger.transfer().job->progressed(6, 10);
             stage.settle();
             return window;
         }},
        {u"settings-data-done"_s, [](Stage &stage) {
             QWidget *window = settingsData(stage);
             offerBackup(stage);
             click(window, "dataBackUp"_L1);
             stage.messenger.transfer().job->finish(data::TransferOutcome{14, 5230, 0, 0, 0, {}});
             stage.settle();
             return window;
         }},
        {u"export"_s, exporting},
        {u"export-running"_s, [](Stage &stage) {
             QWidget *window = exporting(stage);
             stage.dialogs.file = u"/home/eva/Documents/Ana Ruiz 2026-11-25.txt"_s;
             click(window, "exportStart"_L1);
             Q_EMIT stage.messenger.transfer().job->progressed(1200, 3456);
             stage.settle();
             window->adjustSize();
             stage.settle();
             return window;
         }},
        {u"import"_s, importing},
        {u"import-done"_s, [](Stage &stage) {
             QWidget *window = importing(stage);
             click(window, "importStore0"_L1);
             click(window, "importStart"_L1);
             stage.messenger.transfer().job->finish(data::TransferOutcome{12, 3450, 6, 210, 2, {}});
             stage.settle();
             return window;
         }},
        {u"import-nothing"_s, [](Stage &stage) {
             click(settingsData(stage), "dataImport"_L1);
             stage.settle();
             return stage.dialog("importDialog"_L1);
         }},
        {u"restore"_s, [backup](Stage &stage) {
             offerBackup(stage);
             stage.messenger.transfer().backup = backup(stage);
             click(settingsData(stage), "dataRestore"_L1);
             return chooseBackup(stage);
         }},
        {u"restore-refused"_s, [](Stage &stage) {
             return restoring(stage, fail(ErrorKind::Storage, QCoreApplication::translate("store::Backup", "This backup is damaged and cannot be restored. Nothing was changed.")));
         }},
        {u"restore-welcome"_s, [backup](Stage &stage) { return restoring(stage, backup(stage)); }},
    };
}

} // namespace fake
