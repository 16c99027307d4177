// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/messageroles.h"

#include <QDateTime>
#include <QImage>
#include <QModelIndex>
#include <QString>

namespace widgets {

//! A row's facts as the view needs them, read once when the row is laid out.
struct MessageData
{
    QString id, sender, senderName, body, errorText, avatarKey;
    QString note; //!< words above the row
    QString actor; //!< not empty: the body begins with "/me ", and this is who
    QDateTime time; //!< local
    MessageKind kind = MessageKind::Text;
    MessageState state = MessageState::None;
    bool own = false, edited = false, delayed = false, unreadLine = false, unstyled = false;
    QImage avatar;
    QList<std::pair<int, int>> found; //!< start and length of what of the body was searched for
    bool marked = false;
};

//! What decides how a row joins its neighbours.
struct MessageHead
{
    bool exists = false;
    QString sender;
    QDateTime time;
    MessageKind kind = MessageKind::Text;
    bool own = false, unreadLine = false, note = false;
};

[[nodiscard]] MessageData readMessage(const QModelIndex &index);
[[nodiscard]] MessageHead readHead(const QModelIndex &index);
[[nodiscard]] MessageHead headOf(const MessageData &data);
//! Whether `next` continues `first`'s run: same author, at most five minutes later, same day, nothing between.
[[nodiscard]] bool sameRun(const MessageHead &first, const MessageHead &next);

//! "sending", "sent", "delivered", "read", "failed"; empty for None.
[[nodiscard]] QString stateText(MessageState state);
//! "14:02" as the locale writes it, without seconds.
[[nodiscard]] QString timeText(const QDateTime &time);
//! "Today", "Yesterday", "Monday, 3 May", with the year when it is another one.
[[nodiscard]] QString dayText(const QDate &day, const QDate &today);
constexpr int ActionLength = 3; //!< "/me", in whose place actionLead() is shown
//! "* Ana" for a message that is an action, else empty.
[[nodiscard]] QString actionLead(const MessageData &data);
//! The text as it stands in the row and is copied from there: the body, with the author's name for "/me".
//! `most` characters of it at most, -1 for all.
[[nodiscard]] QString shownText(const MessageData &data, qsizetype most = -1);
//! "sender, text, time, state", the accessible text of a row; long texts are cut at 1,000 characters.
[[nodiscard]] QString accessibleText(const MessageData &data);
//! A text without characters that draw nothing sensible: control characters but line breaks and tabs are replaced one for one.
[[nodiscard]] QString displayable(const QString &text);
//! The name on a bubble: the sender's, or a word for ourselves.
[[nodiscard]] QString spokenName(const MessageData &data);

}
