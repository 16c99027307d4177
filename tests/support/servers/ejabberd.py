# SPDX-License-Identifier: GPL-3.0-or-later
"""ejabberd 24.12, run without Erlang's distribution: no node name, no epmd, no ejabberdctl."""
import json
import os
import shutil
from pathlib import Path

import certificates
import process
from process import HOST

DOMAINS = {"ejabberd.test": "rsa", "sha512.test": "rsa", "sha256.test": "rsa", "digest.test": "rsa"}
ACCOUNTS = {"alice": "secret", "bob": "hunter2", "carol": "contraseña ñandú ❤", "dave": "secret", "erin": "secret", "frank": "secret"}


def stop(folder):
    process.stop(folder, "ejabberd")
    (folder / "ejabberd.json").unlink(missing_ok=True)


def start(folder):
    home, ca = folder / "ejabberd", folder / "ca"
    shutil.rmtree(home, ignore_errors=True)
    (home / "database").mkdir(parents=True)
    certificates.ensure(ca, DOMAINS, None)
    for domain in DOMAINS:  # ejabberd wants certificate, chain and key in one file
        (home / f"{domain}.pem").write_text((ca / f"{domain}.crt").read_text() + (ca / f"{domain}.key").read_text())
    c2s, tls, http = process.free_ports(3)
    (home / "ejabberd.yml").write_text(json.dumps(configuration(home, c2s, tls, http), indent=1))  # JSON is YAML
    (home / "accounts.script").write_text(registration(home), encoding="utf-8")
    (home / "inetrc").write_text('{lookup,["file","native"]}.\n')
    running = launch(folder, (c2s, tls, http))
    (folder / "ejabberd.json").write_text(json.dumps({
        "host": HOST, "domain": "ejabberd.test", "c2s": c2s, "tls": tls, "http": http, "ca": str(ca / "ca.crt"), "accounts": ACCOUNTS,
        "domains": list(DOMAINS), "pid": running.pid, "log": str(home / "ejabberd.log"),
        "certificates": {domain: str(ca / f"{domain}.crt") for domain in DOMAINS},
    }, indent=1, ensure_ascii=False))


def launch(folder, ports):
    home = folder / "ejabberd"
    library = next(iter(sorted(Path("/usr/lib").glob("*/ejabberd-*/ebin"))), None)
    if not library:
        raise SystemExit("ejabberd is not installed: packaging/packages lists what the tests need")
    (home / "ready").unlink(missing_ok=True)
    running = process.start(folder, "ejabberd", [
        process.program("erl"), "-noinput", "+K", "true", "+P", "250000", "-boot", "start_clean", "-mnesia", "dir", f'"{home / "database"}"',
        "-s", "ejabberd", "-eval", f'{{ok, _}} = file:script("{home / "accounts.script"}").'], {
        "ERL_LIBS": str(library.parent.parent), "EJABBERD_CONFIG_PATH": str(home / "ejabberd.yml"), "EJABBERD_LOG_PATH": str(home / "ejabberd.log"),
        "ERL_INETRC": str(home / "inetrc"), "ERL_CRASH_DUMP_BYTES": "0", "HOME": str(home), "ERL_EPMD_ADDRESS": HOST})
    process.wait_for("ejabberd", (home / "ready").exists, running, folder / "ejabberd.log")
    process.wait_for("ejabberd", lambda: all(map(process.listening, ports)), running, folder / "ejabberd.log")
    return running


def restart(folder):
    """Ends it and starts it again, with all it knew and on the same ports."""
    known = json.loads((folder / "ejabberd.json").read_text())
    process.stop(folder, "ejabberd")
    known["pid"] = launch(folder, [known[name] for name in ("c2s", "tls", "http")]).pid
    (folder / "ejabberd.json").write_text(json.dumps(known, indent=1, ensure_ascii=False))


def registration(home):
    """Erlang that makes the accounts and then says that the server is ready."""
    people = ",".join(f'{{<<"{user}">>,<<"{domain}">>,<<"{password}"/utf8>>}}' for domain in DOMAINS for user, password in ACCOUNTS.items())
    return ("%% -*- coding: utf-8 -*-\n"
            "lists:foreach(fun({User, Server, Password}) ->\n"
            "                  case ejabberd_auth:try_register(User, Server, Password) of ok -> ok; {error, exists} -> ok end end,\n"
            f"              [{people}]),\n"
            f'file:write_file("{home / "ready"}", <<"yes">>).\n')


def configuration(home, c2s, tls, http):
    stream = {"ip": HOST, "module": "ejabberd_c2s", "max_stanza_size": 1048576, "access": "c2s"}
    scram = ["SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512"]
    plus = [f"{name}-PLUS" for name in scram]
    return {
        "hosts": list(DOMAINS), "loglevel": "info", "certfiles": [str(home / f"{domain}.pem") for domain in DOMAINS], "ca_file": str(home / "ejabberd.test.pem"),
        "acme": {"auto": False}, "sql_type": "sqlite", "sql_database": str(home / "archive.db"), "new_sql_schema": True,  # Mnesia takes ever longer for each message
        "registration_timeout": "infinity", "auth_method": "internal", "auth_password_format": "plain",
        "host_config": {
            "sha512.test": {"auth_password_format": "scram", "auth_scram_hash": "sha512"},
            "sha256.test": {"auth_password_format": "scram", "auth_scram_hash": "sha256"},
            "digest.test": {"disable_sasl_mechanisms": scram + plus},
        },
        "listen": [
            {**stream, "port": c2s, "starttls": True, "starttls_required": True},
            {**stream, "port": tls, "tls": True},
            {"ip": HOST, "port": http, "module": "ejabberd_http", "request_handlers": {"/ws": "ejabberd_http_ws", "/bosh": "mod_bosh"}},
        ],
        "acl": {"local": {"user_regexp": ""}, "loopback": {"ip": ["127.0.0.0/8"]}},
        "access_rules": {"local": {"allow": "local"}, "c2s": {"deny": "blocked", "allow": "all"}, "register": {"allow": "all"},
                         "trusted_network": {"allow": "loopback"}},
        "modules": {
            "mod_adhoc": {}, "mod_blocking": {}, "mod_bosh": {}, "mod_caps": {}, "mod_carboncopy": {}, "mod_client_state": {}, "mod_disco": {},
            "mod_last": {}, "mod_mam": {"default": "always", "assume_mam_usage": True, "db_type": "sql"}, "mod_offline": {}, "mod_ping": {},
            "mod_privacy": {}, "mod_private": {}, "mod_pubsub": {"plugins": ["flat", "pep"], "access_createnode": "local"},
            "mod_register": {"ip_access": "trusted_network"}, "mod_roster": {"versioning": True},
            "mod_stream_mgmt": {"resend_on_timeout": "if_offline", "resume_timeout": 120}, "mod_time": {}, "mod_vcard": {"search": False},
            "mod_version": {"show_os": False},
        },
    }
