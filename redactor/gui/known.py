# SPDX-License-Identifier: AGPL-3.0-or-later
"""At the desk: what the subject knows already, looked through and left in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redactor.gui.casework.known_row import KnownRow
from redactor.gui.dialogs.known import KnownDialog
from redactor.gui.language import tr

if TYPE_CHECKING:
    from redactor.gui.desk import Desk


def show_known(desk: Desk) -> None:
    """The list of documents by which the subject gave or was given information."""

    def show(rows: list[KnownRow]) -> None:
        if not rows:
            desk.notice.tell(
                tr("No letter to or from them, statement of theirs or meeting they were at was recognised.")
            )
            return
        dialog = KnownDialog(rows, desk.writable, desk)

        def again(_: object) -> None:
            desk.client.ask("known_now", dialog.set_rows, dialog.refused)

        def settled(ids: list[str], outcome: str, why: str) -> None:
            dialog.busy()
            desk.client.ask("settle_known", again, dialog.refused, ids=ids, outcome=outcome, why=why)

        def go(known: KnownRow) -> None:
            dialog.accept()
            desk.pages.go_to((known.document, known.page))

        dialog.settled.connect(settled)
        dialog.gone_to.connect(go)
        dialog.exec()

    desk.client.ask("known_now", show)
