// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/samples.h"

#include "store/connection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace samples
{

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

void execute(const QString &path, const QStringList &statements)
{
    QDir().mkpath(QFileInfo(path).path());
    const auto connection = store::Connection::open(path, store::Access::WriteNormal, std::chrono::seconds(1));
    for (const QString &statement : statements + QStringList{u"PRAGMA journal_mode=DELETE"_s}) {
        if (const auto done = (*connection)->execute(statement); !done)
            qFatal("%s: %s", qPrintable(statement), qPrintable(done.error().text));
    }
}

void writeGajim(const QString &path)
{
    execute(path, {
        u"CREATE TABLE account (pk INTEGER NOT NULL PRIMARY KEY, jid TEXT NOT NULL)"_s,
        u"CREATE TABLE remote (pk INTEGER NOT NULL PRIMARY KEY, jid TEXT NOT NULL)"_s,
        uR"(CREATE TABLE message (pk INTEGER NOT NULL PRIMARY KEY, fk_account_pk INTEGER NOT NULL, fk_remote_pk INTEGER NOT NULL, resource TEXT,
            type INTEGER NOT NULL, direction INTEGER NOT NULL, timestamp FLOAT NOT NULL, state INTEGER NOT NULL, id TEXT, stanza_id TEXT, text TEXT,
            markup_type INTEGER, markup TEXT, user_delay_ts FLOAT, fk_thread_pk INTEGER, fk_occupant_pk INTEGER, fk_encryption_pk INTEGER,
            fk_security_label_pk INTEGER, correction_id TEXT))"_s,
        u"INSERT INTO account VALUES (1, 'eva@example.org')"_s,
        u"INSERT INTO remote VALUES (1, 'ana@example.org'), (2, 'room@rooms.example')"_s,
        uR"(INSERT INTO message (pk, fk_account_pk, fk_remote_pk, type, direction, timestamp, state, id, stanza_id, text, correction_id) VALUES
            (1, 1, 1, 1, 1, 1700000000.25, 2, 'a1', 'arch-1', 'Shall we meet?', NULL),
            (2, 1, 1, 1, 2, 1700000005.0, 2, 'e1', 'arch-2', 'Yes, at six', NULL),
            (3, 1, 1, 1, 2, 1700000007.0, 2, 'e2', 'arch-3', 'Yes, at seven', 'e1'),
            (4, 1, 1, 1, 1, 1700000009.0, 2, 'a2', 'arch-4', '😀 Fine', NULL),
            (5, 1, 2, 2, 1, 1700000010.0, 2, 'r1', 'arch-5', 'Hi all', NULL),
            (6, 1, 1, 1, 1, 1700000011.0, 2, 'a3', NULL, NULL, NULL))"_s,
    });
}

void writeOldGajim(const QString &path)
{
    execute(path, {
        u"CREATE TABLE jids (jid_id INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, jid TEXT UNIQUE, type INTEGER)"_s,
        uR"(CREATE TABLE logs (log_line_id INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, account_id INTEGER, jid_id INTEGER, contact_name TEXT, time REAL,
            kind INTEGER, show INTEGER, message TEXT, error TEXT, subject TEXT, additional_data TEXT, stanza_id TEXT, message_id TEXT, encryption TEXT,
            encryption_state TEXT, marker INTEGER))"_s,
        u"INSERT INTO jids VALUES (1, 'eva@example.org', 0), (2, 'ana@example.org', 0), (3, 'room@rooms.example', 1), (4, 'room@rooms.example/leo', 1)"_s,
        uR"(INSERT INTO logs (log_line_id, account_id, jid_id, time, kind, message, stanza_id, message_id) VALUES
            (1, 1, 2, 1700000000.25, 4, 'Shall we meet?', 'arch-1', 'a1'),
            (2, 1, 2, 1700000005.0, 6, 'Yes, at seven', 'arch-2', 'e1'),
            (3, 1, 2, 1700000009.0, 4, '😀 Fine', NULL, 'a2'),
            (4, 1, 3, 1700000010.0, 2, 'Hi all', 'arch-5', 'r1'),
            (5, 1, 4, 1700000010.0, 4, 'in private', NULL, 'r2'),
            (6, 1, 2, 1700000011.0, 0, '', NULL, NULL),
            (7, 1, 99, 1700000012.0, 4, 'from nobody', NULL, NULL),
            (8, 1, 2, NULL, 4, 'at no time', NULL, NULL))"_s,
    });
}

