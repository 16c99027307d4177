// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/version/version.h"

#include "xep/refusal.h"
#include "xep/text.h"

using namespace Qt::StringLiterals;

namespace xep
{

VersionModule::VersionModule(session::Session &session, const Trust &trust, QObject *parent) :
    Module(session, parent), m_trust(trust), m_own{u"Palique"_s, QString::fromLatin1(PALIQUE_VERSION), {}}
{
    keep(session.addFeature(ns::Version));
    keep(session.onGet<Version>([this, &session](const stanza::Iq &iq, const Version &) -> session::Reply<Version> {
        if (!mayAsk(session, m_trust, iq.from))
            return nobodyHere();
        return m_own;
    }));
}

void VersionModule::tellOperatingSystem(const QString &os)
{
    m_own.os = os.isEmpty() ? std::nullopt : std::optional(os);
}

Task<Result<Version>> VersionModule::query(Jid peer)
{
    Result<Version> answer = co_await session().get<Version>(std::move(peer), Version{}).boundTo(this);
    if (!answer)
        co_return fail(answer.error());
    for (auto *text : {&answer->name, &answer->version, &answer->os}) {
        if (*text)
            *text = bounded((*text)->trimmed(), MaxText);
    }
    co_return answer;
}

} // namespace xep
