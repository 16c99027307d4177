// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/systemdialogs.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace shell
{

Task<Result<QString>> SystemDialogs::chooseFile(QWidget *over, QString title, QString filter)
{
    Promise<Result<QString>> promise;
    auto *dialog = new QFileDialog(over, title, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    // The promise dies with the dialog, which answers Cancelled if nothing was chosen.
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [promise](const QString &path) { promise.finish(path); });
    dialog->open();
    return promise.task();
}

Task<Result<QString>> SystemDialogs::saveFile(QWidget *over, QString title, QString name, QString filter)
{
    Promise<Result<QString>> promise;
    auto *dialog = new QFileDialog(over, title, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [promise](const QString &path) { promise.finish(path); });
    dialog->open();
    return promise.task();
}

void SystemDialogs::openLink(const QUrl &url)
{
    // Nothing that runs or reads a file may come out of a message.
    static const QStringList harmless{u"http"_s, u"https"_s, u"mailto"_s, u"xmpp"_s, u"geo"_s, u"tel"_s};
    if (harmless.contains(url.scheme().toLower()))
        QDesktopServices::openUrl(url);
}

} // namespace shell
