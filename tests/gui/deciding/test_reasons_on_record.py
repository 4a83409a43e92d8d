# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whichever way one decides, by key or button, on the list or on the page: the record has its reason."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from zlib import compress

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from redactor.casefile.store import CaseFile
from redactor.domain.journal import Kind
from redactor.gui.casework.told.people import TodoRow
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from redactor.workers.inline import InlineExecutor
from tests.conftest import make_pdf
from tests.gui.conftest import PASSPHRASE
from tests.gui.hand import Hand
from tests.gui.papers import OTHER

TOLD = "the lodger kept all of the rent that her brother had paid in the spring"


def half_a_page(path: Path) -> None:
    """A page whose drawing breaks off: read as far as it goes, and somebody must look."""
    lines = "".join(f"BT /F1 11 Tf 100 {760 - 12 * n} Td (line {n} of many) Tj ET\n" for n in range(60))
    packed = compress(lines.encode())
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(595, 842))
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Contents = pdf.make_stream(packed[: len(packed) // 2], Filter=pikepdf.Name.FlateDecode)
        pdf.save(path)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A note and a message that repeats a sentence of it, and two pages that are damaged."""
    folder = tmp_path_factory.mktemp("reasons")
    make_pdf(folder / "Note.pdf", ["Case note 3 May 2019", "", f"She said that {TOLD}.", "The boiler was serviced."])
    make_pdf(folder / "Mail.pdf", ["Dear all,", "", f"As discussed, {TOLD}.", "Regards"])
    half_a_page(folder / "Torn.pdf")
    path, executor = folder / "c.case", InlineExecutor()
    with new_case(path, PASSPHRASE, reference="R", subject="Donna Lowe") as case:
        add_paths(case, [folder], executor)
        analyse(case, executor)
    return path


def things(hand: Hand, kind: str) -> list[TodoRow]:
    return [row.key for row in hand.desk.todo.list.rows if row.key is not None and row.key.kind == kind]


def click(hand: Hand, item: TodoRow) -> None:
    """Choose a thing to do with the mouse."""
    view = hand.desk.todo.list
    at = next(n for n, row in enumerate(view.rows) if row.key is not None and row.key.id == item.id)
    view.scrollTo(view.model().index(at, 0))
    hand.row(view, at)
    assert [one.id for one in view.chosen()] == [item.id]


def last_payload(path: Path, kind: Kind) -> dict[str, object]:
    with CaseFile.open(path, PASSPHRASE, write=False) as case:
        return [dict(event.payload) for event in case.events() if event.kind is kind][-1]


def test_what_is_still_readable_is_settled_by_its_keys(
    open_window: Callable[..., Hand], papers: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(papers, tmp_path / "c.case"))
    hand = open_window(path)
    desk, todo = hand.desk, hand.desk.todo
    key = hand.page("Note.pdf", 1)
    hand.show_page(key)
    hand.select(key, "lodger", "spring")
    hand.after(lambda: hand.keys("R"))
    item = things(hand, "residual")[0]
    click(hand, item)
    # L asks for the reason that the button asks for; Enter gives it.
    head = desk.moved.head
    hand.keys("L")
    assert todo._hint.isVisible() and todo._why.hasFocus() and desk.moved.head == head
    QTest.keyClicks(todo._why, "She wrote this message herself")
    hand.after(lambda: QTest.keyClick(todo._why, Qt.Key.Key_Return))
    assert item.id not in {one.id for one in things(hand, "residual")} and todo.list.hasFocus()
    hand.after(lambda: hand.keys("Ctrl+Z"))
    # R is what the button says.
    click(hand, item)
    assert "(R)" in todo._buttons["redact"].text()
    hand.after(lambda: hand.keys("R"))
    assert item.id not in {one.id for one in things(hand, "residual")}
    hand.window.close()
    assert last_payload(path, Kind.ITEM_SETTLED)["outcome"] == "redact"


def test_a_page_is_withheld_from_the_list_on_its_facts(
    open_window: Callable[..., Hand], papers: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(papers, tmp_path / "c.case"))
    hand = open_window(path)
    desk = hand.desk
    (item,) = things(hand, "needs_eyes")
    click(hand, item)
    head = desk.moved.head
    hand.keys("R")
    assert desk.reason_open and desk.moved.head == head, "nothing is withheld before its facts are asked for"
    assert "Torn.pdf" in desk.reason._about.text()
    hand.type(desk.reason.field("information"), "About the lodger")
    hand.after(lambda: hand.click(desk.reason.save_button))
    assert not things(hand, "needs_eyes")
    hand.window.close()
    fields = last_payload(path, Kind.PAGES_WITHHELD)["fields"]
    assert isinstance(fields, dict) and fields["information"].startswith("About the lodger")


def test_one_place_is_left_in_for_a_reason(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    desk = hand.desk
    key = hand.page("Letter.pdf", 1)
    hand.show_page(key)
    hand.click_mark(key, OTHER)
    head = desk.moved.head
    hand.keys("L")
    field = desk.card.why
    assert field is not None and field.hasFocus()
    # Without a reason nothing is left in; scrolling to read on takes nothing away that was typed.
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.moved.head == head and desk.card.why is field
    QTest.keyClicks(field, "She asked for him to come")
    bar = desk.pages.verticalScrollBar()
    bar.setValue(bar.value() + 40)
    assert desk.card.why is field and field.text() == "She asked for him to come"
    hand.after(lambda: QTest.keyClick(field, Qt.Key.Key_Return))
    hand.wait(lambda: desk.pages.overlay.fresh(key))
    assert hand.mark(key, OTHER).status == "disclosed" and desk.pages.hasFocus()

    # In the list of the page it is asked for as well, and what was said before can be said again on the page.
    notes = hand.page("Case notes.pdf", 1)
    hand.show_page(notes)
    hand.wait(lambda: desk.passages.key == notes)
    hand.keys("Ctrl+3")
    panel = desk.passages
    hand.row(panel.list, next(n for n, row in enumerate(panel.list.rows) if OTHER in row.title))
    head = desk.moved.head
    hand.keys("L")
    assert panel.why.hasFocus() and panel._hint.isVisible() and desk.moved.head == head
    QTest.keyClicks(panel.why, "He was there")
    hand.after(lambda: QTest.keyClick(panel.why, Qt.Key.Key_Return))
    hand.after(lambda: hand.keys("Ctrl+Z"))
    hand.wait(lambda: desk.pages.overlay.fresh(notes))
    hand.click_mark(notes, OTHER)
    hand.keys("L")
    assert desk.card.buttons["again_1"].toolTip() == "She asked for him to come"
    hand.after(lambda: hand.click(desk.card.buttons["again_1"]))
    hand.window.close()
    assert last_payload(case_path, Kind.OCCURRENCE_DECIDED)["why"] == "She asked for him to come"


def test_a_key_without_anything_chosen_says_so(open_window: Callable[..., Hand], case_path: Path) -> None:
    hand = open_window(case_path)
    hand.keys("Ctrl+4")
    for key in ("R", "L"):
        hand.keys(key)
        assert f"press {key} again" in hand.desk.notice.text
