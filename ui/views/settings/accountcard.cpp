// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/accountcard.h"

#include "views/parts.h"
#include "views/settings/historyfold.h"
#include "views/signin/advancedfields.h"
#include "views/words.h"
#include "widgets/avatar.h"
#include "widgets/banner.h"
#include "widgets/collapsible.h"
#include "widgets/elidedlabel.h"
#include "widgets/fields.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views
{

AccountCard::AccountCard(im::Accounts &accounts, im::Account &account, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent), m_accounts(accounts), m_account(account), m_dialogs(dialogs)
{
    setObjectName("accountCard"_L1);
    setAccessibleName(account.address().toString());
    style::setSurface(this, style::Surface::Card);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 16, 8);
    buildHead(column);
    buildPassword(column);
    buildConnection(column);
    auto *history = new HistoryFold(account, this);
    column->addWidget(history);
    connect(history, &HistoryFold::failed, this, [this](const Error &error) {
        m_notice->setClosable(true);
        m_notice->present(widgets::Banner::Kind::Error, error.text);
    });
    buildBlocked(column);
    buildRemove(column);
    connect(&account, &im::Account::statusChanged, this, &AccountCard::follow);
    connect(&account, &im::Account::settingsChanged, this, &AccountCard::follow);
    connect(&account, &im::Account::blockedChanged, this, &AccountCard::followBlocked);
    follow();
    followBlocked();
}

void AccountCard::buildHead(QBoxLayout *column)
{
    const QString address = m_account.address().toString();
    auto *face = new widgets::Avatar(this);
    face->setSpec({address, address, {}, widgets::AvatarSpec::Kind::Person, widgets::Presence::None});
    auto *name = new widgets::ElidedLabel(address, this);
    name->setObjectName("accountAddress"_L1);
    style::setTextRole(name, style::TextRole::Strong);
    m_state = makeLabel({}, style::TextRole::SmallMuted, this);
    m_state->setObjectName("accountState"_L1);
    m_enabled = new QCheckBox(tr("Use this account"), this);
    m_enabled->setObjectName("accountEnabled"_L1);
    m_enabled->setAccessibleName(m_enabled->text());
    connect(m_enabled, &QCheckBox::checkStateChanged, this, &AccountCard::setEnabledAccount);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(name);
    names->addWidget(m_state);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(face, 0, Qt::AlignTop);
    row->addLayout(names, 1);
    QPushButton *profile = makeButton(tr("My profile…"), style::ButtonRole::Secondary, "accountProfile"_L1, this);
    connect(profile, &QPushButton::clicked, this, &AccountCard::profileRequested);
    row->addWidget(profile, 0, Qt::AlignTop);
    column->addLayout(row);
    column->addWidget(m_enabled);
}

void AccountCard::buildPassword(QBoxLayout *column)
{
    m_passwordFold = new widgets::Collapsible(tr("Password"), this);
    auto *page = new QWidget;
    auto *inside = new QVBoxLayout(page);
    inside->setContentsMargins(8, 0, 0, 8);
    inside->setSpacing(8);
    inside->addWidget(makeLabel(tr("If the password was changed somewhere else, type the new one here."), style::TextRole::Muted, page));
    m_password = new widgets::PasswordField(page);
    m_password->setObjectName("newPassword"_L1);
    QPushButton *save = makeButton(tr("Save password"), style::ButtonRole::Secondary, "savePassword"_L1, page);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_password, 1);
    row->addWidget(save);
    inside->addLayout(row);
    m_keep = new QCheckBox(tr("Keep me signed in"), page);
    m_keep->setObjectName("accountKeep"_L1);
    m_keep->setAccessibleName(m_keep->text());
    m_keep->setChecked(m_accounts.hasKeyring() && m_account.settings().keepSignedIn);
    m_keep->setVisible(m_accounts.hasKeyring());
    inside->addWidget(m_keep);
    m_passwordFold->setObjectName("passwordFold"_L1);
    m_passwordFold->setContent(page);
    column->addWidget(m_passwordFold);
    connect(save, &QPushButton::clicked, this, &AccountCard::savePassword);
    connect(m_password, &QLineEdit::returnPressed, this, &AccountCard::savePassword);
}

void AccountCard::buildConnection(QBoxLayout *column)
{
    m_connectionFold = new widgets::Collapsible(tr("Advanced"), this);
    auto *page = new QWidget;
    auto *inside = new QVBoxLayout(page);
    inside->setContentsMargins(8, 0, 0, 8);
    inside->setSpacing(12);
    m_advanced = new AdvancedFields(m_dialogs, AdvancedFields::Passphrase::NotAsked, page);
    m_advanced->setAccount(m_account.settings());
    inside->addWidget(m_advanced);
    m_plain = new QCheckBox(tr("Allow sending the password itself again"), page);
    m_plain->setObjectName("allowPlain"_L1);
    m_plain->setAccessibleName(m_plain->text());
    QLabel *why = makeCheckNote(tr("This server signed you in without seeing your password before. Allow it only if its owner says that this changed; the connection is always secured."), page);
    inside->addWidget(m_plain);
    inside->addWidget(why);
    const bool strong = !m_account.settings().provenMechanism.isEmpty();
    m_plain->setVisible(strong);
    why->setVisible(strong);
    QPushButton *save = makeButton(tr("Save and connect"), style::ButtonRole::Secondary, "saveConnection"_L1, page);
    inside->addWidget(save, 0, Qt::AlignLeading);
    m_connectionFold->setObjectName("connectionFold"_L1);
    m_connectionFold->setContent(page);
    column->addWidget(m_connectionFold);
    connect(save, &QPushButton::clicked, this, &AccountCard::saveConnection);
}

