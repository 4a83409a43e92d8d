# SPDX-License-Identifier: AGPL-3.0-or-later
"""Hand over a copy of the case by file, and take in what was done in it: for halves of a case, and for approval.

There is no network: a copy goes to another machine on a stick, encrypted under a passphrase of its own, and comes
back. If nothing was done here meanwhile, what comes back is simply what happened next, an approval included. If both
went on, the two journals come together in an event with two parents, and a submission or approval is void.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redactor.casefile.codec import pack
from redactor.casefile.identity import Identity
from redactor.casefile.joining import Joining, Paper
from redactor.casefile.pages import Packed, packed
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput, RedactorError, Refused
from redactor.domain.journal import Event, Kind, canonical
from redactor.domain.lineage import in_order
from redactor.domain.pages import PageStatus
from redactor.domain.saying import say
from redactor.operations.view import CaseView
from redactor.review.merge.handed import NO_WORK, For
from redactor.review.merge.merged import Conflict
from redactor.review.merge.merging import compare, to_payload
from redactor.review.merge.merging_words import Words

#: The fact by which a copy knows which it is.
WHICH = "handed/copy"
#: Facts that are each copy's own, or that are given once everything else is in.
_OWN = (WHICH, "findings_revision", "analysed")
_UNREAD = (PageStatus.PENDING, PageStatus.NEEDS_OCR)


@dataclass(frozen=True, slots=True)
class CameBack:
    """What a copy brought: ``merged`` when both sides had gone on, ``events`` that are new here, of which ``done``
    are more than handing it on, ``papers`` new here, and the conflicts somebody has to decide. ``analyse``: the case is
    to be analysed again."""

    event: Event
    who: str
    merged: bool
    events: int
    done: int
    papers: int
    conflicts: tuple[Conflict, ...]
    analyse: bool


def hand_over(
    view: CaseView,
    out: Path,
    passphrase: str,
    *,
    to: str,
    purpose: For = For.OTHER,
    documents: Sequence[str] = (),
    note: str = "",
    signer: Identity | None = None,
) -> Event:
    """Write a copy of the case for somebody, and put on record that it exists. ``documents`` are the SHA-256 of what
    they are to do. Raises BadInput for a name, file or passphrase that cannot be used; then nothing was handed over."""
    case = view.case
    case.require_writable()
    to = " ".join(to.split())
    if not to:
        raise BadInput("a copy goes to somebody", do="Say to whom (--to NAME)")
    if not passphrase:
        raise BadInput("a copy needs a passphrase of its own", do="Give one, and pass it on another way than the file")
    if out.exists() or not out.parent.is_dir():
        what = "there is a file of this name already" if out.exists() else "its folder does not exist"
        raise BadInput(what, str(out), "Choose another name; nothing was handed over")
    if case.opens_with(passphrase):
        do = "Choose another, and pass it on another way than the file"
        raise BadInput("this is the case's own passphrase", do=do)
    if unknown := next((sha for sha in documents if sha not in view.documents), None):
        raise BadInput(
            say("the case has no document '{unknown}'", unknown=unknown[:12]), do="redactor documents CASE lists them"
        )
    payload: dict[str, Any] = {
        "copy": uuid.uuid4().hex,
        "to": to,
        "purpose": str(purpose),
        "documents": list(documents),
        "note": " ".join(note.split()),
    }
    if within := str(case.get(WHICH, "")):
        payload["within"] = within
    # First on record, so that the copy holds it too: what is done in it follows this event.
    event = view.record(Kind.HANDED_OVER, payload, signer)
    try:
        case.copy_to(out, passphrase, {WHICH: payload["copy"]})
    except RedactorError:
        view.record(Kind.BROUGHT_BACK, {"copy": payload["copy"], "from": to, "events": 0, "failed": True}, signer)
        raise
    return event


def bring_back(view: CaseView, path: Path, passphrase: str, *, signer: Identity | None = None) -> CameBack:
    """Take in what was done in a copy. Raises BadInput when it cannot be opened, and Refused for a copy of another
    case, one that was tampered with, and one that holds nothing new; then nothing was changed."""
    view.case.require_writable()
    if path.exists() and path.samefile(view.case.path):
        raise BadInput("this is the case itself", str(path), "Give the copy that came back")
    with CaseFile.open(path, passphrase, write=False) as other:
        return _take_in(view, other, str(path), signer)


def _take_in(view: CaseView, other: CaseFile, where: str, signer: Identity | None) -> CameBack:
    here, there = view.case.events(), _events(other, where)
    if not there or not here or here[0].id != there[0].id:
        raise Refused("this is a copy of another case", where, "Open the case it belongs to; nothing was changed")
    if problems := other.check():
        do = "Nothing was taken in. Ask for another copy, and tell your office"
        raise Refused(say("the copy is not sound: {problem}", problem=problems[0]), where, do)
    if problems := view.case.check():
        raise Refused(
            say("this case is not sound: {problem}", problem=problems[0]), str(view.case.path), "Restore a copy first"
        )
    _require_beginning(other, here, there, where)
    ours, theirs = {event.id for event in here}, {event.id for event in there}
    new = [event for event in there if event.id not in ours]
    if not new:
        raise Refused("nothing was done in this copy that is not here already", where, "Nothing was changed")
    own = [event for event in here if event.id not in theirs]
    label = _label(view, other, there)
    if not own:
        return _go_on(view, other, new, label, signer)
    return _merge(view, other, [e for e in here if e.id in theirs], own, new, label, signer)


def _events(other: CaseFile, where: str) -> list[Event]:
    try:
        return other.events()
    except BadInput as error:
        do = "Nothing was taken in. Ask for another copy, and tell your office"
        raise Refused(say("the copy is not sound: {reason}", reason=error.what), where, do) from None


def _require_beginning(other: CaseFile, here: Sequence[Event], there: Sequence[Event], where: str) -> None:
    """What a copy was handed over with must still be in it: its journal may have been cut back and written anew."""
    copy = str(other.get(WHICH, ""))
    given = next((e for e in here if e.kind is Kind.HANDED_OVER and e.payload["copy"] == copy), None)
    if given is not None and given.id not in {event.id for event in there}:
        do = "Nothing was taken in. Ask for another copy, and tell your office"
        raise Refused("the copy is not sound: it does not begin with what was handed over", where, do)


def _label(view: CaseView, other: CaseFile, there: Sequence[Event]) -> dict[str, str]:
    """Which copy this is, as far as is known, and from whom it comes."""
    handed = {str(e.payload["copy"]): e for e in there if e.kind is Kind.HANDED_OVER}
    copy = str(other.get(WHICH, ""))
    known = handed.get(copy)
    ours = view.state.handed.all
    while known is not None and copy not in ours and known.payload.get("within") in handed:
        # Made from a copy, to be sent back: it is that copy that comes back.
        copy = str(known.payload["within"])
        known = handed[copy]
    mine = str(view.case.get(WHICH, ""))
    if known is None and mine:
        # The case itself, taken into a copy of it.
        given = next((e for e in there if e.kind is Kind.HANDED_OVER and e.payload["copy"] == mine), None)
        return {"copy": "", "from": given.actor.name if given and given.actor.name else "the case it was made from"}
    return {"copy": copy if known else "", "from": str(known.payload["to"]) if known else "somebody"}


def _go_on(
    view: CaseView, other: CaseFile, new: Sequence[Event], label: Mapping[str, str], signer: Identity | None
) -> CameBack:
    """Nothing was done here meanwhile: what was done there is what happened next. An approval counts."""
    case = view.case
    changed = [d.sha256 for d in case.documents() if other.content_digest(d.sha256) != case.content_digest(d.sha256)]
    papers = _papers(other, new)
    added = [paper.document.sha256 for paper in papers]

    def read() -> Iterator[tuple[str, Packed]]:
        for sha in [*changed, *added]:
            for content in other.pages(sha):
                yield sha, packed(content)

    kept = {name: value for name, value in other.packed_facts().items() if name not in _OWN}
    again = other.get("findings_revision", 0) != case.get("findings_revision", 0)
    if again:
        # Until what was found there is here too.
        kept["analysed"] = pack([])
    done = _done(new)
    payload = {**label, "events": len(new), "done": done}
    rows = _rows(other, {event.id for event in new})
    joining = Joining(rows, papers, {}, read, kept)
    event = case.join(joining, (new[-1].id,), Kind.BROUGHT_BACK, payload, signer=signer)
    for sha in [*changed, *added]:
        case.put_parts(sha, other.parts(sha))
    there = {"findings_revision": case.get("findings_revision", 0) + 1, "analysed": other.get("analysed", [])}
    if again:
        case.replace_findings(other.mentions(), other.people(), there)
    else:
        case.put_many(there)
    view.refresh()
    return CameBack(event, label["from"], False, len(new), done, len(added), (), not view.analysed)


def _merge(
    view: CaseView,
    other: CaseFile,
    common: Sequence[Event],
    own: Sequence[Event],
    new: Sequence[Event],
    label: Mapping[str, str],
    signer: Identity | None,
) -> CameBack:
    case = view.case
    sides = sorted([(own[-1].id, own), (new[-1].id, new)])
    heads = (sides[0][0], sides[1][0])
    words = Words([*common, *own, *new])
    comparison = compare(common, (sides[0][1], sides[1][1]), heads, words.tell, words.title)
    if comparison.unknown:
        do = "Bring it back into the case as it was handed over"
        raise Refused(
            say("both copies hold what cannot be merged: {known}", known=", ".join(comparison.unknown)), do=do
        )
    positions = _positions([*common, *own, *new], common)
    held = {document.sha256 for document in case.documents()}
    papers = [paper for paper in _papers(other, new) if paper.document.sha256 not in held]
    done = _done(new)
    payload = {**to_payload(comparison), **label, "events": len(new), "done": done, "positions": positions}
    joining = Joining(
        _rows(other, {event.id for event in new}),
        papers,
        positions,
        lambda: _read_there(case, other, [paper.document.sha256 for paper in papers]),
        {**_releases(other), "carried": pack(_carried(case, other))},
    )
    event = case.join(joining, heads, Kind.MERGED, payload, signer=signer)
    for paper in papers:
        case.put_parts(paper.document.sha256, other.parts(paper.document.sha256))
    again = other.get("findings_revision", 0) != case.get("findings_revision", 0)
    if again:
        # What was found there is not here; the next analysis finds it, and knows the people of both.
        case.put("analysed", [])
    view.refresh()
    conflicts = tuple(view.state.merged.open())
    return CameBack(event, label["from"], True, len(new), done, len(papers), conflicts, not view.analysed)


def _done(new: Sequence[Event]) -> int:
    return sum(event.kind not in NO_WORK for event in new)


def _rows(other: CaseFile, wanted: set[str]) -> list[tuple[Any, ...]]:
    return [row for row in other.rows() if row[1] in wanted]


def _papers(other: CaseFile, new: Sequence[Event]) -> list[Paper]:
    documents = {document.sha256: document for document in other.documents()}
    papers: dict[str, Paper] = {}
    for event in new:
        sha = str(event.payload.get("sha256", "")) if event.kind is Kind.DOCUMENT_ADDED else ""
        if sha in documents and sha not in papers:
            document = documents[sha]
            papers[sha] = Paper(
                document,
                event.id,
                other.document_places(sha),
                lambda sha=sha: other.document_bytes(sha),  # type: ignore[misc]
                lambda sha=sha, made=document.conversion: other.source_bytes(sha) if made else b"",  # type: ignore[misc]
            )
    return list(papers.values())


def _positions(events: Sequence[Event], common: Sequence[Event]) -> dict[str, int]:
    """The place of every document that either side added: behind those both had, in the order of the journal."""
    before = {str(e.payload["sha256"]) for e in common if e.kind is Kind.DOCUMENT_ADDED}
    added = [str(e.payload["sha256"]) for e in in_order(events) if e.kind is Kind.DOCUMENT_ADDED]
    new = [sha for sha in dict.fromkeys(added) if sha not in before]
    return {sha: len(before) + n for n, sha in enumerate(new, start=1)}


def _read_there(case: CaseFile, other: CaseFile, papers: Sequence[str]) -> Iterator[tuple[str, Packed]]:
    """Pages that were read there and are unread here; all of the papers that come in."""
    waiting = {(state.document, state.page) for state in case.page_states() if state.status in _UNREAD}
    for state in other.page_states():
        key = (state.document, state.page)
        if state.status not in _UNREAD and (key in waiting or state.document in papers):
            content = other.page(*key)
            if content is not None:
                yield state.document, packed(content)


def _releases(other: CaseFile) -> dict[str, bytes]:
    return {name: value for name, value in other.packed_facts().items() if name.startswith("release/")}


def _carried(case: CaseFile, other: CaseFile) -> list[Any]:
    """What decisions covered before an analysis, on either side: it stays redacted."""
    rows = [*case.get("carried", []), *other.get("carried", [])]
    return list({canonical(row): row for row in rows}.values())
