// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chats/newchatdialog.h"

#include "views/parts.h"
#include "views/signin/addresscheck.h"
#include "widgets/banner.h"
#include "widgets/chatlistview.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views
{

NewChatDialog::NewChatDialog(im::Messenger &messenger, QWidget *parent)
    : QDialog(parent), m_messenger(messenger), m_model(new models::ContactListModel(messenger.accounts(), this)), m_address(new QLineEdit(this)),
      m_account(new QComboBox(this)), m_people(new widgets::ChatListView(this)), m_note(makeLabel({}, style::TextRole::SmallMuted, this)),
      m_trouble(new widgets::Banner(this)), m_add(makeButton(tr("Add contact"), style::ButtonRole::Primary, "addContact"_L1, this))
{
    setObjectName("newChatDialog"_L1);
    setWindowTitle(tr("New chat"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_address, &QLineEdit::textChanged, this, &NewChatDialog::follow);
    connect(m_address, &QLineEdit::returnPressed, this, &NewChatDialog::submit);
    connect(m_people, &QAbstractItemView::activated, this, &NewChatDialog::openContact);
    connect(m_add, &QPushButton::clicked, this, &NewChatDialog::addContact);
    connect(m_account, &QComboBox::currentIndexChanged, this, &NewChatDialog::follow);
    follow();
    m_address->setFocus(Qt::OtherFocusReason);
    resize(420, 560);
}

void NewChatDialog::setPictures(models::Pictures &pictures)
{
    m_model->setPictures(pictures);
}

void NewChatDialog::build()
{
    m_address->setObjectName("address"_L1);
    m_address->setPlaceholderText(tr("A name, or an address like name@example.org"));
    m_address->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_address->installEventFilter(this);
    m_people->setObjectName("people"_L1);
    m_people->setAccessibleName(tr("People"));
    m_people->setDensity(widgets::Density::Compact);
    m_people->setModel(m_model);
    m_note->setObjectName("newChatNote"_L1);
    m_trouble->hide();
    for (im::Account *one : m_messenger.accounts().all())
        m_account->addItem(one->address().toString(), QVariant::fromValue(one->id()));
    m_account->setObjectName("account"_L1);

    auto *column = new QVBoxLayout(this);
    setSpacing(column, 16, 4);
    column->addWidget(makeFieldName(tr("Address"), m_address, this));
    column->addWidget(m_address);
    column->addWidget(m_note);
    column->addSpacing(8);
    column->addWidget(m_people, 1);
    QLabel *from = makeFieldName(tr("Your account"), m_account, this);
    column->addWidget(from);
    column->addWidget(m_account);
    from->setVisible(m_account->count() > 1);
    m_account->setVisible(m_account->count() > 1);
    column->addWidget(m_trouble);
    column->addSpacing(8);
    QPushButton *cancel = makeButton(tr("Cancel"), style::ButtonRole::Secondary, "cancel"_L1, this);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_add);
    column->addLayout(buttons);
}

void NewChatDialog::setAddress(const QString &address)
{
    m_address->setText(address);
}

im::Account *NewChatDialog::account() const
{
    return m_messenger.accounts().byId(m_account->currentData().value<data::AccountId>());
}

//! The typed address, if the chosen account has no such contact.
std::optional<Jid> NewChatDialog::stranger() const
{
    const auto address = checkAddress(m_address->text()).address;
    const im::Account *mine = account();
    if (!address || !mine || mine->contact(*address) || *address == mine->address())
        return {};
    return address;
}

void NewChatDialog::follow()
{
    const QString text = m_address->text().trimmed();
    m_model->setSearch(checkAddress(text).address ? checkAddress(text).address->toString() : text);
    m_trouble->hide();
    const auto address = stranger();
    m_add->setEnabled(address.has_value());
    const bool empty = m_model->rowCount() == 0;
    if (address)
        m_note->setText(tr("%1 is not in your contacts yet. Adding asks them whether you may see when they are online.").arg(address->toString()));
    else if (empty && text.isEmpty())
        m_note->setText(tr("You have no contacts yet. Type the address of somebody you know."));
    else if (empty)
        m_note->setText(text.contains(u'@') ? checkAddress(text).problem : tr("Nobody in your contacts is called so. To talk with somebody new, type their whole address."));
    else
        m_note->setText({});
    m_note->setVisible(!m_note->text().isEmpty());
}

//! Enter in the field: the only thing that can be meant.
void NewChatDialog::submit()
{
    if (stranger())
        addContact();
    else if (m_model->rowCount() > 0)
        openContact(m_model->index(std::max(0, m_people->currentIndex().row())));
}

void NewChatDialog::openContact(const QModelIndex &index)
{
    const data::Contact contact = m_model->contactAt(index.row());
    if (!contact.address.isEmpty())
        open(contact.account, contact.address);
}

void NewChatDialog::open(data::AccountId account, const Jid &address)
{
    m_messenger.openChat(account, address).then(this, [this](Result<data::ConversationId> id) {
        if (!id)
            return fail(id.error());
        Q_EMIT chatOpened(*id);
        accept();
    });
}

void NewChatDialog::addContact()
{
    const auto address = stranger();
    im::Account *mine = account();
    if (!address || !mine)
        return;
    m_add->setEnabled(false);
    m_trouble->hide();
    const data::AccountId id = mine->id();
    mine->addContact(*address, {}, {}).then(this, [this, id, address = *address](Result<void> added) {
        if (!added)
            return fail(added.error());
        open(id, address);
    });
}

void NewChatDialog::fail(const Error &error)
{
    m_add->setEnabled(stranger().has_value());
    m_trouble->present(widgets::Banner::Kind::Error, error.text);
}

bool NewChatDialog::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_address && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down && m_model->rowCount() > 0) {
        m_people->setCurrentIndex(m_model->index(0));
        m_people->setFocus(Qt::TabFocusReason);
        return true;
    }
    return QDialog::eventFilter(object, event);
}

} // namespace views
