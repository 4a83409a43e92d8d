# SPDX-License-Identifier: AGPL-3.0-or-later
"""Harm candidates from a shell: listed, marked, left with a reason, kept over a second analysis."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from tests.conftest import make_pdf

THREAT = "Mr Lowe said that if she ever took the children he would kill her."
REFUGE = "Donna is now in the refuge. Under no circumstances is Mr Lowe to learn of this."


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A note with two passages, a copy of it in an e-mail, and a letter with comments and a form field."""
    folder = tmp_path / "papers"
    folder.mkdir()
    note = ["Case note 3 May 2019", THREAT, "The boiler was serviced.", "", REFUGE]
    make_pdf(folder / "1 note.pdf", note)
    make_pdf(folder / "2 mail.pdf", ["From: Jo Orr", "> Hello,", "> " + THREAT, "> Thanks"])
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 90), "Nothing of note was said.", fontsize=11)
        box = (72, 200, 500, 240)
        page.add_freetext_annot(box, "She must not be told that it was her sister who rang us.", fontsize=11)
        page.add_text_annot((300, 400), "Please do not tell mum that we have the bank statements.")
        pdf.save(folder / "3 letter.pdf")
    return folder


def test_candidates_are_listed_marked_left_and_kept(command, record: Path, tmp_path: Path) -> None:
    case = tmp_path / "c.case"
    command("new", case, "--reference", "R", "--subject", "Donna Lowe", "--json")
    command("add", case, record, "--json")
    command("analyse", case, "--workers", "1", "--json")

    rows = command("harm-cues", case, "--json")
    found = {(row["file"], row["kind"]): row for row in rows}
    assert set(found) == {
        ("1 note.pdf", "threat"),
        ("1 note.pdf", "location"),
        ("2 mail.pdf", "threat"),
        ("3 letter.pdf", "secrecy"),
        ("3 letter.pdf", "informant"),
    }
    refuge = found["1 note.pdf", "location"]
    assert refuge["text"] == REFUGE and refuge["reason"] == "SW-HARM" and refuge["class"] == "social_work"
    assert refuge["status"] == "open" and refuge["boxes"]
    comment = found["3 letter.pdf", "informant"]
    assert comment["where"] in ("page", "annotation") and comment["boxes"] and comment["status"] == "open"
    behind = found["3 letter.pdf", "secrecy"]
    assert behind["where"] == "annotation" and behind["status"] == "not_carried"
    assert found["1 note.pdf", "threat"]["id"] == found["2 mail.pdf", "threat"]["id"]

    todo = [row for row in command("todo", case, "--json") if row["kind"] == "harm_cue"]
    assert len(todo) == 3
    assert not any(row["status"] == "redacted" for row in command("mentions", case, "--json"))

    threat = found["1 note.pdf", "threat"]["id"]
    marked = command("harm", case, "--cue", threat, "--reason", "SW-HARM", "--field", "who=Donna", "--json")
    assert marked[0]["kind"] == "harm.marked" and marked[0]["places"] == 2
    settled = command("settle", case, "--kind", "harm_cue:location", "--outcome", "leave", "--why", "old", "--json")
    assert settled[0]["settled"] == 1
    command("settle", case, refuge["id"], "--outcome", "leave", "--why", "again", status=2)
    command("settle", case, "--kind", "harm_cue:weather", "--outcome", "leave", "--why", "w", status=2)

    command("analyse", case, "--workers", "1", "--json")
    after = {row["id"]: row["status"] for row in command("harm-cues", case, "--json")}
    assert after[threat] == "marked" and after[refuge["id"]] == "left" and after[comment["id"]] == "open"
    command("undo", case)
    after = {row["id"]: row["status"] for row in command("harm-cues", case, "--json")}
    assert after[refuge["id"]] == "open"


def test_a_passage_nobody_knows_is_bad_input(command, case_path: Path) -> None:
    command("harm", case_path, "--cue", "h-nothing", "--reason", "SW-HARM", status=2)
    command("harm", case_path, "--cue", "h-1", "--text", "x", "--reason", "SW-HARM", status=2)
    command("harm", case_path, "--text", "x", "--reason", "SW-HARM", status=2)
