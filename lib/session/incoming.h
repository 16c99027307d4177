// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/handled.h"
#include "stanza/message.h"

#include <QDateTime>

#include <optional>

namespace session
{

//! A message on its way through the pipeline: what is known of it so far.
struct Incoming
{
    //! How it reached us.
    enum class Source {
        Live, //!< sent to us now, or kept by the server while we were away
        CarbonReceived, //!< another device of ours got it (XEP-0280)
        CarbonSent, //!< another device of ours wrote it (XEP-0280)
        Archive, //!< asked from an archive (XEP-0313)
    };

    stanza::Message message; //!< the innermost one after Unwrap
    Source source = Source::Live;
    QDateTime time; //!< UTC: a verified delay, else arrival
    bool delayed = false; //!< a delay we believe gave `time` (XEP-0203)
    QString originId; //!< XEP-0359, the sender's word
    QString archiveId; //!< XEP-0359 stanza-id, only by our own archive
    QString replaces; //!< XEP-0308: the id of the message whose place it takes, as the sender says; empty: none
    Handled handled; //!< keep a copy until its rows are committed
};

//! Where a hook sits in the pipeline; stages run in this order.
enum class Stage {
    Unwrap, //!< carbons, archive results, forwarded messages become the message they hold
    Authorise, //!< may this envelope say this?
    Deduplicate,
    Decrypt,
    AuthoriseContent,
    Amend, //!< facts about other messages: receipts, corrections, reactions, typing
    Store,
    Notify,
};
inline constexpr int StageCount = 8;

//! What a hook says.
enum class Verdict {
    Continue, //!< next hook, next stage
    Stop, //!< dealt with, or refused: nobody else sees it
};

} // namespace session
