// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/time/time.h"

#include "xep/refusal.h"

#include <QCoreApplication>
#include <QTimeZone>

using namespace Qt::StringLiterals;

std::optional<xep::ZoneOffset> xml::Text<xep::ZoneOffset>::parse(QStringView text)
{
    const QStringView zone = text.trimmed();
    if (zone == u"Z")
        return xep::ZoneOffset{0};
    if (zone.size() != 6 || zone[3] != u':' || (zone[0] != u'+' && zone[0] != u'-'))
        return std::nullopt;
    for (const int at : {1, 2, 4, 5}) {
        if (zone[at] < u'0' || zone[at] > u'9')
            return std::nullopt;
    }
    const int hours = zone.mid(1, 2).toInt(), minutes = zone.mid(4, 2).toInt();
    if (hours > 14 || minutes > 59)
        return std::nullopt;
    const int seconds = hours * 3600 + minutes * 60;
    return xep::ZoneOffset{zone[0] == u'-' ? -seconds : seconds};
}

QString xml::Text<xep::ZoneOffset>::format(xep::ZoneOffset value)
{
    if (value.seconds == 0)
        return u"Z"_s;
    const int minutes = std::abs(value.seconds) / 60;
    return u"%1%2:%3"_s.arg(QChar(value.seconds < 0 ? u'-' : u'+')).arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

namespace xep
{

TimeModule::TimeModule(session::Session &session, const Trust &trust, QObject *parent) : Module(session, parent), m_trust(trust)
{
    keep(session.addFeature(ns::Time));
    keep(session.onGet<EntityTime>([this, &session](const stanza::Iq &iq, const EntityTime &) -> session::Reply<EntityTime> {
        if (!mayAsk(session, m_trust, iq.from))
            return nobodyHere();
        const QDateTime now = session.clock().now();
        return EntityTime{ZoneOffset{now.toLocalTime().offsetFromUtc()}, now};
    }));
}

Task<Result<QDateTime>> TimeModule::query(Jid peer)
{
    const Result<EntityTime> answer = co_await session().get<EntityTime>(std::move(peer), EntityTime{}).boundTo(this);
    if (!answer)
        co_return fail(answer.error());
    if (!answer->tzo || !answer->utc)
        co_return fail(ErrorKind::Protocol, QCoreApplication::translate("xep::TimeModule", "The other side does not say what time it is there."));
    co_return answer->utc->toTimeZone(QTimeZone::fromSecondsAheadOfUtc(answer->tzo->seconds));
}

} // namespace xep
