# SPDX-License-Identifier: GPL-3.0-or-later
"""Prosody 13 with a virtual host for each way to sign in and each way a certificate goes wrong."""
import base64
import hashlib
import hmac
import json
import os
import re
import shutil

import certificates
import kerberos
import process
from process import HOST

DOMAINS = {  # domain: kind of certificate
    "rsa.test": "rsa", "ecdsa.test": "ecdsa", "ed25519.test": "ed25519", "default.test": "rsa", "basic.test": "rsa", "plain.test": "rsa",
    "cert.test": "rsa", "anonymous.test": "rsa", "gssapi.test": "rsa", "expired.test": "expired", "selfsigned.test": "selfsigned",
    "wrongname.test": "wrongname", "unknown.test": "issuer",
}
ACCOUNTS = {"alice": "secret", "bob": "hunter2", "carol": "contraseña ñandú ❤", "dave": "secret", "erin": "secret", "frank": "secret"}
CLIENT = "alice@cert.test"
COMMON = """roster saslauth tls disco carbons pep smacks mam csi_simple ping time version blocklist register vcard4 vcard_legacy
private offline lastactivity uptime limits_exception bookmarks posix admin_shell websocket bosh""".split()
SASL2 = ["sasl2", "sasl2_bind2", "sasl2_sm", "sasl2_fast", "sasl_ssdp"]
NO_SCRAM = '{ "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-1-PLUS", "SCRAM-SHA-256-PLUS", "DIGEST-MD5" }'


def stop(folder):
    process.stop(folder, "prosody")
    kerberos.stop(folder)
    (folder / "prosody.json").unlink(missing_ok=True)


def start(folder):
    home = folder / "prosody"
    shutil.rmtree(home, ignore_errors=True)
    (home / "data").mkdir(parents=True)
    os.chmod(home, 0o700)
    ca = folder / "ca"
    certificates.ensure(ca, DOMAINS, CLIENT)
    realm = kerberos.start(folder, "gssapi.test", {"alice": ACCOUNTS["alice"]})
    c2s, tls, http, https = process.free_ports(4)
    (home / "prosody.cfg.lua").write_text(configuration(home, ca, c2s, tls, http, https))
    for domain in DOMAINS:
        for user, password in ACCOUNTS.items():
            store(home, domain, "accounts", user, credentials(password, "sha1" if domain in ("ecdsa.test", "basic.test") else "sha256"))
    pem = certificates.openssl("x509", "-in", ca / "client.crt").decode()
    digest = hashlib.sha1(certificates.openssl("x509", "-in", ca / "client.crt", "-outform", "DER")).hexdigest()
    store(home, "cert.test", "client_certs", "alice", {"test": {"digest": digest, "pem": pem}})
    # Cyrus SASL reads which mechanisms it may offer from a file named after the application.
    (home / "prosody.conf").write_text("mech_list: GSSAPI\n")
    running = launch(folder, realm, (c2s, tls, http, https))
    (folder / "prosody.json").write_text(json.dumps({
        "host": HOST, "domain": "rsa.test", "c2s": c2s, "tls": tls, "http": http, "https": https, "ca": str(ca / "ca.crt"),
        "accounts": ACCOUNTS, "domains": list(DOMAINS), "pid": running.pid, "log": str(folder / "prosody.log"),
        "certificates": {domain: str(ca / f"{domain}.crt") for domain in DOMAINS},
        "client": {"address": CLIENT, "certificate": str(ca / "client.crt"), "key": str(ca / "client.key"),
                   "pkcs12": str(ca / "client.p12"), "pkcs12Password": certificates.PKCS12_PASSWORD},
        "kerberos": realm,
    }, indent=1, ensure_ascii=False))


def launch(folder, realm, ports):
    home = folder / "prosody"
    running = process.start(folder, "prosody", [process.program("prosody"), "-F", "--config", str(home / "prosody.cfg.lua")],
                            {"SASL_CONF_PATH": str(home), "KRB5_CONFIG": realm["config"], "KRB5_KTNAME": realm["keytab"]})
    process.wait_for("Prosody", lambda: all(map(process.listening, ports)), running, folder / "prosody.log")
    return running


def restart(folder):
    """Ends it and starts it again, with all it knew and on the same ports."""
    known = json.loads((folder / "prosody.json").read_text())
    process.stop(folder, "prosody")
    known["pid"] = launch(folder, known["kerberos"], [known[name] for name in ("c2s", "tls", "http", "https")]).pid
    (folder / "prosody.json").write_text(json.dumps(known, indent=1, ensure_ascii=False))


