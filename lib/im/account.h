// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "base/task.h"
#include "data/account.h"
#include "data/contact.h"
#include "data/conversation.h"
#include "data/profile.h"
#include "data/request.h"
#include "im/historystate.h"
#include "im/inspection.h"
#include "im/status.h"

#include <QObject>
#include <QSize>

namespace im
{

//! One account: its settings, its connection, its people. Everything of it dies with it.
class Account : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] data::AccountId id() const { return settings().id; }
    [[nodiscard]] virtual const data::Account &settings() const = 0;
    [[nodiscard]] const Jid &address() const { return settings().address; }
    [[nodiscard]] virtual const Status &status() const = 0;
    //! Whether the server takes what we send at this moment.
    [[nodiscard]] bool isOnline() const { return status().state == Status::State::Online; }

    // The connection.

    virtual void goOnline() = 0;
    //! Says goodbye and stays offline until goOnline().
    virtual void goOffline() = 0;
    //! Does not wait for the next attempt.
    virtual void tryNow() = 0;
    //! Trusts exactly the certificate of the last trouble, for this account, and tries again (RFC 7590 3.4).
    virtual void trustCertificate() = 0;
    //! A new password after trouble; keeps it in the keyring if `Keep` says so, and tries again.
    enum class Keep { Session, Keyring };
    virtual void setPassword(Secret password, Keep keep) = 0;
    //! Changes how the server is reached and what is allowed; takes effect with the next attempt, which it starts.
    [[nodiscard]] virtual Task<Result<void>> change(data::Account settings) = 0;
    //! What goes over the stream, explained, from the last two attempts on; recorded as long as the answer lives.
    [[nodiscard]] virtual std::unique_ptr<Inspection> inspect() = 0;

    // Ourselves.

    //! What others see of us; Offline is goOffline()'s business.
    virtual void setPresence(data::Availability availability, const QString &status) = 0;
    //! Nobody is at the keyboard, or somebody is again: away by itself, and the server may hold back what can wait (XEP-0352).
    enum class Activity { Active, Idle };
    virtual void setActivity(Activity activity) = 0;

    // People (RFC 6121 2, 3).

    [[nodiscard]] virtual const QList<data::Contact> &contacts() const = 0;
    [[nodiscard]] virtual std::optional<data::Contact> contact(const Jid &address) const = 0;
    [[nodiscard]] virtual data::PresenceSummary presence(const Jid &address) const = 0;
    [[nodiscard]] virtual const QList<data::ContactRequest> &requests() const = 0;
    //! The name to show for an address: ours for them, else what they call themselves, else of the address.
    [[nodiscard]] QString nameOf(const Jid &address) const
    {
        const auto known = contact(address.bare());
        if (known && !known->name.isEmpty())
            return known->name;
        const QString nickname = nicknameOf(address);
        return nickname.isEmpty() ? data::Contact{{}, address.bare(), {}, {}, {}, false}.displayName() : nickname;
    }

    //! Whether a chat is with somebody we have nothing to do with: no contact, and neither written to nor let in by us.
    //! Ourselves and our own server are none.
    [[nodiscard]] bool isStranger(const data::Conversation &chat) const
    {
        return chat.kind == data::ConversationKind::Chat && !chat.accepted && !contact(chat.address) && chat.address != address()
            && chat.address != address().domainJid();
    }

    //! Adds a contact and asks to see their presence.
    [[nodiscard]] virtual Task<Result<void>> addContact(Jid address, QString name, QStringList groups) = 0;
    [[nodiscard]] virtual Task<Result<void>> changeContact(Jid address, QString name, QStringList groups) = 0;
    //! Removes a contact and ends both subscriptions.
    [[nodiscard]] virtual Task<Result<void>> removeContact(Jid address) = 0;
    //! Lets them see our presence, asks for theirs, and keeps them as a contact.
    virtual void acceptRequest(const Jid &from) = 0;
    virtual void declineRequest(const Jid &from) = 0;

    // Whom the server lets through (XEP-0191).

    //! Whether who is blocked can be changed now; false without a connection, and on servers that cannot.
    [[nodiscard]] virtual bool canBlock() const = 0;
    //! Whether the keepers of the server take reports with it (XEP-0377).
    [[nodiscard]] virtual bool canReport() const = 0;
    //! Addresses and whole domains, sorted.
    [[nodiscard]] virtual const QList<Jid> &blocked() const = 0;
    //! What of blocked() stops this address: itself, its domain. Empty: nothing does.
    [[nodiscard]] virtual QList<Jid> blocksOn(const Jid &address) const = 0;
    [[nodiscard]] bool isBlocked(const Jid &address) const { return !blocksOn(address).isEmpty(); }
    //! What the keepers of the server are told about somebody who is blocked; where they take no reports, nothing.
    enum class Report { None, Spam, Abuse };
    [[nodiscard]] virtual Task<Result<void>> block(QList<Jid> addresses, Report report) = 0;
    [[nodiscard]] virtual Task<Result<void>> unblock(QList<Jid> addresses) = 0;

    // What people look like and say of themselves; ourselves too (XEP-0084, 0153, 0172, 0054, 0292).

    //! The id of their picture, which changes with it; empty: none.
    [[nodiscard]] virtual QString pictureId(const Jid &address) const = 0;
    //! The bytes of that picture, kept or asked for now: a file of at most 1 MB in whatever format, by a stranger's hand.
    [[nodiscard]] virtual Task<Result<QByteArray>> picture(Jid address) = 0;
    //! Ours from now on, as PNG; an empty one: none.
    [[nodiscard]] virtual Task<Result<void>> setPicture(QByteArray png, QSize size) = 0;
    //! What they call themselves; empty: nothing.
    [[nodiscard]] virtual QString nicknameOf(const Jid &address) const = 0;
    [[nodiscard]] virtual Task<Result<void>> setNickname(QString name) = 0;
    [[nodiscard]] virtual Task<Result<data::Profile>> profile(Jid address) = 0;
    [[nodiscard]] virtual Task<Result<void>> setProfile(data::Profile profile) = 0;

    //! How much of what the server keeps for us is here (XEP-0313).
    [[nodiscard]] virtual const HistoryState &history() const = 0;
    //! What the server keeps of what is said from now on (XEP-0441); an error where it lets nobody choose.
    enum class Keeping { Everything, Contacts, Nothing };
    [[nodiscard]] virtual Task<Result<Keeping>> keeping() = 0;
    [[nodiscard]] virtual Task<Result<Keeping>> setKeeping(Keeping keeping) = 0;

    // For the details pane: what a contact's devices say of themselves.

    struct Device
    {
        Jid address; //!< full
        data::Availability availability = data::Availability::Offline;
        QString status, software; //!< software and version, if they tell
        int priority = 0;
    };
    [[nodiscard]] virtual QList<Device> devices(const Jid &address) const = 0;
    //! Their local time, if they tell (XEP-0202).
    [[nodiscard]] virtual Task<Result<QDateTime>> localTime(Jid address) = 0;

Q_SIGNALS:
    void statusChanged();
    void settingsChanged();
    void contactsReset();
    void contactChanged(const Jid &address); //!< added, changed or removed
    void presenceChanged(const Jid &address);
    void pictureChanged(const Jid &address);
    void requestsChanged();
    void historyChanged();
    void blockedChanged(); //!< the list, or whether it can be changed
    //! Without a keyring, or when it has no password for us: somebody must type it.
    void passwordNeeded();
};

} // namespace im
