// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/historystore.h"

#include "store/committer.h"
#include "store/errors.h"
#include "store/placement.h"
#include "store/spans.h"
#include "store/values.h"

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

using Kind = HistoryPage::Kind;
using Spans = HistoryStore::Spans;

//! What is missing between two spans has room for a million messages, whatever the clocks say.
constexpr qint64 GapRoom = 1'000'000;

QString begunKey(const Jid &archive)
{
    return u"archive/"_s + archive.toString();
}

//! How the newest page was found when it was asked for at first; later ones do not count.
Result<void> noteBegun(Connection &connection, const HistoryPage &page)
{
    Statement statement(connection, u"INSERT OR IGNORE INTO settings (account, key, value) VALUES (?, ?, ?)"_s);
    return statement.bind(toSql(page.account)).bind(toSql(begunKey(page.archive))).bind(page.ids.isEmpty() ? u"empty"_s : u"begun"_s).exec();
}

Result<HistoryStore::Known> readKnown(Connection &connection, data::AccountId account, const Jid &archive)
{
    auto spans = readSpans(connection, account, archive);
    if (!spans)
        return fail(spans.error());
    Statement statement(connection, u"SELECT value FROM settings WHERE account=? AND key=?"_s);
    if (const auto done = statement.bind(toSql(account)).bind(toSql(begunKey(archive))).exec(); !done)
        return fail(done.error());
    const bool begun = statement.next();
    return HistoryStore::Known{std::move(*spans), begun, begun && statement.column(0).toString() == u"empty"};
}

//! One page on its way into the store.
class Joining final
{
public:
    Joining(Connection &connection, HistoryPage page) : m_connection(connection), m_page(std::move(page)) { }

    Result<HistoryStore::Committed> run()
    {
        auto spans = readSpans(m_connection, m_page.account, m_page.archive);
        if (!spans)
            return fail(spans.error());
        m_spans = std::move(*spans);
        if (!findSpan())
            return fail(notFound());
        if (const auto met = meet(); !met)
            return fail(met.error());
        Committer committer(m_connection);
        auto changes = committer.commitHistory(m_page.batch, joined(), room(), m_page.age);
        if (!changes)
            return fail(changes.error());
        if (m_page.kind == Kind::Chat)
            return answer(std::move(*changes));
        if (const auto done = keepSpans(committer.places()).and_then([&] { return noteBegun(m_connection, m_page); }); !done)
            return fail(done.error());
        return answer(std::move(*changes));
    }

private:
    Result<HistoryStore::Committed> answer(Changes changes)
    {
        auto known = readKnown(m_connection, m_page.account, m_page.archive);
        if (!known)
            return fail(known.error());
        return HistoryStore::Committed{std::move(changes), std::move(*known)};
    }

    bool findSpan()
    {
        if (m_page.kind == Kind::Newest || m_page.kind == Kind::Chat) {
            m_at = m_spans.size();
            return true;
        }
        const auto it = std::ranges::find(m_spans, m_page.span, &data::ArchiveSpan::id);
        m_at = it - m_spans.begin();
        return it != m_spans.end();
    }

    [[nodiscard]] const data::ArchiveSpan *older() const { return m_at > 0 && m_page.kind != Kind::Chat ? &m_spans[m_at - 1] : nullptr; }
    [[nodiscard]] const data::ArchiveSpan *newer() const { return m_at + 1 < m_spans.size() ? &m_spans[m_at + 1] : nullptr; }

    //! Leaves out what the span on the far side has already.
    Result<void> meet()
    {
        if (m_page.kind == Kind::Newer) {
            const qsizetype at = newer() ? m_page.ids.indexOf(newer()->firstId) : -1;
            if (at >= 0)
                drop(at, m_page.ids.size());
        } else if (older()) {
            Result<qsizetype> at = m_page.ids.lastIndexOf(older()->lastId);
            if (*at < 0 && m_page.anchor == HistoryPage::Anchor::Forgotten)
                at = lastKnown(*older());
            if (!at)
                return fail(at.error());
            if (*at >= 0)
                drop(0, *at + 1);
        }
        return {};
    }

    //! Which of the page's ids is the newest that lies inside a span already; -1: none.
    Result<qsizetype> lastKnown(const data::ArchiveSpan &span)
    {
        static const QString sql = u"SELECT m.position FROM conversations c JOIN messages m ON m.conversation=c.id AND m.archive_id=? AND m.archive_id <> '' "
                                   "WHERE c.account=? AND c.address=? AND c.kind=?"_s;
        for (qsizetype i = m_page.batch.messages.size() - 1; i >= 0; --i) {
            const IncomingMessage &one = m_page.batch.messages[i];
            Statement statement(m_connection, sql);
            statement.bind(toSql(one.message.archiveId)).bind(toSql(one.where.account)).bind(toSql(one.where.rowAddress())).bind(toSql(one.where.kind));
            if (const auto done = statement.exec(); !done)
                return fail(done.error());
            if (!statement.next())
                continue;
            const qint64 place = statement.column(0).toLongLong();
            if (place >= span.firstOrder && place <= span.lastOrder)
                return m_page.ids.lastIndexOf(one.message.archiveId);
        }
        return -1;
    }

