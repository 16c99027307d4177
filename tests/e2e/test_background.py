#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Palique without its window: in the tray, with notifications that one answers, and started with the session."""
import unittest

import person
from driver import wait
from peer import Peer
from scenario import Scenario
from services import Services

ME, FRIEND = "dave@ecdsa.test", "frank@ecdsa.test"


class Background(Scenario):
    def visible(self, app):
        return app.process.poll() is None and app.has_window(person.MAIN)

    def meet(self, app, friend):
        person.sign_in(app, ME, self.password(ME), self.server["host"], self.server["c2s"])
        person.new_chat(app, FRIEND)
        friend.wait("presence_subscribe", ME)
        friend.befriend(ME)
        friend.wait("presence_subscribed", ME)
        app.window(person.MAIN).list("Chats").row(r"^frank\b")

    def test_stays_in_the_tray_and_answers_from_there(self):
        with Services(self.desktop) as services, Peer(self.server, FRIEND, self.password(FRIEND)) as friend:
            app = self.start()
            self.meet(app, friend)
            item = services.tray_item()
            self.assertTrue(item.property("IconPixmap") or item.property("IconName"))

            app.window(person.MAIN).close()
            services.notification("Palique is still running")
            wait(lambda: not self.visible(app), "the window gone")
            self.assertIsNone(app.process.poll())

            friend.say(ME, "Are you <b>there</b>?")
            shown = services.notification("frank", "Are you <b>there</b>?")
            self.assertEqual(shown["actions"], ["default", "inline-reply", "mark-as-read"])
            self.assertEqual(shown["hints"]["sound-name"], "message-new-instant")
            services.reply(shown, "In the tray")
            friend.wait("body", ME, "In the tray")
            wait(lambda: shown["id"] in services.closed, "the notification gone once answered")

            friend.say(ME, "Good")
            shown = services.notification("frank", "Good")
            services.act(shown, "mark-as-read")
            wait(lambda: shown["id"] in services.closed, "the notification gone once read")

            friend.say(ME, "One more")
            services.act(services.notification("frank", "One more"), "default")
            wait(lambda: self.visible(app), "the window back")
            person.wait_for_message(app, r"^frank\b.*One more")

            item.choose("Hide Palique")
            wait(lambda: not self.visible(app), "the window gone by the menu")
            item.activate()
            wait(lambda: self.visible(app), "the window back by a click")
            item.choose("Quit")
            self.assertEqual(app.process.wait(20), 0, app.words())

    def test_starts_hidden_where_there_is_a_tray(self):
        with Services(self.desktop) as services:
            app = self.start("--minimized")
            item = services.tray_item()
            item.choose("Show Palique")
            wait(lambda: self.visible(app), "the window")
            self.assertEqual(app.quit(), 0, app.words())

    def test_leaves_when_closed_where_there_is_none(self):
        app = self.start()
        app.window(person.MAIN).close()
        self.assertEqual(app.process.wait(20), 0, app.words())


if __name__ == "__main__":
    unittest.main()
