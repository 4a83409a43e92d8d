# SPDX-License-Identifier: AGPL-3.0-or-later
"""Classes of documents and opinions on serious harm: propose, confirm, ask a clinician, record what they said."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from redactor.casefile.identity import Identity
from redactor.domain.catalogue import appropriate, health_professionals
from redactor.domain.dates import british
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Anchor, Event, Kind
from redactor.domain.plan import Redaction
from redactor.domain.saying import say
from redactor.operations.request.passage_classes import health_passages, readable_health
from redactor.operations.view import CaseView
from redactor.release.letter import Block, Letter, heading, paragraph
from redactor.review.request.classes import NAMES
from redactor.review.request.opinions import (
    FINDINGS,
    Lack,
    Question,
    class_lacks,
    harm_lacks,
    health_lacks,
    passage_lacks,
)
from redactor.review.todo_items import TodoItem, TodoKind, item_id, settle_words

#: Sch 3 para 6: how old an opinion that the test is not met may be on the day of disclosure, in months.
LASTS = 6


def classes_now(view: CaseView) -> dict[str, str]:
    """The class each document of the case has: as confirmed, else as proposed."""
    confirmed = view.state.classes.confirmed
    return {sha: confirmed.get(sha, view.class_proposals[sha].kind) for sha in view.documents}


def confirm_classes(view: CaseView, classes: Mapping[str, str], *, signer: Identity | None = None) -> Event:
    """Confirm the class of these documents (SHA-256 to class) in one event. Raises BadInput."""
    view.case.require_writable()
    for sha, kind in classes.items():
        if sha not in view.documents:
            raise BadInput("this document is not in the case", sha[:12])
        if kind not in NAMES:
            raise BadInput(
                say("'{kind}' is no class of data", kind=kind),
                view.documents[sha].name,
                say("Use: {known}", known=", ".join(NAMES)),
            )
    if not classes:
        raise BadInput("no document was named", do="Name documents, or confirm all as proposed (--confirm)")
    return view.record(Kind.CLASSES_CONFIRMED, classes_payload(view, classes), signer)


def classes_payload(view: CaseView, classes: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The payload that confirms ``classes``, or everything not confirmed yet as it is proposed."""
    if classes is None:
        classes = {sha: kind for sha, kind in classes_now(view).items() if sha not in view.state.classes.confirmed}
    proposed = view.class_proposals
    rows = [{"document": sha, "class": kind, "proposed": proposed[sha].kind} for sha, kind in classes.items()]
    return {"classes": rows}


# -- what is missing -----------------------------------------------------------------------------------------


def disclosure_day(view: CaseView, today: datetime.date | None = None) -> datetime.date:
    """The day the bundle is planned to leave, or today when none is planned or it has passed."""
    now = today or datetime.date.today()
    return max(view.state.request.sending or now, now)


def lacks(view: CaseView, day: datetime.date) -> Iterator[Lack]:
    """Every opinion that is missing, too old on ``day``, contradicted, or for the wrong class of data."""
    state, outcomes = view.state, view.outcomes
    released: dict[str, int] = {}
    redactions: list[Redaction] = []
    for key in view.release_keys:
        plan = outcomes[key].plan
        if plan.withheld is None:
            released.setdefault(*key)
            redactions += plan.redactions
        else:
            redactions.append(plan.withheld)
    reasons = state.wording.reasons
    needs = {code: reason.opinion_months for code, reason in reasons.items() if "opinion_date" in dict(reason.fields)}
    yield from health_lacks(state.classes.confirmed, released, state.ledger, LASTS, day)
    yield from harm_lacks(redactions, needs, state.ledger, day)
    yield from passage_lacks(readable_health(view), state.ledger, LASTS, day)
    data = {code: reason.data for code, reason in reasons.items()}
    yield from class_lacks(redactions, state.classes.confirmed, data, state.classes.of)


