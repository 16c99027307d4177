// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/parts.h"

#include "style/style.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace views
{

namespace
{
class Separator final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), style::palette().line);
    }
};
}

QLabel *makeLabel(const QString &text, style::TextRole role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    style::setTextRole(label, role);
    return label;
}

QLabel *makeValue(const QString &text, style::TextRole role, QWidget *parent)
{
    QLabel *label = makeLabel(text, role, parent);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

QLabel *makeCheckNote(const QString &text, QWidget *parent)
{
    QLabel *label = makeLabel(text, style::TextRole::SmallMuted, parent);
    const QStyle *theme = label->style();
    label->setIndent(theme->pixelMetric(QStyle::PM_IndicatorWidth) + theme->pixelMetric(QStyle::PM_CheckBoxLabelSpacing));
    return label;
}

QLabel *makeFieldName(const QString &text, QWidget *field, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field);
    field->setAccessibleName(text);
    style::setTextRole(label, style::TextRole::Small);
    return label;
}

QPushButton *makeButton(const QString &text, style::ButtonRole role, QLatin1StringView objectName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    style::setButtonRole(button, role);
    return button;
}

QToolButton *makeIconButton(style::Icon icon, const QString &name, QLatin1StringView objectName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setIcon(style::icon(icon));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

QWidget *makeSeparator(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new Separator(parent);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

void setSpacing(QBoxLayout *layout, int margin, int spacing)
{
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(spacing);
}

} // namespace views
