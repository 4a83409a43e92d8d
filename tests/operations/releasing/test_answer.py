# SPDX-License-Identifier: AGPL-3.0-or-later
"""The covering letter: every point of UK GDPR Art 15(1), what was searched, the dates; golden."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.domain.errors import BadInput, Refused
from redactor.operations.releasing.answer import ARTICLE_15, answer_letter, template
from redactor.operations.request.request import record_request
from redactor.operations.view import CaseView
from tests.conftest import PASSPHRASE

GOLDEN = Path(__file__).parent.with_name("golden") / "letter.txt"
DAY = datetime.date(2026, 2, 27)


@pytest.fixture
def view(case_path: Path):
    with CaseFile.open(case_path, PASSPHRASE) as case:
        yield CaseView(case)


def test_the_letter_tells_all_that_must_be_told(view: CaseView) -> None:
    """UK GDPR Art 15(1)(a) to (h), and what searches were made. Golden: made anew with REDACTOR_GOLDEN=1, then read."""
    with pytest.raises(Refused, match="what was searched"):
        answer_letter(view, template(), DAY)
    facts = {"received": "2026-01-31", "searches": "the social care system and the paper archive, by the records team"}
    record_request(view, {**facts, "address": "1 Larch Close, Wexbourne"})
    made = answer_letter(view, template(), DAY).text()
    if os.environ.get("REDACTOR_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(made, encoding="utf-8")
    assert made == GOLDEN.read_text(encoding="utf-8")
    flat = " ".join(made.split())
    for letter in ARTICLE_15:
        assert template()["art15"][letter]["text"] in flat
    assert "the paper archive" in flat and "31 January 2026" in flat and "until 2 March 2026" in flat
    for other in ("Gareth", "Meena", "Adeyemi", "Whitcombe"):
        assert other not in flat


def test_a_council_words_the_points_and_cannot_drop_one(tmp_path: Path) -> None:
    own = tmp_path / "ours.toml"
    own.write_text('closing = "Kind regards."\n[art15.d]\ntext = "75 years from birth."', encoding="utf-8")
    words = template(own)
    assert words["art15"]["d"]["text"] == "75 years from birth." and words["closing"] == "Kind regards."
    assert words["art15"]["d"]["title"] == template()["art15"]["d"]["title"]
    for text in ('[art15.d]\ntext = " "', '[art15.z]\ntext = "x"', 'other = "x"', "closing = 3", "art15 = 1", "[["):
        own.write_text(text, encoding="utf-8")
        with pytest.raises(BadInput) as refused:
            template(own)
        assert "ours.toml" in str(refused.value)
    assert "{" not in template()["opening"]


def test_in_the_shell(view: CaseView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    record_request(view, {"received": "2026-01-31", "searches": "everything"})
    path = str(view.case.path)
    view.case.close()
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    assert main(["letter", path, "--out", str(tmp_path / "l.pdf"), "--large"]) == 0
    assert (tmp_path / "l.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert main(["letter", path, "--out", str(tmp_path / "l.pdf")]) == 2
    assert "already there" in capsys.readouterr().err
