# SPDX-License-Identifier: AGPL-3.0-or-later
"""The team lead's sample of what is left readable: read it, mark what was missed, and be told what that means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from redactor.domain.saying import said_all
from redactor.gui import words
from redactor.gui.client import CaseClient
from redactor.gui.dialogs.base import Dialog
from redactor.gui.language import tr
from redactor.gui.panels.rows import Row, RowsView
from redactor.gui.parts import button, label, row

RISK = said_all({"high": "a miss is likelier here", "middle": "", "low": "a miss is less likely"})
Passages = Sequence[tuple[int, str, int, str, str]]


class SampleDialog(Dialog):
    def __init__(
        self,
        client: CaseClient,
        passages: Passages,
        total: int,
        names: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("A sample of what stays readable", parent, go="I have read all of it", width=760)
        self._client = client
        self._passages, self._names = passages, names
        self.missed: set[int] = set()
        self.note(
            tr(
                "{passages} of {total:,}, drawn by chance, more where more is likely missed. Which they are "
                "follows from what was submitted: nobody can choose them. Mark each passage in which "
                "something should have been held back.",
                passages=words.count(len(passages), "passage"),
                total=total,
            )
        )
        self.list = RowsView(tr("Passages of the sample"))
        self.list.setMinimumHeight(240)
        self.list.chosen_changed.connect(self._shown)
        self.list.taken.connect(lambda _: self._toggle())
        self.text = label("", wrap=True)
        self.text.setMinimumHeight(90)
        self.mark_button = button("Something was missed here", self._toggle)
        self.mark_button.setAutoDefault(False)
        self.result_words = label("", "title", wrap=True)
        self.result_words.hide()
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.text)
        self.body.addLayout(row(self.mark_button, 0))
        self.body.addWidget(self.result_words)
        self._fill()
        if passages:
            self.list.select_key(passages[0][0])

    def _fill(self) -> None:
        self.list.set_rows(
            [
                Row(
                    text,
                    tr("{name}, page {page}", name=self._names.get(document, ""), page=page),
                    tr("Missed") if number in self.missed else RISK[layer],
                    "bad" if number in self.missed else "",
                    key=number,
                )
                for number, document, page, layer, text in self._passages
            ]
        )

    def _shown(self) -> None:
        chosen = self.list.chosen()
        self.text.setText(next((p[4] for p in self._passages if chosen and p[0] == chosen[0]), ""))
        marked = bool(chosen) and chosen[0] in self.missed
        self.mark_button.setText(tr("Nothing was missed here" if marked else "Something was missed here"))
        self.mark_button.setEnabled(bool(chosen))

    def _toggle(self) -> None:
        self.missed ^= set(self.list.chosen())
        self._fill()
        self._shown()

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
        self.go.setText(tr("Close"))
        self.back.hide()
