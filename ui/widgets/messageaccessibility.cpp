// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messageaccessibility.h"

#include "widgets/messageview.h"
#include "widgets/messageview_p.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QAccessibleWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace widgets {

//! The interfaces' way into the view's geometry.
class MessageViewAccess final
{
public:
    static MessageViewPrivate *of(MessageView *view) { return view ? view->d.get() : nullptr; }
};

namespace {
constexpr int MostRows = 1000;

class RowInterface;
class ViewInterface;

//! A link, "Show all" or "Retry" in a row.
class PartInterface final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    PartInterface(RowInterface *row, int action)
        : m_row(row), m_action(action)
    {
    }

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    MessageAction action() const;
    RowInterface *m_row;
    int m_action;
};

//! One message. Follows its row by a persistent index, so it stays the same object while rows come and go.
class RowInterface final : public QAccessibleInterface
{
public:
    RowInterface(ViewInterface *list, const QModelIndex &index)
        : m_list(list), m_index(index)
    {
    }
    ~RowInterface() override
    {
        for (const QAccessible::Id id : m_parts)
            QAccessible::deleteAccessibleInterface(id);
    }

    int row() const { return m_index.row(); }
    MessageView *view() const;
    MessageViewPrivate *d() const { return MessageViewAccess::of(view()); }
    bool isValid() const override { return m_index.isValid() && view(); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return view() ? view()->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (QAccessibleInterface *part = child(i); part && part->rect().contains(x, y))
                return part;
        }
        return nullptr;
    }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (m_parts.size() <= index)
            m_parts.append(QAccessible::registerAccessibleInterface(
                new PartInterface(const_cast<RowInterface *>(this), int(m_parts.size()))));
        return QAccessible::accessibleInterface(m_parts[index]);
    }
    int childCount() const override { return isValid() ? int(d()->window.at(row()).actions().size()) : 0; }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return int(m_parts.indexOf(QAccessible::uniqueId(const_cast<QAccessibleInterface *>(child))));
    }
    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? view()->accessibleRowText(row()) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override
    {
        const QRect box = isValid() ? view()->bubbleRect(row()) : QRect();
        return box.isNull() ? box : box.translated(view()->viewport()->mapToGlobal(QPoint()));
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = state.selectable = true;
        state.readOnly = true;
        state.focused = state.selected = view()->hasFocus() && view()->currentRow() == row();
        state.offscreen = view()->visualRect(row()).isNull();
        return state;
    }

private:
    ViewInterface *m_list;
    QPersistentModelIndex m_index;
    mutable QList<QAccessible::Id> m_parts;
};

class ViewInterface final : public QAccessibleWidget
{
public:
    explicit ViewInterface(MessageView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {
        d()->accessible = this;
    }
    ~ViewInterface() override
    {
        if (view())
            d()->accessible = nullptr;
        clear();
    }

    MessageView *view() const { return qobject_cast<MessageView *>(object()); }
    MessageViewPrivate *d() const { return MessageViewAccess::of(view()); }

    int base() const
    {
        const int rows = d()->count();
        return rows <= MostRows ? 0 : std::clamp(d()->anchorRow - MostRows / 2, 0, rows - MostRows);
    }
    int childCount() const override { return view() ? std::min(d()->count(), MostRows) : 0; }
    QAccessibleInterface *child(int index) const override
    {
        return index >= 0 && index < childCount() ? rowInterface(base() + index) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *row = dynamic_cast<const RowInterface *>(child);
        const int index = row && row->isValid() ? row->row() - base() : -1;
        return index >= 0 && index < childCount() ? index : -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint at = view()->viewport()->mapFromGlobal(QPoint(x, y));
        const auto *place = view()->viewport()->rect().contains(at) ? d()->placedAt(at.y()) : nullptr;
        return place ? rowInterface(place->row) : nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        if (!view()->hasFocus() || view()->currentRow() < 0 || view()->currentRow() >= d()->count())
            return const_cast<ViewInterface *>(this);
        return rowInterface(view()->currentRow());
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? view()->accessibleName() : QAccessibleWidget::text(kind);
    }

    QAccessibleInterface *rowInterface(int row) const
    {
        if (const auto known = m_rows.constFind(row); known != m_rows.cend())
            return QAccessible::accessibleInterface(*known);
        auto *created = new RowInterface(const_cast<ViewInterface *>(this), d()->index(row));
        m_rows.insert(row, QAccessible::registerAccessibleInterface(created));
        return created;
    }

    void shift(int first, int count)
    {
        QHash<int, QAccessible::Id> moved;
        for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
            const bool gone = count < 0 && it.key() >= first && it.key() < first - count;
            if (gone)
                QAccessible::deleteAccessibleInterface(it.value());
            else
                moved.insert(it.key() >= first ? it.key() + count : it.key(), it.value());
        }
        m_rows = std::move(moved);
    }

