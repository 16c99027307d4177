// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/message.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace views
{

class FactGrid;

//! The window "Message info": who wrote a message, when, and what became of it.
class MessageInfo final : public QDialog
{
    Q_OBJECT

public:
    MessageInfo(const data::Message &message, const QString &sender, QWidget *parent = nullptr);

    //! What it said at which time before the last change, oldest first.
    void setEarlier(const data::Message &message, const QList<data::Message> &corrections);

private:
    FactGrid *m_earlier;
    QLabel *m_title;
};

} // namespace views
