// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace app
{

//! Where one person's Palique keeps its things: folders of mode 0700.
struct Profile
{
    QString data; //!< the database
    QString cache;
    QString settings;
    QString name; //!< tells profiles apart in the keyring and for second starts: empty for the usual one, else a hash of the folder

    //! Makes the folders. `folder` empty: the platform's standard places.
    [[nodiscard]] static Result<Profile> open(const QString &folder);
};

} // namespace app
