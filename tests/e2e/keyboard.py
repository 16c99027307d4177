# SPDX-License-Identifier: GPL-3.0-or-later
"""A person with a keyboard and nothing else: presses keys and knows only what has the focus.

    hands = Keyboard(app, reader)
    hands.keys("ctrl+n")
    hands.at("Address")                the focus is there, once it is
    hands.tab_to("Advanced").keys("space")

Whatever gets the focus has a name and a role, or the step fails: who does not see it would not know where they are.
"""
import re

from driver import NotFound, wait

MOST_STOPS = 60  # of the Tab key, before somebody is thought to be trapped


def matches(wanted, element):
    return bool(wanted.search(element.name) or wanted.search(element.label))


class Keyboard:
    def __init__(self, app, reader):
        self.app, self.reader = app, reader

    def focused(self):
        """What said that it has the focus, and still has."""
        self.reader.pump()
        one = self.reader.last
        return one if one is not None and one.has("focused") else None

    def named(self):
        """What has the focus, once that has a name and a role."""
        def look():
            one = self.focused()
            return one if one is not None and one.name.strip() and one.role not in ("", "unknown", "invalid") else None
        return wait(look, self.trouble, 10)

    def trouble(self):
        one = self.focused()
        where = "nothing" if one is None else f"a {one.role!r} named {one.name!r}"
        return f"a named thing with the focus; it is in {where} in\n" + "\n".join(self.app.element().tree()[:200])

    def at(self, name, role=None, seconds=20):
        """Waits until the focus is in the thing of that name (or pattern)."""
        wanted = re.compile(rf"^{re.escape(name)}$") if isinstance(name, str) else name

        def look():
            one = self.focused()
            return one if one is not None and matches(wanted, one) and role in (None, one.role) else None
        return wait(look, lambda: f"the focus in {wanted.pattern!r} {role or ''}; {self.trouble()}", seconds)

    def keys(self, *names):
        """Presses them when the program has the keys; answers where that leads."""
        wait(self.app.has_keys, "the program in front")
        self.app.xdotool("key", "--delay", "30", *names)
        return self

    def type(self, text):
        wait(self.app.has_keys, "the program in front")
        self.app.xdotool("type", "--delay", "8", "--", text)
        return self

    def step(self, key="Tab"):
        """One press that moves the focus; answers where it is then."""
        before = self.named()
        self.keys(key)

        def moved():
            now = self.focused()
            return now if now is not None and now.accessible != before.accessible else None
        try:
            wait(moved, "", 2)
        except NotFound:
            pass  # the only stop
        return self.named()

    def tab_to(self, name, key="Tab"):
        """Presses Tab until the thing of that name has the focus."""
        wanted = re.compile(rf"^{re.escape(name)}$") if isinstance(name, str) else name
        passed = [self.named()]
        for _ in range(MOST_STOPS):
            if matches(wanted, passed[-1]):
                return self
            passed.append(self.step(key))
        raise AssertionError(f"{key} never led to {wanted.pattern!r}: {[one.name for one in passed]}")

    def round(self, key="Tab"):
        """Presses Tab until it is where it began; answers the (role, name) of every stop."""
        first = self.named()
        stops = [(first.role, first.name)]
        for _ in range(MOST_STOPS):
            now = self.step(key)
            if now.accessible == first.accessible:
                return stops
            stops.append((now.role, now.name))
        raise AssertionError(f"{key} never came back: {stops}")

