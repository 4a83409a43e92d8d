# SPDX-License-Identifier: AGPL-3.0-or-later
"""The team lead's sample of what is left readable: read it, mark what was missed, and be told what that means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from redactor.domain.saying import said_all
from redactor.gui.client import CaseClient
from redactor.gui.clipboard import keep_off
from redactor.gui.forms.base import Dialog
from redactor.gui.look.parts import label
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

RISK = said_all({"high": "a miss is likelier here", "middle": "", "low": "a miss is less likely"})
Passages = Sequence[tuple[int, str, int, str, str]]


class PassageList(QListWidget):
    """Passages to be read one under another, each in full, with a tick; Space ticks all that are selected."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        keep_off(self)
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def add(self, number: int, text: str, about: str) -> None:
        made = QListWidgetItem(f"{text}\n{about}", self)
        made.setData(Qt.ItemDataRole.UserRole, number)
        made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        made.setCheckState(Qt.CheckState.Unchecked)
        if self.count() == 1:
            self.setCurrentItem(made)

    def ticked(self) -> set[int]:
        items = [self.item(row) for row in range(self.count())]
        return {one.data(Qt.ItemDataRole.UserRole) for one in items if one.checkState() is Qt.CheckState.Checked}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.selectedItems()
        if event.key() != Qt.Key.Key_Space or not chosen:
            super().keyPressEvent(event)
            return
        on = any(one.checkState() is not Qt.CheckState.Checked for one in chosen)
        for one in chosen:
            one.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


class SampleDialog(Dialog):
    def __init__(
        self,
        client: CaseClient,
        passages: Passages,
        total: int,
        names: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("A sample of what stays readable", parent, go="I have read all of it", width=820)
        self._client = client
        self.note(
            tr(
                "{passages} of {total:,}, drawn by chance, more where more is likely missed. Which they are "
                "follows from what was submitted: nobody can choose them. Tick each passage in which "
                "something should have been held back (Space; Shift and the arrows select several).",
                passages=words.count(len(passages), "passage"),
                total=total,
            )
        )
        self.list = PassageList(tr("Passages of the sample"))
        self.list.setMinimumHeight(320)
        for number, document, page, layer, text in passages:
            place = tr("{name}, page {page}", name=names.get(document, ""), page=page)
            self.list.add(number, text, " · ".join(part for part in (place, tr(RISK[layer])) if part))
        self.list.itemChanged.connect(lambda _: self._count())
        self.count = label("", "strong")
        self.result_words = label("", "title", wrap=True)
        self.result_words.hide()
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.count)
        self.body.addWidget(self.result_words)
        # Enter in the list must not say that all of it was read.
        self.go.setDefault(False)
        self.go.setAutoDefault(False)
        self._count()

    @property
    def missed(self) -> set[int]:
        return self.list.ticked()

    def _count(self) -> None:
        missed = len(self.missed)
        self.count.setText(
            tr("{missed} ticked: something was missed there", missed=words.count(missed, "passage"))
            if missed
            else tr("None is ticked: nothing was missed in any of them")
        )

    def try_accept(self) -> None:
        if self.result_words.isVisibleTo(self):
            self.accept()
            return
        self.busy()
        self._client.ask("sample_read", self._told, self.refused, missed=sorted(self.missed))

    def _told(self, said: str) -> None:
        self.busy(False)
        self.result_words.setText(said)
        self.result_words.show()
        # The sentence takes the count's place, and what room it needs from the list.
        self.count.hide()
        self.list.setMinimumHeight(self.list.minimumSizeHint().height())
        self.go.setText(tr("Close"))
        self.back.hide()
