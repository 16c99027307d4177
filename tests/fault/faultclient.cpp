// SPDX-License-Identifier: GPL-3.0-or-later
// One person's Palique without its windows, told what to do by lines of JSON, to be killed at any moment by torture.py.
//
//   faultclient FOLDER ADDRESS PASSWORD PORT CA     everything it keeps is in FOLDER; the server is on PORT of 127.0.0.1
//
//   {"do": "send", "to": "bob@example.org", "text": "…"}    {"kept": "…"} once it is in the store, else {"refused": "…", "why": "…"}
//   {"do": "list", "with": "bob@example.org"}               {"with": "…", "list": [{"text", "sent", "state", "delivered", "archive"}, …]} as a window shows them, from the very first on
//   {"do": "befriend", "whom": "bob@example.org"}           asks to see them; whoever asks us is let in
//   {"do": "now"}                                           does not wait for the next attempt
//   {"do": "quit"}                                          says goodbye and ends; so does the end of its input
//
// It says {"state": "online"} and {"complete": true} (all of the archive is here) at each change, and {"incoming": "…"} for each message that a person would be told of.
#include "crypto/runtime.h"
#include "im/livemessenger.h"
#include "net/systemresolver.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSocketNotifier>

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace
{

void say(const QJsonObject &what)
{
    const QByteArray line = QJsonDocument(what).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}

//! Secrets in a file, so that they are there after a kill.
class FileKeyring final : public im::Keyring
{
public:
    explicit FileKeyring(QString path) : m_path(std::move(path))
    {
        QFile file(m_path);
        if (file.open(QIODevice::ReadOnly))
            m_secrets = QJsonDocument::fromJson(file.readAll()).object();
    }
    [[nodiscard]] bool isAvailable() const override { return true; }
    [[nodiscard]] Task<Result<std::optional<Secret>>> read(QString key) override
    {
        if (!m_secrets.contains(key))
            co_return std::nullopt;
        co_return Secret(m_secrets.value(key).toString());
    }
    [[nodiscard]] Task<Result<void>> write(QString key, Secret secret) override
    {
        m_secrets.insert(key, secret.revealText());
        co_return save();
    }
    [[nodiscard]] Task<Result<void>> remove(QString key) override
    {
        m_secrets.remove(key);
        co_return save();
    }

private:
    [[nodiscard]] Result<void> save() const
    {
        QSaveFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(m_secrets).toJson()) < 0 || !file.commit())
            return std::unexpected(Error{ErrorKind::Storage, {}, file.errorString()});
        return {};
    }

    QString m_path;
    QJsonObject m_secrets;
};

QString nameOf(im::Status::State state)
{
    switch (state) {
    case im::Status::State::Online:
        return u"online"_s;
    case im::Status::State::NeedsAttention:
        return u"trouble"_s;
    default:
        return u"offline"_s;
    }
}

class Client final : public QObject
{
public:
    Client(const QStringList &arguments) : m_resolver(m_clock), m_keyring(arguments.at(1) + u"/secrets"_s), m_database(arguments.at(1)), m_arguments(arguments)
    {
        net::TrustStore trust;
        trust.extra = net::TrustStore::readPem(arguments.at(5)).value_or(QList<QSslCertificate>());
        const session::Environment environment{m_clock, m_resolver, m_network,
            [](const net::TlsSettings &tls) { return std::make_unique<net::TcpTransportFactory>(tls); }, trust};
        m_messenger = std::make_unique<im::LiveMessenger>(im::Means{m_database, m_keyring, environment});
        connect(m_messenger.get(), &im::Messenger::trouble, this, [](const Error &error) { say({{u"trouble"_s, error.text}}); });
        connect(m_messenger.get(), &im::Messenger::incoming, this, [](data::ConversationId, const data::Message &message) { say({{u"incoming"_s, message.body}}); });
        connect(&m_messenger->accounts(), &im::Accounts::added, this, &Client::follow);
        connect(&m_messenger->accounts(), &im::Accounts::loaded, this, &Client::begin);
        m_database.open().then(this, [this](const Result<store::Opened> &opened) {
            if (opened)
                return m_messenger->start();
            say({{u"trouble"_s, opened.error().text}});
            QCoreApplication::exit(1);
        });
        connect(&m_input, &QSocketNotifier::activated, this, &Client::read);
    }

private:
    void begin()
    {
        if (!m_messenger->accounts().all().isEmpty())
            return;
        im::SignInForm form;
        form.address = Jid::parse(m_arguments.at(2)).value();
        form.password = Secret(m_arguments.at(3));
        form.host = u"127.0.0.1"_s;
        form.port = m_arguments.at(4).toUShort();
        form.connection = data::ConnectionKind::StartTls;
        m_attempt = m_messenger->accounts().signIn(form);
        connect(m_attempt.get(), &im::SignInAttempt::statusChanged, this, [this] {
            if (m_attempt->status().state == im::Status::State::NeedsAttention)
                say({{u"trouble"_s, m_attempt->status().trouble.value_or(im::Trouble()).text}});
        });
    }

