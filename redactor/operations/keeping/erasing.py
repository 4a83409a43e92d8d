# SPDX-License-Identifier: AGPL-3.0-or-later
"""Erase a case that is due: asked for twice, refused while anything speaks against it, and certified for what it is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from redactor.casefile.erasing import Destroyed, destroy
from redactor.casefile.identity import Identity
from redactor.domain.dates import british
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import canonical
from redactor.domain.saying import say
from redactor.operations.keeping.retention import Copy, Schedule, kept, known_copies
from redactor.operations.releasing.letters import write_letter
from redactor.operations.view import CaseView
from redactor.release.letter import Letter, heading, paragraph, table

#: What a certificate says of itself, word for word.
CLAIM = (
    "The case file named here was overwritten with random bytes and removed from this machine, beginning with the part "
    "without which its key cannot be derived. This certificate says that, and no more."
)
NOT_CLAIMED = (
    "It does not say that no other copy exists. Backups, snapshots, network folders' own copies, and what a disk keeps "
    "by itself are outside this program's sight. Copies that the case's own journal knew of are listed; there may be "
    "others. Other papers and systems that hold the record itself are not touched."
)


@dataclass(frozen=True, slots=True)
class Erasure:
    """What would be erased, as it is shown before anybody says yes."""

    reference: str
    due: date | None
    why: str
    events: int
    head: str
    copies: tuple[Copy, ...]


def require_erasable(view: CaseView, given: Schedule, *, early: str = "", today: date | None = None) -> Erasure:
    """What erasing would do. Raises Refused under a hold, while a release is under way or a number is questioned,
    and before the case is due unless ``early`` says why."""
    state, row = view.state, kept(view, given)
    if state.keeping.hold is not None:
        hold = state.keeping.hold
        raise Refused(
            say("the case is on hold: {reason}", reason=hold.why), do="Lift the hold first, with its reason (--lift W)"
        )
    if state.reissues.open():
        raise Refused(
            say("number {number} is questioned and not decided", number=state.reissues.open()[0].number),
            do="Answer it first",
        )
    if state.submission is not None:
        done = state.approval is not None and any(
            event.payload.get("approval") == state.approval.id for event in state.exports
        )
        if not done:
            raise Refused("a release is under way: it is submitted and not released", do="Release it, or return it")
    day = today or date.today()
    if (row.due is None or row.due > day) and not early.strip():
        when = f"not due before {british(row.due)}" if row.due else row.why
        raise Refused(
            say("the case is not due to be erased ({when})", when=when), do="Wait, or say why it goes early (--early W)"
        )
    events = state.events
    return Erasure(row.reference, row.due, row.why, len(events), view.case.head(), tuple(known_copies(view)))


def erase(
    view: CaseView,
    given: Schedule,
    certificate: Path,
    confirm: str,
    signer: Identity,
    *,
    early: str = "",
    recovery: Path | None = None,
    today: date | None = None,
) -> dict[str, Any]:
    """Destroy the case file and its key on this machine, and leave the signed certificate (.pdf or .txt, with a .json
    beside it). ``confirm`` is the case's reference, typed again; ``recovery`` the office's file of recovery keys.

    Raises Refused (see :func:`require_erasable`; also for a caseworker: a team lead erases) and BadInput. The case is
    closed afterwards. Nothing is destroyed unless the certificate can be written."""
    view.case.require_writable()
    if signer.role != "team-lead":
        raise Refused(
            say("{name} is no team lead; only a team lead erases a case", name=signer.name),
            do="Ask a team lead",
        )
    erasure = require_erasable(view, given, early=early, today=today)
    if " ".join(confirm.split()) != erasure.reference:
        raise BadInput(
            "the reference that confirms it is not this case's",
            do=say("Type it as it is: {reference}", reference=erasure.reference),
        )
    beside = certificate.with_suffix(".json")
    if certificate.suffix.lower() not in (".pdf", ".txt"):
        raise BadInput("a certificate is a PDF or a text", str(certificate), "Give it the ending .pdf or .txt")
    if certificate.exists():
        raise BadInput("this is already there", str(certificate), "Choose a new name: nothing is written over")
    path = view.case.path
    try:
        holder = beside.open("x", encoding="utf-8", newline="\n")
    except FileExistsError:
        raise BadInput("this is already there", str(beside), "Choose a new name: nothing is written over") from None
    except OSError as error:
        raise BadInput(
            say("the certificate cannot be written ({reason})", reason=error.strerror), str(beside), "Choose a folder"
        ) from error
    facts = _facts(view, erasure, early, signer)
    with holder:
        try:
            view.case.close()
            done = destroy(path, recovery)
        except BaseException:
            holder.close()
            beside.unlink(missing_ok=True)
            raise
        content = _certified(facts, done, path, signer)
        holder.write(json.dumps(content, indent=1, ensure_ascii=False) + "\n")
    write_letter(certificate, certificate_letter(content), f"Reference {erasure.reference}")
    return content


def _facts(view: CaseView, erasure: Erasure, early: str, signer: Identity) -> dict[str, Any]:
    return {
        "reference": erasure.reference,
        "received": str(view.fact("received")),
        "due": str(erasure.due or ""),
        "why": erasure.why,
        "early": " ".join(early.split()),
        "journal_events": erasure.events,
        "journal_head": erasure.head,
        "copies_known": [copy.to_json() for copy in erasure.copies],
        "erased_by": {"name": signer.name, "role": signer.role, "key": signer.key},
    }


def _certified(facts: dict[str, Any], done: Destroyed, path: Path, signer: Identity) -> dict[str, Any]:
    content = {
        **facts,
        "file": path.name,
        "file_sha256": done.sha256,
        "file_bytes": done.size,
        "recovery_key_removed": done.recovery,
        "erased_at": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "claim": CLAIM,
        "not_claimed": NOT_CLAIMED,
    }
    return {**content, "signature": signer.sign(canonical(content))}


def certificate_letter(content: dict[str, Any]) -> Letter:
    """The certificate for people; the .json beside it holds the same, signed."""
    title = "Certificate of erasure"
    who = content["erased_by"]
    facts: Sequence[tuple[str, str]] = (
        ("What", "On record"),
        ("Reference of the case", content["reference"]),
        ("Request received", content["received"] or "not on record"),
        ("Due to be erased", content["due"] or "not due"),
        ("Why then", content["early"] or content["why"]),
        ("Erased at (UTC)", content["erased_at"]),
        ("Erased by", f"{who['name']}, {who['role']}"),
        ("Their key", who["key"]),
        ("File", f"{content['file']}, {content['file_bytes']:,} bytes"),
        ("SHA-256 of the file as it last stood", content["file_sha256"]),
        ("Last entry of its journal", content["journal_head"]),
        ("Entries in its journal", str(content["journal_events"])),
        ("Recovery key", "removed" if content["recovery_key_removed"] else "not touched"),
    )
    blocks = [heading(title), paragraph(content["claim"]), table(facts, (0.35, 0.65)), heading("Copies known of", 2)]
    if content["copies_known"]:
        rows = [(copy["on"], copy["what"], copy["named_by"] or "not on record") for copy in content["copies_known"]]
        blocks.append(table([("On", "What", "Named by"), *rows], (0.17, 0.38, 0.45)))
    else:
        blocks.append(paragraph("The journal knew of none."))
    blocks += [heading("What this does not say", 2), paragraph(content["not_claimed"])]
    return Letter(f"{title}, reference {content['reference']}", tuple(blocks))
