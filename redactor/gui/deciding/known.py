# SPDX-License-Identifier: AGPL-3.0-or-later
"""At the desk: what the subject knows already, looked through and left in."""

from __future__ import annotations

from redactor.gui.casework.told.known import KnownRow
from redactor.gui.deciding.known_list import KnownDialog
from redactor.gui.surface.surface import Surface
from redactor.gui.wording.language import tr


def show_known(desk: Surface) -> None:
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
