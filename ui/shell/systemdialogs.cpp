// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/systemdialogs.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace shell
{

namespace
{

//! Shows it and answers with what is chosen. The promise dies with the dialog, which answers Cancelled if nothing was.
Task<Result<QString>> chosenIn(QFileDialog *dialog)
{
    Promise<Result<QString>> promise;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [promise](const QString &path) { promise.finish(path); });
    dialog->open();
    return promise.task();
}

} // namespace

Task<Result<QString>> SystemDialogs::chooseFile(QWidget *over, QString title, QString filter)
{
    auto *dialog = new QFileDialog(over, title, {}, filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    return chosenIn(dialog);
}

Task<Result<QString>> SystemDialogs::chooseFolder(QWidget *over, QString title)
{
    auto *dialog = new QFileDialog(over, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setFilter(dialog->filter() | QDir::Hidden); // where programs keep theirs
    return chosenIn(dialog);
}

Task<Result<QString>> SystemDialogs::saveFile(QWidget *over, QString title, QString name, QString filter)
{
    auto *dialog = new QFileDialog(over, title, {}, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    return chosenIn(dialog);
}

Task<Result<int>> SystemDialogs::ask(QWidget *over, QString title, QString text, QStringList answers)
{
    Promise<Result<int>> promise;
    auto *box = new QMessageBox(QMessageBox::NoIcon, u"Palique"_s, title, QMessageBox::NoButton, over);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName("question"_L1);
    box->setAccessibleName(title);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(text);
    for (qsizetype i = 0; i < answers.size(); ++i) {
        QPushButton *button = box->addButton(answers[i], QMessageBox::AcceptRole);
        button->setObjectName(u"answer%1"_s.arg(i));
        button->setAccessibleName(answers[i]);
        QObject::connect(button, &QPushButton::clicked, box, [promise, i] { promise.finish(int(i)); });
    }
    QPushButton *cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    cancel->setObjectName("answerNone"_L1);
    cancel->setAccessibleName(cancel->text());
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    // The promise dies with the box, which answers Cancelled if nothing was chosen.
    box->open();
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
