# SPDX-License-Identifier: AGPL-3.0-or-later
"""The two commands a newcomer needs. They do all their own set-up; Python 3.11 or later is enough.

    python3 installer/run.py demo [-- ARGUMENTS OF "redactor demo"]
    python3 installer/run.py test [-- ARGUMENTS OF pytest]

Exit status: 0 done; 1 the demo or a check failed; 2 the set-up, or what the demo needs, could not be done (the
message says what to do).
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - this file is run by whatever Python there is
    sys.exit(f"Redactor needs Python 3.11 or later; this is {sys.version.split()[0]} ({sys.executable}).")

import environment
import system
from say import CannotSetUp, openly, say

ROOT = environment.ROOT


def main(arguments: list[str]) -> int:
    command, rest = (arguments[0] if arguments else ""), arguments[1:]
    commands = {"demo": demo, "test": test}
    if command not in commands:
        say(__doc__ or "")
        return 0 if command in ("-h", "--help") else 2
    try:
        return commands[command]([part for part in rest if part != "--"])
    except CannotSetUp as problem:
        say(f"\nThe set-up could not be finished.\n{problem}")
        return 2
    except KeyboardInterrupt:
        say("\nStopped.")
        return 1


def demo(arguments: list[str]) -> int:
    """Set up, then take the demo case all the way; with a screen, open it in the window afterwards."""
    display = system.has_display()
    system.ensure_libraries(display, required=False)
    python = environment.ensure("run")
    if not any(part == "--out" or part.startswith("--out=") for part in arguments):
        arguments = ["--out", str(Path.cwd() / "redactor-demo"), *arguments]
    if display and "--open" not in arguments:
        arguments.append("--open")
    return subprocess.call([str(python), "-m", "redactor", "demo", *arguments])


def test(arguments: list[str]) -> int:
    """Set up, then run the tests and the checks; every one of them, also when an earlier one failed."""
    system.ensure_libraries(system.has_display(), required=True)
    system.ensure_played_screen()
    python = environment.ensure("test")
    scripts = python.parent
    environ = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    checks: dict[str, list[str | Path]] = {
        # A file's tests in one process: what they share is made once. In order: the longest do not come last.
        "pytest": [python, "-m", "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", *arguments],
        "ruff": [python, "-m", "ruff", "check", "."],
        "mypy": [python, "-m", "mypy"],
        "lint-imports": [scripts / "lint-imports"],
    }
    results: list[tuple[str, int, float, str]] = []
    for name, command in checks.items():
        say(f"\n== {name}")
        start = time.monotonic()
        status, closing = openly(command, cwd=ROOT, env=environ)
        results.append((name, status, time.monotonic() - start, closing))
    say("\n== Summary")
    for name, status, seconds, closing in results:
        say(f"{'passed' if status == 0 else 'FAILED'}  {name:13}{seconds:6.0f} s  {closing}")
    return 1 if any(status for _, status, _, _ in results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
