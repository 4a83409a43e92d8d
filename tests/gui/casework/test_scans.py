# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scans are read behind the review: what has text is decided meanwhile, and what the scans say comes by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.workers.pool import Pool
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import LONG, Hand
from tests.gui.papers import OTHER, SUBJECT, make_papers
from tests.scans import printed, scanned

NAMES = ["Gareth Pole", "Janet Lister", "Hassan Okafor"]


def test_scans_are_read_behind_the_review(open_window: Callable[..., Hand], tmp_path: Path) -> None:
    papers = make_papers(tmp_path / "papers")
    (papers / "old file.pdf").write_bytes(scanned(*(printed([f"Seen with {name} at home."]) for name in NAMES)))
    path = tmp_path / "holt.case"
    # As it is left when the program is stopped before the scans were read.
    with new_case(path, PASSPHRASE, reference="SAR-7", subject=SUBJECT) as case, Pool(slots=1) as pool:
        add_paths(case, [papers], pool)
        analyse(case, pool, scans=False)
    hand = open_window()
    said: list[int] = []
    hand.window.client.scans.connect(lambda scans: said.append(scans.waiting))
    hand.window.open_path(str(path), PASSPHRASE)
    hand.opened()
    hand.wait(lambda: said)
    assert hand.window.status.scans.isVisible() and "3 scanned pages" in hand.window.status.scans.text()
    # Nothing of this waits for the scans.
    assert not hand.desk.work.busy
    hand.wait(lambda: any(person.name == OTHER for person in hand.desk.people.values()))
    key = hand.page("Case notes.pdf", 1)
    hand.desk.pages.go_to(key)
    hand.wait(lambda: getattr(hand.desk.pages.overlay.marks(key), "marks", ()))
    hand.wait(lambda: said[-1] == 0, LONG)
    assert said == sorted(said, reverse=True)
    hand.wait(lambda: set(NAMES) <= {person.name for person in hand.desk.people.values()}, LONG)
    hand.wait(lambda: hand.desk.counted and not any(i.kind == "not_analysed" for i in hand.desk.counted.todo), LONG)
    assert not hand.window.status.scans.isVisible()


def test_a_case_is_closed_while_its_scans_are_read(open_window: Callable[..., Hand], tmp_path: Path) -> None:
    path = tmp_path / "scans.case"
    (tmp_path / "scans.pdf").write_bytes(scanned(*[printed(["Seen at home."] * 20, width=595)] * 6))
    with new_case(path, PASSPHRASE, reference="SAR-7", subject=SUBJECT) as case, Pool(slots=1) as pool:
        add_paths(case, [tmp_path / "scans.pdf"], pool)
        analyse(case, pool, scans=False)
    hand = open_window()
    hand.window.open_path(str(path), PASSPHRASE)
    hand.opened()
    hand.wait(lambda: hand.window.status.scans.isVisible())
    closed: list[object] = []
    hand.window.client.ask("close_case", closed.append)
    hand.wait(lambda: closed)
    # The case can be opened again at once, for writing, and goes on.
    hand.window.open_path(str(path), PASSPHRASE)
    hand.wait(lambda: hand.desk.case and not hand.desk.case.facts.read_only)
    hand.wait(lambda: "6 scanned" not in hand.window.status.scans.text() and hand.window.status.scans.isVisible(), LONG)
    assert not hand.desk.notice.isVisible(), hand.desk.notice.text
