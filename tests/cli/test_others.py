# SPDX-License-Identifier: AGPL-3.0-or-later
"""Entries of a shared log that tell of others alone, from a shell: asked about, hidden whole or left with a reason."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from tests.conftest import make_pdf

LOG = [
    "Rowan Lodge House Log Book",
    "04/03/2019 07:15 Tyler Brand got up without being asked.",
    "04/03/2019 07:30 Kerry Lowe took eight of her tablets, seen by the doctor.",
    "04/03/2019 08:10 Josh Adeyemi missed his taxi and cried.",
    "04/03/2019 15:45 He came in from school in a mood.",
    "05/03/2019 09:00 Kerry Lowe ate half of her breakfast.",
    "05/03/2019 12:15 Josh Adeyemi was excluded for two days.",
    "05/03/2019 20:00 Tyler Brand and Josh Adeyemi watched the football.",
]


@pytest.fixture
def case(command, tmp_path: Path) -> Path:
    papers = tmp_path / "papers"
    papers.mkdir()
    make_pdf(papers / "log.pdf", LOG)
    path = tmp_path / "c.case"
    command("new", path, "--reference", "R", "--subject", "Tyler Brand", "--json")
    command("add", path, papers, "--json")
    command("analyse", path, "--workers", "1", "--json")
    return path


def asked(command, case: Path) -> list[dict[str, str]]:
    return [row for row in command("todo", case, "--json") if row["kind"] == "others"]


def test_each_is_asked_hidden_whole_or_left_and_stays_settled(command, case: Path, tmp_path: Path) -> None:
    rows = asked(command, case)
    assert sorted(LOG.index(row["text"].split(": '", 1)[1].rstrip("'")) for row in rows) == [2, 3, 5, 6]
    first = next(row for row in rows if "tablets" in row["text"])
    assert "This entry names only Kerry Lowe" in first["text"] and first["page"] == 1

    # Nothing is hidden but on somebody's word, and the commands name what fits.
    draft = tmp_path / "before"
    command("export", case, "--out", draft, "--draft")
    assert "tablets" in text_of(draft)
    command("settle", case, first["id"], "--outcome", "seen", "--why", "x", status=1)
    command("settle", case, first["id"], "--outcome", "redact", "--why", "Kerry's health")
    command("export", case, "--out", tmp_path / "after", "--draft")
    after = text_of(tmp_path / "after")
    assert "tablets" not in after and "breakfast" in after and "got up without" in after

    command("settle", case, "--kind", "others:row", "--outcome", "leave", "--why", "there are none")
    assert len(asked(command, case)) == 3
    command("settle", case, "--kind", "others:entry", "--outcome", "leave", "--why", "He was there")
    command("analyse", case, "--workers", "1")
    assert asked(command, case) == []
    left = [row for row in command("review", case, "--json") if row.get("kind") == "others_left"]
    assert len(left) == 3
    command("undo", case)
    assert len(asked(command, case)) == 3


def test_an_entry_that_goes_on_over_a_page_is_asked_about_though_one_of_the_pages_is_left_out(
    command, tmp_path: Path
) -> None:
    make_pdf(tmp_path / "log.pdf", LOG[:7], ["She was taken to hospital by ambulance.", LOG[7]])
    case = tmp_path / "c.case"
    command("new", case, "--reference", "R", "--subject", "Tyler Brand", "--json")
    command("add", case, tmp_path / "log.pdf", "--json")
    command("analyse", case, "--workers", "1", "--json")
    over = [row for row in asked(command, case) if "ambulance" in row["text"]]
    assert len(over) == 1
    command("leave-out", case, "--file", "log.pdf", "--pages", "1", "--reason", "OOS", "--field", "why=blank")
    assert [row["id"] for row in asked(command, case)] == [over[0]["id"]]


def text_of(folder: Path) -> str:
    with pymupdf.open(folder / "bundle.pdf") as pdf:
        return " ".join(" ".join(page.get_text().split()) for page in pdf)
