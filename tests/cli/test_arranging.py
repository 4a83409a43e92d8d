# SPDX-License-Identifier: AGPL-3.0-or-later
"""The documents as a whole, by the commands a person types."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redactor.cli import main
from tests.conftest import PASSPHRASE


@pytest.fixture
def run(monkeypatch, capsys):
    """Run one command; returns (status, JSON rows, stderr)."""
    monkeypatch.setenv("REDACTOR_DEBUG", "1")
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)

    def command(*words: object) -> tuple[int, list[dict], str]:
        try:
            status = main([str(word) for word in words])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        captured = capsys.readouterr()
        return status, [json.loads(line) for line in captured.out.splitlines() if line.startswith("{")], captured.err

    return command


def listed(run, case: Path) -> list[dict]:
    status, rows, err = run("documents", case, "--json")
    assert status == 0, err
    return rows


def test_documents_are_listed_arranged_split_and_left_out(run, case_path: Path):
    first, second = listed(run, case_path)
    assert (first["number"], first["file"], first["proposed_kind"]) == (1, "01 Letter.pdf", "letter")
    assert (first["title"], first["date"], first["status"], first["late"]) == (None, None, "released", False)
    assert second["proposed_date"] == "2019-05-03" and second["proposed_date_why"]
    assert run("arrange", case_path, "--move", "2", "--before", "1")[0] == 0
    assert run("arrange", case_path, "2", "--title", "To Priya", "--date", "14/03/2019", "--section", "Letters")[0] == 0
    assert run("split-document", case_path, "--file", "02 Case notes.pdf", "--pages", "2")[0] == 0
    rows = listed(run, case_path)
    assert [(row["file"][:2], row["first"], row["last"]) for row in rows] == [("02", 1, 1), ("02", 2, 2), ("01", 1, 1)]
    assert (rows[2]["title"], rows[2]["date"], rows[2]["section"]) == ("To Priya", "2019-03-14", "Letters")
    leave = ("leave-out", case_path, "--file", "02 Case notes.pdf", "--pages", "2", "--reason", "OOS")
    status, _, err = run(*leave)
    assert status == 2 and "--field why=" in err
    assert run(*leave, "--field", "why=another family's")[0] == 0
    assert [row["status"] for row in listed(run, case_path)] == ["released", "left out", "released"]
    assert run("put-back", case_path, "--file", "02 Case notes.pdf")[0] == 0
    assert run("arrange", case_path, "--confirm")[0] == 0
    assert [row["title"] for row in listed(run, case_path)] == ["Case notes, 3 May 2019", None, "To Priya"]
    assert run("arrange", case_path, "--by", "date")[0] == 0
    assert run("undo", case_path)[0] == 0


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("arrange", "CASE"), 2, "one thing"),
        (("arrange", "CASE", "--move", "1"), 2, "--before"),
        (("arrange", "CASE", "--move", "1", "--before", "1"), 2, "before itself"),
        (("arrange", "CASE", "9", "--title", "T"), 2, "no document"),
        (("arrange", "CASE", "1", "--date", "Tuesday"), 2, "YYYY-MM-DD"),
        (("split-document", "CASE", "--file", "01 Letter.pdf", "--pages", "x"), 2, "not a page"),
        (("leave-out", "CASE", "--file", "01 Letter.pdf", "--reason", "COPY"), 2, "--of"),
        (("leave-out", "CASE", "--file", "01 Letter.pdf", "--reason", "TP"), 1, "withhold"),
        (("put-back", "CASE", "--file", "01 Letter.pdf"), 2, "none of these pages"),
    ],
)
def test_what_does_not_fit_is_one_line(run, case_path: Path, words, status, says):
    got, _, err = run(*(case_path if word == "CASE" else word for word in words))
    assert (got, says in err, err.count("\n")) == (status, True, 1), err
