// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/transfer/exportdialog.h"

#include "views/dialogs.h"
#include "views/parts.h"
#include "views/transfer/jobview.h"
#include "views/transfer/words.h"
#include "widgets/banner.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using data::ExportFormat;

namespace views
{

ExportDialog::ExportDialog(im::Transfer &transfer, Dialogs &dialogs, QList<data::ConversationId> chats, const QString &name, QWidget *parent)
    : QDialog(parent), m_transfer(transfer), m_dialogs(dialogs), m_chats(std::move(chats)), m_formats(new QButtonGroup(this)), m_notice(new widgets::Banner(this)),
      m_job(new JobView(this)), m_close(makeButton({}, style::ButtonRole::Secondary, "exportClose"_L1, this)),
      m_export(makeButton(tr("Export…"), style::ButtonRole::Primary, "exportStart"_L1, this))
{
    setObjectName("exportDialog"_L1);
    setWindowTitle(m_chats.isEmpty() ? tr("Export everything") : tr("Export this chat"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    build(m_chats.isEmpty() ? tr("All chats of all accounts go into one file. Whoever has the file can read them.")
                            : tr("The chat with %1 goes into a file. Whoever has the file can read it.").arg(name));
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::choosePath);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_job, &JobView::finished, this, &ExportDialog::tell);
    connect(m_job, &JobView::stopped, this, &ExportDialog::follow);
    follow();
    setMinimumWidth(400);
    resize(440, sizeHint().height());
}

void ExportDialog::build(const QString &intro)
{
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 20, 4);
    column->addWidget(makeLabel(intro, style::TextRole::Base, this));
    column->addSpacing(12);
    addFormat(column, ExportFormat::Text, tr("Text"), tr("Plain, to read or to print anywhere"), "formatText"_L1);
    addFormat(column, ExportFormat::Html, tr("Web page"), tr("To read in a browser, as it looks here"), "formatHtml"_L1);
    addFormat(column, ExportFormat::Json, tr("JSON"), tr("For other programs"), "formatJson"_L1);
    m_formats->buttons().first()->setChecked(true);
    m_notice->setObjectName("exportNotice"_L1);
    m_notice->hide();
    column->addWidget(m_notice);
    column->addWidget(m_job);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 12, 0, 0);
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_export);
    column->addLayout(buttons);
}

void ExportDialog::addFormat(QBoxLayout *column, ExportFormat format, const QString &name, const QString &note, QLatin1StringView objectName)
{
    auto *button = new QRadioButton(name, this);
    button->setObjectName(objectName);
    button->setAccessibleName(name);
    button->setAccessibleDescription(note);
    m_formats->addButton(button, int(format));
    column->addWidget(button);
    column->addWidget(makeCheckNote(note, this));
    column->addSpacing(6);
}

ExportFormat ExportDialog::format() const
{
    return ExportFormat(m_formats->checkedId());
}

void ExportDialog::choosePath()
{
    const QString name = m_transfer.exportName(m_chats, format()), suffix = QFileInfo(name).suffix();
    m_dialogs.saveFile(this, windowTitle(), name, u"%1 (*.%2)"_s.arg(m_formats->checkedButton()->text(), suffix)).then(this, [this, suffix](const Result<QString> &path) {
        if (path)
            begin(QFileInfo(*path).suffix().isEmpty() ? *path + u'.' + suffix : *path);
    });
}

void ExportDialog::begin(const QString &path)
{
    m_path = path;
    m_notice->hide();
    m_job->start(m_transfer.exportChats(m_chats, format(), path), tr("Writing the messages…"));
    follow();
}

void ExportDialog::tell(const Result<data::TransferOutcome> &outcome)
{
    if (!outcome)
        m_notice->present(widgets::Banner::Kind::Error, outcome.error().text);
    else
        m_notice->present(widgets::Banner::Kind::Info, tr("%1: written to “%2”.", "12 chats, 34 messages").arg(countWords(outcome->chats, outcome->messages), QDir::toNativeSeparators(m_path)));
    follow();
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(m_close->text());
}

void ExportDialog::follow()
{
    const bool running = m_job->isRunning();
    for (QAbstractButton *button : m_formats->buttons())
        button->setEnabled(!running);
    m_export->setEnabled(!running);
    m_close->setVisible(!running); // one way to stop is enough
    m_close->setText(tr("Cancel"));
    m_close->setAccessibleName(m_close->text());
}

} // namespace views
