// SPDX-License-Identifier: GPL-3.0-or-later
// Models and painters know nothing of each other; here, where both are seen, their numbers are held to agree.
#include "models/roles.h"
#include "widgets/chatroles.h"
#include "widgets/messageroles.h"

#define SAME(scope, name) static_assert(int(models::scope::name) == int(widgets::scope::name))

SAME(ChatRole, Id);
SAME(ChatRole, Name);
SAME(ChatRole, Preview);
SAME(ChatRole, PreviewSender);
SAME(ChatRole, TimeText);
SAME(ChatRole, Unread);
SAME(ChatRole, Mentioned);
SAME(ChatRole, Muted);
SAME(ChatRole, Pinned);
SAME(ChatRole, Draft);
SAME(ChatRole, Typing);
SAME(ChatRole, PresenceState);
SAME(ChatRole, AvatarKey);
SAME(ChatRole, AvatarImage);
SAME(ChatRole, IsGroup);
SAME(ChatRole, IsRequest);
SAME(ChatRole, AccountLabel);
SAME(ChatRole, State);
SAME(ChatRole, Found);
SAME(ChatRole, Line);
static_assert(int(models::ChatRole::Account) > int(widgets::ChatRole::Last));

SAME(MessageRole, Id);
SAME(MessageRole, Kind);
SAME(MessageRole, Sender);
SAME(MessageRole, SenderName);
SAME(MessageRole, Own);
SAME(MessageRole, Body);
SAME(MessageRole, Time);
SAME(MessageRole, State);
SAME(MessageRole, ErrorText);
SAME(MessageRole, Edited);
SAME(MessageRole, Delayed);
SAME(MessageRole, UnreadLine);
SAME(MessageRole, AvatarKey);
SAME(MessageRole, AvatarImage);
SAME(MessageRole, AccountLabel);
SAME(MessageRole, Actor);
SAME(MessageRole, Unstyled);
SAME(MessageRole, Found);
SAME(MessageRole, Marked);

SAME(Presence, None);
SAME(Presence, Online);
SAME(Presence, Away);
SAME(Presence, Busy);
SAME(Presence, Offline);

SAME(MessageState, None);
SAME(MessageState, Sending);
SAME(MessageState, Sent);
SAME(MessageState, Delivered);
SAME(MessageState, Read);
SAME(MessageState, Failed);

#undef SAME
