// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "stream/ns.h"

namespace xep
{

//! Asks the server for copies of what our other devices send and receive (XEP-0280 4).
struct CarbonsEnable
{
    static constexpr xml::Name Tag{u"enable", ns::Carbons};
    friend bool operator==(const CarbonsEnable &, const CarbonsEnable &) = default;
    static void describe(auto &, auto &) { }
};

//! Copies of what our other devices send and receive: switched on with each session, taken only from our own account, unwrapped.
class CarbonsModule final : public session::Module
{
    Q_OBJECT

public:
    explicit CarbonsModule(session::Session &session, QObject *parent = nullptr);

    //! To switch it on while signing in (XEP-0386).
    [[nodiscard]] static stream::InlineFeature inlineFeature();
    //! Whether the server sends copies in this session.
    [[nodiscard]] bool isEnabled() const { return m_enabled; }

Q_SIGNALS:
    void enabledChanged();

private:
    [[nodiscard]] Task<Result<void>> enable();
    void setEnabled(bool enabled);
    [[nodiscard]] session::Verdict unwrap(session::Incoming &incoming) const;
    [[nodiscard]] std::optional<stanza::Message> innerOf(const stanza::Message &wrapper) const;
    [[nodiscard]] bool mayHold(const stanza::Message &inner, bool sent) const;

    bool m_enabled = false;
};

} // namespace xep
