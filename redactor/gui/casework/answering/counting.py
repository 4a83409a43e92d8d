# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole case worked out again after every decision: who is left, what is left, what is held back on each page."""

from __future__ import annotations

from collections import Counter, defaultdict
from concurrent.futures import Executor

from redactor.domain.geometry import Box
from redactor.domain.journal import Anchor
from redactor.domain.mentions import Mention, Person, Role, Tier
from redactor.domain.pages import Where
from redactor.domain.why import why_again
from redactor.gui.casework.answering.cues import suggestion
from redactor.gui.casework.answering.looking import decided
from redactor.gui.casework.session import Session
from redactor.gui.casework.told.case import Counted
from redactor.gui.casework.told.pages import PageFlag, PageKey
from redactor.gui.casework.told.people import PersonRow, TodoRow
from redactor.operations.checking.widths import ahead, on_pages
from redactor.operations.deciding.accepting import make_ready
from redactor.operations.left.todo import left_to_do
from redactor.operations.told.same_words import same_words
from redactor.operations.told.sentences import spots_of
from redactor.operations.view import CaseView
from redactor.review.decisions.standing import SHOWN
from redactor.review.questions.staff import Staff, may_be_staff
from redactor.review.request.consent import Answer
from redactor.review.todo_items import SETTLED_BY, TodoItem, TodoKind

#: What only the sweep over everything finds.
SWEPT = frozenset({TodoKind.RESIDUAL, TodoKind.INCONSISTENT, TodoKind.ARRANGEMENT})


def count(session: Session, executor: Executor | None, turn: int, *, residual: bool) -> Counted:
    """The whole case worked out again, on the second view. ``residual`` also sweeps for what could still be read."""
    view = session.counting
    outcomes = view.outcomes
    items = left_to_do(view, executor, residual=residual)
    if residual:
        session.residual = [item for item in items if item.kind in SWEPT]
        session.widths = _widths(view) if view.analysed else ""
    else:
        # What the last sweep found stays on the list until the next one says otherwise; it would come and go else.
        items += [item for item in session.residual if item.id not in view.state.settled]
    session.items = {item.id: item for item in items}
    left: Counter[PageKey] = Counter()
    for item in items:
        for key in {(a.document, a.page) for a in item.anchors} or {(item.document, item.page)}:
            left[key] += 1
    flags = {
        key: PageFlag(left[key], len(outcome.plan.redactions), outcome.plan.withheld is not None)
        for key, outcome in outcomes.items()
        if left[key] or outcome.plan.redactions or outcome.plan.withheld
    }
    # Beside the count stands what accepting would do: it is pressed next, and then only has to be written down.
    session.ready = make_ready(view)
    redactions = sum(flag.redacted for flag in flags.values())
    return Counted(
        turn,
        tuple(_people(view)),
        flags,
        tuple(_todo_row(item, view) for item in items),
        view.analysed,
        residual,
        redactions,
        session.widths,
        _acceptable(view),
    )


def _widths(view: CaseView) -> str:
    known = ahead(view)
    return known.sentence("", on_pages(view, known))


def _acceptable(view: CaseView) -> tuple[int, int, int]:
    people: set[str] = set()
    mentions = pages = 0
    outcomes = view.outcomes
    for key in view.by_page:
        open_ = [mention.person for mention in outcomes[key].proposed if mention.tier is Tier.PROPOSED]
        people.update(open_)
        mentions += len(open_)
        pages += bool(open_)
    return (len(people - {""}), mentions, pages)


def _people(view: CaseView) -> list[PersonRow]:
    groups: dict[str, list[Mention]] = defaultdict(list)
    undecided: Counter[str] = Counter()
    #: Whom accepting what is proposed would hide.
    hidden: set[str] = set()
    outcomes = view.outcomes
    for mention in view.mentions:
        groups[mention.person].append(mention)
    for key in view.by_page:
        open_ = [mention for mention in outcomes[key].proposed if mention.where in SHOWN]
        undecided.update(mention.person for mention in open_)
        hidden.update(mention.person for mention in open_ if mention.tier is Tier.PROPOSED)
    return [
        _person_row(
            person,
            groups.get(person.id, []),
            undecided[person.id],
            may_be_staff(person, view.state) if person.id in hidden else Staff.NO,
            view,
        )
        for person in view.people.values()
    ]


def _person_row(person: Person, mentions: list[Mention], undecided: int, staff: Staff, view: CaseView) -> PersonRow:
    # What is not drawn into the page (bookmarks, file names) is never carried into a release: it needs no decision.
    shown = [m for m in mentions if m.where in SHOWN]
    sure = [m for m in shown if m.tier is Tier.PROPOSED]
    ground = view.state.ground_for(person.id)
    consent = view.state.consents.of(person.id)
    first = next(((m.document, m.page) for m in mentions if m.page and m.where is Where.PAGE), None)
    return PersonRow(
        id=person.id,
        name=person.name,
        aliases=person.aliases,
        role=str(person.role),
        profession=str(person.profession or ""),
        relationship=person.relationship,
        why=why_again(person.why),
        mentions=len(shown),
        pages=len({(m.document, m.page) for m in shown}),
        possible=len(shown) - len(sure),
        decision=str(ground.outcome) if ground else "",
        reason=ground.reason if ground else "",
        decided=decided(ground),
        proposal="disclose" if person.role in (Role.SUBJECT, Role.PROFESSIONAL) else "redact",
        first=first,
        undecided=undecided,
        agreed=consent.text("scope") if consent.answer is Answer.GIVEN else "",
        spots=spots_of(mentions),
        staff=str(staff),
    )


def _todo_row(item: TodoItem, view: CaseView) -> TodoRow:
    boxes: tuple[Box, ...] = ()
    anchor: Anchor | None = next(
        (a for a in item.anchors if (a.document, a.page) == (item.document, item.page) and a.boxes), None
    )
    if anchor is not None:
        boxes = anchor.boxes
    suggested = suggestion(view, item) if item.kind is TodoKind.HARM_CUE else ("", "")
    return TodoRow(
        item.id,
        str(item.kind),
        item.document,
        item.page,
        item.text,
        SETTLED_BY.get(item.kind, ()),
        item.person,
        item.mentions[:1],
        boxes,
        item.event,
        *suggested,
        item.other,
        item.subkind,
        item.title,
        item.detail,
        len(item.stands) or 1,
        same_words(view, item.stands),
        len(item.mentions) == 1,
    )
