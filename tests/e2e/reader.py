# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader would say of a program: it listens on the accessibility bus as Orca does, and writes down the words.

    with Reader(app) as reader:
        ...
        reader.says(r"Password, password text")

A saying is "name, role, states, description" of what gets the focus, the words of an announcement, or a new state of what has it.
"""
import re
import time

from driver import Element, NotFound, atspi

HEARD = ("object:state-changed:focused", "object:state-changed:checked", "object:state-changed:expanded", "object:active-descendant-changed",
         "object:announcement", "object:notification", "window:activate")


class Reader:
    def __init__(self, app):
        self.app, self.sayings, self.last = app, [], None
        self.listener = atspi().EventListener.new(self.heard)

    def __enter__(self):
        for name in HEARD:
            self.listener.register(name)
        return self

    def __exit__(self, *_):
        for name in HEARD:
            self.listener.deregister(name)

    # --- listening

    def pump(self):
        """Lets the events in that have come: they wait in a queue of this thread."""
        from gi.repository import GLib
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass

    def heard(self, event):
        source = event.source
        if source is None or Element.ask(source.get_process_id, 0) != self.app.process.pid:
            return
        kind = event.type.split(":")
        if kind[1] in ("announcement", "notification"):
            self.say(f"! {event.any_data}")
        elif kind[0] == "window" and kind[1] == "activate":
            self.say(f"window {Element(self.app, source).name}")
        elif kind[-1] == "focused" and event.detail1:
            self.focus(source)
        elif kind[1] == "active-descendant-changed":
            self.focus(event.any_data)
        elif kind[-1] in ("checked", "expanded") and self.last is not None and source == self.last.accessible:
            self.say(kind[-1] if event.detail1 else f"not {kind[-1]}")

    def focus(self, accessible):
        if accessible is None:
            return
        self.last = Element(self.app, accessible)
        self.say(self.description(self.last))

    def say(self, words):
        self.sayings.append(words)

    def description(self, element):
        """As it is read aloud."""
        states = []
        if element.has("checkable") or element.role in ("check box", "radio button", "toggle button"):
            states.append("checked" if element.has("checked") else "not checked")
        if element.has("expandable"):
            states.append("expanded" if element.has("expanded") else "collapsed")
        if not element.has("sensitive"):
            states.append("disabled")
        words = Element.ask(lambda: element.accessible.get_description() or "", "")
        label = element.label if element.label != element.name else ""
        return ", ".join(part for part in (label, element.name, element.role, *states, words) if part)

    # --- asking

    def says(self, pattern, seconds=20):
        """Waits until something is said that matches, and answers it; what was said before it is forgotten."""
        wanted = re.compile(pattern, re.DOTALL)
        end = time.monotonic() + seconds
        while True:
            self.pump()
            for index, words in enumerate(self.sayings):
                if wanted.search(words):
                    del self.sayings[:index + 1]
                    return words
            if time.monotonic() > end:
                raise NotFound(f"not said within {seconds} s: {pattern!r}; said was\n" + "\n".join(self.sayings))
            time.sleep(0.02)
