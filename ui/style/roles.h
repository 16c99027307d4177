// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAbstractButton;
class QPushButton;
QT_END_NAMESPACE

namespace style {

//! How a button looks. Primary: filled with the accent, one a screen. Secondary: outlined. Flat: text or icon only.
//! Danger: filled red. Link: accent text without an edge.
enum class ButtonRole { Secondary, Primary, Flat, Danger, Link };
void setButtonRole(QWidget *button, ButtonRole role);
[[nodiscard]] ButtonRole buttonRole(const QWidget *button);

//! What a plain container paints behind its children. Window: nothing special. Card: rounded, raised ground and a quiet edge.
enum class Surface { Window, Ground, Field, Card };
void setSurface(QWidget *widget, Surface surface);

//! How a label's text looks; follows palette and zoom.
enum class TextRole { Base, Strong, Muted, Small, SmallMuted, Title, Heading, Danger, Accent };
void setTextRole(QWidget *label, TextRole role);

}
