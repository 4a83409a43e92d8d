# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window asks and decides about the evidence of a case: its wording, its request, consents, opinions."""

from __future__ import annotations

from pathlib import Path

from redactor.domain.dates import british
from redactor.domain.errors import BadInput
from redactor.domain.geometry import Box
from redactor.domain.saying import joined, say
from redactor.gui.casework.session import Session
from redactor.gui.casework.told.ledger import ClassRow, LedgerNow, LedgerRow
from redactor.operations.deciding.places import box_anchor, span_anchor
from redactor.operations.releasing.letters import write_letter
from redactor.operations.releasing.settings import change_settings, settings_of
from redactor.operations.releasing.wording import use_wording
from redactor.operations.request.consent import consent_letter as letter_to
from redactor.operations.request.consent import record_consent, standing_of
from redactor.operations.request.opinions import (
    LASTS,
    classes_now,
    confirm_classes,
    disclosure_day,
    lacks,
    record_opinion,
)
from redactor.operations.request.opinions import ask_opinion as ask_clinician
from redactor.operations.request.passage_classes import class_passage
from redactor.operations.request.request import clock_of, record_request
from redactor.review.request.classes import NAMES
from redactor.review.request.clock import Clock
from redactor.review.request.consent import Standing
from redactor.review.request.opinions import FINDINGS
from redactor.review.request.request import Request


def wording(session: Session, path: str) -> None:
    """The case takes the council's wording in this file ("": the usual one)."""
    data = b""
    if path:
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise BadInput("the wording cannot be read", path, "Check the path") from error
    use_wording(session.view, data, Path(path).name, signer=session.identity)


def request_now(session: Session) -> tuple[Request, Clock]:
    """The request on record and its time limit as it stands today."""
    return session.view.state.request, clock_of(session.view)


def request(session: Session, facts: dict[str, str]) -> None:
    """Put facts of the request on record."""
    record_request(session.view, facts, signer=session.identity)


def looks_now(session: Session) -> dict[str, str]:
    """How the release looks: every setting and its value."""
    return settings_of(session.view)


def looks(session: Session, values: dict[str, str]) -> None:
    """Choose how the release looks."""
    change_settings(session.view, values, signer=session.identity)


def consent_of(session: Session, person: str) -> Standing:
    """Where one other person stands."""
    return standing_of(session.view, person)


def consent(session: Session, person: str, facts: dict[str, str]) -> None:
    """Put facts about one other person on record."""
    record_consent(session.view, person, facts, signer=session.identity)


def consent_letter(session: Session, person: str, path: str, information: str = "") -> None:
    """Write the letter that asks somebody for their consent to a new file."""
    letter = letter_to(session.view, person, information=information)
    write_letter(Path(path), letter, f"Reference {session.view.fact('reference')}")


# -- classes and opinions ----------------------------------------------------------------------------------


def opinions_now(session: Session) -> LedgerNow:
    """Every document's class, and the ledger with what is lacking."""
    view = session.view
    confirmed, ledger, day = view.state.classes.confirmed, view.state.ledger, disclosure_day(view)
    names = {sha: document.name for sha, document in view.documents.items()}
    classes = tuple(
        ClassRow(sha, names[sha], kind, sha in confirmed, view.class_proposals[sha].why)
        for sha, kind in classes_now(view).items()
    )
    rows = [
        LedgerRow(
            "-".join(lack.key), "lacking", names[lack.document], lack.text, say("page {page}", page=lack.page), "bad",
            document=lack.document if lack.knows else "", place=(lack.document, lack.page),
        )
        for lack in lacks(view, day)
    ]  # fmt: skip
    for number, question in sorted(ledger.questions.items()):
        name = names.get(question.document, "")
        place = (
            say("{name}, page {page}", name=name, page=question.anchor.page)
            if question.anchor
            else say("{name}, the whole document", name=name)
        )
        asked = say("Asked {whom}, {date}", whom=question.whom, date=british(question.asked))
        text = f"“{question.anchor.text[:80]}”" if question.anchor else asked
        whole = "" if question.anchor else question.document
        rows.append(LedgerRow(f"q{number}", "question", f"{number}. {place}", text, "", "", number, whole))
    for anchor, kind in view.state.classes.passages:
        title = f"{NAMES[kind]}: “{anchor.text[:60]}”"
        rows.append(
            LedgerRow(
                "-".join(map(str, anchor.to_json())),
                "passage",
                title,
                say("{name}, page {page}", name=names[anchor.document], page=anchor.page),
                "",
                "",
            )
        )
    for found in ledger.opinions:
        counts = found.counts_on(day, LASTS)
        about = [names.get(sha, "") for sha in found.documents]
        about += [say("a passage on page {page}", page=anchor.page) for anchor in found.anchors]
        badge, tone = (
            (say("until {date}", date=british(found.until(LASTS))), "good") if counts else (say("too old"), "bad")
        )
        title = joined([FINDINGS[found.finding], joined([found.by, british(found.given)])], ": ")
        rows.append(LedgerRow(found.event, "opinion", title, joined(about), badge, tone))
    return LedgerNow(classes, tuple(rows))


def classes(session: Session, classes: dict[str, str]) -> None:
    """Confirm the class of documents."""
    confirm_classes(session.view, classes, signer=session.identity)


def passage_class(
    session: Session, kind: str, document: str, page: int, span: tuple[int, int] | None, box: Box
) -> None:
    """These words (or this box, where there are none) are of another class than their document."""
    view = session.view
    whole = view.documents[document]
    anchor = span_anchor(view, whole, page, span) if span else box_anchor(view, whole, page, box)
    class_passage(view, [anchor], kind, signer=session.identity)


def ask_opinion(session: Session, whom: str, path: str) -> None:
    """Put every open question to a clinician, and write the extract to a new file."""
    if Path(path).exists():
        raise BadInput("this is already there", path, "Choose a new name: nothing is written over")
    _, letter = ask_clinician(session.view, whom, signer=session.identity)
    write_letter(Path(path), letter, f"Confidential. Reference {session.view.fact('reference')}")


def opinion(session: Session, facts: dict[str, str], numbers: list[int], documents: list[str]) -> None:
    """Record what a health professional said about numbered questions or whole documents."""
    record_opinion(
        session.view,
        facts["finding"],
        by=facts["by"],
        profession=facts["profession"],
        basis=facts["appropriate"],
        given=facts["given"],
        text=facts["text"],
        numbers=numbers,
        documents=documents,
        signer=session.identity,
    )
