# SPDX-License-Identifier: AGPL-3.0-or-later
"""The project's virtual environment (.venv), with exactly the pinned packages. Standard library only."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import time
from pathlib import Path

from say import CannotSetUp, last_lines, quietly, say
from system import ensure_venv_module

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = "redactor-installed.json"
#: What pip says when the network failed, and not the request.
NETWORK = (
    "Connection",
    "timed out",
    "Timeout",
    "Temporary failure",
    "Max retries",
    "IncompleteRead",
    "Network is unreachable",
    "getaddrinfo failed",
    "RemoteDisconnected",
    "502",
    "503",
    "504",
)


def interpreter(venv: Path = VENV) -> Path:
    """The environment's own Python."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ensure(kind: str) -> Path:
    """An environment ready to run ("run") or to test ("test") the project; returns its Python.

    Does nothing when it is there already. CannotSetUp says what stands in the way.
    """
    wanted = fingerprint(kind)
    if stamped().get(kind) == wanted and _works():
        return interpreter()
    if not _works():
        _make()
    names = ["requirements.txt"] if kind == "run" else ["requirements.txt", "requirements-test.txt"]
    lines = [line for name in names for line in (ROOT / "installer" / name).read_text("utf-8").splitlines()]
    count = sum("==" in line for line in lines)
    say(f"Installing {count} packages into {VENV} (some 300 MB the first time; a few minutes)")
    pip("install", "-r", str(ROOT / "installer" / names[-1]))
    pip("install", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    stamps = {"run": fingerprint("run"), kind: wanted}
    (VENV / STAMP).write_text(json.dumps(stamps), encoding="utf-8")
    return interpreter()


def fingerprint(kind: str) -> str:
    """Changes with the Python, the pins or the project's own settings."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {ROOT}".encode())
    for name in ("installer/requirements.txt", "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    if kind == "test":
        digest.update((ROOT / "installer/requirements-test.txt").read_bytes())
    return digest.hexdigest()


def stamped() -> dict[str, str]:
    """The fingerprints of what was installed, by kind; empty when nothing was, or it cannot be told."""
    try:
        stamps = json.loads((VENV / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamps if isinstance(stamps, dict) else {}


def _works() -> bool:
    python = interpreter()
    if not python.exists():
        return False
    test = f"import sys, pip; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    return quietly([python, "-c", test])[0] == 0


def _make() -> None:
    ensure_venv_module()
    if VENV.exists():
        if not (VENV / "pyvenv.cfg").exists() and any(VENV.iterdir()):
            raise CannotSetUp(f"{VENV} is not a virtual environment. Please move it away and start again.")
        shutil.rmtree(VENV)
    say(f"Making a virtual environment in {VENV}")
    status, output = quietly([sys.executable, "-m", "venv", VENV])
    if status:
        raise CannotSetUp(f"The virtual environment could not be made:\n{last_lines(output)}")


def pip(*arguments: str, wait: float = 10.0) -> None:
    """Run the environment's pip; once more after ``wait`` seconds if the network failed.

    CannotSetUp with the end of what pip said when it does not succeed.
    """
    command: list[str | Path] = [
        interpreter(),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--no-input",
        *arguments,
        "--progress-bar",
        "off",
    ]
    status, output = quietly(command, timeout=3600)
    if status and any(sign in output for sign in NETWORK):
        say(f"The package index could not be reached; trying once more in {wait:.0f} seconds.")
        time.sleep(wait)
        status, output = quietly(command, timeout=3600)
    if status:
        raise CannotSetUp(f"Installing the packages failed. pip said:\n{last_lines(output)}")
