// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "xep/trust.h"

namespace ns
{
inline constexpr QStringView Receipts = u"urn:xmpp:receipts";
}

namespace xep
{

//! XEP-0184: please say when this message has arrived.
struct ReceiptRequest
{
    static constexpr xml::Name Tag{u"request", ns::Receipts};
    friend bool operator==(const ReceiptRequest &, const ReceiptRequest &) = default;
    static void describe(auto &, auto &) { }
};

//! The message with this id has arrived.
struct Receipt
{
    static constexpr xml::Name Tag{u"received", ns::Receipts};

    QString id;

    friend bool operator==(const Receipt &, const Receipt &) = default;

    static void describe(auto &self, auto &io) { io.attribute(u"id", self.id); }
};

//! Asks for receipts, answers those who may know that we are here, and says which messages of ours have arrived.
class ReceiptsModule final : public session::Module
{
    Q_OBJECT

public:
    ReceiptsModule(session::Session &session, const Trust &trust, QObject *parent = nullptr);

    //! Whether we answer at all; Contacts at first.
    void setSharing(Sharing sharing) { m_sharing = sharing; }
    //! Asks for a receipt, if it is a message with words and an id to one person (5.1 to 5.4).
    void decorate(stanza::Message &message) const;
    //! Of what the last archive page brought, these messages (full sender, id) came here for the first time: confirms those that asked for it.
    void confirmMissed(const QList<std::pair<Jid, QString>> &news);

Q_SIGNALS:
    //! `peer` (bare) has our message `id`. Whether it was ever sent to them is the receiver's to check (B37).
    void delivered(const Jid &peer, const QString &id, const session::Handled &handled);

private:
    [[nodiscard]] session::Verdict amend(session::Incoming &incoming);
    [[nodiscard]] bool mayAnswer(const stanza::Message &message) const;
    void confirm(const Jid &to, stanza::MessageType type, const QString &id);

    const Trust &m_trust;
    Sharing m_sharing = Sharing::Contacts;
    QHash<std::pair<Jid, QString>, stanza::MessageType> m_archived; //!< full sender and id of what asks for a receipt in the page that is being read
};

} // namespace xep
