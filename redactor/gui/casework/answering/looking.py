# SPDX-License-Identifier: AGPL-3.0-or-later
"""Questions the window asks about a case; nothing here changes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redactor.casefile.session import Holder
from redactor.domain.catalogue import Reason
from redactor.domain.dates import british, british_moment
from redactor.domain.geometry import Box
from redactor.domain.mentions import Mention, Role
from redactor.domain.pages import Where
from redactor.domain.problems import problem_again
from redactor.domain.saying import joined, say
from redactor.domain.slant import lay_of
from redactor.domain.why import why_again
from redactor.gui.casework.answering.arranging import document_rows
from redactor.gui.casework.answering.cues import cue_marks
from redactor.gui.casework.answering.others import others_marks
from redactor.gui.casework.answering.reviewing import note_marks
from redactor.gui.casework.answering.standing import changes_since
from redactor.gui.casework.session import Session
from redactor.gui.casework.told.case import CaseFacts, Change, Laid
from redactor.gui.casework.told.pages import Mark, PageKey, PageMarks, PageRow, WordBoxes
from redactor.operations.deciding.take_off import divisible, places_of
from redactor.operations.intake import turned as turning
from redactor.operations.intake.turned import turned
from redactor.operations.keeping.handover import WHICH
from redactor.operations.request.harm_class import paper_of
from redactor.operations.request.roster import case_roster
from redactor.operations.told.history import describe
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Ground, Outcome, Passage
from redactor.review.decisions.effective import PageOutcome
from redactor.review.decisions.standing import SHOWN


def laid(session: Session) -> Laid:
    """Facts, documents and pages."""
    view = session.view
    fact = view.fact
    holder = view.case.holder
    roster = case_roster(view)
    facts = CaseFacts(
        path=str(view.case.path),
        reference=str(fact("reference")),
        subject=str(fact("subject")),
        aliases=tuple(fact("aliases", ())),
        dob=str(fact("dob")),
        requester=str(fact("requester")),
        received=str(fact("received")),
        read_only=view.case.read_only,
        holder=_holder(holder) if holder else "",
        office=roster.office if roster else "",
        handed=_handed(view),
    )
    documents = document_rows(view)
    read = {(page.document, page.page): page for page in view.page_states}
    turns = turned(view)
    order = [(part.document, page) for part in view.state.arrangement.parts() for page in part.pages]
    pages = tuple(
        PageRow(
            p.document,
            p.page,
            p.width or 595.0,
            p.height or 842.0,
            str(p.status),
            problem_again(p.problem),
            problem_again(p.needs_eyes),
            turns.get((p.document, p.page), 0),
        )
        for p in (read[key] for key in order)
    )
    return Laid(facts, documents, pages)


def _handed(view: CaseView) -> str:
    """What this copy is, where it is one that was handed over."""
    copy = view.state.handed.all.get(str(view.case.get(WHICH, "")))
    if copy is None:
        return ""
    told = [say("A copy of the case, handed over to {name} on {date}", name=copy.to, date=british(copy.at))]
    names = [view.documents[sha].name for sha in copy.documents if sha in view.documents]
    if names:
        told.append(say("To be done in it: {names}", names=", ".join(names)))
    return joined([*told, *([copy.note] if copy.note else [])], ". ")


def _holder(holder: Holder) -> str:
    return say(
        "{name} on {host}, since {moment}", name=holder.name, host=holder.host, moment=british_moment(holder.since)
    )


def marks(session: Session, key: PageKey) -> PageMarks:
    """What is shown on a page, worked out for this page alone."""
    view = session.view
    mentions, outcome = view.on_page(key), view.outcome(key)
    shown = [_mention_mark(m, outcome, view) for m in mentions]
    rest = view.state.places.rest.get(key)
    shown += _passage_marks(view, view.state.places.passages.get(key, []), rest.source if rest else "")
    shown += [Mark(f"lost-{n}", "lost", a.boxes, a.text, status="redacted") for n, a in enumerate(outcome.lost)]
    shown += cue_marks(view, key)
    shown += others_marks(view, key)
    shown += note_marks(view, key)
    shown.sort(key=_reading_order)
    withheld = outcome.plan.withheld
    return PageMarks(key, tuple(shown), withheld.reason if withheld else "", paper_of(view, key))


def _reading_order(mark: Mark) -> tuple[float, float, str]:
    first = mark.boxes[0] if mark.boxes else Box(0, 1e6, 0, 1e6)
    return (round(first.y0 / 4), first.x0, mark.id)


def _mention_mark(mention: Mention, outcome: PageOutcome, view: CaseView) -> Mark:
    person = view.people.get(mention.person)
    ground = outcome.grounds.get(mention.id)
    return Mark(
        id=mention.id,
        kind="mention",
        boxes=mention.boxes if mention.where in SHOWN else (),
        text=mention.text,
        label=str(mention.label),
        role=str(person.role if person else Role.UNKNOWN),
        status=str(outcome.statuses[mention.id]),
        tier=str(mention.tier),
        person=mention.person,
        name=person.name if person else "",
        why=why_again(mention.why),
        reason=ground.reason if ground else "",
        decided=decided(ground),
        event=ground.source if ground else "",
        where=str(mention.where),
        score=mention.score,
        span=(mention.start, mention.end) if mention.where is Where.PAGE else None,
    )


def _passage_marks(view: CaseView, passages: Sequence[Passage], rest: str) -> list[Mark]:
    """``rest``: the event that hides the rest of the page, where one does."""
    events = {passage.ground.source for passage in passages}
    places = places_of(view, events) if events else {}
    several = {event for event, number in places.items() if number > 1}
    apart = divisible(view, several) if several else set()
    return [
        replace(
            _passage_mark(number, passage, rest),
            places=places[passage.ground.source],
            apart=passage.ground.source not in several - apart,
        )
        for number, passage in enumerate(passages)
    ]


def _passage_mark(number: int, passage: Passage, rest: str) -> Mark:
    ground = passage.ground
    kind = "harm" if passage.harm else "rest" if ground.source == rest else "passage"
    return Mark(
        id=f"{kind}-{number}-{ground.source[:12]}",
        kind=kind,
        boxes=passage.anchor.boxes,
        text=passage.anchor.text,
        status="redacted",
        reason=ground.reason,
        decided=decided(ground),
        event=ground.source,
        facts=tuple((name, told) for name, told in ground.fields if told.strip()) if passage.harm else (),
    )


def decided(ground: Ground | None) -> str:
    """Who decided what, when and why: "Redacted as TP by A. Khan, 3 March 2026"; "" when nobody did."""
    if ground is None:
        return ""
    told = say("Redacted as {reason}", reason=ground.reason) if ground.outcome is Outcome.REDACT else say("Left in")
    if ground.actor.name:
        told = say("{what} by {name}", what=told, name=ground.actor.name)
    if ground.at:
        told = say("{what}, {date}", what=told, date=british(ground.at))
    return joined([told, ground.why], ": ") if ground.why else told


def words(session: Session, key: PageKey) -> WordBoxes:
    """The page's words for selecting; empty for a page that is not read yet."""
    content = session.view.case.page(*key)
    if content is None:
        return WordBoxes(key, "", (), (), (), ())
    starts = content.offsets
    return WordBoxes(
        key,
        content.text,
        starts,
        tuple(s + len(w.text) for s, w in zip(starts, content.words, strict=True)),
        tuple(w.box for w in content.words),
        tuple(w.line + 10_000 * w.block for w in content.words),
        lay_of(content.words, content.width),
    )


