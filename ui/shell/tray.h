// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QObject>
#include <QString>

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace shell
{

//! The place for small icons that many desktops have; the platform's way comes from outside.
class Tray : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Whether there is such a place at this moment, so that an icon there can be seen.
    [[nodiscard]] virtual bool isAvailable() const = 0;
    //! Puts our icon there with this menu behind it, now or as soon as there is a place.
    virtual void show(QMenu *menu) = 0;
    //! How it looks; `words` say the same to who does not see it.
    virtual void setIcon(const QIcon &icon, const QString &words) = 0;

Q_SIGNALS:
    void clicked();
    void appeared(); //!< now there is a place, and there was none
};

} // namespace shell
