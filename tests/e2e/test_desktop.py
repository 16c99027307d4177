#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Palique with the services of a real desktop: notifications that dunst shows, gnome-keyring for the password, and the tray."""
import re
import subprocess
import unittest

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio  # noqa: E402

import person
from desktop import process
from driver import wait
from peer import Peer
from scenario import Scenario
from services import Services

ME, OTHER_ME, FRIEND, OTHER = "dave@ed25519.test", "bob@default.test", "frank@default.test", "erin@ed25519.test"
DUNST = """[global]
    follow = none
    origin = top-left
    offset = (0, 0)
    sort = no
    idle_threshold = 0
    history_length = 50
    notification_limit = 20
    # What "dunstctl context" asks with: it chooses what the file says.
    dmenu = {chooser}
[urgency_normal]
    timeout = 0
"""


class Dunst:
    """A notification server that thousands use, asked by its own tool."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.wanted, chooser, self.config = (desktop.folder / name for name in ("dunst-wanted", "dunst-chooser", "dunstrc"))
        chooser.write_text(f'#!/bin/sh\nexec grep -m1 -f "{self.wanted}"\n')
        chooser.chmod(0o700)
        self.config.write_text(DUNST.format(chooser=chooser))

    def __enter__(self):
        self.server = self.desktop.spawn(["dunst", "-conf", str(self.config)])
        self.desktop.wait_for_name("org.freedesktop.Notifications")
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait(10)

    def ctl(self, *arguments):
        return subprocess.run([process.program("dunstctl"), *arguments], env=self.desktop.environment, capture_output=True, text=True, check=True).stdout

    def displayed(self):
        return int(self.ctl("count", "displayed"))

    def gone(self):
        """(title, text) of what was shown and is not any more, the latest first."""
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        bus = Gio.DBusConnection.new_for_address_sync(self.desktop.environment["DBUS_SESSION_BUS_ADDRESS"], flags, None, None)
        history = bus.call_sync("org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.dunstproject.cmd0", "NotificationListHistory", None, None, 0, 5000, None)
        bus.close_sync(None)
        return [(one["summary"], one["body"]) for one in history.unpack()[0]]

    def choose(self, action):
        self.wanted.write_text(action + "\n")
        self.ctl("context")


class Desktops(Scenario):
    def sign_in(self, app, address=ME):
        person.sign_in(app, address, self.password(address), self.server["host"], self.server["c2s"])

    def meet(self, app, friend, address, me=ME):
        person.new_chat(app, address)
        friend.wait("presence_subscribe", me)
        friend.befriend(me)
        friend.wait("presence_subscribed", me)
        app.window(person.MAIN).list("Chats").row(rf"^{address.partition('@')[0]}\b")

    def visible(self, app):
        return app.process.poll() is None and app.has_window(person.MAIN)

    # --- notifications

    def test_notifications(self):
        with Dunst(self.desktop) as dunst, Peer(self.server, FRIEND, self.password(FRIEND)) as frank, Peer(self.server, OTHER, self.password(OTHER)) as dave:
            app = self.start()
            self.sign_in(app)
            self.meet(app, frank, FRIEND)
            self.meet(app, dave, OTHER)
            app.window(person.MAIN).keys("ctrl+w")
            self.one_a_chat(app, dunst, frank, dave)
            self.what_is_chosen_there(app, dunst, frank)
            self.assertEqual(app.quit(), 0, app.words())
            wait(lambda: dunst.displayed() == 0, "nothing left of a program that has ended")

    def one_a_chat(self, app, dunst, frank, dave):
        frank.say(ME, "One <b>& two</b>")
        wait(lambda: dunst.displayed() == 1, "a notification")
        frank.say(ME, "Three")
        dave.say(ME, "Hello")
        wait(lambda: dunst.displayed() == 2, "one notification a chat")
        person.open_chat(app, "frank")
        wait(lambda: dunst.displayed() == 1, "the notification of what is read gone")
        self.assertEqual(dunst.gone()[0], ("frank", "Three"))
        self.assertNotIn("One", str(dunst.gone()), "the later one took its place")
        app.window(person.MAIN).keys("ctrl+w")
        # What is markup to the server stays what somebody wrote.
        frank.say(ME, "One <b>& two</b>")
        wait(lambda: dunst.displayed() == 2, "a notification again")
        person.open_chat(app, "frank")
        wait(lambda: dunst.displayed() == 1, "the notification gone again")
        self.assertIn(dunst.gone()[0][1], ("One <b>& two</b>", "One &lt;b&gt;&amp; two&lt;/b&gt;"))
        # What one looks at is not told.
        frank.say(ME, "Seen at once")
        person.wait_for_message(app, r"^frank\b.*Seen at once")
        self.assertEqual(dunst.displayed(), 1)
        app.window(person.MAIN).keys("ctrl+w")

    def what_is_chosen_there(self, app, dunst, frank):
        dunst.choose("Mark as read")
        wait(lambda: dunst.displayed() == 0, "the notification gone once marked as read")
        wait(lambda: not any("unread" in row for row in app.window(person.MAIN).list("Chats").rows()), "nothing unread")
        frank.say(ME, "Open me")
        wait(lambda: dunst.displayed() == 1, "a notification")
        dunst.ctl("action", "0")
        person.wait_for_message(app, r"^frank\b.*Open me")
        wait(lambda: dunst.displayed() == 0, "the notification gone once opened")
        app.window(person.MAIN).keys("ctrl+w")
        frank.say(ME, "Answer me")
        wait(lambda: dunst.displayed() == 1, "a notification")
        dunst.choose("Reply")
        person.wait_for_message(app, r"^frank\b.*Answer me")

    # --- the tray

    def test_the_tray(self):
        with Services(self.desktop) as services, Peer(self.server, FRIEND, self.password(FRIEND)) as frank:
            app = self.start()
            self.sign_in(app, OTHER_ME)
            self.meet(app, frank, FRIEND, OTHER_ME)
            app.window(person.MAIN).keys("ctrl+w")
            item = services.tray_item()
            plain = item.property("IconPixmap")
            self.assertTrue(plain)
            frank.say(OTHER_ME, "Are you there?")
            wait(lambda: item.property("IconPixmap") != plain, "another icon while something is unread")
            self.assertIn("1", str(item.property("ToolTip")))
            person.open_chat(app, "frank")
            wait(lambda: item.property("IconPixmap") == plain, "the icon as it was")

            item.choose("Away")
            frank.wait("presence_away", OTHER_ME)
            item.choose("Do not disturb")
            frank.wait("presence_dnd", OTHER_ME)
            item.choose("Available")
            frank.wait("presence_available", OTHER_ME)
            app.window(person.MAIN).close()
            wait(lambda: not self.visible(app), "the window gone")
            item.choose("No notifications for now")
            frank.say(OTHER_ME, "Not told")
            wait(lambda: item.property("IconPixmap") != plain, "the icon to tell of it")
            self.assertFalse([one for one in services.shown.values() if one["text"] == "Not told"])
            item.choose("Show Palique")
            wait(lambda: self.visible(app), "the window by the menu")
            item.choose("Quit")
            self.assertEqual(app.process.wait(20), 0, app.words())

    # --- the keyring

    def kept(self, what):
        """{profile: secret} of what the keyring has of this account, asked by its own tool."""
        words = subprocess.run([process.program("secret-tool"), "search", "--all", "user", f"{what}:{ME}"], env=self.desktop.environment, capture_output=True, text=True)
        found = dict(re.findall(r"label = (\S[^\n]*)\nsecret = ([^\n]*)", words.stdout))
        return {profile: secret for profile, secret in found.items() if profile not in self.known}

    def setUp(self):
        super().setUp()
        self.known = {}
        self.known = {**self.kept("password"), **self.kept("token")}  # what other tests left

    def test_the_keyring(self):
        app = self.start()
        self.sign_in(app)
        wait(lambda: list(self.kept("password").values()) == [self.password(ME)], lambda: f"the password in the keyring; there is {self.kept('password')}")
        self.assertEqual(app.quit(), 0, app.words())
        app = self.start()
        wait(lambda: person.signed_in(app), "the list of chats without signing in again", 60)
        self.assertFalse(app.has_window(person.SIGN_IN))
        window = app.window(person.MAIN)
        wait(app.has_keys, "the window in front")
        window.keys("ctrl+comma")
        app.window("Settings").button("Remove account").press()
        app.window("Settings").button("Remove").press()
        wait(lambda: not app.window("Settings").seen("button", "Remove account"), "the account gone")
        wait(lambda: not self.kept("password") and not self.kept("token"), lambda: f"nothing left in the keyring; there is {self.kept('password')} {self.kept('token')}")
        self.assertEqual(app.quit(), 0, app.words())

    def test_a_password_that_is_not_kept(self):
        app = self.start()
        form = person.open_sign_in(app)
        form.find("check box", "Keep me signed in").press()
        self.sign_in(app)
        self.assertEqual({**self.kept("password"), **self.kept("token")}, {})
        self.assertEqual(app.quit(), 0, app.words())
        app = self.start()
        app.window(person.MAIN).says(r"[Pp]assword")
        self.assertEqual(app.quit(), 0, app.words())


if __name__ == "__main__":
    unittest.main()
