// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/archiveserver.h"

using namespace Qt::StringLiterals;

namespace test
{

namespace
{

QString value(const xml::Element &element, QStringView attribute)
{
    return element.attribute(attribute).value_or(QStringView()).toString();
}

xml::Element childOf(const xml::Element &element, QStringView name)
{
    for (const xml::Element &child : element.children()) {
        if (child.name() == name)
            return child;
    }
    return {};
}

//! The value of a field of the query's form.
QString field(const xml::Element &query, QStringView name)
{
    for (const xml::Element &one : childOf(query, u"x").children()) {
        if (value(one, u"var") == name)
            return childOf(one, u"value").text();
    }
    return {};
}

} // namespace

QByteArray ArchiveServer::features() const
{
    return QByteArray("<query xmlns='http://jabber.org/protocol/disco#info'><feature var='urn:xmpp:mam:2'/>")
        + (extended ? "<feature var='urn:xmpp:mam:2#extended'/>" : "") + "</query>";
}

int ArchiveServer::answer(int most)
{
    int answered = 0;
    while (!m_session.wire().unseen().isEmpty()) {
        const QList<QByteArray> sent = m_session.wire().unseen();
        m_session.wire().forgetUnseen();
        for (const QByteArray &xml : sent) {
            const auto iq = xml::Element::parse(xml);
            if (!iq || iq->name() != u"iq")
                continue;
            const QByteArray id = value(*iq, u"id").toUtf8();
            const QByteArray to = value(*iq, u"to").toUtf8();
            const xml::Element query = childOf(*iq, u"query");
            if (query.ns() == u"urn:xmpp:mam:2") {
                if (answered == most)
                    return answered;
                ++answered;
                ++queries;
                answerQuery(*iq, query);
            } else if (query.ns() == u"http://jabber.org/protocol/disco#info") {
                m_session.inject("<iq type='result' id='" + id + "' from='" + to + "'>" + features() + "</iq>");
            } else {
                m_session.inject("<iq type='error' id='" + id + "' from='" + to + "'><error type='cancel'><service-unavailable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
            }
        }
    }
    return answered;
}

qsizetype ArchiveServer::find(const QString &id) const
{
    for (qsizetype i = 0; i < entries.size(); ++i) {
        if (entries[i].id == id)
            return i;
    }
    return -1;
}

void ArchiveServer::answerQuery(const xml::Element &iq, const xml::Element &query)
{
    const QByteArray envelope = "id='" + value(iq, u"id").toUtf8() + "' from='me@home.example'";
    const xml::Element set = childOf(query, u"set");
    const xml::Element before = childOf(set, u"before"), after = childOf(set, u"after");
    const QString afterId = field(query, u"after-id"), with = field(query, u"with"), end = field(query, u"end");
    qsizetype from = 0, to = entries.size(); // what matches lies in [from, to)
    bool forgotten = false;
    const auto place = [&](const QString &id) {
        const qsizetype at = find(id);
        forgotten = forgotten || at < 0;
        return at;
    };
    if (!afterId.isEmpty())
        from = place(afterId) + 1;
    if (!after.isNull())
        from = std::max(from, place(after.text()) + 1);
    if (!before.isNull() && !before.text().isEmpty())
        to = place(before.text());
    if (forgotten || (!afterId.isEmpty() && !extended)) {
        m_session.inject("<iq type='error' " + envelope + "><error type='cancel'><item-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        return;
    }
    QList<const Entry *> matching;
    for (qsizetype i = from; i < to; ++i) {
        const bool early = end.isEmpty() || entries[i].time <= QDateTime::fromString(end, Qt::ISODateWithMs);
        if (early && (with.isEmpty() || entries[i].message.contains("'" + with.toUtf8())))
            matching << &entries[i];
    }
    const qsizetype limit = std::min<qsizetype>(cap, childOf(set, u"max").text().toInt());
    const bool complete = matching.size() <= limit;
    if (!complete)
        matching = before.isNull() ? matching.first(limit) : matching.last(limit);
    for (const Entry *entry : std::as_const(matching))
        m_session.inject(result(*entry, value(query, u"queryid")));
    const QByteArray places = matching.isEmpty() ? QByteArray() : "<first>" + matching.first()->id.toUtf8() + "</first><last>" + matching.last()->id.toUtf8() + "</last>";
    m_session.inject("<iq type='result' " + envelope + "><fin xmlns='urn:xmpp:mam:2'" + ((complete || alwaysComplete) && !neverComplete ? " complete='true'" : "") + (stable ? "" : " stable='false'")
        + "><set xmlns='http://jabber.org/protocol/rsm'>" + places + "</set></fin></iq>");
}

QByteArray ArchiveServer::result(const Entry &entry, const QString &queryId) const
{
    const QDateTime time = coarse ? QDateTime::fromSecsSinceEpoch(entry.time.toSecsSinceEpoch(), QTimeZone::UTC) : entry.time;
    return "<message from='me@home.example' to='me@home.example/here'><result xmlns='urn:xmpp:mam:2' queryid='" + queryId.toUtf8() + "' id='" + entry.id.toUtf8()
        + "'><forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='" + time.toString(Qt::ISODateWithMs).toUtf8() + "'/>" + entry.message
        + "</forwarded></result></message>";
}

} // namespace test
