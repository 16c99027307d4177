// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/inspection.h"

#include <QPointer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace widgets
{
class Banner;
}

namespace views
{

//! Where XML is written by hand and sent as it is, after a warning.
class SendPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SendPanel(QWidget *parent = nullptr);

    void setInspection(im::Inspection *inspection);
    void focusFirst();

private:
    void send();
    void follow();

    QPointer<im::Inspection> m_inspection;
    widgets::Banner *m_notice;
    QPlainTextEdit *m_xml;
    QPushButton *m_send;
};

} // namespace views
