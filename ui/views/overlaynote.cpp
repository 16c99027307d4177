// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/overlaynote.h"

#include "style/roles.h"

#include <QEvent>

namespace views
{

OverlayNote::OverlayNote(QWidget *over)
    : QLabel(over)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setAlignment(Qt::AlignCenter);
    setContentsMargins(24, 24, 24, 24);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    style::setTextRole(this, style::TextRole::Muted);
    over->installEventFilter(this);
    setGeometry(over->rect());
    hide();
}

void OverlayNote::say(const QString &text)
{
    setText(text);
    setVisible(!text.isEmpty());
}

bool OverlayNote::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QLabel::eventFilter(object, event);
}

} // namespace views
