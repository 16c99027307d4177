// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chatdelegate.h"

#include "style/proxystyle.h"
#include "style/style.h"
#include "widgets/avatar.h"
#include "widgets/messagedata.h"

#include <QPainter>
#include <QPixmap>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace widgets {

//! What is drawn, with boxes mirrored on the way out by box().
struct ChatDelegate::Row
{
    QRect rect;
    Qt::LayoutDirection direction;
    QModelIndex index;
    QStyle::State state;
    bool compact;
    QRectF nameLine, previewLine; //!< left-to-right coordinates
    QColor ground;

    [[nodiscard]] QRectF box(const QRectF &r) const
    {
        if (direction == Qt::LeftToRight)
            return r;
        return {rect.left() + rect.right() + 1 - r.right(), r.y(), r.width(), r.height()};
    }
    [[nodiscard]] QString text(int role, int most = 300) const
    {
        return displayable(index.data(role).toString().left(most)).simplified();
    }
    [[nodiscard]] bool flag(int role) const { return index.data(role).toBool(); }
    void draw(QPainter *painter, const QRectF &r, const QString &words) const
    {
        const auto side = Qt::AlignAbsolute | (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
        painter->drawText(box(r), int(side) | Qt::AlignVCenter | Qt::TextSingleLine, words);
    }
    //! The words that were found are bold and as strong as a name.
    void drawFound(QPainter *painter, const QRectF &r, const QString &words, const QList<std::pair<int, int>> &found) const
    {
        QTextCharFormat strong;
        strong.setFont(style::fonts().strong);
        strong.setForeground(style::palette().text);
        QList<QTextLayout::FormatRange> formats;
        for (const auto &[start, length] : found)
            formats.append({start, length, strong});
        // Bold letters are wider: the end is cut until all fits.
        for (double width = r.width();; width -= 8) {
            const QString shown = QFontMetricsF(style::fonts().base).elidedText(words, Qt::ElideRight, width);
            QTextLayout layout(shown, style::fonts().base);
            layout.setFormats(formats);
            layout.beginLayout();
            QTextLine line = layout.createLine();
            line.setNumColumns(int(shown.size()));
            layout.endLayout();
            if (line.naturalTextWidth() > r.width() && width > 16)
                continue;
            const QRectF place = box(r);
            const double x = direction == Qt::RightToLeft ? place.right() - line.naturalTextWidth() : place.left();
            layout.draw(painter, QPointF(x, place.top() + (place.height() - line.height()) / 2));
            return;
        }
    }
    void icon(QPainter *painter, const QRectF &r, style::Icon symbol, const QColor &color) const
    {
        style::paintIcon(painter, box(r), symbol, color);
    }
};

ChatDelegate::ChatDelegate(ChatListView *view)
    : QStyledItemDelegate(view), m_view(view)
{
}

QSize ChatDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const style::Metrics &m = style::metrics();
    if (index.data(ChatRole::Line).toInt() > 0)
        return {120, int(std::ceil(QFontMetricsF(style::fonts().base).height())) + 5 * m.unit};
    return {120, m_view->density() == Density::Compact ? m.rowCompact : m.row};
}

void ChatDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(ChatRole::Line).toInt() > 0)
        return paintLineOfWords(painter, option, index);
    const style::Metrics &m = style::metrics();
    const style::Palette &p = style::palette();
    const bool compact = m_view->density() == Density::Compact;
    const double extent = compact ? m.avatarCompact : m.avatar;
    const QRectF all = option.rect;
    const double lead = all.left() + 4 * m.unit + extent + 3 * m.unit, width = all.right() - 4 * m.unit - lead;
    const double nameHeight = QFontMetricsF(style::fonts().strong).height();
    const double previewHeight = QFontMetricsF(style::fonts().base).height();
    const double gap = compact ? 0 : 3;
    const double top = all.top() + (all.height() - nameHeight - previewHeight - gap) / 2;
    Row row{option.rect, option.direction, index, option.state, compact, QRectF(lead, top, width, nameHeight),
        QRectF(lead, top + nameHeight + gap, width, previewHeight), p.window};
    if (option.state & QStyle::State_Selected)
        row.ground = p.selected;
    else if (option.state & QStyle::State_MouseOver)
        row.ground = p.hover;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // each text runs as its own letters do
    painter->setClipRect(option.rect); // piled-up marks stay in their row
    paintGround(painter, row);

    AvatarSpec spec;
    spec.key = index.data(ChatRole::AvatarKey).toString();
    if (spec.key.isEmpty())
        spec.key = index.data(ChatRole::Id).toString();
    spec.name = row.text(ChatRole::Name);
    if (spec.name.isEmpty())
        spec.name = row.text(Qt::DisplayRole);
    const QVariant image = index.data(ChatRole::AvatarImage);
    spec.image = image.metaType() == QMetaType::fromType<QPixmap>() ? image.value<QPixmap>().toImage() : image.value<QImage>();
    spec.kind = row.flag(ChatRole::IsRequest) ? AvatarSpec::Kind::Request
        : row.flag(ChatRole::IsGroup)         ? AvatarSpec::Kind::Group
                                              : AvatarSpec::Kind::Person;
    const int presence = index.data(ChatRole::PresenceState).toInt();
    spec.presence = presence >= 0 && presence <= int(Presence::Offline) ? Presence(presence) : Presence::None;
    const QRectF face(all.left() + 4 * m.unit, all.top() + (all.height() - extent) / 2, extent, extent);
    paintAvatar(painter, row.box(face).toRect(), spec, row.ground, option.direction);

    paintNameLine(painter, row);
    paintPreviewLine(painter, row);
    painter->restore();
}

//! The heading of a section, or a note in it.
void ChatDelegate::paintLineOfWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const style::Metrics &m = style::metrics();
    const bool heading = index.data(ChatRole::Line).toInt() == 1;
    painter->save();
    painter->setFont(heading ? style::fonts().smallStrong : style::fonts().base);
    painter->setPen(style::palette().textMuted);
    const auto side = Qt::AlignAbsolute | (option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    const QRect room = option.rect.adjusted(4 * m.unit, 2 * m.unit, -4 * m.unit, 0);
    painter->drawText(room, int(heading ? side : Qt::AlignHCenter) | Qt::AlignVCenter | Qt::TextSingleLine, index.data(Qt::DisplayRole).toString());
    painter->restore();
}

void ChatDelegate::paintGround(QPainter *painter, const Row &row) const
{
    const style::Metrics &m = style::metrics();
    const style::Palette &p = style::palette();
    const QRectF box = QRectF(row.rect).adjusted(m.unit + 2, 1, -m.unit - 2, -1);
    if (row.ground != p.window)
        style::roundedBox(painter, box, m.radius + 2, row.ground, {});
    if (row.state.testFlags(QStyle::State_HasFocus | QStyle::State_KeyboardFocusChange) && m_view->hasFocus())
        style::roundedBox(painter, box, m.radius + 2, {}, p.focus, m.focusWidth);
}

void ChatDelegate::paintNameLine(QPainter *painter, const Row &row) const
{
    const style::Metrics &m = style::metrics();
    const style::Palette &p = style::palette();
    const style::Fonts &f = style::fonts();
    const bool unread = row.index.data(ChatRole::Unread).toInt() > 0 && !row.flag(ChatRole::Muted);
    QRectF line = row.nameLine;

    const QString time = row.text(ChatRole::TimeText, 40);
    const double timeWidth = QFontMetricsF(f.small).horizontalAdvance(time);
    painter->setFont(f.small);
    painter->setPen(unread ? p.accentText : p.textMuted);
    row.draw(painter, QRectF(line.right() - timeWidth, line.y(), timeWidth + 1, line.height()), time);
    line.setRight(line.right() - timeWidth - 4);

    const int state = row.index.data(ChatRole::State).toInt();
    if (state > int(MessageState::None) && state <= int(MessageState::Failed)) {
        static constexpr style::Icon icons[] = {style::Icon::Clock, style::Icon::Clock, style::Icon::Check, style::Icon::Checks,
            style::Icon::Checks, style::Icon::Alert};
        const double side = 16 * m.scale;
        const QColor color = state == int(MessageState::Failed) ? p.danger
            : state == int(MessageState::Read)                  ? p.accentText
                                                                : p.textMuted;
        row.icon(painter, QRectF(line.right() - side, line.center().y() - side / 2, side, side), icons[state], color);
        line.setRight(line.right() - side - 4);
    }

    QString name = row.text(ChatRole::Name);
    if (name.isEmpty())
        name = row.text(Qt::DisplayRole);
    const bool muted = row.flag(ChatRole::Muted);
    const QString account = row.text(ChatRole::AccountLabel, 60);
    const double mark = muted ? 14 * m.scale + 6 : 0;
    const QFontMetricsF metrics(f.strong);
    // The account's label gives way first, down to nothing in a narrow list.
    const QString shown = metrics.elidedText(name, Qt::ElideRight, line.width() - mark);
    const double nameWidth = std::ceil(metrics.horizontalAdvance(shown));
    painter->setFont(f.strong);
    painter->setPen(row.flag(ChatRole::IsRequest) ? p.accentText : p.text);
    row.draw(painter, QRectF(line.x(), line.y(), nameWidth + 1, line.height()), shown);
    double x = line.x() + nameWidth + 6;
    if (muted) {
        const double side = 14 * m.scale;
        row.icon(painter, QRectF(x, line.center().y() - side / 2, side, side), style::Icon::BellOff, p.textMuted);
        x += side + 6;
    }
    if (account.isEmpty() || line.right() - x < 40)
        return;
    painter->setFont(f.small);
    painter->setPen(p.textMuted);
    row.draw(painter, QRectF(x, line.y(), line.right() - x, line.height()),
        QFontMetricsF(f.small).elidedText(account, Qt::ElideRight, line.right() - x));
}

