# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two caseworkers, two files, one lead, from the shell: notes, halves, conflicts, review."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from redactor.cli import main
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE

COPY = "a passphrase of its own"


@pytest.fixture(autouse=True)
def passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("REDACTOR_COPY_PASSPHRASE", COPY)
    monkeypatch.setenv("REDACTOR_IDENTITY_PASSPHRASE", STAFF_PASSPHRASE)


def rows(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> list[dict]:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == status, capsys.readouterr().err
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_halves_from_the_shell(
    case_path: Path, staff: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case, half = str(case_path), str(tmp_path / "half.case")
    worker, lead = str(staff / "worker.id"), str(staff / "lead.id")
    assert main(["identity", "new", str(staff / "ben.id"), "--name", "Ben Other", "--role", "caseworker"]) == 0
    ben = str(staff / "ben.id")
    over = ("hand-over", case, half, "--to", "Ben", "--for", "half", "--documents", "02 Case notes.pdf", "--as", worker)
    assert rows(capsys, *over)[0]["to"] == "Ben"
    assert main(["hand-over", case, half, "--to", "Ben", "--as", worker]) == 2
    assert "name already" in capsys.readouterr().err
    known = rows(capsys, "hand-over", case)
    assert [(row["to"], row["files"], row["back"], row["this"]) for row in known] == [
        ("Ben", ["02 Case notes.pdf"], [], False)
    ]
    people = {row["name"]: row["id"] for row in rows(capsys, "people", case)}
    gareth = people["Gareth Pole"]
    assert main(["decide", case, "--person", gareth, "--redact", "--as", worker]) == 0
    monkeypatch.setenv("REDACTOR_PASSPHRASE", COPY)
    assert main(["decide", half, "--person", gareth, "--disclose", "--why", "She knows him", "--as", ben]) == 0
    assert rows(capsys, "hand-over", half)[0]["this"] is True
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)

    told = rows(capsys, "bring-back", case, half, "--as", worker)
    assert told[0]["about"] == "Gareth Pole" and told[-1]["merged"] and told[-1]["conflicts"] == 1
    assert main(["bring-back", case, half, "--as", worker]) == 1
    assert "nothing was done in this copy" in capsys.readouterr().err
    assert rows(capsys, "hand-over", case)[0]["back"]
    (conflict,) = rows(capsys, "conflicts", case)
    assert {"She knows him" in conflict["1"], "She knows him" in conflict["2"]} == {True, False}
    assert any(row["kind"] == "conflict" for row in rows(capsys, "todo", case))
    take = "1" if "She knows him" in conflict["1"] else "2"
    assert main(["conflicts", case, conflict["id"], "--take", take, "--why", "Asked her"]) == 2
    decided = rows(capsys, "conflicts", case, conflict["id"], "--take", take, "--why", "Asked her", "--as", worker)
    assert decided[0]["left"] == 0
    assert {row["name"]: row["decision"] for row in rows(capsys, "people", case)}["Gareth Pole"] == "disclose"
    assert rows(capsys, "check", case)[0]["sound"]

    # Notes and comments.
    place = ("--file", "02 Case notes.pdf", "--page", "1")
    (note,) = rows(capsys, "note", case, "--say", "Was the GP right?", *place, "--as", worker)
    assert note["purpose"] == "note" and note["page"] == 1
    assert main(["comment", case, "--say", "No", "--as", worker]) == 1
    (comment,) = rows(capsys, "comment", case, "--say", "Again", *place, "--text", "grave risk", "--as", lead)
    assert comment["passage"] == "grave risk"
    assert [row["id"] for row in rows(capsys, "note", case, "--open")] == [note["id"], comment["id"]]
    assert main(["note", case, "--answer", comment["id"][:10], "--as", worker]) == 2
    answered = rows(capsys, "note", case, "--answer", comment["id"][:10], "--say", "Done", "--as", worker)
    assert not answered[0]["open"] and answered[0]["answers"][0]["by"] == "Wendy Case"

    found = rows(capsys, "review", case, "--as", lead)
    kinds = {row["kind"] for row in found if row["row"] == "risk"}
    assert "conflict" in kinds and "disclosed" in kinds
    assert rows(capsys, "review", case, "--done", "--as", lead)
    later = rows(capsys, "review", case, "--new", "--as", lead)
    assert not [row for row in later if row["row"] in ("risk", "change")]
