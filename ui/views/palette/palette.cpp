// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/palette/palette.h"

#include "style/proxystyle.h"
#include "style/style.h"
#include "views/overlaynote.h"
#include "views/palette/palettedelegate.h"
#include "views/parts.h"
#include "widgets/fields.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{
constexpr int Shadow = 12, Width = 560, MostVisible = 8;

QHash<QString, QAction *> byName(const QList<QAction *> &actions)
{
    QHash<QString, QAction *> names;
    for (QAction *action : actions)
        names.insert(action->objectName(), action);
    return names;
}
}

Palette::Palette(im::Messenger &messenger, const QList<QAction *> &actions, const QList<QAction *> &common, QWidget *over)
    : QDialog(over), m_actions(actions), m_common(common), m_model(new models::PaletteModel(messenger, this)), m_field(new widgets::SearchField(this)),
      m_list(new QListView(this)), m_nothing(new OverlayNote(m_list->viewport()))
{
    setWindowFlags(Qt::Widget);
    setAttribute(Qt::WA_NoMousePropagation); // a click between its parts is none on what lies below
    setObjectName("palette"_L1);
    setAccessibleName(tr("Find anything"));
    build();
    hide();
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_selected.clear(); // what is typed begins at the best row
        m_model->setQuery(text);
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, &Palette::followRows);
    connect(m_list, &QAbstractItemView::clicked, this, &Palette::choose);
    connect(style::changes(), &style::Changes::changed, this, &Palette::restyle);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (isVisible() && now && now != this && !isAncestorOf(now))
            dismiss(Focus::Stays);
    });
}

Palette::~Palette()
{
    qApp->disconnect(this); // its field loses the focus as it dies
}

