// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/autostart.h"

#include <QString>
#include <QStringList>

namespace app
{

//! Starting with the session by a file in the folder "autostart" (the desktops' Autostart specification). The file is all there is:
//! no copy of it is kept anywhere.
class AutostartFile final : public views::Autostart
{
public:
    //! `config`: the folder that holds "autostart". `program`: a path, or a name that the session finds. `profile`: an absolute
    //! folder, or empty for the usual one. `name` tells profiles apart and is part of a file name.
    AutostartFile(const QString &config, QString program, const QString &profile, const QString &name);

    [[nodiscard]] State state() const override;
    [[nodiscard]] Result<void> set(State state) override;

    //! One argument as the key Exec takes it (Desktop Entry Specification, "The Exec key").
    [[nodiscard]] static QString quoted(const QString &argument);
    //! How the session finds this program: by name if that is this one, else by its path.
    [[nodiscard]] static QString ownProgram();

private:
    //! What a file says; a file that is not there says nothing.
    struct Entry
    {
        bool exists = false, isOurs = false, isOff = false;
    };

    [[nodiscard]] Entry read(const QString &path) const;
    [[nodiscard]] Result<void> write(const QString &path) const;
    [[nodiscard]] Result<void> remove() const;

    QString m_program, m_arguments;
    QStringList m_paths; //!< where ours may be; the first is the usual one
};

} // namespace app
