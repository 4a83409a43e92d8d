# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the commands share: passphrases, opening a case, identities, output."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from redactor.casefile.identity import Identity, load_identity
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput
from redactor.domain.geometry import Box
from redactor.domain.journal import Event
from redactor.operations.approving.taken_back import submission_taken_back
from redactor.operations.approving.taking_part import asks_first
from redactor.operations.view import CaseView
from redactor.workers.pool import Pool


def passphrase(arguments: argparse.Namespace, *, confirm: bool = False) -> str:
    """From ``--passphrase-file``, REDACTOR_PASSPHRASE, or a prompt."""
    return _secret(arguments.passphrase_file, "REDACTOR_PASSPHRASE", "Passphrase of the case: ", confirm)


def identity_passphrase(arguments: argparse.Namespace, *, confirm: bool = False) -> str:
    """From ``--identity-passphrase-file``, REDACTOR_IDENTITY_PASSPHRASE, or a prompt."""
    file = getattr(arguments, "identity_passphrase_file", None)
    return _secret(file, "REDACTOR_IDENTITY_PASSPHRASE", "Passphrase of the identity: ", confirm)


def office_passphrase(arguments: argparse.Namespace, *, confirm: bool = False) -> str:
    """From ``--office-passphrase-file``, REDACTOR_OFFICE_PASSPHRASE, or a prompt."""
    file = getattr(arguments, "office_passphrase_file", None)
    return _secret(file, "REDACTOR_OFFICE_PASSPHRASE", "Passphrase of the office's lists: ", confirm)


def copy_passphrase(arguments: argparse.Namespace, *, confirm: bool = False) -> str:
    """From ``--copy-passphrase-file``, REDACTOR_COPY_PASSPHRASE, or a prompt."""
    return _secret(arguments.copy_passphrase_file, "REDACTOR_COPY_PASSPHRASE", "Passphrase of the copy: ", confirm)


def _secret(file: str | None, variable: str, prompt: str, confirm: bool) -> str:
    if file:
        try:
            return Path(file).read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise BadInput("the passphrase file cannot be read", file, "Check the path") from error
    if variable in os.environ:
        return os.environ[variable]
    if not sys.stdin.isatty():
        option = variable.removeprefix("REDACTOR_").lower().replace("_", "-")
        raise BadInput("no passphrase was given", do=f"Give --{option}-file FILE or set {variable}")
    given = getpass.getpass(prompt)
    if confirm and getpass.getpass("The same again: ") != given:
        raise BadInput("the two passphrases are not the same", do="Try again")
    return given


@contextmanager
def opened(arguments: argparse.Namespace, *, write: bool = True) -> Iterator[CaseView]:
    """The case of this command as it stands, closed afterwards. Says on stderr when what the command did took a
    submission back."""
    with opened_file(arguments, write=write) as case:
        view = CaseView(case)
        before = view.state.submission, view.state.approval
        yield view
        if write and before[0] is not None and not case.closed:  # erasing closes it
            taken_back = submission_taken_back(view.refresh(), *before)
            if taken_back:
                note(taken_back)


@contextmanager
def opened_file(arguments: argparse.Namespace, *, write: bool = True) -> Iterator[CaseFile]:
    """The case file of this command, closed afterwards. Says on stderr when another process has it."""
    recovery = Path(arguments.recovery_key) if getattr(arguments, "recovery_key", None) else None
    path = Path(arguments.case)
    if not path.exists():
        raise BadInput("there is no such case", str(path), "Check the path, or make it with: redactor new CASE")
    secret = "" if recovery else passphrase(arguments)
    user = _login_name()
    with CaseFile.open(path, secret, recovery=recovery, user=user, write=write) as case:
        if write and case.read_only and case.holder is not None:
            holder = case.holder
            note(f"{holder.name} on {holder.host} has this case open since {holder.since}; opened for reading only")
        case.before_signing = asks_first(case)
        yield case


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"


