# SPDX-License-Identifier: GPL-3.0-or-later
"""The other side of a chat: a slixmpp client in a thread of its own, told what to do by the test."""
import asyncio
import queue
import threading
import time
from pathlib import Path

import slixmpp
from slixmpp.xmlstream.handler import Callback
from slixmpp.xmlstream.matcher import MatchXPath


class Peer(slixmpp.ClientXMPP):
    """with Peer(server, "frank@rsa.test", "secret") as peer: peer.say("dave@rsa.test", "Hello")"""

    def __init__(self, server, address, password):
        self.thread_loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.thread_loop)
        super().__init__(f"{address}/peer", password)
        self.loop = self.thread_loop
        self.settings = server
        self.ca_certs = Path(server["ca"])
        self.enable_direct_tls = False
        self.received, self.stanzas = queue.Queue(), []
        self.online = threading.Event()
        for plugin in ("xep_0030", "xep_0085", "xep_0092", "xep_0115", "xep_0184", "xep_0199", "xep_0333"):
            self.register_plugin(plugin)
        self["xep_0184"].auto_ack = False
        self.auto_authorize, self.auto_subscribe = None, False
        self.add_event_handler("session_start", self.begin)
        # slixmpp's own "message" event is for messages with a body alone.
        self.register_handler(Callback("every message", MatchXPath("{jabber:client}message"), self.heard))
        for name in ("presence_subscribe", "presence_subscribed", "presence_available", "presence_away", "presence_dnd", "presence_unavailable", "presence_unsubscribed"):
            self.add_event_handler(name, lambda stanza, kind=name: self.received.put((kind, stanza["from"].bare, stanza)))
        self.thread = threading.Thread(target=self.thread_loop.run_forever, daemon=True)

    def __enter__(self):
        self.thread.start()
        self.thread_loop.call_soon_threadsafe(lambda: self.connect(self.settings["host"], self.settings["c2s"]))
        if not self.online.wait(30):
            self.__exit__()
            raise AssertionError("the peer did not come online")
        return self

    def __exit__(self, *_):
        self.run(self.leave())
        self.thread_loop.call_soon_threadsafe(self.thread_loop.stop)
        self.thread.join(10)

    def run(self, work):
        return asyncio.run_coroutine_threadsafe(work, self.thread_loop).result(20)

    async def leave(self):
        self.cancel_connection_attempt()
        self.abort()
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)

    async def begin(self, _):
        self.send_presence()
        await self.get_roster()
        self.online.set()

    def heard(self, message):
        for state in ("composing", "paused", "active"):
            if message.xml.find(f"{{http://jabber.org/protocol/chatstates}}{state}") is not None:
                self.received.put((state, message["from"].bare, message))
        if message.xml.find("{urn:xmpp:receipts}received") is not None:
            self.received.put(("receipt", message["from"].bare, message))
        if message["body"]:
            self.received.put(("body", message["from"].bare, message))

    def wait(self, kind, sender=None, text=None, seconds=20):
        """The first thing of a kind from a sender, in the order things came; what came before it is dropped."""
        end = time.monotonic() + seconds
        seen = []
        while time.monotonic() < end:
            try:
                what, who, stanza = self.received.get(timeout=0.1)
            except queue.Empty:
                continue
            seen.append(f"{what} from {who}")
            if what == kind and sender in (None, who) and (text is None or stanza["body"] == text):
                return stanza
        raise AssertionError(f"no {kind} {text or ''} from {sender} within {seconds} s; there was: {seen}")

    def soon(self, call, *arguments, **named):
        done = threading.Event()
        self.thread_loop.call_soon_threadsafe(lambda: (call(*arguments, **named), done.set()))
        assert done.wait(10)

    def befriend(self, address):
        """Accepts a request and asks back."""
        self.soon(self.send_presence, pto=address, ptype="subscribed")
        self.soon(self.send_presence, pto=address, ptype="subscribe")

    def say(self, to, text):
        def work():
            message = self.make_message(mto=to, mbody=text, mtype="chat")
            message["request_receipt"] = True
            message["chat_state"] = "active"  # without it nobody would tell this client that they type
            message.enable("markable")
            message.send()
        self.soon(work)

    def state(self, to, name):
        def work():
            message = self.make_message(mto=to, mtype="chat")
            message["chat_state"] = name
            message.send()
        self.soon(work)

    def confirm(self, stanza):
        """The receipt of one message."""
        def work():
            answer = self.make_message(mto=stanza["from"], mtype="chat")
            answer["receipt"] = stanza["id"]
            answer.send()
        self.soon(work)

    def displayed(self, stanza):
        """The read marker of one message."""
        def work():
            answer = self.make_message(mto=stanza["from"], mtype="chat")
            answer.enable("displayed")
            answer["displayed"]["id"] = stanza["id"]
            answer.send()
        self.soon(work)
