// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include "store/connection.h"
#include "store/searchindex.h"

using namespace Qt::StringLiterals;

namespace store::schema
{

namespace
{

Result<void> executeAll(Connection &connection, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const auto done = connection.execute(statement); !done)
            return done;
    }
    return {};
}

Result<void> createPeople(Connection &connection)
{
    return executeAll(connection, {
        // AUTOINCREMENT: an id is never used again, so nothing left behind can belong to a newer row.
        uR"(CREATE TABLE accounts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            address TEXT NOT NULL UNIQUE CHECK (address <> ''),
            enabled INTEGER NOT NULL,
            keep_signed_in INTEGER NOT NULL,
            host TEXT NOT NULL,
            port INTEGER NOT NULL,
            connection INTEGER NOT NULL,
            allow_digest_md5 INTEGER NOT NULL,
            allow_plain_again INTEGER NOT NULL,
            client_certificate TEXT NOT NULL,
            resource TEXT NOT NULL,
            user_agent_id TEXT NOT NULL,
            proven_mechanism TEXT NOT NULL,
            pinned_certificate BLOB NOT NULL,
            verified_before INTEGER NOT NULL,
            roster_version TEXT,
            status TEXT NOT NULL,
            show TEXT NOT NULL,
            priority INTEGER NOT NULL
        ) STRICT)"_s,
        uR"(CREATE TABLE contacts (
            account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
            address TEXT NOT NULL CHECK (address <> ''),
            name TEXT NOT NULL,
            groups TEXT NOT NULL,
            subscription INTEGER NOT NULL,
            requested INTEGER NOT NULL,
            PRIMARY KEY (account, address)
        ) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE requests (
            account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
            address TEXT NOT NULL CHECK (address <> ''),
            text TEXT NOT NULL,
            time INTEGER,
            PRIMARY KEY (account, address)
        ) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE settings (
            account INTEGER NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (account, key)
        ) STRICT, WITHOUT ROWID)"_s,
        // Account 0, the global settings, is no row: a trigger does what a reference cannot.
        uR"(CREATE TRIGGER settings_of_removed_account AFTER DELETE ON accounts
            BEGIN DELETE FROM settings WHERE account = old.id; END)"_s,
    });
}

Result<void> createMessages(Connection &connection)
{
    return executeAll(connection, {
        uR"(CREATE TABLE conversations (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
            address TEXT NOT NULL,
            kind INTEGER NOT NULL,
            last_time INTEGER,
            last_message INTEGER,
            last_position INTEGER NOT NULL,
            preview TEXT NOT NULL,
            preview_own INTEGER NOT NULL,
            read_message INTEGER,
            read_position INTEGER NOT NULL,
            unread INTEGER NOT NULL,
            draft TEXT NOT NULL,
            pinned INTEGER NOT NULL,
            muted INTEGER NOT NULL,
            hidden INTEGER NOT NULL,
            UNIQUE (account, address, kind)
        ) STRICT)"_s,
        uR"(CREATE TABLE messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation INTEGER NOT NULL REFERENCES conversations ON DELETE CASCADE,
            author_address TEXT NOT NULL,
            author_nick TEXT NOT NULL,
            author_occupant TEXT NOT NULL,
            author_real TEXT NOT NULL,
            direction INTEGER NOT NULL,
            body TEXT NOT NULL,
            stanza_id TEXT NOT NULL,
            origin_id TEXT NOT NULL,
            archive_id TEXT NOT NULL,
            sent_from TEXT NOT NULL,
            time INTEGER NOT NULL,
            delayed INTEGER NOT NULL,
            position INTEGER NOT NULL,
            encryption INTEGER NOT NULL,
            state INTEGER NOT NULL,
            error_text TEXT NOT NULL,
            error_condition TEXT NOT NULL,
            stanza BLOB NOT NULL
        ) STRICT)"_s,
        // The row id, which decides ties, follows by itself.
        u"CREATE INDEX messages_by_position ON messages (conversation, position)"_s,
        u"CREATE UNIQUE INDEX messages_by_archive_id ON messages (conversation, archive_id) WHERE archive_id <> ''"_s,
        u"CREATE INDEX messages_by_origin_id ON messages (conversation, origin_id, direction) WHERE origin_id <> ''"_s,
        u"CREATE INDEX messages_by_stanza_id ON messages (conversation, stanza_id, direction) WHERE stanza_id <> ''"_s,
        u"CREATE INDEX messages_outbox ON messages (state) WHERE state < 2"_s,
        // Which message of ours arrived at whom.
        uR"(CREATE TABLE receipts (
            message INTEGER NOT NULL REFERENCES messages ON DELETE CASCADE,
            who TEXT NOT NULL,
            time INTEGER,
            PRIMARY KEY (message, who)
        ) STRICT, WITHOUT ROWID)"_s,
        // Up to where somebody has seen a conversation: everything of ours before is seen too.
        uR"(CREATE TABLE seen (
            conversation INTEGER NOT NULL REFERENCES conversations ON DELETE CASCADE,
            who TEXT NOT NULL,
            position INTEGER NOT NULL,
            message INTEGER NOT NULL,
            time INTEGER,
            PRIMARY KEY (conversation, who)
        ) STRICT, WITHOUT ROWID)"_s,
    });
}

