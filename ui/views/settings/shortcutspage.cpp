// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/shortcutspage.h"

#include "views/parts.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views
{

ShortcutsPage::ShortcutsPage(Shortcuts &shortcuts, QWidget *parent)
    : QWidget(parent), m_shortcuts(shortcuts), m_resetAll(makeButton(tr("Reset all"), style::ButtonRole::Secondary, "resetShortcuts"_L1, this))
{
    setObjectName("shortcutsPage"_L1);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 24, 4);
    buildTop(column);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    for (QAction *action : shortcuts.actions())
        addRow(grid, action);
    column->addLayout(grid);
    column->addStretch(1);
    connect(m_resetAll, &QPushButton::clicked, &shortcuts, &Shortcuts::resetAll);
    connect(&shortcuts, &Shortcuts::changed, this, &ShortcutsPage::follow);
    follow();
}

ShortcutsPage::~ShortcutsPage()
{
    for (const Row &row : std::as_const(m_rows))
        row.keys->disconnect(this); // losing the focus as it dies, a field says that its keys changed
}

void ShortcutsPage::buildTop(QBoxLayout *column)
{
    auto *top = new QHBoxLayout;
    top->addWidget(makeLabel(tr("Shortcuts"), style::TextRole::Heading, this), 1);
    top->addWidget(m_resetAll, 0, Qt::AlignTop);
    column->addLayout(top);
    column->addWidget(makeLabel(tr("Choose a field and press the keys you want. Backspace takes them away."), style::TextRole::SmallMuted, this));
    column->addSpacing(12);
}

void ShortcutsPage::addRow(QGridLayout *grid, QAction *action)
{
    const QString title = action->toolTip();
    const Row row{action, new QKeySequenceEdit(this), makeIconButton(style::Icon::Refresh, tr("Reset"), "resetShortcut"_L1, this),
        makeLabel({}, style::TextRole::Danger, this)};
    row.keys->setObjectName(u"keys-"_s + action->objectName());
    row.keys->setAccessibleName(tr("Shortcut of “%1”").arg(title));
    row.keys->setMaximumSequenceLength(1);
    row.keys->setMinimumWidth(190);
    row.keys->installEventFilter(this);
    row.reset->setObjectName(u"reset-"_s + action->objectName());
    row.reset->setAccessibleName(tr("Reset the shortcut of “%1”").arg(title));
    QSizePolicy stays = row.reset->sizePolicy();
    stays.setRetainSizeWhenHidden(true);
    row.reset->setSizePolicy(stays);
    row.objection->setObjectName(u"objection-"_s + action->objectName());
    row.objection->hide();
    QLabel *name = makeLabel(title, style::TextRole::Base, this);
    name->setBuddy(row.keys);
    const int line = grid->rowCount();
    grid->addWidget(name, line, 0);
    grid->addWidget(row.keys, line, 1);
    grid->addWidget(row.reset, line, 2);
    grid->addWidget(row.objection, line + 1, 0, 1, 3);
    m_rows.append(row);
    connect(row.keys, &QKeySequenceEdit::keySequenceChanged, this, [this, row] { take(row); });
    connect(row.reset, &QToolButton::clicked, this, [this, row] { object(row, m_shortcuts.reset(row.action)); });
}

//! Takes what was pressed, or says why not and shows the former keys again.
void ShortcutsPage::take(const Row &row)
{
    const QKeySequence keys = row.keys->keySequence();
    const QString objection = m_shortcuts.objection(row.action, keys);
    if (objection.isEmpty())
        m_shortcuts.set(row.action, keys);
    follow();
    object(row, objection);
}

void ShortcutsPage::object(const Row &row, const QString &words)
{
    row.objection->setText(words);
    row.objection->setVisible(!words.isEmpty());
    row.keys->setAccessibleDescription(words);
    if (words.isEmpty() || !QAccessible::isActive())
        return;
    QAccessibleAnnouncementEvent event(row.keys, words);
    QAccessible::updateAccessibility(&event);
}

void ShortcutsPage::follow()
{
    for (const Row &row : std::as_const(m_rows)) {
        const QSignalBlocker blocker(row.keys);
        row.keys->setKeySequence(row.action->shortcut());
        if (auto *field = row.keys->findChild<QLineEdit *>())
            field->setPlaceholderText(tr("None")); // it forgets that with every change
        if (!m_shortcuts.isChanged(row.action) && row.reset->hasFocus())
            row.keys->setFocus(Qt::OtherFocusReason);
        row.reset->setVisible(m_shortcuts.isChanged(row.action));
        object(row, {});
    }
    m_resetAll->setEnabled(m_shortcuts.isAnyChanged());
}

//! Esc leaves the keys as they are, Backspace and Delete take them away; all others are recorded.
bool ShortcutsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto row = std::ranges::find(m_rows, watched, &Row::keys);
    if (row == m_rows.cend() || key->modifiers() != Qt::NoModifier)
        return QWidget::eventFilter(watched, event);
    switch (key->key()) {
    case Qt::Key_Escape: follow(); return true;
    case Qt::Key_Backspace:
    case Qt::Key_Delete: row->keys->clear(); return true;
    default: return QWidget::eventFilter(watched, event);
    }
}

} // namespace views
