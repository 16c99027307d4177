// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/transfer.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
QT_END_NAMESPACE

namespace views
{

//! How far something long is, and a way to stop it; hidden while there is nothing. Destroyed, it stops what runs.
class JobView final : public QWidget
{
    Q_OBJECT

public:
    explicit JobView(QWidget *parent = nullptr);
    ~JobView() override;

    //! Runs it and shows itself; `what` says in words what is done.
    void start(std::unique_ptr<im::Job> job, const QString &what);
    [[nodiscard]] bool isRunning() const { return m_job != nullptr; }
    void stop();

Q_SIGNALS:
    void finished(const Result<data::TransferOutcome> &outcome);
    void stopped(); //!< a person thought better of it

private:
    void follow(qint64 done, qint64 total);

    std::unique_ptr<im::Job> m_job;
    std::unique_ptr<QObject> m_listening; //!< gone first: a job that is stopped has nothing to say
    QLabel *m_what;
    QProgressBar *m_bar;
};

} // namespace views
