// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/displayed/displayed.h"

#include "base/log.h"
#include "xep/text.h"

namespace xep
{

DisplayedModule::DisplayedModule(session::Session &session, PepModule &pep, QObject *parent) : Module(session, parent), m_pep(pep)
{
    keep(pep.listen(ns::DisplayedSync, [this](const Jid &person, const QString &item, const xml::Element &payload) {
        if (person == this->session().account())
            hear(item, payload);
    }));
}

void DisplayedModule::hear(const QString &item, const xml::Element &payload)
{
    const auto chat = Jid::parse(item);
    const auto state = payload.isNull() ? fail(ErrorKind::Invalid, {}) : xml::decode<DisplayedUpTo>(payload);
    if (chat && state && state->message.by == session().account() && isUsableId(state->message.id))
        Q_EMIT displayed(*chat, state->message.id);
}

void DisplayedModule::publish(const Jid &chat, const QString &archiveId)
{
    if (!isUsableId(archiveId))
        return;
    m_waiting.insert(chat, archiveId);
    m_rest = session().clock().after(Rest, [this] { flush(); });
}

Task<Result<void>> DisplayedModule::catchUp()
{
    if (!m_pep.isThere())
        co_return Result<void>();
    flush(); // what was read without a connection
    const auto items = co_await m_pep.fetchAll(session().account(), ns::DisplayedSync.toString()).boundTo(this);
    if (!items) {
        if (items.error().condition == QLatin1StringView("item-not-found"))
            co_return Result<void>();
        co_return std::unexpected(items.error());
    }
    for (const PubsubItem &item : *items)
        hear(item.id.value_or(QString()), item.payload);
    co_return Result<void>();
}

void DisplayedModule::flush()
{
    m_rest.reset();
    if (!session().isOnline() || !m_pep.isThere())
        return; // catchUp() comes with the next session
    const auto waiting = std::exchange(m_waiting, {});
    for (auto it = waiting.cbegin(); it != waiting.cend(); ++it) {
        const DisplayedUpTo state{{it.value(), session().account()}};
        m_pep.publish(ns::DisplayedSync, it.key().toString(), state, PepModule::Readers::OnlyUs).then(this, [this, chat = it.key(), id = it.value()](const Result<void> &told) {
            if (told)
                return;
            qCInfo(logSession) << "our other devices could not be told what was read:" << told.error();
            if (told.error().kind == ErrorKind::Disconnected && !m_waiting.contains(chat))
                m_waiting.insert(chat, id);
        });
    }
}

} // namespace xep
