# SPDX-License-Identifier: AGPL-3.0-or-later
"""Send a release: make an encrypted copy of it, and put on record what went to whom, when and how."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from concurrent.futures import Executor
from pathlib import Path

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Event, Kind
from redactor.domain.saying import say
from redactor.operations.request.case import iso_date
from redactor.operations.view import CaseView
from redactor.release.copying import encrypt_copy
from redactor.release.printing import print_copy
from redactor.review.release.sending import WAYS, Sent


def sent(view: CaseView) -> list[Sent]:
    """Everything that is on record as sent, in order."""
    return [Sent.of(event) for event in view.state.events if event.kind is Kind.RELEASE_SENT]


def make_copy(view: CaseView, folder: Path, out: Path, passphrase: str, executor: Executor) -> str:
    """An encrypted copy of a released folder in one new PDF; returns its SHA-256 (hex).

    Raises BadInput for a folder, name or passphrase that cannot be used, Refused for a folder this case did not
    release."""
    _manifest(view, folder)
    parts = [*sorted(folder.glob("*.pdf")), *sorted((folder / "documents").glob("*.pdf"))]
    first = _bundle(parts, folder)
    others = tuple(str(path) for path in parts if path != first)
    executor.submit(encrypt_copy, str(first), others, str(out), passphrase).result()
    return _hash(out)


def make_print_copy(view: CaseView, folder: Path, out: Path, executor: Executor) -> tuple[int, int]:
    """The released PDFs in one file for printing on both sides; returns its pages, and how many are blank.

    The guide and the log are their own files, to be printed as they are. Raises BadInput, and Refused for a folder
    this case did not release."""
    _manifest(view, folder)
    if out.suffix.lower() != ".pdf":
        raise BadInput("a copy for the printer is a PDF", str(out), "Give it the ending .pdf")
    found = sorted(folder.glob("*.pdf"), key=_volume)
    parts = [path for path in found if path.name.startswith(("bundle", "contents"))]
    _bundle(parts, folder)
    parts += sorted((folder / "documents").glob("*.pdf"), key=_volume)
    made: tuple[int, int] = executor.submit(print_copy, tuple(map(str, parts)), str(out)).result()
    return made


def _volume(path: Path) -> tuple[str, int]:
    """By name, and by the number of the volume: bundle-2 before bundle-10."""
    stem, _, number = path.stem.rpartition("-")
    return (stem, int(number)) if stem and number.isdigit() else (path.stem, 0)


def _bundle(parts: Sequence[Path], folder: Path) -> Path:
    first = next((path for path in parts if path.name.startswith(("bundle", "contents"))), None)
    if first is None:
        raise BadInput("there is no bundle in this folder", str(folder), "Give the folder that export wrote")
    return first


def record_sent(
    view: CaseView,
    folder: Path,
    *,
    to: str,
    way: str,
    on: str = "",
    copy: Path | None = None,
    passphrase: str = "",
    note: str = "",
    signer: Identity | None = None,
) -> Event:
    """Put on record that this release went out. ``passphrase`` says how the copy's passphrase went (never what it is).

    Raises BadInput, and Refused for a folder this case did not release, or whose files are not as released."""
    view.case.require_writable()
    if way not in WAYS:
        raise BadInput(say("'{way}' is no way to send", way=way), do=say("Use one of: {known}", known=", ".join(WAYS)))
    if not to.strip():
        raise BadInput("a sending goes to somebody", do="Say to whom (--to NAME)")
    if copy is not None and not passphrase.strip():
        raise BadInput("an encrypted copy's passphrase goes another way", do="Say which way it went (--passphrase-by)")
    payload = {
        "on": iso_date(on, "day of sending") or datetime.date.today().isoformat(),
        "to": " ".join(to.split()),
        "way": way,
        "manifest": _manifest(view, folder),
        "copy": _hash(copy) if copy else "",
        "passphrase": " ".join(passphrase.split()),
        "note": " ".join(note.split()),
    }
    return view.record(Kind.RELEASE_SENT, payload, signer)


def _manifest(view: CaseView, folder: Path) -> str:
    """The hash of the manifest of a folder that this case exported as a release, its files as they were."""
    from redactor.release.manifest import changed_files

    try:
        manifest = _hash(folder / "manifest.json")
    except OSError as error:
        raise BadInput(
            "there is no release in this folder", str(folder), "Give the folder that export wrote"
        ) from error
    if manifest not in {str(event.payload["manifest"]) for event in view.state.exports}:
        raise Refused("this folder is no release of this case", str(folder), "Drafts and others' folders are not sent")
    changed = changed_files(folder)
    if changed:
        raise Refused(f"{changed[0]}", str(folder), "Export again, and send that")
    return manifest


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
