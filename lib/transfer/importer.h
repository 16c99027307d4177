// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "data/message.h"
#include "data/transfer.h"

#include <memory>

namespace transfer
{

//! A message as another program kept it.
struct ForeignMessage
{
    Jid account; //!< bare; empty: their store does not say whose it is
    Jid contact; //!< bare
    data::Direction direction = data::Direction::Received;
    QString body; //!< never empty; the store takes it as it is
    QDateTime time; //!< UTC
    QString stanzaId; //!< the `id` attribute on the wire, or empty
    QString archiveId; //!< by the account's archive, or empty
};

//! A stretch of a foreign store.
struct ForeignPage
{
    QList<ForeignMessage> messages;
    qint64 groups = 0; //!< messages of groups, left out
    qint64 damaged = 0; //!< rows or lines that make no sense, left out
    qint64 done = 0, total = 0; //!< how far the reading is, in units of its own
    bool last = false;
};

//! Reads the history of another program, page by page, for any thread, one at a time. Nothing of theirs is changed.
class Importer
{
public:
    static constexpr int PageSize = 500; //!< about so many messages a page
    static constexpr qsizetype LongestText = 1'000'000; //!< longer ones make no sense

    Importer() = default;
    Importer(const Importer &) = delete;
    Importer &operator=(const Importer &) = delete;
    virtual ~Importer() = default;

    [[nodiscard]] virtual Result<ForeignPage> next() = 0;
};

//! For a store that identify() knew.
[[nodiscard]] std::unique_ptr<Importer> makeImporter(const data::ForeignStore &store);

//! Reads all of a store to tell what is in it: `program` and `path` are given, the rest is filled in.
[[nodiscard]] Result<data::ForeignStore> describe(data::ForeignStore store);

//! Which program keeps its history in this file or folder; ErrorKind::Invalid if it is none of those known.
[[nodiscard]] Result<data::ForeignStore> identify(const QString &path);

//! The places below a home folder where the programs keep their history, as they come from Debian and from Flatpak, and that are there.
[[nodiscard]] QList<data::ForeignStore> usualStores(const QString &home);

//! What a person reads of a foreign message, put right for our store; nothing if it makes no sense.
[[nodiscard]] std::optional<ForeignMessage> sound(ForeignMessage message);

} // namespace transfer
