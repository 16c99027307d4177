// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/runtime.h"
#include "im/liveaccount.h"
#include "im/livemessenger.h"
#include "net/systemresolver.h"
#include "support/testserver.h"

#include <QTemporaryDir>
#include <QTest>

namespace test
{

//! One person's Palique without its windows.
class Person
{
public:
    Person(const support::TestServer &server, const QString &folder) :
        m_server(server), m_resolver(m_clock), m_database(folder)
    {
        net::TrustStore trust;
        trust.extra = net::TrustStore::readPem(server.ca).value_or(QList<QSslCertificate>());
        const session::Environment environment{m_clock, m_resolver, m_network,
            [](const net::TlsSettings &tls) { return std::make_unique<net::TcpTransportFactory>(tls); }, trust};
        messenger = std::make_unique<im::LiveMessenger>(im::Means{m_database, m_keyring, environment});
        QObject::connect(messenger.get(), &im::Messenger::trouble, messenger.get(), [](const Error &error) { qWarning() << error; });
        m_database.open().then(messenger.get(), [](const Result<store::Opened> &opened) { QVERIFY(opened); });
        messenger->start();
    }

    ~Person()
    {
        messenger->stop();
        bool offline = false;
        messenger->whenOffline().then(messenger.get(), [&offline](const Result<void> &) { offline = true; });
        (void)QTest::qWaitFor([&offline] { return offline; }, 5000);
    }

    //! The account, or null with the reason in `why`.
    im::Account *signIn(const QString &address, const QString &password)
    {
        im::SignInForm form;
        form.address = Jid::parse(address).value();
        form.password = Secret(password);
        form.host = m_server.host;
        form.port = m_server.c2s;
        form.connection = data::ConnectionKind::StartTls;
        im::Account *account = nullptr;
        const auto attempt = messenger->accounts().signIn(form);
        QObject::connect(attempt.get(), &im::SignInAttempt::succeeded, messenger.get(), [&account](im::Account *made) { account = made; });
        const auto over = [&] { return account || attempt->status().state == im::Status::State::NeedsAttention; };
        if (!QTest::qWaitFor(over, 20000))
            why = QStringLiteral("nothing happened");
        else if (!account)
            why = attempt->status().trouble.value_or(im::Trouble()).text;
        return account;
    }

    //! The chat with an address, opened.
    data::ConversationId chat(im::Account *account, const Jid &address)
    {
        std::optional<data::ConversationId> id;
        messenger->openChat(account->id(), address).then(messenger.get(), [&id](const Result<data::ConversationId> &opened) { id = opened.value_or(data::ConversationId()); });
        (void)QTest::qWaitFor([&id] { return id.has_value(); });
        return id.value_or(data::ConversationId());
    }

    bool send(data::ConversationId chat, const QString &text)
    {
        std::optional<bool> kept;
        messenger->send(chat, text).then(messenger.get(), [&kept](const Result<void> &result) { kept = result.has_value(); });
        (void)QTest::qWaitFor([&kept] { return kept.has_value(); });
        return kept.value_or(false);
    }

    std::unique_ptr<im::LiveMessenger> messenger;
    QString why;

private:
    const support::TestServer &m_server;
    SystemClock m_clock;
    net::SystemResolver m_resolver;
    net::ManualNetworkMonitor m_network;
    im::MemoryKeyring m_keyring;
    store::Database m_database;
};

//! What a task answers; a Timeout after ten seconds.
template <typename R>
R answerOf(Task<R> task)
{
    QObject context;
    std::optional<R> answer;
    std::move(task).then(&context, [&answer](R value) { answer.emplace(std::move(value)); });
    (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, 10000);
    return answer ? std::move(*answer) : R(std::unexpected(Error::timeout()));
}

inline QStringList bodies(const im::Timeline &timeline)
{
    QStringList result;
    for (const data::Message &message : timeline.messages())
        result << message.body;
    return result;
}

inline data::ConversationId onlyChat(const im::Messenger &messenger)
{
    return messenger.conversations().isEmpty() ? data::ConversationId() : messenger.conversations().begin().key();
}

} // namespace test
