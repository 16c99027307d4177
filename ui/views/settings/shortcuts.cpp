// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/shortcuts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{
//! Keys alone or with Shift write, walk and edit, all but F1 to F35.
bool isForWriting(QKeyCombination keys)
{
    const auto modifiers = keys.keyboardModifiers() & ~Qt::KeypadModifier;
    const bool function = keys.key() >= Qt::Key_F1 && keys.key() <= Qt::Key_F35;
    return !function && (modifiers == Qt::NoModifier || modifiers == Qt::ShiftModifier || modifiers == Qt::GroupSwitchModifier);
}

//! What every text field does with these keys would be lost.
bool isForEditing(const QKeySequence &keys)
{
    static constexpr QKeySequence::StandardKey standard[] = {QKeySequence::Copy, QKeySequence::Cut, QKeySequence::Paste, QKeySequence::Undo, QKeySequence::Redo,
        QKeySequence::SelectAll, QKeySequence::MoveToNextWord, QKeySequence::MoveToPreviousWord, QKeySequence::SelectNextWord, QKeySequence::SelectPreviousWord,
        QKeySequence::DeleteStartOfWord, QKeySequence::DeleteEndOfWord};
    if (keys[0].keyboardModifiers() == Qt::ControlModifier && (keys[0].key() == Qt::Key_Return || keys[0].key() == Qt::Key_Enter))
        return true; // sends
    return std::ranges::any_of(standard, [&](QKeySequence::StandardKey key) { return QKeySequence::keyBindings(key).contains(keys); });
}
}

Shortcuts::Shortcuts(const QList<QAction *> &actions, models::Preferences &preferences, QObject *parent)
    : QObject(parent), m_actions(actions), m_preferences(preferences)
{
    for (const QAction *action : m_actions)
        m_usual.insert(action, action->shortcuts());
    connect(&preferences, &models::Preferences::changed, this, [this] {
        if (m_kept != m_preferences.shortcuts())
            apply();
    });
    apply();
}

//! Keys a person chose are taken from whoever has them usually, which a newer version may bring.
void Shortcuts::apply()
{
    m_chosen = m_kept = m_preferences.shortcuts();
    QHash<const QAction *, QKeySequence> chosen;
    for (const QAction *action : m_actions) {
        const auto text = m_chosen.constFind(action->objectName());
        if (text == m_chosen.cend())
            continue;
        const QKeySequence keys(*text, QKeySequence::PortableText);
        if (keys.isEmpty() || keys[0].key() != Qt::Key_unknown)
            chosen.insert(action, keys);
        else
            m_chosen.erase(text);
    }
    const QList<QKeySequence> taken = chosen.values();
    for (QAction *action : m_actions) {
        QList<QKeySequence> keys = m_usual.value(action);
        if (chosen.contains(action))
            keys = {chosen.value(action)};
        else
            keys.removeIf([&taken](const QKeySequence &one) { return taken.contains(one); });
        action->setShortcuts(keys);
    }
    Q_EMIT changed();
}

bool Shortcuts::isChanged(const QAction *action) const
{
    return m_chosen.contains(action->objectName());
}

bool Shortcuts::isAnyChanged() const
{
    return std::ranges::any_of(m_actions, [this](const QAction *action) { return isChanged(action); });
}

QString Shortcuts::objection(const QAction *action, const QKeySequence &keys) const
{
    if (keys.isEmpty())
        return {};
    const QString words = keys.toString(QKeySequence::NativeText);
    if (isForWriting(keys[0]))
        return tr("%1 alone is for writing. Add Ctrl or Alt.").arg(words);
    if (isForEditing(keys))
        return tr("%1 is for editing text.").arg(words);
    const QAction *owner = ownerOf(keys, action);
    return owner ? tr("%1 is already used by “%2”.").arg(words, owner->toolTip()) : QString();
}

const QAction *Shortcuts::ownerOf(const QKeySequence &keys, const QAction *besides) const
{
    const auto owner = std::ranges::find_if(m_actions, [&](const QAction *action) { return action != besides && action->shortcuts().contains(keys); });
    return owner == m_actions.cend() ? nullptr : *owner;
}

void Shortcuts::set(const QAction *action, const QKeySequence &keys)
{
    if (action->shortcut() == keys || !objection(action, keys).isEmpty())
        return;
    QHash<QString, QString> chosen = m_chosen;
    if (m_usual.value(action).value(0) == keys)
        chosen.remove(action->objectName());
    else
        chosen.insert(action->objectName(), keys.toString(QKeySequence::PortableText));
    m_preferences.setShortcuts(chosen);
}

QString Shortcuts::reset(const QAction *action)
{
    const QString objects = objection(action, m_usual.value(action).value(0));
    if (!objects.isEmpty())
        return objects;
    QHash<QString, QString> chosen = m_chosen;
    chosen.remove(action->objectName());
    m_preferences.setShortcuts(chosen);
    return {};
}

void Shortcuts::resetAll()
{
    m_preferences.setShortcuts({});
}

} // namespace views
