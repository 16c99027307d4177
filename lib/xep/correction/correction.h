// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"

namespace ns
{
inline constexpr QStringView Correction = u"urn:xmpp:message-correct:0";
}

namespace xep
{

//! XEP-0308: what this message says takes the place of what the one with this id said.
struct Replace
{
    static constexpr xml::Name Tag{u"replace", ns::Correction};

    QString id;

    friend bool operator==(const Replace &, const Replace &) = default;

    static void describe(auto &self, auto &io) { io.attribute(u"id", self.id); }
};

//! Marks what is a correction on its way in and out. Whether it may correct what it names, the store decides, which knows that one.
class CorrectionModule final : public session::Module
{
    Q_OBJECT

public:
    explicit CorrectionModule(session::Session &session, QObject *parent = nullptr);

    //! Makes it a correction of the message with this id: of the first one, whatever corrected it since (5).
    static void decorate(stanza::Message &message, const QString &id);

private:
    [[nodiscard]] static session::Verdict amend(session::Incoming &incoming);
};

} // namespace xep
