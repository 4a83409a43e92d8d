# SPDX-License-Identifier: AGPL-3.0-or-later
"""Copies from the window: write one for somebody, take one in that came back. Both read the whole case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from redactor.domain.saying import say
from redactor.gui.casework.session import Session
from redactor.operations.keeping import handover
from redactor.operations.progress import Progress
from redactor.operations.view import CaseView
from redactor.review.merge.handed import For


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What a copy brought, in numbers; ``standing``: working, submitted or approved."""

    who: str
    merged: bool
    events: int
    done: int
    papers: int
    conflicts: int
    analyse: bool
    standing: str


def hand_over(
    session: Session,
    progress: Progress,
    cancelled: Callable[[], bool],
    out: str,
    passphrase: str,
    to: str,
    purpose: str,
    documents: tuple[str, ...] = (),
    note: str = "",
) -> str:
    """The path of the copy that was written."""
    progress(0, 0, say("Writing the copy"))
    view = CaseView(session.open_case)
    handover.hand_over(
        view,
        Path(out),
        passphrase,
        to=to,
        purpose=For(purpose),
        documents=documents,
        note=note,
        signer=session.identity,
    )
    return out


def bring_back(
    session: Session, progress: Progress, cancelled: Callable[[], bool], path: str, passphrase: str
) -> TakenIn:
    progress(0, 0, say("Checking the copy, and taking it in"))
    view = CaseView(session.open_case)
    came = handover.bring_back(view, Path(path), passphrase, signer=session.identity)
    state = view.state
    standing = "approved" if state.approval else "submitted" if state.submission else "working"
    return TakenIn(
        came.who, came.merged, came.events, came.done, came.papers, len(came.conflicts), came.analyse, standing
    )
