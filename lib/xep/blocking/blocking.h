// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "xep/blocking/payloads.h"
#include "xep/serverfeatures/serverfeatures.h"

namespace xep
{

//! Whom the server lets through to us (XEP-0191): asks for the list once a session, follows it, and changes it.
//!
//! An edit shows up as a push, not as its answer. The list stays through times without a connection.
class BlockingModule final : public session::Module
{
    Q_OBJECT

public:
    //! `serverFeatures` must outlive it.
    BlockingModule(session::Session &session, const ServerFeaturesModule &serverFeatures, QObject *parent = nullptr);

    //! Whether the list is as the server has it and can be changed; false until it came in this session (XEP-0191 3.2).
    [[nodiscard]] bool isThere() const { return m_state == State::Loaded; }
    //! Whether the server takes reports (XEP-0377 3).
    [[nodiscard]] bool takesReports() const { return isThere() && m_serverFeatures.serverHas(ns::Reporting); }
    //! Sorted, each once; domains among them.
    [[nodiscard]] const QList<Jid> &blocked() const { return m_blocked; }
    //! What in the list stops `address`: it itself, its bare address, its domain (XEP-0191 6). Empty: nothing.
    [[nodiscard]] QList<Jid> blocksOn(const Jid &address) const;

    //! With a report about each of them; a server that takes none gets the block alone.
    [[nodiscard]] Task<Result<void>> block(QList<Jid> addresses, std::optional<Report> report);
    //! Nothing happens for an empty list.
    [[nodiscard]] Task<Result<void>> unblock(QList<Jid> addresses);

Q_SIGNALS:
    //! Another list, or whether it can be changed is otherwise.
    void changed();

private:
    enum class State { Unknown, Loading, Loaded, Failed };
    enum class Change { Block, Unblock, UnblockAll };

    void follow();
    [[nodiscard]] Task<Result<void>> fetch();
    [[nodiscard]] session::Reply<session::Empty> push(const stanza::Iq &iq, Change change, const QList<BlockedItem> &items);
    void apply(Change change, const QList<BlockedItem> &items);
    void settle(State state);

    const ServerFeaturesModule &m_serverFeatures;
    QList<Jid> m_blocked;
    State m_state = State::Unknown;
    int m_sessions = 0;
    QList<std::pair<Change, QList<BlockedItem>>> m_waiting; //!< pushed before the list came
};

} // namespace xep
