# SPDX-License-Identifier: AGPL-3.0-or-later
"""While nothing else is asked: pages read as they will be released, so that submitting need not wait for it."""

from __future__ import annotations

from collections.abc import Callable

from redactor.domain.errors import Cancelled, Refused
from redactor.gui.casework.session import Session
from redactor.operations import sights
from redactor.operations.progress import Progress


def look_over(session: Session, progress: Progress, cancelled: Callable[[], bool]) -> bool:
    """Read what is not read yet; True when it was all read, and something was. What was read is kept either way."""
    if session.case is None or session.case.read_only or not session.counting.analysed:
        return False
    waiting = len(sights.unlooked(session.counting))
    if not waiting:
        return False
    try:
        sights.look_over(session.counting, session.working(), in_flight=2, progress=progress, cancelled=cancelled)
    except (Cancelled, Refused):
        # A page that cannot be burned is refused by name when the case is submitted.
        progress(0, 0, "")
        return False
    return True
