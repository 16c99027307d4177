// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/appearancepage.h"

#include "views/parts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{
constexpr int Sizes[] = {70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300}; // percent
}

AppearancePage::AppearancePage(models::Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_preferences(preferences), m_scheme(new QComboBox(this)), m_zoom(new QComboBox(this)), m_enter(new QComboBox(this)),
      m_compact(new QCheckBox(tr("Compact list of chats"), this))
{
    setObjectName("appearancePage"_L1);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 24, 4);
    buildLook(column);
    column->addSpacing(24);
    buildKeyboard(column);
    column->addStretch(1);
    connect(&preferences, &models::Preferences::changed, this, &AppearancePage::follow);
    follow();
}

void AppearancePage::buildLook(QBoxLayout *column)
{
    column->addWidget(makeLabel(tr("Appearance"), style::TextRole::Heading, this));
    column->addSpacing(12);
    m_scheme->setObjectName("scheme"_L1);
    m_scheme->addItem(tr("As the system"), int(models::Preferences::Scheme::System));
    m_scheme->addItem(tr("Light"), int(models::Preferences::Scheme::Light));
    m_scheme->addItem(tr("Dark"), int(models::Preferences::Scheme::Dark));
    m_scheme->setMinimumWidth(220);
    column->addWidget(makeFieldName(tr("Colours"), m_scheme, this));
    column->addWidget(m_scheme, 0, Qt::AlignLeading);
    column->addSpacing(12);
    m_zoom->setObjectName("textSize"_L1);
    for (const int percent : Sizes)
        m_zoom->addItem(tr("%1 %").arg(QLocale().toString(percent)), percent);
    m_zoom->setMinimumWidth(220);
    column->addWidget(makeFieldName(tr("Size of the text"), m_zoom, this));
    column->addWidget(m_zoom, 0, Qt::AlignLeading);
    column->addSpacing(12);
    m_compact->setObjectName("compact"_L1);
    m_compact->setAccessibleName(m_compact->text());
    column->addWidget(m_compact);

    connect(m_scheme, &QComboBox::activated, this, [this] { m_preferences.setScheme(models::Preferences::Scheme(m_scheme->currentData().toInt())); });
    connect(m_zoom, &QComboBox::activated, this, [this] { m_preferences.setZoom(m_zoom->currentData().toInt() / 100.0); });
    connect(m_compact, &QCheckBox::clicked, this, [this](bool on) {
        m_preferences.setDensity(on ? models::Preferences::Density::Compact : models::Preferences::Density::Comfortable);
    });
}

void AppearancePage::buildKeyboard(QBoxLayout *column)
{
    column->addWidget(makeLabel(tr("Keyboard"), style::TextRole::Heading, this));
    column->addSpacing(12);
    m_enter->setObjectName("enter"_L1);
    m_enter->addItem(tr("Enter sends, Shift+Enter begins a line"), int(models::Preferences::Enter::Sends));
    m_enter->addItem(tr("Enter begins a line, Ctrl+Enter sends"), int(models::Preferences::Enter::Breaks));
    column->addWidget(makeFieldName(tr("While writing a message"), m_enter, this));
    column->addWidget(m_enter, 0, Qt::AlignLeading);
    connect(m_enter, &QComboBox::activated, this, [this] { m_preferences.setEnter(models::Preferences::Enter(m_enter->currentData().toInt())); });
}

void AppearancePage::follow()
{
    m_scheme->setCurrentIndex(m_scheme->findData(int(m_preferences.scheme())));
    m_enter->setCurrentIndex(m_enter->findData(int(m_preferences.enter())));
    m_compact->setChecked(m_preferences.density() == models::Preferences::Density::Compact);
    const int percent = int(std::lround(m_preferences.zoom() * 100));
    const auto nearest = std::ranges::min_element(Sizes, {}, [percent](int size) { return std::abs(size - percent); });
    m_zoom->setCurrentIndex(int(nearest - std::begin(Sizes)));
}

} // namespace views
