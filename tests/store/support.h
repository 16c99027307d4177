// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/account.h"
#include "data/message.h"
#include "store/accountstore.h"
#include "store/conversationstore.h"
#include "store/messagestore.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <optional>

//! Runs the event loop until the answer is there; Timeout after half a minute.
template <typename R>
R await(Task<R> task)
{
    QObject context;
    QEventLoop loop;
    std::optional<R> answer;
    std::move(task).then(&context, [&](R value) {
        answer.emplace(std::move(value));
        loop.quit();
    });
    if (!answer) {
        QTimer::singleShot(std::chrono::seconds(30), &loop, &QEventLoop::quit);
        loop.exec();
    }
    return answer ? std::move(*answer) : R(std::unexpected(Error::timeout()));
}

//! The value of an answer, or an end of the program that says why there is none.
template <typename R>
auto need(R answer)
{
    if (!answer)
        qFatal("%s", qPrintable(QDebug::toString(answer.error())));
    if constexpr (!std::is_void_v<typename R::value_type>)
        return std::move(*answer);
}

template <typename R>
auto need(Task<R> task)
{
    return need(await(std::move(task)));
}

inline Jid jid(QStringView text)
{
    const auto parsed = Jid::parse(text);
    Q_ASSERT(parsed);
    return *parsed;
}

inline QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + ms, QTimeZone::UTC);
}

//! A store in a temporary folder with one account.
struct Home
{
    QTemporaryDir folder;
    std::unique_ptr<store::Database> database;
    data::Account account;

    Home()
    {
        open();
        account.address = jid(u"me@example.org");
        account = need(store::AccountStore(*database).insert(account));
    }

    void open(store::Options options = {})
    {
        database = std::make_unique<store::Database>(path(), options);
        need(database->open());
    }

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("store")); }
    [[nodiscard]] store::MessageStore messages() const { return store::MessageStore(*database); }
    [[nodiscard]] store::ConversationStore conversations() const { return store::ConversationStore(*database); }
    [[nodiscard]] store::ConversationKey with(QStringView address) const { return {account.id, jid(address), data::ConversationKind::Chat}; }
};

//! A received message.
inline store::IncomingMessage received(const store::ConversationKey &where, const QString &id, const QString &body, qint64 ms)
{
    store::IncomingMessage incoming{where, {}};
    incoming.message.author.address = where.address;
    incoming.message.stanzaIdAttribute = id;
    incoming.message.body = body;
    incoming.message.time = at(ms);
    return incoming;
}

//! A message of ours for MessageStore::append.
inline data::Message own(data::ConversationId conversation, const QString &id, const QString &body, qint64 ms)
{
    data::Message message;
    message.conversation = conversation;
    message.direction = data::Direction::Sent;
    message.author.address = jid(u"me@example.org");
    message.stanzaIdAttribute = message.originId = id;
    message.body = body;
    message.time = at(ms);
    message.stanza = "<message/>";
    return message;
}
