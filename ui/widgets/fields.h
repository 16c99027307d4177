// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace widgets {

//! A search line with a magnifier and a clear button; Esc clears, then leaves. Accessible name "Search".
class SearchField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

Q_SIGNALS:
    void left(); //!< Esc in the empty field: give the focus back
    void downPressed(); //!< Down or Enter: go to the first result

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

//! A password line with an eye that shows and hides it; never in undo, drag or the selection clipboard. Accessible name "Password".
class PasswordField final : public QLineEdit
{
    Q_OBJECT
public:
    explicit PasswordField(QWidget *parent = nullptr);
    void setRevealed(bool revealed);
    [[nodiscard]] bool isRevealed() const;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QAction *m_eye;
};

}