def configuration(home, ca, c2s, tls, http, https):
    general = {
        "run_as_root": True, "daemonize": False, "pidfile": str(home / "prosody.pid"), "data_path": str(home / "data"),
        "admin_socket": str(home / "socket"), "log": "@{ debug = '*console' }",
        "interfaces": [HOST], "c2s_interfaces": [HOST], "c2s_ports": [c2s], "c2s_direct_tls_ports": [tls], "legacy_ssl_ports": [],
        "s2s_ports": [], "s2s_direct_tls_ports": [], "http_ports": [http], "https_ports": [https],
        "http_interfaces": [HOST], "https_interfaces": [HOST], "component_ports": [], "http_default_host": "rsa.test",
        "modules_enabled": [name for name in COMMON if name != "limits_exception"], "modules_disabled": ["s2s", "dialback"],
        "authentication": "internal_hashed", "password_hash": "SHA-256", "storage": "internal",
        "archive_expires_after": "1y", "max_archive_query_results": 50, "default_archive_policy": True,
        "c2s_require_encryption": True, "allow_registration": False, "smacks_hibernation_time": 120, "consider_websocket_secure": True,
        "consider_bosh_secure": True, "cross_domain_websocket": True, "certificates": str(ca),
        "c2s_timeout": 300, "disable_sasl_mechanisms": ["DIGEST-MD5"],
    }
    text = "".join(f"{name} = {lua(value)}\n" for name, value in general.items())
    for domain in DOMAINS:
        text += f'\nVirtualHost "{domain}"\n' + "".join(f"  {name} = {lua(value)}\n" for name, value in host(domain, ca).items())
    return text


def host(domain, ca):
    files = {"certificate": str(ca / f"{domain}.crt"), "key": str(ca / f"{domain}.key")}
    options = {"modules_enabled": SASL2}
    if domain in ("rsa.test", "ecdsa.test"):
        options["tls_server_end_point_hash"] = certificates.end_point_hash(ca / f"{domain}.crt", "sha384" if domain == "ecdsa.test" else "sha256")
    if domain in ("ecdsa.test", "basic.test"):
        options["password_hash"] = "SHA-1"
    if domain == "plain.test":
        options["disable_sasl_mechanisms"] = f"@{NO_SCRAM}"
    if domain == "basic.test":  # as servers were: no SASL2, no stream management, open registration
        options = {"modules_enabled": [], "modules_disabled": ["smacks", "csi_simple"], "password_hash": "SHA-1", "allow_registration": True}
    if domain == "cert.test":
        files |= {"verify": ["peer"], "verifyext": ["lsec_continue", "lsec_ignore_purpose"], "cafile": str(ca / "ca.crt")}
        options["modules_enabled"] = ["client_certs"]
    if domain == "anonymous.test":
        options |= {"authentication": "anonymous", "modules_enabled": []}
    if domain == "gssapi.test":
        options |= {"authentication": "cyrus", "cyrus_service_name": "xmpp", "cyrus_application_name": "prosody",
                    "cyrus_server_fqdn": domain, "cyrus_service_realm": "GSSAPI.TEST", "modules_enabled": []}
    return options | {"ssl": files, "c2s_ssl": files, "c2s_direct_tls_ssl": files}


def lua(value):
    """A Lua literal; a string that begins with @ is Lua already."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, (list, tuple)):
        return "{ " + "; ".join(map(lua, value)) + " }"
    if isinstance(value, dict):
        return "{ " + "; ".join(f"[{lua(name)}] = {lua(item)}" for name, item in value.items()) + " }"
    if value.startswith("@"):
        return value[1:]
    return '"' + re.sub(r'[\\"\n]', lambda found: {"\n": "\\n"}.get(found[0], "\\" + found[0]), value) + '"'


def credentials(password, name):
    """What mod_auth_internal_hashed keeps of a password (RFC 5802, section 3)."""
    salt, rounds = base64.b64encode(os.urandom(12)), 4096
    salted = hashlib.pbkdf2_hmac(name, password.encode(), salt, rounds)
    key = hmac.digest(salted, b"Client Key", name)
    return {"iteration_count": rounds, "salt": salt.decode(), "stored_key": hashlib.new(name, key).hexdigest(),
            "server_key": hmac.digest(salted, b"Server Key", name).hex(), "hash": "SHA-1" if name == "sha1" else "SHA-256"}


def store(home, domain, name, user, value):
    """Writes a file as Prosody's internal storage does."""
    def encode(text):
        return re.sub(rb"[^a-zA-Z0-9]", lambda found: b"%%%02x" % found[0][0], text.encode()).decode()
    folder = home / "data" / encode(domain) / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{encode(user)}.dat").write_text(f"return {lua(value)};\n")
