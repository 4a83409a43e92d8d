# SPDX-License-Identifier: AGPL-3.0-or-later
"""``redactor consent``: what is on record about another person, the list that asks for the rest, the letter."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest

from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.operations.deciding.settle import settle
from redactor.operations.deciding.undoing import undo
from redactor.operations.left.todo import left_to_do
from redactor.operations.planning.planned import plan_now
from redactor.operations.view import CaseView
from redactor.review.todo_items import TodoKind
from tests.conftest import PASSPHRASE


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], case_path: Path):
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)

    def command(name: str, *words: str) -> tuple[int, list[dict], str]:
        status = main([name, str(case_path), "--json", *words])
        captured = capsys.readouterr()
        return status, [json.loads(line) for line in captured.out.splitlines()], captured.err

    return command


@pytest.fixture
def gareth(run) -> str:
    return next(row["id"] for row in run("people")[1] if row["name"] == "Gareth Pole")


def open_gaps(case_path: Path) -> list[str]:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        return [item.text for item in left_to_do(CaseView(case), residual=False) if item.kind is TodoKind.CONSENT]


def test_leaving_somebody_in_needs_its_ground_and_consent_gives_it(run, gareth: str, case_path: Path) -> None:
    run("decide", "--person", gareth, "--disclose", "--why", "he said so")
    assert open_gaps(case_path) == ["Gareth Pole: left in, and on what ground is not on record"]
    status, _, said = run("consent", "--person", gareth, "--answer", "given")
    assert status == 2 and "an answer has its date" in said
    status, (row,), _ = run(
        "consent", "--person", gareth, "--asked", "2026-02-01", "--answer", "given", "--answered", "2026-02-05",
        "--scope", "what he said on the telephone", "--form", "letter",
    )  # fmt: skip
    assert status == 0 and row["follows"]["ground"] == "CONSENT"
    # What they agreed to was put on record after they were left in everywhere.
    assert row["gaps"] == ["left in wherever they are named, and they agreed, for: what he said on the telephone"]
    again = ("decide", "--person", gareth, "--disclose", "--why", "he said so")
    assert run(*again)[0] == 1 and run(*again, "--beyond-consent")[0] == 0
    assert not open_gaps(case_path)
    run("decide", "--person", gareth, "--redact")
    assert "They agreed" in open_gaps(case_path)[0]
    run("consent", "--person", gareth, "--override", "his consent does not reach the second letter")
    assert not open_gaps(case_path)


def test_what_was_not_given_is_not_on_record(run, gareth: str) -> None:
    _, (row,), _ = run("consent", "--person", gareth, "--information", "what he said")
    assert {name for name in row if name in ("known", "scope", "died", "what")} == set()
    assert row["follows"]["outcome"] == "" and row["factors_open"] == ["duty", "steps", "capability", "refusal"]
    _, (row,), _ = run("consent", "--person", gareth, "--known", "she told us so herself")
    assert row["known"] == "she told us so herself" and row["follows"]["ground"] == "KNOWN"


def test_a_ground_named_with_the_decision_is_enough(run, gareth: str, case_path: Path) -> None:
    run("decide", "--person", gareth, "--disclose", "--reason", "KNOWN", "--why", "she told us about him herself")
    assert not open_gaps(case_path)
    assert run("decide", "--person", gareth, "--disclose", "--reason", "H-HARM", "--why", "x")[0] == 2


def test_what_is_settled_on_the_list_decides_or_overrides(run, gareth: str, case_path: Path, pool) -> None:
    run("decide", "--person", gareth, "--disclose", "--why", "he said so")
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)

        def items() -> list:
            return [item for item in left_to_do(view, residual=False) if item.kind is TodoKind.CONSENT]

        settle(view, items(), "leave", "agreed with the data protection officer")
        assert not items()
        undo(view)
        settle(view, items(), "redact", "nothing shows that he agreed")
        assert not items() and str(view.state.ground_for(gareth).outcome) == "redact"
        assert any(row == "redacted" for outcome in view.outcomes.values() for row in outcome.statuses.values())


def test_what_is_on_record_is_part_of_what_is_approved(run, gareth: str, case_path: Path) -> None:
    run("consent", "--person", gareth, "--information", "what he said in a call")
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        before = plan_now(view)
        assert "consents" in dict(before.evidence)
        undo(view)
        assert plan_now(view).digest() != before.digest()


def test_the_letter_names_nobody_else(run, gareth: str, tmp_path: Path) -> None:
    status, _, said = run("consent", "--person", gareth, "--letter", str(tmp_path / "a.pdf"))
    assert status == 2 and "kind of information" in said
    run("consent", "--person", gareth, "--information", "what you said about Mrs Adeyemi in a telephone call")
    status, _, said = run("consent", "--person", gareth, "--letter", str(tmp_path / "a.pdf"))
    assert status == 1 and "would name somebody else" in said and "Adeyemi" not in said
    run("consent", "--person", gareth, "--information", "what you said in a telephone call in May 2019")
    words = ("consent", "--person", gareth, "--contact", "0300 123 4567", "--large")
    assert run(*words, "--letter", str(tmp_path / "a.pdf"))[0] == 0
    assert run(*words, "--letter", str(tmp_path / "a.txt"))[0] == 0
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pdf:
        printed = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    for text in (" ".join(printed.split()), (tmp_path / "a.txt").read_text(encoding="utf-8")):
        assert "Dear Gareth Pole" in text and "telephone call in May" in " ".join(text.split())
        for other in ("Meena", "Adeyemi", "Shah", "Fiona", "Whitcombe"):
            assert other not in text
    assert run(*words, "--letter", str(tmp_path / "a.txt"))[0] == 2  # nothing is written over
