// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/accounts.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace shell
{

//! The window "Status text": a few words that contacts see beside one's name.
class StatusDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit StatusDialog(im::Accounts &accounts, QWidget *parent = nullptr);

private:
    void save();

    im::Accounts &m_accounts;
    QLineEdit *m_text;
};

} // namespace shell
