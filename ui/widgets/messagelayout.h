// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/messagedata.h"
#include "widgets/textblock.h"

#include <QRectF>

namespace widgets {

//! What a row's layout depends on besides the row itself.
struct MessageContext
{
    double width = 400;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    bool showSenders = true;
    QDate today;
};

//! Something in a row that can be pressed: by mouse, by Tab and Enter, by assistive technology.
struct MessageAction
{
    enum class Kind { Link, ShowAll, Retry };
    Kind kind = Kind::Link;
    int link = -1; //!< index into text.links()
    QString text;
};

//! One row laid out: boxes in device-independent pixels from the row's top left, already mirrored for right-to-left.
class MessageLayout final
{
public:
    //! Lays out `data` between its neighbours; `limit` is how many characters of the body are shown at most.
    MessageLayout(MessageData data, const MessageHead &previous, const MessageHead &next, const MessageContext &context, int limit);

    static constexpr int FirstLimit = 4000; //!< characters shown before "Show all" is asked for
    static constexpr int NextLimit = 100000; //!< and shown by each further one: a megabyte is opened in ten presses, not at once

    MessageData data;
    double height = 0;
    double anchorY = 0; //!< top of the text, which stays put when name and date line above it come and go
    bool firstInRun = true, lastInRun = true;

    QRectF noteRect;    //!< null without a note
    QString dateText;
    QRectF dateRect;    //!< null without a date line
    QRectF unreadRect;  //!< null without an unread line
    QRectF avatarRect;  //!< null without an avatar
    QRectF bubble;      //!< null for system lines and for emoji alone
    QRectF content;     //!< what is hit as the message: bubble or text
    QString name;
    QRectF nameRect;
    TextBlock text;
    QList<std::pair<int, int>> found; //!< start and length in text of what was searched for
    QRectF textRect;
    bool emojiOnly = false;
    bool cut = false;   //!< the body goes on after text
    QString footerText; //!< "edited 14:02"
    QRectF footerRect, tickRect, showAllRect;
    TextBlock error;
    QRectF errorIconRect, errorRect, retryRect;

    [[nodiscard]] QList<MessageAction> actions() const;
    [[nodiscard]] QList<QRectF> actionRects(const MessageAction &action) const;
    [[nodiscard]] int actionAt(const QPointF &point) const; //!< index into actions(), -1 if none
    [[nodiscard]] int positionAt(const QPointF &point) const; //!< cursor position in text, clamped to its ends

private:
    double placeLines(double y, const MessageHead &previous, const MessageContext &context);
    void placeSystem(double y, const MessageContext &context);
    void placeBubble(double y, const MessageContext &context, int limit);
    double placeFooter(double y, double textWidth, double most, Qt::LayoutDirection direction);
    double placeError(double y, double right, double most, const MessageContext &context);
    void mirror(double width);
};

//! Whether the text is one to three emoji and nothing else.
[[nodiscard]] bool isEmojiOnly(QStringView text);
//! How much of `body` to show: at most `limit` characters and a proportional number of lines, never half a character.
[[nodiscard]] int shownLength(const QString &body, int limit);

}
