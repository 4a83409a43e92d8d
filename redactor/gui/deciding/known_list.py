# SPDX-License-Identifier: AGPL-3.0-or-later
"""Letters to and from the subject, meetings they were at: proposed to be left in, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from redactor.domain.saying import say
from redactor.gui.casework.told.known import KnownRow
from redactor.gui.forms.base import Dialog
from redactor.gui.look.parts import button, label, row
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

BADGES = {
    "open": (say("Leave in?"), "warn"),
    "known": (say("Left in"), "good"),
    "redact": (say("Held back"), ""),
    "": ("", ""),
}


class KnownDialog(Dialog):
    """``settled``: ids, "known" or "redact", and why; ``gone_to``: a row whose document is to be shown."""

    settled = Signal(list, str, str)
    gone_to = Signal(object)

    def __init__(self, rows: Sequence[KnownRow], writable: bool, parent: QWidget | None = None) -> None:
        super().__init__("What they know already", parent, go="Close", width=760)
        self.back.hide()
        self.note(
            "What somebody wrote, was sent or heard at a meeting they were at is theirs to see, though it names "
            "others. Nothing changes until you say so; what is found in a document later is decided like anything else."
        )
        self.list = RowsView(tr("What they know already"), several=True)
        self.list.setMinimumHeight(240)
        self.list.chosen_changed.connect(self._enable)
        self.list.gone_to.connect(self.gone_to)
        self.body.addWidget(self.list)
        self._about = label("", wrap=True)
        self.body.addWidget(self._about)
        self.why = QLineEdit()
        self.why.setPlaceholderText(tr("Why is it held back all the same?"))
        self.why.setAccessibleName(tr("Why is it held back all the same?"))
        self.why.textChanged.connect(lambda: self._enable())
        self.leave = button("Leave in", lambda: self._settle("known"), main=True)
        self.hold = button("Hold back", lambda: self._settle("redact"), tip="Say why: it goes on record")
        self.show_button = button("Show", lambda: self._go())
        for each in (self.leave, self.hold, self.show_button):
            each.setAutoDefault(False)
        line = row(self.why, self.hold, spacing=6)
        line.setStretch(0, 1)
        self.body.addLayout(row(self.leave, self.show_button, 0, spacing=6))
        self.body.addLayout(line)
        self._writable = writable
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[KnownRow]) -> None:
        """The list anew, after something was settled."""
        self.busy(False)
        self.list.set_rows([_row(known) for known in rows])
        open_ = next((known for known in rows if known.status == "open"), None)
        if open_ is not None:
            self.list.select_key(open_.id)
        self._enable()

    def _chosen(self) -> list[KnownRow]:
        return [known for known in self.list.chosen() if known.status == "open"]

    def _enable(self) -> None:
        chosen = self.list.chosen()
        open_ = bool(self._chosen()) and self._writable
        self._about.setText(_about(chosen[0]) if len(chosen) == 1 else "")
        self.leave.setEnabled(open_)
        self.why.setEnabled(open_)
        self.hold.setEnabled(open_ and bool(self.why.text().strip()))
        self.show_button.setEnabled(len(chosen) == 1)

    def _settle(self, outcome: str) -> None:
        ids = [known.id for known in self._chosen()]
        if ids:
            why = self.why.text().strip() if outcome == "redact" else ""
            self.why.clear()
            self.settled.emit(ids, outcome, why)

    def _go(self) -> None:
        chosen = self.list.chosen()
        if chosen:
            self.gone_to.emit(chosen[0])


def _row(known: KnownRow) -> Row:
    badge, tone = BADGES[known.status]
    many = words.count(known.mentions, "mention of somebody else", "mentions of others") if known.mentions else ""
    doubt = tr("but {doubt}", doubt=known.doubt) if known.doubt else ""
    detail = " · ".join(part for part in (known.why, doubt, many, known.settled) if part)
    return Row(known.name, detail, badge, tone, key=known)


def _about(known: KnownRow) -> str:
    if known.status != "open":
        return ""
    names = ", ".join(known.people[:8]) + ("…" if len(known.people) > 8 else "")
    who = " " + tr("of {names}", names=names) if names else ""
    doubt = "\n" + tr("But {doubt}: look at it first.", doubt=known.doubt) if known.doubt else ""
    return tr(
        "Leaves in {mentions}{who}, in this document alone.{doubt}",
        mentions=words.count(known.mentions, "mention"),
        who=who,
        doubt=doubt,
    )
