# SPDX-License-Identifier: AGPL-3.0-or-later
"""What comes next: how much is left to decide, what can be accepted at once, and after that whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from redactor.domain.saying import count, listed
from redactor.gui.casework.told.case import Counted, Standing
from redactor.gui.casework.told.people import PersonRow
from redactor.gui.look.parts import button, label
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class NextStep(QWidget):
    """Stands above the list of what is left. Each button is a wish, which the desk carries out."""

    accept_wanted = Signal()
    staff_wanted = Signal()
    submit_wanted = Signal()
    review_wanted = Signal()
    approve_wanted = Signal()
    export_wanted = Signal()
    letter_wanted = Signal()
    sent_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        #: What holds: the case has documents, and may be written to; where it stands; what is left.
        self._documents, self._writable = False, True
        self._standing = Standing("working")
        #: False while somebody is signed in who is no team lead.
        self._may_approve = True
        self._counted: Counted | None = None
        self.title = label("Nothing is counted yet", "title", wrap=True)
        self.ahead = label("", "faint", wrap=True)
        #: Whom accepting would hide though nothing says who they are.
        self.unsaid: tuple[PersonRow, ...] = ()
        self.warning = label("", "warn", wrap=True)
        self.staff_button = button(
            "Say who works here first…", self.staff_wanted.emit, main=True, tip="One key each; Shift+J"
        )
        self.accept_button = button("Accept what is proposed", self.accept_wanted.emit, main=True)
        self.submit_button = button("Submit for approval…", self.submit_wanted.emit, main=True)
        self.review_button = button("Review: the risky first…", self.review_wanted.emit, main=True, tip="Ctrl+6")
        self.approve_button = button("Approve or return…", self.approve_wanted.emit, tip="Ctrl+Shift+Return")
        self.export_button = button("Export the release…", self.export_wanted.emit, main=True, tip="Ctrl+E")
        self.letter_button = button("The covering letter…", self.letter_wanted.emit, main=True)
        self.sent_button = button("Put on record what was sent…", self.sent_wanted.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.ahead)
        column.addWidget(self.warning)
        self.warning.hide()
        for made in (
            self.staff_button,
            self.accept_button,
            self.submit_button,
            self.review_button,
            self.approve_button,
            self.export_button,
            self.letter_button,
            self.sent_button,
        ):
            column.addWidget(made)
            made.hide()

    def forget(self) -> None:
        """No case is open: what the next one counts says nothing of this one."""
        self._counted, self._standing = None, Standing("working")

    def set_case(self, *, documents: bool, writable: bool) -> None:
        """Whether the case has documents, and may be written to. Shows with what is counted next; until then nothing is
        said of what there is to do in them."""
        if documents and not self._documents and self._counted is not None and not self._counted.todo:
            self.title.setText(tr("Working out what is left…"))
            self.submit_button.hide()
        self._documents, self._writable = documents, writable

    def set_standing(self, standing: Standing) -> None:
        """Where the case stands: what comes next is offered here, to whoever's turn it is."""
        changed, self._standing = standing != self._standing, standing
        if changed and self._counted is not None:
            self.show_counted(self._counted)

    def set_may_approve(self, may: bool) -> None:
        """Whether to approve can be for whoever is signed in; while nobody is, it asks who they are."""
        changed, self._may_approve = may != self._may_approve, may
        if changed and self._counted is not None:
            self.show_counted(self._counted)

    def show_counted(self, counted: Counted) -> None:
        """What is left to decide by this count, and what can be accepted."""
        self._counted = counted
        left = len(counted.todo)
        self.title.setText(self._left(left, counted.complete))
        whose_turn = self._show_turn(not left and counted.complete and counted.analysed)
        acceptable = self._acceptable(*counted.accept) if counted.accept[1] else ""
        self.accept_button.setVisible(bool(acceptable) and self._writable)
        self._show_unsaid(counted.people if acceptable and self._writable else ())
        self.ahead.setText(acceptable or whose_turn)
        self.ahead.setVisible(bool(acceptable or whose_turn))

    def _show_unsaid(self, people: Sequence[PersonRow]) -> None:
        """Before they are hidden with all the others: who may be staff."""
        unsaid = sorted((p for p in people if p.staff), key=lambda p: (p.staff != "likely", -p.mentions))
        self.unsaid = tuple(unsaid)
        names = [person.name for person in unsaid]
        shown = names if len(names) < 5 else [*names[:3], count(len(names) - 3, "other")]
        self.warning.setText(
            tr(
                "Nothing says who {number} of these people are: {names}. Whoever is named for their work is left in: "
                "say so first.",
                number=len(names),
                names=tr(listed(shown)),
            )
            if len(names) > 1
            else tr(
                "Nothing says who {names} is. Whoever is named for their work is left in: say so first.",
                names="".join(names),
            )
        )
        for widget in (self.warning, self.staff_button):
            widget.setVisible(bool(unsaid))
        self.accept_button.setProperty("main", not unsaid)
        self.accept_button.style().polish(self.accept_button)

    def _left(self, number: int, complete: bool) -> str:
        if number:
            return tr("{things} left to decide", things=words.count(number, "thing"))
        if not self._documents:
            return tr("No documents yet")
        return tr("Nothing is left to decide" if complete else "Checking what can still be read…")

    @staticmethod
    def _acceptable(people: int, mentions: int, pages: int) -> str:
        who = f"{words.count(people, 'person', 'people')}, " if people else ""
        return tr(
            "Accepting redacts what is proposed and not decided yet: {who}{mentions} on {pages}, as "
            "information about other people, under the standing assessment. What is only possible stays "
            "for you.",
            who=who,
            mentions=words.count(mentions, "mention"),
            pages=words.count(pages, "page"),
        )

    def _show_turn(self, done: bool) -> str:
        """Offer what comes after the list is done, to whoever's turn it is; the words that say so."""
        state = self._standing.state if self._documents and self._writable else ""
        ready = done and state == "working"
        self.submit_button.setVisible(ready)
        self.review_button.setVisible(state == "submitted" and self._may_approve)
        self.approve_button.setVisible(state == "approved" or (state == "submitted" and self._may_approve))
        self.approve_button.setText(tr("Withdraw the approval…" if state == "approved" else "Approve or return…"))
        self.export_button.setVisible(state == "approved")
        for after in (self.letter_button, self.sent_button):
            after.setVisible(state == "exported")
        if ready:
            return tr("A team lead, who is somebody else, then approves the case or returns it.")
        if state == "submitted" and not self._may_approve:
            return tr(
                "Submitted by {submitted_by}. A team lead, who is somebody else, now approves the case or returns it: "
                "they sign in as themselves (Case, Sign in).",
                submitted_by=self._standing.submitted_by,
            )
        if state == "submitted":
            return tr(
                "Submitted by {submitted_by}. As team lead, go through the risky decisions first; then approve the "
                "case, or return it.",
                submitted_by=self._standing.submitted_by,
            )
        if state == "approved":
            return tr("Approved by {approved_by}. The release can be exported.", approved_by=self._standing.approved_by)
        if state == "exported":
            return tr(
                "Exported. What is left is the covering letter, and to put on record what was sent, when and how."
            )
        return ""
