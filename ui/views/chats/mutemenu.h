// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mutes.h"

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace views
{

//! Adds to the menu of a chat what silences it for a while or for ever, or makes it heard again.
void addMuteActions(QMenu *menu, models::Mutes &mutes, const data::Conversation &chat);

} // namespace views
