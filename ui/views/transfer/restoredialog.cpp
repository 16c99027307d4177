// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/transfer/restoredialog.h"

#include "views/dialogs.h"
#include "views/factgrid.h"
#include "views/parts.h"
#include "views/transfer/jobview.h"
#include "views/transfer/words.h"
#include "widgets/banner.h"

#include <QBoxLayout>
#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views
{

RestoreDialog::RestoreDialog(im::Messenger &messenger, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent), m_messenger(messenger), m_dialogs(dialogs), m_facts(new FactGrid(this)), m_warning(makeLabel({}, style::TextRole::Base, this)),
      m_notice(new widgets::Banner(this)), m_job(new JobView(this)), m_choose(makeButton(tr("Choose a backup…"), style::ButtonRole::Secondary, "restoreChoose"_L1, this)),
      m_close(makeButton(tr("Cancel"), style::ButtonRole::Secondary, "restoreClose"_L1, this)), m_restore(makeButton(tr("Restore"), style::ButtonRole::Primary, "restoreStart"_L1, this))
{
    setObjectName("restoreDialog"_L1);
    setWindowTitle(tr("Restore a backup"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_choose, &QPushButton::clicked, this, &RestoreDialog::choose);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, &RestoreDialog::restore);
    connect(m_job, &JobView::finished, this, &RestoreDialog::tell);
    connect(m_job, &JobView::stopped, this, [this] {
        m_choose->setEnabled(true);
        m_restore->setEnabled(true);
    });
    setMinimumWidth(400);
    resize(460, sizeHint().height());
}

void RestoreDialog::build()
{
    m_facts->setObjectName("restoreFacts"_L1);
    m_warning->setObjectName("restoreWarning"_L1);
    m_warning->hide();
    m_notice->setObjectName("restoreNotice"_L1);
    m_notice->hide();
    m_restore->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 20, 8);
    column->addWidget(makeLabel(tr("A backup brings back accounts, chats and settings. Passwords are not in it: you are asked for them when you sign in."), style::TextRole::Base, this));
    column->addWidget(m_choose, 0, Qt::AlignLeading);
    column->addWidget(m_facts);
    column->addWidget(m_warning);
    column->addWidget(m_notice);
    column->addWidget(m_job);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 12, 0, 0);
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_restore);
    column->addLayout(buttons);
}

void RestoreDialog::choose()
{
    m_dialogs.chooseFile(this, tr("Choose a backup"), tr("Backups of Palique (*.palique-backup);;All files (*)")).then(this, [this](const Result<QString> &path) {
        if (path)
            inspect(*path);
    });
}

void RestoreDialog::inspect(const QString &path)
{
    m_path = path;
    m_facts->clear();
    m_warning->hide();
    m_choose->setEnabled(false);
    m_restore->setEnabled(false);
    m_notice->present(widgets::Banner::Kind::Busy, tr("Checking the backup…"));
    m_messenger.transfer().inspectBackup(path).then(this, [this](const Result<data::BackupInfo> &info) { describe(info); });
}

void RestoreDialog::describe(const Result<data::BackupInfo> &info)
{
    m_choose->setEnabled(true);
    m_restore->setEnabled(info.has_value());
    if (!info)
        return m_notice->present(widgets::Banner::Kind::Error, info.error().text);
    m_notice->hide();
    m_facts->add(tr("Made"), QLocale().toString(info->made.toLocalTime(), QLocale::ShortFormat), "restoreMade"_L1);
    m_facts->add(tr("Accounts"), info->accounts.join(u'\n'), "restoreAccounts"_L1);
    m_facts->add(tr("Holds"), countWords(info->chats, info->messages), "restoreHolds"_L1);
    m_warning->setText(tr("It takes the place of the accounts and chats that are here now. These are kept in a file of their own."));
    m_warning->setVisible(!m_messenger.accounts().all().isEmpty());
    m_restore->setFocus(Qt::OtherFocusReason);
}

void RestoreDialog::restore()
{
    m_choose->setEnabled(false);
    m_restore->setEnabled(false);
    m_notice->hide();
    m_job->start(m_messenger.transfer().restore(m_path), tr("Restoring…"));
}

void RestoreDialog::tell(const Result<data::TransferOutcome> &outcome)
{
    m_warning->hide();
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(m_close->text());
    if (!outcome) {
        m_choose->setEnabled(true);
        return m_notice->present(widgets::Banner::Kind::Error, outcome.error().text);
    }
    m_choose->hide();
    m_restore->hide();
    QString words = tr("Everything is back.");
    if (!outcome->setAside.isEmpty())
        words += u' ' + tr("What was here before is kept as “%1”.").arg(QDir::toNativeSeparators(outcome->setAside));
    m_notice->present(widgets::Banner::Kind::Info, words);
}

} // namespace views
