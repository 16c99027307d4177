// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/ids.h"

#include <QObject>
#include <QString>

namespace shell
{

//! What a desktop notification says. Plain text, both short.
struct Notification
{
    enum class Sound { None, Message };

    data::ConversationId conversation; //!< 0: a word of the program itself, with nothing to answer
    QString title, text;
    Sound sound = Sound::Message;
};

//! Tells a person about a message while they look elsewhere; the platform's way comes from outside.
class Notifier : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Shows it; a later one of the same conversation replaces it.
    virtual void show(const Notification &notification) = 0;
    //! The conversation was read: its notification goes.
    virtual void withdraw(data::ConversationId conversation) = 0;

Q_SIGNALS:
    //! A person chose the notification.
    void activated(data::ConversationId conversation);
    //! A person wrote an answer in the notification.
    void replied(data::ConversationId conversation, const QString &text);
    void markedRead(data::ConversationId conversation);
    //! It stands no more: a person closed it, or its time was over.
    void dismissed(data::ConversationId conversation);
};

} // namespace shell
