# SPDX-License-Identifier: GPL-3.0-or-later
"""The tests' own authority and the certificates of their servers and of one client, made with openssl."""
import hashlib
import subprocess
import time
from datetime import datetime, timedelta, timezone

from process import lock, program

RSA = ["rsa:2048", "-sha256"]
P384 = ["ec", "-pkeyopt", "ec_paramgen_curve:P-384", "-sha384"]
ED25519 = ["ed25519"]
DAY = timedelta(days=1)
LIFE = 30 * DAY
PKCS12_PASSWORD = "p12 secret"


def openssl(*arguments):
    done = subprocess.run([program("openssl"), *map(str, arguments)], capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"openssl {' '.join(map(str, arguments))}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def ensure(folder, domains, client):
    """Makes folder/ca.crt and <domain>.crt, <domain>.key for each {domain: kind}, and client.{crt,key,p12}.

    Kinds: rsa, ecdsa, ed25519, expired, selfsigned, wrongname, issuer (an authority nobody knows).
    """
    folder.mkdir(parents=True, exist_ok=True)
    with lock(folder / "lock"):
        if not fresh(folder / "ca.crt"):
            for old in folder.glob("*.*"):
                old.unlink()
            authority(folder, "ca", "Palique test authority")
            authority(folder, "stranger", "An authority nobody knows")
        for domain, kind in domains.items():
            if not (folder / f"{domain}.crt").exists():
                server(folder, domain, kind)
        if client and not (folder / "client.p12").exists():
            client_certificate(folder, client)


def fresh(certificate):
    return certificate.exists() and time.time() - certificate.stat().st_mtime < (LIFE - 2 * DAY).total_seconds()


def authority(folder, name, title):
    openssl("req", "-x509", "-newkey", *RSA, "-nodes", "-keyout", folder / f"{name}.key", "-out", folder / f"{name}.crt", *times(),
            "-subj", f"/CN={title}", "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign")


def server(folder, domain, kind):
    name = "somewhere-else.test" if kind == "wrongname" else domain
    key = {"ecdsa": P384, "ed25519": ED25519}.get(kind, RSA)
    issuer = {"selfsigned": None, "issuer": "stranger"}.get(kind, "ca")
    make(folder, domain, key, name, f"DNS:{name},DNS:*.{name}", "serverAuth", issuer, expired=kind == "expired")


def client_certificate(folder, address):
    make(folder, "client", RSA, address, f"otherName:1.3.6.1.5.5.7.8.5;UTF8:{address}", "clientAuth", "ca")
    openssl("pkcs12", "-export", "-in", folder / "client.crt", "-inkey", folder / "client.key", "-certfile", folder / "ca.crt",
            "-out", folder / "client.p12", "-passout", f"pass:{PKCS12_PASSWORD}")


def make(folder, file, key, name, alternative, usage, issuer, expired=False):
    out, secret = folder / f"{file}.crt", folder / f"{file}.key"
    signer = [] if issuer is None else ["-CA", folder / f"{issuer}.crt", "-CAkey", folder / f"{issuer}.key"]
    # With ECDSA the authority must sign with SHA-384 too: the certificate's own signature decides the binding's hash.
    if issuer and key is P384:
        if not (folder / "ca384.crt").exists():
            intermediate(folder)
        signer = ["-CA", folder / "ca384.crt", "-CAkey", folder / "ca384.key"]
    openssl("req", "-x509", "-newkey", *key, "-nodes", "-keyout", secret, "-out", out, *times(expired), "-subj", f"/CN={name}", *signer,
            "-addext", f"subjectAltName={alternative}", "-addext", f"extendedKeyUsage={usage}", "-addext", "basicConstraints=CA:FALSE")
    if issuer and key is P384:  # the chain as a server sends it
        out.write_text(out.read_text() + (folder / "ca384.crt").read_text())


def intermediate(folder):
    openssl("req", "-x509", "-newkey", *P384, "-nodes", "-keyout", folder / "ca384.key", "-out", folder / "ca384.crt", *times(),
            "-subj", "/CN=Palique test authority, P-384", "-CA", folder / "ca.crt", "-CAkey", folder / "ca.key",
            "-addext", "basicConstraints=critical,CA:TRUE,pathlen:0", "-addext", "keyUsage=critical,keyCertSign")


def times(expired=False):
    now = datetime.now(timezone.utc)
    first, last = (now - 20 * DAY, now - 10 * DAY) if expired else (now - DAY, now + LIFE)
    return ["-not_before", first.strftime("%Y%m%d%H%M%SZ"), "-not_after", last.strftime("%Y%m%d%H%M%SZ")]


def end_point_hash(certificate, name):
    """tls-server-end-point of RFC 5929 as lowercase hex: the hash of the DER of the first certificate."""
    der = openssl("x509", "-in", certificate, "-outform", "DER")
    return hashlib.new(name, der).hexdigest()