Result<void> createStreams(Connection &connection)
{
    return executeAll(connection, {
        uR"(CREATE TABLE streams (
            account INTEGER PRIMARY KEY REFERENCES accounts ON DELETE CASCADE,
            sm_id TEXT NOT NULL,
            bound_address TEXT NOT NULL,
            location TEXT NOT NULL,
            handled INTEGER NOT NULL,
            sent INTEGER NOT NULL,
            acknowledged INTEGER NOT NULL,
            last_alive INTEGER,
            max_seconds INTEGER NOT NULL
        ) STRICT)"_s,
        // Rows in the order the stanzas were sent; sequence wraps at 2^32.
        uR"(CREATE TABLE ledger (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            account INTEGER NOT NULL REFERENCES streams ON DELETE CASCADE,
            sequence INTEGER NOT NULL,
            message INTEGER NOT NULL
        ) STRICT)"_s,
        u"CREATE INDEX ledger_by_account ON ledger (account, sequence)"_s,
    });
}

} // namespace

Result<void> createMain(Connection &connection)
{
    return createPeople(connection)
        .and_then([&] { return createMessages(connection); })
        .and_then([&] { return createStreams(connection); });
}

Result<void> addCorrections(Connection &connection)
{
    return executeAll(connection, {
        // A correction is a row like any other on its way out and in, but none on the screen.
        u"ALTER TABLE messages ADD COLUMN amends INTEGER REFERENCES messages ON DELETE CASCADE"_s,
        u"ALTER TABLE messages ADD COLUMN replaces TEXT NOT NULL DEFAULT ''"_s,
        u"ALTER TABLE messages ADD COLUMN edited INTEGER"_s,
        u"ALTER TABLE messages ADD COLUMN first_body TEXT NOT NULL DEFAULT ''"_s,
        u"DROP INDEX messages_by_position"_s,
        u"CREATE INDEX messages_by_position ON messages (conversation, amends, position)"_s,
        u"CREATE INDEX messages_by_amended ON messages (amends, position) WHERE amends IS NOT NULL"_s,
        u"CREATE INDEX messages_by_replaced ON messages (conversation, replaces) WHERE replaces <> ''"_s,
    });
}

Result<void> addAccepted(Connection &connection)
{
    return executeAll(connection, {
        u"ALTER TABLE conversations ADD COLUMN accepted INTEGER NOT NULL DEFAULT 0"_s,
        // Where we wrote or are about to, and what we began without a word yet.
        uR"(UPDATE conversations SET accepted=1 WHERE last_message IS NULL OR draft <> '' OR pinned <> 0
            OR id IN (SELECT conversation FROM messages WHERE direction=1))"_s,
        u"ALTER TABLE messages ADD COLUMN unstyled INTEGER NOT NULL DEFAULT 0"_s,
    });
}

Result<void> addHistory(Connection &connection)
{
    return executeAll(connection, {
        // Room between two messages of one millisecond, for those that an archive says lie between them.
        u"UPDATE messages SET position=position*1000"_s,
        u"UPDATE seen SET position=position*1000"_s,
        u"UPDATE conversations SET last_position=last_position*1000, read_position=read_position*1000"_s,
        uR"(CREATE TABLE spans (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            account INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
            archive TEXT NOT NULL,
            first_id TEXT NOT NULL CHECK (first_id <> ''),
            last_id TEXT NOT NULL CHECK (last_id <> ''),
            first_position INTEGER NOT NULL,
            last_position INTEGER NOT NULL,
            first_time INTEGER,
            reaches_start INTEGER NOT NULL
        ) STRICT)"_s,
        u"CREATE INDEX spans_by_archive ON spans (account, archive, last_position)"_s,
    });
}

Result<void> addSearch(Connection &connection)
{
    return executeAll(connection, searchindex::tables() + searchindex::fill() + searchindex::triggers());
}

Result<void> createCache(Connection &connection)
{
    return executeAll(connection, {
        uR"(CREATE TABLE capabilities (
            id INTEGER PRIMARY KEY,
            hash TEXT NOT NULL,
            ver TEXT NOT NULL,
            info BLOB NOT NULL,
            verified INTEGER NOT NULL,
            used INTEGER NOT NULL,
            UNIQUE (hash, ver)
        ) STRICT)"_s,
        u"CREATE INDEX capabilities_by_use ON capabilities (used)"_s,
        uR"(CREATE TABLE features (
            account INTEGER NOT NULL,
            address TEXT NOT NULL,
            info BLOB NOT NULL,
            time INTEGER NOT NULL,
            PRIMARY KEY (account, address)
        ) STRICT, WITHOUT ROWID)"_s,
    });
}

Result<void> addFaces(Connection &connection)
{
    return executeAll(connection, {
        uR"(CREATE TABLE faces (
            account INTEGER NOT NULL,
            address TEXT NOT NULL,
            picture TEXT NOT NULL,
            source INTEGER NOT NULL,
            nickname TEXT NOT NULL,
            PRIMARY KEY (account, address)
        ) STRICT, WITHOUT ROWID)"_s,
        uR"(CREATE TABLE pictures (
            id TEXT PRIMARY KEY,
            bytes BLOB NOT NULL,
            size INTEGER NOT NULL,
            used INTEGER NOT NULL
        ) STRICT)"_s,
        // Sums and the oldest are found without the bytes.
        u"CREATE INDEX pictures_by_use ON pictures (used, size)"_s,
    });
}

} // namespace store::schema
