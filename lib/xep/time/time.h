// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "xep/trust.h"

namespace ns
{
inline constexpr QStringView Time = u"urn:xmpp:time";
}

namespace xep
{

//! Seconds east of Greenwich, written as XEP-0082's TZD: "Z", "+05:30", "-08:00".
struct ZoneOffset
{
    int seconds = 0;

    friend bool operator==(ZoneOffset, ZoneOffset) = default;
};

} // namespace xep

template <>
struct xml::Text<xep::ZoneOffset>
{
    static std::optional<xep::ZoneOffset> parse(QStringView text);
    static QString format(xep::ZoneOffset value);
};

namespace xep
{

//! XEP-0202: tells and asks what time it is where the other side is.
struct EntityTime
{
    static constexpr xml::Name Tag{u"time", ns::Time};

    std::optional<ZoneOffset> tzo;
    std::optional<QDateTime> utc;

    friend bool operator==(const EntityTime &, const EntityTime &) = default;

    static void describe(auto &self, auto &io)
    {
        io.childText(u"tzo", self.tzo);
        io.childText(u"utc", self.utc);
    }
};

//! Answers those who may know that we are here, and asks others.
class TimeModule final : public session::Module
{
    Q_OBJECT

public:
    TimeModule(session::Session &session, const Trust &trust, QObject *parent = nullptr);

    //! Their wall clock, with their offset. ErrorKind::Protocol if the answer lacks either.
    [[nodiscard]] Task<Result<QDateTime>> query(Jid peer);

private:
    const Trust &m_trust;
};

} // namespace xep
