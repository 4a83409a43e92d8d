# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reader's guide: plain, large, tagged, of a piece with the log, and verified like everything else."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from redactor.release.export import ReleaseFacts
from redactor.release.guide import guide
from redactor.release.guide_wording import FILE
from redactor.release.letter import LARGE
from redactor.release.logs.entries import LogLine
from tests.release.papers import DRAFT, SECRET, every_kind

GOLDEN = Path(__file__).with_name("golden") / "guide.txt"
FACTS = ReleaseFacts(reference="SAR/7", subject="Priya Shah", draft=False, office="Wexbourne Council")
PERSON = "This part is about somebody else. Other people in your records have a right to privacy too."
SEALED = "The law does not allow us to share this part."
LINES = [
    LogLine(1, 3, (), "Another person", PERSON, "UK GDPR Art 15(4)"),
    LogLine(2, 3, (), "Another person", PERSON, "UK GDPR Art 15(4)"),
    LogLine(3, 3, (), "Withheld by law", SEALED, "DPA 2018, Schedules 2, 3 and 4"),
    LogLine(4, 9, (), "Withheld by law", SEALED, "DPA 2018, Schedules 2, 3 and 4", whole_page=True),
]


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory):
    case = every_kind()
    return case, case.release(tmp_path_factory.mktemp("guide") / "out", guide=True)


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def test_the_words_are_as_they_were_looked_at() -> None:
    """Golden: made anew with REDACTOR_GOLDEN=1, and then read."""
    made = guide(LINES, FACTS, 12).text()
    if os.environ.get("REDACTOR_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(made, encoding="utf-8")
    assert made == GOLDEN.read_text(encoding="utf-8")
    sentences = re.split(r"(?<=[.?])\s", made)
    assert max(len(sentence.split()) for sentence in sentences) < 45
    assert not re.search(r"\b(data subject|exempt\w*|pursuant|redact\w*|controller)\b", made, re.IGNORECASE)


def test_nothing_held_back_has_a_guide_too() -> None:
    made = guide([], FACTS, 4).text()
    assert "Nothing on them has been held back." in made and "What the labels mean" not in made
    assert "ico.org.uk" in made


def test_it_tells_what_the_log_tells_and_nothing_that_was_hidden(released) -> None:
    case, result = released
    text = text_of(result.folder / FILE)
    log = json.loads((result.folder / "redaction-log.json").read_text(encoding="utf-8"))
    for row in log:
        assert row["label"] in text and row["explanation"] in text
    assert f"this many parts: {len(log)}" in text
    for piece in SECRET.split():
        assert piece not in text
    assert case.verify(result.folder).verified
    assert FILE in (result.folder / "manifest.json").read_text(encoding="utf-8")


def test_it_is_large_tagged_and_the_same_every_time(released, tmp_path: Path) -> None:
    case, result = released
    with pikepdf.open(result.folder / FILE) as pdf:
        assert pdf.Root.MarkInfo.Marked and pdf.Root.Lang == "en-GB"
        kinds = {str(o.S) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/S" in o and "/P" in o}
        assert {"/H1", "/H2", "/H3", "/P", "/Table"} <= kinds
        shown = pdf.pages[0].Contents.read_bytes()
    sizes = [float(size) for size in re.findall(rb"/[SB] ([\d.]+) Tf", shown)]
    body = [size for size in sizes if size > 10]
    assert body and min(body) >= LARGE
    again = case.release(tmp_path / "again", guide=True)
    assert (again.folder / FILE).read_bytes() == (result.folder / FILE).read_bytes()


def test_a_word_put_into_it_is_found(released, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from redactor.domain.errors import Refused
    from redactor.release import guide as writing

    monkeypatch.setattr(writing.say, "INTRO", "Smuggled words.")
    with pytest.raises(Refused, match="words that are not ours"):
        # The verifier knows the sentences as they ship.
        monkeypatch.setattr("redactor.release.check.guide_wording", _shipped())
        every_kind().release(tmp_path / "out", guide=True)
    assert not (tmp_path / "out").exists()


def _shipped() -> object:
    import importlib.util

    from redactor.release import guide_wording

    spec = importlib.util.spec_from_file_location("shipped_wording", guide_wording.__file__)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_draft_says_so_in_its_guide(tmp_path: Path) -> None:
    result = every_kind().release(tmp_path / "draft", DRAFT, guide=True)
    assert "DRAFT" in text_of(result.folder / FILE)
