// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchstore.h"

#include "data/wordfinder.h"
#include "store/connection.h"
#include "store/searchindex.h"
#include "store/values.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr int MostLookedAt = 1000; // messages a page, so that none takes long

//! Goes through what the index finds, newest first, and keeps what the rest of the filter lets through.
class Walk final
{
public:
    Walk(Connection &connection, const SearchFilter &filter) : m_connection(&connection), m_filter(&filter), m_finder(filter.terms) { }

    Result<data::SearchPage> page(std::optional<qint64> from, int limit)
    {
        data::SearchPage page;
        if (m_filter->chats && m_filter->chats->isEmpty())
            return page;
        const QString match = searchindex::expression(*m_filter);
        Statement statement(*m_connection, match.isEmpty() ? everySql() : matchingSql());
        if (!match.isEmpty())
            statement.bind(match);
        if (const auto done = statement.bind(upTo(from)).bind(downTo()).exec(); !done)
            return fail(done.error());
        for (int seen = 0; statement.next(); ++seen) {
            if (page.hits.size() == limit || seen == MostLookedAt)
                return page;
            const qint64 place = statement.column(0).toLongLong();
            page.next = place;
            if (const auto taken = take(&page, {statement.column(2).toLongLong()}, {statement.column(1).toLongLong()}, place); !taken)
                return fail(taken.error());
        }
        page.next.reset();
        return statement.ended().transform([&] { return std::move(page); });
    }

private:
    static QString matchingSql()
    {
        return u"SELECT s.place, s.message, s.conversation FROM search_words w CROSS JOIN search_places s ON s.place=w.rowid "
               "WHERE w.search_words MATCH ? AND w.rowid<? AND w.rowid>=? ORDER BY w.rowid DESC"_s;
    }
    static QString everySql()
    {
        return u"SELECT place, message, conversation FROM search_places WHERE place<? AND place>=? ORDER BY place DESC"_s;
    }

    [[nodiscard]] qint64 upTo(std::optional<qint64> from) const
    {
        const qint64 newest = m_filter->until.isValid() ? searchindex::placeOf(m_filter->until) : std::numeric_limits<qint64>::max();
        return from ? std::min(*from, newest) : newest;
    }
    [[nodiscard]] qint64 downTo() const
    {
        return m_filter->from.isValid() ? searchindex::placeOf(m_filter->from) : std::numeric_limits<qint64>::min();
    }

    [[nodiscard]] bool isWanted(data::ConversationId chat) const
    {
        return !m_filter->without.contains(chat) && (!m_filter->chats || m_filter->chats->contains(chat));
    }

    Result<void> take(data::SearchPage *page, data::ConversationId chat, data::MessageId message, qint64 place)
    {
        if (!isWanted(chat))
            return {};
        Statement statement(*m_connection, u"SELECT body, direction, author_address, author_nick, author_occupant, author_real, time FROM messages WHERE id=?"_s);
        if (const auto done = statement.bind(toSql(message)).exec(); !done || !statement.next())
            return done;
        const QString body = statement.column(0).toString();
        data::SearchHit hit{message, chat, {}, {}, {}, {}, place};
        fromSql(statement.column(1), hit.direction);
        if (!m_finder.hasPieces(body) || (m_filter->direction && *m_filter->direction != hit.direction))
            return {};
        hit.snippet = m_finder.snippet(body);
        fromSql(statement.column(2), hit.author.address);
        fromSql(statement.column(3), hit.author.nick);
        fromSql(statement.column(4), hit.author.occupantId);
        fromSql(statement.column(5), hit.author.realAddress);
        fromSql(statement.column(6), hit.time);
        page->hits << std::move(hit);
        return {};
    }

    Connection *m_connection;
    const SearchFilter *m_filter;
    data::WordFinder m_finder;
};

} // namespace

Task<Result<data::SearchPage>> SearchStore::page(SearchFilter filter, std::optional<qint64> from, int limit) const
{
    return m_database->read([filter = std::move(filter), from, limit](Connection &connection) { return Walk(connection, filter).page(from, limit); });
}

} // namespace store
