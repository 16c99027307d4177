// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/explanations/table.h"

#include "stream/ns.h"

#include <QCoreApplication>

#include <array>

namespace xep::explanations
{

std::span<const Line> core()
{
    static constexpr auto Sent = Both::Sent;
    // A line with a type or a way comes before the one for all.
    static constexpr std::array lines = {
        // The stream
        Line{{u"features", ns::Streams}, QT_TRANSLATE_NOOP("xep::Explanations", "The server says what can be done next on this stream."), "RFC 6120 4.3.2"},
        Line{{u"error", ns::Streams}, QT_TRANSLATE_NOOP("xep::Explanations", "We end the stream because the server broke the rules."), "RFC 6120 4.9", {}, Sent},
        Line{{u"error", ns::Streams}, QT_TRANSLATE_NOOP("xep::Explanations", "The server ends the stream and says why."), "RFC 6120 4.9"},
        Line{{u"text", ns::StreamErrors}, QT_TRANSLATE_NOOP("xep::Explanations", "The reason for the end of the stream, in words."), "RFC 6120 4.9.2"},
        Line{{u"see-other-host", ns::StreamErrors}, QT_TRANSLATE_NOOP("xep::Explanations", "The server sends us to another host."), "RFC 6120 4.9.3.19"},
        Line{{u"conflict", ns::StreamErrors}, QT_TRANSLATE_NOOP("xep::Explanations", "The stream ends because another one took its place."), "RFC 6120 4.9.3.3"},
        Line{{u"", ns::StreamErrors}, QT_TRANSLATE_NOOP("xep::Explanations", "The reason for the end of the stream, as a word for programs."), "RFC 6120 4.9.3"},

        // Encryption
        Line{{u"starttls", ns::Tls}, QT_TRANSLATE_NOOP("xep::Explanations", "We ask to encrypt the connection from here on."), "RFC 6120 5.4.2.1", {}, Sent},
        Line{{u"starttls", ns::Tls}, QT_TRANSLATE_NOOP("xep::Explanations", "The connection can be encrypted from here on."), "RFC 6120 5.4.1"},
        Line{{u"required", ns::Tls}, QT_TRANSLATE_NOOP("xep::Explanations", "Nothing else is possible without encryption."), "RFC 6120 5.3.1"},
        Line{{u"proceed", ns::Tls}, QT_TRANSLATE_NOOP("xep::Explanations", "The server is ready: encryption begins with the next byte."), "RFC 6120 5.4.2.3"},
        Line{{u"failure", ns::Tls}, QT_TRANSLATE_NOOP("xep::Explanations", "The server cannot encrypt the connection."), "RFC 6120 5.4.2.2"},

        // Signing in
        Line{{u"mechanisms", ns::Sasl}, QT_TRANSLATE_NOOP("xep::Explanations", "The ways to sign in that the server offers."), "RFC 6120 6.3.3"},
        Line{{u"mechanism", ns::Sasl}, QT_TRANSLATE_NOOP("xep::Explanations", "One way to sign in, by its registered name."), "RFC 6120 6.4.1"},
        Line{{u"auth", ns::Sasl}, QT_TRANSLATE_NOOP("xep::Explanations", "We begin to sign in, in the way we chose."), "RFC 6120 6.4.2"},
        Line{{u"challenge", ns::Sasl}, QT_TRANSLATE_NOOP("xep::Explanations", "The server asks us to prove who we are."), "RFC 6120 6.4.3"},
        Line{{u"response", ns::Sasl}, QT_TRANSLATE_NOOP("xep::Explanations", "Our proof, computed from the server's challenge."), "RFC 6120 6.4.3"},
        Line{{u"success", ns::Sasl}, QT_TRANSLATE_NOOP("xep::Explanations", "We are signed in; the payload proves that the server knows us, too."), "RFC 6120 6.4.6"},
        Line{{u"failure", ns::Sasl}, QT_TRANSLATE_NOOP("xep::Explanations", "The server refuses the sign-in and says why."), "RFC 6120 6.4.5"},
        Line{{u"abort", ns::Sasl}, QT_TRANSLATE_NOOP("xep::Explanations", "We break the sign-in off."), "RFC 6120 6.4.4"},
        Line{{u"text", ns::Sasl}, QT_TRANSLATE_NOOP("xep::Explanations", "The reason for the refusal, in words."), "RFC 6120 6.4.5"},
        Line{{u"not-authorized", ns::Sasl}, QT_TRANSLATE_NOOP("xep::Explanations", "Address and password do not fit together, or the account does not exist."), "RFC 6120 6.5.10"},
        Line{{u"temporary-auth-failure", ns::Sasl}, QT_TRANSLATE_NOOP("xep::Explanations", "The server has trouble of its own: later it may work."), "RFC 6120 6.5.11"},
        Line{{u"", ns::Sasl}, QT_TRANSLATE_NOOP("xep::Explanations", "The reason for the refusal, as a word for programs."), "RFC 6120 6.5"},
        Line{{u"sasl-channel-binding", ns::ChannelBinding}, QT_TRANSLATE_NOOP("xep::Explanations", "How a sign-in can be tied to this encryption, so that nobody can sit in between."), "XEP-0440"},
        Line{{u"channel-binding", ns::ChannelBinding}, QT_TRANSLATE_NOOP("xep::Explanations", "One kind of tie between sign-in and encryption."), "XEP-0440"},

        // Signing in, the second profile
        Line{{u"authentication", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "The ways to sign in, and what can be done in the same step."), "XEP-0388"},
        Line{{u"mechanism", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "One way to sign in, by its registered name."), "XEP-0388"},
        Line{{u"inline", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "What can be asked for together with the sign-in."), "XEP-0388"},
        Line{{u"authenticate", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "We sign in, and ask in the same breath for all that we need."), "XEP-0388"},
        Line{{u"initial-response", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "The first part of our proof."), "XEP-0388"},
        Line{{u"user-agent", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "Which program this is, so that you recognise it in your list of devices."), "XEP-0388"},
        Line{{u"software", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "The program's name."), "XEP-0388"},
        Line{{u"device", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "The device's name."), "XEP-0388"},
        Line{{u"challenge", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "The server asks us to prove who we are."), "XEP-0388"},
        Line{{u"response", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "Our proof, computed from the server's challenge."), "XEP-0388"},
        Line{{u"success", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "We are signed in; what we asked for together with it is inside."), "XEP-0388"},
        Line{{u"additional-data", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "The proof that the server knows us, too."), "XEP-0388"},
        Line{{u"authorization-identifier", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "The address we are signed in as."), "XEP-0388"},
        Line{{u"failure", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "The server refuses the sign-in and says why."), "XEP-0388"},
        Line{{u"text", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "The reason for the refusal, in words."), "XEP-0388"},
        Line{{u"continue", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "The server wants one more step, such as a code from another device."), "XEP-0388"},
        Line{{u"abort", ns::Sasl2}, QT_TRANSLATE_NOOP("xep::Explanations", "We break the sign-in off."), "XEP-0388"},
        Line{{u"fast", ns::Fast}, QT_TRANSLATE_NOOP("xep::Explanations", "We sign in with the token of last time instead of the password."), "XEP-0484", {}, Sent},
        Line{{u"fast", ns::Fast}, QT_TRANSLATE_NOOP("xep::Explanations", "The server gives tokens that sign in next time, quicker and without the password."), "XEP-0484"},
        Line{{u"mechanism", ns::Fast}, QT_TRANSLATE_NOOP("xep::Explanations", "One way to sign in with a token."), "XEP-0484"},
        Line{{u"request-token", ns::Fast}, QT_TRANSLATE_NOOP("xep::Explanations", "We ask for a token for next time."), "XEP-0484"},
        Line{{u"token", ns::Fast}, QT_TRANSLATE_NOOP("xep::Explanations", "A token that signs in next time instead of the password; as secret as that."), "XEP-0484"},
        Line{{u"config-version", ns::Pipelining}, QT_TRANSLATE_NOOP("xep::Explanations", "We rely on what the server offered last time, by its version number, and do not wait."), "XEP-0509", {}, Sent},
        Line{{u"config-version", ns::Pipelining}, QT_TRANSLATE_NOOP("xep::Explanations", "The version of all that the server offers; next time we need not wait for the list."), "XEP-0509"},
        Line{{u"config-version-mismatch", ns::Pipelining}, QT_TRANSLATE_NOOP("xep::Explanations", "The server offers other things than last time: we start again by the new list."), "XEP-0509"},

        // A session
        Line{{u"bind", ns::Bind}, QT_TRANSLATE_NOOP("xep::Explanations", "We ask for an address for this device."), "RFC 6120 7.6.1", u"set"},
        Line{{u"bind", ns::Bind}, QT_TRANSLATE_NOOP("xep::Explanations", "The full address of this device on this connection."), "RFC 6120 7.6.1", u"result"},
        Line{{u"bind", ns::Bind}, QT_TRANSLATE_NOOP("xep::Explanations", "Each device gets an address of its own here."), "RFC 6120 7.4"},
        Line{{u"resource", ns::Bind}, QT_TRANSLATE_NOOP("xep::Explanations", "The name we would like for this device."), "RFC 6120 7.7"},
        Line{{u"jid", ns::Bind}, QT_TRANSLATE_NOOP("xep::Explanations", "The address itself."), "RFC 6120 7.6.1"},
        Line{{u"bind", ns::Bind2}, QT_TRANSLATE_NOOP("xep::Explanations", "We ask for this device's address together with the sign-in."), "XEP-0386", {}, Sent},
        Line{{u"bind", ns::Bind2}, QT_TRANSLATE_NOOP("xep::Explanations", "A device's address can be had together with the sign-in."), "XEP-0386"},
        Line{{u"tag", ns::Bind2}, QT_TRANSLATE_NOOP("xep::Explanations", "How this device's address should begin."), "XEP-0386"},
        Line{{u"inline", ns::Bind2}, QT_TRANSLATE_NOOP("xep::Explanations", "What can be switched on in the same step."), "XEP-0386"},
        Line{{u"feature", ns::Bind2}, QT_TRANSLATE_NOOP("xep::Explanations", "One thing that can be switched on in the same step."), "XEP-0386"},
        Line{{u"bound", ns::Bind2}, QT_TRANSLATE_NOOP("xep::Explanations", "This device has its address, and what is inside is switched on."), "XEP-0386"},
        Line{{u"session", ns::LegacySession}, QT_TRANSLATE_NOOP("xep::Explanations", "A session, as servers from before 2011 want it."), "RFC 3921 3"},
        Line{{u"optional", ns::LegacySession}, QT_TRANSLATE_NOOP("xep::Explanations", "It can be left out."), "RFC 3921 3"},
        Line{{u"ver", ns::RosterVersioning}, QT_TRANSLATE_NOOP("xep::Explanations", "The server sends only what changed in the list of contacts."), "RFC 6121 2.6"},

        // Stream management
        Line{{u"sm", ns::Sm}, QT_TRANSLATE_NOOP("xep::Explanations", "Both sides can count what arrives, and take a broken connection up again."), "XEP-0198 3"},
        Line{{u"enable", ns::Sm}, QT_TRANSLATE_NOOP("xep::Explanations", "We ask to count what arrives, and to be able to come back after a break."), "XEP-0198 3"},
        Line{{u"enabled", ns::Sm}, QT_TRANSLATE_NOOP("xep::Explanations", "From here on both sides count; with the id we can come back after a break."), "XEP-0198 3"},
        Line{{u"resume", ns::Sm}, QT_TRANSLATE_NOOP("xep::Explanations", "We come back to the session that broke, and say how much of it arrived here."), "XEP-0198 5"},
        Line{{u"resumed", ns::Sm}, QT_TRANSLATE_NOOP("xep::Explanations", "The old session goes on as if nothing had happened."), "XEP-0198 5"},
        Line{{u"failed", ns::Sm}, QT_TRANSLATE_NOOP("xep::Explanations", "The server does not give this; the old session is gone if we asked for it."), "XEP-0198 5"},
        Line{{u"r", ns::Sm}, QT_TRANSLATE_NOOP("xep::Explanations", "We ask how much has arrived."), "XEP-0198 4", {}, Sent},
        Line{{u"r", ns::Sm}, QT_TRANSLATE_NOOP("xep::Explanations", "The server asks how much has arrived here."), "XEP-0198 4"},
        Line{{u"a", ns::Sm}, QT_TRANSLATE_NOOP("xep::Explanations", "We say how many of the server's stanzas are safe here."), "XEP-0198 4", {}, Sent},
        Line{{u"a", ns::Sm}, QT_TRANSLATE_NOOP("xep::Explanations", "The server says how many of our stanzas have arrived."), "XEP-0198 4"},

        // Stanzas
        Line{{u"body", ns::Client}, QT_TRANSLATE_NOOP("xep::Explanations", "The words of the message."), "RFC 6121 5.2.3"},
        Line{{u"subject", ns::Client}, QT_TRANSLATE_NOOP("xep::Explanations", "What the message is about."), "RFC 6121 5.2.4"},
        Line{{u"thread", ns::Client}, QT_TRANSLATE_NOOP("xep::Explanations", "Which thread of the conversation it belongs to."), "RFC 6121 5.2.5"},
        Line{{u"show", ns::Client}, QT_TRANSLATE_NOOP("xep::Explanations", "How available that device is: away, busy, free to chat."), "RFC 6121 4.7.2.1"},
        Line{{u"status", ns::Client}, QT_TRANSLATE_NOOP("xep::Explanations", "What they say of themselves."), "RFC 6121 4.7.2.2"},
        Line{{u"priority", ns::Client}, QT_TRANSLATE_NOOP("xep::Explanations", "Which of several devices should get messages first."), "RFC 6121 4.7.2.3"},
        Line{{u"message", ns::Client}, QT_TRANSLATE_NOOP("xep::Explanations", "A message inside another one."), "RFC 6121 5"},
        Line{{u"presence", ns::Client}, QT_TRANSLATE_NOOP("xep::Explanations", "A presence inside another stanza."), "RFC 6121 4"},
        Line{{u"iq", ns::Client}, QT_TRANSLATE_NOOP("xep::Explanations", "A request inside another stanza."), "RFC 6120 8.2.3"},
        Line{{u"error", ns::Client}, QT_TRANSLATE_NOOP("xep::Explanations", "Why it did not work, and whether it is worth another try."), "RFC 6120 8.3"},
        Line{{u"text", ns::StanzaErrors}, QT_TRANSLATE_NOOP("xep::Explanations", "The reason, in words."), "RFC 6120 8.3.2"},
        Line{{u"", ns::StanzaErrors}, QT_TRANSLATE_NOOP("xep::Explanations", "The reason, as a word for programs."), "RFC 6120 8.3.3"},
    };
    return lines;
}

} // namespace xep::explanations
