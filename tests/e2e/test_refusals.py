#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person reads when signing in does not work."""
import re
import sys
import unittest

import person
from desktop import process
from scenario import Scenario

# Codes and protocol words that no sentence for people has in it.
JARGON = re.compile(r"not-authorized|SASL|SRV|JID|stanza|stream error|\bECONN|0x[0-9a-f]+|QSsl|XMPP", re.IGNORECASE)


class Refusals(Scenario):
    def attempt(self, address, password, port=None):
        app = self.start()
        form = person.open_sign_in(app)
        person.fill_in(form, address, password, self.server["host"], port or self.server["c2s"])
        person.submit(form)
        return app

    def reads(self, app, pattern):
        words = app.window(person.SIGN_IN).says(pattern, 60)
        self.assertFalse(JARGON.search(words), words)
        self.assertFalse(app.element().seen("list", "Chats"))
        return words

    def test_a_wrong_password(self):
        app = self.attempt("dave@rsa.test", "not this one")
        self.reads(app, r"does not accept this name and password")
        # The same dialog goes on with the right one.
        person.sign_in(app, "dave@rsa.test", self.password("dave@rsa.test"), self.server["host"], self.server["c2s"])

    def test_giving_up(self):
        app = self.attempt("dave@rsa.test", "not this one")
        self.reads(app, r"does not accept this name and password")
        app.window(person.SIGN_IN).keys("Escape")
        app.window(person.MAIN).button("Sign in").press()
        self.assertEqual(app.window(person.SIGN_IN).field("Password").text, "")

    def test_an_untrusted_certificate(self):
        app = self.attempt("dave@selfsigned.test", "secret")
        self.reads(app, r"certificate|identity")

    def test_an_expired_certificate(self):
        app = self.attempt("dave@expired.test", "secret")
        self.reads(app, r"expired")

    def test_a_certificate_of_somebody_else(self):
        app = self.attempt("dave@wrongname.test", "secret")
        self.reads(app, r"somewhere-else\.test|another (name|server|domain)|other name|belongs to|not for")

    def test_a_dead_server(self):
        app = self.attempt("dave@rsa.test", "secret", process.free_ports(1)[0])
        self.reads(app, r"reach|refused|connect|answer")


if __name__ == "__main__":
    sys.exit(unittest.main())
