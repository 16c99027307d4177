// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"

#include <QHash>
#include <QObject>

namespace views
{

class Composer;

//! Which message of ours is being changed in the composer, at most one a chat; what was written there before comes back afterwards.
class Editing final : public QObject
{
    Q_OBJECT

public:
    Editing(im::Messenger &messenger, Composer &composer, QObject *parent = nullptr);

    //! Another chat is open; what was begun there goes on. 0: none.
    void setConversation(data::ConversationId id);
    [[nodiscard]] bool isActive() const { return m_edits.contains(m_id); }
    //! Whether it is a message one may change: ours, and with the other side.
    [[nodiscard]] static bool mayEdit(const data::Message &message);
    void begin(const data::Message &message);
    //! Everything stays as it was.
    void cancel();
    //! Sends what the composer says; the same as before is a cancel.
    void finish();
    //! What to keep of the composer meanwhile: what waits for its end, else the words of the change.
    [[nodiscard]] QString draft() const;

Q_SIGNALS:
    void failed(const Error &error);

private:
    struct Edit
    {
        data::MessageId message;
        QString former, text, draft; //!< the message's, what the composer says while another chat is open, what waits
    };

    void show(const Edit &edit, const QString &text);
    void restore(data::ConversationId id, const Edit &edit, const QString &text);

    im::Messenger &m_messenger;
    Composer &m_composer;
    data::ConversationId m_id;
    QHash<data::ConversationId, Edit> m_edits;
};

} // namespace views
