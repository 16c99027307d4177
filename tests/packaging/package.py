# SPDX-License-Identifier: GPL-3.0-or-later
"""The package that was made, for the tests here."""
import os
import subprocess
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def path():
    found = list(Path(os.environ["PALIQUE_DEB_FOLDER"]).glob("palique_*.deb"))
    if len(found) != 1:
        raise AssertionError(f"one package was to be made, not {found}")
    return found[0]


def run(*command, **more):
    """What a command writes, error stream too; its failure is the test's."""
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more)
    if done.returncode:
        raise AssertionError(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout}")
    return done.stdout


def field(name):
    return run("dpkg-deb", "--field", path(), name).strip()
