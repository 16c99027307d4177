// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/icons.h"
#include "style/roles.h"

#include <QString>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace views
{

//! Plain text that wraps.
[[nodiscard]] QLabel *makeLabel(const QString &text, style::TextRole role, QWidget *parent);
//! Plain text that wraps and that one can select and copy.
[[nodiscard]] QLabel *makeValue(const QString &text, style::TextRole role, QWidget *parent);
//! Quiet words under a check box, aligned with its text.
[[nodiscard]] QLabel *makeCheckNote(const QString &text, QWidget *parent);
//! A quiet name over a field, which gets it as its accessible name too.
[[nodiscard]] QLabel *makeFieldName(const QString &text, QWidget *field, QWidget *parent);
[[nodiscard]] QPushButton *makeButton(const QString &text, style::ButtonRole role, QLatin1StringView objectName, QWidget *parent);
//! A button that shows an icon only; its name is its tooltip too.
[[nodiscard]] QToolButton *makeIconButton(style::Icon icon, const QString &name, QLatin1StringView objectName, QWidget *parent);
//! A quiet line across.
[[nodiscard]] QWidget *makeSeparator(Qt::Orientation orientation, QWidget *parent);
//! Margins and spacing, as given.
void setSpacing(QBoxLayout *layout, int margin, int spacing);

} // namespace views
