// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace views
{

//! Quiet words over an empty list; it lets the mouse through and is as large as what it lies on.
class OverlayNote final : public QLabel
{
    Q_OBJECT

public:
    explicit OverlayNote(QWidget *over);

    //! Empty: nothing is shown.
    void say(const QString &text);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
};

} // namespace views
