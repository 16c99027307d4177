# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds, presses, types into and reads a program's window from outside, by accessible names (AT-SPI).

    with Desktop() as desktop:
        desktop.adopt()
        app = App(desktop, [binary, "--profile", folder])
        signin = app.window("Sign in")
        signin.field("Address").type("alice@rsa.test")
        signin.button("Sign in").press()

Every look-up waits, by asking again until a time is over; nothing sleeps for a fixed time.
"""
import re
import subprocess
import time

from desktop import process

PATIENCE = 20  # seconds a look-up waits unless told
# Roles as AT-SPI names them, by the words the tests use.
ROLES = {
    "window": {"frame", "dialog", "window", "alert", "file chooser"},
    "button": {"push button", "button", "toggle button", "check box", "radio button", "push button menu"},
    "field": {"text", "entry", "password text", "spin button", "combo box", "paragraph", "editable combobox"},
    "list": {"list", "table", "tree", "tree table", "list box", "document frame", "panel"},
    "row": {"list item", "table cell", "tree item", "table row"},
    "menu": {"menu", "menu item", "check menu item", "popup menu"},
    "label": {"label", "static", "statusbar", "notification", "paragraph", "heading"},
}


class NotFound(AssertionError):
    """What was looked for never showed; says what there was instead."""


def atspi():
    """The AT-SPI library, first used after Desktop.adopt()."""
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
    if not getattr(atspi, "ready", False):
        Atspi.init()
        Atspi.set_timeout(5000, 15000)
        atspi.ready = True
    return Atspi


def wait(test, what, seconds=PATIENCE):
    """Asks until test() is true and answers what it answered."""
    end = time.monotonic() + seconds
    while True:
        found = test()
        if found:
            return found
        if time.monotonic() > end:
            raise NotFound(f"not within {seconds} s: {what() if callable(what) else what}")
        time.sleep(0.05)


class Element:
    """One accessible object; look-ups search below it."""

    def __init__(self, app, accessible):
        self.app, self.accessible = app, accessible

    # --- reading

    @property
    def name(self):
        return self.ask(lambda: self.accessible.get_name() or "", "")

    @property
    def label(self):
        """The name of what labels it: Qt names a box of choices after its choice, and leaves the rest to this."""
        library = atspi()
        for relation in self.ask(self.accessible.get_relation_set, None) or []:
            if relation.get_relation_type() == library.RelationType.LABELLED_BY and relation.get_n_targets():
                return Element(self.app, relation.get_target(0)).name
        return ""

    @property
    def role(self):
        return self.ask(self.accessible.get_role_name, "")

    @property
    def text(self):
        """The content of a field or a label."""
        library = atspi()
        interface = self.ask(self.accessible.get_text_iface, None)
        if interface is None:
            return self.name
        return self.ask(lambda: library.Text.get_text(interface, 0, library.Text.get_character_count(interface)), "")

    def has(self, *states):
        library = atspi()
        mine = self.ask(self.accessible.get_state_set, None)
        return mine is not None and all(mine.contains(getattr(library.StateType, state.upper())) for state in states)

    @property
    def enabled(self):
        return self.has("enabled", "sensitive")

    @staticmethod
    def ask(call, otherwise):
        """An object may go away while it is asked."""
        from gi.repository import GLib
        try:
            return call()
        except GLib.Error:
            return otherwise

    def children(self):
        self.ask(self.accessible.clear_cache_single, None)
        for index in range(self.ask(self.accessible.get_child_count, 0)):
            child = self.ask(lambda i=index: self.accessible.get_child_at_index(i), None)
            if child is not None:
                yield Element(self.app, child)

    def walk(self, depth=40):
        yield self
        if depth:
            for child in self.children():
                yield from child.walk(depth - 1)

    def tree(self, depth=0):
        """The window as text, for the message of a failure."""
        lines = [f"{'  ' * depth}{self.role} {self.name!r}{'' if self.has('showing') else ' (hidden)'}"]
        for child in self.children():
            lines += child.tree(depth + 1)
        return lines

    # --- finding

    def matches(self, kind, name):
        if self.role not in ROLES.get(kind, {kind}):
            return False
        if isinstance(name, re.Pattern):
            return bool(name.search(self.name))
        return name is None or self.name == name

    def find_all(self, kind, name=None):
        return [one for one in self.walk() if one.matches(kind, name) and one.has("showing")]

    def find(self, kind, name=None, seconds=PATIENCE):
        def look():
            return next((one for one in self.walk() if one.matches(kind, name) and one.has("showing")), None)
        return wait(look, lambda: f"a {kind} named {name!r} in\n" + "\n".join(self.tree()[:200]), seconds)

    def seen(self, kind, name=None):
        return any(one.matches(kind, name) and one.has("showing") for one in self.walk())

    def button(self, name, seconds=PATIENCE):
        return self.find("button", name, seconds)

    def field(self, name, seconds=PATIENCE):
        return self.find("field", name, seconds)

    def list(self, name, seconds=PATIENCE):
        return self.find("list", name, seconds)

    def says(self, pattern, seconds=PATIENCE):
        """Waits until some visible text matches and answers that text."""
        pattern = re.compile(pattern, re.IGNORECASE | re.DOTALL)

        def look():
            for one in self.walk():
                if one.has("showing"):
                    for words in (one.name, one.text if one.role in ("label", "static", "text") else ""):
                        if pattern.search(words):
                            return words
            return None
        return wait(look, lambda: f"the words {pattern.pattern!r} in\n" + "\n".join(self.tree()[:200]), seconds)

    def rows(self):
        """The accessible texts of a list's rows, top to bottom."""
        return [row.name for row in self.row_elements()]

    def row_elements(self):
        return [one for one in self.walk(4) if one is not self and one.role in ROLES["row"] and one.name]

    def row(self, pattern, seconds=PATIENCE):
        pattern = re.compile(pattern, re.DOTALL)

        def look():
            return next((one for one in self.row_elements() if pattern.search(one.name)), None)
        return wait(look, lambda: f"a row matching {pattern.pattern!r} among\n" + "\n".join(map(repr, self.rows())), seconds)

    # --- acting

    def centre(self):
        library = atspi()
        box = library.Component.get_extents(self.accessible.get_component_iface(), library.CoordType.SCREEN)
        return box.x + box.width // 2, box.y + box.height // 2

    def click(self, button=1, times=1):
        """With the mouse, where it is on the screen."""
        x, y = self.centre()
        self.app.xdotool("mousemove", "--sync", str(x), str(y), "click", "--repeat", str(times), str(button))

    def press(self, seconds=PATIENCE):
        """As an assistive technology does: the first action, once it is enabled."""
        wait(lambda: self.enabled, lambda: f"{self.name!r} enabled", seconds)
        library = atspi()
        action = self.accessible.get_action_iface()
        names = [library.Action.get_action_name(action, index) for index in range(library.Action.get_n_actions(action))] if action else []
        for wanted in ("Press", "click", "Toggle", "press", "toggle", "ShowMenu"):
            if wanted in names:
                self.ask(lambda: library.Action.do_action(action, names.index(wanted)), None)
                return
        self.click()

    def focus(self):
        library = atspi()
        component = self.accessible.get_component_iface()
        self.ask(lambda: library.Component.grab_focus(component), None)
        if not self.has("focused"):
            self.click()
        return self

    def type(self, text, enter=False):
        """Replaces what is there: keys for what a keyboard has, the accessible text for the rest."""
        wait(lambda: self.enabled, f"{self.name!r} enabled")
        self.focus()
        if text.isascii():
            self.app.xdotool("key", "ctrl+a", "BackSpace")
            self.app.xdotool("type", "--delay", "8", "--", text)
        else:
            library = atspi()
            library.EditableText.set_text_contents(self.accessible.get_editable_text_iface(), text)
        if enter:
            self.app.xdotool("key", "Return")

    def keys(self, *names):
        self.app.xdotool("key", *names)

    def close(self):
        """Closes it from the keyboard, as soon as the keys go to it."""
        wait(self.app.has_keys, "the window in front")
        self.app.xdotool("key", "alt+F4")