void Palette::build()
{
    m_field->setObjectName("paletteSearch"_L1);
    m_field->setPlaceholderText(tr("Search chats, contacts and actions"));
    m_field->setMaxLength(int(models::PaletteQuery::LongestQuery));
    m_list->setObjectName("paletteResults"_L1);
    m_list->setAccessibleName(tr("Results"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(byName(m_actions), m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_nothing->setObjectName("paletteNothing"_L1);
    auto *field = new QVBoxLayout;
    field->setContentsMargins(12, 12, 12, 8);
    field->addWidget(m_field);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, Shadow, 0);
    auto *results = new QVBoxLayout;
    results->setContentsMargins(4, 0, 4, 12);
    results->addWidget(m_list);
    column->addLayout(field);
    column->addLayout(results);
    restyle();
}

void Palette::restyle()
{
    QPalette colors = m_list->palette();
    colors.setColor(QPalette::Base, style::palette().raised);
    m_list->setPalette(colors);
    if (isVisible())
        place();
}

void Palette::open(data::ConversationId current)
{
    if (!isVisible())
        m_before = window()->focusWidget();
    m_model->setActions(offered());
    m_model->setCurrent(current);
    m_field->clear();
    m_selected.clear();
    m_model->setQuery({});
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
    tell();
}

QList<models::PaletteModel::Action> Palette::offered() const
{
    QList<models::PaletteModel::Action> offers;
    const auto add = [&](const QAction *action) {
        if (action->isEnabled() && action->isVisible())
            offers.append({action->objectName(), action->toolTip(), action->shortcut().toString(QKeySequence::NativeText), m_common.contains(action)});
    };
    std::ranges::for_each(m_common, add);
    for (const QAction *action : m_actions) {
        if (!m_common.contains(action))
            add(action);
    }
    return offers;
}

void Palette::dismiss(Focus focus)
{
    hide();
    if (focus == Focus::GoesBack && m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

void Palette::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const models::PaletteEntry entry = m_model->entryAt(index.row());
    dismiss(Focus::GoesBack);
    switch (entry.kind) {
    case models::PaletteEntry::Kind::Chat: Q_EMIT chatChosen(entry.chat); return;
    case models::PaletteEntry::Kind::Person:
    case models::PaletteEntry::Kind::Stranger: Q_EMIT personChosen(entry.account, entry.address); return;
    case models::PaletteEntry::Kind::Action: break;
    }
    const auto action = std::ranges::find(m_actions, entry.action, [](const QAction *one) { return one->objectName(); });
    if (action != m_actions.cend())
        (*action)->trigger();
}

//! Keys that walk the list while one types; all others are the field's.
bool Palette::fieldKey(const QKeyEvent *key)
{
    const int last = m_model->rowCount() - 1, page = std::max(1, m_list->viewport()->height() / PaletteDelegate::rowHeight() - 1);
    if (key->modifiers() & ~(Qt::KeypadModifier | (key->key() == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier)))
        return key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab;
    switch (key->key()) {
    case Qt::Key_Tab:
    case Qt::Key_Down: walk(1); return true;
    case Qt::Key_Backtab:
    case Qt::Key_Up: walk(-1); return true;
    case Qt::Key_PageDown: select(std::min(m_list->currentIndex().row() + page, last)); return true;
    case Qt::Key_PageUp: select(std::max(m_list->currentIndex().row() - page, 0)); return true;
    case Qt::Key_Home: select(0); return true;
    case Qt::Key_End: select(last); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(m_list->currentIndex()); return true;
    case Qt::Key_Escape: dismiss(Focus::GoesBack); return true;
    default: return false;
    }
}

//! From the last row to the first and back.
void Palette::walk(int step)
{
    if (const int rows = m_model->rowCount(); rows > 0)
        select((m_list->currentIndex().row() + step + rows) % rows);
}

void Palette::select(int row)
{
    const QModelIndex index = m_model->index(row, 0);
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    keepSelection();
    tell();
}

void Palette::keepSelection()
{
    m_selected = m_list->currentIndex().data(Qt::AccessibleTextRole).toString();
}

//! What changes by itself leaves the selection where it is.
void Palette::followRows()
{
    int row = 0;
    for (int i = 0; i < m_model->rowCount() && !m_selected.isEmpty(); ++i) {
        if (m_model->index(i, 0).data(Qt::AccessibleTextRole).toString() == m_selected)
            row = i;
    }
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_list->scrollTo(m_list->currentIndex());
    keepSelection();
    m_nothing->say(m_model->rowCount() > 0 ? QString() : tr("Nothing found"));
    m_field->setAccessibleDescription(m_model->rowCount() > 0 ? tr("%n results", nullptr, int(m_model->found())) : tr("Nothing found"));
    if (!isVisible())
        return;
    place();
    tell();
}

//! Screen readers follow the focus, which stays in the field: the chosen row is said to them.
void Palette::tell() const
{
    if (!isVisible() || !QAccessible::isActive())
        return;
    QAccessibleAnnouncementEvent event(m_field, m_selected.isEmpty() ? m_field->accessibleDescription() : m_selected);
    QAccessible::updateAccessibility(&event);
}

//! Near the top of the window, as high as what was found.
void Palette::place()
{
    const QSize room = parentWidget()->size();
    const int width = std::min(int(Width * style::metrics().scale), room.width() - 16) + 2 * Shadow;
    const int top = std::min(room.height() / 10, 64);
    const int row = PaletteDelegate::rowHeight(), rows = std::clamp(m_model->rowCount(), 2, MostVisible);
    const int rest = m_field->sizeHint().height() + 32 + 2 * Shadow;
    m_list->setFixedHeight(std::max(row, std::min(rows * row, room.height() - top - rest - 8)));
    setGeometry((room.width() - width) / 2, top - Shadow, width, m_list->height() + rest);
    layout()->activate();
    m_list->scrollTo(m_list->currentIndex());
}

void Palette::showEvent(QShowEvent *event)
{
    place();
    QDialog::showEvent(event);
    place();
    qApp->installEventFilter(this);
}

void Palette::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    QDialog::hideEvent(event);
}

void Palette::paintEvent(QPaintEvent *)
{
    const style::Palette &p = style::palette();
    QPainter painter(this);
    const QRectF box = QRectF(rect()).adjusted(Shadow, Shadow, -Shadow, -Shadow);
    const int radius = style::metrics().radiusLarge;
    const QRegion inside(box.toRect().adjusted(radius, radius, -radius, -radius));
    painter.setClipRegion(QRegion(rect()) - inside); // the shadow's layers cost what they fill
    QColor shadow = p.shadow;
    const double alpha = p.shadow.alphaF() / Shadow;
    for (int i = Shadow - 2; i > 0; --i) {
        shadow.setAlphaF(float(alpha * (Shadow - i) / Shadow * 2)); // softer towards the edge
        style::roundedBox(&painter, box.adjusted(-i, -i + 2, i, i + 2), radius + i, shadow, {});
    }
    painter.setClipping(false);
    style::roundedBox(&painter, box, radius, p.raised, p.line);
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (watched == m_field && fieldKey(static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::MouseMove:
        // Only a pointer that moves chooses: one that lies there while the list changes does not.
        if (watched == m_list->viewport()) {
            if (const QModelIndex index = m_list->indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()); index.isValid() && index != m_list->currentIndex()) {
                m_list->setCurrentIndex(index);
                keepSelection();
            }
        }
        break;
    case QEvent::MouseButtonPress:
        if (const auto *widget = qobject_cast<QWidget *>(watched); widget && widget->window() == window()) {
            const QPoint at = mapFromGlobal(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
            if (!rect().adjusted(Shadow, Shadow, -Shadow, -Shadow).contains(at))
                dismiss(Focus::Stays);
        }
        break;
    case QEvent::Resize:
        if (watched == parentWidget())
            place();
        break;
    default: break;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace views