def turn(session: Session, key: PageKey, quarters: int) -> None:
    """Keep for whoever opens the case next how somebody turned a page to read it."""
    turning.turn(session.view, key, quarters)


def mentions_of(session: Session, person: str) -> list[tuple[Mark, PageKey]]:
    """Every mention of one person, in the order of the record."""
    view = session.view
    root = view.person(person).id
    order = {sha: n for n, sha in enumerate(view.documents)}
    chosen = sorted(
        (m for m in view.mentions if m.person == root), key=lambda m: (order.get(m.document, 0), m.page, m.start)
    )
    keys = [(mention.document, mention.page) for mention in chosen]
    return [(_mention_mark(m, view.outcomes[key], view), key) for m, key in zip(chosen, keys, strict=True)]


def changes(session: Session) -> tuple[list[Change], bool]:
    """What was done since the identity in use last did something in this case; and whether that is all there is."""
    key = session.identity.key if session.identity else ""
    first = not any(event.actor.key == key for event in session.view.state.events if key)
    return changes_since(session.view, key), first


def standing_fields(session: Session, reason: str) -> dict[str, str]:
    """What is on record already for a reason, to show before somebody stands behind it."""
    from redactor.operations.deciding.decide import third_party_fields

    return third_party_fields(session.view, reason, {}, "")


def reasons(session: Session) -> list[Reason]:
    """Every reason in the words of this case."""
    return list(session.view.state.wording.reasons.values())


def grounds(session: Session, event: str) -> tuple[str, dict[str, str], str]:
    """The reason and fields a decision rests on, and what it was, to put them right."""
    found = next(e for e in session.view.state.events if e.id == event)
    fields = {str(k): str(v) for k, v in dict(found.payload.get("fields", {})).items()}
    return str(found.payload.get("reason", "")), fields, describe(found, session.view)