double ChatDelegate::paintBadge(QPainter *painter, const Row &row, const QRectF &line) const
{
    const style::Metrics &m = style::metrics();
    const style::Palette &p = style::palette();
    const int unread = row.index.data(ChatRole::Unread).toInt();
    double right = line.right();
    if (unread > 0) {
        const bool muted = row.flag(ChatRole::Muted);
        QFont font = style::fonts().smallStrong;
        QString text = unread > 999 ? u"999+"_s : QLocale().toString(unread);
        if (row.flag(ChatRole::Mentioned))
            text.prepend(u"@ "_s);
        const double width = std::max<double>(m.badge, std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + 12);
        const QRectF box(right - width, line.center().y() - m.badge / 2.0, width, m.badge);
        style::roundedBox(painter, row.box(box), m.badge / 2.0, muted ? p.badgeMuted : p.badge, {});
        painter->setFont(font);
        painter->setPen(muted ? p.badgeMutedText : p.badgeText);
        painter->drawText(row.box(box), Qt::AlignCenter | Qt::TextSingleLine, text);
        right = box.left() - 6;
    } else if (row.flag(ChatRole::Pinned)) {
        const double side = 16 * m.scale;
        row.icon(painter, QRectF(right - side, line.center().y() - side / 2, side, side), style::Icon::Pin, p.textMuted);
        right -= side + 6;
    }
    return right;
}

void ChatDelegate::paintPreviewLine(QPainter *painter, const Row &row) const
{
    const style::Palette &p = style::palette();
    const QFont &font = style::fonts().base;
    const QFontMetricsF metrics(font);
    QRectF line = row.previewLine;
    line.setRight(paintBadge(painter, row, line) - 2);
    painter->setFont(font);

    const QString typing = row.text(ChatRole::Typing, 100), draft = row.text(ChatRole::Draft);
    QString lead, words = row.text(ChatRole::Preview);
    QColor leadColor = p.text, color = p.textMuted;
    if (!typing.isEmpty()) {
        words = typing;
        color = p.accentText;
    } else if (!draft.isEmpty()) {
        lead = tr("Draft:");
        leadColor = p.danger;
        words = draft;
    } else if (const QString sender = row.text(ChatRole::PreviewSender, 60); !sender.isEmpty()) {
        lead = sender + u':';
    }
    if (!lead.isEmpty()) {
        lead = metrics.elidedText(lead, Qt::ElideRight, line.width() / 2);
        painter->setPen(leadColor);
        row.draw(painter, line, lead);
        line.setLeft(line.left() + metrics.horizontalAdvance(lead) + metrics.horizontalAdvance(u' '));
    }
    painter->setPen(color);
    const auto found = row.index.data(ChatRole::Found).value<QList<std::pair<int, int>>>();
    if (found.isEmpty())
        return row.draw(painter, line, metrics.elidedText(words, Qt::ElideRight, line.width()));
    row.drawFound(painter, line, words, found);
}

}
