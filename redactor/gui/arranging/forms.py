# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a document is called in the index; which pages are a document of their own; why pages are left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QLineEdit, QSpinBox, QWidget

from redactor.domain.saying import say
from redactor.gui.casework.told.documents import DocumentRow
from redactor.gui.forms.base import Dialog
from redactor.gui.look.parts import Choice, Number
from redactor.gui.wording import words
from redactor.gui.wording.dates import iso, typed
from redactor.gui.wording.language import tr


def _spin(name: str, first: int, last: int, value: int) -> QSpinBox:
    made = Number()
    made.setRange(first, last)
    made.setValue(value)
    made.setAccessibleName(name)
    return made


def _line(name: str, text: str = "", hint: str = "") -> QLineEdit:
    made = QLineEdit(text)
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made


class DescribeDialog(Dialog):
    """Title, date, kind and section of one document. Read :attr:`said` after it was accepted."""

    def __init__(
        self, document: DocumentRow, kinds: Sequence[str], sections: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__("What the index says", parent, go="Save", width=520)
        self.note(
            tr(
                "The requester reads this. The file's own name ({name}) is never printed. Without a title "
                "the index prints the kind and the date.",
                name=document.name,
            )
        )
        self._document = document
        self.title_field = _line(tr("Title"), document.own_title, tr("such as: Letter about the visit"))
        self.date_field = _line(tr("Date"), typed(document.date), typed(document.proposed_date) or tr("day/month/year"))
        self.kind_field = Choice("Kind")
        self.kind_field.addItem(tr("not said"), "")
        for kind in kinds:
            self.kind_field.add(kind, kind)
        self.kind_field.setCurrentIndex(max(self.kind_field.findData(document.kind), 0))
        self.section_field = Choice("Section")
        self.section_field.setEditable(True)
        self.section_field.addItems(["", *sections])
        self.section_field.setCurrentText(document.section)
        form = self.form()
        form.addRow(tr("Title"), self.title_field)
        form.addRow(tr("Date"), self.date_field)
        form.addRow(tr("Kind"), self.kind_field)
        form.addRow(tr("Section"), self.section_field)
        self.note(
            tr(
                "Proposed: {proposed}. {proposed_why}.",
                proposed=document.proposed or "nothing",
                proposed_why=document.proposed_why,
            )
        )
        self.title_field.setFocus()

    @property
    def said(self) -> dict[str, str]:
        """Only what was changed."""
        date = self.date_field.text().strip()
        now = {
            "title": self.title_field.text().strip(),
            # What is none is refused by name where it is put on record.
            "date": iso(date) or date,
            "kind": str(self.kind_field.currentData() or ""),
            "section": self.section_field.currentText().strip(),
        }
        document = self._document
        was = {
            "title": document.own_title,
            "date": document.date,
            "kind": document.kind,
            "section": document.section,
        }
        return {name: text for name, text in now.items() if text != was[name]}


class SplitDocumentDialog(Dialog):
    """Read :attr:`first`, :attr:`last` and :attr:`title_field` after it was accepted."""

    def __init__(self, document: DocumentRow, page: int, parent: QWidget | None = None) -> None:
        super().__init__("Pages as a document of their own", parent, go="Split off")
        end = document.first + document.pages - 1
        self.note(tr("These pages of {name} get a number and a line of the index of their own.", name=document.name))
        self.first = _spin(tr("From page"), document.first, end, page)
        self.last = _spin(tr("To page"), document.first, end, end)
        self.first.valueChanged.connect(self.last.setMinimum)
        self.last.setMinimum(page)
        self.title_field = _line(tr("Title"), "", tr("may be given later"))
        form = self.form()
        form.addRow(tr("From page"), self.first)
        form.addRow(tr("To page"), self.last)
        form.addRow(tr("Title"), self.title_field)


REASONS = (
    ("OOS", say("It is not about the subject")),
    ("COPY", say("It is a copy of pages that are released")),
    ("EARLIER", say("It is an earlier version of a document that is released")),
)


class LeaveOutDialog(Dialog):
    """Read :attr:`reason`, :attr:`first`, :attr:`last`, :attr:`why` and :attr:`like` after it was accepted.

    ``copy`` is where the program found the same pages (document and page), if anywhere."""

    def __init__(
        self,
        document: DocumentRow,
        documents: Sequence[DocumentRow],
        copy: tuple[str, int] | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Leave out of the release", parent, go="Leave out", width=520)
        end = document.first + document.pages - 1
        self.note(
            "The bundle and both logs say that something is left out, how many pages and why; never what it says. What "
            "is held back for another reason is withheld instead, with a sheet in its place."
        )
        self.first = _spin(tr("From page"), document.first, end, document.first)
        self.last = _spin(tr("To page"), document.first, end, end)
        self.first.valueChanged.connect(self.last.setMinimum)
        self.reason_field = Choice("Why")
        for code, text in REASONS:
            self.reason_field.add(text, code)
        self.kept = Choice("What is released instead")
        for other in documents:
            self.kept.addItem(
                f"{other.number}. {other.name}", (other.sha256, other.first, other.first + other.pages - 1)
            )
        self.kept_page = _spin(tr("Page of it"), 1, 99_999, 1)
        self.why_field = _line(tr("What it is, for the record"))
        self._form: QFormLayout = self.form()
        self._form.addRow(tr("From page"), self.first)
        self._form.addRow(tr("To page"), self.last)
        self._form.addRow(tr("Why"), self.reason_field)
        self._form.addRow(tr("What is released instead"), self.kept)
        self._form.addRow(tr("Starting on its page"), self.kept_page)
        self._form.addRow(tr("What it is, for the record"), self.why_field)
        self.reason_field.currentIndexChanged.connect(self._chosen)
        if copy is not None:
            self.reason_field.setCurrentIndex(1)
            rows = [self.kept.itemData(n) for n in range(self.kept.count())]
            at = next((n for n, row in enumerate(rows) if row[0] == copy[0] and row[1] <= copy[1] <= row[2]), 0)
            self.kept.setCurrentIndex(at)
            self.kept_page.setValue(copy[1])
            self.note("The same pages were found there.")
        self._chosen()

    def _chosen(self) -> None:
        other = self.reason != "OOS"
        self._form.setRowVisible(self.kept, other)
        self._form.setRowVisible(self.kept_page, other)

    @property
    def reason(self) -> str:
        return str(self.reason_field.currentData())

    @property
    def why(self) -> str:
        return self.why_field.text().strip()

    @property
    def like(self) -> tuple[str, int] | None:
        if self.reason == "OOS":
            return None
        return (self.kept.currentData()[0], self.kept_page.value())

    def try_accept(self) -> None:
        if self.reason == "OOS" and not self.why:
            self.error.setText(tr("Say what it is and why it is not about the subject: it goes on record."))
            self.error.show()
            self.why_field.setFocus()
            return
        self.accept()


class ReplaceDialog(Dialog):
    """Which document this one takes the place of. Read :attr:`old` and :attr:`why`."""

    def __init__(self, document: DocumentRow, documents: Sequence[DocumentRow], parent: QWidget | None = None) -> None:
        super().__init__("Takes the place of an earlier version", parent, go="Take its place", width=520)
        self.note(
            tr(
                "What was decided on the earlier document is carried over to the same words of {name}, and "
                "the earlier one is left out; the index says so.",
                name=document.name,
            )
        )
        self._field = Choice("The earlier version")
        alike = sorted(documents, key=lambda d: -_likeness(d.name, document.name))
        for other in alike:
            self._field.addItem(f"{other.number}. {other.name} ({words.count(other.pages, 'page')})", other.sha256)
        self._why = _line(tr("Why, for the record"))
        form = self.form()
        form.addRow(tr("The earlier version"), self._field)
        form.addRow(tr("Why, for the record"), self._why)

    @property
    def old(self) -> str:
        return str(self._field.currentData())

    @property
    def why(self) -> str:
        return self._why.text().strip()


def _likeness(one: str, other: str) -> int:
    """How many letters two names begin with alike."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
