# SPDX-License-Identifier: AGPL-3.0-or-later
"""Send a release: make an encrypted copy of it, and put on record what went to whom, when and how."""

from __future__ import annotations

import datetime
import hashlib
from concurrent.futures import Executor
from pathlib import Path

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Event, Kind
from redactor.operations.case import iso_date
from redactor.operations.view import CaseView
from redactor.release.copying import encrypt_copy
from redactor.review.sending import WAYS, Sent


def sent(view: CaseView) -> list[Sent]:
    """Everything that is on record as sent, in order."""
    return [Sent.of(event) for event in view.state.events if event.kind is Kind.RELEASE_SENT]


def make_copy(view: CaseView, folder: Path, out: Path, passphrase: str, executor: Executor) -> str:
    """An encrypted copy of a released folder in one new PDF; returns its SHA-256 (hex).

    Raises BadInput for a folder, name or passphrase that cannot be used, Refused for a folder this case did not
    release."""
    _manifest(view, folder)
    parts = [*sorted(folder.glob("*.pdf")), *sorted((folder / "documents").glob("*.pdf"))]
    first = next((path for path in parts if path.name.startswith(("bundle", "contents"))), None)
    if first is None:
        raise BadInput("there is no bundle in this folder", str(folder), "Give the folder that export wrote")
    others = tuple(str(path) for path in parts if path != first)
    executor.submit(encrypt_copy, str(first), others, str(out), passphrase).result()
    return _hash(out)


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
        raise BadInput(f"'{way}' is no way to send", do="Use one of: " + ", ".join(WAYS))
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
