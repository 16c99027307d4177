// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <QCoreApplication>
#include <QDebug>

static QString tr(const char *text) { return QCoreApplication::translate("Error", text); }

Error Error::cancelled()
{
    return {ErrorKind::Cancelled, {}, tr("Cancelled.")};
}

Error Error::disconnected()
{
    return {ErrorKind::Disconnected, {}, tr("The connection ended before the answer came.")};
}

Error Error::timeout()
{
    return {ErrorKind::Timeout, {}, tr("No answer came in time.")};
}

Error Error::protocol(QString text)
{
    return {ErrorKind::Protocol, {}, std::move(text)};
}

Error Error::invalid(QString text)
{
    return {ErrorKind::Invalid, {}, std::move(text)};
}

QDebug operator<<(QDebug debug, const Error &error)
{
    const QDebugStateSaver saver(debug);
    debug.nospace() << "Error(" << int(error.kind) << ", " << error.condition << ", " << error.text << ')';
    return debug;
}
