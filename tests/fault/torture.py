#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two Paliques and a stranger's client talk while lines break, programs are killed and the server starts again.

    torture.py FAULTCLIENT FOLDER prosody|ejabberd [--messages N] [--cuts N] [--kills N] [--restarts N] [--seeds N]

alice and bob write N messages to each other through lines that break at random bytes, and both talk to carol (slixmpp), whose line is whole.
In the end each direction must be complete, once and in the order it was written, at each end and in each archive; each Palique shows
its chats in its own archive's order; nothing is shown as delivered that did not arrive; nobody was told of a message twice.
PALIQUE_SEED repeats a run's choices (not its timing).
"""
import argparse
import asyncio
import json
import os
import random
import shutil
import signal
import sys
import time
from datetime import datetime
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support" / "servers"))

import ejabberd  # noqa: E402
import prosody  # noqa: E402
from line import HOST, Line  # noqa: E402
from stranger import Stranger, archive  # noqa: E402

SERVERS = {"prosody": (prosody, "rsa.test"), "ejabberd": (ejabberd, "ejabberd.test")}
ACKNOWLEDGED = 2
PIECES = ["ñandú ", "]]> & <b>", "👩‍👩‍👧 ", "lorem ipsum ", "\nnew line ", "مرحبا ", "\U0001f1ea\U0001f1f8", "'\"", "    "]


async def until(test, what, seconds=60):
    end = time.monotonic() + seconds
    while not test():
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s for {what}")
        await asyncio.sleep(0.05)


def is_nearly(one, other):
    """Neighbours may have changed places: two of ejabberd's processes archive what goes out and what comes in, and the later one may be seen first."""
    where = {name: place for place, name in enumerate(other)}
    return all(abs(where.get(name, -9) - place) <= 2 for place, name in enumerate(one))


class Died(Exception):
    """The program was killed before it answered."""


