// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchindex.h"

#include "data/wordfinder.h"
#include "store/connection.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store::searchindex
{

namespace
{

constexpr qint64 PlacesAPosition = 1024;
constexpr qint64 FarthestPosition = 8'000'000'000'000'000; // microseconds: the year 2223; times 1024 it still is a number of SQLite's
constexpr qsizetype MostChatsAsked = 64; // more are sorted out afterwards

QString mark(Mark which)
{
    return QChar(char16_t(which));
}

//! The first place of a position, in SQL.
QString baseSql(const QString &row)
{
    return u"max(-%2, min(%2, %1.position)) * %3"_s.arg(row).arg(FarthestPosition).arg(PlacesAPosition);
}

QString isIndexedSql(const QString &row)
{
    return u"%1.amends IS NULL AND %1.body <> ''"_s.arg(row);
}

//! The column of marks, in SQL. Text of ASCII alone is not searched for letters it cannot have.
QString marksSql(const QString &row)
{
    return uR"(char(%2) || %1.conversation
        || CASE WHEN %1.direction = 1 THEN ' ' || char(%3) ELSE '' END
        || CASE WHEN %1.body LIKE '%://_%' AND (%1.body LIKE '%http://_%' OR %1.body LIKE '%https://_%')
            OR %1.body LIKE '%xmpp:_%' OR %1.body LIKE '%mailto:_%' THEN ' ' || char(%4) ELSE '' END
        || CASE WHEN octet_length(%1.body) > length(%1.body) AND %1.body GLOB '*[' || char(3584) || '-' || char(3839) || char(4096) || '-' || char(4255)
            || char(6016) || '-' || char(6143) || char(12352) || '-' || char(12543) || char(13312) || '-' || char(19903) || char(19968) || '-' || char(40959)
            || char(44032) || '-' || char(55215) || char(63744) || '-' || char(64255) || char(131072) || '-' || char(262143) || ']*' THEN ' ' || char(%5) ELSE '' END)"_s
        .arg(row).arg(int(Mark::Chat)).arg(int(Mark::Sent)).arg(int(Mark::Link)).arg(int(Mark::Unspaced));
}

//! Where the row `new` goes: a position's places in turn, and when these are full the next free one.
QString insertSql()
{
    return uR"(INSERT INTO search_places (place, message, conversation)
            SELECT CASE WHEN last IS NULL THEN base ELSE
                    (SELECT p.place + 1 FROM search_places p WHERE p.place >= last AND NOT EXISTS (SELECT 1 FROM search_places n WHERE n.place = p.place + 1)
                        ORDER BY p.place LIMIT 1) END, new.id, new.conversation
                FROM (SELECT base, CASE WHEN top = base + %2 - 1 THEN (SELECT max(place) FROM search_places WHERE place BETWEEN base AND base + %2 * 1000 - 1) ELSE top END AS last
                    FROM (SELECT base, (SELECT max(place) FROM search_places WHERE place BETWEEN base AND base + %2 - 1) AS top FROM (SELECT %1 AS base)))
                WHERE %3;
            INSERT INTO search_changes (place, message, known) SELECT place, message, 0 FROM search_places WHERE message = new.id
                ON CONFLICT DO UPDATE SET message = excluded.message;)"_s
        .arg(baseSql(u"new"_s)).arg(PlacesAPosition).arg(isIndexedSql(u"new"_s));
}

QString deleteSql()
{
    return uR"(INSERT INTO search_changes (place, message, known) SELECT place, NULL, 1 FROM search_places WHERE message = old.id
                ON CONFLICT DO UPDATE SET message = NULL;
            DELETE FROM search_places WHERE message = old.id;)"_s;
}

QString quoted(QString text)
{
    return u'"' + text.replace(u'"', u' ').replace(QChar(0), u' ') + u'"';
}

QString marked(const QString &words)
{
    return u"marks:"_s + quoted(words);
}

} // namespace