    void drop(qsizetype from, qsizetype to)
    {
        m_met = true;
        const QStringList gone = m_page.ids.sliced(from, to - from);
        m_page.ids.remove(from, to - from);
        m_page.batch.messages.removeIf([&gone](const IncomingMessage &one) { return gone.contains(one.message.archiveId); });
    }

    [[nodiscard]] Joined joined() const
    {
        return m_page.kind == Kind::Newer || m_page.kind == Kind::Newest ? Joined::AtItsStart : Joined::AtItsEnd;
    }

    [[nodiscard]] Room room() const
    {
        Room room;
        if (m_page.kind == Kind::Chat)
            return room;
        if (m_page.kind == Kind::Newer) {
            room.after = m_spans[m_at].lastOrder;
            if (newer())
                room.before = newer()->firstOrder;
            return room;
        }
        if (older())
            room.after = older()->lastOrder + (m_page.kind == Kind::Newest && !m_met ? GapRoom : 0);
        if (m_page.kind == Kind::Older)
            room.before = m_spans[m_at].firstOrder;
        return room;
    }

    Result<void> keepSpans(const QList<qint64> &places)
    {
        if (m_page.kind == Kind::Newest && !beginSpan())
            return {};
        data::ArchiveSpan &span = m_spans[m_at];
        if (!m_page.ids.isEmpty())
            stretch(span, places);
        span.reachesStart = span.reachesStart || m_page.end == HistoryPage::End::Start;
        // What lies before the start of an archive is not in it any more: nothing is missing there.
        const qsizetype gone = span.reachesStart ? m_at : 0;
        for (qsizetype i = 0; i < gone; ++i) {
            if (const auto done = removeSpan(m_connection, m_spans[i].id); !done)
                return done;
        }
        m_spans.remove(0, gone);
        m_at -= gone;
        if (m_met || m_page.end == HistoryPage::End::Gap)
            return unite(m_page.kind == Kind::Newer ? m_at : m_at - 1);
        return saveSpan(m_connection, m_spans[m_at]);
    }

    //! A new span for the newest page, unless it goes on with the last one. False: there is nothing to keep.
    bool beginSpan()
    {
        if (m_met) {
            m_page.kind = Kind::Newer;
            m_at = m_spans.size() - 1;
            m_met = false;
            return true;
        }
        if (m_page.ids.isEmpty())
            return false;
        data::ArchiveSpan span;
        span.account = m_page.account;
        span.archive = m_page.archive;
        span.firstId = m_page.ids.first();
        span.firstTime = m_page.now;
        span.firstOrder = span.lastOrder = std::max(m_page.now.toMSecsSinceEpoch() * 1000, room().after);
        m_spans << span;
        return true;
    }

    void stretch(data::ArchiveSpan &span, const QList<qint64> &places) const
    {
        const bool isNew = !span.id;
        if (m_page.kind != Kind::Older) {
            span.lastId = m_page.ids.last();
            if (!places.isEmpty())
                span.lastOrder = places.last();
        }
        if (m_page.kind == Kind::Older || isNew) {
            span.firstId = m_page.ids.first();
            if (!places.isEmpty())
                span.firstOrder = places.first();
            if (!m_page.batch.messages.isEmpty())
                span.firstTime = m_page.batch.messages.first().message.time;
        }
    }

    //! The spans at `at` and after it become one.
    Result<void> unite(qsizetype at)
    {
        if (at < 0 || at + 1 >= m_spans.size())
            return saveSpan(m_connection, m_spans[m_at]);
        data::ArchiveSpan &first = m_spans[at];
        const data::ArchiveSpan second = m_spans.takeAt(at + 1);
        first.lastId = second.lastId;
        first.lastOrder = std::max(first.lastOrder, second.lastOrder);
        if (second.id) {
            if (const auto done = removeSpan(m_connection, second.id); !done)
                return done;
        }
        return saveSpan(m_connection, first);
    }

    Connection &m_connection;
    HistoryPage m_page;
    Spans m_spans;
    qsizetype m_at = 0; //!< of the span the page belongs to
    bool m_met = false; //!< the page reaches the span on its far side
};

} // namespace

Task<Result<HistoryStore::Known>> HistoryStore::known(data::AccountId account, Jid archive) const
{
    return m_database->read([account, archive = std::move(archive)](Connection &connection) { return readKnown(connection, account, archive); });
}

Task<Result<HistoryStore::Committed>> HistoryStore::commit(HistoryPage page)
{
    return m_database->run([page = std::move(page)](Connection &connection) { return Joining(connection, page).run(); });
}

} // namespace store
