// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"

namespace ns
{
inline constexpr QStringView Styling = u"urn:xmpp:styling:0";
}

namespace xep
{

//! Says that our windows style what is written (XEP-0393 5). The styling itself is theirs: a body comes and goes as it is.
class StylingModule final : public session::Module
{
    Q_OBJECT

public:
    explicit StylingModule(session::Session &session, QObject *parent = nullptr);
};

} // namespace xep
