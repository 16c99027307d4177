// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/dialogs.h"

#include <QCoreApplication>

namespace shell
{

//! The system's own dialogs; none of them stops the event loop.
class SystemDialogs final : public views::Dialogs
{
    Q_DECLARE_TR_FUNCTIONS(shell::SystemDialogs)

public:
    [[nodiscard]] Task<Result<QString>> chooseFile(QWidget *over, QString title, QString filter) override;
    [[nodiscard]] Task<Result<QString>> chooseFolder(QWidget *over, QString title) override;
    [[nodiscard]] Task<Result<QString>> saveFile(QWidget *over, QString title, QString name, QString filter) override;
    [[nodiscard]] Task<Result<int>> ask(QWidget *over, QString title, QString text, QStringList answers) override;
    void openLink(const QUrl &url) override;
};

} // namespace shell
