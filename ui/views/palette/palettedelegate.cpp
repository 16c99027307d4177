// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/palette/palettedelegate.h"

#include "models/palettemodel.h"
#include "style/proxystyle.h"
#include "style/style.h"
#include "widgets/avatar.h"
#include "widgets/messagedata.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace views
{

//! What is drawn, in left-to-right coordinates that box() mirrors on the way out.
struct PaletteDelegate::Row
{
    QRectF rect;
    Qt::LayoutDirection direction;
    QModelIndex index;
    QColor ground;
    models::PaletteEntry::Kind kind;

    [[nodiscard]] QRectF box(const QRectF &r) const
    {
        return direction == Qt::LeftToRight ? r : QRectF(rect.left() + rect.right() - r.right(), r.y(), r.width(), r.height());
    }
    [[nodiscard]] QString text(int role) const { return widgets::displayable(index.data(role).toString().left(300)).simplified(); }
    void draw(QPainter *painter, const QRectF &r, const QString &words) const
    {
        const auto side = Qt::AlignAbsolute | (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
        painter->drawText(box(r), int(side) | Qt::AlignVCenter | Qt::TextSingleLine, words);
    }
};

PaletteDelegate::PaletteDelegate(QHash<QString, QAction *> actions, QObject *parent)
    : QStyledItemDelegate(parent), m_actions(std::move(actions))
{
}

int PaletteDelegate::rowHeight()
{
    return style::metrics().rowCompact;
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {120, rowHeight()};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const style::Metrics &m = style::metrics();
    const style::Palette &p = style::palette();
    const bool selected = option.state & QStyle::State_Selected;
    const Row row{option.rect, option.direction, index, selected ? p.selected : p.raised, models::PaletteEntry::Kind(index.data(models::PaletteRole::Kind).toInt())};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // each text runs as its own letters do
    painter->setClipRect(option.rect);
    if (selected)
        style::roundedBox(painter, row.rect.adjusted(m.unit, 0, -m.unit, 0), m.radius, row.ground, {});
    paintMark(painter, row);
    paintWords(painter, row, paintEnd(painter, row));
    painter->restore();
}

void PaletteDelegate::paintMark(QPainter *painter, const Row &row) const
{
    const style::Metrics &m = style::metrics();
    const double extent = m.avatarCompact;
    const QRectF face = row.box({row.rect.left() + 3 * m.unit, row.rect.center().y() - extent / 2, extent, extent});
    const QRectF sign(face.center().x() - m.icon / 2.0, face.center().y() - m.icon / 2.0, m.icon, m.icon);
    switch (row.kind) {
    case models::PaletteEntry::Kind::Action:
        if (const QAction *action = m_actions.value(row.index.data(models::PaletteRole::Action).toString()))
            action->icon().paint(painter, sign.toRect());
        return;
    case models::PaletteEntry::Kind::Stranger: style::paintIcon(painter, sign, style::Icon::Chat, style::palette().accentText); return;
    case models::PaletteEntry::Kind::Chat:
    case models::PaletteEntry::Kind::Person: break;
    }
    widgets::AvatarSpec spec;
    spec.key = row.index.data(models::ChatRole::AvatarKey).toString();
    spec.name = row.text(models::ChatRole::Name);
    spec.kind = row.index.data(models::ChatRole::IsGroup).toBool() ? widgets::AvatarSpec::Kind::Group : widgets::AvatarSpec::Kind::Person;
    spec.presence = widgets::Presence(row.index.data(models::ChatRole::PresenceState).toInt());
    widgets::paintAvatar(painter, face.toRect(), spec, row.ground, row.direction);
}

//! Keys as a key looks, or whose account it is in quiet words; the answer is where it begins.
double PaletteDelegate::paintEnd(QPainter *painter, const Row &row) const
{
    const style::Metrics &m = style::metrics();
    const style::Palette &p = style::palette();
    const QFontMetricsF metrics(style::fonts().small);
    const double right = row.rect.right() - 4 * m.unit, most = row.rect.width() * 0.38;
    const QString keys = row.text(models::PaletteRole::Keys);
    const QString words = metrics.elidedText(keys.isEmpty() ? row.text(models::ChatRole::AccountLabel) : keys, Qt::ElideRight, most);
    if (words.isEmpty())
        return right;
    const double width = std::ceil(metrics.horizontalAdvance(words)) + 1;
    painter->setFont(style::fonts().small);
    if (keys.isEmpty()) {
        painter->setPen(p.textMuted);
        row.draw(painter, {right - width, row.rect.top(), width, row.rect.height()}, words);
        return right - width - 3 * m.unit;
    }
    const QRectF key(right - width - 4 * m.unit, row.rect.center().y() - metrics.height() / 2 - 3, width + 4 * m.unit, metrics.height() + 6);
    style::roundedBox(painter, row.box(key), m.unit + 2, p.field, p.line);
    painter->setPen(p.textMuted);
    painter->drawText(row.box(key), Qt::AlignCenter | Qt::TextSingleLine, words);
    return key.left() - 3 * m.unit;
}

void PaletteDelegate::paintWords(QPainter *painter, const Row &row, double right) const
{
    const style::Metrics &m = style::metrics();
    const style::Palette &p = style::palette();
    const style::Fonts &f = style::fonts();
    const double lead = row.rect.left() + 6 * m.unit + m.avatarCompact, width = std::max(0.0, right - lead);
    const QString address = row.text(models::ChatRole::Address);
    const QFont &font = address.isEmpty() ? f.base : f.strong;
    const QFontMetricsF titles(font), addresses(f.small);
    const double below = address.isEmpty() ? 0 : addresses.height(), top = row.rect.center().y() - (titles.height() + below) / 2;
    painter->setFont(font);
    painter->setPen(row.kind == models::PaletteEntry::Kind::Stranger ? p.accentText : p.text);
    row.draw(painter, {lead, top, width, titles.height()}, titles.elidedText(row.text(models::ChatRole::Name), Qt::ElideRight, width));
    if (address.isEmpty())
        return;
    painter->setFont(f.small);
    painter->setPen(p.textMuted);
    row.draw(painter, {lead, top + titles.height(), width, below}, addresses.elidedText(address, Qt::ElideRight, width));
}

} // namespace views
