// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xep/pubsub/pep.h"
#include "xep/stanzaid/stanzaid.h"

namespace ns
{
inline constexpr QStringView DisplayedSync = u"urn:xmpp:mds:displayed:0";
}

namespace xep
{

//! XEP-0490 3.1: up to where a chat has been shown, by its archive's id.
struct DisplayedUpTo
{
    static constexpr xml::Name Tag{u"displayed", ns::DisplayedSync};

    StanzaId message;

    friend bool operator==(const DisplayedUpTo &, const DisplayedUpTo &) = default;

    static void describe(auto &self, auto &io) { io.child(self.message); }
};

//! Tells our own devices, and nobody else, up to where each chat has been shown (XEP-0490).
class DisplayedModule final : public session::Module
{
    Q_OBJECT

public:
    //! Scrolling through a chat is told once, when it rests.
    static constexpr std::chrono::milliseconds Rest{1500};

    //! `pep` must outlive it.
    DisplayedModule(session::Session &session, PepModule &pep, QObject *parent = nullptr);

    //! A chat has been shown up to the message with that archive id; told soon, or when there is a connection.
    void publish(const Jid &chat, const QString &archiveId);
    //! Asks for all chats; each comes as displayed(), or as apart() if it waits to be told, too. Only then is anything published.
    [[nodiscard]] Task<Result<void>> catchUp();

Q_SIGNALS:
    //! A device of ours has shown a chat up to there. That it exists and moves forward is the receiver's to check (4.1).
    void displayed(const Jid &chat, const QString &archiveId);
    //! As displayed(), of a chat that was read here without a connection: publish() it again if that was further.
    void apart(const Jid &chat, const QString &archiveId);

private:
    void hear(const QString &item, const xml::Element &payload);
    void flush();

    PepModule &m_pep;
    QHash<Jid, QString> m_waiting; //!< not told yet
    Timer m_rest;
    bool m_caughtUp = false; //!< in this session
};

} // namespace xep