class Client:
    """One faultclient, killed and started again as often as one likes."""

    def __init__(self, program, folder, address, password, line, ca, note):
        self.command = [program, str(folder), address, password, str(line.port), ca]
        self.address, self.folder, self.line, self.note = address, folder, line, note
        self.ready, self.online, self.synchronised = asyncio.Event(), asyncio.Event(), False
        self.friends, self.waiting, self.incoming, self.troubles, self.outages = set(), {}, [], [], []
        self.offline_since = None

    async def start(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        log = open(self.folder / "log", "ab")
        self.process = await asyncio.create_subprocess_exec(*self.command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=log, limit=2**26)
        log.close()
        self.reader = asyncio.create_task(self.read(self.process))

    async def read(self, process):
        while line := await process.stdout.readline():
            try:
                self.hear(json.loads(line))
            except json.JSONDecodeError:
                break  # cut by a kill
        self.ready.clear()
        self.online.clear()
        self.synchronised = False
        self.offline_since = self.offline_since or time.monotonic()
        for waiting in self.waiting.values():
            if not waiting.done():
                waiting.set_exception(Died())
        self.waiting.clear()

    def hear(self, told):
        if "state" in told:
            self.ready.set()
            if told["state"] == "online":
                self.online.set()
                if self.offline_since:
                    self.outages.append(time.monotonic() - self.offline_since)
                self.offline_since = None
            else:
                self.online.clear()
                self.offline_since = self.offline_since or time.monotonic()
            if told["state"] == "trouble":
                self.troubles.append(told.get("why"))
            self.note(f"{self.address} is {told['state']} {told.get('why', '')}")
        elif "complete" in told:
            self.synchronised = told["complete"]
        elif "friend" in told:
            self.friends.add(told["friend"])
        elif "incoming" in told:
            self.incoming.append(told["incoming"])
        elif "trouble" in told:
            self.troubles.append(told["trouble"])
        else:
            key = told.get("kept") or told.get("refused") or told["with"]
            if waiting := self.waiting.pop(key, None):
                waiting.set_result(told)

    async def ask(self, key, **order):
        await asyncio.wait_for(self.ready.wait(), 60)
        answer = self.waiting[key] = asyncio.get_running_loop().create_future()
        self.order(**order)
        return await asyncio.wait_for(answer, 120)

    def order(self, **order):
        self.process.stdin.write(json.dumps(order).encode() + b"\n")

    async def send(self, to, text):
        told = await self.ask(text, do="send", to=to, text=text)
        if "refused" in told:
            raise AssertionError(f"{self.address} refused a message: {told['why']}")

    async def shown(self, other):
        """The chat as its window shows it; tried again if the program dies meanwhile."""
        while True:
            try:
                return (await self.ask(other, do="list", **{"with": other}))["list"]
            except Died:
                continue

    async def kill(self):
        self.ready.clear()
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()
        await self.reader
        await self.start()

    async def quit(self):
        if self.process.returncode is None:
            self.process.stdin.close()
            try:
                code = await asyncio.wait_for(self.process.wait(), 30)
            except TimeoutError:
                self.process.kill()
                raise AssertionError(f"{self.address} did not end within 30 s") from None
            await self.reader
            if code:
                raise AssertionError(f"{self.address} ended with {code}: see {self.folder / 'log'}")


class Torture:
    def __init__(self, arguments, seed):
        self.arguments, self.seed, self.random = arguments, seed, random.Random(seed)
        self.server, self.domain = SERVERS[arguments.server]
        self.folder = arguments.folder
        self.said = 0  # messages kept so far, of all
        self.total = 2 * arguments.messages + 4 * (arguments.messages // 4)
        self.failures = []
        # ejabberd forgets what waits for a session that could be resumed when it is stopped: in the sender's archive, but never in the receiver's.
        self.may_drop = arguments.server == "ejabberd" and arguments.restarts > 0
        self.dropped, self.delivered = set(), set()

    async def run(self):
        self.server.stop(self.folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.server.start(self.folder)
        try:
            self.known = json.loads((self.folder / f"{self.arguments.server}.json").read_text())
            await self.talk()
            await self.check()
        finally:
            self.server.stop(self.folder)

    async def talk(self):
        self.lines = [Line(self.known["c2s"]) for _ in range(2)]
        self.clients = []
        for user, line in zip(("alice", "bob"), self.lines):
            await line.open()
            self.clients.append(Client(self.arguments.program, self.folder / user, f"{user}@{self.domain}", self.known["accounts"][user], line, self.known["ca"], self.note))
        self.alice, self.bob = self.clients
        self.carol = Stranger(self.known, f"carol@{self.domain}", self.known["accounts"]["carol"])
        await self.carol.arrive()
        for client in self.clients:
            await client.start()
            await asyncio.wait_for(client.online.wait(), 60)
            for other in self.others(client):
                await client.shown(other)  # who has opened a chat is no stranger in it
        self.alice.order(do="befriend", whom=self.bob.address)  # receipts are for those who may know that one is there
        for client in self.clients:
            client.order(do="befriend", whom=self.carol.address)
        await until(lambda: self.alice.friends == {self.bob.address, self.carol.address} and self.bob.friends == {self.alice.address, self.carol.address}, "everybody to be friends")
        few = self.arguments.messages // 4
        talks = [self.write(self.alice, self.bob.address, self.arguments.messages), self.write(self.bob, self.alice.address, self.arguments.messages)]
        for client in self.clients:
            talks += [self.write(client, self.carol.address, few), self.carol_writes(client.address, few)]
        await asyncio.gather(self.spoil(), *talks)

    def text(self, sender, receiver, number):
        """What a message says; the same whenever it is asked for."""
        chance = random.Random(f"{self.seed} {sender} {receiver} {number}")
        filler = "".join(chance.choice(PIECES) for _ in range(int(2 ** chance.uniform(0, 8))))
        return f"{sender.partition('@')[0]} {number}: {filler}."

    async def write(self, client, to, count):
        number = 1
        while number <= count:
            try:
                await client.send(to, self.text(client.address, to, number))
            except Died:
                # Whether the last one was kept is in its store alone.
                number = 1 + sum(one["sent"] for one in await client.shown(to))
                continue
            number += 1
            self.said += 1
            await asyncio.sleep(self.random.uniform(0, self.arguments.pace))

    async def carol_writes(self, to, count):
        for first in range(1, count + 1, 10):
            async with self.carol.quiet:
                for number in range(first, min(first + 10, count + 1)):
                    self.carol.say(to, self.text(self.carol.address, to, number))
                    self.said += 1
                    await asyncio.sleep(self.random.uniform(0, 4 * self.arguments.pace))
                await self.carol.arrived()

    async def spoil(self):
        """Does everything that was asked for, spread over what is said."""
        plan = ["cut"] * self.arguments.cuts + ["kill"] * self.arguments.kills
        self.random.shuffle(plan)
        for number in range(self.arguments.restarts):
            plan.insert((number + 1) * len(plan) // (self.arguments.restarts + 1), "restart")
        for number, fault in enumerate(plan):
            while self.said < self.total * (number + 1) // (len(plan) + 1):
                await asyncio.sleep(0.01)
            client = self.random.choice(self.clients)
            self.note(f"{fault} {client.address}")
            if fault == "cut":
                client.line.cut_after(int(2 ** self.random.uniform(0, 14)))
            elif fault == "kill":
                await client.kill()
            else:
                async with self.carol.quiet:
                    await self.carol.leave()
                    await asyncio.to_thread(self.server.restart, self.folder)
                    await self.carol.arrive()
            if self.random.random() < 0.7:  # else the next fault may come while it is still on its way back
                await self.wait_online()

    def note(self, what):
        """To be read beside the programs' logs after a failure."""
        with open(self.folder / "faults.log", "a", encoding="utf-8") as log:
            log.write(f"{datetime.now():%H:%M:%S.%f} {self.said} said: {what}\n")

    async def wait_online(self):
        """Whoever finds that it takes too long clicks "Try now"."""
        for client in self.clients:
            for _ in range(20):
                try:
                    await asyncio.wait_for(client.online.wait(), 6)
                    break
                except TimeoutError:
                    self.note(f"{client.address} is told to try now")
                    if client.ready.is_set():
                        client.order(do="now")
            else:
                raise AssertionError(f"{client.address} does not come online: {client.troubles}")

    # --- what must be true in the end

    async def check(self):
        print(f"{sum(len(line.cuts) for line in self.lines)} cuts, {self.arguments.kills} kills, {self.arguments.restarts} restarts of the server", flush=True)
        await self.settle()
        for client in self.clients:  # what a person sees who starts it again tomorrow
            await client.quit()
            await client.start()
        await self.wait_online()
        await self.settle()
        for client in self.clients:
            for other in self.others(client):
                await self.check_chat(client, other)
            self.once(f"what {client.address} was told of", client.incoming)
            if client.troubles:
                self.failures.append(f"{client.address} complained: {client.troubles}")
        if self.dropped:
            print(f"the server dropped {len(self.dropped)} when it was stopped: {sorted(text.partition(':')[0] for text in self.dropped)[:10]}")
        if lies := self.dropped & self.delivered:
            self.failures.append(f"shown as delivered, but never arrived: {[text.partition(':')[0] for text in lies]}")
        self.once("what carol heard", [text for _, text in self.carol.heard])
        for client in self.clients:
            self.increasing(f"carol from {client.address}", [text for sender, text in self.carol.heard if sender == client.address])
            await client.quit()
        await self.carol.leave()
        outages = sorted(self.alice.outages + self.bob.outages)
        print(f"back online {len(outages)} times: median {outages[len(outages) // 2]:.1f} s, longest {outages[-1]:.1f} s")
        missing = sum(len(line.planned) for line in self.lines)
        if missing:
            self.failures.append(f"{missing} cuts never came about")

    async def settle(self):
        """Until nothing moves any more: a minute and a half at most."""
        await self.wait_online()
        before, end = None, time.monotonic() + 90
        while time.monotonic() < end:
            now = [await client.shown(other) for client in self.clients for other in self.others(client)]
            acknowledged = all(one["state"] == ACKNOWLEDGED for chat in now for one in chat)
            if now == before and acknowledged and all(client.online.is_set() and client.synchronised for client in self.clients):
                return
            before = now
            await asyncio.sleep(3)

    def others(self, client):
        return [address for address in (self.alice.address, self.bob.address, self.carol.address) if address != client.address]

    async def check_chat(self, client, other):
        shown = await client.shown(other)
        archived = await archive(self.known, client.address, self.known["accounts"][client.address.partition("@")[0]], other)
        title = f"{client.address} with {other}"
        self.complete(f"{title}, its archive", [(sender == client.address, text) for _, sender, text in archived], client.address, other)
        self.complete(f"{title}, its window", [(one["sent"], one["text"]) for one in shown], client.address, other)
        places = [one["text"].partition(":")[0] for one in shown]
        expected = [text.partition(":")[0] for *_, text in archived]
        with open(self.folder / f"{title}.log", "w", encoding="utf-8") as log:
            log.writelines(f"{id} {text.partition(':')[0]}\n" for id, _, text in archived)
        if places != expected and not (self.arguments.server == "ejabberd" and is_nearly(places, expected)):
            at = next((i for i, pair in enumerate(zip(places, expected)) if pair[0] != pair[1]), min(len(places), len(expected)))
            self.failures.append(f"{title} is not in the archive's order from place {at} on: {places[at:at + 6]} instead of {expected[at:at + 6]}, {sum(a != b for a, b in zip(places, expected))} places")
        own = [one for one in shown if one["sent"]]
        if wrong := [one["text"][:30] for one in own if one["state"] != ACKNOWLEDGED]:
            self.failures.append(f"{title}: not shown as sent: {wrong[:5]} ({len(wrong)})")
        delivered = sum(one["delivered"] for one in own)
        self.delivered |= {one["text"] for one in own if one["delivered"]}
        print(f"{title}: {len(shown)} messages, {delivered} of {len(own)} shown as delivered", flush=True)
        # Who is killed between keeping a message and confirming it does not confirm it later.
        if delivered < len(own) - 20 * self.arguments.kills and not self.may_drop:
            self.failures.append(f"{title}: {[one['text'].partition(':')[0] for one in own if not one['delivered']][:8]} arrived but are not shown as delivered")

    def complete(self, title, messages, own, other):
        """Both directions are there, whole, once and in order."""
        for sent, sender, receiver in ((True, own, other), (False, other, own)):
            count = self.arguments.messages // 4 if self.carol.address in (sender, receiver) else self.arguments.messages
            texts = [text for mine, text in messages if mine == sent]
            expected = [self.text(sender, receiver, number) for number in range(1, count + 1)]
            if self.may_drop and not sent:
                dropped = set(expected) - set(texts)
                self.dropped |= dropped
                expected = [text for text in expected if text not in dropped]
            if texts == expected:
                continue
            numbers = [text.partition(":")[0] for text in texts]
            lost = [text.partition(":")[0] for text in expected if text not in texts]
            twice = sorted({number for number in numbers if numbers.count(number) > 1})
            order = [f"{b} after {a}" for a, b in zip(numbers, numbers[1:]) if int(b.split()[1]) <= int(a.split()[1])]
            self.failures.append(f"{title}, from {sender}: {len(texts)} of {count}; lost {lost[:8]} ({len(lost)}), twice {twice[:8]} ({len(twice)}), out of order {order[:8]} ({len(order)})")

    def once(self, title, texts):
        if twice := sorted({text[:20] for text in texts if texts.count(text) > 1}):
            self.failures.append(f"{title}: twice {twice[:8]} ({len(twice)})")

    def increasing(self, title, texts):
        numbers = [int(text.partition(":")[0].split()[1]) for text in texts]
        if numbers != sorted(numbers):
            self.failures.append(f"{title}: out of order {numbers}")


async def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folder", type=lambda path: Path(path).resolve())
    parser.add_argument("server", choices=SERVERS)
    for name, usual in (("messages", 400), ("cuts", 8), ("kills", 2), ("restarts", 1), ("seeds", 1)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--pace", type=float, default=0.1, help="seconds between two messages of a writer at most")
    arguments = parser.parse_args()
    failed = 0
    for number in range(arguments.seeds):
        seed = int(os.environ.get("PALIQUE_SEED", 0)) + number if "PALIQUE_SEED" in os.environ else random.SystemRandom().randrange(10**6)
        print(f"--- {arguments.server}, PALIQUE_SEED={seed}", flush=True)
        begun, torture = time.monotonic(), Torture(arguments, seed)
        await torture.run()
        print("\n".join(torture.failures) or "nothing lost, nothing doubled, nothing out of order", f"\n{time.monotonic() - begun:.0f} s", flush=True)
        failed += bool(torture.failures)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
