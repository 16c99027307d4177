// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "xep/trust.h"

namespace ns
{
inline constexpr QStringView Version = u"jabber:iq:version";
}

namespace xep
{

//! XEP-0092: tells and asks which software the other side runs.
struct Version
{
    static constexpr xml::Name Tag{u"query", ns::Version};

    std::optional<QString> name, version, os;

    friend bool operator==(const Version &, const Version &) = default;

    static void describe(auto &self, auto &io)
    {
        io.childText(u"name", self.name);
        io.childText(u"version", self.version);
        io.childText(u"os", self.os);
    }
};

//! Says what we are to those who may know that we are here, and the operating system only if a person allowed it.
class VersionModule final : public session::Module
{
    Q_OBJECT

public:
    static constexpr qsizetype MaxText = 200;

    VersionModule(session::Session &session, const Trust &trust, QObject *parent = nullptr);

    //! From now on the operating system is told as this; empty (the default): it is not (XEP-0092 4).
    void tellOperatingSystem(const QString &os);
    [[nodiscard]] Task<Result<Version>> query(Jid peer);

private:
    const Trust &m_trust;
    Version m_own;
};

} // namespace xep
