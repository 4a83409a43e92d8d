# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was half filled in when the window locked and nobody was signed in: nothing says whose words those are.

They are not lost, and nobody goes on with them unaware: they come back once whoever unlocked was told, and asks.
"""

from __future__ import annotations

from redactor.gui.desk import Desk
from redactor.gui.wording.language import tr


def tell_of_them(desk: Desk, at: str) -> None:
    """``at``: the time of day when it locked."""
    notice = desk.notice

    def go_on() -> None:
        notice.unanswered = None
        notice.hide()
        desk.wake()

    notice.tell(
        tr(
            "A form was half filled in when the window locked at {at}, by somebody who was not signed in. What they "
            "typed is kept.",
            at=at,
        ),
        "warn",
        tr("Go on with it"),
        go_on,
    )
    # Put away, it comes when the same form is opened again.
    notice.unanswered = lambda: desk.wake(opens=False)


def whose_unknown(at: str) -> str:
    """The same for a dialog, which shows its words at once."""
    return tr("Left half filled in when the window locked at {at}, by somebody who was not signed in.", at=at)
