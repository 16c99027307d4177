// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    QByteArray text; //!< XML with secrets masked, or a note in English
};

//! A connection attempt's memory: masked, at most 256 kB, the oldest entries go first.
class Trace final
{
public:
    static constexpr qsizetype MaxBytes = 256 * 1024;

    void add(TraceEntry::Kind kind, const QByteArray &text, const QDateTime &when);
    [[nodiscard]] const QList<TraceEntry> &entries() const { return m_entries; }

private:
    QList<TraceEntry> m_entries;
    qsizetype m_bytes = 0;
};

//! The same XML without what must not be seen: SASL payloads, tokens, passwords in forms.
//!
//! Meant for whole elements; of a fragment cut anywhere only what is certainly harmless is left.
[[nodiscard]] QByteArray masked(const QByteArray &xml);

} // namespace session
