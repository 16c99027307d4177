// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "im/messenger.h"
#include "models/pictures.h"

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace widgets
{
class Avatar;
class Banner;
}

namespace views
{

class FactGrid;

//! Who one talks with: name and groups to change in place, address, presence, local time, devices; add or remove the contact.
class DetailsPane final : public QWidget
{
    Q_OBJECT

public:
    DetailsPane(im::Messenger &messenger, Clock &clock, QWidget *parent = nullptr);

    //! They outlive it; without them there are initials.
    void setPictures(models::Pictures &pictures);
    //! 0: nobody.
    void show(data::ConversationId id);
    [[nodiscard]] QToolButton *closeButton() const { return m_close; }
    void focusFirst();

Q_SIGNALS:
    void blockRequested(data::AccountId account, const Jid &address); //!< a question comes first

private:
    enum class Mode { Reading, Editing };

    void buildHead(QBoxLayout *column);
    void buildEditor(QBoxLayout *column);
    void buildFoot(QBoxLayout *column);
    void follow();
    void followFacts();
    void followDevices();
    void followBlock();
    void toggleBlock();
    void askTime();
    void askProfile();
    void setMode(Mode mode);
    void save();
    void add();
    void askRemove();
    void remove();
    void done(const Result<void> &result);
    [[nodiscard]] im::Account *account() const;

    im::Messenger &m_messenger;
    Clock &m_clock;
    models::Pictures *m_pictures = nullptr;
    data::Conversation m_chat;
    QPointer<im::Account> m_followed;
    Mode m_mode = Mode::Reading;
    QString m_time;
    Jid m_timeOf;
    data::Profile m_profile;
    Jid m_profileOf;

    QToolButton *m_close, *m_edit, *m_copy;
    widgets::Avatar *m_face;
    QLabel *m_name, *m_address, *m_presence;
    QWidget *m_editor;
    QLineEdit *m_nameEdit, *m_groupsEdit;
    FactGrid *m_facts;
    QLabel *m_devicesTitle;
    QWidget *m_devices;
    QPushButton *m_add, *m_remove, *m_block = nullptr;
    widgets::Banner *m_notice;
};

} // namespace views
