# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small screen reader: what the real window tells assistive technology over AT-SPI, the bus Orca listens to.

It runs the window in a process of its own under Xvfb, with a session bus and an accessibility bus of its own, so that
nothing of the machine's desktop takes part.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from jeepney import DBusAddress, MessageFlag, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

Found = TypeVar("Found")
ROOT = Path(__file__).resolve().parents[2]
ACCESSIBLE = "org.a11y.atspi.Accessible"
#: Bits of AtspiStateType (at-spi2-core, atspi-constants.h).
FOCUSABLE, FOCUSED, SHOWING = 11, 12, 25
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_SHOW = "import sys; from redactor.gui import run; app = run.application(); w = run.window(*sys.argv[1:]); app.exec()"


def launcher() -> str:
    return next((path for path in _LAUNCHERS if Path(path).exists()), "")


def missing() -> str:
    """What this machine lacks to try it, in words; empty when it can be tried."""
    lacks = [name for name in ("Xvfb", "dbus-daemon") if shutil.which(name) is None]
    lacks += [] if launcher() else ["at-spi-bus-launcher (Debian: at-spi2-core)"]
    return ", ".join(lacks)


@dataclass(frozen=True)
class Node:
    """One thing a screen reader can stand on."""

    name: str
    role: str
    description: str
    states: int
    place: tuple[str, str]  # bus name and object path
    depth: int

    def has(self, state: int) -> bool:
        return bool(self.states >> state & 1)


class Reader:
    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus

    def _call(self, place: tuple[str, str], interface: str, method: str, signature: str = "", *body: Any) -> Any:
        address = DBusAddress(place[1], place[0], interface)
        message = new_method_call(address, method, signature or None, body)
        return self._answer(message)

    def _answer(self, message: Any) -> Any:
        reply = self._bus.send_and_get_reply(message, timeout=60)
        if reply.header.message_type == MessageType.error:
            raise LookupError(str(reply.body))
        return reply.body[0]

    def _property(self, place: tuple[str, str], name: str, interface: str = ACCESSIBLE) -> Any:
        return self._answer(Properties(DBusAddress(place[1], place[0], interface)).get(name))[1]

    def windows(self) -> list[tuple[str, str]]:
        """The applications on the accessibility bus."""
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        return [(name, path) for name, path in self._call(root, ACCESSIBLE, "GetChildren")]

    def walk(self, place: tuple[str, str] | None = None, depth: int = 0) -> Iterator[Node]:
        """Everything a reader comes by, in its order, from ``place`` (from the top when None); only what shows."""
        for each in [place] if place else self.windows():
            low, high = self._call(each, ACCESSIBLE, "GetState")
            node = Node(
                self._property(each, "Name"),
                self._call(each, ACCESSIBLE, "GetRoleName"),
                self._property(each, "Description"),
                low | high << 32,
                each,
                depth,
            )
            if depth > 1 and not node.has(SHOWING):
                continue
            yield node
            for name, path in self._call(each, ACCESSIBLE, "GetChildren"):
                yield from self.walk((name, path), depth + 1)

    def find(self, role: str, name: str) -> Node:
        """The first that shows with this role and name. LookupError when there is none."""
        for node in self.walk():
            if node.role == role and node.name == name:
                return node
        raise LookupError(f"no {role} called {name!r} shows")

    def wait_for(self, role: str, name: str) -> Node:
        return wait(lambda: self.find(role, name))

    def actions(self, node: Node) -> list[str]:
        count = self._property(node.place, "NActions", "org.a11y.atspi.Action")
        return [self._call(node.place, "org.a11y.atspi.Action", "GetName", "i", n) for n in range(count)]

    def press(self, role: str, name: str) -> None:
        """Press what shows under this name. What it opens may last until it is closed: no answer is waited for."""
        node = self.find(role, name)
        number = self.actions(node).index("Press")
        address = DBusAddress(node.place[1], node.place[0], "org.a11y.atspi.Action")
        message = new_method_call(address, "DoAction", "i", (number,))
        message.header.flags |= MessageFlag.no_reply_expected
        self._bus.send(message)

    def select(self, inside: Node, number: int) -> None:
        """Choose the item of that number (0-based) in a list."""
        assert self._call(inside.place, "org.a11y.atspi.Selection", "SelectChild", "i", number)


def wait(until: Callable[[], Found], seconds: float = 120.0) -> Found:
    """What ``until`` gives once it gives something. The tree may change while it is walked: asked again then."""
    end = time.monotonic() + seconds
    while True:
        with suppress(LookupError, TimeoutError):
            if found := until():
                return found
        assert time.monotonic() < end, "it never came"
        time.sleep(0.1)


@contextmanager
def reading(*arguments: str) -> Iterator[Reader]:
    """The window (with the case and passphrase of ``arguments``) and somebody who reads it; both end with the block."""
    with ExitStack() as ending:
        folder = ending.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DBUS_", "AT_SPI"))}
        environment = kept | {"XDG_RUNTIME_DIR": folder, "XDG_CONFIG_HOME": folder, "XDG_CACHE_HOME": folder}

        def start(command: list[str], **how: Any) -> subprocess.Popen[str]:
            started = subprocess.Popen(
                command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **how
            )
            ending.callback(started.wait, 20)
            ending.callback(started.terminate)
            assert started.stdout
            return started

        screen = start(["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"])
        environment["DISPLAY"] = ":" + screen.stdout.readline().strip()  # type: ignore[union-attr]
        bus = start(["dbus-daemon", "--session", "--print-address", "--nofork"])
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()  # type: ignore[union-attr]
        start([launcher(), "--launch-immediately"])
        session = ending.enter_context(open_dbus_connection(environment["DBUS_SESSION_BUS_ADDRESS"]))
        asks = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")

        def address() -> str:
            reply = session.send_and_get_reply(asks, timeout=60)
            return reply.body[0] if reply.header.message_type == MessageType.method_return else ""

        reader = Reader(ending.enter_context(open_dbus_connection(wait(address))))
        environment |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        start([sys.executable, "-c", _SHOW, *arguments], cwd=ROOT)
        wait(reader.windows)
        yield reader
