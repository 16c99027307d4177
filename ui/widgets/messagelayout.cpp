// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messagelayout.h"

#include "style/contrast.h"
#include "style/style.h"
#include "widgets/emojitable.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr double PadX = 12, PadY = 7, Side = 16, AvatarGap = 8;
constexpr double RunGap = 2, GroupGap = 10;
constexpr int CharactersALine = 50; // the cut allows one line break for so many characters

QString words(const char *text)
{
    return QCoreApplication::translate("widgets::MessageView", text);
}

bool isEmojiPoint(char32_t c)
{
    return (c >= 0x1f000 && c <= 0x1faff) || (c >= 0x2600 && c <= 0x27bf) || (c >= 0x2b00 && c <= 0x2bff)
        || (c >= 0x2190 && c <= 0x21ff) || (c >= 0x2300 && c <= 0x23ff) || c == 0xa9 || c == 0xae || c == 0x203c || c == 0x2049;
}

bool joinsEmoji(char32_t c)
{
    return c == 0x200d || c == 0xfe0f || c == 0x20e3 || (c >= 0xe0020 && c <= 0xe007f);
}

TextBlock::Options textOptions(const QFont &font, double width, const QColor &link, const MessageContext &context)
{
    TextBlock::Options options;
    options.font = font;
    options.width = width;
    options.linkColor = link;
    options.direction = context.direction;
    return options;
}

TextBlock::Look lookOf(const MessageData &data, TextBlock::Options *options)
{
    const style::Palette &p = style::palette();
    const QColor ground = data.own ? p.bubbleOwn : p.bubbleOther;
    TextBlock::Look look;
    look.mono = style::fonts().mono;
    look.card = data.own ? p.bubbleOwnText : p.bubbleOtherText;
    look.card.setAlphaF(0.06F);
    look.bar = data.own ? p.bubbleOwnAccent : p.accent;
    const QColor card = style::over(look.card, ground);
    look.directive = style::legible(data.own ? p.bubbleOwnMuted : p.bubbleOtherMuted, card);
    options->linkColor = style::legible(options->linkColor, card);
    return look;
}

//! Finds what is in the body; an action's beginning gives way to a name only then, in which nothing is looked for.
QList<TextLink> readText(QString *body, TextBlock::Options *options, const MessageData &data)
{
    QList<TextLink> links = findLinks(*body);
    if (!data.unstyled)
        options->styling = parseStyling(*body);
    if (!options->styling.isEmpty())
        options->look = lookOf(data, options);
    if (data.actor.isEmpty() || body->size() < ActionLength)
        return links;
    const QString lead = actionLead(data);
    const int shift = int(lead.size()) - ActionLength;
    body->replace(0, ActionLength, lead);
    for (TextLink &link : links)
        link.start += shift;
    for (StyledSpan &span : options->styling.spans)
        span.start += shift;
    for (StyledLine &line : options->styling.lines)
        line.start += shift;
    return links;
}
}

bool isEmojiOnly(QStringView text)
{
    if (text.isEmpty() || text.size() > 48)
        return false;
    bool any = false;
    for (const char32_t c : text.toUcs4()) {
        if (isEmojiPoint(c))
            any = true;
        else if (!joinsEmoji(c) && c != U' ')
            return false;
    }
    if (!any)
        return false;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.toString());
    int clusters = 0;
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
        clusters += text.mid(start, end - start).trimmed().isEmpty() ? 0 : 1;
        start = end;
    }
    return clusters <= 3;
}

int shownLength(const QString &body, int limit)
{
    qsizetype end = std::min<qsizetype>(body.size(), limit);
    qsizetype lines = std::max(1, limit / CharactersALine);
    for (qsizetype at = body.indexOf(u'\n'); at >= 0 && at < end; at = body.indexOf(u'\n', at + 1)) {
        if (--lines <= 0)
            end = at;
    }
    if (end < body.size() && end > 0 && body[end - 1].isHighSurrogate())
        --end;
    // A cut for the sake of a few characters would only be a nuisance.
    return int(body.size() - end < limit / 20 && lines > 0 ? body.size() : end);
}

MessageLayout::MessageLayout(
    MessageData source, const MessageHead &previous, const MessageHead &next, const MessageContext &context, int limit)
    : data(std::move(source))
{
    const MessageHead self = headOf(data);
    firstInRun = !sameRun(previous, self);
    lastInRun = !sameRun(self, next);
    const double y = placeLines(firstInRun ? GroupGap : RunGap, previous, context);
    if (data.kind == MessageKind::System)
        placeSystem(y, context);
    else
        placeBubble(y, context, limit);
    if (context.direction == Qt::RightToLeft)
        mirror(context.width);
}

