# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the operating system has to bring: shared libraries for the window, and Python's venv module.

On Debian and Ubuntu what is missing is installed through apt, where that needs no password; everywhere else, and
where it may not, the user is told exactly what to install. Standard library only.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from functools import cache

from say import CannotSetUp, last_lines, quietly, say

#: Library to Debian packages that hold it (the name changed in Debian 13 and Ubuntu 24.04): Qt cannot load without.
WINDOW = {
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libfontconfig.so.1": ("libfontconfig1",),
}
#: What Qt needs besides when there is a screen.
SCREEN = {
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
}

#: Program to Debian packages that hold it: a screen, a bus, and what screen readers listen to.
PLAYED = {"Xvfb": ("xvfb",), "dbus-daemon": ("dbus-daemon", "dbus"), "at-spi-bus-launcher": ("at-spi2-core",)}


def has_display() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_libraries(display: bool, present: Callable[[str], bool] = loads) -> dict[str, tuple[str, ...]]:
    """The libraries that cannot be loaded, with the packages that would bring them. Empty outside Linux."""
    if not sys.platform.startswith("linux"):
        return {}
    wanted = {**WINDOW, **(SCREEN if display else {})}
    return {library: packages for library, packages in wanted.items() if not present(library)}


def ensure_libraries(display: bool, *, required: bool) -> None:
    """Install the shared libraries that are missing. CannotSetUp when that may not be done and ``required``."""
    missing = missing_libraries(display)
    if not missing:
        return
    say("Some system libraries for the window are missing: " + ", ".join(missing))
    try:
        install(list(missing.values()))
    except CannotSetUp as problem:
        if required:
            raise
        say(f"{problem}\nGoing on without: the shell commands do not need them, the window does.")
        return
    still = missing_libraries(display)
    if still and required:
        raise CannotSetUp("These libraries still cannot be loaded: " + ", ".join(still))


def ensure_played_screen(present: Callable[[str], bool] = loads) -> None:
    """Bring what one test needs, in which a screen reader is played on a screen that is none. Goes on without it where
    that may not be installed: the test then says that it was left out."""
    if not sys.platform.startswith("linux"):
        return
    lacks = [packages for library, packages in SCREEN.items() if not present(library)]
    lacks += [packages for program, packages in PLAYED.items() if not _found(program)]
    if lacks:
        try:
            install(lacks)
        except CannotSetUp as problem:
            say(f"{problem}\nGoing on without: the test of screen readers is left out.")


def _found(program: str) -> bool:
    folders = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/libexec", "/usr/lib/at-spi2-core"))
    return shutil.which(program, path=folders) is not None


def ensure_venv_module() -> None:
    """Make sure that this Python can make virtual environments with pip in them."""
    if _can_make_environments():
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    say(f"Python's venv module is missing here (Debian and Ubuntu keep it in {package}).")
    install([(package, "python3-venv")])
    if not _can_make_environments():
        raise CannotSetUp(f"{package} is installed, and still {sys.executable} cannot make a virtual environment")


def _can_make_environments() -> bool:
    status, _ = quietly([sys.executable, "-c", "import venv, ensurepip"])
    return status == 0


def install(wanted: Sequence[tuple[str, ...]]) -> None:
    """Install one package of each tuple, the first that this release of the system knows.

    CannotSetUp, with the list and the command, when there is no apt, no right to use it, or it fails.
    """
    if shutil.which("apt-get") is None:
        listed = ", ".join(packages[-1] for packages in wanted)
        raise CannotSetUp(
            f"Please install, with your system's package manager, what Debian calls: {listed}\n"
            "Then start this command again."
        )
    rights = _rights()
    if rights is None:
        listed = " ".join(_known(packages) for packages in wanted)
        raise CannotSetUp(
            "Installing them needs an administrator. Please run, or have run:\n"
            f"    sudo apt-get update && sudo apt-get install -y {listed}\nThen start this command again."
        )
    _apt(rights, "update")
    _known.cache_clear()
    names = [_known(packages) for packages in wanted]
    say("Installing through apt: " + " ".join(names))
    _apt(rights, "install", "-y", "--no-install-recommends", *names)


def _apt(rights: list[str], *arguments: str) -> None:
    command = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", *arguments]
    status, output = quietly(command)
    if status:
        raise CannotSetUp(f"'apt-get {' '.join(arguments)}' failed:\n{last_lines(output)}")


def _rights() -> list[str] | None:
    """What to put before apt-get to run it as root without a password; None when that cannot be."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and quietly(["sudo", "-n", "true"], timeout=20)[0] == 0:
        return ["sudo", "-n"]
    return None


@cache
def _known(packages: tuple[str, ...]) -> str:
    """The first of ``packages`` that apt could install; the last when it knows none (its lists may be empty)."""
    for package in packages:
        status, output = quietly(["apt-cache", "policy", package])
        if status == 0 and "Candidate:" in output and "Candidate: (none)" not in output:
            return package
    return packages[-1]
