# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop offers on its session bus, for a program under test: a notification server and a tray.

    with Services(desktop) as services:
        ...
        shown = services.notification("frank")     waits for it
        services.act(shown, "mark-as-read")
        services.tray_item().activate()

A connection and a thread of its own answer, so that the program may ask while the test waits.
"""
import threading

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from driver import wait  # noqa: E402

NOTIFICATIONS, NOTIFICATIONS_PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
WATCHER, WATCHER_PATH = "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher"
ITEM, MENU = "org.kde.StatusNotifierItem", "com.canonical.dbusmenu"
INTERFACES = """<node>
<interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/></method>
  <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
</interface>
<interface name="org.kde.StatusNotifierWatcher">
  <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
  <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
</interface>
</node>"""


class Services:
    def __init__(self, desktop, capabilities=("body", "actions", "inline-reply", "sound"), tray=True):
        self.address, self.capabilities, self.tray = desktop.environment["DBUS_SESSION_BUS_ADDRESS"], list(capabilities), tray
        self.shown, self.closed, self.items = {}, [], []
        self.context = GLib.MainContext()
        self.loop = GLib.MainLoop(self.context)
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)

    def __enter__(self):
        self.thread.start()
        if not self.ready.wait(20):
            raise SystemExit("the desktop's services did not start")
        return self

    def __exit__(self, *_):
        self.loop.quit()
        self.thread.join(10)

    def run(self):
        self.context.push_thread_default()
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(self.address, flags, None, None)
        notifications, watcher = Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces
        self.bus.register_object(NOTIFICATIONS_PATH, notifications, self.on_call, None, None)
        self.own(NOTIFICATIONS)
        if self.tray:
            self.bus.register_object(WATCHER_PATH, watcher, self.on_call, self.on_property, None)
            self.own(WATCHER)
        self.ready.set()
        self.loop.run()
        self.bus.close_sync(None)

    def own(self, name):
        self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName", GLib.Variant("(su)", (name, 4)), None, 0, -1, None)

    # --- what the program asks

    def on_call(self, _bus, sender, _path, _interface, method, arguments, invocation):
        answer = getattr(self, "on_" + method)(sender, *arguments.unpack())
        invocation.return_value(answer)

    def on_property(self, _bus, _sender, _path, _interface, name):
        return {"RegisteredStatusNotifierItems": GLib.Variant("as", [name for name, _ in self.items]), "IsStatusNotifierHostRegistered": GLib.Variant("b", True),
                "ProtocolVersion": GLib.Variant("i", 0)}[name]

    def on_GetCapabilities(self, _sender):
        return GLib.Variant("(as)", (self.capabilities,))

    def on_GetServerInformation(self, _sender):
        return GLib.Variant("(ssss)", ("recorder", "palique", "1", "1.2"))

    def on_Notify(self, _sender, _program, replaces, _icon, title, text, actions, hints, _timeout):
        number = replaces or len(self.shown) + len(self.closed) + 1
        self.shown[number] = {"id": number, "title": title, "text": text, "actions": actions[::2], "hints": hints}
        return GLib.Variant("(u)", (number,))

    def on_CloseNotification(self, _sender, number):
        self.shown.pop(number, None)
        self.closed.append(number)
        self.emit("NotificationClosed", GLib.Variant("(uu)", (number, 3)))

    def on_RegisterStatusNotifierItem(self, sender, service):
        self.items.append((service if not service.startswith("/") else sender, sender))

    def on_RegisterStatusNotifierHost(self, _sender, _service):
        return None

    # --- what a person does and sees

    def emit(self, signal, values):
        self.bus.emit_signal(None, NOTIFICATIONS_PATH, NOTIFICATIONS, signal, values)

    def notification(self, title, text=None, seconds=20):
        """The notification of a chat, once it is there (and says this)."""
        def look():
            return next((one for one in list(self.shown.values()) if one["title"] == title and text in (None, one["text"])), None)
        return wait(look, lambda: f"a notification {title!r} {text!r} among {self.shown!r}", seconds)

    def act(self, shown, action):
        self.emit("ActionInvoked", GLib.Variant("(us)", (shown["id"], action)))

    def reply(self, shown, text):
        self.emit("NotificationReplied", GLib.Variant("(us)", (shown["id"], text)))

    def tray_item(self, seconds=20):
        wait(lambda: self.items, "an icon in the tray", seconds)
        return TrayItem(self.bus, self.items[-1][1])


class TrayItem:
    """One icon in the tray, as a panel uses it."""

    def __init__(self, bus, owner):
        self.bus, self.owner = bus, owner

    def call(self, path, interface, method, arguments):
        return self.bus.call_sync(self.owner, path, interface, method, arguments, None, 0, 5000, None)

    def property(self, name):
        return self.call("/StatusNotifierItem", "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (ITEM, name))).unpack()[0]

    def activate(self):
        self.call("/StatusNotifierItem", ITEM, "Activate", GLib.Variant("(ii)", (0, 0)))

    def entries(self):
        """The menu's entries, {label: number}, those of its submenus too."""
        layout = self.call(self.property("Menu"), MENU, "GetLayout", GLib.Variant("(iias)", (0, -1, []))).unpack()[1]
        found = {}

        def walk(node):
            number, values, children = node
            if "label" in values:
                found[values["label"].replace("_", "")] = number
            for child in children:
                walk(child)
        walk(layout)
        return found

    def choose(self, label):
        number = wait(lambda: self.entries().get(label), lambda: f"{label!r} in the tray's menu: {self.entries()!r}")
        self.call(self.property("Menu"), MENU, "Event", GLib.Variant("(isvu)", (number, "clicked", GLib.Variant("i", 0), 0)))
