# SPDX-License-Identifier: GPL-3.0-or-later
"""Free ports, and background programs that are ended by their process id."""
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

HOST = "127.0.0.1"


def free_ports(count):
    """Ports nobody listens on now, all different."""
    sockets = [socket.create_server((HOST, 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def program(name):
    """The path of a program, sbin folders included; a missing one is a broken set-up."""
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/local/sbin:/usr/sbin:/sbin")
    if not found:
        raise SystemExit(f"{name} is not installed: packaging/packages lists what the tests need")
    return found


def start(folder, name, command, environment=None):
    """Starts a program in the background, its words going to folder/name.log."""
    with open(folder / f"{name}.log", "wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                   start_new_session=True, env={**os.environ, **(environment or {})})
    (folder / f"{name}.pid").write_text(f"{process.pid} {started_at(process.pid)}")
    return process


def started_at(pid):
    """The kernel's start time of a process, which tells a reused id from the process we started."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def stop(folder, name):
    """Ends the program start() began, if it is still that one."""
    record = folder / f"{name}.pid"
    if not record.exists():
        return
    pid, _, start_time = record.read_text().partition(" ")
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for _ in range(100):
            if not alive(pid, start_time):
                break
            if _ == 0:
                send(int(pid), sign)
            time.sleep(0.05)
    record.unlink()


def alive(pid, start_time):
    if not start_time or started_at(pid) != start_time:
        return False
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"


def send(pid, sign):
    try:
        os.killpg(pid, sign)
    except (ProcessLookupError, PermissionError):
        pass


def wait_for(what, test, process, log, seconds=60):
    """Waits until test() is true; the end of the process, or of the time, shows the log and fails."""
    end = time.monotonic() + seconds
    while not test():
        if process.poll() is not None or time.monotonic() > end:
            text = Path(log).read_text(errors="replace")[-6000:] if Path(log).exists() else ""
            reason = f"ended with {process.returncode}" if process.returncode is not None else f"was not ready in {seconds} s"
            raise SystemExit(f"{what} {reason}. Its log:\n{text}")
        time.sleep(0.05)


def listening(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


@contextmanager
def lock(path):
    with open(path, "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