class App:
    """A running program and its windows."""

    def __init__(self, desktop, command, environment=None):
        self.desktop = desktop
        self.log = desktop.folder / f"app-{len(desktop.children)}.log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(list(map(str, command)), env={**desktop.environment, **(environment or {})}, stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log, start_new_session=True)
        desktop.children.append(self.process)

    def element(self):
        """The program on the accessibility bus, by its process id."""
        library = atspi()

        def look():
            if self.process.poll() is not None:
                raise NotFound(f"the program ended with {self.process.returncode}:\n{self.words()}")
            desk = library.get_desktop(0)
            desk.clear_cache()
            for index in range(desk.get_child_count()):
                one = desk.get_child_at_index(index)
                if one is not None and Element.ask(one.get_process_id, 0) == self.process.pid:
                    return Element(self, one)
            return None
        return wait(look, "the program on the accessibility bus", 60)

    def window(self, name, seconds=PATIENCE):
        return self.element().find("window", name, seconds)

    def has_window(self, name):
        return self.element().seen("window", name)

    def words(self):
        return self.log.read_text(errors="replace")[-4000:]

    def xdotool(self, *arguments):
        subprocess.run([process.program("xdotool"), *arguments], env=self.desktop.environment, check=True, capture_output=True)

    def has_keys(self):
        """Whether the window in front is one of this program."""
        asked = subprocess.run([process.program("xdotool"), "getactivewindow", "getwindowpid"], env=self.desktop.environment, capture_output=True, text=True)
        return asked.stdout.strip() == str(self.process.pid)

    def screenshot(self, path):
        subprocess.run([process.program("import"), "-window", "root", str(path)], env=self.desktop.environment, check=True)

    def quit(self, seconds=15):
        """Ends it as a session's end does; answers how it ended."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(seconds)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                return "killed"
        return self.process.returncode
