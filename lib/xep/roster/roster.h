// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "xep/roster/item.h"
#include "xep/roster/rosterstore.h"

namespace xep
{

//! Our list of contacts on the server (RFC 6121 2): fetched once a session, changed by pushes, edited by requests.
//!
//! Keeps no list itself. After started() either reset() or unchanged() comes, or failed(); then changed() and removed() as
//! the server pushes. An edit shows up as a push, not as its answer.
class RosterModule final : public session::Module
{
    Q_OBJECT

public:
    //! Contacts that are decoded in one slice, so that the window stays alive.
    static constexpr qsizetype Slice = 500;

    RosterModule(session::Session &session, const RosterStore &store, QObject *parent = nullptr);

    //! Adds a contact or changes name and groups of one (RFC 6121 2.3, 2.4). It subscribes to nobody.
    [[nodiscard]] Task<Result<void>> set(Jid contact, QString name, QStringList groups);
    //! Removes a contact; the server ends both subscriptions (RFC 6121 2.5).
    [[nodiscard]] Task<Result<void>> remove(Jid contact);

Q_SIGNALS:
    //! The whole list; `ver` is null on a server without versions.
    void reset(const QList<xep::RosterItem> &items, const QString &ver);
    //! What the store has still holds; pushes with what changed may follow.
    void unchanged();
    void changed(const xep::RosterItem &item, const QString &ver);
    void removed(const Jid &contact, const QString &ver);
    void failed(const Error &error);

private:
    [[nodiscard]] Task<Result<void>> fetch();
    [[nodiscard]] Task<Result<QList<RosterItem>>> read(xml::Element query, int number);
    [[nodiscard]] Task<Result<void>> nextTurn();
    [[nodiscard]] session::Reply<session::Empty> push(const stanza::Iq &iq, const RosterQuery &query);
    void apply(RosterItem item, const QString &ver);
    void loaded();

    const RosterStore &m_store;
    bool m_loading = false; //!< a list is being read: pushes wait
    int m_sessions = 0;
    QList<std::pair<RosterItem, QString>> m_waiting;
    Timer m_turn;
};

} // namespace xep

Q_DECLARE_METATYPE(xep::RosterItem)
