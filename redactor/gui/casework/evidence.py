# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window asks and decides about the evidence of a case: its wording, its request, consents, opinions."""

from __future__ import annotations

from pathlib import Path

from redactor.domain.errors import BadInput
from redactor.gui.casework.session import Session
from redactor.operations.consent import consent_letter as letter_to
from redactor.operations.consent import record_consent, standing_of
from redactor.operations.letters import write_letter
from redactor.operations.request import clock_of, record_request
from redactor.operations.wording import use_wording
from redactor.review.clock import Clock
from redactor.review.consent import Standing
from redactor.review.request import Request


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
