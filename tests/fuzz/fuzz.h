// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

#include <cstdio>
#include <cstdlib>

//! What every fuzzer defines: takes one input, and ends the program if something is wrong with what became of it.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace fuzz
{

[[nodiscard]] inline QByteArray bytes(const uint8_t *data, size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
}

[[nodiscard]] inline QString text(const uint8_t *data, size_t size)
{
    return QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
}

//! Ends the program, which is how a fuzzer says that it found something.
inline void require(bool holds, QByteArrayView what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %.*s\n", int(what.size()), what.data());
    std::abort();
}

inline void dropMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    require(type != QtFatalMsg, text.toUtf8());
}

//! The application that event loops and plugins need. What is logged about bad input is dropped: there is nothing else here.
inline void needApplication()
{
    static int count = 1;
    static char name[] = "fuzz";
    static char *arguments[] = {name, nullptr};
    static const auto *const application = new QCoreApplication(count, arguments); // never goes: plugins look for it at the very end
    Q_UNUSED(application)
    static const QtMessageHandler before = qInstallMessageHandler(dropMessage);
    Q_UNUSED(before)
}

//! Lets everything that waits for a turn of the event loop have it; what is to be deleted goes.
inline void settle()
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace fuzz