void AccountCard::buildBlocked(QBoxLayout *column)
{
    m_blockedFold = new widgets::Collapsible(tr("Blocked"), this);
    auto *page = new QWidget;
    m_blocked = new QVBoxLayout(page);
    m_blocked->setContentsMargins(8, 0, 0, 8);
    m_blocked->setSpacing(4);
    m_blockedFold->setObjectName("blockedFold"_L1);
    m_blockedFold->setContent(page);
    column->addWidget(m_blockedFold);
}

void AccountCard::followBlocked()
{
    while (QLayoutItem *item = m_blocked->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its button may be what was pressed
        delete item;
    }
    for (const Jid &address : m_account.blocked()) {
        auto *line = new QWidget(this);
        line->setObjectName("blockedAddress"_L1);
        auto *who = new widgets::ElidedLabel(address.isDomain() ? tr("Everybody at %1").arg(address.toString()) : address.toString(), line);
        QPushButton *unblock = makeButton(tr("Unblock"), style::ButtonRole::Secondary, "unblock"_L1, line);
        unblock->setAccessibleDescription(address.toString());
        unblock->setEnabled(m_account.canBlock());
        auto *row = new QHBoxLayout(line);
        setSpacing(row, 0, 8);
        row->addWidget(who, 1);
        row->addWidget(unblock);
        m_blocked->addWidget(line);
        connect(unblock, &QPushButton::clicked, this, [this, address] { this->unblock(address); });
    }
    m_blockedFold->setVisible(!m_account.blocked().isEmpty());
}

void AccountCard::unblock(const Jid &address)
{
    m_account.unblock({address}).then(this, [this](Result<void> result) {
        if (result)
            return;
        m_notice->setClosable(true);
        m_notice->present(widgets::Banner::Kind::Error, result.error().text);
    });
}

void AccountCard::buildRemove(QBoxLayout *column)
{
    m_notice = new widgets::Banner(this);
    m_notice->hide();
    QPushButton *remove = makeButton(tr("Remove account"), style::ButtonRole::Secondary, "removeAccount"_L1, this);
    remove->setIcon(style::icon(style::Icon::Trash, style::Tone::Danger));
    m_removeRow = remove;
    column->addWidget(m_notice);
    column->addWidget(remove, 0, Qt::AlignLeading);
    connect(remove, &QPushButton::clicked, this, [this] {
        m_removing = true;
        m_removeRow->hide();
        m_notice->setClosable(false);
        m_notice->present(widgets::Banner::Kind::Warning, tr("Its chats and its password are deleted from this computer. The account itself stays on its server."), {tr("Remove"), tr("Keep")});
    });
    connect(m_notice, &widgets::Banner::actionTriggered, this, [this](int index) {
        m_notice->hide();
        m_removeRow->show();
        if (std::exchange(m_removing, false) && index == 0)
            this->remove();
    });
}

void AccountCard::follow()
{
    const data::Account &settings = m_account.settings();
    m_state->setText(settings.enabled ? statusWords(m_account.status()) : tr("Not in use"));
    const QSignalBlocker quietly(m_enabled);
    m_enabled->setChecked(settings.enabled);
    const QSignalBlocker quietlyToo(m_plain);
    m_plain->setChecked(settings.allowPlainAgain);
}

void AccountCard::setEnabledAccount(Qt::CheckState state)
{
    data::Account settings = m_account.settings();
    settings.enabled = state == Qt::Checked;
    change(settings, {});
    if (settings.enabled)
        m_account.goOnline();
    else
        m_account.goOffline();
}

void AccountCard::savePassword()
{
    if (m_password->text().isEmpty())
        return m_password->setFocus(Qt::OtherFocusReason);
    m_account.setPassword(Secret(m_password->text()), m_keep->isChecked() ? im::Account::Keep::Keyring : im::Account::Keep::Session);
    m_password->clear();
    m_passwordFold->setExpanded(false);
    m_notice->setClosable(true);
    m_notice->present(widgets::Banner::Kind::Info, tr("The new password is used from now on."));
}

void AccountCard::saveConnection()
{
    data::Account settings = m_account.settings();
    m_advanced->apply(settings);
    settings.allowPlainAgain = m_plain->isChecked();
    change(settings, tr("Saved. Connecting with it now."));
}

void AccountCard::change(data::Account settings, const QString &done)
{
    m_account.change(std::move(settings)).then(this, [this, done](Result<void> result) {
        m_notice->setClosable(true);
        if (!result)
            m_notice->present(widgets::Banner::Kind::Error, result.error().text);
        else if (!done.isEmpty())
            m_notice->present(widgets::Banner::Kind::Info, done);
        follow();
    });
}

void AccountCard::remove()
{
    setEnabled(false);
    m_accounts.remove(m_account.id()).then(this, [this](Result<void> result) {
        setEnabled(true);
        m_notice->setClosable(true);
        if (!result)
            m_notice->present(widgets::Banner::Kind::Error, result.error().text);
    });
}

} // namespace views
