# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the set-up prints, and how it runs other programs. Standard library only."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path


class CannotSetUp(Exception):
    """The set-up cannot go on; the message says what to do."""


def say(text: str = "") -> None:
    """Print a line at once, whatever the console can show."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding), flush=True)


def quietly(command: Sequence[str | Path], *, timeout: float = 900) -> tuple[int, str]:
    """Run a program without showing its output. Returns (exit status, output); 127 when there is no such program."""
    try:
        result = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=timeout,
        )
    except FileNotFoundError:
        return 127, f"{command[0]}: not found"
    except subprocess.TimeoutExpired:
        return 124, f"{command[0]}: no answer within {timeout:.0f} seconds"
    return result.returncode, result.stdout


def openly(command: Sequence[str | Path], *, cwd: Path, env: Mapping[str, str]) -> tuple[int, str]:
    """Run a program and show its output as it comes. Returns (exit status, its last line that is not blank)."""
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=cwd,
        env=dict(env),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        bufsize=1,
    )
    assert process.stdout is not None
    last = ""
    for line in process.stdout:
        say(line.rstrip("\n"))
        last = line.strip() or last
    return process.wait(), last


def last_lines(output: str, count: int = 15) -> str:
    return "\n".join("    " + line for line in output.strip().splitlines()[-count:])