double MessageLayout::placeLines(double y, const MessageHead &previous, const MessageContext &context)
{
    const double line = QFontMetricsF(style::fonts().smallStrong).height();
    if (!data.note.isEmpty()) {
        const QRectF room(Side, y + 6, std::max(80.0, context.width - 2 * Side), 10000);
        const double tall = QFontMetricsF(style::fonts().small).boundingRect(room, Qt::AlignHCenter | Qt::TextWordWrap, data.note).height();
        noteRect = QRectF(room.left(), room.top(), room.width(), std::ceil(tall));
        y = noteRect.bottom() + 10;
    }
    if (data.time.isValid() && (!previous.exists || previous.time.date() != data.time.date())) {
        dateText = dayText(data.time.date(), context.today);
        const double width = QFontMetricsF(style::fonts().smallStrong).horizontalAdvance(dateText) + 24;
        dateRect = QRectF(std::round((context.width - width) / 2), y + 6, std::ceil(width), std::ceil(line) + 8);
        y = dateRect.bottom() + 10;
    }
    if (data.unreadLine) {
        unreadRect = QRectF(0, y + 2, context.width, std::ceil(line) + 8);
        y = unreadRect.bottom() + 10;
    }
    return y;
}

void MessageLayout::placeSystem(double y, const MessageContext &context)
{
    const double most = std::max(80.0, std::min(context.width * 0.8, 560.0));
    auto options = textOptions(style::fonts().small, most, style::palette().accentText, context);
    options.alignment = Qt::AlignHCenter;
    const QString body = displayable(data.body.left(1000));
    text.setText(body, findLinks(body), options);
    const QSizeF size = text.size();
    textRect = QRectF(std::round((context.width - size.width()) / 2), y + 4, size.width(), size.height());
    content = textRect;
    anchorY = textRect.top();
    height = textRect.bottom() + 6;
}

void MessageLayout::placeBubble(double y, const MessageContext &context, int limit)
{
    const style::Metrics &m = style::metrics();
    const style::Fonts &fonts = style::fonts();
    const style::Palette &p = style::palette();
    const double lead = Side + (context.showSenders && !data.own ? m.avatarSmall + AvatarGap : 0);
    const double room = std::max(80.0, context.width - lead - Side - std::min(48.0, context.width / 10));
    const double longest = m.bubbleCharacters * QFontMetricsF(fonts.base).averageCharWidth();
    const double most = std::floor(std::min(room - 2 * PadX, longest));

    const int shown = shownLength(data.body, limit);
    cut = shown < data.body.size();
    QString body = displayable(data.body.left(shown));
    QFont font = fonts.base;
    if (data.kind == MessageKind::Retracted) {
        font.setItalic(true);
        body = words(QT_TRANSLATE_NOOP("widgets::MessageView", "This message was deleted"));
        cut = false;
    } else if (!data.actor.isEmpty()) {
        font.setItalic(true);
    } else if (isEmojiOnly(body)) {
        emojiOnly = true;
        font = emojiFont(QFontInfo(font).pixelSize() * 3);
    }
    auto options = textOptions(font, most, data.own ? p.bubbleOwnAccent : p.accentText, context);
    QList<TextLink> links;
    if (data.kind == MessageKind::Text)
        links = readText(&body, &options, data);
    const int shift = data.actor.isEmpty() ? 0 : int(actionLead(data).size()) - ActionLength;
    for (const auto &[start, size] : std::as_const(data.found)) {
        if (data.actor.isEmpty() || start >= ActionLength)
            found.append({start + shift, size});
    }
    text.setText(body, links, options);

    double inner = y + (emojiOnly ? 0 : PadY);
    double width = text.size().width();
    if (context.showSenders && !data.own && firstInRun) {
        const QFontMetricsF metrics(fonts.smallStrong);
        name = metrics.elidedText(spokenName(data), Qt::ElideRight, most);
        nameRect = QRectF(0, inner, std::ceil(metrics.horizontalAdvance(name)), std::ceil(metrics.height()));
        width = std::max(width, nameRect.width());
        inner = nameRect.bottom() + 1;
    }
    textRect = QRectF(0, inner, width, text.size().height());
    inner = textRect.bottom();
    if (cut) {
        const QFontMetricsF metrics(fonts.strong);
        const QString label = words(QT_TRANSLATE_NOOP("widgets::MessageView", "Show all"));
        showAllRect = QRectF(0, inner + 4, metrics.horizontalAdvance(label) + 2, metrics.height() + 4);
        width = std::max(width, showAllRect.width());
        inner = showAllRect.bottom();
    }
    textRect.setWidth(width);
    inner = placeFooter(inner, width, most, context.direction);
    width = std::max(textRect.width(), footerRect.right());

    const double boxWidth = std::ceil(width + 2 * PadX);
    const double x = data.own ? context.width - Side - boxWidth : lead;
    content = QRectF(x, y, boxWidth, inner + (emojiOnly ? 0 : PadY - 1) - y);
    if (!emojiOnly)
        bubble = content;
    textRect.setWidth(width);
    text.fitTo(width);
    for (QRectF *rect : {&textRect, &nameRect, &showAllRect, &footerRect, &tickRect})
        rect->translate(x + PadX, 0);
    const double right = content.right();
    footerRect.moveLeft(right - PadX - footerRect.width());
    if (!tickRect.isEmpty())
        tickRect.moveLeft(right - PadX - tickRect.width() + 2);

    if (context.showSenders && !data.own && lastInRun)
        avatarRect = QRectF(Side, std::max(y, content.bottom() - m.avatarSmall), m.avatarSmall, m.avatarSmall);
    anchorY = textRect.top(); // the name above it comes and goes with the row before
    height = content.bottom();
    if (data.state == MessageState::Failed && data.own)
        height = placeError(height + 4, right, most + 2 * PadX, context);
    height += 1;
}

