# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody else's client on a whole line, and somebody else's look at an archive."""
import asyncio
from pathlib import Path

import slixmpp


class Stranger(slixmpp.ClientXMPP):
    """Confirms what it gets (XEP-0184), and knows when what it said is at the server."""

    def __init__(self, server, address, password, plugins=("xep_0030", "xep_0184", "xep_0199")):
        super().__init__(f"{address}/stranger", password)
        self.address, self.known = address, server
        self.ca_certs = Path(server["ca"])
        self.enable_direct_tls = False
        for plugin in plugins:
            self.register_plugin(plugin)
        self.auto_authorize, self.auto_subscribe = True, True
        self.heard = []  # (bare address, text)
        self.quiet = asyncio.Lock()  # held while something is said that is not yet at the server
        self.started = asyncio.Event()
        self.add_event_handler("session_start", self.begin)
        self.add_event_handler("message", self.hear)

    async def begin(self, _):
        self.send_presence()
        self.started.set()

    def hear(self, message):
        if message["type"] in ("chat", "normal") and message["body"]:
            self.heard.append((message["from"].bare, message["body"]))

    async def arrive(self):
        self.started.clear()
        self.connect(self.known["host"], self.known["c2s"])
        await asyncio.wait_for(self.started.wait(), 30)

    async def leave(self):
        if self.started.is_set():
            await self.arrived()
        self.started.clear()
        await self.disconnect()

    def say(self, to, text):
        message = self.make_message(mto=to, mbody=text, mtype="chat")
        message["id"] = self.new_id()
        message["request_receipt"] = True
        message.send()

    async def arrived(self):
        """Once the server has answered, it has taken everything before: it works in order."""
        await self["xep_0199"].ping(self.boundjid.domain, timeout=30)


async def archive(server, address, password, other):
    """[(archive id, sender's bare address, text)] of one chat, as the account's own archive has it (XEP-0313)."""
    client = Stranger(server, address, password, ("xep_0030", "xep_0313", "xep_0199"))
    client.requested_jid.resource = "auditor"
    client.send_presence = lambda *_, **__: None  # an auditor takes nobody's messages
    await client.arrive()
    found = []
    async for result in client["xep_0313"].iterate(with_jid=slixmpp.JID(other), rsm={"max": "50"}):
        message = result["mam_result"]["forwarded"]["stanza"]
        if message["body"]:
            found.append((result["mam_result"]["id"], message["from"].bare, message["body"]))
    await client.leave()
    return found
