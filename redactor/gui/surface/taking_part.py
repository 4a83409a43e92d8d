# SPDX-License-Identifier: AGPL-3.0-or-later
"""Papers take long to take in: what that costs a team lead is said before it begins. For all else the case itself asks
(:mod:`redactor.operations.approving.taking_part`)."""

from __future__ import annotations

from collections.abc import Callable

from redactor.domain.saying import say
from redactor.gui.surface.surface import Surface
from redactor.gui.wording.language import tr

PAPERS = say(
    "You are signed in as {name}, team lead. To add papers, or to put a better copy in place of one, counts as "
    "taking part in this case: you could then neither approve it nor read its sample. Nothing is added yet."
)


def first_told(desk: Surface, does: Callable[[], object]) -> None:
    """Do it, or where that costs whoever is signed in their approval of this case, say so and wait for their word."""
    if desk.who is None or not desk.could_approve:
        does()
        return

    def all_the_same() -> None:
        desk.notice.hide()
        does()

    desk.notice.tell(tr(PAPERS, name=desk.who.name), "warn", tr("Do it all the same"), all_the_same)
