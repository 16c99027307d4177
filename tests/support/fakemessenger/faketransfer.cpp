// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemessenger/faketransfer.h"

using namespace Qt::StringLiterals;

namespace fake
{

namespace
{
QString nameOf(data::ExportFormat format)
{
    return format == data::ExportFormat::Text ? u"txt"_s : format == data::ExportFormat::Html ? u"html"_s : u"json"_s;
}
}

QString Transfer::exportName(const QList<data::ConversationId> &chats, data::ExportFormat format) const
{
    return (chats.isEmpty() ? u"all."_s : u"chat."_s) + nameOf(format);
}

std::unique_ptr<im::Job> Transfer::exportChats(QList<data::ConversationId> chats, data::ExportFormat format, QString path)
{
    return begin(u"export %1 %2 %3"_s.arg(nameOf(format)).arg(chats.size()).arg(path));
}

Task<Result<data::BackupInfo>> Transfer::inspectBackup(QString path)
{
    calls << u"inspect "_s + path;
    return Task<Result<data::BackupInfo>>::ready(backup);
}

Task<Result<data::ForeignStore>> Transfer::lookAt(QString path)
{
    calls << u"look "_s + path;
    return Task<Result<data::ForeignStore>>::ready(chosen);
}

std::unique_ptr<im::Job> Transfer::importStore(data::ForeignStore store, data::AccountId account)
{
    return begin(u"import %1 %2"_s.arg(account.value).arg(store.path));
}

std::unique_ptr<im::Job> Transfer::begin(const QString &call)
{
    calls << call;
    auto begun = std::make_unique<Job>();
    job = begun.get();
    return begun;
}

} // namespace fake
