# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever takes part in a case cannot approve it: said to a team lead before the first thing that counts, not after."""

from __future__ import annotations

from collections.abc import Callable

from redactor.domain.saying import say
from redactor.gui.surface.surface import Surface
from redactor.gui.wording.language import tr

#: What is asked of the case without taking part in deciding it.
NO_PART = frozenset({"roster", "wording", "looked", "settle_note", "write_note"})
PAPERS = say(
    "You are signed in as {name}, team lead. To add papers, or to put a better copy in place of one, counts as "
    "taking part in this case: you could then neither approve it nor read its sample. Nothing is added yet."
)
DECISION = say(
    "You are signed in as {name}, team lead. Every decision about what is redacted counts as taking part in this case: "
    "you could then neither approve it nor read its sample. Nothing is decided yet."
)


def first_told(desk: Surface, told: str, does: Callable[[], object]) -> None:
    """Do it, or where that costs whoever is signed in their approval of this case, say so and wait for their word."""
    if desk.who is None or not desk.could_approve:
        does()
        return

    def all_the_same() -> None:
        desk.notice.hide()
        does()

    desk.notice.tell(tr(told, name=desk.who.name), "warn", tr("Do it all the same"), all_the_same)
