// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/requests.h"

#include <algorithm>

namespace models
{

QList<Request> requests(im::Messenger &messenger)
{
    QList<Request> result;
    QHash<std::pair<data::AccountId, Jid>, qsizetype> asking;
    for (const im::Account *account : messenger.accounts().all()) {
        for (const data::ContactRequest &request : account->requests()) {
            asking.insert({account->id(), request.from}, result.size());
            result << Request{account->id(), request.from, request, {}};
        }
    }
    const qsizetype asked = result.size();
    for (const data::Conversation &chat : messenger.conversations()) {
        const im::Account *account = messenger.accounts().byId(chat.account);
        if (!account || chat.hidden || !chat.lastMessage || !account->isStranger(chat) || account->isBlocked(chat.address))
            continue;
        if (const auto same = asking.constFind({chat.account, chat.address}); same != asking.cend())
            result[*same].chat = chat.id;
        else
            result << Request{chat.account, chat.address, std::nullopt, chat.id};
    }
    std::sort(result.begin() + asked, result.end(), [](const Request &a, const Request &b) { return a.chat < b.chat; });
    return result;
}

} // namespace models
