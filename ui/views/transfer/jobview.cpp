// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/transfer/jobview.h"

#include "views/parts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{
constexpr int Steps = 1000; // a bar counts in int
}

JobView::JobView(QWidget *parent) : QWidget(parent), m_what(makeLabel({}, style::TextRole::Muted, this)), m_bar(new QProgressBar(this))
{
    setObjectName("jobView"_L1);
    m_what->setObjectName("jobWhat"_L1);
    m_bar->setObjectName("jobBar"_L1);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    QPushButton *cancel = makeButton(tr("Stop"), style::ButtonRole::Secondary, "jobStop"_L1, this);
    connect(cancel, &QPushButton::clicked, this, [this] {
        stop();
        Q_EMIT stopped();
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_bar, 1);
    row->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 0, 4);
    column->addWidget(m_what);
    column->addLayout(row);
    hide();
}

JobView::~JobView() = default;

void JobView::start(std::unique_ptr<im::Job> job, const QString &what)
{
    m_job = std::move(job);
    m_what->setText(what);
    m_bar->setRange(0, 0);
    show();
    connect(m_job.get(), &im::Job::progressed, this, &JobView::follow);
    m_listening = std::make_unique<QObject>();
    m_job->run().then(m_listening.get(), [this](const Result<data::TransferOutcome> &outcome) {
        m_listening.release()->deleteLater();
        m_job.release()->deleteLater(); // it is the one that says so
        hide();
        Q_EMIT finished(outcome);
    });
}

void JobView::stop()
{
    m_listening.reset();
    m_job.reset();
    hide();
}

void JobView::follow(qint64 done, qint64 total)
{
    m_bar->setRange(0, total > 0 ? Steps : 0);
    m_bar->setValue(total > 0 ? int(double(Steps) * double(done) / double(total)) : 0);
}

} // namespace views
