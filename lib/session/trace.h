// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stream/note.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace session
{

//! One line of what a connection did.
struct TraceEntry
{
    enum class Kind { Note, Sent, Received };

    QDateTime when;
    Kind kind = Kind::Note;
    QByteArray text; //!< XML, or a note in English
    stream::Note note = {}; //!< with Kind::Note
};

//! A connection attempt's memory: masked, at most 256 kB, the oldest entries go first.
class Trace final
{
public:
    static constexpr qsizetype MaxBytes = 256 * 1024;
    static constexpr qsizetype MaxFact = 2000; //!< of one fact of a note

    //! XML, which is masked on the way in.
    void add(TraceEntry::Kind kind, const QByteArray &text, const QDateTime &when);
    void add(const stream::Note &note, const QDateTime &when);
    [[nodiscard]] const QList<TraceEntry> &entries() const { return m_entries; }

private:
    void add(TraceEntry entry);

    QList<TraceEntry> m_entries;
    qsizetype m_bytes = 0;
};

//! The same XML without what must not be seen: SASL payloads, tokens, passwords in forms.
//!
//! Meant for whole elements; of a fragment cut anywhere only what is certainly harmless is left.
[[nodiscard]] QByteArray masked(const QByteArray &xml);

} // namespace session