    void follow(im::Account *account)
    {
        m_account = account;
        connect(account, &im::Account::statusChanged, this, &Client::tellState);
        connect(account, &im::Account::historyChanged, this, [this, account] {
            const bool complete = account->history().phase == im::HistoryState::Phase::Complete;
            if (std::exchange(m_complete, complete) != complete)
                say({{u"complete"_s, complete}});
        });
        connect(account, &im::Account::requestsChanged, account, [account] {
            for (const QList<data::ContactRequest> requests = account->requests(); const data::ContactRequest &request : requests)
                account->acceptRequest(request.from);
        });
        connect(account, &im::Account::contactChanged, this, [account](const Jid &address) {
            if (const auto contact = account->contact(address); contact && contact->subscription == data::Subscription::Both)
                say({{u"friend"_s, address.toString()}});
        });
        tellState();
    }

    void tellState()
    {
        const QString name = nameOf(m_account->status().state);
        if (name == m_told)
            return;
        m_told = name;
        QJsonObject told{{u"state"_s, name}};
        if (m_account->status().trouble)
            told.insert(u"why"_s, m_account->status().trouble->text);
        say(told);
    }

    void read()
    {
        char bytes[65536];
        const auto count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (count <= 0)
            return quit();
        m_line.append(bytes, count);
        for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
            obey(QJsonDocument::fromJson(m_line.first(end)).object());
            m_line.remove(0, end + 1);
        }
    }

    void obey(const QJsonObject &order)
    {
        const QString what = order.value(u"do"_s).toString();
        if (what == u"send"_s)
            send(order.value(u"to"_s).toString(), order.value(u"text"_s).toString());
        else if (what == u"list"_s)
            list(order.value(u"with"_s).toString());
        else if (what == u"now"_s)
            m_account->tryNow();
        else if (what == u"befriend"_s)
            m_account->addContact(Jid::parse(order.value(u"whom"_s).toString()).value(), {}, {}).detach();
        else
            quit();
    }

    [[nodiscard]] Task<Result<data::ConversationId>> chat(const QString &address)
    {
        return m_messenger->openChat(m_account->id(), Jid::parse(address).value());
    }

    void send(const QString &to, const QString &text)
    {
        chat(to).then(this, [this, text](const Result<data::ConversationId> &id) {
            if (!id)
                return say({{u"refused"_s, text}, {u"why"_s, id.error().text}});
            m_messenger->send(*id, text).then(this, [text](const Result<void> &kept) {
                if (kept)
                    say({{u"kept"_s, text}});
                else
                    say({{u"refused"_s, text}, {u"why"_s, kept.error().text}});
            });
        });
    }

    void list(const QString &with)
    {
        chat(with).then(this, [this, with](const Result<data::ConversationId> &id) {
            m_timelines.push_back(m_messenger->openTimeline(id.value_or(data::ConversationId())));
            im::Timeline *timeline = m_timelines.back().get();
            connect(timeline, &im::Timeline::loadingChanged, this, [this, timeline, with] { listMore(timeline, with); }, Qt::QueuedConnection);
            timeline->load();
        });
    }

    void listMore(im::Timeline *timeline, const QString &with)
    {
        const auto found = std::ranges::find(m_timelines, timeline, &std::unique_ptr<im::Timeline>::get);
        if (found == m_timelines.end() || timeline->isLoading())
            return;
        if (timeline->hasOlder())
            return timeline->loadOlder();
        QJsonArray list;
        for (const data::Message &message : timeline->messages()) {
            list << QJsonObject{{u"text"_s, message.body}, {u"sent"_s, message.direction == data::Direction::Sent}, {u"state"_s, int(message.state)},
                {u"delivered"_s, message.delivered}, {u"archive"_s, message.archiveId}};
        }
        m_timelines.erase(found);
        say({{u"with"_s, with}, {u"list"_s, list}});
    }

    void quit()
    {
        m_input.setEnabled(false);
        m_timelines.clear();
        m_messenger->stop();
        m_messenger->whenOffline().then(this, [](const Result<void> &) { QCoreApplication::quit(); });
    }

    SystemClock m_clock;
    net::SystemResolver m_resolver;
    net::ManualNetworkMonitor m_network;
    FileKeyring m_keyring;
    store::Database m_database;
    QStringList m_arguments;
    std::unique_ptr<im::LiveMessenger> m_messenger;
    std::unique_ptr<im::SignInAttempt> m_attempt;
    std::vector<std::unique_ptr<im::Timeline>> m_timelines;
    im::Account *m_account = nullptr;
    QSocketNotifier m_input{STDIN_FILENO, QSocketNotifier::Read};
    QByteArray m_line;
    QString m_told;
    bool m_complete = false;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (application.arguments().size() != 6)
        qFatal("faultclient FOLDER ADDRESS PASSWORD PORT CA");
    const crypto::Runtime runtime;
    Client client(application.arguments());
    return QCoreApplication::exec();
}
