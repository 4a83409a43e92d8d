# SPDX-License-Identifier: AGPL-3.0-or-later
"""Another copy of a document in its place: a later version, a repaired file, a better scan.

What was decided on the old pages goes over to the same words of the new ones; the old document is left out and the new
one stands where it stood, called what it was called. What could not be carried over is written down as something to
come back to, which holds up the submission until somebody has looked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redactor.bundle.held import held, raw
from redactor.bundle.kinds import NeedsPassword, file_kind
from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Anchor, Kind
from redactor.domain.pages import Document, Where
from redactor.domain.plan import EARLIER, Redaction
from redactor.domain.saying import count, say
from redactor.operations.checking.troubles import DAMAGED
from redactor.operations.copies.carrying import carried_payload
from redactor.operations.copies.duplicates import edges_at
from redactor.operations.copies.opencopies import open_places
from redactor.operations.finding.analyse import find_people
from redactor.operations.intake.archives import ARCHIVES, members
from redactor.operations.intake.intake import Added, add_paths
from redactor.operations.intake.reading import read_text
from redactor.operations.intake.scans import read_scans
from redactor.operations.intake.working import Ask, Working
from redactor.operations.progress import Progress, silent
from redactor.operations.view import CaseView
from redactor.review.checks.notes import Purpose
from redactor.review.papers.arrangement import Part
from redactor.review.papers.duplicates import OpenPlace

_WHICH = "Unpack it if need be, and give the one file that takes the place"
#: So many of the redactions that found no place in the new copy are quoted; letters of each.
QUOTED, LETTERS = 5, 60


@dataclass(frozen=True, slots=True)
class Replaced:
    """The document ``new`` is where another was; so many decisions went over, and so many found no place in it.
    ``told`` says so in a sentence."""

    new: str
    carried: int
    left_behind: int
    events: tuple[str, ...]
    told: str


def replace(view: CaseView, old: Document, new: Document, *, why: str = "", signer: Identity | None = None) -> Replaced:
    """Put ``new``, a document of the case, in the place of ``old``; one transaction. Raises BadInput, and Refused when
    they have no text in common although the old one could be read."""
    view.case.require_writable()
    if old.sha256 == new.sha256:
        raise BadInput("a document cannot replace itself", old.name)
    if not view.state.arrangement.keeps(new.sha256, 1):
        raise Refused(say("{new} is left out itself", new=new.name), do="Put it back first: redactor put-back CASE")
    shared = {other[0] for page in range(1, old.pages + 1) for other, _, _ in edges_at(view, old, page)}
    if new.sha256 not in shared and any(content.words for content in view.case.pages(old.sha256)):
        raise Refused(
            say("{old} and {new} have no text in common", old=old.name, new=new.name),
            do="Decide about the new one by itself",
        )
    places = [p for p in open_places(view) if p.source.document == old.sha256 and p.anchor.document == new.sha256]
    behind = list(_left_behind(view, old, new, places))
    pairs: list[tuple[Kind, dict[str, Any]]] = []
    if places:
        pairs.append((Kind.DECISIONS_CARRIED, carried_payload(view, places, why or f"carried over from {old.name}")))
    left = {"document": old.sha256, "first": 1, "last": old.pages, "reason": EARLIER, "like": [new.sha256, 1]}
    pairs.append((Kind.DOCUMENT_LEFT_OUT, {**left, "fields": {"why": why} if why else {}, "why": why}))
    pairs += _in_its_place(view, old, new)
    if behind:
        pairs.append((Kind.NOTE_WRITTEN, _to_come_back_to(old, new, behind)))
    events = view.case.append_many(pairs, signer=signer)
    view.refresh()
    ids = tuple(event.id for event in events)
    return Replaced(new.name, len(places), len(behind), ids, _told(old, new, len(places), len(behind)))


def replace_with(
    view: CaseView,
    old: Document,
    path: Path,
    executor: Executor,
    *,
    why: str = "",
    passwords: tuple[str, ...] = (),
    signer: Identity | None = None,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
    ask: Ask | None = None,
) -> Replaced:
    """Take in the file at ``path``, read it, find people in it, and put it in the place of ``old``. Raises as
    :func:`replace`, BadInput for a file that cannot be taken in, and Cancelled. What was taken in stays in the case
    whatever comes after."""
    case = view.case
    passwords = _require_one(path, executor, passwords, ask)
    results = add_paths(
        case, [path], executor, passwords=passwords, signer=signer, progress=progress, cancelled=cancelled, ask=ask
    )
    new = _taken(view, results, path)
    read_text(case, executor, 4, progress, cancelled)
    read_scans(case, executor, only=new.sha256, progress=progress, cancelled=cancelled)
    find_people(case, executor, progress=progress, cancelled=cancelled)
    return replace(view.refresh(), old, new, why=why, signer=signer)


def _require_one(path: Path, executor: Executor, passwords: tuple[str, ...], ask: Ask | None) -> tuple[str, ...]:
    """The passwords there are, with those somebody gave. Raises BadInput, before anything is in the case, for a folder
    and for an archive or a mailbox in which there is more than one file."""
    given: list[str] = []

    def remembered(name: str, wrong: str) -> str | None:
        answer = ask(name, wrong) if ask is not None else None
        given.extend([answer] if answer else [])
        return answer

    if path.is_dir():
        raise BadInput("this is a folder", str(path), _WHICH)
    try:
        data = held(path)
    except OSError:
        return passwords  # which adding it puts into words
    kind = file_kind(raw(data))
    if kind in ARCHIVES:
        inside = members(data, path.name, kind, Working(executor, passwords, remembered))
        files = sum(not member.litter for member in inside)
        if files != 1:
            what = say("this is not one document: {files} files are in it; none was taken in", files=files)
            raise BadInput(what, path.name, _WHICH)
    return (*passwords, *given)


def _told(old: Document, new: Document, carried: int, behind: int) -> str:
    done = say(
        "{new} takes the place of {old}; {decisions} carried over",
        new=new.name,
        old=old.name,
        decisions=count(carried, "decision"),
    )
    if not behind:
        return done
    return say("{done}; {redactions} found no place in it: see To do", done=done, redactions=count(behind, "redaction"))


def _taken(view: CaseView, results: Sequence[Added], path: Path) -> Document:
    """The one document that the file became, or that was in it. Raises BadInput, and NeedsPassword for one that is
    locked."""
    made = [result for result in results if result.status not in ("opened", "passed_over")]
    whole = [result for result in made if not result.inside] or made[:1]
    if not whole:
        raise BadInput("there is no document in this file", path.name, _WHICH)
    result = whole[0]
    if result.status == "duplicate":
        raise BadInput(result.problem, path.name, "Name it as it is called in the case: redactor replace CASE --by")
    if result.status != "added":
        raise (NeedsPassword if result.locked else BadInput)(result.problem, path.name)
    return view.refresh().documents[result.sha256]


def _in_its_place(view: CaseView, old: Document, new: Document) -> Iterator[tuple[Kind, dict[str, Any]]]:
    """The events that put the new document where the old one stood, called and dated as that was."""
    parts = view.state.arrangement.parts()
    was = [part for part in parts if part.document == old.sha256]
    now = [part for part in parts if part.document == new.sha256]
    if not was or not now:
        return
    order = [[part.document, part.first] for part in now]
    before = [was[0].document, was[0].first]
    yield Kind.DOCUMENTS_ARRANGED, {"by": "hand", "order": order, "before": before}
    told = _told_of(was[0])
    if len(was) == len(now) == 1 and told and not _told_of(now[0]):
        yield Kind.DOCUMENT_DESCRIBED, {"entries": [{"document": new.sha256, "first": now[0].first, **told}]}


def _told_of(part: Part) -> dict[str, str]:
    said = {"title": part.title, "date": part.date, "kind": part.kind}
    return {name: text for name, text in said.items() if text}


def _left_behind(view: CaseView, old: Document, new: Document, places: Sequence[OpenPlace]) -> Iterator[Redaction]:
    """What is held back on the old pages and neither goes over nor is held back in the new document by itself."""
    gone_over = {(place.source.page, place.source.text, place.source.boxes) for place in places}
    covered = {_plain(r.text) for page in range(1, new.pages + 1) for r in _held(view, new, page) if r.text}
    for page in range(1, old.pages + 1):
        for redaction in _held(view, old, page):
            known = (page, redaction.text, redaction.boxes) in gone_over
            if not known and (not redaction.text or _plain(redaction.text) not in covered):
                yield redaction


def _held(view: CaseView, document: Document, page: int) -> list[Redaction]:
    outcome = view.outcomes.get((document.sha256, page))
    if outcome is None:
        return []
    if outcome.plan.withheld is not None:
        # A page that could not be read is what a better copy is for.
        return [] if outcome.plan.withheld.reason == DAMAGED else [outcome.plan.withheld]
    return list(outcome.plan.redactions)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _to_come_back_to(old: Document, new: Document, behind: Sequence[Redaction]) -> dict[str, Any]:
    quoted = "; ".join(
        f"page {one.page}, {one.reason}: {_plain(one.text)[:LETTERS] or 'the whole page or a drawn box'}"
        for one in behind[:QUOTED]
    )
    more = f"; and {len(behind) - QUOTED} more" if len(behind) > QUOTED else ""
    text = f"Held back in {old.name} and not found in this copy, which takes its place: {quoted}{more}"
    return {"purpose": Purpose.FLAG, "text": text, "anchor": Anchor(new.sha256, 1, Where.PAGE, "", ()).to_json()}
