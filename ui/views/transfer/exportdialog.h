// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/transfer.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QButtonGroup;
class QPushButton;
QT_END_NAMESPACE

namespace widgets
{
class Banner;
}

namespace views
{

class Dialogs;
class JobView;

//! The windows "Export this chat" and "Export everything": in which format, into which file. Closed, it stops.
class ExportDialog final : public QDialog
{
    Q_OBJECT

public:
    //! These chats, or all; `name` is what a single one is called.
    ExportDialog(im::Transfer &transfer, Dialogs &dialogs, QList<data::ConversationId> chats, const QString &name, QWidget *parent = nullptr);

private:
    void build(const QString &intro);
    void addFormat(QBoxLayout *column, data::ExportFormat format, const QString &name, const QString &note, QLatin1StringView objectName);
    void choosePath();
    void begin(const QString &path);
    void tell(const Result<data::TransferOutcome> &outcome);
    void follow();
    [[nodiscard]] data::ExportFormat format() const;

    im::Transfer &m_transfer;
    Dialogs &m_dialogs;
    const QList<data::ConversationId> m_chats;
    QString m_path;
    QButtonGroup *m_formats;
    widgets::Banner *m_notice;
    JobView *m_job;
    QPushButton *m_close, *m_export;
};

} // namespace views
