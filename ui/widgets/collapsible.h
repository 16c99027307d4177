// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace widgets {

//! A heading button ("Advanced") that unfolds a widget below it. The folded content is hidden, so Tab does not go there.
class Collapsible final : public QWidget
{
    Q_OBJECT
public:
    explicit Collapsible(const QString &title, QWidget *parent = nullptr);
    void setContent(QWidget *content); //!< taken over; replaces the former
    [[nodiscard]] QWidget *content() const { return m_content; }
    void setExpanded(bool expanded);
    [[nodiscard]] bool isExpanded() const;
    [[nodiscard]] QToolButton *button() const { return m_button; }

Q_SIGNALS:
    void expandedChanged(bool expanded);

protected:
    void changeEvent(QEvent *event) override;

private:
    void toggle(bool expanded);
    QToolButton *m_button;
    QWidget *m_content = nullptr;
};

}
