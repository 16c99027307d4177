#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of the demo: they are online, read, type, answer, and now and then begin by themselves.

    contacts.py HOST PORT CA_FILE [--history]   prints "ready" when all are online; --history first leaves some messages
"""
import asyncio
import itertools
import random
import sys
from pathlib import Path

import slixmpp

from server import DOMAIN, PASSWORD, YOU

PEOPLE = {  # user: (name, presence, note, what was said before, answers, what they begin with)
    "ana": ("Ana Ruiz", None, "In Lisbon until Friday", ["Hi! I'm back from the mountains 🏔️", "¿Nos vemos a las 6?"],
            ["Great, see you there!", "Let me check and I'll tell you.", "Ha, I was just thinking the same.", "Yes! And bring the photos.",
             "Perfecto 😊", "I'm in a meeting until five, after that I'm all yours."],
            ["Did you see the sunset today?", "I found the book you were looking for.", "Coffee tomorrow?"]),
    "leo": ("Leo", "away", "Out climbing", ["The rope arrived, we can go on Saturday."],
            ["Sure thing.", "Nice one!", "Give me ten minutes.", "Hmm, I'd rather go on Sunday.", "Deal."],
            ["Weather looks good for the weekend.", "I left your jacket at my place, remind me."]),
    "climbing": ("Climbing friends", None, "Saturdays, 9:00, north car park", ["Saturday's list: Ana, Leo, Marta. Anyone else?"],
                 ["Noted, you're on the list.", "The route is a 6a, bring the long rope.", "Thanks for telling us!"],
                 ["Reminder: helmets are not optional."]),
    "marta": ("Marta Ibáñez", "dnd", "Writing. Back later", ["I sent the draft, take your time with it."],
              ["Thank you! That helps a lot.", "Good point, I'll change that paragraph.", "Let's talk about it tomorrow."],
              ["The draft is at twelve pages now."]),
    "kenji": ("Kenji Mori", None, "", ["Good morning from Osaka!"],
              ["It's late here, but yes :)", "That works for me.", "I will send you the address."], ["Have you tried the new ramen place?"]),
    "grandma": ("Grandma", None, "", ["Call me when you can, dear ❤️"], ["How nice to hear from you, dear.", "Are you eating well?", "I love you ❤️"],
                ["I baked your favourite cake."]),
}
NAMES = {user: person[0] for user, person in PEOPLE.items()}


class Contact(slixmpp.ClientXMPP):
    """One person: answers each message after reading and typing for a while."""

    def __init__(self, user, server):
        super().__init__(f"{user}@{DOMAIN}/desk", PASSWORD)
        _, self.show, self.note, self.past, answers, topics = PEOPLE[user]
        self.answers, self.topics = itertools.cycle(answers), itertools.cycle(topics)
        self.address = server
        self.ca_certs = Path(server[2])
        self.enable_direct_tls = False
        self.ready = asyncio.get_running_loop().create_future()
        for plugin in ("xep_0030", "xep_0085", "xep_0092", "xep_0184", "xep_0199", "xep_0202", "xep_0333", "xep_0359"):
            self.register_plugin(plugin)
        self["xep_0092"].software_name = "Palique demo"
        self["xep_0184"].auto_ack = True
        self.add_event_handler("session_start", self.begin)
        self.add_event_handler("message", self.heard)

    def start(self):
        self.connect(*self.address[:2])
        return self.ready

    async def begin(self, _):
        self.send_presence(pshow=self.show, pstatus=self.note)
        await self.get_roster()
        if not self.ready.done():
            self.ready.set_result(True)

    def heard(self, message):
        late = message.xml.find("{urn:xmpp:delay}delay") is not None  # said while this program was not running
        if message["type"] in ("chat", "normal") and message["body"] and not late:
            asyncio.ensure_future(self.answer(message))

    async def answer(self, message):
        await asyncio.sleep(0.6)
        marker = self.make_message(mto=message["from"], mtype="chat")
        marker.enable("displayed")
        marker["displayed"]["id"] = message["id"]
        marker.send()
        await self.say(next(self.answers), message["from"])

    async def say(self, text, to=YOU):
        """Typing first, for as long as the text takes."""
        await asyncio.sleep(0.4)
        self.state("composing", to)
        await asyncio.sleep(min(3.0, 0.8 + len(text) * 0.03))
        self.leave(text, to)

    def state(self, name, to):
        message = self.make_message(mto=to, mtype="chat")
        message["chat_state"] = name
        message.send()

    def leave(self, text, to=YOU):
        message = self.make_message(mto=to, mbody=text, mtype="chat")
        message["chat_state"] = "active"
        message["request_receipt"] = True
        message.enable("markable")
        message.send()


async def live(contacts):
    """Now and then one of them begins."""
    while True:
        await asyncio.sleep(random.uniform(45, 120))
        contact = random.choice(contacts)
        await contact.say(next(contact.topics))


async def main():
    server = (sys.argv[1], int(sys.argv[2]), sys.argv[3])
    contacts = [Contact(user, server) for user in PEOPLE]
    await asyncio.wait_for(asyncio.gather(*(contact.start() for contact in contacts)), 60)
    if "--history" in sys.argv:
        for contact in contacts:
            for text in contact.past:
                contact.leave(text)
        await asyncio.gather(*(contact["xep_0199"].ping(DOMAIN) for contact in contacts))  # the answer means all of it arrived
    print("ready", flush=True)
    await live(contacts)


if __name__ == "__main__":
    asyncio.run(main())
