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
    connect(&session, &session::Session::ended, this, [this] { m_caughtUp = false; });
}

void DisplayedModule::hear(const QString &item, const xml::Element &payload)
{
    const auto chat = Jid::parse(item);
    const auto state = payload.isNull() ? fail(ErrorKind::Invalid, {}) : xml::decode<DisplayedUpTo>(payload);
    if (!chat || !state || state->message.by != session().account() || !isUsableId(state->message.id))
        return;
    if (!m_caughtUp && m_waiting.remove(*chat))
        Q_EMIT apart(*chat, state->message.id);
    else
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
    if (!m_pep.isThere() || m_caughtUp)
        co_return Result<void>();
    const auto items = co_await m_pep.fetchAll(session().account(), ns::DisplayedSync.toString()).boundTo(this);
    // Nothing was ever published, or it is read on another day.
    const bool none = !items && items.error().condition == QLatin1StringView("item-not-found");
    if (!items && !none)
        co_return std::unexpected(items.error());
    for (const PubsubItem &item : items.value_or(QList<PubsubItem>()))
        hear(item.id.value_or(QString()), item.payload);
    m_caughtUp = true;
    flush();
    co_return Result<void>();
}

void DisplayedModule::flush()
{
    m_rest.reset();
    if (!session().isOnline() || !m_caughtUp)
        return; // catchUp() does it
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
