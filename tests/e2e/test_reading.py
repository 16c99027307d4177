#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said to somebody who does not see the windows, while they go through them with the keyboard."""
import unittest

import person
from driver import wait
from keyboard import Keyboard
from peer import Peer
from reader import Reader
from scenario import Scenario

ME, FRIEND = "erin@default.test", "frank@ed25519.test"


class Reading(Scenario):
    def test_every_step_is_said(self):
        self.app = self.start()
        self.reader = self.enterContext(Reader(self.app))
        self.hands = Keyboard(self.app, self.reader)
        self.fail_to_sign_in()
        self.sign_in()
        with Peer(self.server, FRIEND, self.password(FRIEND)) as friend:
            self.add_contact(friend)
            self.chat(friend)
            self.read_chats(friend)
            self.read_settings()
            self.find()
        self.assertEqual(self.app.quit(), 0, self.app.words())

    def fail_to_sign_in(self):
        hands, reader = self.hands, self.reader
        reader.says("^Sign in, button")
        hands.keys("space")
        reader.says("^window Sign in")
        reader.says("^Address, text")
        hands.type(ME).keys("Tab")
        reader.says("^Password, password text")
        hands.type("not this one")
        hands.tab_to("Keep me signed in")
        reader.says("^Keep me signed in, check box, checked")
        hands.keys("space")
        reader.says("^not checked")
        hands.keys("space")
        reader.says("^checked")
        hands.tab_to("Advanced")
        reader.says("^Advanced, .*Folded")
        hands.keys("space")
        reader.says("^checked")
        hands.tab_to("Host").type(self.server["host"])
        reader.says("^Host, text")
        hands.tab_to("Port").keys("ctrl+a").type(str(self.server["c2s"]))
        reader.says("^Port, ")
        hands.step()
        reader.says("^Connection, Automatic, combo box")
        hands.tab_to("Sign in").keys("Return")
        reader.says("^! .*does not accept this name and password", 60)

    def sign_in(self):
        hands, reader = self.hands, self.reader
        hands.at("Password")
        hands.keys("ctrl+a").type(self.password(ME)).keys("Return")
        wait(lambda: person.signed_in(self.app), "the list of chats", 60)
        reader.says("^window Palique")
        self.assertTrue(hands.named().name)

    def add_contact(self, friend):
        hands, reader = self.hands, self.reader
        hands.keys("ctrl+n")
        reader.says("^window New chat")
        reader.says("^Address, text")
        hands.type(FRIEND).keys("Return")
        friend.wait("presence_subscribe", ME)
        friend.befriend(ME)
        friend.wait("presence_subscribed", ME)
        reader.says("^Message, text")

    def chat(self, friend):
        hands, reader = self.hands, self.reader
        friend.say(ME, "Good morning")
        reader.says("^! frank, Good morning, .*[0-9]:[0-9]{2}$")
        hands.type("And to you").keys("Return")
        friend.confirm(friend.wait("body", ME, "And to you"))
        person.wait_for_state(self.app, "And to you", ["delivered"])
        hands.keys("shift+F6")
        reader.says("^Messages, list")
        reader.says("^You, And to you, .*[0-9]:[0-9]{2}, delivered, list item")
        hands.keys("Up")
        reader.says("^frank, Good morning, .*[0-9]:[0-9]{2}, list item")
        hands.keys("F6")
        reader.says("^Message, text")
        hands.keys("Up")
        reader.says("You are changing a message")
        hands.keys("Escape")

    def read_chats(self, friend):
        hands, reader = self.hands, self.reader
        hands.keys("ctrl+w")
        reader.says("^frank, .*And to you, .*list item")
        friend.say(ME, "Are you there?")
        wait(lambda: any("1 unread" in row for row in self.app.window(person.MAIN).list("Chats").rows()), "an unread chat")
        hands.keys("ctrl+f")
        reader.says("^Search, text")
        hands.keys("shift+F6")
        reader.says("^Add a contact, button")
        hands.keys("F6")
        reader.says("^Chats, list")
        reader.says("^frank, Are you there\\?, .*[0-9]:[0-9]{2}, 1 unread, list item")
        hands.keys("Menu", "Down")
        reader.says(", menu item")
        hands.keys("Escape", "Return")
        reader.says("^Message, text")

    def read_settings(self):
        hands, reader = self.hands, self.reader
        hands.keys("ctrl+comma")
        reader.says("^window Settings")
        hands.tab_to("Accounts")
        reader.says("^Accounts, .*checked")
        hands.keys("Down")
        reader.says("^Notifications, .*checked")
        for _, name in hands.round():
            self.assertTrue(name.strip())
        hands.keys("Down")
        hands.tab_to("Colours")
        reader.says("^Colours, As the system, combo box")
        hands.keys("Escape")
        reader.says("^window Palique")

    def find(self):
        hands, reader = self.hands, self.reader
        hands.keys("ctrl+k")
        reader.says("^Search, text, [0-9]+ results")
        hands.type("larger")
        reader.says("^! Larger text, ")
        hands.keys("Escape")
        reader.says("^Message, text")
        hands.tab_to("Emoji").keys("space")
        reader.says("^Search emoji, text")
        hands.type("thumbs up")
        reader.says("^! [Tt]humbs up")
        hands.keys("Down")
        reader.says("^[Tt]humbs up, ")
        hands.keys("Escape")


if __name__ == "__main__":
    unittest.main()
