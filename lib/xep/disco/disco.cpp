// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/disco/disco.h"

#include "xep/refusal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace xep
{

namespace
{

bool isOwnNode(const std::optional<QString> &node)
{
    // Any hash of ours, an old one too: whoever asks for it will find that it does not fit.
    return !node || node->isEmpty() || node->startsWith(u"%1#"_s.arg(DiscoModule::Node));
}

std::unexpected<stanza::StanzaError> noSuchNode()
{
    return std::unexpected(stanza::StanzaError::of(stanza::ErrorType::Cancel, u"item-not-found"_s));
}

std::optional<QString> wanted(const QString &node)
{
    return node.isEmpty() ? std::nullopt : std::optional(node);
}

} // namespace

DiscoModule::DiscoModule(session::Session &session, const Trust &trust, QObject *parent) : Module(session, parent), m_trust(trust)
{
    keep(session.addFeature(ns::DiscoInfo));
    keep(session.addFeature(ns::DiscoItems));
    keep(session.onGet<DiscoInfo>([this](const stanza::Iq &iq, const DiscoInfo &query) { return answer(iq, query); }));
    keep(session.onGet<DiscoItems>([this](const stanza::Iq &iq, const DiscoItems &query) { return answer(iq, query); }));
}

DiscoInfo DiscoModule::own() const
{
    DiscoInfo info;
    info.identities = {{u"client"_s, u"pc"_s, {}, u"Palique"_s}};
    const QStringList features = session().ownFeatures();
    for (const QString &feature : features)
        info.features.append({feature});
    return info;
}

session::Reply<DiscoInfo> DiscoModule::answer(const stanza::Iq &iq, const DiscoInfo &query) const
{
    if (!mayAsk(session(), m_trust, iq.from))
        return nobodyHere();
    if (!isOwnNode(query.node))
        return noSuchNode();
    DiscoInfo info = own();
    info.node = query.node;
    return info;
}

session::Reply<DiscoItems> DiscoModule::answer(const stanza::Iq &iq, const DiscoItems &query) const
{
    if (!mayAsk(session(), m_trust, iq.from))
        return nobodyHere();
    if (!isOwnNode(query.node))
        return noSuchNode();
    return DiscoItems{query.node, {}};
}

Task<Result<DiscoInfo>> DiscoModule::info(Jid entity, QString node, std::chrono::milliseconds timeout)
{
    stanza::Iq iq = stanza::Iq::request(stanza::IqType::Get, std::move(entity));
    iq.add(DiscoInfo{wanted(node), {}, {}, {}});
    const Result<stanza::Iq> answer = co_await session().request(std::move(iq), timeout).boundTo(this);
    if (!answer)
        co_return fail(answer.error());
    Result<DiscoInfo> info = xml::decode<DiscoInfo>(answer->element().child(DiscoInfo::Tag));
    if (info && (info->features.size() > MaxFeatures || info->identities.size() > MaxIdentities || info->forms.size() > MaxForms))
        co_return fail(ErrorKind::Protocol, QCoreApplication::translate("xep::DiscoModule", "The other side claims to be able to do more than can be."));
    co_return info;
}

Task<Result<QList<DiscoItem>>> DiscoModule::items(Jid entity, QString node)
{
    Result<DiscoItems> answer = co_await session().get<DiscoItems>(entity, DiscoItems{wanted(node), {}}).boundTo(this);
    if (!answer)
        co_return fail(answer.error());
    answer->items.removeIf([&](const DiscoItem &item) { return item.jid == entity && item.node.value_or(QString()) == node; });
    if (answer->items.size() > MaxItems)
        answer->items.resize(MaxItems);
    co_return std::move(answer->items);
}

} // namespace xep
