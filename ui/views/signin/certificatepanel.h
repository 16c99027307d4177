// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/status.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace views
{

class FactGrid;

//! A certificate that was not accepted, explained: what is wrong, what it says of itself, and whether one may trust it.
class CertificatePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CertificatePanel(QWidget *parent = nullptr);

    void setProblem(const im::CertificateProblem &problem);

Q_SIGNALS:
    void trustRequested();

private:
    QLabel *m_icon, *m_title, *m_sentences, *m_advice;
    FactGrid *m_facts;
    QPushButton *m_trust;
};

} // namespace views
