// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preferences.h"

#include <QAction>
#include <QObject>

namespace views
{

//! The keys of all actions: the usual ones, and those a person chose, which are kept and used at once.
class Shortcuts final : public QObject
{
    Q_OBJECT

public:
    //! `actions` come with their usual keys; an action's object name is what its keys are kept under.
    Shortcuts(const QList<QAction *> &actions, models::Preferences &preferences, QObject *parent = nullptr);

    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; }
    [[nodiscard]] bool isChanged(const QAction *action) const;
    [[nodiscard]] bool isAnyChanged() const;
    //! Why these keys cannot be the action's, in words; empty if they can.
    [[nodiscard]] QString objection(const QAction *action, const QKeySequence &keys) const;
    //! Gives an action keys there is no objection to; none takes its keys away.
    void set(const QAction *action, const QKeySequence &keys);
    //! Gives an action its usual keys back; if another has them now, nothing happens and the answer says so.
    [[nodiscard]] QString reset(const QAction *action);
    void resetAll();

Q_SIGNALS:
    void changed();

private:
    void apply();
    [[nodiscard]] const QAction *ownerOf(const QKeySequence &keys, const QAction *besides) const;

    const QList<QAction *> m_actions;
    models::Preferences &m_preferences;
    QHash<const QAction *, QList<QKeySequence>> m_usual;
    QHash<QString, QString> m_kept, m_chosen; // m_chosen: those of m_kept that can be read
};

} // namespace views
