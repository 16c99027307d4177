// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/transfer.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
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

//! What goes out of Palique and comes in: exports, backups, other programs' messages.
class DataPage final : public QWidget
{
    Q_OBJECT

public:
    DataPage(im::Transfer &transfer, Dialogs &dialogs, QWidget *parent = nullptr);

Q_SIGNALS:
    void exportRequested();
    void restoreRequested();
    void importRequested();

private:
    QPushButton *addAction(QBoxLayout *column, const QString &text, QLatin1StringView objectName);
    void addHeading(QBoxLayout *column, const QString &name, const QString &note);
    void backUp();
    void begin(const QString &path);
    void show(const Result<data::TransferOutcome> &outcome);

    im::Transfer &m_transfer;
    Dialogs &m_dialogs;
    QString m_path;
    QPushButton *m_backUp = nullptr;
    widgets::Banner *m_notice;
    JobView *m_job;
};

} // namespace views
