// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "stanza/message.h"

namespace ns
{
inline constexpr QStringView Styling = u"urn:xmpp:styling:0";
}

namespace xep
{

//! XEP-0393: the body is to be shown as it is.
struct Unstyled
{
    static constexpr xml::Name Tag{u"unstyled", ns::Styling};

    friend bool operator==(const Unstyled &, const Unstyled &) = default;

    static void describe(auto &, auto &) { }
};

//! Says that our windows style what is written (XEP-0393 5). The styling itself is theirs: a body comes and goes as it is.
class StylingModule final : public session::Module
{
    Q_OBJECT

public:
    explicit StylingModule(session::Session &session, QObject *parent = nullptr);

    //! Whether its author wants the body shown as it is; im/ keeps it with the message.
    [[nodiscard]] static bool isUnstyled(const stanza::Message &message) { return message.has(Unstyled::Tag); }
};

} // namespace xep
