// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QStringList>

QT_BEGIN_NAMESPACE
class QUrl;
class QWidget;
QT_END_NAMESPACE

namespace views
{

//! Asks a person for what no window of ours can show; injected, so that a test answers by itself.
class Dialogs
{
public:
    Dialogs() = default;
    Dialogs(const Dialogs &) = delete;
    Dialogs &operator=(const Dialogs &) = delete;
    virtual ~Dialogs() = default;

    //! The path of a file a person chose to read; ErrorKind::Cancelled if none. `filter` is in QFileDialog's notation.
    [[nodiscard]] virtual Task<Result<QString>> chooseFile(QWidget *over, QString title, QString filter) = 0;
    //! The path of a folder a person chose to read; ErrorKind::Cancelled if none. Hidden ones are shown.
    [[nodiscard]] virtual Task<Result<QString>> chooseFolder(QWidget *over, QString title) = 0;
    //! The path of a file a person chose to write, which may exist; ErrorKind::Cancelled if none. `name` is proposed.
    [[nodiscard]] virtual Task<Result<QString>> saveFile(QWidget *over, QString title, QString name, QString filter) = 0;
    //! Which of the answers a person chose, by its place; ErrorKind::Cancelled if none, which is always offered too.
    [[nodiscard]] virtual Task<Result<int>> ask(QWidget *over, QString title, QString text, QStringList answers) = 0;
    //! Opens a link of a message with the system's program for it; only web, mail and chat addresses.
    virtual void openLink(const QUrl &url) = 0;
};

} // namespace views
