// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/roles.h"

#include "style/proxystyle.h"
#include "style/style.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPainter>
#include <QToolButton>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace style {

namespace {
constexpr auto buttonProperty = "paliqueButtonRole";

//! Keeps a label's font and colour as its role says when the palette or the zoom changes. One child object a label.
class TextFollower final : public QObject
{
public:
    TextFollower(QWidget *label, TextRole role)
        : QObject(label), m_label(label), m_role(role)
    {
        setObjectName("paliqueTextRole"_L1);
        connect(changes(), &Changes::changed, this, &TextFollower::apply);
        apply();
    }

    void setRole(TextRole role)
    {
        m_role = role;
        apply();
    }

private:
    void apply()
    {
        const Fonts &f = fonts();
        const Palette &p = style::palette();
        QPalette colors = m_label->palette();
        colors.setColor(QPalette::WindowText, color(p));
        m_label->setPalette(colors);
        m_label->setFont(font(f));
    }

    QColor color(const Palette &p) const
    {
        switch (m_role) {
        case TextRole::Muted:
        case TextRole::SmallMuted: return p.textMuted;
        case TextRole::Danger: return p.danger;
        case TextRole::Accent: return p.accentText;
        default: return p.text;
        }
    }

    QFont font(const Fonts &f) const
    {
        switch (m_role) {
        case TextRole::Strong: return f.strong;
        case TextRole::Small:
        case TextRole::SmallMuted: return f.small;
        case TextRole::Title: return f.title;
        case TextRole::Heading: return f.heading;
        default: return f.base;
        }
    }

    QWidget *m_label;
    TextRole m_role;
};

//! Paints a surface behind a plain widget's children.
class SurfacePainter final : public QObject
{
public:
    SurfacePainter(QWidget *widget, Surface surface)
        : QObject(widget), m_widget(widget), m_surface(surface)
    {
        setObjectName("paliqueSurface"_L1);
        widget->installEventFilter(this);
    }

    void setSurface(Surface surface) { m_surface = surface; }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (object == m_widget && event->type() == QEvent::Paint)
            paint();
        return false;
    }

private:
    void paint()
    {
        const Palette &p = style::palette();
        QPainter painter(m_widget);
        switch (m_surface) {
        case Surface::Window: return painter.fillRect(m_widget->rect(), p.window);
        case Surface::Ground: return painter.fillRect(m_widget->rect(), p.ground);
        case Surface::Field: return painter.fillRect(m_widget->rect(), p.field);
        case Surface::Card: return roundedBox(&painter, m_widget->rect(), metrics().radiusLarge, p.raised, p.line);
        }
    }

    QWidget *m_widget;
    Surface m_surface;
};
}

void setButtonRole(QWidget *button, ButtonRole role)
{
    button->setProperty(buttonProperty, int(role));
    if (auto *tool = qobject_cast<QToolButton *>(button))
        tool->setAutoRaise(role != ButtonRole::Primary && role != ButtonRole::Danger); // else it is filled only under the pointer
    button->updateGeometry();
    button->update();
}

ButtonRole buttonRole(const QWidget *button)
{
    return button ? ButtonRole(button->property(buttonProperty).toInt()) : ButtonRole::Secondary;
}

void setSurface(QWidget *widget, Surface surface)
{
    auto *painter = static_cast<SurfacePainter *>(widget->findChild<QObject *>("paliqueSurface"_L1, Qt::FindDirectChildrenOnly));
    if (painter)
        painter->setSurface(surface);
    else
        new SurfacePainter(widget, surface);
    widget->update();
}

void setTextRole(QWidget *label, TextRole role)
{
    auto *follower = static_cast<TextFollower *>(label->findChild<QObject *>("paliqueTextRole"_L1, Qt::FindDirectChildrenOnly));
    if (follower)
        follower->setRole(role);
    else
        new TextFollower(label, role);
}

}
