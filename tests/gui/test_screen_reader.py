# SPDX-License-Identifier: AGPL-3.0-or-later
"""A whole desk by ear: what the real window tells a screen reader over AT-SPI, and deciding through it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.gui.conftest import PASSPHRASE
from tests.gui.reader import Node, Reader, missing, reading, wait

pytestmark = pytest.mark.skipif(bool(missing()), reason=f"no screen reader can be played here: {missing()} missing")

#: What a person can act on; each must say what it is.
CONTROLS = {"push button", "check box", "radio button", "text", "combo box", "list", "tree", "page tab", "menu item"}
CONTROLS |= {"button menu", "spin button", "list item", "tree item", "password text", "toggle button", "table"}


def nameless(nodes: list[Node]) -> list[str]:
    return [f"{n.role} ({n.description or n.place[1]})" for n in nodes if n.role in CONTROLS and not n.name.strip()]


def unnamed_choices(nodes: list[Node]) -> list[str]:
    """Choices of which only what is chosen is heard: on Linux Qt gives that for their name; a description helps."""
    return [n.name for n in nodes if n.role == "combo box" and not n.description.strip()]


def test_the_start_screen_by_ear() -> None:
    with reading() as reader:
        reader.wait_for("push button", "New case")
        reader.press("push button", "New case")
        reader.wait_for("push button", "Make the case")
        nodes = wait(lambda: list(reader.walk()))
    assert nameless(nodes) == []
    assert unnamed_choices(nodes) == []
    order = [n.name for n in nodes if n.role in ("text", "password text", "combo box")]
    assert order.index("Subject's name") < order.index("Date of birth") < order.index("Passphrase of the case")


def test_a_case_is_read_and_decided_by_ear(case_path: Path) -> None:
    with reading(str(case_path), PASSPHRASE) as reader:
        left = wait(lambda: _left(reader))
        nodes = wait(lambda: list(reader.walk()))
        assert nameless(nodes) == []
        assert unnamed_choices(nodes) == []
        names = [n.name for n in nodes]
        assert names.index("Documents and pages") < names.index("Pages") < names.index("What is left to do")

        # The list of the page is a full alternative to the page: what is marked, as what, and the buttons that decide.
        reader.press("page tab", "This page")
        marked = wait(lambda: _marked(reader))
        chosen = next(n for n, item in enumerate(marked) if "To decide" in item.name or "Possibly" in item.name)
        stands = r".+, (To decide|Possibly somebody|Professional|The subject|Left in)"
        assert all(re.match(stands, item.name) for item in marked)
        reader.select(reader.find("list", "Marked on this page"), chosen)
        wait(lambda: "Press" in reader.actions(reader.find("push button", "Redact here")))
        reader.press("push button", "Redact here")
        wait(lambda: _marked(reader)[chosen].name.count("Redacted"))
        assert (_left(reader) or left) <= left


def test_a_dialog_by_ear_ends_with_its_buttons(case_path: Path) -> None:
    with reading(str(case_path), PASSPHRASE) as reader:
        due = wait(lambda: next((n.name for n in reader.walk() if n.name.startswith("No date of receipt")), ""))
        reader.press("push button", due)
        reader.wait_for("push button", "Save")
        nodes = wait(lambda: list(reader.walk()))
        dialog = nodes[next(n for n, node in enumerate(nodes) if node.role == "dialog") :]
    assert nameless(dialog) == []
    assert unnamed_choices(dialog) == []
    names = [n.name for n in dialog if n.role in CONTROLS]
    assert names.index("Request received") < names.index("Cancel") < names.index("Save")


def _marked(reader: Reader) -> list[Node]:
    return [n for n in reader.walk(reader.find("list", "Marked on this page").place, 2) if n.role == "list item"]


def _left(reader: Reader) -> int:
    """How much the status line says is left to decide; 0 until it says so."""
    for node in reader.walk():
        match = re.match(r"(\d+) things? left to decide", node.name)
        if node.role == "label" and match:
            return int(match[1])
    return 0