def evidence_items(view: CaseView, today: datetime.date | None = None) -> Iterator[TodoItem]:
    """What classes and opinions leave to do."""
    if not view.analysed:
        return
    open_ = sorted({sha for sha, _ in view.release_keys} - view.state.classes.confirmed.keys())
    # Where nothing looks like health data the classes change nothing, and nobody is stopped for them.
    if any(view.class_proposals[sha].kind == "health" for sha in open_):
        yield _class_item(view, open_)
    for lack in lacks(view, disclosure_day(view, today)):
        kind = TodoKind.REQUESTER if lack.key[0] == "class" else TodoKind.OPINION
        identity = item_id(kind, *lack.key)
        if identity in view.state.settled and lack.knows:
            continue
        how = "redactor opinion CASE records opinions and writes the extract to ask for them"
        if lack.knows:
            how += f"; if the subject has seen or knows it already: {settle_words(kind, identity)}"
        elif lack.event:
            how += f"; or undo it (redactor undo CASE {lack.event[:12]} --as ID) and decide again"
        name = view.documents[lack.document].name
        text = f"{name}: {lack.text}" if lack.knows else lack.text
        yield TodoItem(identity, kind, lack.document, lack.page, text, how, event=lack.event)


def _class_item(view: CaseView, documents: Sequence[str]) -> TodoItem:
    counts = Counter(view.class_proposals[sha].kind for sha in documents)
    looks = ", ".join(f"{counts[kind]} {NAMES[kind].lower()}" for kind in NAMES if counts[kind])
    number = "1 document has" if len(documents) == 1 else f"{len(documents)} documents have"
    identity = item_id(TodoKind.CLASS, *documents)
    how = f"See redactor classes CASE, put right what is wrong, then {settle_words(TodoKind.CLASS, identity)}"
    return TodoItem(identity, TodoKind.CLASS, "", 0, f"{number} no confirmed class; they look like: {looks}", how)


def require_opinions(view: CaseView, today: datetime.date | None = None) -> None:
    """Raises Refused when an opinion the release rests on has run out by the day it leaves."""
    for item in evidence_items(view, today):
        raise Refused(
            say("an opinion is missing or has run out: {text}", text=item.text),
            do="Ask again, submit and approve again",
        )


# -- asking and answering ------------------------------------------------------------------------------------


def open_questions(view: CaseView) -> list[tuple[str, Anchor | None]]:
    """What a clinician would be asked now: passages held back for harm to health, and documents of health data."""
    wanted: dict[tuple[str, str], tuple[str, Anchor | None]] = {}
    for key in view.release_keys:
        for redaction in view.outcomes[key].plan.redactions:
            if redaction.reason in ("H-HARM", "H-NOOP"):
                anchor = Anchor(redaction.document, redaction.page, redaction.where, redaction.text, redaction.boxes)
                wanted.setdefault(
                    (redaction.document, f"{redaction.page} {redaction.text}"), (redaction.document, anchor)
                )
    for anchor in health_passages(view):
        wanted.setdefault((anchor.document, f"{anchor.page} {anchor.text}"), (anchor.document, anchor))
    released = {sha for sha, page in view.release_keys if view.outcomes[sha, page].plan.withheld is None}
    for sha, kind in classes_now(view).items():
        if kind == "health" and sha in released:
            wanted[sha, ""] = (sha, None)
    return list(wanted.values())


def ask_opinion(
    view: CaseView, whom: str, *, asked: datetime.date | None = None, signer: Identity | None = None
) -> tuple[Event, Letter]:
    """Put every open question to a clinician: a journal event that numbers them, and the extract to send.

    Raises BadInput without a name, Refused when there is nothing to ask."""
    view.case.require_writable()
    if not whom.strip():
        raise BadInput("an extract goes to somebody", do="Say to whom")
    questions = open_questions(view)
    if not questions:
        raise Refused(
            "there is nothing to ask a clinician", do="No passage is held back as health data, and no document is"
        )
    first = max(view.state.ledger.questions, default=0) + 1
    rows = [
        {"number": first + n, "document": sha, **({"anchor": anchor.to_json()} if anchor else {})}
        for n, (sha, anchor) in enumerate(questions)
    ]
    day = asked or datetime.date.today()
    event = view.record(Kind.OPINION_ASKED, {"whom": whom.strip(), "asked": day.isoformat(), "questions": rows}, signer)
    return event, extract(view, [view.state.ledger.questions[first + n] for n in range(len(questions))])


