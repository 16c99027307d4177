# SPDX-License-Identifier: GPL-3.0-or-later
"""What every end-to-end test starts from: the servers' data, a desktop, a profile and the program."""
import json
import os
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
from desktop import Desktop  # noqa: E402
from driver import App  # noqa: E402


class Scenario(unittest.TestCase):
    """Each test has a desktop and a profile of its own; Palique is started by start()."""

    @classmethod
    def setUpClass(cls):
        servers = Path(os.environ["PALIQUE_TEST_SERVERS"])
        cls.server = json.loads((servers / "prosody.json").read_text())
        cls.binary = Path(os.environ["PALIQUE_BINARY"])
        cls.pictures = Path(os.environ.get("PALIQUE_TEST_PICTURES", servers.parent / "e2e-failures"))
        if not cls.binary.exists():
            raise AssertionError(f"{cls.binary} was not built")
        os.environ["SSL_CERT_FILE"] = cls.server["ca"]  # the only authority this Palique knows
        # AT-SPI keeps to the first bus it saw, so one desktop serves a whole file.
        cls.desktop = Desktop()
        cls.enterClassContext(cls.desktop)
        cls.desktop.adopt()

    def setUp(self):
        self.profile = Path(tempfile.mkdtemp(prefix="palique-profile-"))
        self.profile.chmod(0o700)
        self.addCleanup(shutil.rmtree, self.profile, ignore_errors=True)
        self.apps = []
        self.addCleanup(self.end)

    def start(self, *arguments):
        app = App(self.desktop, [self.binary, "--profile", self.profile, *arguments])
        self.apps.append(app)
        return app

    def password(self, address):
        return self.server["accounts"][address.partition("@")[0]]

    def end(self):
        result = self._outcome.result
        failed = any(test is self for test, _ in result.failures + result.errors)
        for number, app in enumerate(self.apps):
            if failed and app.process.poll() is None:
                self.pictures.mkdir(parents=True, exist_ok=True)
                picture = self.pictures / f"{self.id().rpartition('.')[2]}-{number}.png"
                app.screenshot(picture)
                print(f"the screen as it was: {picture}")
                print("\n".join(app.element().tree()))
            if failed:
                print(f"Palique's own words:\n{app.words()}")
            app.quit()
