// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/focusedrow.h"

#include <QAccessible>
#include <QEvent>
#include <QWidget>

namespace widgets {

namespace {

void tell(QWidget *list)
{
    QAccessibleInterface *interface = QAccessible::isActive() && list->hasFocus() ? QAccessible::queryAccessibleInterface(list) : nullptr;
    QAccessibleInterface *row = interface ? interface->focusChild() : nullptr;
    if (!row || row == interface || !row->isValid())
        return;
    QAccessibleEvent event(row, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

class FocusedRow final : public QObject
{
public:
    explicit FocusedRow(QWidget *list)
        : QObject(list)
    {
        list->installEventFilter(this);
    }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        // Qt tells of the list after this event, and what is told last is what has the focus.
        auto *list = event->type() == QEvent::FocusIn ? qobject_cast<QWidget *>(object) : nullptr;
        if (list)
            QMetaObject::invokeMethod(list, [list] { tell(list); }, Qt::QueuedConnection);
        return false;
    }
};

}

void tellFocusedRow(QWidget *list)
{
    new FocusedRow(list);
}

}
