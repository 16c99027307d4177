#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian package, looked at and unpacked, but not installed."""
import gzip
import os
import re
import shutil
import struct
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.dont_write_bytecode = True
import package  # noqa: E402
from package import SOURCE, run  # noqa: E402


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="palique-package-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        cls.tree = cls.folder / "tree"
        cls.deb = package.path()
        run("dpkg-deb", "--extract", cls.deb, cls.tree)
        cls.share = cls.tree / "usr/share"
        cls.environment = {"PATH": f"{cls.tree}/usr/bin:{os.environ['PATH']}", "HOME": str(cls.folder), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen",
                           "XDG_DATA_DIRS": str(cls.share), "XDG_RUNTIME_DIR": str(cls.folder)}

    def test_lintian_has_nothing_to_say(self):
        self.assertEqual(run("lintian", "--allow-root", "--fail-on", "error,warning", self.deb).strip(), "")

    def test_the_store_entry_is_valid(self):
        run("appstreamcli", "validate", "--no-net", self.share / "metainfo/org.example.palique.metainfo.xml")
        run("appstreamcli", "validate-tree", "--no-net", self.tree)

    def test_the_desktop_entry_is_valid(self):
        self.assertEqual(run("desktop-file-validate", self.share / "applications/palique.desktop"), "")
        entry = (self.share / "applications/palique.desktop").read_text()
        for key in ("GenericName", "Comment", "Keywords"):
            self.assertIn(f"\n{key}[es]=", entry)

    def test_the_manual_is_well_formed_and_knows_every_option(self):
        manual = self.share / "man/man1/palique.1.gz"
        words = run("man", "--warnings", "--encoding=UTF-8", "--local-file", manual, env={**self.environment, "MANWIDTH": "100", "MAN_KEEP_STDERR": "1"})
        self.assertNotIn("warning:", words)
        for option in re.findall(r"--[a-z]+", run("palique", "--help", env=self.environment)):
            self.assertIn(option, words)

    def test_the_icons(self):
        icons = self.share / "icons/hicolor"
        for size in package.SIZES:
            data = (icons / f"{size}x{size}/apps/palique.png").read_bytes()
            self.assertEqual(struct.unpack(">II", data[16:24]), (size, size))
        for name in ("scalable/apps/palique.svg", "symbolic/apps/palique-symbolic.svg"):
            self.assertTrue(ElementTree.parse(icons / name).getroot().tag.endswith("svg"))

    def test_one_version_everywhere(self):
        version = re.search(r"project\(palique VERSION ([\d.]+)", (SOURCE / "CMakeLists.txt").read_text())[1]
        self.assertEqual(package.field("Version"), version)
        self.assertEqual(run("palique", "--version", env=self.environment), f"Palique {version}\n")
        with gzip.open(self.share / "doc/palique/changelog.gz", "rt") as changelog:
            self.assertTrue(changelog.readline().startswith(f"palique ({version}) "))
        store = ElementTree.parse(self.share / "metainfo/org.example.palique.metainfo.xml")
        self.assertEqual(store.find("releases/release").get("version"), version)
        with gzip.open(self.share / "man/man1/palique.1.gz", "rt") as manual:
            self.assertIn(f'"Palique {version}"', manual.read())

    def test_it_asks_for_what_no_linker_sees(self):
        for name in ("libqca-qt6-plugins", "libqt6sql6-sqlite", "libsecret-1-0", "ca-certificates", "libqt6widgets6", "libqt6svg6"):
            self.assertRegex(package.field("Depends"), rf"(^|, ){re.escape(name)}\b")
        self.assertIn("gnome-keyring | kwalletmanager", package.field("Recommends"))

    def test_it_is_offered_for_links(self):
        run("update-desktop-database", self.share / "applications")
        offered = run("gio", "mime", "x-scheme-handler/xmpp", env=self.environment)
        self.assertIn("palique.desktop", offered)


if __name__ == "__main__":
    sys.exit(unittest.main())
