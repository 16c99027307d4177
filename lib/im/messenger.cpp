// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/messenger.h"

#include "data/searchparser.h"
#include "data/wordfinder.h"

#include <algorithm>

namespace im
{

namespace
{

//! How the operators are written: in English, and in the language of the windows.
data::SearchForms forms()
{
    data::SearchForms all = data::SearchForms::english();
    const auto add = [](QStringList *to, const QString &form) {
        const QString folded = data::foldedText(form).remove(u':');
        if (!folded.isEmpty() && !to->contains(folded))
            to->append(folded);
    };
    add(&all.from, Messenger::tr("from:"));
    add(&all.in, Messenger::tr("in:"));
    add(&all.has, Messenger::tr("has:"));
    add(&all.before, Messenger::tr("before:"));
    add(&all.after, Messenger::tr("after:"));
    add(&all.me, Messenger::tr("me"));
    add(&all.link, Messenger::tr("link"));
    return all;
}

//! Whether one of the names is a part of the chat's name or address.
bool isNamed(const QStringList &names, const QString &name, const Jid &address)
{
    const QString folded = data::foldedText(name + u'\n' + address.toString());
    return std::ranges::any_of(names, [&folded](const QString &one) { return folded.contains(data::foldedText(one.simplified())); });
}

} // namespace

QString Messenger::nameOf(const data::Conversation &chat)
{
    const Account *account = accounts().byId(chat.account);
    return account ? account->nameOf(chat.address) : chat.address.toString();
}

data::SearchQuery Messenger::searchQuery(QStringView text)
{
    QStringList names;
    if (text.contains(u':')) {
        for (const data::Conversation &chat : conversations())
            names << nameOf(chat);
    }
    return data::parseSearch(text, forms(), names);
}

store::SearchFilter Messenger::filterFor(const data::SearchQuery &query, data::ConversationId in)
{
    store::SearchFilter filter{query.terms, {}, {}, {}, query.withLink, {}, {}};
    if (query.after.isValid())
        filter.from = query.after.startOfDay();
    if (query.before.isValid())
        filter.until = query.before.startOfDay();
    if (query.fromMe)
        filter.direction = data::Direction::Sent;
    else if (!query.from.isEmpty())
        filter.direction = data::Direction::Received;
    const bool some = in || !query.in.isEmpty() || !query.from.isEmpty();
    QSet<data::ConversationId> chats;
    for (const data::Conversation &chat : conversations()) {
        const Account *account = accounts().byId(chat.account);
        if (!in && account && account->isStranger(chat)) {
            filter.without << chat.id;
            continue;
        }
        const QString name = some ? nameOf(chat) : QString();
        const bool there = (!in || chat.id == in) && (query.in.isEmpty() || isNamed(query.in, name, chat.address));
        // Who wrote is the other side of a chat; nothing is both theirs and ours.
        const bool theirs = query.from.isEmpty() || (!query.fromMe && chat.kind == data::ConversationKind::Chat && isNamed(query.from, name, chat.address));
        if (some && there && theirs)
            chats << chat.id;
    }
    if (some)
        filter.chats = chats;
    return filter;
}

Task<Result<data::SearchPage>> Messenger::search(const data::SearchQuery &query, data::ConversationId in, std::optional<qint64> from, int limit)
{
    if (query.isEmpty())
        return Task<Result<data::SearchPage>>::ready({});
    return findMessages(filterFor(query, in), from, limit);
}

} // namespace im
