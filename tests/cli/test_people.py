# SPDX-License-Identifier: AGPL-3.0-or-later
"""``redactor people`` and ``decide --person``: what would happen to whom, in words; a name will do where it is one."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.domain.mentions import LABEL_WORDS, Label
from redactor.operations.view import CaseView
from redactor.review.todo_items import KIND_WORDS, TodoKind
from tests.conftest import PASSPHRASE


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], case_path: Path):
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)

    def command(name: str, *words: str, status: int = 0) -> tuple[str, str]:
        assert main([name, str(case_path), *words]) == status
        return tuple(capsys.readouterr())

    return command


def test_what_would_happen_to_whom(run) -> None:
    rows = [json.loads(line) for line in run("people", "--json")[0].splitlines()]
    stands = {row["name"]: row["stands"] for row in rows}
    assert stands["Priya Shah"] == "left in: the subject" and stands["Gareth Pole"] == "redact?"
    undecided = [row["stands"] == "redact?" for row in rows]
    assert undecided == sorted(undecided, reverse=True) and any(undecided) and not all(undecided)
    assert "left in: another person" not in stands.values()  # whoever is not asked about is said to be why
    counts = [row["mentions"] for row in rows if row["stands"] == "redact?"]
    assert counts == sorted(counts, reverse=True) and all(row["possible"] <= row["mentions"] for row in rows)

    run("decide", "--person", "gareth  POLE", "--redact")
    other = next(row for row in rows if row["stands"] == "redact?" and row["name"] != "Gareth Pole")
    run("decide", "--person", other["id"][:-1], "--disclose", "--why", "she knows")
    lines = run("people")[0].splitlines()
    assert any("Gareth Pole: redacted (TP)  (" in line and " mentions" in line for line in lines)
    assert any(re.search(f"{re.escape(other['name'])}: left in", line) for line in lines)


def test_whom_nobody_or_several_answer_to(run, case_path: Path) -> None:
    assert "nobody in this case" in run("decide", "--person", "Zebedee", "--redact", status=2)[1]
    with CaseFile.open(case_path, PASSPHRASE, write=False) as case:
        ids = sorted(CaseView(case).people)
    shared = next((a[:n] for a, b in pairwise(ids) for n in (1, 2) if a[:n] == b[:n]), None)
    assert shared is not None
    said = run("decide", "--person", shared, "--redact", status=2)[1]
    assert f"'{shared}' is" in said and "Give the id of one" in said
    assert sum(identity in said for identity in ids) >= 2


def test_everything_to_do_is_in_plain_words_and_signed(run) -> None:
    items = [json.loads(line) for line in run("todo", "--json")[0].splitlines()]
    assert items
    for item in items:
        assert not re.search(r"\([A-Z]+(_[A-Z]+)*\)", item["text"]), item
        for command in re.findall(r"redactor (?:decide|accept|settle|harm|undo)\b[^;(]*", item["how"]):
            assert "--as ID" in command, item
    assert set(KIND_WORDS) == set(TodoKind) and set(LABEL_WORDS) == set(Label)
    refused = run("submit", status=2)[1]
    assert "identity" in refused


def test_several_are_no_people_in_one_decision(run) -> None:
    rows = [json.loads(line) for line in run("people", "--json")[0].splitlines()]
    chosen = [row for row in rows if row["stands"] == "redact?"][:2]
    asked = [word for row in chosen for word in ("--person", row["id"])]
    said = run("decide", *asked, "--nobody")[0]
    assert all(f"{row['name']}: not a person, " in said for row in chosen)
    stands = {row["id"]: row["stands"] for row in map(json.loads, run("people", "--json")[0].splitlines())}
    assert all(stands[row["id"]].startswith("left in") for row in chosen)
    todo = [json.loads(line) for line in run("todo", "--json")[0].splitlines()]
    assert not [item for item in todo if item.get("kind") == "consent"]  # the ground is on record
    run("undo")
    after = {row["id"]: row["stands"] for row in map(json.loads, run("people", "--json")[0].splitlines())}
    assert all(after[row["id"]] == "redact?" for row in chosen)  # one undo takes back both
