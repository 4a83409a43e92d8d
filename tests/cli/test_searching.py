# SPDX-License-Identifier: AGPL-3.0-or-later
"""Patterns, saved searches, and a marked box moved and split, from a shell."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import make_pdf

LINES = ["Ring 01632 960456 or 01632 960123.", "Ask for Darren, Dareen or Darrin.", "The kitchen was clean."]


def test_patterns_are_found_saved_and_redacted_and_a_box_is_reshaped(command, tmp_path: Path) -> None:
    papers, case = tmp_path / "papers", tmp_path / "c.case"
    papers.mkdir()
    make_pdf(papers / "note.pdf", LINES)
    command("new", case, "--reference", "R", "--subject", "Jo Smith", "--json")
    command("add", case, papers, "--json")
    command("analyse", case, "--workers", "1", "--json")

    rows = command("find", case, "01632 ######", "--pattern", "--json")
    assert [row["text"] for row in rows] == ["01632 960456", "01632 960123"]
    assert rows[0]["before"] == "Ring" and rows[0]["after"].startswith("or 01632")
    command("find", case, "* *", "--pattern", status=2)

    command("searches", case, "--save", "Dar?e*", "--pattern", "--json")
    command("searches", case, "--save", "Dar?e*", "--pattern", "--json")
    assert command("searches", case, "--json") == [{"text": "Dar?e*", "how": "pattern", "places": 2}]
    assert command("searches", case, "--forget", "Dar?e*", "--pattern", "--json") == []
    command("searches", case, "--forget", "Dar?e*", "--pattern", status=2)

    (done,) = command("redact-found", case, "01632 ######", "--pattern", "--reason", "TP", "--json")
    assert done["places"] == 2
    command("redact-found", case, "nothing so", "--fuzzy", "--reason", "TP", status=2)
    command("undo", case, "--json")

    place = ("--file", "note.pdf", "--page", "1", "--json")
    first, last = rows[0]["boxes"][0], command("find", case, "kitchen", "--json")[0]["boxes"][0]
    box = ",".join(str(v) for v in (55, first[1] - 2, 300, last[3] + 2))
    (drawn,) = command("redact", case, "--box", box, "--reason", "TP", *place)
    (moved,) = command("reshape", case, drawn["event"], "--box", "60,300,200,320", *place)
    assert moved["boxes"] == [[60, 300, 200, 320]]
    command("reshape", case, drawn["event"], "--by-line", *place, status=2)  # no words are there
    command("reshape", case, drawn["event"], "--box", "9000,9000,9100,9100", *place, status=2)
    command("reshape", case, "no such event", "--box", "60,300,200,320", *place, status=2)
    command("undo", case, "--json")
    (split,) = command("reshape", case, drawn["event"], "--by-line", *place)
    assert len(split["boxes"]) == 3, "one box a line"
