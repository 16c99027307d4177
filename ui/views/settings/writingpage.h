// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preferences.h"
#include "widgets/speller.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QCheckBox;
class QLabel;
QT_END_NAMESPACE

namespace views
{

//! The dictionaries to check with, as chosen, or those of the interface's and the system's languages; none if it is off.
[[nodiscard]] QStringList spellingLanguages(const models::Preferences &preferences, const widgets::Speller &speller);

//! Whether what one writes is checked, and in which languages.
class WritingPage final : public QWidget
{
    Q_OBJECT

public:
    WritingPage(models::Preferences &preferences, const widgets::Speller &speller, QWidget *parent = nullptr);

private:
    void buildLanguages(QBoxLayout *column);
    void follow();
    void choose();

    models::Preferences &m_preferences;
    const widgets::Speller &m_speller;
    QCheckBox *m_check;
    QLabel *m_title, *m_nothing;
    QList<std::pair<QString, QCheckBox *>> m_languages;
};

} // namespace views
