// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chats/certificatedialog.h"

#include "views/parts.h"
#include "views/signin/certificatepanel.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views
{

CertificateDialog::CertificateDialog(const im::CertificateProblem &problem, QWidget *parent)
    : QDialog(parent)
{
    setObjectName("certificateDialog"_L1);
    setWindowTitle(tr("Certificate"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    auto *panel = new CertificatePanel(this);
    panel->setProblem(problem);
    QPushButton *close = makeButton(tr("Close"), style::ButtonRole::Secondary, "closeCertificate"_L1, this);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 16, 16);
    column->addWidget(panel);
    column->addWidget(close, 0, Qt::AlignTrailing);
    setMinimumWidth(440);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(panel, &CertificatePanel::trustRequested, this, [this] {
        Q_EMIT trusted();
        accept();
    });
}

} // namespace views
