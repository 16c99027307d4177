// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/conversation.h"
#include "im/account.h"
#include "im/capscache.h"
#include "im/connectionstatus.h"
#include "im/credentials.h"
#include "im/faces.h"
#include "im/history.h"
#include "im/inbox.h"
#include "im/liveaccounts.h"
#include "im/messenger.h"
#include "im/outbox.h"
#include "im/people.h"
#include "session/connection.h"
#include "store/conversationstore.h"
#include "xep/modules.h"

#include <QSet>

#include <functional>
#include <memory>
#include <vector>

namespace im
{

//! An account on a real session: joins the protocol's modules with the store and with what people see.
class LiveAccount final : public Account
{
    Q_OBJECT

public:
    LiveAccount(const Means &means, data::Account settings, QObject *parent = nullptr);
    ~LiveAccount() override;

    // Account

    [[nodiscard]] const data::Account &settings() const override { return m_settings; }
    [[nodiscard]] const Status &status() const override { return m_status; }
    void goOnline() override;
    void goOffline() override;
    void tryNow() override;
    void trustCertificate() override;
    void setPassword(Secret password, Keep keep) override;
    [[nodiscard]] Task<Result<void>> change(data::Account settings) override;
    [[nodiscard]] std::unique_ptr<Inspection> inspect() override;
    void setPresence(data::Availability availability, const QString &status) override;
    void setActivity(Activity activity) override;
    [[nodiscard]] const QList<data::Contact> &contacts() const override { return m_people.contacts(); }
    [[nodiscard]] std::optional<data::Contact> contact(const Jid &address) const override { return m_people.contact(address); }
    [[nodiscard]] data::PresenceSummary presence(const Jid &address) const override;
    [[nodiscard]] const QList<data::ContactRequest> &requests() const override { return m_people.requests(); }
    [[nodiscard]] Task<Result<void>> addContact(Jid address, QString name, QStringList groups) override;
    [[nodiscard]] Task<Result<void>> changeContact(Jid address, QString name, QStringList groups) override;
    [[nodiscard]] Task<Result<void>> removeContact(Jid address) override;
    void acceptRequest(const Jid &from) override;
    void declineRequest(const Jid &from) override;
    [[nodiscard]] bool canBlock() const override { return m_modules.blocking.isThere(); }
    [[nodiscard]] bool canReport() const override { return m_modules.blocking.takesReports(); }
    [[nodiscard]] const QList<Jid> &blocked() const override { return m_modules.blocking.blocked(); }
    [[nodiscard]] QList<Jid> blocksOn(const Jid &address) const override { return m_modules.blocking.blocksOn(address); }
    [[nodiscard]] Task<Result<void>> block(QList<Jid> addresses, Report report) override;
    [[nodiscard]] Task<Result<void>> unblock(QList<Jid> addresses) override { return m_modules.blocking.unblock(std::move(addresses)); }
    [[nodiscard]] const HistoryState &history() const override { return m_history.state(); }
    [[nodiscard]] Task<Result<Keeping>> keeping() override;
    [[nodiscard]] Task<Result<Keeping>> setKeeping(Keeping keeping) override;
    [[nodiscard]] QList<Device> devices(const Jid &address) const override;
    [[nodiscard]] Task<Result<QDateTime>> localTime(Jid address) override;
    [[nodiscard]] QString pictureId(const Jid &address) const override { return m_faces.pictureId(address); }
    [[nodiscard]] Task<Result<QByteArray>> picture(Jid address) override { return m_faces.picture(std::move(address)); }
    [[nodiscard]] Task<Result<void>> setPicture(QByteArray png, QSize size) override { return m_faces.setPicture(std::move(png), quint16(size.width()), quint16(size.height())); }
    [[nodiscard]] QString nicknameOf(const Jid &address) const override { return m_faces.nickname(address); }
    [[nodiscard]] Task<Result<void>> setNickname(QString name) override { return m_faces.setNickname(std::move(name)); }
    [[nodiscard]] Task<Result<data::Profile>> profile(Jid address) override { return m_faces.profile(std::move(address)); }
    [[nodiscard]] Task<Result<void>> setProfile(data::Profile profile) override { return m_faces.setProfile(std::move(profile)); }

    // For the messenger and the sign-in.

