// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fields.h"

#include "style/style.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace widgets {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName("search"_L1);
    setAccessibleName(tr("Search"));
    setPlaceholderText(tr("Search"));
    addAction(style::icon(style::Icon::Search), QLineEdit::LeadingPosition);
    setTextMargins(layoutDirection() == Qt::RightToLeft ? QMargins(0, 0, -8, 0) : QMargins(-8, 0, 0, 0)); // the icon has its own
    auto *clearAction = addAction(style::icon(style::Icon::Close), QLineEdit::TrailingPosition);
    clearAction->setObjectName("clearSearch"_L1);
    clearAction->setText(tr("Clear"));
    clearAction->setToolTip(tr("Clear"));
    clearAction->setVisible(false);
    connect(clearAction, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, clearAction, [clearAction](const QString &text) { clearAction->setVisible(!text.isEmpty()); });
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT left();
        clear();
        return;
    case Qt::Key_Down: Q_EMIT downPressed(); return;
    default: QLineEdit::keyPressEvent(event);
    }
}

PasswordField::PasswordField(QWidget *parent)
    : QLineEdit(parent), m_eye(addAction(style::icon(style::Icon::Eye), QLineEdit::TrailingPosition))
{
    setObjectName("password"_L1);
    setAccessibleName(tr("Password"));
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase | Qt::ImhSensitiveData);
    setDragEnabled(false);
    m_eye->setObjectName("revealPassword"_L1);
    connect(m_eye, &QAction::triggered, this, [this] { setRevealed(!isRevealed()); });
    setRevealed(false);
}

void PasswordField::setRevealed(bool revealed)
{
    setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    m_eye->setIcon(style::icon(revealed ? style::Icon::EyeOff : style::Icon::Eye));
    m_eye->setText(revealed ? tr("Hide password") : tr("Show password"));
    m_eye->setToolTip(m_eye->text());
}

bool PasswordField::isRevealed() const
{
    return echoMode() == QLineEdit::Normal;
}

void PasswordField::hideEvent(QHideEvent *event)
{
    setRevealed(false); // whoever comes back to the page sees dots again
    QLineEdit::hideEvent(event);
}

}
