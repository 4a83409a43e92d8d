# SPDX-License-Identifier: AGPL-3.0-or-later
"""An approval is withdrawn in the window before anything goes out: the case is the caseworker's again, and says why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QToolButton

from redactor.casefile.identity import load_identity, new_identity
from redactor.casefile.store import CaseFile
from redactor.gui.forms.asking import AskDialog
from redactor.operations.approving.approve import approve, submit
from redactor.operations.deciding.accepting import accept
from redactor.operations.view import CaseView
from redactor.workers.pool import Pool
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.gui.test_whole_way import SECRET, sign_in
from tests.operations.clearing import settle_all


def test_an_approval_is_withdrawn(open_window: Callable[..., Hand], case_path: Path, tmp_path: Path) -> None:
    for name, role in (("Ada Khan", "caseworker"), ("Tom Reyes", "team-lead")):
        new_identity(tmp_path / f"{name.casefold().replace(' ', '-')}.identity", name, role, SECRET)
    worker, lead = (load_identity(tmp_path / f"{name}.identity", SECRET) for name in ("ada-khan", "tom-reyes"))
    with CaseFile.open(case_path, PASSPHRASE) as case, Pool(slots=1) as pool:
        view = CaseView(case)
        accept(view, signer=worker)
        settle_all(view, pool, worker)
        submit(view, worker, pool)
        approve(view, lead)
    hand = open_window(case_path)
    desk, todo, act = hand.desk, hand.desk.todo, hand.window.actions_by_name
    hand.wait(lambda: act["export"].isEnabled())
    shown = [made.text() for made in hand.window.toolbar.findChildren(QToolButton) if made.defaultAction()]
    assert "Withdraw…" in shown and "Approve…" not in shown
    assert todo.next.approve_button.text() == "Withdraw the approval…" and todo.next.export_button.isVisible()

    def withdraw(form: AskDialog) -> None:
        hand.click(form.go)
        hand.wait(lambda: "a return needs a comment" in form.error.text().lower())
        hand.type(form.fields["comment"], "His sister wrote again: look at page 2")
        hand.click(form.go)

    # Whoever withdraws it is named: nobody is signed in yet.
    sign_in(hand, tmp_path, "Tom Reyes", "team-lead")
    done = hand.dialog(AskDialog, withdraw)
    hand.click(todo.next.approve_button)
    done()
    hand.wait(lambda: desk.standing.state == "working")
    assert "Returned by Tom Reyes" in desk.notice.text and "look at page 2" in desk.notice.text
    assert not act["export"].isEnabled() and not act["approve"].isEnabled()
    hand.settled_down()
    notes = [row.key for row in todo.list.rows if row.key is not None and row.key.kind == "note"]
    assert len(notes) == 1 and not todo.next.submit_button.isVisible()
