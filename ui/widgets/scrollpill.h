// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace widgets {

//! The button over the messages that goes to the newest: "2 new ↓", or a round arrow when nothing new came.
class ScrollPill final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ScrollPill(QWidget *parent);
    void setCount(int count);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count = 0;
};

}
