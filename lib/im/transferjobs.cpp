// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/transferjobs.h"

#include "im/background.h"
#include "store/backup.h"
#include "transfer/exportfile.h"

#include <limits>

using data::TransferOutcome;

namespace im
{

namespace
{
constexpr int PageSize = 200;
}

ExportJob::ExportJob(store::Database &database, QList<Chat> chats, data::ExportFormat format, QString path, QDateTime now)
    : m_messages(database), m_chats(std::move(chats)), m_now(std::move(now)),
      m_file(std::make_shared<transfer::ExportFile>(std::move(path), transfer::makeExportWriter(format, QTimeZone::systemTimeZone())))
{
}

Task<Result<TransferOutcome>> ExportJob::run()
{
    for (const Chat &chat : m_chats) {
        const auto glimpse = co_await m_messages.glimpse(chat.id, 0).boundTo(this);
        if (!glimpse)
            co_return fail(glimpse.error());
        m_total += glimpse->count;
    }
    const auto begun = co_await inBackground([file = m_file, now = m_now] { return file->begin(now); }).boundTo(this);
    if (!begun)
        co_return fail(begun.error());
    TransferOutcome outcome;
    for (const Chat &chat : m_chats) {
        const auto written = co_await writeChat(chat).boundTo(this);
        if (!written)
            co_return fail(written.error());
        outcome.messages += *written;
        ++outcome.chats;
    }
    const auto finished = co_await inBackground([file = m_file] { return file->finish(); }).boundTo(this);
    if (!finished)
        co_return fail(finished.error());
    co_return outcome;
}

//! Answers how many messages it has.
Task<Result<qint64>> ExportJob::writeChat(Chat chat)
{
    auto done = co_await inBackground([file = m_file, about = chat.about] { return file->beginChat(about); }).boundTo(this);
    store::MessageStore::Position place{std::numeric_limits<qint64>::min(), {}};
    qint64 count = 0;
    for (bool more = true; done && more;) {
        const auto page = co_await m_messages.pageAfter(chat.id, place, PageSize).boundTo(this);
        if (!page)
            co_return fail(page.error());
        more = page->size() == PageSize;
        if (page->isEmpty())
            break;
        place = store::MessageStore::Position::of(page->last());
        done = co_await inBackground([file = m_file, messages = *page] { return file->add(messages); }).boundTo(this);
        count += page->size();
        m_done += page->size();
        Q_EMIT progressed(m_done, std::max(m_done, m_total));
    }
    if (done)
        done = co_await inBackground([file = m_file] { return file->endChat(); }).boundTo(this);
    if (!done)
        co_return fail(done.error());
    co_return count;
}

BackupJob::BackupJob(QString folder, QString path, QDateTime now) : m_folder(std::move(folder)), m_path(std::move(path)), m_now(std::move(now)) { }

Task<Result<TransferOutcome>> BackupJob::run()
{
    const auto written = co_await inBackground([folder = m_folder, path = m_path, now = m_now]() -> Result<data::BackupInfo> {
        if (const auto done = store::writeBackup(folder, path, now); !done)
            return fail(done.error());
        return store::checkBackup(path);
    }).boundTo(this);
    if (!written)
        co_return fail(written.error());
    TransferOutcome outcome;
    outcome.chats = written->chats;
    outcome.messages = written->messages;
    co_return outcome;
}

RestoreJob::RestoreJob(LiveTransfer &transfer, QString folder, QString path) : m_transfer(transfer), m_folder(std::move(folder)), m_path(std::move(path)) { }

Task<Result<TransferOutcome>> RestoreJob::run()
{
    const auto prepared = co_await inBackground([folder = m_folder, path = m_path] { return store::prepareRestore(path, folder); }).boundTo(this);
    if (!prepared)
        co_return fail(prepared.error());
    auto setAside = co_await m_transfer.swap().boundTo(this);
    if (!setAside)
        co_return fail(setAside.error());
    TransferOutcome outcome;
    outcome.chats = prepared->chats;
    outcome.messages = prepared->messages;
    outcome.setAside = std::move(*setAside);
    co_return outcome;
}

ImportJob::ImportJob(store::Database &database, const data::ForeignStore &foreign, Target target, std::function<void(const store::Changes &)> apply)
    : m_store(database), m_importer(transfer::makeImporter(foreign)), m_target(std::move(target)), m_apply(std::move(apply))
{
}

Task<Result<TransferOutcome>> ImportJob::run()
{
    TransferOutcome outcome;
    QSet<data::ConversationId> chats;
    QSet<data::MessageId> matched;
    for (bool last = false; !last;) {
        auto page = co_await inBackground([importer = m_importer] { return importer->next(); }).boundTo(this);
        if (!page)
            co_return fail(page.error());
        QList<store::IncomingMessage> messages;
        for (transfer::ForeignMessage &message : page->messages)
            messages << incoming(std::move(message));
        auto imported = co_await m_store.commit(std::move(messages), std::move(matched)).boundTo(this);
        if (!imported)
            co_return fail(imported.error());
        matched = std::move(imported->matched);
        for (const data::Message &message : std::as_const(imported->changes.inserted))
            chats << message.conversation;
        outcome.messages += imported->changes.inserted.size();
        outcome.known += imported->known;
        outcome.groups += page->groups;
        outcome.damaged += page->damaged + imported->changes.rejected.size();
        m_apply(imported->changes);
        Q_EMIT progressed(page->done, page->total);
        last = page->last;
    }
    outcome.chats = int(chats.size());
    co_return outcome;
}

store::IncomingMessage ImportJob::incoming(transfer::ForeignMessage message) const
{
    const auto own = m_target.accounts.constFind(message.account);
    const bool ours = own != m_target.accounts.cend();
    store::IncomingMessage result{{ours ? *own : m_target.other, message.contact, data::ConversationKind::Chat}, {}};
    data::Message &kept = result.message;
    kept.direction = message.direction;
    kept.author.address = message.direction == data::Direction::Received ? message.contact : ours ? message.account : m_target.otherAddress;
    kept.body = std::move(message.body);
    kept.time = message.time;
    kept.delayed = true;
    kept.stanzaIdAttribute = std::move(message.stanzaId);
    if (ours)
        kept.archiveId = std::move(message.archiveId); // another account's archive has other ids
    return result;
}

} // namespace im
