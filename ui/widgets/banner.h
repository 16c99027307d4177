// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/icons.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace widgets {

class Spinner;

//! An inline notice: icon, words, up to two buttons, perhaps a close button. Never modal. The text is spoken when it appears.
class Banner final : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Error, Busy }; //!< Busy is Info with a spinner
    explicit Banner(QWidget *parent = nullptr);

    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }
    void setText(const QString &text); //!< plain, wraps
    [[nodiscard]] QString text() const;
    void setActions(const QStringList &texts); //!< up to two; the first is the proposed one. objectName "action0", "action1"
    void setClosable(bool closable); //!< a close button that hides the banner and emits closed()
    void present(Kind kind, const QString &text, const QStringList &actions = {}); //!< all at once, and shows itself

Q_SIGNALS:
    void actionTriggered(int index);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    Kind m_kind = Kind::Info;
    QLabel *m_icon;
    Spinner *m_spinner;
    QLabel *m_text;
    QPushButton *m_actions[2];
    QToolButton *m_close;
};

}
