// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emojigrid.h"

#include "style/proxystyle.h"
#include "style/style.h"
#include "widgets/focusedrow.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int Cell = 40;
constexpr double Glyph = 26;

class Delegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const style::Palette &p = style::palette();
        const style::Metrics &m = style::metrics();
        const QRectF box = QRectF(option.rect).adjusted(2, 2, -2, -2);
        const bool current = option.state & QStyle::State_Selected;
        const bool focus = current && (option.state & QStyle::State_Active) && option.widget && option.widget->hasFocus();
        if (current || (option.state & QStyle::State_MouseOver))
            style::roundedBox(painter, box, m.radius, current ? p.selected : p.hover, focus ? p.focus : QColor(), m.focusWidth);
        painter->setFont(emojiFont(Glyph * m.scale));
        painter->setPen(p.text); // for those that are not in colour
        painter->drawText(option.rect, Qt::AlignCenter | Qt::TextSingleLine, index.data(Qt::DisplayRole).toString());
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        const int side = qRound(Cell * style::metrics().scale);
        return {side, side};
    }
};

EmojiGrid::After afterwards(Qt::KeyboardModifiers modifiers)
{
    return modifiers & Qt::ShiftModifier ? EmojiGrid::After::Stay : EmojiGrid::After::Close;
}
}

void EmojiModel::setEmoji(const QList<const Emoji *> &emoji)
{
    beginResetModel();
    m_emoji = emoji;
    endResetModel();
}

void EmojiModel::setTone(SkinTone tone)
{
    m_tone = tone;
    if (!m_emoji.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

QString EmojiModel::textAt(int row) const
{
    const Emoji *emoji = at(row);
    return emoji ? toned(*emoji, m_tone) : QString();
}

int EmojiModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_emoji.size());
}

QVariant EmojiModel::data(const QModelIndex &index, int role) const
{
    const Emoji *emoji = index.isValid() ? at(index.row()) : nullptr;
    if (!emoji)
        return {};
    switch (role) {
    case Qt::DisplayRole: return textAt(index.row());
    case Qt::AccessibleTextRole: return nameOf(*emoji);
    default: return {};
    }
}

EmojiGrid::EmojiGrid(QWidget *parent)
    : QListView(parent), m_model(new EmojiModel(this))
{
    setModel(m_model);
    tellFocusedRow(this);
    setItemDelegate(new Delegate(this));
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false);
    connect(this, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { pick(index.row(), m_after); });
    connect(style::changes(), &style::Changes::changed, this, &EmojiGrid::resizeCells);
    resizeCells();
}

int EmojiGrid::cell() const
{
    return qRound(Cell * style::metrics().scale);
}

void EmojiGrid::resizeCells()
{
    setGridSize({cell(), cell()});
    verticalScrollBar()->setSingleStep(cell() / 2);
    QPalette colors = verticalScrollBar()->palette(); // its groove is a part of the popup's ground
    colors.setColor(QPalette::Window, style::palette().raised);
    verticalScrollBar()->setPalette(colors);
}

void EmojiGrid::setEmoji(const QList<const Emoji *> &emoji)
{
    m_model->setEmoji(emoji);
    scrollToTop();
    setCurrentIndex(m_model->index(0));
    if (emoji.isEmpty())
        Q_EMIT pointed(-1);
}

void EmojiGrid::pick(int row, After after)
{
    if (const QString text = m_model->textAt(row); !text.isEmpty())
        Q_EMIT picked(text, after);
}

void EmojiGrid::keyPressEvent(QKeyEvent *event)
{
    const int columns = std::max(1, viewport()->width() / cell());
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return pick(currentIndex().row(), afterwards(event->modifiers()));
    case Qt::Key_Escape: return event->ignore();
    case Qt::Key_Up:
        if (currentIndex().row() < columns) {
            Q_EMIT leftAtTop();
            return;
        }
        break;
    default:
        if (!event->text().isEmpty() && event->text().at(0).isPrint()) {
            Q_EMIT typed(event);
            return;
        }
        if (event->key() == Qt::Key_Backspace) {
            Q_EMIT typed(event);
            return;
        }
        break;
    }
    QListView::keyPressEvent(event);
}

void EmojiGrid::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const QModelIndex under = indexAt(event->position().toPoint());
    Q_EMIT pointed(under.isValid() ? under.row() : currentIndex().row());
}

void EmojiGrid::mouseReleaseEvent(QMouseEvent *event)
{
    m_after = afterwards(event->modifiers());
    QListView::mouseReleaseEvent(event);
}

void EmojiGrid::leaveEvent(QEvent *event)
{
    QListView::leaveEvent(event);
    Q_EMIT pointed(currentIndex().row());
}

void EmojiGrid::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT pointed(current.row());
}

}
