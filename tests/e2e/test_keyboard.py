#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""All that a person does with Palique, by the keyboard alone: no mouse, no action of an assistive technology."""
import re
import unittest

import person
from driver import wait
from keyboard import Keyboard
from peer import Peer
from reader import Reader
from scenario import Scenario

ME, FRIEND = "dave@default.test", "frank@default.test"


class ByKeyboard(Scenario):
    def test_from_signing_in_to_leaving(self):
        with Peer(self.server, FRIEND, self.password(FRIEND)) as friend:
            self.app = self.start()
            reader = self.enterContext(Reader(self.app))
            self.hands = Keyboard(self.app, reader)
            self.sign_in()
            self.add_contact(friend)
            self.chat(friend)
            self.read_messages()
            self.walk_the_window()
            self.use_the_palette()
            self.look_at_details()
            self.pick_an_emoji()
            self.walk_the_settings()
            self.open_the_menu()
            self.inspect()
            self.hands.keys("ctrl+q")
            self.assertEqual(self.app.process.wait(20), 0, self.app.words())

    def sign_in(self):
        hands = self.hands
        hands.at("Sign in")
        hands.keys("space")
        hands.at("Address")
        hands.type(ME)
        hands.step()
        hands.at("Password")
        hands.type(self.password(ME))
        hands.tab_to("Advanced").keys("space")
        hands.tab_to("Host").type(self.server["host"])
        hands.tab_to("Port").keys("ctrl+a").type(str(self.server["c2s"]))
        hands.tab_to("Sign in").keys("Return")
        wait(lambda: person.signed_in(self.app), "the list of chats", 60)
        hands.named()

    def add_contact(self, friend):
        hands = self.hands
        hands.keys("ctrl+n")
        hands.at("Address")
        hands.type(FRIEND).keys("Return")
        friend.wait("presence_subscribe", ME)
        friend.befriend(ME)
        friend.wait("presence_subscribed", ME)
        hands.at("Message")

    def chat(self, friend):
        hands = self.hands
        friend.say(ME, "Are you there?")
        person.wait_for_message(self.app, r"^frank\b.*Are you there\?")
        hands.type("Yes, by the keybord.").keys("Return")
        friend.wait("body", ME, "Yes, by the keybord.")
        person.wait_for_state(self.app, "Yes, by the keybord.", ["sent", "delivered"])
        hands.keys("Up")
        wait(lambda: "keybord" in hands.at("Message").text, "the message to change")
        hands.keys("ctrl+a").type("Yes, by the keyboard.").keys("Return")
        friend.wait("body", ME, "Yes, by the keyboard.")
        wait(lambda: any("by the keyboard." in row for row in person.messages(self.app)), "the message as changed")
        hands.keys("Up")
        wait(lambda: "keyboard" in hands.at("Message").text, "the message to change again")
        hands.keys("Escape")
        wait(lambda: hands.at("Message").text.strip() == "", "the field empty after leaving the change")

    def read_messages(self):
        hands = self.hands
        hands.keys("shift+F6")
        hands.at(re.compile("by the keyboard"), "list item")
        hands.keys("Up")
        hands.at(re.compile(r"^frank, Are you there\?"), "list item")
        hands.keys("Menu")
        hands.keys("Down")
        hands.at("Copy text")
        hands.keys("Down")
        hands.at("Message info").app.window(person.MAIN)
        hands.keys("Return")
        info = self.app.window("Message info")
        hands.round()
        hands.keys("Escape")
        wait(lambda: not info.has("showing"), "the message's window gone")
        hands.named()
        hands.keys("F6")
        hands.at("Message")

    def walk_the_window(self):
        hands = self.hands
        stops = {name for _, name in hands.round()}
        self.assertEqual(stops, {name for _, name in hands.round("shift+Tab")})
        for wanted in ("Message", "Emoji", "Search", "New chat", "Details"):
            self.assertIn(wanted, stops)
        panes = []
        for _ in range(3):
            panes.append(hands.step("F6").role)
        self.assertEqual(sorted(panes), ["list item", "list item", "text"], panes)
        hands.keys("ctrl+shift+f")
        hands.at("Search")
        hands.type("fra").keys("Down", "Return")
        hands.at("Message")
        hands.keys("Escape")
        hands.at(re.compile(r"^frank\b"), "list item")
        hands.keys("Menu")
        entry = hands.keys("Down").named()
        self.assertIn("menu item", entry.role)
        hands.keys("Escape")
        hands.at(re.compile(r"^frank\b"), "list item")
        hands.keys("ctrl+w")
        hands.named()
        hands.tab_to(re.compile(r"^frank\b")).keys("Return")
        hands.at("Message")

    def use_the_palette(self):
        hands = self.hands
        hands.keys("ctrl+k")
        field = hands.named()
        hands.type("larger").keys("Return")
        wait(lambda: not field.has("showing"), "the palette gone")
        hands.keys("ctrl+0")
        hands.at("Message")
        hands.keys("ctrl+k")
        hands.named()
        hands.type("status text").keys("Return")
        dialog = self.app.window(re.compile("[Ss]tatus"))
        hands.round()
        hands.keys("Escape")
        wait(lambda: not dialog.has("showing"), "the status text's window gone")
        hands.keys("ctrl+k")
        hands.named()
        hands.keys("Escape")
        hands.at("Message")

    def look_at_details(self):
        hands = self.hands
        hands.keys("ctrl+i")
        details = hands.step("F6")
        while details.role == "text" or details.role == "list item":
            details = hands.step("F6")
        hands.round()
        hands.keys("Escape")
        hands.at("Message")

    def pick_an_emoji(self):
        hands = self.hands
        hands.tab_to("Emoji").keys("space")
        search = hands.at("Search emoji")
        hands.type("thumbs")
        hands.keys("Return")
        wait(lambda: "\N{THUMBS UP SIGN}" in self.app.window(person.MAIN).field("Message").text, "the emoji in the field")
        if search.has("showing"):
            hands.keys("Escape")
        hands.tab_to("Message", "shift+Tab").keys("ctrl+a", "BackSpace")

    def walk_the_settings(self):
        hands = self.hands
        hands.keys("ctrl+comma")
        settings = self.app.window("Settings")
        hands.tab_to("Accounts")
        for section in ("Accounts", "Notifications", "Appearance", "Writing", "Shortcuts", "Data", "General"):
            hands.at(section)
            stops = [name for _, name in hands.round()]
            self.assertGreater(len(stops), 1, f"nothing to reach in {section}: {stops}")
            hands.keys("Down")
        hands.keys("Escape")
        wait(lambda: not settings.has("showing"), "the settings gone")
        hands.at("Message")

    def open_the_menu(self):
        hands = self.hands
        hands.tab_to(re.compile(r"^(Menu|Main menu)$")).keys("space")
        names = [hands.keys("Down").named().name for _ in range(8)]
        for wanted in ("New chat", "Settings", "Quit"):
            self.assertIn(wanted, names)
        hands.keys("Escape")
        hands.at(re.compile(r"^(Menu|Main menu)$"))

    def inspect(self):
        hands = self.hands
        hands.keys("ctrl+shift+x")
        inspector = self.app.window("Inspector")
        hands.round()
        hands.keys("alt+F4")
        wait(lambda: not inspector.has("showing"), "the inspector gone")
        hands.named()


if __name__ == "__main__":
    unittest.main()
