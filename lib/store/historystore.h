// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/span.h"
#include "store/changes.h"

namespace store
{

//! A page of an archive, as it was answered (XEP-0313), with what came of its messages.
struct HistoryPage
{
    //! How it was asked for.
    enum class Kind {
        Newest, //!< the end of the archive
        Older, //!< before the start of `span`
        Newer, //!< after the end of `span`
        Chat, //!< of one chat only, before its oldest message: it says nothing about spans
    };
    //! What an empty page says: that is all there is.
    enum class End { No, Gap, Start }; //!< Gap: up to the span before it
    //! Whether the archive still has the id at the end of what we know before the page; where it has forgotten it, the page
    //! meets it at any message that lies there.
    enum class Anchor { Known, Forgotten };

    data::AccountId account;
    Jid archive; //!< bare
    Kind kind = Kind::Newest;
    data::SpanId span; //!< for Older and Newer
    QStringList ids; //!< archive ids of all in it, oldest first
    Batch batch; //!< what came of them; each message has its archive id
    End end = End::No;
    Anchor anchor = Anchor::Known;
    Changes::Age age = Changes::Age::Live; //!< Old: what was received counts as read
    QDateTime now; //!< UTC
};

//! Which parts of an archive are here, and the pages that join them.
class HistoryStore final
{
public:
    using Spans = QList<data::ArchiveSpan>;

    //! What is known of an archive.
    struct Known
    {
        Spans spans; //!< oldest first
        bool begun = false; //!< its newest page was here once, be it empty: what comes later is news
        bool begunEmpty = false; //!< it was empty then, so that all in it is news
    };
    //! What a page changed, and what is known now.
    struct Committed
    {
        Changes changes;
        Known known;
    };

    explicit HistoryStore(Database &database) : m_database(&database) { }

    [[nodiscard]] Task<Result<Known>> known(data::AccountId account, Jid archive) const;
    //! Commits a page in one transaction: messages where they belong in the archive's order, known ones moved there, and
    //! the spans. Where the page meets another span both become one. condition::NotFound if the span is not there.
    [[nodiscard]] Task<Result<Committed>> commit(HistoryPage page);

private:
    Database *m_database;
};

} // namespace store