QStringList tables()
{
    return {
        u"CREATE TABLE search_places (place INTEGER PRIMARY KEY, message INTEGER NOT NULL UNIQUE, conversation INTEGER NOT NULL) STRICT"_s,
        // `message` has another text at that place now, or (NULL) none has; `known`: the words have a former text of it.
        u"CREATE TABLE search_changes (place INTEGER PRIMARY KEY, message INTEGER, known INTEGER NOT NULL) STRICT"_s,
        // Without a copy of the text: the messages have it. Every first letter is looked up while one types.
        u"CREATE VIRTUAL TABLE search_words USING fts5(body, marks, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"_s,
    };
}

QStringList triggers()
{
    return {
        u"CREATE TRIGGER search_inserted AFTER INSERT ON messages WHEN %1 BEGIN %2 END"_s.arg(isIndexedSql(u"new"_s), insertSql()),
        uR"(CREATE TRIGGER search_updated AFTER UPDATE OF body, position, amends, conversation, direction ON messages
            WHEN new.body IS NOT old.body OR new.position IS NOT old.position OR new.amends IS NOT old.amends OR new.conversation IS NOT old.conversation
                OR new.direction IS NOT old.direction
            BEGIN %1 %2 END)"_s.arg(deleteSql(), insertSql()),
        u"CREATE TRIGGER search_deleted AFTER DELETE ON messages BEGIN %1 END"_s.arg(deleteSql()),
    };
}

QStringList fill()
{
    return {
        // Each place is above the one before and not below its own position's.
        uR"(INSERT INTO search_places (place, message, conversation)
            SELECT n + max(base - n) OVER (ORDER BY n ROWS UNBOUNDED PRECEDING), id, conversation
                FROM (SELECT id, conversation, base, row_number() OVER (ORDER BY base, id) AS n
                    FROM (SELECT m.id, m.conversation, %1 AS base FROM messages m WHERE %2)))"_s.arg(baseSql(u"m"_s), isIndexedSql(u"m"_s)),
        uR"(INSERT INTO search_words (rowid, body, marks)
            SELECT s.place, m.body, %1 FROM search_places s CROSS JOIN messages m ON m.id = s.message ORDER BY s.place)"_s.arg(marksSql(u"m"_s)),
    };
}

Result<void> update(Connection &connection)
{
    static const QString forget = u"DELETE FROM search_words WHERE rowid IN (SELECT place FROM search_changes WHERE known = 1)"_s;
    static const QString learn = uR"(INSERT INTO search_words (rowid, body, marks)
        SELECT search_changes.place, m.body, %1 FROM search_changes CROSS JOIN messages m ON m.id = search_changes.message ORDER BY search_changes.place)"_s.arg(marksSql(u"m"_s));
    Statement any(connection, u"SELECT EXISTS (SELECT 1 FROM search_changes)"_s);
    if (const auto done = any.exec(); !done || !any.next() || !any.column(0).toBool())
        return done;
    for (const QString &sql : {forget, learn, u"DELETE FROM search_changes"_s}) {
        if (const auto done = Statement(connection, sql).exec(); !done)
            return done;
    }
    return {};
}

QString expression(const SearchFilter &filter)
{
    QStringList all;
    bool pieces = false;
    for (const data::SearchTerm &term : filter.terms) {
        if (data::isPiece(term))
            pieces |= data::isUnspaced(term.text);
        else
            all << u"body:"_s + quoted(term.text) + (term.prefix ? u"*"_s : QString());
    }
    if (pieces)
        all << marked(mark(Mark::Unspaced));
    if (filter.withLink)
        all << marked(mark(Mark::Link));
    if (filter.direction == data::Direction::Sent)
        all << marked(mark(Mark::Sent));
    if (filter.chats && filter.chats->size() <= MostChatsAsked && !filter.chats->isEmpty()) {
        QStringList chats;
        for (const data::ConversationId chat : *filter.chats)
            chats << marked(mark(Mark::Chat) + QString::number(chat.value));
        all << u'(' + chats.join(u" OR "_s) + u')';
    }
    if (all.isEmpty())
        return {};
    const QString wanted = all.join(u" AND "_s);
    return filter.direction == data::Direction::Received ? u"(%1) NOT %2"_s.arg(wanted, marked(mark(Mark::Sent))) : wanted;
}

qint64 placeOf(const QDateTime &time)
{
    return std::clamp(time.toMSecsSinceEpoch() * 1000, -FarthestPosition, FarthestPosition) * PlacesAPosition;
}

} // namespace store::searchindex
