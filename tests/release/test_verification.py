# SPDX-License-Identifier: AGPL-3.0-or-later
"""The report of the verification, as somebody reads it, and as a later verification reads it again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redactor.release import verification_wording
from tests.release.papers import DRAFT, SECRET, every_kind
from tests.release.test_guide import text_of


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory):
    case = every_kind()
    return case, case.release(tmp_path_factory.mktemp("report") / "out")


def test_it_tells_each_check_and_what_was_counted(released) -> None:
    _, result = released
    text = text_of(result.folder / verification_wording.FILE)
    report = json.loads((result.folder / "verification.json").read_text(encoding="utf-8"))
    assert f"All {len(report['rules'])} checks were passed." in text
    for rule in report["rules"]:
        assert rule["holds"][1:] in text
    for name in ("pages", "words", "boxes"):
        assert f"{report['counts'][name]:,}" in text
    for name, version in report["engines"].items():
        assert f"{name} {version}" in text
    assert all(piece not in text for piece in SECRET.split())


def test_it_is_in_the_manifest_and_stands_a_later_verification(released) -> None:
    case, result = released
    assert verification_wording.FILE in (result.folder / "manifest.json").read_text(encoding="utf-8")
    assert case.verify(result.folder).verified


def test_numbers_of_a_large_record_are_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = every_kind()
    with monkeypatch.context() as counting:
        counting.setattr(verification_wording, "PASSED_ALL", "All {count} checks were passed. 1,012,476 1.28.2")
        result = case.release(tmp_path / "out")
    assert case.verify(result.folder).verified


def test_a_word_put_into_it_is_found_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = every_kind()
    with monkeypatch.context() as written:
        written.setattr(verification_wording, "WHAT", "Smuggled words.")
        result = case.release(tmp_path / "out")
    report = case.verify(result.folder)
    assert not report.verified
    assert any("verification.pdf" in problem for problem in report.problems)


def test_a_draft_says_so(tmp_path: Path) -> None:
    result = every_kind().release(tmp_path / "draft", DRAFT)
    assert "DRAFT" in text_of(result.folder / verification_wording.FILE)