    enum class Enabled { No, Yes };
    void setEnabled(Enabled enabled);
    //! A password that nobody has tried yet; no attempt starts.
    void usePassword(Secret password, Credentials::Memory memory);
    void setCertificatePassphrase(Secret passphrase) { m_passphrase = std::move(passphrase); }
    [[nodiscard]] Task<Result<void>> forgetSecrets() { return m_credentials.forget(); }
    //! From now on messages go into this inbox, and the outbox of earlier starts goes out.
    void open(Inbox &inbox);
    [[nodiscard]] Task<Result<void>> send(data::Conversation conversation, QString text);
    //! Changes what a message of ours says.
    [[nodiscard]] Task<Result<void>> correct(data::Conversation conversation, data::Message message, QString text);
    //! What the inbox has committed, of whichever account.
    void learn(const store::Changes &changes) { m_outbox.learn(changes); }
    [[nodiscard]] Task<Result<void>> retry(data::Message message) { return m_outbox.retry(std::move(message)); }
    //! A page of older messages of a chat from the server; answers whether there may be more.
    [[nodiscard]] Task<Result<bool>> loadOlder(const data::Conversation &conversation, const data::Message &oldest);
    void setTyping(const Jid &peer, Messenger::Typing typing);
    [[nodiscard]] bool isTyping(const Jid &peer) const { return m_modules.chatStates.isTyping(peer); }
    //! Tells the sender that a person has seen their message.
    void tellDisplayed(const data::Message &message);
    //! Tells our other devices up to where a chat has been shown here (XEP-0490).
    void tellOurDevices(const data::Conversation &conversation, const QString &archiveId);
    [[nodiscard]] bool hasStream() const { return m_session.hasStream(); }
    //! The machine slept.
    void wokeUp() { m_connection.wokeUp(); }
    //! The connection, for its trace.
    [[nodiscard]] const session::Connection &connection() const { return m_connection; }

Q_SIGNALS:
    //! A write of this account changed rows.
    void changed(const store::Changes &changes);
    void typingChanged(const Jid &peer);
    void trouble(const Error &error);
    void streamEnded();

private:
    void hookMessages();
    [[nodiscard]] session::Verdict store(session::Incoming &incoming);
    [[nodiscard]] session::Verdict storeError(session::Incoming &incoming);
    [[nodiscard]] Task<Result<void>> write(data::Conversation conversation, QString text, data::Message corrected);
    void mark(const Jid &peer, const QString &id, data::MarkKind kind, const session::Handled &handled);
    void signedIn(const stream::Negotiated &negotiated, const net::TlsInfo &tls);
    void connectNow();
    void applySettings();
    void keepSettings();
    void announce();
    void updateStatus();
    [[nodiscard]] Task<Result<void>> recall();
    void remember(const QByteArray &features);
    void secretsLoaded(const Result<void> &result);
    //! What came in goes to the inbox, or to the page of the archive it came with.
    template <typename T>
    void take(T item, session::Handled handled);
    [[nodiscard]] store::Batch collect(QList<session::Incoming> messages);
    void followHistory();
    void readUpTo(const Jid &chat, const QString &archiveId);
    [[nodiscard]] Task<Result<void>> reconsider(Jid chat, QString theirs);
    void confirmMissed(const store::Changes &changes);
    void noteMarkable(const session::Incoming &incoming);

    store::Database &m_database;
    Clock &m_clock;
    data::Account m_settings;
    store::AccountStore m_accountStore;
    store::MessageStore m_messageStore;
    store::ConversationStore m_conversationStore;
    store::CacheStore m_cacheStore;
    StoredCaps m_caps;
    Credentials m_credentials;
    Secret m_passphrase;
    QByteArray m_knownFeatures; //!< stream::Features::kept()
    session::Session m_session;
    People m_people;
    xep::Modules m_modules;
    Faces m_faces;
    session::Connection m_connection;
    Outbox m_outbox;
    History m_history;
    Inbox *m_inbox = nullptr;
    QHash<Jid, QString> m_displayed; //!< archive ids up to which our devices have shown a chat
    store::Batch *m_page = nullptr; //!< what comes of an archive's page is collected here
    std::vector<session::Handle> m_hooks;
    Status m_status;
    Chats m_chats = Chats::Loading;
    Activity m_activity = Activity::Active;
    QDateTime m_idleSince;
    std::vector<std::function<void(Inbox &)>> m_early; //!< came before there was an inbox
    QSet<QString> m_markable; //!< ids of messages whose senders want to know when they are seen
    std::optional<Error> m_settingsError; //!< the client certificate cannot be read
    bool m_secretsLoaded = false;
};

} // namespace im
