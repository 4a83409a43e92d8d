# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keep places of a page and hide the rest, from a shell to the exported bundle."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2

from tests.conftest import make_pdf

LOG = [
    "Night log, Harrow House, 4 May 2019",
    "21:10 Kayleigh Barnes came in late and went to bed.",
    "21:40 Priya Marlowe asked for a drink of water.",
    "22:15 Tyrone Okafor rang his mother.",
    "23:05 Priya Marlowe woke and was settled by staff.",
    "23:30 Kayleigh Barnes could not sleep.",
]


def _text(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        return " ".join(pdf[number].get_textpage().get_text_bounded() for number in range(len(pdf)))


def test_a_log_book_keeps_the_subject_and_hides_the_others(command, tmp_path: Path) -> None:
    papers, case = tmp_path / "papers", tmp_path / "c.case"
    papers.mkdir()
    make_pdf(papers / "log.pdf", LOG)
    command("new", case, "--reference", "R", "--subject", "Priya Marlowe", "--json")
    command("add", case, papers, "--json")
    command("analyse", case, "--workers", "1", "--json")
    subject = next(p["id"] for p in command("people", case, "--json") if p["role"] == "subject")
    place = ("hide-rest", case, "--file", "log.pdf", "--page", "1", "--json")

    command(*place, "--keep-text", "nowhere at all", "--reason", "OOS", status=2)
    command(*place, "--reason", "OOS", status=2)
    command(*place, "--keep-person", subject, "--reason", "NOT-A-REASON", status=2)
    (done,) = command(*place, "--keep-person", subject, "--reason", "OOS", "--field", "why=the log of a whole house")
    assert done["words_kept"] == 18 and done["words_hidden"] == 29
    # What is hidden with the rest is decided: nothing of it is left to do.
    assert not [m for m in command("mentions", case, "--json") if m["status"] == "proposed"]
    (more,) = command(*place, "--keep-text", LOG[0], "--reason", "OOS", "--field", "why=the log of a whole house")
    assert more["words_kept"] == 18 + 7

    out = tmp_path / "draft"
    command("export", case, "--out", out, "--draft", "--json")
    text = _text(out / "bundle.pdf")
    for kept in ("Night log, Harrow House", "Priya Marlowe asked for a drink of water.", "was settled by staff."):
        assert kept in " ".join(text.split())
    for hidden in ("Kayleigh", "Barnes", "Tyrone", "Okafor", "mother", "sleep", "22:15"):
        assert hidden not in text
    # Between two kept lines all of a hidden line is covered, and not only where its words stood.
    with pypdfium2.PdfDocument(out / "bundle.pdf") as pdf:
        page = pdf[1].render(scale=2.0).to_pil().convert("L")
    for x in (20, 300, 500, 570):
        assert page.getpixel((2 * x, 2 * (842 - 780 + 3 * 22 - 4))) < 250, "the hidden line's place shows"
    (row,) = json.loads((out / "redaction-log.json").read_text(encoding="utf-8"))
    assert len(row["boxes_in_bundle"]) >= 3

    command("undo", case, "--json")
    command("undo", case, "--json")
    assert [m for m in command("mentions", case, "--json") if m["status"] == "proposed"]


def test_pages_without_them_are_hidden_whole_and_nothing_kept_is_refused(command, tmp_path: Path) -> None:
    papers, case = tmp_path / "papers", tmp_path / "c.case"
    papers.mkdir()
    make_pdf(papers / "log.pdf", LOG, ["05 May 2019", "21:00 Kayleigh Barnes played cards."])
    command("new", case, "--reference", "R", "--subject", "Priya Marlowe", "--json")
    command("add", case, papers, "--json")
    command("analyse", case, "--workers", "1", "--json")
    subject = next(p["id"] for p in command("people", case, "--json") if p["role"] == "subject")
    place = ("hide-rest", case, "--file", "log.pdf", "--reason", "OOS", "--field", "why=w", "--json")
    command(*place, "--page", "2", "--keep-person", subject, status=1)
    command(*place, "--page", "1-2", "--keep-box", "10,10,60,60", status=2)
    (done,) = command(*place, "--page", "1-2", "--keep-person", subject)
    assert done["pages_hidden_whole"] == [2]
    out = tmp_path / "draft"
    command("export", case, "--out", out, "--draft", "--json")
    assert "cards" not in _text(out / "bundle.pdf") and "settled" in _text(out / "bundle.pdf")