double MessageLayout::placeFooter(double y, double textWidth, double most, Qt::LayoutDirection direction)
{
    const QFontMetricsF metrics(style::fonts().small);
    footerText = timeText(data.time);
    if (data.edited)
        footerText.prepend(words(QT_TRANSLATE_NOOP("widgets::MessageView", "edited")) + u' ');
    const double line = std::ceil(metrics.height());
    const bool tick = data.own && data.state != MessageState::None;
    const double tickSide = std::round(line * 1.25);
    const double tickWidth = tick ? tickSide + 2 : 0;
    const double width = std::ceil(metrics.horizontalAdvance(footerText)) + tickWidth;
    // The time stands at the end of the last line where it fits and where that line does not run towards it.
    const double beside = text.lastLineWidth() + 10 + width;
    const bool fits = !cut && !emojiOnly && text.lastLineDirection() == direction && beside <= std::max(most, textWidth);
    const double top = fits ? y - line + 2 : y + 1;
    const double right = fits ? std::max(textWidth, std::ceil(beside)) : std::max(textWidth, width);
    footerRect = QRectF(right - width, top, width, line);
    if (tick)
        tickRect = QRectF(right - tickSide, top + std::floor((line - tickSide) / 2), tickSide, tickSide);
    return fits ? y + 2 : footerRect.bottom();
}

double MessageLayout::placeError(double y, double right, double most, const MessageContext &context)
{
    const style::Fonts &fonts = style::fonts();
    const QFontMetricsF metrics(fonts.smallStrong);
    const double button = std::ceil(metrics.horizontalAdvance(words(QT_TRANSLATE_NOOP("widgets::MessageView", "Retry")))) + 24;
    const double line = std::ceil(metrics.height());
    QString why = displayable(data.errorText);
    if (why.isEmpty())
        why = words(QT_TRANSLATE_NOOP("widgets::MessageView", "Not sent"));
    const double widest = std::max(60.0, std::min(right - Side, most) - button - line - 16);
    error.setText(why, {}, textOptions(fonts.small, widest, {}, context));
    const double box = line + 10;
    const double tall = std::max(box, error.size().height());
    retryRect = QRectF(right - button, y + (tall - box) / 2, button, box);
    errorRect = QRectF(retryRect.left() - 8 - error.size().width(), y + (tall - error.size().height()) / 2, error.size().width(),
        error.size().height());
    errorIconRect = QRectF(errorRect.left() - line - 4, errorRect.top(), line, line);
    return y + tall + 2;
}

void MessageLayout::mirror(double width)
{
    for (QRectF *rect : {&dateRect, &unreadRect, &avatarRect, &bubble, &content, &nameRect, &textRect, &footerRect, &tickRect,
             &showAllRect, &errorIconRect, &errorRect, &retryRect}) {
        if (!rect->isNull())
            rect->moveLeft(width - rect->right());
    }
}

QList<MessageAction> MessageLayout::actions() const
{
    QList<MessageAction> out;
    for (int i = 0; i < text.links().size(); ++i)
        out.append({MessageAction::Kind::Link, i, text.text().mid(text.links()[i].start, text.links()[i].length)});
    if (cut)
        out.append({MessageAction::Kind::ShowAll, -1, words(QT_TRANSLATE_NOOP("widgets::MessageView", "Show all"))});
    if (data.own && data.state == MessageState::Failed)
        out.append({MessageAction::Kind::Retry, -1, words(QT_TRANSLATE_NOOP("widgets::MessageView", "Retry"))});
    return out;
}

QList<QRectF> MessageLayout::actionRects(const MessageAction &action) const
{
    switch (action.kind) {
    case MessageAction::Kind::ShowAll: return {showAllRect};
    case MessageAction::Kind::Retry: return {retryRect};
    case MessageAction::Kind::Link: break;
    }
    if (action.link < 0 || action.link >= text.links().size())
        return {};
    QList<QRectF> rects = text.rects(text.links()[action.link].start, text.links()[action.link].length);
    for (QRectF &rect : rects)
        rect.translate(textRect.topLeft());
    return rects;
}

int MessageLayout::actionAt(const QPointF &point) const
{
    if (showAllRect.contains(point) || retryRect.contains(point)) {
        const auto wanted = retryRect.contains(point) ? MessageAction::Kind::Retry : MessageAction::Kind::ShowAll;
        const QList<MessageAction> all = actions();
        const auto it = std::ranges::find(all, wanted, &MessageAction::kind);
        return it == all.end() ? -1 : int(it - all.begin());
    }
    return textRect.contains(point) ? text.linkAt(point - textRect.topLeft()) : -1;
}

int MessageLayout::positionAt(const QPointF &point) const
{
    if (point.y() < textRect.top())
        return 0;
    if (point.y() >= textRect.bottom())
        return int(text.text().size());
    return text.positionAt(point - textRect.topLeft());
}

}
