// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/inspectionphases.h"

#include "stream/ns.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace im
{

namespace
{

//! What a phase shows of the server's own words.
constexpr qsizetype LongestFact = 500;

QString day(const QString &iso)
{
    return QLocale().toString(QDateTime::fromString(iso, Qt::ISODate).date(), QLocale::ShortFormat);
}

//! What is named first in a refusal: its condition.
QString condition(const xml::Element &failure)
{
    for (const xml::Element &child : failure.children()) {
        if (child.name() != u"text")
            return child.name().left(LongestFact).toString();
    }
    return failure.name().left(LongestFact).toString();
}

} // namespace

void PhaseTracker::begin(InspectedAttempt &attempt, Kind kind, const QDateTime &when, qint64 element)
{
    end(attempt, when);
    InspectedPhase phase;
    phase.kind = kind;
    phase.begun = when;
    phase.element = element;
    attempt.phases << phase;
}

//! Ends the phase that is under way, if there is one.
void PhaseTracker::end(InspectedAttempt &attempt, const QDateTime &when, State state)
{
    if (attempt.phases.isEmpty() || attempt.phases.last().state != State::Active)
        return;
    InspectedPhase &phase = attempt.phases.last();
    phase.state = state;
    phase.took = std::chrono::milliseconds(phase.begun.msecsTo(when));
}

//! A detail of a phase, which begins if it is not the one under way; one that has just ended takes it, too.
void PhaseTracker::tell(InspectedAttempt &attempt, Kind kind, const QString &detail, const QDateTime &when)
{
    if (attempt.phases.isEmpty() || attempt.phases.last().kind != kind)
        begin(attempt, kind, when);
    attempt.phases.last().details << detail;
}

bool PhaseTracker::note(InspectedAttempt &attempt, const stream::Note &note, const QDateTime &when)
{
    using Topic = stream::Note::Topic;
    const auto fact = [&note](qsizetype i) { return note.facts.value(i); };
    const QString way = fact(1) == u"direct" ? tr("encrypted from the first byte") : tr("encrypted by STARTTLS");
    switch (note.topic) {
    case Topic::Lookup:
        begin(attempt, Kind::Find, when);
        attempt.phases.last().details << tr("Asking the name service for the server of %1.").arg(fact(0));
        return true;
    case Topic::Found:
        tell(attempt, Kind::Find, tr("%1, %2 (%3)").arg(fact(0), way, fact(2)), when);
        end(attempt, when);
        return true;
    case Topic::Connecting:
        tell(attempt, Kind::Connect, tr("Trying %1 (%2), place %3 of %4.").arg(fact(0), fact(1), fact(3), fact(4)), when);
        attempt.phases.last().state = State::Active;
        return true;
    case Topic::Unreachable:
        tell(attempt, Kind::Connect, tr("%1 cannot be reached: %2").arg(fact(0), fact(1)), when);
        return true;
    case Topic::Connected:
        tell(attempt, Kind::Connect, tr("Connected to %1.").arg(fact(0)), when);
        end(attempt, when);
        m_streamSeen = m_asked = false;
        if (fact(1) == u"direct")
            begin(attempt, Kind::Tls, when);
        return true;
    case Topic::Secured:
        secured(attempt, note.facts, when);
        return true;
    case Topic::Certificate:
        tell(attempt, Kind::Tls, tr("Certificate of %1, signed by %2, valid from %3 to %4.").arg(fact(0), fact(1), day(fact(2)), day(fact(3))), when);
        return true;
    case Topic::Mechanism:
        tell(attempt, Kind::SignIn, tr("Chosen: %1").arg(fact(0)), when);
        return true;
    case Topic::PassedOver:
        tell(attempt, Kind::SignIn, tr("Not chosen: %1").arg(fact(0)), when);
        return true;
    case Topic::Redirected:
        begin(attempt, Kind::Find, when);
        attempt.phases.last().details << tr("The server sends us to %1.").arg(fact(0));
        return true;
    case Topic::Remark:
        if (attempt.phases.isEmpty() || attempt.state != InspectedAttempt::State::Active)
            return false;
        attempt.phases.last().details << fact(0);
        return true;
    case Topic::Opened:
    case Topic::Resumed:
    case Topic::Failed:
    case Topic::Ended:
        finish(attempt, note, when);
        return true;
    }
    return false;
}

void PhaseTracker::secured(InspectedAttempt &attempt, const QStringList &facts, const QDateTime &when)
{
    tell(attempt, Kind::Tls, tr("%1 with %2.").arg(facts.value(0), facts.value(1)), when);
    QStringList &details = attempt.phases.last().details;
    if (facts.value(2) == u"resumed")
        details << tr("Taken up from an earlier connection, which saves a round trip.");
    if (facts.value(3) == u"pinned")
        details << tr("You chose to trust exactly this certificate.");
    else if (facts.value(3) == u"authority")
        details << tr("An authority this computer knows vouches for the certificate.");
    end(attempt, when);
}

void PhaseTracker::finish(InspectedAttempt &attempt, const stream::Note &note, const QDateTime &when)
{
    using Topic = stream::Note::Topic;
    if (note.topic == Topic::Ended) {
        attempt.state = InspectedAttempt::State::Ended;
        attempt.outcome = note.facts.value(0);
        return;
    }
    if (note.topic == Topic::Failed) {
        attempt.state = InspectedAttempt::State::Failed;
        attempt.outcome = note.facts.value(0);
        if (attempt.phases.isEmpty())
            begin(attempt, Kind::Find, when);
        InspectedPhase &last = attempt.phases.last();
        last.state = State::Failed;
        last.took = std::chrono::milliseconds(last.begun.msecsTo(when));
        last.details << note.facts;
        last.details.removeAll(QString());
        return;
    }
    begin(attempt, Kind::Ready, when);
    attempt.phases.last().details << (note.topic == Topic::Resumed ? tr("The old session goes on as %1.") : tr("A new session as %1.")).arg(note.facts.value(0));
    end(attempt, when);
    attempt.phases.last().took = std::chrono::milliseconds(attempt.begun.msecsTo(when));
    for (const InspectedPhase &phase : std::as_const(attempt.phases))
        attempt.phases.last().roundTrips += phase.kind == Kind::Ready ? 0 : phase.roundTrips;
    attempt.state = InspectedAttempt::State::Online;
}

bool PhaseTracker::element(InspectedAttempt &attempt, Direction direction, const xml::Element &element, const InspectedElement &shown)
{
    if (attempt.state != InspectedAttempt::State::Active)
        return false;
    if (direction == Direction::Sent) {
        const bool changed = sent(attempt, element, shown);
        m_asked = true;
        return changed;
    }
    const bool counted = std::exchange(m_asked, false) && !attempt.phases.isEmpty();
    if (counted)
        ++attempt.phases.last().roundTrips;
    return received(attempt, element, shown.when) || counted;
}

bool PhaseTracker::sent(InspectedAttempt &attempt, const xml::Element &element, const InspectedElement &shown)
{
    if (element.isNull()) {
        if (shown.name != u"stream")
            return false;
        begin(attempt, std::exchange(m_streamSeen, true) ? Kind::StreamAgain : Kind::Stream, shown.when, shown.number);
        return true;
    }
    const auto is = [&element](QStringView name, QStringView ns) { return element.is({name, ns}); };
    std::optional<Kind> kind;
    if (is(u"starttls", ns::Tls))
        kind = Kind::StartTls;
    else if (is(u"auth", ns::Sasl) || is(u"authenticate", ns::Sasl2))
        kind = Kind::SignIn;
    else if (is(u"iq", ns::Client) && !element.child({u"bind", ns::Bind}).isNull())
        kind = Kind::Bind;
    else if (is(u"enable", ns::Sm) || is(u"resume", ns::Sm))
        kind = Kind::Management;
    if (!kind)
        return false;
    const bool under = !attempt.phases.isEmpty() && attempt.phases.last().kind == *kind && attempt.phases.last().state == State::Active;
    if (under && attempt.phases.last().element < 0)
        attempt.phases.last().element = shown.number;
    else if (!under)
        begin(attempt, *kind, shown.when, shown.number);
    return true;
}

bool PhaseTracker::received(InspectedAttempt &attempt, const xml::Element &element, const QDateTime &when)
{
    if (attempt.phases.isEmpty())
        return false;
    const Kind under = attempt.phases.last().kind;
    if (element.is({u"features", ns::Streams})) {
        if (under == Kind::Stream || under == Kind::StreamAgain)
            end(attempt, when);
    } else if (element.is({u"proceed", ns::Tls})) {
        begin(attempt, Kind::Tls, when);
    } else if (element.ns() == ns::Sasl || element.ns() == ns::Sasl2) {
        if (element.name() == u"success")
            return succeeded(attempt, element, when);
        if (element.name() != u"failure")
            return false;
        attempt.phases.last().details << tr("The server refused: %1.").arg(condition(element));
    } else if (element.is({u"iq", ns::Client}) && under == Kind::Bind) {
        const QString address = element.child({u"bind", ns::Bind}).child({u"jid", ns::Bind}).text();
        attempt.phases.last().details << (address.isEmpty() ? tr("The server refused.") : tr("This device is %1.").arg(address.left(LongestFact)));
        end(attempt, when);
    } else if (element.ns() == ns::Sm && under == Kind::Management) {
        managed(attempt, element, when);
    } else {
        return false;
    }
    return true;
}

//! A sign-in that worked, with what came in the same step (XEP-0386).
bool PhaseTracker::succeeded(InspectedAttempt &attempt, const xml::Element &success, const QDateTime &when)
{
    end(attempt, when);
    const xml::Element bound = success.child({u"bound", ns::Bind2});
    if (!bound.isNull()) {
        begin(attempt, Kind::Bind, when);
        attempt.phases.last().details << tr("Together with the sign-in, without a question of its own.")
                                      << tr("This device is %1.").arg(success.child({u"authorization-identifier", ns::Sasl2}).text().left(LongestFact));
        end(attempt, when);
    }
    const xml::Element enabled = bound.child({u"enabled", ns::Sm});
    const xml::Element resumed = success.child({u"resumed", ns::Sm});
    const xml::Element &answer = enabled.isNull() ? resumed : enabled;
    if (answer.isNull())
        return true;
    begin(attempt, Kind::Management, when);
    attempt.phases.last().details << tr("Together with the sign-in, without a question of its own.");
    managed(attempt, answer, when);
    return true;
}

void PhaseTracker::managed(InspectedAttempt &attempt, const xml::Element &answer, const QDateTime &when)
{
    QStringList &details = attempt.phases.last().details;
    if (answer.name() == u"failed")
        details << tr("The server refused: %1.").arg(condition(answer));
    else if (answer.name() == u"resumed")
        details << tr("The server has %1 of our stanzas.").arg(answer.attribute(u"h").value_or(QStringView()).left(LongestFact).toString());
    else if (const auto most = answer.attribute(u"max"))
        details << tr("After a break there are %1 seconds to come back.").arg(most->left(LongestFact).toString());
    end(attempt, when);
}

} // namespace im
