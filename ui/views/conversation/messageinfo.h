// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/message.h"

#include <QDialog>

namespace views
{

//! The window "Message info": who wrote a message, when, and what became of it.
class MessageInfo final : public QDialog
{
    Q_OBJECT

public:
    MessageInfo(const data::Message &message, const QString &sender, QWidget *parent = nullptr);
};

} // namespace views
