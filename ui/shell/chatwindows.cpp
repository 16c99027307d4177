// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/chatwindows.h"

namespace shell
{

ChatWindows::~ChatWindows()
{
    for (const QPointer<ChatWindow> &window : std::as_const(m_windows))
        delete window.get();
}

void ChatWindows::open(data::ConversationId id)
{
    const auto chat = m_means.messenger.conversation(id);
    if (raise(id) || !chat || !m_means.messenger.accounts().byId(chat->account))
        return;
    m_windows.removeIf([](const auto &it) { return it.value().isNull(); });
    auto *window = new ChatWindow(m_means, id);
    m_windows.insert(id, window);
    window->raiseChat();
}

bool ChatWindows::raise(data::ConversationId id)
{
    const QPointer<ChatWindow> window = m_windows.value(id);
    if (!window || !window->isVisible())
        return false;
    window->raiseChat();
    return true;
}

bool ChatWindows::isLookedAt(data::ConversationId id) const
{
    const QPointer<ChatWindow> window = m_windows.value(id);
    return window && window->isLookedAt();
}

void ChatWindows::keep()
{
    for (const QPointer<ChatWindow> &window : std::as_const(m_windows)) {
        if (window)
            window->keep();
    }
}

} // namespace shell
