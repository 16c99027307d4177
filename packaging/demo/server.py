# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo's Prosody: on loopback, with one domain, its accounts and who knows whom."""
import json
import os
import sys
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "support" / "servers"), str(ROOT / "tests" / "e2e")]
import certificates  # noqa: E402
import process  # noqa: E402
import prosody  # noqa: E402

DOMAIN = "palique.localhost"
YOU, PASSWORD = f"you@{DOMAIN}", "palique"
MODULES = """roster saslauth tls disco carbons pep smacks mam csi_simple ping time version blocklist vcard4 vcard_legacy
private offline lastactivity bookmarks sasl2 sasl2_bind2 sasl2_sm sasl2_fast sasl_ssdp""".split()


class Server:
    """with Server(folder, {user: name}) as server: … ; the folder keeps accounts, archive and ports for the next time."""

    def __init__(self, folder, people):
        self.folder, self.people = Path(folder), people
        self.certificate = self.folder / "ca" / "ca.crt"
        self.fresh = not (self.folder / "ports.json").exists()

    def __enter__(self):
        home = self.folder / "prosody"
        home.mkdir(parents=True, exist_ok=True)
        os.chmod(self.folder, 0o700)
        certificates.ensure(self.folder / "ca", {DOMAIN: "rsa"}, None)
        self.choose_ports()
        self.add_people(home)
        options = {
            "run_as_root": True, "daemonize": False, "pidfile": str(home / "prosody.pid"), "data_path": str(home / "data"),
            "log": "@{ info = '*console' }", "interfaces": [process.HOST], "c2s_interfaces": [process.HOST],
            "c2s_ports": [self.c2s], "c2s_direct_tls_ports": [self.tls], "s2s_ports": [], "s2s_direct_tls_ports": [], "http_ports": [], "https_ports": [],
            "modules_enabled": MODULES, "modules_disabled": ["s2s", "dialback"], "authentication": "internal_hashed", "password_hash": "SHA-256",
            "storage": "internal", "archive_expires_after": "1y", "c2s_require_encryption": True, "allow_registration": False,
        }
        files = {"certificate": str(self.folder / "ca" / f"{DOMAIN}.crt"), "key": str(self.folder / "ca" / f"{DOMAIN}.key")}
        text = "".join(f"{name} = {prosody.lua(value)}\n" for name, value in options.items()) + f'VirtualHost "{DOMAIN}"\n'
        for name in ("ssl", "c2s_ssl", "c2s_direct_tls_ssl"):
            text += f"  {name} = {prosody.lua(files)}\n"
        # The domain's hash lets SCRAM be bound to the certificate.
        text += f'  tls_server_end_point_hash = "{certificates.end_point_hash(files["certificate"], "sha256")}"\n'
        (home / "prosody.cfg.lua").write_text(text)
        running = process.start(self.folder, "prosody", [process.program("prosody"), "-F", "--config", str(home / "prosody.cfg.lua")])
        process.wait_for("Prosody", lambda: process.listening(self.c2s) and process.listening(self.tls), running, self.folder / "prosody.log")
        return self

    def __exit__(self, *_):
        process.stop(self.folder, "prosody")

    def choose_ports(self):
        """The ports of last time, which the account on the disk knows, unless somebody else took them."""
        process.stop(self.folder, "prosody")
        record = self.folder / "ports.json"
        ports = json.loads(record.read_text()) if record.exists() else None
        if not ports or any(map(process.listening, ports)):
            ports, self.fresh = process.free_ports(2), True
            record.write_text(json.dumps(ports))
        self.c2s, self.tls = ports

    def add_people(self, home):
        for user in [YOU.partition("@")[0], *self.people]:
            if not (home / "data" / DOMAIN.replace(".", "%2e") / "accounts" / f"{user}.dat").exists():
                prosody.store(home, DOMAIN, "accounts", user, prosody.credentials(PASSWORD, "sha256"))
                known = {f"{other}@{DOMAIN}": {"subscription": "both", "name": name, "groups": {}} for other, name in self.people.items()}
                mine = known if user == "you" else {YOU: {"subscription": "both", "name": "You", "groups": {}}}
                prosody.store(home, DOMAIN, "roster", user, mine | {"@false": {"version": 1, "pending": {}}})
