# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window asks and decides about the evidence of a case: its wording, its request, consents, opinions."""

from __future__ import annotations

from pathlib import Path

from redactor.domain.errors import BadInput
from redactor.gui.casework.session import Session
from redactor.operations.request import clock_of, record_request
from redactor.operations.wording import use_wording
from redactor.review.clock import Clock
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
