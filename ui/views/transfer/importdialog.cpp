// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/transfer/importdialog.h"

#include "views/dialogs.h"
#include "views/parts.h"
#include "views/transfer/jobview.h"
#include "views/transfer/words.h"
#include "widgets/banner.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using widgets::Banner;

namespace views
{

ImportDialog::ImportDialog(im::Messenger &messenger, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent), m_messenger(messenger), m_dialogs(dialogs), m_list(new QVBoxLayout), m_choices(new QButtonGroup(this)), m_account(new QComboBox(this)),
      m_accountName(makeFieldName(tr("Put the chats into"), m_account, this)), m_notice(new Banner(this)), m_job(new JobView(this)),
      m_file(makeButton(tr("Choose a file…"), style::ButtonRole::Secondary, "importFile"_L1, this)),
      m_folder(makeButton(tr("Choose a folder…"), style::ButtonRole::Secondary, "importFolder"_L1, this)),
      m_close(makeButton(tr("Cancel"), style::ButtonRole::Secondary, "importClose"_L1, this)),
      m_import(makeButton(tr("Import"), style::ButtonRole::Primary, "importStart"_L1, this))
{
    setObjectName("importDialog"_L1);
    setWindowTitle(tr("Import"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    m_account->setObjectName("importAccount"_L1);
    for (const im::Account *account : messenger.accounts().all())
        m_account->addItem(account->address().toString(), QVariant::fromValue(account->id()));
    build();
    connect(m_choices, &QButtonGroup::idToggled, this, &ImportDialog::follow);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::begin);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_job, &JobView::finished, this, &ImportDialog::tell);
    connect(m_job, &JobView::stopped, this, [this] {
        m_notice->present(Banner::Kind::Info, tr("Stopped. What came in until then stays; importing again brings the rest."));
        follow();
    });
    follow();
    setMinimumWidth(400);
    resize(480, 460);
    look();
}

void ImportDialog::build()
{
    m_notice->setObjectName("importNotice"_L1);
    m_notice->hide();
    m_list->setSpacing(2);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 20, 4);
    column->addWidget(makeLabel(tr("Messages you have in Gajim, Dino, Psi or Pidgin come into your chats here, none of them twice. In those programs nothing changes."),
        style::TextRole::Base, this));
    column->addSpacing(12);
    column->addLayout(m_list);
    column->addLayout(buildByHand());
    column->addSpacing(8);
    column->addWidget(m_accountName);
    column->addWidget(m_account, 0, Qt::AlignLeading);
    column->addWidget(m_notice);
    column->addWidget(m_job);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 12, 0, 0);
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_import);
    column->addLayout(buttons);
}

QBoxLayout *ImportDialog::buildByHand()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_file);
    row->addWidget(m_folder);
    row->addStretch(1);
    connect(m_file, &QPushButton::clicked, this, [this] {
        m_dialogs.chooseFile(this, tr("Choose a file"), tr("Databases of messages (*.db);;All files (*)")).then(this, [this](const Result<QString> &path) { lookAt(path); });
    });
    connect(m_folder, &QPushButton::clicked, this, [this] {
        m_dialogs.chooseFolder(this, tr("Choose a folder")).then(this, [this](const Result<QString> &path) { lookAt(path); });
    });
    return row;
}

void ImportDialog::look()
{
    m_notice->present(Banner::Kind::Busy, tr("Looking for messages of other programs…"));
    m_messenger.transfer().findStores().then(this, [this](const Result<QList<data::ForeignStore>> &found) {
        m_notice->hide();
        if (!found)
            return m_notice->present(Banner::Kind::Error, found.error().text);
        for (const data::ForeignStore &store : *found)
            offer(store);
        if (m_stores.isEmpty())
            m_notice->present(Banner::Kind::Info, tr("None of these programs keeps messages in its usual place. If you have them elsewhere, choose the file or folder."));
    });
}

void ImportDialog::lookAt(const Result<QString> &path)
{
    if (!path)
        return;
    m_notice->present(Banner::Kind::Busy, tr("Reading…"));
    m_messenger.transfer().lookAt(*path).then(this, [this](const Result<data::ForeignStore> &store) {
        m_notice->hide();
        if (store)
            offer(*store);
        else
            m_notice->present(Banner::Kind::Error, store.error().text);
    });
}

//! The last one offered by hand is what is meant.
void ImportDialog::offer(const data::ForeignStore &store)
{
    const qsizetype known = std::ranges::find(m_stores, store.path, &data::ForeignStore::path) - m_stores.begin();
    if (known < m_stores.size())
        return m_choices->button(int(known))->setChecked(true);
    const QString name = u"%1 – %2"_s.arg(programName(store.program), countWords(store.chats, store.messages));
    auto *button = new QRadioButton(name, this);
    button->setObjectName(u"importStore%1"_s.arg(m_stores.size()));
    button->setAccessibleName(name);
    QLabel *place = makeCheckNote(QDir::toNativeSeparators(store.path), this);
    m_list->addWidget(button);
    m_list->addWidget(place);
    m_list->addSpacing(6);
    m_choices->addButton(button, int(m_stores.size()));
    m_stores << store;
    button->setChecked(true);
    follow();
}

const data::ForeignStore *ImportDialog::chosen() const
{
    const int id = m_choices->checkedId();
    return id >= 0 && id < m_stores.size() ? &m_stores[id] : nullptr;
}

//! The account is asked for where the other program's is none of ours.
void ImportDialog::follow()
{
    const data::ForeignStore *store = chosen();
    const bool running = m_job->isRunning();
    const QList<im::Account *> accounts = m_messenger.accounts().all();
    const bool all = store && !store->accounts.isEmpty()
        && std::ranges::all_of(store->accounts, [&](const Jid &address) { return std::ranges::any_of(accounts, [&](const im::Account *one) { return one->address() == address; }); });
    m_accountName->setVisible(store && !all && m_account->count() > 1);
    m_account->setVisible(store && !all && m_account->count() > 1);
    m_close->setVisible(!running); // one way to stop is enough
    for (QAbstractButton *button : m_choices->buttons())
        button->setEnabled(!running);
    for (QWidget *one : {static_cast<QWidget *>(m_account), static_cast<QWidget *>(m_file), static_cast<QWidget *>(m_folder)})
        one->setEnabled(!running);
    m_import->setEnabled(store && store->messages > 0 && !running && !accounts.isEmpty());
}

void ImportDialog::begin()
{
    const data::ForeignStore *store = chosen();
    if (!store)
        return;
    m_notice->hide();
    m_job->start(m_messenger.transfer().importStore(*store, m_account->currentData().value<data::AccountId>()), tr("Importing…"));
    follow();
}

void ImportDialog::tell(const Result<data::TransferOutcome> &outcome)
{
    if (outcome)
        m_notice->present(Banner::Kind::Info, importWords(*outcome));
    else
        m_notice->present(Banner::Kind::Error, outcome.error().text);
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(m_close->text());
    follow();
}

} // namespace views
