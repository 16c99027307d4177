// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/inspection.h"
#include "stream/note.h"
#include "xml/element.h"

#include <QCoreApplication>

namespace im
{

//! Reads the phases of an attempt out of what is noted, sent and received, in the order it happens.
//!
//! Each call answers whether the attempt changed. What comes after the session is there belongs to no phase.
class PhaseTracker final
{
    Q_DECLARE_TR_FUNCTIONS(im::PhaseTracker)

public:
    using Direction = InspectedElement::Direction;

    bool note(InspectedAttempt &attempt, const stream::Note &note, const QDateTime &when);
    //! A stream header is a null element.
    bool element(InspectedAttempt &attempt, Direction direction, const xml::Element &element, const InspectedElement &shown);

private:
    using Kind = InspectedPhase::Kind;
    using State = InspectedPhase::State;

    void begin(InspectedAttempt &attempt, Kind kind, const QDateTime &when, qint64 element = -1);
    void end(InspectedAttempt &attempt, const QDateTime &when, State state = State::Done);
    void tell(InspectedAttempt &attempt, Kind kind, const QString &detail, const QDateTime &when);
    void secured(InspectedAttempt &attempt, const QStringList &facts, const QDateTime &when);
    void finish(InspectedAttempt &attempt, const stream::Note &note, const QDateTime &when);
    bool sent(InspectedAttempt &attempt, const xml::Element &element, const InspectedElement &shown);
    bool received(InspectedAttempt &attempt, const xml::Element &element, const QDateTime &when);
    bool succeeded(InspectedAttempt &attempt, const xml::Element &success, const QDateTime &when);
    void managed(InspectedAttempt &attempt, const xml::Element &answer, const QDateTime &when);

    bool m_asked = false; //!< something was sent, and nothing has come since
    bool m_streamSeen = false;
};

} // namespace im
