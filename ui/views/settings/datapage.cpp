// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/datapage.h"

#include "views/dialogs.h"
#include "views/parts.h"
#include "views/transfer/jobview.h"
#include "views/transfer/words.h"
#include "widgets/banner.h"

#include <QBoxLayout>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{
constexpr QLatin1StringView Suffix{"palique-backup"};
}

DataPage::DataPage(im::Transfer &transfer, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent), m_transfer(transfer), m_dialogs(dialogs), m_notice(new widgets::Banner(this)), m_job(new JobView(this))
{
    setObjectName("dataPage"_L1);
    setAccessibleName(tr("Data"));
    m_notice->setObjectName("dataNotice"_L1);
    m_notice->setClosable(true);
    m_notice->hide();
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 24, 8);
    addHeading(column, tr("Backup"), tr("One file with all accounts, chats and settings, which comes back here or on another computer. Passwords are not in it."));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_backUp = addAction(row, tr("Back up now…"), "dataBackUp"_L1);
    QPushButton *restore = addAction(row, tr("Restore a backup…"), "dataRestore"_L1);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_notice);
    column->addWidget(m_job);
    column->addSpacing(16);
    addHeading(column, tr("Export"), tr("All chats as text, as a web page, or for other programs. A single chat is exported from its menu in the list."));
    QPushButton *everything = addAction(column, tr("Export everything…"), "dataExport"_L1);
    column->addSpacing(16);
    addHeading(column, tr("Import"), tr("What you said in Gajim, Dino, Psi or Pidgin, before you came here."));
    QPushButton *import = addAction(column, tr("Import from another program…"), "dataImport"_L1);
    column->addStretch(1);
    connect(m_backUp, &QPushButton::clicked, this, &DataPage::backUp);
    connect(restore, &QPushButton::clicked, this, &DataPage::restoreRequested);
    connect(everything, &QPushButton::clicked, this, &DataPage::exportRequested);
    connect(import, &QPushButton::clicked, this, &DataPage::importRequested);
    connect(m_job, &JobView::finished, this, &DataPage::show);
    connect(m_job, &JobView::stopped, this, [this] { m_backUp->setEnabled(true); });
}

void DataPage::addHeading(QBoxLayout *column, const QString &name, const QString &note)
{
    column->addWidget(makeLabel(name, style::TextRole::Heading, this));
    column->addWidget(makeLabel(note, style::TextRole::Muted, this));
}

QPushButton *DataPage::addAction(QBoxLayout *column, const QString &text, QLatin1StringView objectName)
{
    QPushButton *button = makeButton(text, style::ButtonRole::Secondary, objectName, this);
    column->addWidget(button, 0, Qt::AlignLeading);
    return button;
}

void DataPage::backUp()
{
    const QString name = u"Palique %1.%2"_s.arg(QDate::currentDate().toString(Qt::ISODate), Suffix);
    m_dialogs.saveFile(this, tr("Back up"), name, tr("Backups of Palique (*.palique-backup)")).then(this, [this](const Result<QString> &path) {
        if (path)
            begin(QFileInfo(*path).suffix().isEmpty() ? *path + u'.' + Suffix : *path);
    });
}

void DataPage::begin(const QString &path)
{
    m_path = path;
    m_notice->hide();
    m_backUp->setEnabled(false);
    m_job->start(m_transfer.backUp(path), tr("Backing up…"));
}

void DataPage::show(const Result<data::TransferOutcome> &outcome)
{
    m_backUp->setEnabled(true);
    if (!outcome)
        return m_notice->present(widgets::Banner::Kind::Error, outcome.error().text);
    m_notice->present(widgets::Banner::Kind::Info,
        tr("%1: backed up to “%2”.", "12 chats, 34 messages").arg(countWords(outcome->chats, outcome->messages), QDir::toNativeSeparators(m_path)));
}

} // namespace views