def signer(arguments: argparse.Namespace, *, required: bool = False) -> Identity | None:
    """The identity given with ``--as``; None when none was given and none is needed."""
    if not arguments.identity:
        if required:
            raise BadInput("this needs an identity", do="Give one with --as IDENTITY (redactor identity new makes one)")
        return None
    return load_identity(Path(arguments.identity), identity_passphrase(arguments))


@contextmanager
def pool(arguments: argparse.Namespace) -> Iterator[Pool]:
    """The worker processes, shut down afterwards."""
    workers = getattr(arguments, "workers", None) or min(os.cpu_count() or 2, 4)
    with Pool(slots=workers) as executor:
        yield executor


@contextmanager
def stoppable() -> Iterator[Callable[[], bool]]:
    """While the block lasts, Ctrl-C asks for an end at the next good moment: gives whether it was pressed. Pressed
    again, it ends at once, as everywhere else."""
    pressed = threading.Event()

    def press(*_: object) -> None:
        if pressed.is_set():
            raise KeyboardInterrupt
        pressed.set()
        note("redactor: stopping; what was not looked at is put on record. (Ctrl-C again: at once.)")

    before = signal.signal(signal.SIGINT, press)
    try:
        yield pressed.is_set
    finally:
        signal.signal(signal.SIGINT, before)


def fields_of(arguments: argparse.Namespace) -> dict[str, str]:
    """``--field k=v`` as a dict. Raises BadInput for one without "="."""
    fields: dict[str, str] = {}
    for given in arguments.field or []:
        key, equals, value = given.partition("=")
        if not equals or not key.strip():
            raise BadInput(f"'{given}' is not a field", do="Write --field name=value")
        fields[key.strip()] = value.strip()
    return fields


def box_of(text: str) -> Box:
    """``x0,y0,x1,y1`` in points. Raises BadInput."""
    try:
        x0, y0, x1, y1 = (float(part) for part in text.split(","))
    except ValueError:
        raise BadInput(f"'{text}' is not a box", do="Write --box x0,y0,x1,y1 in points from the top left") from None
    if not (x0 < x1 and y0 < y1) or any(value != value or abs(value) > 1e6 for value in (x0, y0, x1, y1)):
        raise BadInput(
            f"'{text}' is not a box", do="x0 must be left of x1 and y0 above y1, in points from the top left"
        )
    return Box(x0, y0, x1, y1)


def show(arguments: argparse.Namespace, row: Mapping[str, Any], text: str) -> None:
    """One result: a JSON line with ``--json``, else the words for a person."""
    print(json.dumps(row, ensure_ascii=False) if arguments.json else text, flush=True)


def note(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


class ShellProgress:
    """Progress on stderr: a line that moves in a terminal, a line every few seconds elsewhere."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._last = 0.0
        self._what = ""
        self._started = time.monotonic()

    def __call__(self, done: int, total: int, what: str) -> None:
        now = time.monotonic()
        finished = total and done >= total
        if now - self._last < (0.1 if self._live else 5.0) and not (finished and self._live):
            return
        self._last = now
        share = f"{done} of {total}" if total else ""
        line = " ".join(part for part in (what, share, self._left(done, total, what, now)) if part)
        if self._live:
            sys.stderr.write("\r\x1b[K" + line[:110] + ("\n" if finished else ""))
            sys.stderr.flush()
        else:
            note(line)

    def _left(self, done: int, total: int, what: str, now: float) -> str:
        stage = what.split(":")[0].split(" ")[0]
        if stage != self._what:
            self._what, self._started = stage, now
            return ""
        if not total or not done or now - self._started < 3:
            return ""
        seconds = (now - self._started) / done * (total - done)
        return f"(about {seconds:.0f} s left)" if seconds < 90 else f"(about {seconds / 60:.0f} min left)"


def done(arguments: argparse.Namespace, event: Event, text: str, **more: object) -> int:
    """Show what was decided, and under which event; the exit status of a decision that was taken."""
    show(arguments, {"event": event.id, "kind": str(event.kind), **more}, text)
    return 0
