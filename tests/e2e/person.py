# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person does with Palique, in the words of its windows; used by the tests and by the demo."""
import re

from driver import wait

MAIN, SIGN_IN = "Palique", "Sign in"
TRUST = re.compile(r"trust", re.IGNORECASE)


def open_sign_in(app):
    """From the welcome page, or from wherever the window offers it."""
    if not app.has_window(SIGN_IN):
        app.window(MAIN).button("Sign in").press()
    return app.window(SIGN_IN)


def fill_in(form, address, password, host=None, port=None):
    form.field("Address").type(address)
    form.field("Password").type(password)
    if host is not None:
        if not form.seen("field", "Host"):
            form.button("Advanced").press()
        form.field("Host").type(host)
        form.field("Port").type(str(port))


def submit(form):
    form.button("Sign in").press()


def signed_in(app):
    """Signed in is: no sign-in dialog any more, and a main window with a list of chats."""
    return not app.has_window(SIGN_IN) and app.element().seen("list", "Chats")


def sign_in(app, address, password, host=None, port=None, trust=True, seconds=60):
    """All of it, up to the list of chats; a certificate nobody signed is trusted when trust says so."""
    form = open_sign_in(app)
    fill_in(form, address, password, host, port)
    submit(form)
    trust_if_asked(app, lambda: signed_in(app), seconds, trust)
    return app.window(MAIN)


def open_chat(app, name):
    """Opens a chat of the list by what its row begins with."""
    window = app.window(MAIN)
    window.list("Chats").row(rf"^{re.escape(name)}\b").click()
    window.field("Message")
    return window


def send(app, text):
    app.window(MAIN).field("Message").type(text, enter=True)


def messages(app):
    """The rows "sender, text, time, state" of the open conversation."""
    return app.window(MAIN).list("Messages").rows()


def wait_for_message(app, pattern, seconds=20):
    return app.window(MAIN).list("Messages").row(pattern, seconds).name


def wait_for_state(app, text, states, seconds=20):
    """Waits until our message stands there in one of the states (sending, sent, delivered, read, failed)."""
    pattern = re.compile(rf"{re.escape(text)}.*\b({'|'.join(states)})\b", re.DOTALL)
    return wait(lambda: next((row for row in messages(app) if pattern.search(row)), None),
                lambda: f"{text!r} as {' or '.join(states)} among {messages(app)!r}", seconds)


def trust_if_asked(app, done, seconds=60, trust=True):
    """Waits until done(), trusting the certificate when the dialog asks and trust says so."""
    def look():
        if done() or not trust:
            return done()
        for button in app.element().find_all("button", TRUST):
            if button.enabled:
                button.press()
        return False
    wait(look, lambda: "the end of signing in; the window says\n" + "\n".join(app.element().tree()), seconds)


def finish_sign_in(app):
    trust_if_asked(app, lambda: signed_in(app))


def new_chat(app, address):
    """New chat with somebody who is not a contact yet, asking to be one."""
    window = app.window(MAIN)
    window.button("New chat").press()
    form = app.window("New chat")
    form.field("Address").type(address)
    form.button(re.compile(r"^(Add|Add contact|Start|Start chat)$")).press()


def add_account(app):
    """Opens the sign-in dialog for one more account, through the settings."""
    app.window(MAIN).keys("ctrl+comma")
    settings = app.window("Settings")
    settings.button(re.compile(r"^Add (an )?account")).press()


def accounts(app):
    """The accounts the settings list."""
    if not app.has_window("Settings"):
        app.window(MAIN).keys("ctrl+comma")
    return [one.name for one in app.window("Settings").walk() if "@" in one.name]
