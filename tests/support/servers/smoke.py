#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The servers of the tests are what the tests believe: each domain offers what its name says, and takes a sign-in.

    smoke.py prosody|ejabberd FOLDER

It speaks with slixmpp and with plain sockets, never with Palique, so that a failure here is the set-up's.
"""
import asyncio
import base64
import json
import re
import socket
import ssl
import sys
import unittest
from pathlib import Path

import slixmpp

SERVER = {}
FEATURES = {  # domain: (mechanisms it must offer, mechanisms it must not offer)
    "rsa.test": ({"SCRAM-SHA-256", "SCRAM-SHA-256-PLUS", "PLAIN"}, {"SCRAM-SHA-1"}),
    "ecdsa.test": ({"SCRAM-SHA-1", "SCRAM-SHA-1-PLUS", "PLAIN"}, {"SCRAM-SHA-256"}),
    "default.test": ({"SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"}, set()),
    "plain.test": ({"PLAIN"}, {"SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"}),
    "cert.test": ({"EXTERNAL"}, set()),
    "anonymous.test": ({"ANONYMOUS"}, {"PLAIN"}),
    "gssapi.test": ({"GSSAPI"}, {"PLAIN"}),
    "ejabberd.test": ({"SCRAM-SHA-512", "SCRAM-SHA-256", "SCRAM-SHA-1", "DIGEST-MD5", "PLAIN"}, set()),
    "sha512.test": ({"SCRAM-SHA-512", "SCRAM-SHA-512-PLUS", "PLAIN"}, {"SCRAM-SHA-256", "DIGEST-MD5"}),
    "sha256.test": ({"SCRAM-SHA-256"}, {"SCRAM-SHA-512", "DIGEST-MD5"}),
    "digest.test": ({"DIGEST-MD5"}, {"SCRAM-SHA-1", "SCRAM-SHA-512"}),
}
BAD_CERTIFICATES = {"expired.test": "has expired", "selfsigned.test": "self-signed", "wrongname.test": "mismatch", "unknown.test": "unable to get local issuer"}
PASSWORD_DOMAINS = ("rsa.test", "ecdsa.test", "default.test", "basic.test", "plain.test", "ejabberd.test", "sha512.test", "sha256.test")


class Stream:
    """A stream by hand over direct TLS or STARTTLS."""

    def __init__(self, domain, starttls=False, certificate=None):
        self.domain = domain
        context = ssl.create_default_context(cafile=SERVER["ca"])
        if certificate:
            context.load_cert_chain(certificate["certificate"], certificate["key"])
        self.socket = socket.create_connection((SERVER["host"], SERVER["c2s" if starttls else "tls"]), timeout=20)
        try:
            if starttls:
                self.open()
                self.send("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", "<proceed")
            self.socket = context.wrap_socket(self.socket, server_hostname=domain)
        except BaseException:
            self.socket.close()
            raise

    def open(self):
        return self.send(f"<?xml version='1.0'?><stream:stream from='alice@{self.domain}' to='{self.domain}' version='1.0' xmlns='jabber:client' "
                         "xmlns:stream='http://etherx.jabber.org/streams'>", "</stream:features>")

    def send(self, text, until):
        self.socket.sendall(text.encode())
        received = ""
        while not re.search(until, received):
            piece = self.socket.recv(65536)
            assert piece, f"the server closed after {received!r}"
            received += piece.decode()
            assert "</failure>" not in received, received
        return received

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()


def auth(mechanism, payload):
    text = base64.b64encode(payload).decode() or "="
    return f"<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='{mechanism}'>{text}</auth>"


class Servers(unittest.TestCase):
    def domains(self, wanted):
        return [domain for domain in wanted if domain in SERVER["domains"]]

    def test_mechanisms(self):
        for domain in self.domains(FEATURES):
            with self.subTest(domain), Stream(domain, domain == "cert.test", SERVER["client"] if domain == "cert.test" else None) as stream:
                features = stream.open()
                offered = set(re.findall(r"<mechanism[^>]*>([^<]+)<", features))
                must, must_not = FEATURES[domain]
                self.assertEqual(must - offered, set(), features)
                self.assertEqual(must_not & offered, set(), features)
                end_point = "tls-server-end-point" in features
                # ejabberd always has this binding, Prosody where it was told the certificate's hash.
                self.assertEqual(end_point, domain in ("rsa.test", "ecdsa.test") or "default.test" not in SERVER["domains"], features)
                if domain == "rsa.test":
                    for namespace in ("urn:xmpp:sasl:2", "urn:xmpp:bind:0", "urn:xmpp:fast:0", "urn:xmpp:sm:3"):
                        self.assertIn(namespace, features)

    def test_certificates(self):
        for starttls in (False, True):
            for domain in self.domains(("rsa.test", "ecdsa.test", "ed25519.test", "ejabberd.test", "sha512.test")):
                with self.subTest(domain, starttls=starttls), Stream(domain, starttls) as stream:
                    self.assertIn("mechanism", stream.open())
            for domain in self.domains(BAD_CERTIFICATES):
                with self.subTest(domain, starttls=starttls), self.assertRaises(ssl.SSLCertVerificationError) as failure:
                    Stream(domain, starttls)
                self.assertIn(BAD_CERTIFICATES[domain], str(failure.exception) + failure.exception.verify_message)

    def test_external(self):
        # Prosody asks for a client's certificate per domain after STARTTLS; with direct TLS it could only ask everybody.
        for domain in self.domains(["cert.test"]):
            with Stream(domain, True, SERVER["client"]) as stream:
                stream.open()
                stream.send(auth("EXTERNAL", b""), "<success")

    def test_anonymous(self):
        for domain in self.domains(["anonymous.test"]):
            with Stream(domain) as stream:
                stream.open()
                stream.send(auth("ANONYMOUS", b""), "<success")

    def test_gssapi(self):
        for domain in self.domains(["gssapi.test"]):
            import gssapi
            import os
            realm = SERVER["kerberos"]
            os.environ |= {"KRB5_CONFIG": realm["config"], "KRB5CCNAME": realm["tickets"]["alice"]}
            context = gssapi.SecurityContext(name=gssapi.Name(f"xmpp@{domain}", gssapi.NameType.hostbased_service), usage="initiate")
            with Stream(domain) as stream:
                stream.open()
                answer = stream.send(auth("GSSAPI", context.step()), r"</challenge>|<challenge[^>]*/>")
                while not context.complete:
                    token = context.step(base64.b64decode(re.search(r">([^<]*)</challenge>", answer)[1]))
                    answer = stream.send(f"<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{base64.b64encode(token or b'').decode()}</response>", "</challenge>")
                context.unwrap(base64.b64decode(re.search(r">([^<]*)</challenge>", answer)[1]))
                last = context.wrap(b"\1\0\0\0alice", False).message
                stream.send(f"<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>{base64.b64encode(last).decode()}</response>", "<success")

    def test_sign_in(self):
        for domain in self.domains(PASSWORD_DOMAINS):
            for user in ("alice", "carol"):
                with self.subTest(f"{user}@{domain}"):
                    self.assertEqual(sign_in(f"{user}@{domain}", SERVER["accounts"][user]), "in")
            with self.subTest(f"a wrong password at {domain}"):
                self.assertEqual(sign_in(f"alice@{domain}", "no"), "refused")


def sign_in(address, password):
    """Signs in with slixmpp: 'in', 'refused' or what went wrong."""
    async def run():
        client = slixmpp.ClientXMPP(address, password)
        client.ca_certs = Path(SERVER["ca"])
        client.enable_direct_tls = client.enable_plaintext = False
        end = asyncio.get_running_loop().create_future()

        def finish(value):
            if not end.done():
                end.set_result(value)
        client.add_event_handler("session_start", lambda _: finish("in"))
        client.add_event_handler("failed_all_auth", lambda _: finish("refused"))
        client.add_event_handler("connection_failed", lambda why: finish(f"no connection: {why}"))
        client.connect(SERVER["host"], SERVER["c2s"])
        try:
            return await asyncio.wait_for(end, 30)
        finally:
            client.cancel_connection_attempt()
            client.abort()
            rest = asyncio.all_tasks() - {asyncio.current_task()}
            for task in rest:
                task.cancel()
            await asyncio.gather(*rest, return_exceptions=True)
    return LOOP.run_until_complete(run())


LOOP = asyncio.new_event_loop()
asyncio.set_event_loop(LOOP)

if __name__ == "__main__":
    SERVER = json.loads((Path(sys.argv[2]) / f"{sys.argv[1]}.json").read_text())
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])
