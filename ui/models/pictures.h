// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/account.h"

#include <QObject>
#include <QVariant>

namespace models
{

//! The pictures of people, ready to be painted. Asking for one that is not there yet fetches and decodes it; changed() follows.
class Pictures : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! A QImage, square; invalid if they have none, or not yet.
    [[nodiscard]] virtual QVariant picture(im::Account &account, const Jid &address) = 0;

Q_SIGNALS:
    void changed(data::AccountId account, const Jid &address);
};

} // namespace models
