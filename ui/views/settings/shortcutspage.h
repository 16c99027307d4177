// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/shortcuts.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QGridLayout;
class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace views
{

//! Every action with its keys, which one changes by pressing others.
class ShortcutsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ShortcutsPage(Shortcuts &shortcuts, QWidget *parent = nullptr);
    ~ShortcutsPage() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    //! An action, its field, its button "Reset" and why its last keys were refused.
    struct Row
    {
        QAction *action;
        QKeySequenceEdit *keys;
        QToolButton *reset;
        QLabel *objection;
    };

    void buildTop(QBoxLayout *column);
    void addRow(QGridLayout *grid, QAction *action);
    void take(const Row &row);
    void object(const Row &row, const QString &words);
    void follow();

    Shortcuts &m_shortcuts;
    QList<Row> m_rows;
    QPushButton *m_resetAll;
};

} // namespace views
