// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scriptedframing.h"

#include <QDateTime>

namespace test
{

//! A server with an archive of me@home.example (XEP-0313), at the other end of a TestSession. It may be odd.
class ArchiveServer final
{
public:
    struct Entry
    {
        QString id; //!< in the archive
        QDateTime time;
        QByteArray message; //!< "<message …>…</message>", as inside a stream
        QString body; //!< empty: nothing to show
    };

    explicit ArchiveServer(TestSession &session) : m_session(session) { }

    QList<Entry> entries;
    bool extended = true; //!< urn:xmpp:mam:2#extended
    bool coarse = false; //!< stamps without fractions of a second
    bool alwaysComplete = false; //!< says of every page that it is the last one
    bool neverComplete = false;
    bool stable = true;
    qsizetype cap = 50;
    int queries = 0;

    //! What the account's disco#info says.
    [[nodiscard]] QByteArray features() const;
    //! Answers everything that was sent, up to `most` queries; answers how many queries there were.
    int answer(int most = 1'000'000);

private:
    void answerQuery(const xml::Element &iq, const xml::Element &query);
    [[nodiscard]] QByteArray result(const Entry &entry, const QString &queryId) const;
    [[nodiscard]] qsizetype find(const QString &id) const;

    TestSession &m_session;
};

} // namespace test
