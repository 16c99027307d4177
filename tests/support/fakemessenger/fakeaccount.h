// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/accounts.h"
#include "support/fakemessenger/fakeinspection.h"

#include <QHash>
#include <QPointer>

#include <functional>

namespace fake
{

//! An account without a network: a test sets how it stands and reads what was asked of it.
class Account final : public im::Account
{
    Q_OBJECT

public:
    explicit Account(data::Account settings, QObject *parent = nullptr);

    [[nodiscard]] const data::Account &settings() const override { return m_settings; }
    [[nodiscard]] const im::Status &status() const override { return m_status; }
    void goOnline() override;
    void goOffline() override;
    void tryNow() override;
    void trustCertificate() override;
    void setPassword(Secret password, Keep keep) override;
    [[nodiscard]] Task<Result<void>> change(data::Account settings) override;
    [[nodiscard]] std::unique_ptr<im::Inspection> inspect() override;
    void setPresence(data::Availability availability, const QString &status) override;
    void setActivity(Activity activity) override;
    [[nodiscard]] const QList<data::Contact> &contacts() const override { return m_contacts; }
    [[nodiscard]] std::optional<data::Contact> contact(const Jid &address) const override;
    [[nodiscard]] data::PresenceSummary presence(const Jid &address) const override;
    [[nodiscard]] const QList<data::ContactRequest> &requests() const override { return m_requests; }
    [[nodiscard]] Task<Result<void>> addContact(Jid address, QString name, QStringList groups) override;
    [[nodiscard]] Task<Result<void>> changeContact(Jid address, QString name, QStringList groups) override;
    [[nodiscard]] Task<Result<void>> removeContact(Jid address) override;
    void acceptRequest(const Jid &from) override;
    void declineRequest(const Jid &from) override;
    [[nodiscard]] QList<Device> devices(const Jid &address) const override;
    [[nodiscard]] Task<Result<QDateTime>> localTime(Jid address) override;

    // What a test does with it.

    void setStatus(const im::Status &status);
    void setState(im::Status::State state);
    void setTrouble(im::Status::State state, const im::Trouble &trouble, const QDateTime &retryAt = {});
    void put(const QString &address, const QString &name, const QStringList &groups = {}, data::Subscription subscription = data::Subscription::Both);
    void putMany(QList<data::Contact> contacts);
    void setPresenceOf(const QString &address, const data::PresenceSummary &presence);
    void setDevices(const QString &address, const QList<Device> &devices);
    void setTimeOf(const QString &address, const QDateTime &time);
    void ask(const QString &from, const QString &text, const QDateTime &when = {});
    //! The next answer of a Task is this error.
    void failNext(const Error &error) { m_fail = error; }
    //! What was asked, in words a test compares: "goOnline", "addContact ana@example.org", …
    // What people look like: a test says so.

    struct Looks
    {
        QByteArray picture;
        QString nickname;
        data::Profile profile;
    };
    void setLooks(const QString &address, const Looks &looks);
    [[nodiscard]] QString pictureId(const Jid &address) const override;
    [[nodiscard]] Task<Result<QByteArray>> picture(Jid address) override { return Task<Result<QByteArray>>::ready(m_looks.value(address.bare()).picture); }
    [[nodiscard]] Task<Result<void>> setPicture(QByteArray png, QSize size) override;
    [[nodiscard]] QString nicknameOf(const Jid &address) const override { return m_looks.value(address.bare()).nickname; }
    [[nodiscard]] Task<Result<void>> setNickname(QString name) override;
    [[nodiscard]] Task<Result<data::Profile>> profile(Jid address) override { return Task<Result<data::Profile>>::ready(m_looks.value(address.bare()).profile); }
    [[nodiscard]] Task<Result<void>> setProfile(data::Profile profile) override;

    // Whom the server lets through.

    enum class Blocking { Impossible, Possible, WithReports };
    void setBlocking(Blocking blocking);
    [[nodiscard]] bool canBlock() const override { return m_blocking != Blocking::Impossible; }
    [[nodiscard]] bool canReport() const override { return m_blocking == Blocking::WithReports; }
    [[nodiscard]] const QList<Jid> &blocked() const override { return m_blocked; }
    [[nodiscard]] QList<Jid> blocksOn(const Jid &address) const override;
    [[nodiscard]] Task<Result<void>> block(QList<Jid> addresses, Report report) override;
    [[nodiscard]] Task<Result<void>> unblock(QList<Jid> addresses) override;

    // What the server keeps.

    void setHistory(const im::HistoryState &history);
    [[nodiscard]] const im::HistoryState &history() const override { return m_history; }
    [[nodiscard]] Task<Result<Keeping>> keeping() override { return Task<Result<Keeping>>::ready(m_keeping); }
    [[nodiscard]] Task<Result<Keeping>> setKeeping(Keeping keeping) override;

    QStringList calls;
    QString lastPassword;
    std::function<void(Inspection &)> onInspect; //!< what has happened before somebody inspects
    QPointer<Inspection> inspection; //!< the newest one; null once nobody looks

private:
    [[nodiscard]] Task<Result<void>> answer();

    data::Account m_settings;
    im::Status m_status;
    QList<data::Contact> m_contacts;
    QHash<Jid, qsizetype> m_index;
    QHash<Jid, data::PresenceSummary> m_presence;
    QHash<Jid, QList<Device>> m_devices;
    QHash<Jid, QDateTime> m_times;
    QList<data::ContactRequest> m_requests;
    QHash<Jid, Looks> m_looks;
    QList<Jid> m_blocked;
    im::HistoryState m_history;
    Keeping m_keeping = Keeping::Everything;
    Blocking m_blocking = Blocking::Possible;
    std::optional<Error> m_fail;
};

//! A sign-in that goes where a test leads it.
class SignInAttempt final : public im::SignInAttempt
{
    Q_OBJECT

public:
    explicit SignInAttempt(im::SignInForm filled) : form(std::move(filled)) { m_status.state = im::Status::State::Connecting; }

    [[nodiscard]] const im::Status &status() const override { return m_status; }
    void trustCertificate() override { ++trusted; }
    [[nodiscard]] std::unique_ptr<im::Inspection> inspect() override;

    //! The steps before `step` are done, this one is as `state` says.
    void reach(im::Step step, im::StepState state = im::StepState::Active);
    void fail(im::Step step, const im::Trouble &trouble);
    void succeed(im::Account *account);

    im::SignInForm form;
    int trusted = 0;

private:
    im::Status m_status;
};

//! The accounts of a test.
class Accounts final : public im::Accounts
{
    Q_OBJECT

public:
    using im::Accounts::Accounts;

    [[nodiscard]] QList<im::Account *> all() const override { return m_all; }
    [[nodiscard]] im::Account *byId(data::AccountId id) const override;
    [[nodiscard]] std::unique_ptr<im::SignInAttempt> signIn(im::SignInForm form) override;
    [[nodiscard]] Task<Result<void>> remove(data::AccountId id) override;
    [[nodiscard]] bool hasKeyring() const override { return keyring; }

    void add(Account *account);

    bool keyring = true;
    int attempts = 0, overlaps = 0; //!< an attempt holds its address until it dies
    QPointer<SignInAttempt> attempt; //!< the newest one; null once the dialog let it go
    std::function<void(data::AccountId)> onRemove;

private:
    QList<im::Account *> m_all;
};

[[nodiscard]] Jid jid(const QString &text);
//! Steps as they look when `step` is reached.
[[nodiscard]] std::array<im::StepState, im::StepCount> steps(im::Step step, im::StepState state);

} // namespace fake
