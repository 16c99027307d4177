// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace widgets
{
class Banner;
}

namespace views
{

class Dialogs;
class FactGrid;
class JobView;

//! The window "Restore a backup": which, what is in it, and what becomes of what is here.
class RestoreDialog final : public QDialog
{
    Q_OBJECT

public:
    RestoreDialog(im::Messenger &messenger, Dialogs &dialogs, QWidget *parent = nullptr);

private:
    void build();
    void choose();
    void inspect(const QString &path);
    void describe(const Result<data::BackupInfo> &info);
    void restore();
    void tell(const Result<data::TransferOutcome> &outcome);

    im::Messenger &m_messenger;
    Dialogs &m_dialogs;
    QString m_path;
    FactGrid *m_facts;
    QLabel *m_warning;
    widgets::Banner *m_notice;
    JobView *m_job;
    QPushButton *m_choose, *m_close, *m_restore;
};

} // namespace views
