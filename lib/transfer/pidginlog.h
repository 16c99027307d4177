// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/message.h"

#include <QList>
#include <QSet>

// One file of Pidgin's logs, "2015-04-12.183000+0200CEST.html" or ".txt": what was said from then on.
namespace transfer::pidgin
{

//! Something somebody said.
struct Line
{
    QDateTime time; //!< UTC
    QString name; //!< as the log calls them
    std::optional<data::Direction> direction; //!< where the colour tells
    QString body; //!< plain
};

struct Log
{
    QList<Line> lines;
    qint64 damaged = 0; //!< lines before anything that makes sense
};

//! When a log of that file name begins; invalid if it is no log.
[[nodiscard]] QDateTime startOf(const QString &fileName);
//! Reads the text of a log, HTML or plain. What Pidgin itself says in it ("Ana has signed off") is left out.
[[nodiscard]] Log parse(const QString &text, const QDateTime &start);

//! Who is who in a log: the account's and the contact's addresses and what of the names is known to be ours.
struct Parties
{
    Jid account, contact;
    QSet<QString> ownNames;
};
//! Fills in the directions that colours did not tell, where names do.
void tellApart(QList<Line> &lines, const Parties &parties);

//! "ana%40example.org", as file names have it.
[[nodiscard]] QString unescapedName(const QString &fileName);

} // namespace transfer::pidgin
