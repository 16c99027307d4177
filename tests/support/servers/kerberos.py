# SPDX-License-Identifier: GPL-3.0-or-later
"""A private Kerberos realm with a service for one domain and a ticket for each person."""
import os
import shutil
import subprocess

import process
from process import HOST, program

CONFIG = """[libdefaults]
 default_realm = {realm}
 dns_lookup_realm = false
 dns_lookup_kdc = false
 dns_canonicalize_hostname = false
 rdns = false
 udp_preference_limit = 1
 default_ccache_name = FILE:{home}/nobody
[realms]
 {realm} = {{
  kdc = {host}:{port}
 }}
[domain_realm]
 {domain} = {realm}
"""
KDC = """[kdcdefaults]
 kdc_listen = ""
 kdc_tcp_listen = {host}:{port}
[realms]
 {realm} = {{
  database_name = {home}/principal
  key_stash_file = {home}/stash
  acl_file = {home}/acl
  max_life = 10h
 }}
[logging]
 kdc = FILE:{home}/kdc.log
"""


def stop(folder):
    process.stop(folder, "kdc")


def start(folder, domain, people):
    """Answers {realm, config, keytab, tickets: {user: cache file}}; the clients' environment is KRB5_CONFIG and KRB5CCNAME."""
    home, realm, port = folder / "kerberos", domain.upper(), process.free_ports(1)[0]
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    values = {"realm": realm, "home": home, "host": HOST, "port": port, "domain": domain}
    (home / "krb5.conf").write_text(CONFIG.format(**values))
    (home / "kdc.conf").write_text(KDC.format(**values))
    environment = {**os.environ, "KRB5_CONFIG": str(home / "krb5.conf"), "KRB5_KDC_PROFILE": str(home / "kdc.conf")}

    def run(*command, text=None):
        done = subprocess.run([program(command[0]), *command[1:]], env=environment, input=text, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{' '.join(command)}: {done.stdout}{done.stderr}")

    run("kdb5_util", "-r", realm, "create", "-s", "-P", "master of the tests")
    queries = [f"addprinc -randkey xmpp/{domain}", f'ktadd -k "{home}/keytab" xmpp/{domain}']
    queries += [f'addprinc -pw "{password}" {user}' for user, password in people.items()]
    for query in queries:
        run("kadmin.local", "-r", realm, "-q", query)
    running = process.start(folder, "kdc", [program("krb5kdc"), "-n"], environment)
    process.wait_for("The KDC", lambda: process.listening(port), running, folder / "kdc.log")
    tickets = {user: str(home / f"ticket-{user}") for user in people}
    for user, password in people.items():
        run("kinit", "-c", tickets[user], f"{user}@{realm}", text=password + "\n")
    return {"realm": realm, "config": str(home / "krb5.conf"), "keytab": str(home / "keytab"), "tickets": tickets}
