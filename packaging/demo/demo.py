#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens Palique signed in to a private server with people to talk to; called by packaging/run.

    demo.py --binary PALIQUE --state FOLDER [--fresh] [--screenshot FILE.png]
"""
import argparse
import fcntl
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import server
from contacts import NAMES
from server import PASSWORD, YOU

import person  # noqa: E402  (the path was set by server)
from desktop import Desktop
from driver import App, NotFound, wait

FRIEND, WORDS = "Ana Ruiz", "Six is perfect. Shall I bring the photos?"


def say(text):
    print(f"\033[1m==>\033[0m {text}", flush=True)


def start_contacts(desktop, running, history):
    command = [sys.executable, str(Path(__file__).parent / "contacts.py"), server.process.HOST, str(running.c2s), str(running.certificate)]
    contacts = desktop.spawn(command + (["--history"] if history else []), stdout=subprocess.PIPE)
    if contacts.stdout.readline().strip() != b"ready":
        log = (desktop.folder / f"{Path(sys.executable).name}.log").read_text(errors="replace")
        raise SystemExit(f"the demo's contacts did not come online:\n{log[-3000:]}")


def open_signed_in(desktop, binary, profile, running):
    app = App(desktop, [binary, "--profile", profile])
    wait(lambda: app.has_window(person.MAIN) or app.has_window(person.SIGN_IN), "the first window", 60)
    if not person.signed_in(app) and not (profile / "demo-signed-in").exists():
        say(f"signing in as {YOU}")
        person.sign_in(app, YOU, PASSWORD, server.process.HOST, running.c2s)
        (profile / "demo-signed-in").touch()
    return app


def display_of(arguments):
    if arguments.screenshot:
        return "xvfb"
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return None
    return "vnc"


def announce(desktop):
    if desktop.kind == "vnc":
        say("There is no display here, so the window is served on this machine alone:")
        print(f"\n        address   127.0.0.1:{desktop.vnc_port}\n        password  {desktop.vnc_password}\n\n"
              f"    Here:            vncviewer 127.0.0.1::{desktop.vnc_port}\n"
              f"    From elsewhere:  ssh -L {desktop.vnc_port}:127.0.0.1:{desktop.vnc_port} THIS-MACHINE, then the same\n", flush=True)
    say("Palique is open. Close it, or press Ctrl+C here, to end the demo.")


def play(app, picture):
    """Opens a chat, says something, waits for the answer, and keeps the picture of it."""
    person.open_chat(app, FRIEND)
    before = person.messages(app)
    person.send(app, WORDS)
    person.wait_for_state(app, WORDS, ("delivered", "read"), 30)
    answer = wait(lambda: next((row for row in person.messages(app) if row not in before and re.match(rf"{FRIEND}\b", row)), None),
                  lambda: f"an answer of {FRIEND} among {person.messages(app)!r}", 30)
    say(f"the answer: {answer}")
    app.screenshot(picture)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", type=Path, required=True)
    parser.add_argument("--state", type=Path, required=True)
    parser.add_argument("--screenshot", type=Path)
    parser.add_argument("--fresh", action="store_true")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGHUP, lambda *_: sys.exit(129))
    state = Path(tempfile.mkdtemp(prefix="palique-demo-")) if arguments.screenshot else arguments.state
    try:
        return run(arguments, state)
    except NotFound as missing:
        print(f"error: {missing}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        if arguments.screenshot:
            shutil.rmtree(state, ignore_errors=True)


def run(arguments, state):
    state.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = open(state / "lock", "w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise SystemExit("error: the demo is open already") from None
    if arguments.fresh:
        for name in ("server", "profile", "home"):
            shutil.rmtree(state / name, ignore_errors=True)
    profile = state / "profile"
    with server.Server(state / "server", NAMES) as running:
        if running.fresh:
            shutil.rmtree(profile, ignore_errors=True)
        (state / "home").mkdir(exist_ok=True)
        profile.mkdir(exist_ok=True, mode=0o700)
        with Desktop(display_of(arguments), home=state / "home") as desktop:
            desktop.adopt()
            say("starting the demo's server and contacts")
            start_contacts(desktop, running, history=not (profile / "demo-signed-in").exists())
            if not arguments.screenshot:
                announce(desktop)
            app = open_signed_in(desktop, arguments.binary, profile, running)
            if arguments.screenshot:
                play(app, arguments.screenshot)
                return 0
            return app.process.wait()


if __name__ == "__main__":
    sys.exit(main())