def extract(view: CaseView, questions: Sequence[Question]) -> Letter:
    """The passages and documents for a clinician, numbered, with room for the answers. Not for the requester."""
    subject, dob = str(view.fact("subject")), str(view.fact("dob"))
    blocks: list[Block] = [
        heading("Your opinion on serious harm"),
        paragraph(
            f"Confidential: for {questions[0].whom}\nReference {view.fact('reference')}\n{british(questions[0].asked)}"
        ),
        paragraph(f"About {subject}{f', born {british(datetime.date.fromisoformat(dob))}' if dob else ''}."),
        paragraph(
            "A request has been made to see these records. The Data Protection Act 2018 (Schedule 3, Part 2) lets us "
            "share health data only if the appropriate health professional has said, within the last six months, that "
            "the serious harm test is not met; and lets us hold it back only if they have said that it is."
        ),
        paragraph(
            "The test is met if sharing it would be likely to cause serious harm to the physical or mental health of "
            "the person it is about, or of somebody else. Upset, anger, embarrassment or a damaged relationship are "
            "not serious harm."
        ),
        paragraph(
            "For each number below, please say whether the test is met, who would be harmed, how likely and how "
            "serious that is. Please also say what your profession is, and whether you are or were responsible for "
            "their care in this matter."
        ),
    ]
    for question in questions:
        name = view.documents[question.document].name
        if question.anchor is not None:
            blocks.append(heading(f"{question.number}. A passage on page {question.anchor.page} of {name}", 2))
            blocks.append(paragraph(question.anchor.text))
        else:
            blocks.append(heading(f"{question.number}. All of {name}", 2))
            blocks += _document_text(view, question.document)
        blocks.append(paragraph("[  ]  The test is met.      [  ]  The test is not met.\nBecause: " + "_" * 60))
    blocks += [
        heading("Your signature", 2),
        paragraph("Name and profession: " + "_" * 44),
        paragraph("Registration number: ____________________    Date: ________________"),
        paragraph("Signature: " + "_" * 40),
    ]
    return Letter(f"Extract for an opinion, reference {view.fact('reference')}", tuple(blocks))


def _document_text(view: CaseView, sha: str) -> Iterator[Block]:
    for page in range(1, view.documents[sha].pages + 1):
        content = view.case.page(sha, page)
        text = " ".join(content.text.split()) if content else ""
        yield paragraph(f"Page {page}: {text or '(no text could be read; see the page itself)'}")


def record_opinion(
    view: CaseView,
    finding: str,
    *,
    by: str,
    profession: str,
    basis: str,
    given: str,
    text: str,
    numbers: Sequence[int] = (),
    documents: Sequence[str] = (),
    signer: Identity | None = None,
) -> Event:
    """Record what a health professional said, about numbered questions or whole documents (SHA-256).

    Raises BadInput for a finding, profession or date that is none, and Refused for anybody who is not the appropriate
    health professional (DPA 2018 Sch 3 para 2(1), s.204(1))."""
    from redactor.operations.request.case import iso_date

    view.case.require_writable()
    if finding not in FINDINGS:
        raise BadInput(say("'{finding}' is no finding", finding=finding), do="Use met or not_met")
    if profession not in health_professionals():
        raise Refused(
            say(
                "'{profession}' is no health professional within section 204 of the Act: the opinion does not count",
                profession=profession,
            ),
            do=say("Use one of: {known}", known=", ".join(health_professionals())),
        )
    if basis not in appropriate():
        raise Refused(
            "it is not on record why this is the appropriate health professional",
            do=say("Use one of: {known}", known=", ".join(appropriate())),
        )
    day = iso_date(given, "date of the opinion")
    if not by.strip() or not day or not text.strip():
        raise BadInput("an opinion has its giver, its date and its words", do="Give --by, --given and --text")
    questions = view.state.ledger.questions
    unknown = [number for number in numbers if number not in questions]
    if unknown:
        raise BadInput(
            say("no question has the number {unknown}", unknown=unknown[0]), do="redactor opinion CASE lists them"
        )
    asked = [questions[number] for number in numbers]
    whole = [*documents, *(q.document for q in asked if q.anchor is None)]
    anchors = [q.anchor.to_json() for q in asked if q.anchor is not None]
    if not whole and not anchors:
        raise BadInput("the opinion is about nothing", do="Give --number N or --file F")
    payload = {
        "finding": finding,
        "by": " ".join(by.split()),
        "profession": profession,
        "appropriate": basis,
        "given": day,
        "text": " ".join(text.split()),
        "documents": list(dict.fromkeys(whole)),
        "anchors": anchors,
        "numbers": list(numbers),
    }
    return view.record(Kind.OPINION_RECORDED, payload, signer)
