// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/folder.h"

#include "base/log.h"
#include "store/backup.h"
#include "store/searchindex.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr QLatin1StringView MainFile{"palique.db"};
constexpr QLatin1StringView CacheFile{"cache.db"};
constexpr QLatin1StringView Marker{"palique.running"}; // there while a store is open: a killed one leaves it behind
constexpr auto Private = QFile::ReadOwner | QFile::WriteOwner;

QString tr(const char *text)
{
    return QCoreApplication::translate("store::Database", text);
}

void removeDatabase(const QString &path)
{
    for (const QLatin1StringView end : {""_L1, "-wal"_L1, "-shm"_L1})
        QFile::remove(path + end);
}

bool moveDatabase(const QString &path, const QString &to)
{
    return std::ranges::all_of(std::array{"-wal"_L1, "-shm"_L1, ""_L1}, [&](QLatin1StringView end) { return !QFile::exists(path + end) || QFile::rename(path + end, to + end); });
}

int newest(std::span<const Migration> migrations)
{
    return migrations.empty() ? 0 : migrations.back().version;
}

Error cannotWrite(const QString &path)
{
    return storageError(condition::ReadOnly, tr("Palique may not write to its folder “%1”.").arg(QDir::toNativeSeparators(path)));
}

} // namespace

Folder::Folder(QString path, Options options)
    : m_path(std::move(path)), m_options(options), m_lock(file(u"palique.lock"_s))
{
    // Age says nothing: a messenger runs for weeks. A lock of a dead process is still taken over.
    m_lock.setStaleLockTime(0);
}

Folder::~Folder() = default;

QString Folder::file(const QString &name) const
{
    return m_path + u'/' + name;
}

Result<Opened> Folder::openWriter()
{
    Result<Opened> opened = openChecked();
    if (!opened) {
        m_writer.connection.reset();
        m_writer.why = opened.error();
        m_lock.unlock();
    }
    const std::scoped_lock guard(m_mutex);
    if (!opened)
        m_failure = opened.error();
    m_settled = true;
    m_changed.notify_all();
    return opened;
}

Result<Opened> Folder::openChecked()
{
    if (const auto done = prepareFolder().and_then([this] { return lock(); }); !done)
        return fail(done.error());
    Opened opened;
    opened.endedCleanly = !QFile::exists(file(Marker));
    if (const auto done = adoptStaged(opened); !done)
        return fail(done.error());

    auto connection = Connection::open(file(MainFile), Access::WriteFull, m_options.busyTimeout);
    if (!connection)
        return fail(connection.error().condition == condition::Damaged ? keepAside() : connection.error());
    m_writer.connection = std::move(*connection);

    if (const auto done = upgrade(opened); !done)
        return fail(done.error().condition == condition::Damaged ? keepAside() : done.error());
    if (!makeMarker())
        return fail(cannotWrite(m_path));
    m_writer.connection->setBeforeCommit(&searchindex::update);
    return opened;
}

Result<void> Folder::prepareFolder()
{
    constexpr auto ownerOnly = Private | QFile::ExeOwner;
    const QFileInfo info(m_path);
    if (info.isDir()) {
        if (info.permission(QFile::ReadGroup) || info.permission(QFile::ReadOther) || info.permission(QFile::ExeOther))
            QFile::setPermissions(m_path, ownerOnly);
        return {};
    }
    QDir().mkpath(info.absolutePath());
    if (!QDir().mkdir(m_path, ownerOnly))
        return fail(cannotWrite(m_path));
    return {};
}

Result<void> Folder::lock()
{
    if (m_lock.tryLock())
        return {};
    if (m_lock.error() == QLockFile::LockFailedError)
        return fail(storageError(condition::Locked, tr("Palique is already running with these messages. Close the other one first.")));
    return fail(cannotWrite(m_path));
}

Result<void> Folder::upgrade(Opened &opened)
{
    const Result<qint64> version = m_writer.connection->number(u"PRAGMA user_version"_s);
    if (!version)
        return fail(version.error());
    // Reads the schema, which the header alone would not.
    if (const auto objects = m_writer.connection->number(u"SELECT count(*) FROM sqlite_schema"_s); !objects)
        return fail(objects.error());
    opened.fromVersion = int(*version);
    opened.version = newest(m_options.migrations);
    if (opened.fromVersion > opened.version) {
        return fail(storageError(condition::NewerSchema,
            tr("Your messages were last opened by a newer Palique (format %1, this one knows up to %2). Please install the newer one again; nothing was changed.")
                .arg(opened.fromVersion).arg(opened.version)));
    }
    if (!opened.endedCleanly) {
        if (const auto done = check(); !done)
            return done;
    }
    if (opened.fromVersion == opened.version)
        return {};
    if (opened.fromVersion > 0) {
        opened.backup = file(u"palique.before-format-%1.db"_s.arg(opened.version));
        removeDatabase(opened.backup);
        if (QFile empty(opened.backup); !empty.open(QIODevice::WriteOnly | QIODevice::NewOnly, Private))
            return fail(cannotWrite(m_path));
        if (const auto done = Statement(*m_writer.connection, u"VACUUM INTO ?"_s).bind(opened.backup).exec(); !done)
            return done;
        qCInfo(logStore) << "kept a copy before the upgrade:" << opened.backup;
    }
    return migrate(*m_writer.connection, opened.fromVersion, m_options.migrations);
}

