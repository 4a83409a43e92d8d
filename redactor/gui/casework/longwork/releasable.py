# SPDX-License-Identifier: AGPL-3.0-or-later
"""While nothing else is asked: pages read as they will be released, so that submitting need not wait for it."""

from __future__ import annotations

from collections.abc import Callable

from redactor.domain.errors import Cancelled, Refused
from redactor.gui.casework.session import Session
from redactor.operations.checking import sights
from redactor.operations.progress import Progress


def look_over(session: Session, progress: Progress, cancelled: Callable[[], bool]) -> bool:
    """Read what is not read yet; True when it was all read, and something was. What was read is kept either way."""
    case = session.case
    if case is None or case.read_only or not session.counting.analysed:
        return False

    def stopped() -> bool:
        return cancelled() or session.case is not case

    try:
        if not sights.unlooked(session.counting):
            return False
        sights.look_over(session.counting, session.working(), in_flight=2, progress=progress, cancelled=stopped)
    except (Cancelled, Refused):
        # A page that cannot be burned is refused by name when the case is submitted.
        progress(0, 0, "")
        return False
    except ValueError:
        # The case was closed under it.
        if session.case is case:
            raise
        return False
    return session.case is case
