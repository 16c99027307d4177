// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"
#include "models/pictures.h"
#include "models/contactlistmodel.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace widgets
{
class Banner;
class ChatListView;
}

namespace views
{

//! The window "New chat": one field finds a contact by name, and takes the address of somebody who is none yet.
class NewChatDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit NewChatDialog(im::Messenger &messenger, QWidget *parent = nullptr);

    //! They outlive it; without them there are initials.
    void setPictures(models::Pictures &pictures);

    void setAddress(const QString &address);

Q_SIGNALS:
    void chatOpened(data::ConversationId id);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void build();
    void follow();
    void submit();
    void openContact(const QModelIndex &index);
    void open(data::AccountId account, const Jid &address);
    void addContact();
    void fail(const Error &error);
    [[nodiscard]] im::Account *account() const;
    [[nodiscard]] std::optional<Jid> stranger() const;

    im::Messenger &m_messenger;
    models::ContactListModel *m_model;
    QLineEdit *m_address;
    QComboBox *m_account;
    widgets::ChatListView *m_people;
    QLabel *m_note;
    widgets::Banner *m_trouble;
    QPushButton *m_add;
};

} // namespace views