//! A restored backup waits: it becomes the store, and the store keeps its file under another name. Begun again after a crash, it ends the same.
Result<void> Folder::adoptStaged(Opened &opened)
{
    removeDatabase(preparedRestore(m_path)); // of somebody who thought better of it
    const QString staged = stagedRestore(m_path);
    if (!QFile::exists(staged))
        return {};
    if (QFile::exists(file(MainFile))) {
        for (int i = 1; opened.setAside.isEmpty() || QFile::exists(opened.setAside); ++i)
            opened.setAside = file(u"palique.before-restore-%1.db"_s.arg(i));
        if (!moveDatabase(file(MainFile), opened.setAside))
            return fail(cannotWrite(m_path));
    }
    if (!QFile::rename(staged, file(MainFile)))
        return fail(cannotWrite(m_path));
    removeDatabase(file(CacheFile)); // its rows are of accounts by other numbers
    qCInfo(logStore) << "a backup was restored; before it:" << opened.setAside;
    return {};
}

Result<void> Folder::check() const
{
    qCInfo(logStore) << "the last run ended badly, checking";
    Statement statement(*m_writer.connection, u"PRAGMA quick_check(1)"_s);
    if (const auto done = statement.exec(); !done)
        return done;
    if (statement.next() && statement.column(0).toString() == "ok"_L1)
        return {};
    return fail(storageError(condition::Damaged, tr("The stored messages are damaged.")));
}

Error Folder::keepAside()
{
    m_writer.connection.reset();
    QString kept;
    for (int i = 1; kept.isEmpty() || QFile::exists(kept); ++i)
        kept = file(u"palique.damaged-%1.db"_s.arg(i));
    if (!moveDatabase(file(MainFile), kept))
        return cannotWrite(m_path);
    QFile::remove(file(Marker));
    qCWarning(logStore) << "the store is damaged, kept as" << kept;
    return storageError(condition::Damaged,
        tr("The stored messages are damaged and were set aside as “%1”. Palique can go on with an empty store.").arg(QDir::toNativeSeparators(kept)));
}

bool Folder::makeMarker() const
{
    QFile marker(file(Marker));
    return marker.exists() || marker.open(QIODevice::WriteOnly, Private);
}

void Folder::closeWriter()
{
    if (!m_writer.connection)
        return;
    const bool damaged = m_writer.connection->sawDamage();
    m_writer.connection.reset();
    if (!damaged)
        QFile::remove(file(Marker));
    m_lock.unlock();
}

void Folder::openReader()
{
    {
        std::unique_lock guard(m_mutex);
        m_changed.wait(guard, [this] { return m_settled; });
        if (m_failure) {
            m_reader.why = m_cache.why = *m_failure;
            return;
        }
    }
    auto connection = Connection::open(file(MainFile), Access::Read, m_options.busyTimeout);
    if (connection)
        m_reader.connection = std::move(*connection);
    else
        m_reader.why = connection.error();
}

Folder::Side &Folder::cache()
{
    if (m_cache.connection || !m_reader.connection)
        return m_cache;
    for (const bool anew : {false, true}) {
        if (anew)
            removeDatabase(file(CacheFile));
        auto connection = Connection::open(file(CacheFile), Access::WriteNormal, m_options.busyTimeout);
        if (!connection) {
            m_cache.why = connection.error();
            continue;
        }
        const qint64 version = (*connection)->number(u"PRAGMA user_version"_s).value_or(0);
        const Result<void> fits = version > newest(cacheMigrations())
            ? fail(storageError(condition::NewerSchema, QString()))
            : migrate(**connection, int(version), cacheMigrations());
        if (fits) {
            m_cache.connection = std::move(*connection);
            break;
        }
        m_cache.why = fits.error();
    }
    return m_cache;
}

void Folder::closeReader()
{
    m_cache.connection.reset();
    m_reader.connection.reset();
}

void Folder::giveUp()
{
    const std::scoped_lock guard(m_mutex);
    if (!m_settled)
        m_failure = Error::cancelled();
    m_settled = true;
    m_changed.notify_all();
}

} // namespace store
