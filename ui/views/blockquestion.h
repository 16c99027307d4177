// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/account.h"

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace views
{

class Dialogs;

//! Asks whether to block somebody, and to report them where the server takes that; does it. ErrorKind::Cancelled: they thought better of it.
[[nodiscard]] Task<Result<void>> askToBlock(Dialogs &dialogs, QWidget *over, im::Account *account, Jid address);
//! Why nothing comes from an address, "You blocked Ana." or "You blocked everybody at spam.example."; empty if it is not blocked.
[[nodiscard]] QString blockedWords(const im::Account &account, const Jid &address);

} // namespace views