    void clear()
    {
        for (const QAccessible::Id id : std::as_const(m_rows))
            QAccessible::deleteAccessibleInterface(id);
        m_rows.clear();
    }

private:
    mutable QHash<int, QAccessible::Id> m_rows;
};

MessageView *RowInterface::view() const { return m_list->view(); }
QAccessibleInterface *RowInterface::parent() const { return m_list; }

bool PartInterface::isValid() const { return m_row->isValid() && m_action < m_row->childCount(); }
QWindow *PartInterface::window() const { return m_row->window(); }
QAccessibleInterface *PartInterface::parent() const { return m_row; }

MessageAction PartInterface::action() const
{
    return isValid() ? m_row->d()->window.at(m_row->row()).actions().value(m_action) : MessageAction();
}

QString PartInterface::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Name ? action().text : QString();
}

QRect PartInterface::rect() const
{
    if (!isValid())
        return {};
    const auto *place = m_row->d()->placed(m_row->row());
    const QList<QRectF> rects = m_row->d()->window.at(m_row->row()).actionRects(action());
    if (!place || rects.isEmpty())
        return {};
    const QPoint origin = m_row->view()->viewport()->mapToGlobal(QPoint());
    return rects.constFirst().translated(0, place->y).toAlignedRect().translated(origin);
}

QAccessible::Role PartInterface::role() const
{
    return action().kind == MessageAction::Kind::Link ? QAccessible::Link : QAccessible::Button;
}

QAccessible::State PartInterface::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    state.focusable = true;
    state.linked = isValid() && action().kind == MessageAction::Kind::Link;
    state.focused = isValid() && m_row->view()->hasFocus() && m_row->view()->currentRow() == m_row->row()
        && m_row->d()->focusedAction == m_action;
    return state;
}

void PartInterface::doAction(const QString &name)
{
    if (name == pressAction() && isValid())
        m_row->d()->trigger(m_row->row(), action());
}

QAccessibleInterface *factory(const QString &, QObject *object)
{
    auto *view = qobject_cast<MessageView *>(object);
    return view ? new ViewInterface(view) : nullptr;
}

//! The view's interface if anybody has asked for it: nothing is made just to be told of a change.
ViewInterface *existing(MessageView *view)
{
    return static_cast<ViewInterface *>(MessageViewAccess::of(view)->accessible);
}

void tellChildren(MessageView *view)
{
    // The children's number and order are new as a whole; telling row by row would be a storm.
    QAccessibleEvent event(view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}
}

namespace accessibility {

void install()
{
    static const bool done = [] {
        QAccessible::installFactory(factory);
        return true;
    }();
    Q_UNUSED(done)
}

void rowsInserted(MessageView *view, int first, int count)
{
    if (ViewInterface *list = existing(view)) {
        list->shift(first, count);
        tellChildren(view);
    }
}

void rowsRemoved(MessageView *view, int first, int count)
{
    if (ViewInterface *list = existing(view)) {
        list->shift(first, -count);
        tellChildren(view);
    }
}

void rowsChanged(MessageView *view, int first, int last)
{
    ViewInterface *list = existing(view);
    if (!list)
        return;
    const int base = list->base();
    for (int row = std::max(first, base); row <= std::min({last, base + list->childCount() - 1, first + 50}); ++row) {
        QAccessibleEvent event(list->rowInterface(row), QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void reset(MessageView *view)
{
    if (ViewInterface *list = existing(view)) {
        list->clear();
        tellChildren(view);
    }
}

void forget(MessageView *view)
{
    if (ViewInterface *list = existing(view))
        list->clear();
    MessageViewAccess::of(view)->accessible = nullptr;
}

void focused(MessageView *view, int row, int action)
{
    ViewInterface *list = existing(view);
    if (!list || row < 0 || !view->hasFocus())
        return;
    QAccessibleInterface *target = list->rowInterface(row);
    if (action >= 0 && target && target->child(action))
        target = target->child(action);
    QAccessibleEvent event(target, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void announce(MessageView *view, int row)
{
    if (!QAccessible::isActive() || !view->isVisible())
        return;
    QAccessibleAnnouncementEvent event(view, view->accessibleRowText(row));
    event.setPoliteness(QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
}

}

void MessageViewPrivate::announce(int first, int last) const
{
    for (int row = std::max(first, last - 2); row <= last; ++row) {
        if (!index(row).data(MessageRole::Own).toBool())
            accessibility::announce(q, row);
    }
}

}
