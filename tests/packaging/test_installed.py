#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian package through apt in a bare system: it installs, starts, is offered for links, and leaves nothing behind.

Run by in_bare_system, which names the system's folder in PALIQUE_BARE_SYSTEM.
"""
import os
import shutil
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
import package  # noqa: E402
from package import SOURCE, run  # noqa: E402

sys.path.insert(0, str(SOURCE / "tests" / "e2e"))
from desktop import Desktop  # noqa: E402
from driver import App, Element, atspi, wait  # noqa: E402

ROOT = Path(os.environ["PALIQUE_BARE_SYSTEM"])
# What apt and dpkg write about themselves, and what is no part of a system.
LEDGERS = ("dev/", "proc/", "sys/", "run/", "tmp/", "var/cache/apt/", "var/lib/apt/", "var/lib/dpkg/", "var/log/")
ENVIRONMENT = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/tmp/home", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"}


def inside(*command, **environment):
    return run("chroot", ROOT, *command, env=ENVIRONMENT | environment)


def files():
    """Every path of the system but the ledgers, with what it is."""
    found = set()
    for folder, folders, names in os.walk(ROOT):
        for name in folders + names:
            path = Path(folder, name)
            where = str(path.relative_to(ROOT))
            if not f"{where}/".startswith(LEDGERS):
                found.add(f"{where}{'' if path.is_symlink() or not path.is_dir() else '/'}")
        folders[:] = [name for name in folders if not f"{Path(folder, name).relative_to(ROOT)}/".startswith(LEDGERS)]
    return found


def same_paths():
    """Makes the system's folder have the same path inside and outside, so that sockets in it are found by both."""
    outside = ROOT / str(ROOT).lstrip("/")
    outside.parent.mkdir(parents=True, exist_ok=True)
    outside.symlink_to("/")
    os.environ["TMPDIR"] = str(ROOT / "tmp")


class OnlyApp(App):
    """The one program on the desktop: by its process id it is not found where numbers are other ones inside and outside."""

    def element(self):
        def look():
            self.assert_running()
            desk = atspi().get_desktop(0)
            desk.clear_cache()
            return desk.get_child_count() and Element(self, desk.get_child_at_index(0))
        return wait(look, "the program on the accessibility bus", 60)

    def assert_running(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with {self.process.returncode}:\n{self.words()}")


class Installed(unittest.TestCase):
    def test_a_life(self):
        shutil.copy(package.path(), ROOT / "tmp" / "palique.deb")
        inside("apt-get", "satisfy", "-y", "-q", package.field("Depends"))
        before = files()

        inside("apt-get", "install", "-y", "-q", "/tmp/palique.deb")
        self.assertIn("usr/bin/palique", files() - before)
        self.assertEqual(inside("palique", "--version", QT_QPA_PLATFORM="offscreen"), f"Palique {package.field('Version')}\n")
        self.assertIn("palique.desktop", inside("gio", "mime", "x-scheme-handler/xmpp"))
        self.welcome()

        inside("apt-get", "remove", "-y", "-q", "palique")
        self.assertNotIn("palique.desktop", inside("gio", "mime", "x-scheme-handler/xmpp"))
        self.assertEqual(files() ^ before, set())
        inside("apt-get", "install", "-y", "-q", "/tmp/palique.deb")
        inside("apt-get", "purge", "-y", "-q", "palique")
        self.assertEqual(files() ^ before, set())

    def welcome(self):
        same_paths()
        with Desktop(keyring=False) as desktop:
            desktop.adopt()
            app = OnlyApp(desktop, ["chroot", ROOT, "palique", "--profile", desktop.folder / "profile"])
            window = app.window("Palique", 60)
            window.says("Welcome to Palique")
            self.assertTrue(window.button("Sign in").enabled)
            self.assertEqual(app.quit(), 0, app.words())


if __name__ == "__main__":
    sys.exit(unittest.main(argv=[sys.argv[0], "-v"]))
