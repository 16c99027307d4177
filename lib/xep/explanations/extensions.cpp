// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/explanations/table.h"

#include "xep/hints/hints.h"
#include "xep/modules.h"
#include "xep/presence/idle.h"
#include "xep/vcard/update.h"

#include <QCoreApplication>

#include <array>

namespace xep::explanations
{

std::span<const Line> extensions()
{
    static constexpr auto Sent = Both::Sent, Received = Both::Received;
    static constexpr QStringView Forward = u"urn:xmpp:forward:0", Room = u"http://jabber.org/protocol/muc#user";
    // A line with a type or a way comes before the one for all.
    static constexpr std::array lines = {
        // Contacts
        Line{{u"query", ns::Roster}, QT_TRANSLATE_NOOP("xep::Explanations", "We ask for the list of contacts; with a version, only for what changed since."), "RFC 6121 2.1.3", u"get"},
        Line{{u"query", ns::Roster}, QT_TRANSLATE_NOOP("xep::Explanations", "We change the list of contacts."), "RFC 6121 2.3", u"set", Sent},
        Line{{u"query", ns::Roster}, QT_TRANSLATE_NOOP("xep::Explanations", "The server tells all our devices that the list of contacts changed."), "RFC 6121 2.1.6", u"set", Received},
        Line{{u"query", ns::Roster}, QT_TRANSLATE_NOOP("xep::Explanations", "The list of contacts, as the server keeps it."), "RFC 6121 2.1.4"},
        Line{{u"item", ns::Roster}, QT_TRANSLATE_NOOP("xep::Explanations", "One contact: name, groups, and who sees whose presence."), "RFC 6121 2.1.2"},
        Line{{u"group", ns::Roster}, QT_TRANSLATE_NOOP("xep::Explanations", "A group the contact is in."), "RFC 6121 2.1.2.6"},

        // Who is let through
        Line{{u"blocklist", ns::Blocking}, QT_TRANSLATE_NOOP("xep::Explanations", "We ask for the list of blocked addresses, and want to hear when it changes."), "XEP-0191 3.2", u"get"},
        Line{{u"blocklist", ns::Blocking}, QT_TRANSLATE_NOOP("xep::Explanations", "The list of blocked addresses."), "XEP-0191 3.2"},
        Line{{u"block", ns::Blocking}, QT_TRANSLATE_NOOP("xep::Explanations", "We block addresses: the server lets nothing of theirs through."), "XEP-0191 3.3", u"set", Sent},
        Line{{u"block", ns::Blocking}, QT_TRANSLATE_NOOP("xep::Explanations", "The server tells all our devices that addresses were blocked."), "XEP-0191 3.3"},
        Line{{u"unblock", ns::Blocking}, QT_TRANSLATE_NOOP("xep::Explanations", "We unblock addresses, or all if none is named."), "XEP-0191 3.4", u"set", Sent},
        Line{{u"unblock", ns::Blocking}, QT_TRANSLATE_NOOP("xep::Explanations", "The server tells all our devices that addresses were unblocked, or all if none is named."), "XEP-0191 3.4"},
        Line{{u"item", ns::Blocking}, QT_TRANSLATE_NOOP("xep::Explanations", "A blocked address, or a server with everybody on it."), "XEP-0191 6"},
        Line{{u"report", ns::Reporting}, QT_TRANSLATE_NOOP("xep::Explanations", "Tells the keepers of the server why somebody is blocked."), "XEP-0377 6"},
        Line{{u"text", ns::Reporting}, QT_TRANSLATE_NOOP("xep::Explanations", "What the person who reports says about it."), "XEP-0377 4"},

        // What others can do
        Line{{u"query", ns::DiscoInfo}, QT_TRANSLATE_NOOP("xep::Explanations", "Asks what the other side is and can do."), "XEP-0030 3", u"get"},
        Line{{u"query", ns::DiscoInfo}, QT_TRANSLATE_NOOP("xep::Explanations", "Says what it is and can do."), "XEP-0030 3"},
        Line{{u"identity", ns::DiscoInfo}, QT_TRANSLATE_NOOP("xep::Explanations", "What kind of thing it is."), "XEP-0030 3.1"},
        Line{{u"feature", ns::DiscoInfo}, QT_TRANSLATE_NOOP("xep::Explanations", "One thing it can do."), "XEP-0030 3.1"},
        Line{{u"query", ns::DiscoItems}, QT_TRANSLATE_NOOP("xep::Explanations", "Asks what belongs to the other side, such as services of a server."), "XEP-0030 4", u"get"},
        Line{{u"query", ns::DiscoItems}, QT_TRANSLATE_NOOP("xep::Explanations", "Says what belongs to it."), "XEP-0030 4"},
        Line{{u"item", ns::DiscoItems}, QT_TRANSLATE_NOOP("xep::Explanations", "One thing that belongs to it."), "XEP-0030 4"},
        Line{{u"x", ns::DataForms}, QT_TRANSLATE_NOOP("xep::Explanations", "A form: fields with their values."), "XEP-0004"},
        Line{{u"field", ns::DataForms}, QT_TRANSLATE_NOOP("xep::Explanations", "One field of a form."), "XEP-0004"},
        Line{{u"value", ns::DataForms}, QT_TRANSLATE_NOOP("xep::Explanations", "A field's value."), "XEP-0004"},
        Line{{u"c", ns::Caps}, QT_TRANSLATE_NOOP("xep::Explanations", "A fingerprint of what this device can do, so that nobody needs to ask twice."), "XEP-0115"},

        // Copies for our own devices
        Line{{u"enable", ns::Carbons}, QT_TRANSLATE_NOOP("xep::Explanations", "We ask for copies of what our other devices send and receive."), "XEP-0280 4"},
        Line{{u"sent", ns::Carbons}, QT_TRANSLATE_NOOP("xep::Explanations", "A copy of what another device of ours sent."), "XEP-0280 7"},
        Line{{u"received", ns::Carbons}, QT_TRANSLATE_NOOP("xep::Explanations", "A copy of what another device of ours received."), "XEP-0280 6"},
        Line{{u"private", ns::Carbons}, QT_TRANSLATE_NOOP("xep::Explanations", "Our other devices should get no copy of this."), "XEP-0280 9"},
        Line{{u"forwarded", Forward}, QT_TRANSLATE_NOOP("xep::Explanations", "A whole stanza, packed into another one."), "XEP-0297"},
        Line{{u"query", ns::Archive}, QT_TRANSLATE_NOOP("xep::Explanations", "We ask the archive on the server for messages."), "XEP-0313 4"},
        Line{{u"result", ns::Archive}, QT_TRANSLATE_NOOP("xep::Explanations", "A message out of the archive on the server."), "XEP-0313 4.2"},
        Line{{u"fin", ns::Archive}, QT_TRANSLATE_NOOP("xep::Explanations", "That was this page of the archive."), "XEP-0313 4"},
        Line{{u"prefs", ns::Archive}, QT_TRANSLATE_NOOP("xep::Explanations", "What the archive on the server is to keep."), "XEP-0441 2"},
        Line{{u"always", ns::Archive}, QT_TRANSLATE_NOOP("xep::Explanations", "With whom everything is kept."), "XEP-0441 2"},
        Line{{u"never", ns::Archive}, QT_TRANSLATE_NOOP("xep::Explanations", "With whom nothing is kept."), "XEP-0441 2"},
        Line{{u"set", ns::ResultSet}, QT_TRANSLATE_NOOP("xep::Explanations", "Which part of a long answer is wanted, or which one this is."), "XEP-0059 2"},

        // Messages
        Line{{u"limits", ns::Limits}, QT_TRANSLATE_NOOP("xep::Explanations", "How large a stanza may be here, and how long nothing may be said."), "XEP-0478 3.1"},
        Line{{u"max-bytes", ns::Limits}, QT_TRANSLATE_NOOP("xep::Explanations", "The largest stanza the server takes, in bytes."), "XEP-0478 3.1"},
        Line{{u"idle-seconds", ns::Limits}, QT_TRANSLATE_NOOP("xep::Explanations", "After so many seconds of silence the server may ask whether we are still there."), "XEP-0478 3.1"},

        Line{{u"active", ns::Csi}, QT_TRANSLATE_NOOP("xep::Explanations", "We tell the server that somebody is looking again."), "XEP-0352 4"},
        Line{{u"inactive", ns::Csi}, QT_TRANSLATE_NOOP("xep::Explanations", "We tell the server that nobody is looking, so it may hold back what can wait."), "XEP-0352 4"},
        Line{{u"csi", ns::Csi}, QT_TRANSLATE_NOOP("xep::Explanations", "The server can hold back what can wait while nobody is looking."), "XEP-0352 3"},
        Line{{u"delay", ns::Delay}, QT_TRANSLATE_NOOP("xep::Explanations", "When it was really sent: it waited on the way."), "XEP-0203"},
        Line{{u"origin-id", ns::StanzaId}, QT_TRANSLATE_NOOP("xep::Explanations", "The sender's own number for this message."), "XEP-0359 3.2"},
        Line{{u"stanza-id", ns::StanzaId}, QT_TRANSLATE_NOOP("xep::Explanations", "The number the archive gave this message."), "XEP-0359 3.1"},
        Line{{u"request", ns::Receipts}, QT_TRANSLATE_NOOP("xep::Explanations", "Asks to be told when the message has arrived."), "XEP-0184 5.1"},
        Line{{u"received", ns::Receipts}, QT_TRANSLATE_NOOP("xep::Explanations", "Says that a message has arrived."), "XEP-0184 5.2"},
        Line{{u"markable", ns::Markers}, QT_TRANSLATE_NOOP("xep::Explanations", "Asks to be told when the message has been seen."), "XEP-0333 4"},
        Line{{u"displayed", ns::Markers}, QT_TRANSLATE_NOOP("xep::Explanations", "Says that everything up to a message has been seen."), "XEP-0333 4"},
        Line{{u"replace", ns::Correction}, QT_TRANSLATE_NOOP("xep::Explanations", "Corrects an earlier message: these words take its place."), "XEP-0308 4"},
        Line{{u"unstyled", ns::Styling}, QT_TRANSLATE_NOOP("xep::Explanations", "The words are to be shown as they are: stars and the like are no styling."), "XEP-0393"},
        Line{{u"active", ns::ChatStates}, QT_TRANSLATE_NOOP("xep::Explanations", "Has the conversation open."), "XEP-0085 3"},
        Line{{u"composing", ns::ChatStates}, QT_TRANSLATE_NOOP("xep::Explanations", "Is typing."), "XEP-0085 3"},
        Line{{u"paused", ns::ChatStates}, QT_TRANSLATE_NOOP("xep::Explanations", "Has stopped typing for a moment."), "XEP-0085 3"},
        Line{{u"inactive", ns::ChatStates}, QT_TRANSLATE_NOOP("xep::Explanations", "Is looking at something else."), "XEP-0085 3"},
        Line{{u"gone", ns::ChatStates}, QT_TRANSLATE_NOOP("xep::Explanations", "Has closed the conversation."), "XEP-0085 3"},
        Line{{u"store", ns::Hints}, QT_TRANSLATE_NOOP("xep::Explanations", "Should be kept in the archive, although there are no words in it."), "XEP-0334"},
        Line{{u"no-store", ns::Hints}, QT_TRANSLATE_NOOP("xep::Explanations", "Should be kept nowhere."), "XEP-0334"},
        Line{{u"no-permanent-store", ns::Hints}, QT_TRANSLATE_NOOP("xep::Explanations", "Should not be kept in the archive."), "XEP-0334"},
        Line{{u"no-copy", ns::Hints}, QT_TRANSLATE_NOOP("xep::Explanations", "Should not be copied to other devices."), "XEP-0334"},
        Line{{u"x", Room}, QT_TRANSLATE_NOOP("xep::Explanations", "Something about a group and the people in it."), "XEP-0045"},

        // What people say of themselves
        Line{{u"pubsub", ns::Pubsub}, QT_TRANSLATE_NOOP("xep::Explanations", "Asks somebody's account for what they publish of themselves."), "XEP-0060 6.5", u"get"},
        Line{{u"pubsub", ns::Pubsub}, QT_TRANSLATE_NOOP("xep::Explanations", "Publishes something of ours."), "XEP-0060 7.1", u"set"},
        Line{{u"pubsub", ns::Pubsub}, QT_TRANSLATE_NOOP("xep::Explanations", "What somebody publishes of themselves."), "XEP-0060 6.5"},
        Line{{u"items", ns::Pubsub}, QT_TRANSLATE_NOOP("xep::Explanations", "Things out of one drawer, which has a name."), "XEP-0060 6.5"},
        Line{{u"publish", ns::Pubsub}, QT_TRANSLATE_NOOP("xep::Explanations", "Puts one thing into a drawer."), "XEP-0060 7.1"},
        Line{{u"item", ns::Pubsub}, QT_TRANSLATE_NOOP("xep::Explanations", "One thing in a drawer."), "XEP-0060 5.2"},
        Line{{u"publish-options", ns::Pubsub}, QT_TRANSLATE_NOOP("xep::Explanations", "How the drawer must be for this: who may look in."), "XEP-0060 7.1.5"},
        Line{{u"pubsub", ns::PubsubOwner}, QT_TRANSLATE_NOOP("xep::Explanations", "The owner of a drawer changes it."), "XEP-0060 8.2"},
        Line{{u"configure", ns::PubsubOwner}, QT_TRANSLATE_NOOP("xep::Explanations", "How the drawer is to be from now on."), "XEP-0060 8.2"},
        Line{{u"event", ns::PubsubEvent}, QT_TRANSLATE_NOOP("xep::Explanations", "Tells that somebody published something."), "XEP-0163 4"},
        Line{{u"items", ns::PubsubEvent}, QT_TRANSLATE_NOOP("xep::Explanations", "What is new in a drawer."), "XEP-0060 7.1.2"},
        Line{{u"item", ns::PubsubEvent}, QT_TRANSLATE_NOOP("xep::Explanations", "One thing that is new."), "XEP-0060 7.1.2"},
        Line{{u"retract", ns::PubsubEvent}, QT_TRANSLATE_NOOP("xep::Explanations", "One thing was taken back."), "XEP-0060 7.2"},
        Line{{u"purge", ns::PubsubEvent}, QT_TRANSLATE_NOOP("xep::Explanations", "The drawer was emptied."), "XEP-0060 8.5"},
        Line{{u"delete", ns::PubsubEvent}, QT_TRANSLATE_NOOP("xep::Explanations", "The drawer is gone."), "XEP-0060 8.4"},
        Line{{u"metadata", ns::AvatarMetadata}, QT_TRANSLATE_NOOP("xep::Explanations", "Which picture somebody has now."), "XEP-0084 4.2"},
        Line{{u"info", ns::AvatarMetadata}, QT_TRANSLATE_NOOP("xep::Explanations", "One form the picture can be had in: its size, kind and fingerprint."), "XEP-0084 4.2.1"},
        Line{{u"data", ns::AvatarData}, QT_TRANSLATE_NOOP("xep::Explanations", "The picture itself."), "XEP-0084 4.1"},
        Line{{u"displayed", ns::DisplayedSync}, QT_TRANSLATE_NOOP("xep::Explanations", "Up to where a chat has been shown on one of our devices."), "XEP-0490 3"},
        Line{{u"nick", ns::Nickname}, QT_TRANSLATE_NOOP("xep::Explanations", "How somebody would like to be called."), "XEP-0172 3"},
        Line{{u"vCard", ns::VCardTemp}, QT_TRANSLATE_NOOP("xep::Explanations", "A visiting card, the old way."), "XEP-0054 3"},
        Line{{u"vcard", ns::VCard4}, QT_TRANSLATE_NOOP("xep::Explanations", "A visiting card, the new way."), "XEP-0292"},
        Line{{u"uri", ns::VCard4}, QT_TRANSLATE_NOOP("xep::Explanations", "An address on a visiting card, such as one of a telephone."), "XEP-0292"},
        Line{{u"x", ns::VCardUpdate}, QT_TRANSLATE_NOOP("xep::Explanations", "Which picture is on the sender's visiting card."), "XEP-0153 3.1"},
        Line{{u"photo", ns::VCardUpdate}, QT_TRANSLATE_NOOP("xep::Explanations", "The fingerprint of that picture; empty: there is none."), "XEP-0153 3.1"},

        Line{{u"idle", ns::Idle}, QT_TRANSLATE_NOOP("xep::Explanations", "Nobody has used this device since then."), "XEP-0319 3"},

        // Small questions
        Line{{u"ping", ns::Ping}, QT_TRANSLATE_NOOP("xep::Explanations", "Asks whether anybody is there; any answer will do."), "XEP-0199"},
        Line{{u"query", ns::Version}, QT_TRANSLATE_NOOP("xep::Explanations", "Asks which program the other side runs."), "XEP-0092", u"get"},
        Line{{u"query", ns::Version}, QT_TRANSLATE_NOOP("xep::Explanations", "Says which program it is."), "XEP-0092"},
        Line{{u"time", ns::Time}, QT_TRANSLATE_NOOP("xep::Explanations", "Asks what time it is where the other side is."), "XEP-0202", u"get"},
        Line{{u"time", ns::Time}, QT_TRANSLATE_NOOP("xep::Explanations", "Says what time it is there."), "XEP-0202"},
    };
    return lines;
}

} // namespace xep::explanations
