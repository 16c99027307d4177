// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preferences.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QCheckBox;
class QComboBox;
QT_END_NAMESPACE

namespace views
{

//! Colours, size of the text, density of the list, and what Enter does.
class AppearancePage final : public QWidget
{
    Q_OBJECT

public:
    explicit AppearancePage(models::Preferences &preferences, QWidget *parent = nullptr);

private:
    void buildLook(QBoxLayout *column);
    void buildKeyboard(QBoxLayout *column);
    void follow();

    models::Preferences &m_preferences;
    QComboBox *m_scheme, *m_zoom, *m_enter;
    QCheckBox *m_compact;
};

} // namespace views
