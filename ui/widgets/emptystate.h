// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/icons.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace widgets {

//! What an empty place says: a large icon, a title, a sentence, and buttons for what to do next, centred.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setIcon(style::Icon icon);
    void setTitle(const QString &title);
    void setText(const QString &text);
    QPushButton *addAction(const QString &text, style::Icon icon = style::Icon::Count); //!< the first is the primary one
    void clearActions();

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    style::Icon m_symbol = style::Icon::Chat;
    QLabel *m_icon, *m_title, *m_text;
    QBoxLayout *m_actions;
    QList<QPushButton *> m_buttons;
};

}
