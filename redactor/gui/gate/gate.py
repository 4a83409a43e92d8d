# SPDX-License-Identifier: AGPL-3.0-or-later
"""The gate, from the desk: a caseworker submits, a team lead reads a sample, approves or returns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from redactor.gui.gate.forms import ApproveDialog, SubmitDialog, withdraw_form
from redactor.gui.gate.sample import Passages, SampleDialog
from redactor.gui.gate.signing import Signing
from redactor.gui.surface.surface import Surface
from redactor.gui.wording.language import tr


class Gate:
    def __init__(
        self,
        desk: Surface,
        signing: Signing,
        show_request: Callable[[], object],
        show_titles: Callable[[], object],
    ) -> None:
        self._desk = desk
        self._signing = signing
        self._show_request, self._show_titles = show_request, show_titles

    def submit(self) -> None:
        desk = self._desk
        if desk.who is None:
            self._signing.sign_in(self.submit)
            return

        def ask(lacks: tuple[str, ...]) -> None:
            if desk.case is None or desk.counted is None or desk.who is None:
                return
            dialog = SubmitDialog(desk.client, desk.who, len(desk.case.pages), desk.counted, lacks, desk)
            told = tr("Submitted. A team lead approves or returns it.")
            dialog.submitted.connect(lambda: desk.notice.tell(told, "good"))
            dialog.request_wanted.connect(self._show_request)
            dialog.titles_wanted.connect(self._show_titles)
            dialog.exec()

        desk.client.ask("letter_lacks", ask, desk.notice.problem)

    def approve(self) -> None:
        desk = self._desk
        if desk.who is None:
            self._signing.sign_in(self.approve)
            return
        if desk.standing.state == "approved":
            withdraw_form(desk.client, desk.standing.approved_by, desk).exec()
            return

        def show(changes: tuple[list[Any], bool], unread: tuple[str, ...]) -> None:
            if desk.who is None or desk.case is None:
                return
            dialog = ApproveDialog(
                desk.client, desk.who, desk.standing, changes, desk.counted, desk.case.facts.office, unread, desk
            )
            dialog.approved.connect(lambda: desk.notice.tell(tr("Approved. The release can be exported."), "good"))
            dialog.exec()

        def look(changes: tuple[list[Any], bool]) -> None:
            desk.client.ask("not_looked", lambda unread: show(changes, unread), desk.notice.problem)

        desk.client.ask("changes", look)

    def show_sample(self) -> None:
        """A random sample of what stays readable, for somebody who did not decide it."""
        if self._desk.who is None:
            self._signing.sign_in(self.show_sample)
            return

        def show(answer: tuple[Passages, int]) -> None:
            SampleDialog(self._desk.client, *answer, self._desk.names, self._desk).exec()

        self._desk.client.ask("sample_now", show)
