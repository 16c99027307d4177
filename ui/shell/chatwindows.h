// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/chatwindow.h"

#include <QHash>
#include <QPointer>

namespace shell
{

//! The chats that have a window of their own, at most one a chat; they end with this.
class ChatWindows final
{
public:
    explicit ChatWindows(const ChatWindow::Means &means) : m_means(means) { }
    ~ChatWindows();

    //! Opens the chat's window, or brings it to the front. A chat that is gone gets none.
    void open(data::ConversationId id);
    //! Brings the chat's window to the front; false if it has none.
    bool raise(data::ConversationId id);
    //! Whether somebody has the chat before their eyes in its own window.
    [[nodiscard]] bool isLookedAt(data::ConversationId id) const;
    //! Keeps drafts and the size.
    void keep();

private:
    ChatWindow::Means m_means;
    QHash<data::ConversationId, QPointer<ChatWindow>> m_windows;
};

} // namespace shell
