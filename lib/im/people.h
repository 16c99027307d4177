// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/contact.h"
#include "data/request.h"
#include "store/contactstore.h"
#include "store/requeststore.h"
#include "xep/roster/rosterstore.h"
#include "xep/trust.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

namespace xep
{
class BlockingModule;
struct Modules;
struct RosterItem;
}

namespace im
{

//! The people of one account: the contact list as it was kept and as the server keeps it, and who asks to be let in.
class People final : public QObject, public xep::Trust, public xep::RosterStore
{
    Q_OBJECT

public:
    explicit People(store::Database &database, QObject *parent = nullptr);

    //! Whose people; brings back what was kept.
    void open(data::AccountId account, const QString &rosterVersion);
    //! Follows what the server says from now on.
    void follow(xep::Modules &modules);

    [[nodiscard]] const QList<data::Contact> &contacts() const { return m_contacts; }
    [[nodiscard]] std::optional<data::Contact> contact(const Jid &address) const;
    [[nodiscard]] const QList<data::ContactRequest> &requests() const { return m_requests; }
    //! A request was answered, here or elsewhere.
    void forgetRequest(const Jid &from);

    [[nodiscard]] bool mayKnowUs(const Jid &peer) const override;
    [[nodiscard]] QString version() const override { return m_version; }

Q_SIGNALS:
    void contactsReset();
    void contactChanged(const Jid &address);
    void requestsChanged();
    //! Somebody we asked ourselves asks back: the answer is yes (RFC 6121 3.1.3), and nobody needs to be bothered.
    void askedBack(const Jid &from);
    //! The list is as the server has it: after every session's start, or when it could not be had.
    void loaded();
    void trouble(const Error &error);

private:
    void reset(const QList<xep::RosterItem> &items, const QString &version);
    void change(const xep::RosterItem &item, const QString &version);
    void remove(const Jid &address, const QString &version);
    void request(const Jid &from, const QString &text);
    void noteInvitation(const data::Contact &contact);
    void forgetBlocked();
    [[nodiscard]] bool isBlocked(const Jid &address) const;
    void index();
    void report(Task<Result<void>> written);

    store::ContactStore m_contactStore;
    store::RequestStore m_requestStore;
    data::AccountId m_account;
    QString m_version;
    QList<data::Contact> m_contacts;
    QHash<Jid, qsizetype> m_rows;
    QPointer<xep::BlockingModule> m_blocking;
    QList<data::ContactRequest> m_requests;
    QSet<Jid> m_invited; //!< whom we asked, as the server tells it, until they ask back or it is over
    bool m_fromServer = false; //!< the server's word is newer than what the store still reads
};

} // namespace im
