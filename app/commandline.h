// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace app
{

//! What was asked on the command line: `palique [--profile DIR] [--minimized] [--version] [xmpp:URI]`.
struct CommandLine
{
    QString profile; //!< folder that keeps everything; empty: the platform's places
    bool minimized = false;
    QString uri; //!< one xmpp: address, or empty
    QString answer; //!< text to print before leaving at once (--help, --version), or empty

    //! `arguments` without the program's name. An option can never come out of a link: after an xmpp: address nothing is read.
    [[nodiscard]] static Result<CommandLine> parse(const QStringList &arguments);
};

} // namespace app
