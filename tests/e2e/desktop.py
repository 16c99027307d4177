# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for a program under test: an X server, a session bus, accessibility and an open keyring.

Everything is a child of this process and ends with it; nothing of the person's own session is touched.
"""
import os
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support" / "servers"))
import process  # noqa: E402

SIZE = "1280x800"
# Of the caller's environment only these reach the desktop.
KEPT = ("PATH", "LANG", "LC_ALL", "USER", "LOGNAME", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "SSL_CERT_FILE")
BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={home}</listen>
  <auth>EXTERNAL</auth>
  <standard_session_servicedirs/>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"""


class Desktop:
    """with Desktop() as desktop: subprocess.Popen(..., env=desktop.environment)

    display: "xvfb" for an invisible screen, "vnc" for one served on loopback, or None for the person's own.
    home: a folder that outlives the desktop, for a keyring that is there again next time.
    """

    def __init__(self, display="xvfb", size=SIZE, keyring=True, home=None):
        self.kind, self.size, self.keyring = display, size, keyring
        self.folder = Path(tempfile.mkdtemp(prefix="palique-desktop-"))
        self.home = Path(home or self.folder)
        self.children, self.environment = [], {}
        self.vnc_port, self.vnc_password = None, None

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_):
        self.close()

    def start(self):
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700)
        self.environment = {name: os.environ[name] for name in KEPT if name in os.environ}
        self.environment |= {"HOME": str(self.home), "XDG_RUNTIME_DIR": str(runtime), "XDG_DATA_HOME": str(self.home / "data"),
                             "XDG_CONFIG_HOME": str(self.home / "config"), "XDG_CACHE_HOME": str(self.home / "cache"),
                             "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1", "NO_AT_BRIDGE": "0",
                             "GTK_MODULES": "", "XDG_CURRENT_DESKTOP": "GNOME" if self.keyring else "none", "LANGUAGE": "en"}
        self.environment.setdefault("LANG", "C.UTF-8")
        if self.kind == "xvfb":
            self.open_screen(["Xvfb", "-displayfd", "{fd}", "-screen", "0", f"{self.size}x24", "-nolisten", "tcp", "-noreset"])
        elif self.kind == "vnc":
            self.open_vnc()
        else:
            self.borrow_screen()
        self.start_bus()
        if self.keyring:
            self.open_keyring()
        if self.kind:
            self.spawn(["openbox", "--sm-disable"])

    def spawn(self, command, **more):
        command = [process.program(command[0]), *command[1:]]
        log = open(self.folder / f"{Path(command[0]).name}.log", "ab")
        child = subprocess.Popen(command, env=self.environment, stdout=more.pop("stdout", log), stderr=log,
                                 stdin=more.pop("stdin", subprocess.DEVNULL), start_new_session=True, **more)
        log.close()
        self.children.append(child)
        return child

    def open_screen(self, command):
        reader, writer = os.pipe()
        self.spawn([part.replace("{fd}", str(writer)) for part in command], pass_fds=(writer,))
        os.close(writer)
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        if not number:
            raise SystemExit(f"{command[0]} did not start: {(self.folder / (command[0] + '.log')).read_text(errors='replace')}")
        self.environment["DISPLAY"] = f":{number}"

    def open_vnc(self):
        self.vnc_port = process.free_ports(1)[0]
        self.vnc_password = secrets.token_hex(4)  # the protocol reads eight characters
        file = self.folder / "vnc-password"
        hashed = subprocess.run([process.program("vncpasswd"), "-f"], input=self.vnc_password.encode() + b"\n", capture_output=True, check=True)
        file.write_bytes(hashed.stdout)
        file.chmod(0o600)
        self.open_screen(["Xvnc", "-displayfd", "{fd}", "-geometry", self.size, "-depth", "24", "-localhost", "-rfbport", str(self.vnc_port),
                          "-SecurityTypes", "VncAuth", "-PasswordFile", str(file), "-AlwaysShared", "-desktop", "Palique"])

    def borrow_screen(self):
        for name in ("DISPLAY", "XAUTHORITY", "WAYLAND_DISPLAY"):
            if name in os.environ:
                self.environment[name] = os.environ[name]
        wayland = self.environment.get("WAYLAND_DISPLAY")
        if wayland and not wayland.startswith("/"):
            self.environment["WAYLAND_DISPLAY"] = str(Path(os.environ.get("XDG_RUNTIME_DIR", "/run")) / wayland)

    def start_bus(self):
        config = self.folder / "bus.conf"
        config.write_text(BUS_CONFIG.format(home=self.folder))
        bus = self.spawn(["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"], stdout=subprocess.PIPE)
        address = bus.stdout.readline().decode().strip()
        if not address:
            raise SystemExit("dbus-daemon did not start")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        launcher = next((path for path in ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher") if Path(path).exists()), None)
        if not launcher:
            raise SystemExit("at-spi2-core is not installed")
        self.spawn([launcher, "--launch-immediately"])
        self.wait_for_name("org.a11y.Bus")

    def open_keyring(self):
        """The keyring with an empty password, unlocked, so that no one is asked."""
        daemon = self.spawn(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"], stdin=subprocess.PIPE)
        daemon.stdin.write(b"\n")
        daemon.stdin.close()
        self.wait_for_name("org.freedesktop.secrets")

    def wait_for_name(self, name, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            answer = subprocess.run([process.program("dbus-send"), "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus",
                                     "org.freedesktop.DBus.NameHasOwner", f"string:{name}"], env=self.environment, capture_output=True, text=True, check=False)
            if "boolean true" in answer.stdout:
                return
            time.sleep(0.05)
        raise SystemExit(f"nobody owns {name} on the session bus after {seconds} s")

    def adopt(self):
        """Makes this process see the desktop, which AT-SPI needs before its first use."""
        os.environ.update({name: self.environment[name] for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "HOME", "DISPLAY") if name in self.environment})
        for name in ("AT_SPI_BUS_ADDRESS", "XDG_DATA_HOME"):
            os.environ.pop(name, None)

    def close(self):
        for child in reversed(self.children):
            if child.poll() is None:
                child.terminate()
        for child in reversed(self.children):
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        self.children.clear()
        subprocess.run(["rm", "-rf", "--one-file-system", str(self.folder)], check=False)
