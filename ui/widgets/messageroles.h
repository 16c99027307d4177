// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace widgets {

//! How far a message of our own has come. None for others' messages.
enum class MessageState { None, Sending, Sent, Delivered, Read, Failed };

//! Text is a bubble. System is a quiet centred line ("Ana joined"). Retracted is a bubble whose text is gone.
enum class MessageKind { Text, System, Retracted };

//! What MessageView reads from a flat model, oldest row first. Missing roles (invalid QVariant) mean the empty value.
//! Date lines are not rows: the view draws one above the first message of each local day.
//! Qt::AccessibleTextRole overrides the view's own "sender, text, time, state" when the model returns it.
namespace MessageRole {
enum : int {
    Id = Qt::UserRole + 1, //!< QString: stable and unique; what every signal of the view carries
    Kind,                  //!< int(MessageKind)
    Sender,                //!< QString: stable key of the author; runs are grouped and coloured by it
    SenderName,            //!< QString: name for people
    Own,                   //!< bool: ours, at the right in the accent's tint
    Body,                  //!< QString: plain text, '\n' breaks; of any size and content
    Time,                  //!< QDateTime: any time spec, shown in local time
    State,                 //!< int(MessageState)
    ErrorText,             //!< QString: why State is Failed, in words
    Edited,                //!< bool: a correction is shown
    Delayed,               //!< bool: arrived later than Time says (offline, history)
    UnreadLine,            //!< bool: the "New messages" line stands above this row
    AvatarKey,             //!< QString: text the fallback avatar's colour and the name's colour come from; Sender if empty
    AvatarImage,           //!< QImage or QPixmap: the author's picture, may be null
    AccountLabel,          //!< QString: reserved for several accounts; not drawn yet
    Actor,                 //!< QString: who does what Body tells when that begins with "/me "; shown in its place. Else empty
    Note,                  //!< QString: a quiet line of words above this row and its date, such as what is missing there
    Unstyled,              //!< bool: Body is shown as it is, without styling (XEP-0393)
    Found,                 //!< QList<std::pair<int, int>>: start and length of what of Body was searched for
    Marked,                //!< bool: the one that was searched for; its row is set off
    Last = Marked
};
}

}
