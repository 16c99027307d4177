// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/elementdelegate.h"

#include "models/inspectionmodel.h"
#include "style/proxystyle.h"
#include "style/style.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{

using models::InspectionKind;
namespace Role = models::InspectionRole;

constexpr int Edge = 6; // above and below the words of an element
constexpr int Gap = 8;

InspectionKind kindOf(const QModelIndex &index)
{
    return InspectionKind(index.data(Role::Kind).toInt());
}

QColor colorOf(im::XmlToken::Kind kind)
{
    const style::Palette &p = style::palette();
    switch (kind) {
    case im::XmlToken::Kind::Mark:
        return p.textMuted;
    case im::XmlToken::Kind::Name:
        return p.accentText;
    case im::XmlToken::Kind::Attribute:
    case im::XmlToken::Kind::Text:
        return p.text;
    case im::XmlToken::Kind::Value:
        return p.warning;
    case im::XmlToken::Kind::Masked:
        return p.danger;
    }
    Q_UNREACHABLE_RETURN({});
}

//! Words on one line, from the leading side on; what is left of the box comes back.
QRect drawLeading(QPainter *painter, const QRect &box, const QFont &font, const QColor &color, const QString &text, Qt::LayoutDirection direction)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, box.width());
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(box, int(Qt::AlignVCenter | (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft)) | Qt::TextSingleLine, shown);
    const int used = metrics.horizontalAdvance(shown);
    return direction == Qt::RightToLeft ? box.adjusted(0, 0, -used, 0) : box.adjusted(used, 0, 0, 0);
}

QRect drawTrailing(QPainter *painter, const QRect &box, const QFont &font, const QColor &color, const QString &text, Qt::LayoutDirection direction)
{
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(box, int(Qt::AlignVCenter | (direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight)) | Qt::TextSingleLine, text);
    const int used = text.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(text) + 2 * Gap;
    return direction == Qt::RightToLeft ? box.adjusted(used, 0, 0, 0) : box.adjusted(0, 0, -used, 0);
}

//! The XML's font: a little smaller than the words.
QFont xmlFont()
{
    QFont font = style::fonts().mono;
    font.setPointSizeF(font.pointSizeF() > 0 ? font.pointSizeF() * 0.9 : font.pointSizeF());
    return font;
}

} // namespace

QSize ElementDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int base = QFontMetrics(style::fonts().base).height(), small = QFontMetrics(style::fonts().small).height();
    if (kindOf(index) == InspectionKind::Element)
        return {200, base + small + 2 + 2 * Edge};
    const int mono = QFontMetrics(xmlFont()).height();
    return {200, mono + 4 + (index.data(Role::Sentence).toString().isEmpty() ? 0 : small)};
}

void ElementDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const style::Palette &p = style::palette();
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver)
        style::roundedBox(painter, QRectF(option.rect).adjusted(0, 1, -2, -1), style::metrics().radius / 2.0, selected ? p.selected : p.hover, {});
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        style::roundedBox(painter, QRectF(option.rect).adjusted(0, 1, -2, -1), style::metrics().radius / 2.0, {}, p.focus, style::metrics().focusWidth);
    const QRect box = option.rect.adjusted(Gap / 2, 0, -Gap, 0);
    painter->setClipRect(option.rect);
    if (kindOf(index) == InspectionKind::Element)
        paintElement(painter, box, option, index);
    else
        paintXml(painter, box, option, index);
    painter->restore();
}

void ElementDelegate::paintElement(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const style::Palette &p = style::palette();
    const style::Fonts &f = style::fonts();
    const auto direction = option.direction;
    const bool sent = index.data(Role::Sent).toBool();
    const int base = QFontMetrics(f.base).height(), small = QFontMetrics(f.small).height();
    QRect upper(box.left(), box.top() + Edge, box.width(), base), lower(box.left(), upper.bottom() + 3, box.width(), small);

    // Up and out, down and in: the direction is never told by the colour alone.
    const int side = QFontMetrics(f.strong).horizontalAdvance(u"↓"_s) + Gap;
    drawLeading(painter, upper, f.strong, sent ? p.accentText : p.text, sent ? u"↑"_s : u"↓"_s, direction);
    const int shift = direction == Qt::RightToLeft ? -side : side;
    upper = shift > 0 ? upper.adjusted(shift, 0, 0, 0) : upper.adjusted(0, 0, shift, 0);
    lower = shift > 0 ? lower.adjusted(shift, 0, 0, 0) : lower.adjusted(0, 0, shift, 0);

    upper = drawTrailing(painter, upper, f.small, p.textMuted, index.data(Role::TimeText).toString(), direction);
    drawLeading(painter, upper, f.base, p.text, index.data(Role::Sentence).toString(), direction);
    lower = drawTrailing(painter, lower, f.small, p.accentText, index.data(Role::Reference).toString(), direction);
    QStringList facts{index.data(Role::Name).toString(), index.data(Role::Peer).toString(), index.data(Role::Remark).toString()};
    facts.removeAll(QString());
    drawLeading(painter, lower, f.small, p.textMuted, facts.join(u" · "_s), direction);
}

void ElementDelegate::paintXml(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const style::Palette &p = style::palette();
    const QFont mono = xmlFont();
    const QFontMetrics metrics(mono);
    QRect line(box.left(), box.top() + 2, box.width(), metrics.height());
    QList<im::XmlToken> tokens = index.data(Role::Tokens).value<QList<im::XmlToken>>();
    if (const QString end = index.data(Role::EndTag).toString(); !end.isEmpty() && !(option.state & QStyle::State_Open))
        tokens << im::XmlToken{im::XmlToken::Kind::Mark, u"…"_s + end};
    // XML reads from left to right in every language.
    for (const im::XmlToken &token : std::as_const(tokens)) {
        if (line.width() <= 0)
            break;
        QString text = token.text;
        text.replace(u'\n', u'↵');
        line = drawLeading(painter, line, mono, colorOf(token.kind), text, Qt::LeftToRight);
    }
    const QString sentence = index.data(Role::Sentence).toString();
    if (sentence.isEmpty())
        return;
    QRect note(box.left(), box.top() + 2 + metrics.height(), box.width(), QFontMetrics(style::fonts().small).height());
    note = drawTrailing(painter, note, style::fonts().small, p.accentText, index.data(Role::Reference).toString(), option.direction);
    drawLeading(painter, note, style::fonts().small, p.textMuted, sentence, option.direction);
}

} // namespace views
