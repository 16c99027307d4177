// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/livetransfer.h"

#include "im/background.h"
#include "im/messenger.h"
#include "im/transferjobs.h"
#include "store/backup.h"
#include "transfer/plaintext.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace im
{

namespace
{

Result<data::ForeignStore> look(const QString &path)
{
    auto store = transfer::identify(path);
    return store ? transfer::describe(*store) : store;
}

//! The last first; the unsaid have an address to be sorted by.
void sortByActivity(QList<data::Conversation> &chats)
{
    std::ranges::sort(chats, [](const data::Conversation &a, const data::Conversation &b) {
        return std::tuple(a.lastActivity, a.address) > std::tuple(b.lastActivity, b.address);
    });
}

} // namespace

LiveTransfer::LiveTransfer(store::Database &database, Clock &clock, Messenger &messenger, Hooks hooks, QObject *parent)
    : Transfer(parent), m_database(database), m_clock(clock), m_messenger(messenger), m_hooks(std::move(hooks)), m_home(QDir::homePath())
{
}

const Account *LiveTransfer::accountOf(const data::Conversation &chat) const
{
    return m_messenger.accounts().byId(chat.account);
}

QString LiveTransfer::exportName(const QList<data::ConversationId> &chats, data::ExportFormat format) const
{
    QString name = tr("Palique chats");
    if (const auto chat = chats.size() == 1 ? m_messenger.conversation(chats.first()) : std::nullopt) {
        const Account *account = accountOf(*chat);
        name = account ? account->nameOf(chat->address) : chat->address.toString();
    }
    return transfer::fileNameOf(name + u' ' + m_clock.now().toLocalTime().toString(u"yyyy-MM-dd"_s)) + transfer::exportSuffix(format);
}

std::unique_ptr<Job> LiveTransfer::exportChats(QList<data::ConversationId> chats, data::ExportFormat format, QString path)
{
    QList<data::Conversation> rows;
    for (const data::Conversation &row : m_messenger.conversations()) {
        if (chats.isEmpty() ? row.lastMessage.value != 0 : chats.contains(row.id))
            rows << row;
    }
    sortByActivity(rows);
    QList<ExportJob::Chat> about;
    for (const data::Conversation &row : std::as_const(rows)) {
        if (const Account *account = accountOf(row))
            about << ExportJob::Chat{row.id, {account->address(), row.address, row.kind, account->nameOf(row.address), account->nicknameOf(account->address())}};
    }
    return std::make_unique<ExportJob>(m_database, std::move(about), format, std::move(path), m_clock.now());
}

std::unique_ptr<Job> LiveTransfer::backUp(QString path)
{
    return std::make_unique<BackupJob>(m_database.folder(), std::move(path), m_clock.now());
}

Task<Result<data::BackupInfo>> LiveTransfer::inspectBackup(QString path)
{
    return inBackground([path = std::move(path)] { return store::checkBackup(path); });
}

std::unique_ptr<Job> LiveTransfer::restore(QString path)
{
    return std::make_unique<RestoreJob>(*this, m_database.folder(), std::move(path));
}

//! Not the job's own: whoever closes its window now must not be left with a store that is closed.
Task<Result<QString>> LiveTransfer::swap()
{
    if (const auto left = co_await m_hooks.leave().boundTo(this); !left)
        co_return fail(left.error());
    const auto staged = store::stageRestore(m_database.folder());
    m_database.close();
    const auto opened = co_await m_database.open().boundTo(this);
    if (!opened)
        co_return fail(opened.error());
    const auto entered = co_await m_hooks.enter().boundTo(this);
    if (!staged || !entered)
        co_return fail(staged ? entered.error() : staged.error());
    Q_EMIT restored();
    co_return opened->setAside;
}

Task<Result<QList<data::ForeignStore>>> LiveTransfer::findStores()
{
    return inBackground([home = m_home]() -> Result<QList<data::ForeignStore>> {
        QList<data::ForeignStore> found;
        for (const data::ForeignStore &place : transfer::usualStores(home)) {
            if (auto store = transfer::describe(place); store && store->messages > 0)
                found << std::move(*store);
        }
        return found;
    });
}

Task<Result<data::ForeignStore>> LiveTransfer::lookAt(QString path)
{
    return inBackground([path = std::move(path)] { return look(path); });
}

std::unique_ptr<Job> LiveTransfer::importStore(data::ForeignStore store, data::AccountId account)
{
    ImportJob::Target target;
    for (const Account *one : m_messenger.accounts().all()) {
        target.accounts.insert(one->address(), one->id());
        if (one->id() == account)
            target.otherAddress = one->address();
    }
    target.other = account;
    return std::make_unique<ImportJob>(m_database, store, std::move(target), m_hooks.apply);
}

} // namespace im
