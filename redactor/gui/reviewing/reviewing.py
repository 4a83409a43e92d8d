# SPDX-License-Identifier: AGPL-3.0-or-later
"""Between staff, from the desk: notes and comments, the team lead's view, copies of the case and their conflicts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog

from redactor.gui.casework.told.case import Problem, Who
from redactor.gui.casework.told.pages import Hit
from redactor.gui.casework.told.people import TodoRow
from redactor.gui.casework.told.review import ConflictNow, ReviewNow, ReviewRow
from redactor.gui.forms.base import Dialog
from redactor.gui.gate.gate import Gate
from redactor.gui.gate.signing import Signing
from redactor.gui.reviewing.forms import BringBackDialog, ConflictDialog, HandOverDialog, NoteDialog
from redactor.gui.surface.surface import Surface
from redactor.gui.wording import words
from redactor.gui.wording.language import tr


class Reviewing:
    """Carries out what the review panel and the menus offer."""

    def __init__(self, desk: Surface, signing: Signing, gate: Gate) -> None:
        self._desk = desk
        self._signing = signing
        self._gate = gate
        self._asking = self._again = False
        self._who: Who | None = None
        self._shown: Hit | None = None
        panel = desk.review
        panel.gone_to.connect(self._go_to)
        panel.noted.connect(self._note)
        panel.settled.connect(self._settle)
        panel.looked.connect(lambda: self._decide("looked"))
        panel.sample_wanted.connect(gate.show_sample)
        panel.gate_wanted.connect(gate.approve)
        desk.todo.conflict_wanted.connect(self.show_conflict)
        desk.client.moved.connect(lambda _: self._look())
        desk.tabs.currentChanged.connect(lambda _: self._turned())
        desk.changed.connect(self._changed)

    def _decide(self, name: str, **arguments: Any) -> None:
        self._desk.client.ask(name, None, self._desk.notice.problem, **arguments)

    def _changed(self) -> None:
        """Somebody else signed in: what is new, and what they may do, is another's."""
        if self._desk.who is not self._who:
            self._who = self._desk.who
            self._look()

    def _turned(self) -> None:
        if self._desk.tabs.currentWidget() is not self._desk.review:
            self._unshow()
        self._look()

    # -- the review --------------------------------------------------------------------------------------

    def _look(self) -> None:
        """The panel is worked out only while somebody looks at it, and never twice at once: it takes the whole case."""
        desk = self._desk
        if desk.case is None or desk.tabs.currentWidget() is not desk.review:
            return
        self._again = self._asking
        if not self._asking:
            self._asking = True
            desk.client.ask("review_now", self._looked, lambda problem: self._answered())

    def _answered(self) -> None:
        self._asking = False
        if self._again:
            self._look()

    def _looked(self, now: ReviewNow) -> None:
        desk = self._desk
        self._answered()
        if desk.case is not None:
            desk.review.set_documents(desk.names)
            desk.review.show_review(now, desk.standing.state == "submitted")
            if not desk.may_approve:
                desk.review.gate_button.hide()

    def show(self) -> None:
        """To the review, signing in first: what is new depends on who looks."""
        desk = self._desk
        desk.close_reason()
        desk.show_tab(desk.review)
        self._look()
        desk.review.list.setFocus()

    def _go_to(self, found: ReviewRow) -> None:
        desk = self._desk
        self._unshow()
        if found.key is not None:
            desk.card.hide()
            desk.pages.go_to(found.key, found.boxes)
            if found.boxes:
                self._shown = Hit(*found.key, found.title, found.boxes)
                desk.pages.show_hits([self._shown], self._shown)

    def _unshow(self) -> None:
        """What was framed for the row chosen is framed no more; what a search found since stays."""
        pages = self._desk.pages
        if self._shown is not None and pages.current_hit is self._shown:
            pages.show_hits(())
        self._shown = None

    def _settle(self, note: str, ending: str, text: str) -> None:
        self._write("settle_note", note=note, ending=ending, text=text)

    # -- notes -------------------------------------------------------------------------------------------

    def _note(self, purpose: str, text: str, found: ReviewRow | None) -> None:
        place: dict[str, Any] = {}
        if found is not None and found.family != "note":
            place = {"key": found.key, "boxes": found.boxes, "quoted": found.title, "person": found.person}
        self._write("write_note", purpose=purpose, text=text, **place)

    def _write(self, name: str, text: str, **arguments: Any) -> None:
        """What was written below the list stands there again when the case does not take it."""

        def refused(problem: Problem) -> None:
            line = self._desk.review.text
            line.setText(line.text() or text)
            self._desk.notice.problem(problem)

        self._desk.client.ask(name, None, refused, text=text, **arguments)

    def note_here(self) -> None:
        """M: a note on what is selected, or on the page in view."""
        desk = self._desk
        lead = desk.who is not None and desk.who.role == "team-lead"
        selected = desk.pages.selection
        key = selected.key if selected is not None else desk.pages.current
        about = tr("the case as a whole")
        if key is not None:
            quoted = f"“{words.short(selected.text)}”" if selected is not None and selected.text else ""
            page = tr("page {page} of {name}", page=key[1], name=desk.names.get(key[0], ""))
            about = tr("{words} on {page}", words=quoted, page=page) if quoted else page
        place: dict[str, Any] = {"key": key}
        if selected is not None:
            place |= {"span": selected.span} if selected.span else {"box": selected.boxes[0]}
        dialog = NoteDialog(about, lead, desk)
        self._carry_out(dialog, "write_note", lambda: {"purpose": dialog.purpose, "text": dialog.words, **place})

    def _carry_out(self, dialog: Dialog, name: str, given: Callable[[], dict[str, Any]]) -> None:
        """The dialog stays, with what was typed, until the case has taken it."""
        refused = self._refused(dialog)
        dialog.carry_out = lambda: self._desk.client.ask(
            name, lambda _: dialog.accept(), refused, **given(), **_meant(dialog)
        )
        dialog.exec()

    def _work_out(
        self,
        dialog: Dialog,
        what: str,
        name: str,
        done: Callable[[Any], None],
        given: Callable[[], dict[str, Any]],
    ) -> None:
        """The same for work that takes a while: a wrong passphrase is typed again, and nothing else."""
        work, refused = self._desk.work, self._refused(dialog)

        def ended(value: Any) -> None:
            dialog.accept()
            done(value)

        def carry_out() -> None:
            if work.busy:
                refused(Problem("BadInput", tr("something is still being done"), do=tr("Wait until it is finished")))
            else:
                work.run(what, name, ended, refused, **given(), **_meant(dialog))

        dialog.carry_out = carry_out
        dialog.exec()

    def _refused(self, dialog: Dialog) -> Callable[[Problem], None]:
        """Said in the dialog, also in one that waits while the window is locked; on the desk where it was closed
        meanwhile."""
        return lambda problem: (self._desk.notice.problem if dialog.ended else dialog.refused)(problem)

    # -- copies ------------------------------------------------------------------------------------------

    def hand_over(self) -> None:
        desk = self._desk
        if desk.case is None:
            return
        case = Path(desk.case.facts.path)

        def ask(known: tuple[str, ...]) -> None:
            if desk.case is None:
                return
            dialog = HandOverDialog(case, desk.case.documents, known, desk)
            self._work_out(dialog, tr("Writing the copy"), "hand_over", done, lambda: dialog.asked)

        def done(path: str) -> None:
            text = tr("Handed over: {path}. Pass its passphrase on another way than the file.", path=path)
            desk.notice.tell(text, "good")

        desk.client.ask("handed_now", ask)

    def bring_back(self) -> None:
        desk = self._desk
        path, _ = QFileDialog.getOpenFileName(
            desk, tr("The copy that came back"), "", tr("Cases (*.case);;All files (*)")
        )
        if path:
            dialog = BringBackDialog(path, desk)
            self._work_out(
                dialog,
                tr("Taking in the copy"),
                "bring_back",
                self._came,
                lambda: {"path": path, "passphrase": dialog.passphrase},
            )

    def _came(self, came: Any) -> None:
        brought = words.count(came.done, "step") if came.done else tr("nothing was done in it")
        brought += f", {words.count(came.papers, 'new document')}" if came.papers else ""
        text = tr("Taken in from {who}: {brought}.", who=came.who, brought=brought) + " "
        if came.merged:
            text += tr("Both copies had gone on, so the case is to be submitted and approved again.")
            if came.conflicts:
                text += " " + tr("{conflicts} to decide: see To do.", conflicts=words.count(came.conflicts, "conflict"))
        else:
            text += tr("Nothing was done here meanwhile.")
            text += " " + tr("It is approved.") if came.standing == "approved" else ""
        text += " " + tr("Analyse the case again.") if came.analyse else ""
        self._desk.notice.tell(text, "warn" if came.conflicts or came.analyse else "good")

    def show_conflict(self, item: TodoRow) -> None:
        """What two copies say of one thing; whoever is signed in says which holds."""
        desk = self._desk
        if desk.who is None:
            self._signing.sign_in(lambda: self.show_conflict(item))
            return

        def show(conflict: ConflictNow) -> None:
            dialog = ConflictDialog(conflict, desk)
            self._carry_out(
                dialog, "decide_conflict", lambda: {"conflict": conflict.id, "take": dialog.take, "why": dialog.why}
            )

        desk.client.ask("conflict_now", show, item=item.id)


def _meant(dialog: Dialog) -> dict[str, Any]:
    """What costs a team lead their approval is done once it was said, and asked again."""
    return {"meant": True} if dialog.meant else {}
