// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/status.h"

#include <QDialog>

namespace views
{

//! The window "Certificate": one that was not accepted, for an account that exists already.
class CertificateDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit CertificateDialog(const im::CertificateProblem &problem, QWidget *parent = nullptr);

Q_SIGNALS:
    void trusted();
};

} // namespace views
