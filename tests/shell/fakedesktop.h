// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/notifier.h"
#include "views/dialogs.h"

#include <QUrl>

namespace fake
{

//! Answers what a dialog would ask.
class Dialogs final : public views::Dialogs
{
public:
    [[nodiscard]] Task<Result<QString>> chooseFile(QWidget *, QString, QString) override
    {
        if (file.isEmpty())
            return Task<Result<QString>>::ready(fail(Error::cancelled()));
        return Task<Result<QString>>::ready(file);
    }
    void openLink(const QUrl &url) override { links << url; }

    QString file;
    QList<QUrl> links;
};

//! Keeps what would be notified.
class Notifier final : public shell::Notifier
{
    Q_OBJECT

public:
    void show(const shell::Notification &notification) override { shown << notification; }
    void withdraw(data::ConversationId conversation) override { withdrawn << conversation; }

    QList<shell::Notification> shown;
    QList<data::ConversationId> withdrawn;
};

} // namespace fake
