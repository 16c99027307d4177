#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person signs in, adds a contact, chats, and finds it all again; a second account joins the first."""
import re
import unittest

import person
from driver import wait
from peer import Peer
from scenario import Scenario

ME, FRIEND, OTHER = "dave@rsa.test", "frank@rsa.test", "erin@ecdsa.test"


class Chat(Scenario):
    def sign_in(self, app, address=ME):
        return person.sign_in(app, address, self.password(address), self.server["host"], self.server["c2s"])

    def test_from_signing_in_to_finding_it_all_again(self):
        with Peer(self.server, FRIEND, self.password(FRIEND)) as friend:
            app = self.start()
            self.sign_in(app)
            self.add_contact(app, friend)
            self.chat(app, friend)
            self.assertEqual(app.quit(), 0, app.words())
        self.find_it_again()

    def add_contact(self, app, friend):
        person.new_chat(app, FRIEND)
        friend.wait("presence_subscribe", ME)
        friend.befriend(ME)
        friend.wait("presence_subscribed", ME)
        app.window(person.MAIN).list("Chats").row(r"^frank\b")

    def chat(self, app, friend):
        person.open_chat(app, "frank")
        friend.state(ME, "composing")
        app.window(person.MAIN).says(r"typing")
        friend.say(ME, "Are you there?")
        person.wait_for_message(app, r"^frank\b.*Are you there\?")
        friend.wait("receipt", ME)

        person.send(app, "Yes, and it works.")
        friend.wait("composing", ME)
        heard = friend.wait("body", ME, "Yes, and it works.")
        person.wait_for_state(app, "Yes, and it works.", ["sent"])
        friend.confirm(heard)
        person.wait_for_state(app, "Yes, and it works.", ["delivered"])
        friend.displayed(heard)
        person.wait_for_state(app, "Yes, and it works.", ["read"])

    def find_it_again(self):
        app = self.start()
        wait(lambda: person.signed_in(app), "the list of chats without signing in again", 60)
        person.open_chat(app, "frank")
        person.wait_for_message(app, r"^frank\b.*Are you there\?")
        person.wait_for_state(app, "Yes, and it works.", ["read"])
        person.send(app, "And again.")
        person.wait_for_state(app, "And again.", ["sent", "delivered"])

    def test_a_second_account(self):
        app = self.start()
        self.sign_in(app)
        person.add_account(app)
        form = app.window(person.SIGN_IN)
        person.fill_in(form, OTHER, self.password(OTHER), self.server["host"], self.server["c2s"])
        person.submit(form)
        person.finish_sign_in(app)
        accounts = person.accounts(app)
        self.assertTrue(any(re.search(re.escape(ME), name) for name in accounts), accounts)
        self.assertTrue(any(re.search(re.escape(OTHER), name) for name in accounts), accounts)


if __name__ == "__main__":
    unittest.main()
