// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "xep/disco/info.h"
#include "xep/trust.h"

namespace xep
{

//! Says what we can do, to those who may know that we are here, and asks others (XEP-0030).
class DiscoModule final : public session::Module
{
    Q_OBJECT

public:
    //! The program's own node: what XEP-0115 announces, '#' and a hash.
    static constexpr QStringView Node = u"urn:x-palique:client";
    //! An answer with more is refused.
    static constexpr qsizetype MaxFeatures = 2000, MaxIdentities = 100, MaxForms = 50;
    //! Items past this many are left out.
    static constexpr qsizetype MaxItems = 1000;

    DiscoModule(session::Session &session, const Trust &trust, QObject *parent = nullptr);

    //! What we say of ourselves.
    [[nodiscard]] DiscoInfo own() const;

    //! ErrorKind::Protocol if the answer is beyond all measure.
    [[nodiscard]] Task<Result<DiscoInfo>> info(Jid entity, QString node = {}, std::chrono::milliseconds timeout = session::IqRouter::DefaultTimeout);
    //! What belongs to an entity, but not itself again.
    [[nodiscard]] Task<Result<QList<DiscoItem>>> items(Jid entity, QString node = {});

private:
    [[nodiscard]] session::Reply<DiscoInfo> answer(const stanza::Iq &iq, const DiscoInfo &query) const;
    [[nodiscard]] session::Reply<DiscoItems> answer(const stanza::Iq &iq, const DiscoItems &query) const;

    const Trust &m_trust;
};

} // namespace xep
