// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/importer.h"

#include "transfer/pidginimporter.h"
#include "transfer/plaintext.h"
#include "transfer/psiimporter.h"
#include "transfer/sqlimporter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

using namespace Qt::StringLiterals;
using data::ForeignProgram;
using data::ForeignStore;

namespace transfer
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("transfer::Import", text);
}

//! Its file or folder, from what a person chose: the program's own folder will do.
QString insideOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return path;
    for (const QString &name : {u"logs.db"_s, u"dino.db"_s, u"history.db"_s, u"history/history.db"_s, u"history"_s, u"logs/jabber"_s, u"jabber"_s}) {
        if (const QFileInfo inside(path + u'/' + name); inside.exists())
            return inside.filePath();
    }
    return path;
}

void addPsiProfiles(QList<ForeignStore> &stores, const QString &folder)
{
    const QFileInfoList profiles = QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo &profile : profiles) {
        if (const auto store = identify(profile.filePath()); store && store->program == ForeignProgram::Psi)
            stores << *store;
    }
}

} // namespace

std::unique_ptr<Importer> makeImporter(const ForeignStore &store)
{
    if (store.program == ForeignProgram::Pidgin)
        return std::make_unique<PidginImporter>(store.path);
    if (store.program == ForeignProgram::Psi && QFileInfo(store.path).isDir())
        return std::make_unique<PsiImporter>(store.path);
    return std::make_unique<SqlImporter>(store.program, store.path);
}

Result<ForeignStore> describe(ForeignStore store)
{
    const auto importer = makeImporter(store);
    QSet<std::pair<Jid, Jid>> chats;
    for (bool last = false; !last;) {
        const auto page = importer->next();
        if (!page)
            return fail(page.error());
        for (const ForeignMessage &message : page->messages) {
            chats.insert({message.account, message.contact});
            if (!message.account.isEmpty() && !store.accounts.contains(message.account))
                store.accounts << message.account;
        }
        store.messages += page->messages.size();
        store.groups += page->groups;
        store.damaged += page->damaged;
        last = page->last;
    }
    store.chats = int(chats.size());
    return store;
}

Result<ForeignStore> identify(const QString &path)
{
    const QString inside = insideOf(path);
    const auto is = [&inside](ForeignProgram program) {
        ForeignStore store;
        store.program = program;
        store.path = inside;
        return store;
    };
    if (QFileInfo(inside).isDir()) {
        if (!QDir(inside).entryList({u"*.history"_s}, QDir::Files).isEmpty())
            return is(ForeignProgram::Psi);
        if (PidginImporter::knows(inside))
            return is(ForeignProgram::Pidgin);
    } else if (const auto program = SqlImporter::programOf(inside)) {
        return is(*program);
    }
    return fail(ErrorKind::Invalid, tr("Nothing in “%1” looks like the messages of Gajim, Dino, Psi or Pidgin.").arg(QDir::toNativeSeparators(path)));
}

QList<ForeignStore> usualStores(const QString &home)
{
    QList<ForeignStore> stores;
    const QStringList single{u".local/share/gajim"_s, u".var/app/org.gajim.Gajim/data/gajim"_s, u".local/share/dino"_s, u".var/app/im.dino.Dino/data/dino"_s,
        u".purple"_s, u".var/app/im.pidgin.Pidgin/data/purple"_s, u".var/app/im.pidgin.Pidgin/.purple"_s};
    for (const QString &place : single) {
        const QString path = home + u'/' + place;
        if (const auto store = QFileInfo(path).isDir() ? identify(path) : fail(Error::cancelled()); store)
            stores << *store;
    }
    for (const QString &place : {u".local/share/psi"_s, u".local/share/psi+"_s, u".psi"_s, u".psi+"_s, u".var/app/im.psi.Psi/data/psi"_s, u".var/app/com.psi_plus.PsiPlus/data/psi+"_s})
        addPsiProfiles(stores, home + u'/' + place + u"/profiles"_s);
    return stores;
}

std::optional<ForeignMessage> sound(ForeignMessage message)
{
    message.account = message.account.bare();
    if (message.contact.isEmpty() || !message.contact.isBare() || !message.time.isValid() || message.body.size() > Importer::LongestText)
        return std::nullopt;
    // A clock before there were messengers, or that runs years ahead, is no clock.
    const qint64 seconds = message.time.toSecsSinceEpoch();
    if (seconds < 600'000'000 || seconds > QDateTime::currentSecsSinceEpoch() + 2 * 86400)
        return std::nullopt;
    message.body = storable(std::move(message.body));
    message.stanzaId = storable(std::move(message.stanzaId));
    message.archiveId = storable(std::move(message.archiveId));
    if (message.body.trimmed().isEmpty())
        return std::nullopt;
    return message;
}

} // namespace transfer
