# SPDX-License-Identifier: GPL-3.0-or-later
"""A line to a server that breaks at a chosen byte, in the middle of whatever that is."""
import asyncio

HOST = "127.0.0.1"


class Line:
    """Takes connections on `port` and passes them on; one at a time in practice, since one client uses it."""

    def __init__(self, target):
        self.target, self.port = target, None
        self.planned, self.cuts = [], []  # bytes until each cut to come; when each cut was
        self.writers = set()

    async def open(self):
        self.server = await asyncio.start_server(self.connected, HOST, 0)
        self.port = self.server.sockets[0].getsockname()[1]

    def close(self):
        self.server.close()
        self.abort()

    def cut_after(self, count):
        """The line breaks when so many bytes more have passed, in either direction; one break after another."""
        self.planned.append(count)

    def abort(self):
        for writer in self.writers:
            writer.transport.abort()
        self.writers.clear()

    async def connected(self, reader, writer):
        try:
            there = await asyncio.open_connection(HOST, self.target)
        except OSError:
            return writer.transport.abort()
        self.writers |= {writer, there[1]}
        await asyncio.gather(self.pump(reader, there[1]), self.pump(there[0], writer))

    async def pump(self, reader, writer):
        try:
            while data := await reader.read(65536):
                if self.planned and len(data) >= self.planned[0]:
                    writer.write(data[:self.planned.pop(0)])
                    self.cuts.append(asyncio.get_running_loop().time())
                    return self.abort()
                if self.planned:
                    self.planned[0] -= len(data)
                writer.write(data)
                await writer.drain()
        except OSError:
            pass
        self.writers.discard(writer)
        writer.close()
