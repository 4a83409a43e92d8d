# SPDX-License-Identifier: AGPL-3.0-or-later
"""The gate: a caseworker submits; a team lead sees what changed, and approves or returns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from redactor.domain.dates import british_moment
from redactor.gui.casework.told.case import Change, Counted, Problem, Standing, Who
from redactor.gui.client import CaseClient
from redactor.gui.forms.asking import Ask, AskDialog
from redactor.gui.forms.base import Dialog
from redactor.gui.look.growing import GrowingText
from redactor.gui.look.parts import button, label, row
from redactor.gui.look.rows import Row, RowsView
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class SubmitDialog(Dialog):
    """Asks once more, and says what submitting does. ``lacks``: what the letter and the index will lack, a sentence
    each; ``request_wanted``, ``titles_wanted``: to put that on record first."""

    submitted = Signal()
    request_wanted = Signal()
    titles_wanted = Signal()

    def __init__(
        self,
        client: CaseClient,
        who: Who,
        pages: int,
        counted: Counted,
        lacks: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Submit for approval", parent, go="Submit")
        self._client = client
        self.note(
            tr(
                "{pages}, {redactions}. The plan is frozen as it stands and signed by you, {name}. Decisions "
                "taken without an identity are adopted by you. A team lead who decided nothing in this case "
                "then approves or returns it. Any later decision takes the submission back.",
                pages=words.count(pages, "page"),
                redactions=words.count(counted.redactions, "redaction"),
                name=who.name,
            )
        )
        if counted.widths:
            self.note(f"{counted.widths}.")
        self.lacks = label("\n".join(f"{line}." for line in lacks), "warn", wrap=True)
        self.lacks.setAccessibleName(tr("What the covering letter and the index will lack"))
        self.request_button = button("The request and its time limit…", self._to_request)
        self.titles_button = button("Titles for the index…", self._to_titles)
        for other in (self.request_button, self.titles_button):
            other.setAutoDefault(False)
        for part in (self.lacks, self.request_button, self.titles_button):
            part.setVisible(bool(lacks))
        self.body.addWidget(self.lacks)
        self.body.addLayout(row(self.request_button, self.titles_button, 0))

    def _to_request(self) -> None:
        self.reject()
        self.request_wanted.emit()

    def _to_titles(self) -> None:
        self.reject()
        self.titles_wanted.emit()

    def try_accept(self) -> None:
        self.busy()
        self.go.setText(tr("Checking…"))
        self._client.ask("submit", self._done, self._refused)

    def _refused(self, problem: Problem) -> None:
        self.go.setText(tr("Submit"))
        self.refused(problem)

    def _done(self, _: object) -> None:
        self.submitted.emit()
        self.accept()


class ApproveDialog(Dialog):
    """What changed since this team lead last looked (``changes``, and whether that is all there is); approve, or return
    with a comment."""

    approved = Signal()
    returned = Signal()

    def __init__(
        self,
        client: CaseClient,
        who: Who,
        standing: Standing,
        changes: tuple[Sequence[Change], bool],
        counted: Counted | None,
        office: str,
        unread: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Approve or return", parent, go="Approve", width=640)
        self._client = client
        done, first_look = changes
        redactions = f", {words.count(counted.redactions, 'redaction')}" if counted else ""
        self.note(
            tr(
                "Submitted by {submitted_by}, {submitted_at}{redactions}. You are {name}, {staff}.",
                submitted_by=standing.submitted_by or "somebody",
                submitted_at=british_moment(standing.submitted_at),
                redactions=redactions,
                name=who.name,
                staff=words.STAFF.get(who.role, who.role),
            )
        )
        if counted and counted.widths:
            self.note(f"{counted.widths}.")
        if not office:
            self.note("This case has no office roster: the release will say that your identity is not vouched for.")
        # Approving all the same is the team lead's judgement; that it was made unread goes on record with it.
        self.unread = label("\n".join(f"{line}." for line in unread), "bad", wrap=True)
        self.unread.setAccessibleName(tr("Not looked at yet"))
        self.unread.setVisible(bool(unread))
        self.body.addWidget(self.unread)
        since = tr("What was done in this case" if first_look else "What changed since you last looked")
        self.body.addWidget(label(since, "title"))
        self.list = RowsView(since)
        self.list.set_rows(
            [
                Row(c.what, tr("{who}, {moment}", who=c.who, moment=british_moment(c.at)), key=n)
                for n, c in enumerate(reversed(done))
            ]
        )
        self.nothing = label("Nothing: the case is as you last saw it.", "faint", wrap=True)
        self.nothing.setVisible(not done)
        self.list.setVisible(bool(done))
        self.body.addWidget(self.nothing)
        self.list.setMinimumHeight(140)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(label("Comment, if you return it"))
        self.comment = GrowingText(least=3)
        self.comment.setAccessibleName(tr("What is to be looked at again"))
        self.comment.setPlaceholderText(tr("What is to be looked at again"))
        self.body.addWidget(self.comment)
        self.return_button = button("Return with this comment", self._return)
        self.return_button.setAutoDefault(False)
        self.feet.insertWidget(1, self.return_button)
        # Lines that wrap are higher than Qt reckons before it knows the width: room for them and for the list.
        self.resize(680, 680)

    def try_accept(self) -> None:
        self.busy()
        self._client.ask("approve", lambda _: self._finish(self.approved), self.refused)

    def _return(self) -> None:
        self.busy()
        self._client.ask(
            "send_back", lambda _: self._finish(self.returned), self.refused, comment=self.comment.toPlainText().strip()
        )

    def _finish(self, signal: SignalInstance) -> None:
        signal.emit()
        self.accept()


def withdraw_form(client: CaseClient, approved_by: str, parent: QWidget) -> AskDialog:
    """Takes an approval back before anything is exported: the case goes to its caseworker, with what is to be done."""
    note = tr(
        "Approved by {approved_by}, and not exported yet. Withdrawn, it cannot be exported: it goes back to the "
        "caseworker with what you write, and is submitted and approved again.",
        approved_by=approved_by,
    )
    fields = (Ask("comment", tr("Why, and what is to be looked at again"), "long"),)
    title, go = tr("Withdraw the approval"), tr("Withdraw it")
    return AskDialog(title, fields, client, "send_back", parent, go=go, note=note, spread=True)
