# SPDX-License-Identifier: AGPL-3.0-or-later
"""The window's way in. ``redactor gui [CASE]`` and the desktop's icon start here."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support
from pathlib import Path


def main(argv: list[str] | None = None, passphrase: str | None = None) -> int:
    """Open the window, with a case when one is named. Returns the exit status: 2 when it cannot be opened."""
    freeze_support()
    arguments = sys.argv[1:] if argv is None else argv
    if arguments and not Path(arguments[0]).is_file():
        print(f"redactor: {arguments[0]}: there is no such case. Check the path.", file=sys.stderr)
        return 2
    if not _display():
        print("redactor: there is no display to open a window on. Use the commands: redactor --help.", file=sys.stderr)
        return 2
    try:
        from redactor.gui.starting import lightly

        lightly()
        from redactor.gui.run import run
    except ImportError as error:
        missing = str(error).splitlines()[0]
        print(f"redactor: the window cannot start: {missing}. Install what is named and try again.", file=sys.stderr)
        return 2
    return run(arguments, passphrase)


def _display() -> bool:
    """False on Linux without a display: Qt would end the process with a message of its own."""
    import os

    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
