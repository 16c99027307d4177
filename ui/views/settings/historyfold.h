// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/account.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
QT_END_NAMESPACE

namespace widgets
{
class Collapsible;
}

namespace views
{

//! What of an account's messages its server keeps, how much of that is here, and what is to be kept from now on (XEP-0441).
class HistoryFold final : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryFold(im::Account &account, QWidget *parent = nullptr);

Q_SIGNALS:
    void failed(const Error &error);

private:
    void follow();
    void ask();
    void choose();
    void show(const Result<im::Account::Keeping> &keeping);

    im::Account &m_account;
    widgets::Collapsible *m_fold = nullptr;
    QLabel *m_state = nullptr, *m_keepingName = nullptr;
    QComboBox *m_keeping = nullptr;
    bool m_asked = false;
};

} // namespace views