void writeDino(const QString &path)
{
    execute(path, {
        u"CREATE TABLE account (id INTEGER PRIMARY KEY AUTOINCREMENT, bare_jid TEXT NOT NULL UNIQUE, resourcepart TEXT, password TEXT, alias TEXT, enabled INTEGER)"_s,
        u"CREATE TABLE jid (id INTEGER PRIMARY KEY AUTOINCREMENT, bare_jid TEXT NOT NULL UNIQUE)"_s,
        uR"(CREATE TABLE message (id INTEGER PRIMARY KEY AUTOINCREMENT, stanza_id TEXT, server_id TEXT, account_id INTEGER NOT NULL, counterpart_id INTEGER NOT NULL,
            our_resource TEXT, counterpart_resource TEXT, direction INTEGER NOT NULL, type INTEGER, time INTEGER, local_time INTEGER, body TEXT, encryption INTEGER, marked INTEGER))"_s,
        uR"(CREATE TABLE content_item (id INTEGER PRIMARY KEY AUTOINCREMENT, conversation_id INTEGER NOT NULL, time INTEGER, local_time INTEGER, content_type INTEGER NOT NULL,
            foreign_id INTEGER NOT NULL, hide INTEGER NOT NULL DEFAULT 0))"_s,
        u"CREATE TABLE file_transfer (id INTEGER PRIMARY KEY AUTOINCREMENT, provider INTEGER, info TEXT)"_s,
        u"INSERT INTO account VALUES (1, 'eva@example.org', 'dino', 'never read', NULL, 1)"_s,
        u"INSERT INTO jid VALUES (1, 'ana@example.org'), (2, 'room@rooms.example')"_s,
        uR"(INSERT INTO message (id, stanza_id, server_id, account_id, counterpart_id, direction, type, time, local_time, body) VALUES
            (1, 'a1', 'arch-1', 1, 1, 0, 1, 1700000000, 1700000000, 'Shall we meet?'),
            (2, 'e1', 'arch-2', 1, 1, 1, 1, 1700000005, 1700000005, 'Yes, at six'),
            (3, 'e2', 'arch-3', 1, 1, 1, 1, 1700000007, 1700000007, 'Yes, at seven'),
            (4, 'a2', 'arch-4', 1, 1, 0, 1, 1700000009, 1700000009, '😀 Fine'),
            (5, 'r1', 'arch-5', 1, 2, 0, 2, 1700000010, 1700000010, 'Hi all'),
            (6, 'f1', 'arch-6', 1, 1, 0, 1, 1700000020, 1700000020, 'https://files.example/cat.jpg'))"_s,
        u"INSERT INTO file_transfer VALUES (1, 0, '6'), (2, 1, 'jingle')"_s,
        uR"(INSERT INTO content_item (id, conversation_id, time, local_time, content_type, foreign_id) VALUES
            (1, 1, 1700000000, 1700000000, 1, 1), (2, 1, 1700000005, 1700000005, 1, 3), (3, 1, 1700000009, 1700000009, 1, 4),
            (4, 2, 1700000010, 1700000010, 1, 5), (5, 1, 1700000020, 1700000020, 2, 1), (6, 1, 1700000021, 1700000021, 2, 2))"_s,
        u"INSERT INTO content_item VALUES (7, 1, 1700000020, 1700000020, 1, 6, 1)"_s,
    });
}

void writePsiPlus(const QString &path)
{
    execute(path, {
        u"CREATE TABLE `system` (`key` TEXT, `value` TEXT)"_s,
        u"CREATE TABLE `accounts` (`id` TEXT, `lifetime` INTEGER)"_s,
        u"CREATE TABLE `contacts` (`id` INTEGER NOT NULL PRIMARY KEY ASC, `acc_id` TEXT, `type` INTEGER, `jid` TEXT, `lifetime` INTEGER)"_s,
        uR"(CREATE TABLE `events` (`id` INTEGER NOT NULL PRIMARY KEY ASC, `contact_id` INTEGER NOT NULL REFERENCES `contacts`(`id`) ON DELETE CASCADE,
            `resource` TEXT, `date` TEXT, `type` INTEGER, `direction` INTEGER, `subject` TEXT, `m_text` TEXT, `lang` TEXT, `extra_data` TEXT))"_s,
        u"INSERT INTO contacts VALUES (1, '{some-key}', 1, 'ana@example.org', -1), (2, '{some-key}', 2, 'room@rooms.example', -1)"_s,
        uR"(INSERT INTO events (id, contact_id, date, type, direction, m_text) VALUES
            (1, 1, '2023-11-14T22:13:20.000', 1, 2, 'Shall we meet?'),
            (2, 1, '2023-11-14T22:13:25.000', 1, 1, 'Yes, at seven'),
            (3, 1, '2023-11-14T22:13:29.000', 0, 2, '😀 Fine'),
            (4, 2, '2023-11-14T22:13:30.000', 1, 2, 'Hi all'),
            (5, 1, '2023-11-14T22:13:31.000', 3, 2, NULL),
            (6, 1, 'yesterday', 1, 2, 'at no time'))"_s,
    });
}

} // namespace samples
