// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/facestore.h"

#include "store/connection.h"
#include "store/values.h"

using namespace Qt::StringLiterals;

namespace store
{

namespace
{

constexpr qint64 UseStep = 24LL * 60 * 60 * 1000; // to forget the oldest a day is exact enough

Result<void> prune(Connection &connection)
{
    Statement total(connection, u"SELECT coalesce(sum(size), 0) FROM pictures"_s);
    if (const auto done = total.exec(); !done)
        return done;
    qint64 excess = total.next() ? total.column(0).toLongLong() - FaceStore::MaxPictureBytes : 0;
    while (excess > 0) {
        Statement oldest(connection, u"SELECT id, size FROM pictures ORDER BY used LIMIT 1"_s);
        if (const auto done = oldest.exec(); !done)
            return done;
        if (!oldest.next())
            return {};
        Statement remove(connection, u"DELETE FROM pictures WHERE id=?"_s);
        if (const auto done = remove.bind(oldest.column(0)).exec(); !done)
            return done;
        excess -= std::max<qint64>(1, oldest.column(1).toLongLong());
    }
    return {};
}

} // namespace

Task<Result<QList<Face>>> FaceStore::all(data::AccountId account) const
{
    return m_database->runCache([account](Connection &connection) -> Result<QList<Face>> {
        Statement statement(connection, u"SELECT address, picture, source, nickname FROM faces WHERE account=?"_s);
        if (const auto done = statement.bind(toSql(account)).exec(); !done)
            return fail(done.error());
        QList<Face> faces;
        while (statement.next()) {
            Face face;
            fromSql(statement.column(0), face.address);
            fromSql(statement.column(1), face.picture);
            fromSql(statement.column(2), face.source);
            fromSql(statement.column(3), face.nickname);
            faces << std::move(face);
        }
        return faces;
    });
}

Task<Result<void>> FaceStore::put(data::AccountId account, Face face)
{
    return m_database->runCache([account, face = std::move(face)](Connection &connection) {
        Statement statement(connection, u"INSERT OR REPLACE INTO faces (account, address, picture, source, nickname) VALUES (?, ?, ?, ?, ?)"_s);
        statement.bind(toSql(account)).bind(toSql(face.address)).bind(toSql(face.picture)).bind(toSql(face.source));
        return statement.bind(toSql(face.nickname)).exec();
    });
}

Task<Result<QByteArray>> FaceStore::picture(QString id) const
{
    return m_database->runCache([id, now = m_clock->now().toMSecsSinceEpoch()](Connection &connection) -> Result<QByteArray> {
        Statement statement(connection, u"SELECT bytes, used FROM pictures WHERE id=?"_s);
        if (const auto done = statement.bind(toSql(id)).exec(); !done)
            return fail(done.error());
        if (!statement.next())
            return QByteArray();
        const QByteArray bytes = statement.column(0).toByteArray();
        if (now - statement.column(1).toLongLong() >= UseStep) {
            Statement use(connection, u"UPDATE pictures SET used=? WHERE id=?"_s);
            if (const auto done = use.bind(now).bind(toSql(id)).exec(); !done)
                return fail(done.error());
        }
        return bytes;
    });
}

Task<Result<void>> FaceStore::putPicture(QString id, QByteArray bytes)
{
    return m_database->runCache([id, bytes, now = m_clock->now().toMSecsSinceEpoch()](Connection &connection) -> Result<void> {
        Statement statement(connection, u"INSERT OR REPLACE INTO pictures (id, bytes, size, used) VALUES (?, ?, ?, ?)"_s);
        if (const auto done = statement.bind(toSql(id)).bind(toSql(bytes)).bind(qint64(bytes.size())).bind(now).exec(); !done)
            return done;
        return prune(connection);
    });
}

} // namespace store
