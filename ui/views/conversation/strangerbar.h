// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace views
{

//! The bar in the chat of somebody who is no contact and was not let in: "Accept", "Hide" and "Block".
class StrangerBar final : public QWidget
{
    Q_OBJECT

public:
    explicit StrangerBar(QWidget *parent = nullptr);

    enum class Blocking { Impossible, Possible };
    void setPerson(const QString &name, Blocking blocking);

Q_SIGNALS:
    void acceptRequested();
    void hideRequested();
    void blockRequested(); //!< a question comes first

private:
    QLabel *m_words;
    QPushButton *m_block;
};

} // namespace views
