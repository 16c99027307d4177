// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "xep/trust.h"

namespace ns
{
inline constexpr QStringView Markers = u"urn:xmpp:chat-markers:0";
}

namespace xep
{

//! XEP-0333: please say when this message has been seen.
struct Markable
{
    static constexpr xml::Name Tag{u"markable", ns::Markers};
    friend bool operator==(const Markable &, const Markable &) = default;
    static void describe(auto &, auto &) { }
};

//! Everything up to the message with this id has been seen.
struct Displayed
{
    static constexpr xml::Name Tag{u"displayed", ns::Markers};

    QString id;

    friend bool operator==(const Displayed &, const Displayed &) = default;

    static void describe(auto &self, auto &io) { io.attribute(u"id", self.id); }
};

//! Asks others what they have seen of ours, and tells contacts what we have seen of theirs.
class MarkersModule final : public session::Module
{
    Q_OBJECT

public:
    MarkersModule(session::Session &session, const Trust &trust, QObject *parent = nullptr);

    //! Whether we tell at all; Contacts at first.
    void setSharing(Sharing sharing) { m_sharing = sharing; }
    //! Asks, if it is a message with words and an id to one person.
    void decorate(stanza::Message &message) const;
    //! Whether the sender asked to be told; im/ keeps it with the message until it is seen.
    [[nodiscard]] static bool isMarkable(const stanza::Message &message);
    //! Says that we have seen everything of `peer` up to their markable message `id`. False if they may not know, or there is no stream.
    bool sendDisplayed(const Jid &peer, const QString &id);

Q_SIGNALS:
    //! `peer` (bare) has seen our messages up to `id`. That it exists and moves forward is the receiver's to check (5).
    void displayed(const Jid &peer, const QString &id, const session::Handled &handled);
    //! Another device of ours has shown what `peer` (bare) wrote, up to `id`.
    void displayedElsewhere(const Jid &peer, const QString &id, const session::Handled &handled);

private:
    [[nodiscard]] session::Verdict amend(session::Incoming &incoming);

    const Trust &m_trust;
    Sharing m_sharing = Sharing::Contacts;
};

} // namespace xep
