// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "models/requests.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QLabel;
QT_END_NAMESPACE

namespace views
{

//! One who waits for an answer: who it is, what they ask for, the beginning of what they wrote, and what can be done about it.
class RequestCard final : public QWidget
{
    Q_OBJECT

public:
    RequestCard(im::Messenger &messenger, const models::Request &request, Clock &clock, QWidget *parent = nullptr);

    //! Whose card it is.
    [[nodiscard]] bool isOf(const models::Request &request) const { return m_request.account == request.account && m_request.address == request.address; }
    [[nodiscard]] const models::Request &request() const { return m_request; }

Q_SIGNALS:
    void accepted();
    void blockRequested(); //!< a question comes first
    void readRequested();

private:
    void buildHead(QBoxLayout *column, const QString &name, const QString &time);
    void buildWords(QBoxLayout *column, const im::Account &account);
    void buildButtons(QBoxLayout *column, const im::Account &account, const QString &name);
    void glimpse();
    void accept();
    void refuse();

    im::Messenger &m_messenger;
    models::Request m_request;
    QLabel *m_written = nullptr, *m_count = nullptr;
};

} // namespace views
