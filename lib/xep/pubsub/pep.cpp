// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/pubsub/pep.h"

#include "xep/text.h"

#include <QPointer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace xep
{

namespace
{

InfoForm formFor(PepModule::Readers readers, const QString &formType)
{
    static constexpr std::array models{"presence"_L1, "open"_L1, "whitelist"_L1};
    InfoForm form{u"submit"_s,
        {
            {u"FORM_TYPE"_s, u"hidden"_s, {formType}},
            {u"pubsub#persist_items"_s, {}, {u"true"_s}},
            {u"pubsub#access_model"_s, {}, {QString(models[size_t(readers)])}},
        }};
    if (readers == PepModule::Readers::OnlyUs) {
        form.fields << FormField{u"pubsub#max_items"_s, {}, {u"max"_s}};
        form.fields << FormField{u"pubsub#send_last_published_item"_s, {}, {u"never"_s}};
    }
    return form;
}

} // namespace

PepModule::PepModule(session::Session &session, const ServerFeaturesModule &serverFeatures, QObject *parent) :
    Module(session, parent), m_serverFeatures(serverFeatures)
{
    keep(session.onMessage(session::Stage::Amend, [this](session::Incoming &incoming) { return event(incoming); }));
}

bool PepModule::isThere() const
{
    const auto &account = m_serverFeatures.account();
    return account && std::ranges::any_of(account->identities, [](const Identity &identity) { return identity.category == u"pubsub" && identity.type == u"pep"; });
}

session::Handle PepModule::listen(QStringView node, Listener listener)
{
    const QString name = node.toString();
    const auto kept = std::make_shared<Listener>(std::move(listener));
    m_listeners[name].push_back(kept);
    // Both registrations end with the handle.
    const auto feature = std::make_shared<session::Handle>(session().addFeature(name + u"+notify"_s));
    return session::Handle([this, name, kept, feature, guard = QPointer<PepModule>(this)] {
        if (guard)
            std::erase(m_listeners[name], kept);
        *feature = {};
    });
}

session::Verdict PepModule::event(session::Incoming &incoming)
{
    const stanza::Message &message = incoming.message;
    if (!message.has(PubsubEvent::Tag))
        return session::Verdict::Continue;
    // Copies and what an archive kept are old news; what others forward is hearsay.
    const bool told = incoming.source == session::Incoming::Source::Live && message.type != stanza::MessageType::Error && message.type != stanza::MessageType::GroupChat;
    const auto event = told ? message.payload<PubsubEvent>() : std::nullopt;
    if (event) {
        const Jid person = message.from.isEmpty() ? session().account() : message.from.bare();
        if (event->items) {
            for (const PubsubEventItem &item : event->items->items)
                tell(person, event->items->node, item.id.value_or(QString()), item.payload);
            for (const PubsubRetraction &retraction : event->items->retractions)
                tell(person, event->items->node, retraction.id, {});
        } else if (event->purge) {
            tell(person, event->purge->node, {}, {});
        } else if (event->deleted) {
            tell(person, event->deleted->node, {}, {});
        }
    }
    // One that says something to people as well goes on.
    return message.body.isEmpty() ? session::Verdict::Stop : session::Verdict::Continue;
}

void PepModule::tell(const Jid &person, const QString &node, const QString &item, const xml::Element &payload)
{
    const auto listeners = m_listeners.constFind(node);
    if (listeners == m_listeners.cend() || (!item.isEmpty() && !isUsableId(item)))
        return;
    for (const auto &listener : std::vector(*listeners))
        (*listener)(person, item, payload);
}

Task<Result<xml::Element>> PepModule::fetch(Jid person, QString node, QString item)
{
    Pubsub query;
    query.items = PubsubItems{node, item.isEmpty() ? std::optional(1) : std::nullopt, {}};
    if (!item.isEmpty())
        query.items->items << PubsubItem{item, {}};
    const auto answer = co_await session().get<Pubsub>(person, query).boundTo(this);
    if (!answer)
        co_return std::unexpected(answer.error());
    if (answer->items && answer->items->node == node) {
        for (const PubsubItem &found : answer->items->items) {
            if (!found.payload.isNull() && (item.isEmpty() || found.id == item))
                co_return found.payload;
        }
    }
    Error error{ErrorKind::Stanza, u"item-not-found"_s, tr("They have not published this.")};
    co_return std::unexpected(error);
}

Task<Result<QList<PubsubItem>>> PepModule::fetchAll(Jid person, QString node)
{
    Pubsub query;
    query.items = PubsubItems{node, std::nullopt, {}};
    const auto answer = co_await session().get<Pubsub>(person, query).boundTo(this);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return answer->items && answer->items->node == node ? answer->items->items : QList<PubsubItem>();
}

Task<Result<void>> PepModule::publishElement(QString node, QString item, xml::Element payload, Readers readers)
{
    Pubsub request;
    request.publish = PubsubPublish{node, {item.isEmpty() ? std::nullopt : std::optional(item), payload}};
    request.options = PubsubOptions{formFor(readers, u"http://jabber.org/protocol/pubsub#publish-options"_s)};
    const auto published = co_await session().set({}, request).boundTo(this);
    if (published || published.error().condition != u"conflict"_s)
        co_return published;
    // The node is there and is otherwise (XEP-0060 7.1.5): made over, it takes the item.
    const PubsubOwner change{{node, formFor(readers, u"http://jabber.org/protocol/pubsub#node_config"_s)}};
    const auto changed = co_await session().set({}, change).boundTo(this);
    if (!changed)
        co_return changed;
    co_return co_await session().set({}, request).boundTo(this);
}

} // namespace xep
