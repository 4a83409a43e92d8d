# SPDX-License-Identifier: AGPL-3.0-or-later
"""From an empty folder to a verified release, by the commands a person types."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from redactor.cli import main
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run one command; returns (status, JSON rows, stderr)."""
    monkeypatch.setenv("REDACTOR_DEBUG", "1")
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("REDACTOR_IDENTITY_PASSPHRASE", STAFF_PASSPHRASE)
    monkeypatch.chdir(tmp_path)

    def command(*words: object) -> tuple[int, list[dict], str]:
        try:
            status = main([str(word) for word in words])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        captured = capsys.readouterr()
        rows = [json.loads(line) for line in captured.out.splitlines() if line.startswith("{")]
        assert "Traceback" not in captured.err
        return status, rows, captured.err

    return command


def ok(result) -> list[dict]:
    status, rows, err = result
    assert status == 0, err
    return rows


def person_id(rows: list[dict], name: str) -> str:
    return next(row["id"] for row in rows if name in (row["name"], *row["aliases"]))


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def settle_all(run, case: Path, worker: Path) -> None:
    for _ in range(6):
        items = ok(run("todo", case, "--json"))
        if not items:
            return
        for kind in {item["kind"] for item in items}:
            outcome = "seen" if kind in ("needs_eyes", "unreadable_page", "lost_anchor", "harm_cue") else "redact"
            ok(run("settle", case, "--kind", kind, "--outcome", outcome, "--why", "looked at", "--as", worker))
    raise AssertionError(f"the list does not empty: {items}")


@pytest.mark.slow
def test_from_loose_papers_to_a_verified_release(run, papers, staff, tmp_path):
    case, worker, lead = tmp_path / "shah.case", staff / "worker.id", staff / "lead.id"
    ok(
        run(
            "new",
            case,
            "--reference",
            "SAR/1",
            "--subject",
            "Priya Shah",
            "--roster",
            staff / "office.roster",
            "--as",
            worker,
        )
    )
    added = ok(run("add", case, papers, "--json", "--as", worker))
    assert [(row["file"], row["pages"], row["status"]) for row in added] == [
        ("01 Letter.pdf", 1, "added"),
        ("02 Case notes.pdf", 2, "added"),
    ]
    ok(run("analyse", case))
    people = ok(run("people", case, "--json"))
    roles = {row["name"]: row["role"] for row in people}
    assert roles["Priya Shah"] == "subject" and roles["Gareth Pole"] == "third_party"
    assert roles["Fiona Marsh"] == "professional"
    mentions = ok(run("mentions", case, "--json"))
    assert {
        "id",
        "file",
        "page",
        "text",
        "boxes",
        "label",
        "where",
        "person",
        "role",
        "tier",
        "score",
        "status",
        "why",
    } <= set(mentions[0])
    assert any(row["label"] == "PHONE" and row["text"] == "07700 900482" for row in mentions)

    ok(run("decide", case, "--person", person_id(people, "Gareth Pole"), "--redact", "--reason", "TP", "--as", worker))
    passage = "would put Meena at grave risk"
    harm = [
        "harm",
        case,
        "--file",
        "02 Case notes.pdf",
        "--page",
        1,
        "--text",
        passage,
        "--reason",
        "H-HARM",
        "--as",
        worker,
    ]
    ok(run(*harm, "--json"))
    assert any(row["kind"] == "missing_field" for row in ok(run("todo", case, "--json")))
    status, _, err = run("submit", case, "--as", worker)
    assert status == 1 and "left to decide" in err
    ok(run("undo", case, "--as", worker))
    fields = {
        "who": "Meena",
        "likelihood": "likely",
        "seriousness": "grave",
        "opinion": "Dr A",
        "opinion_date": (date.today() - timedelta(days=30)).isoformat(),
    }
    ok(run(*harm, *(word for k, v in fields.items() for word in ("--field", f"{k}={v}"))))
    ok(run("accept", case, "--as", worker))
    settle_all(run, case, worker)

    ok(run("submit", case, "--as", worker))
    status, _, err = run("export", case, "--out", tmp_path / "release")
    assert status == 1 and "not approved" in err and not (tmp_path / "release").exists()
    status, _, err = run("approve", case, "--as", worker)
    assert status == 1 and "only a team lead" in err
    status, _, err = run("approve", case, "--as", staff / "stranger.id")
    assert status == 1 and "roster" in err
    ok(run("return", case, "--comment", "look at page 2 again", "--as", lead))
    status, _, err = run("submit", case, "--as", worker)
    assert status == 1 and "Comments" in err
    assert any("look at page 2 again" in item["text"] for item in ok(run("todo", case, "--json")))
    ok(run("settle", case, "--kind", "note", "--outcome", "seen", "--why", "Read it again", "--as", worker))
    ok(run("submit", case, "--as", worker))
    ok(run("approve", case, "--as", lead))
    exported = ok(run("export", case, "--out", "release", "--internal-log", "internal.json", "--json"))
    assert exported[0]["pages"] >= 3 and exported[0]["redactions"] > 5

    release = tmp_path / "release"
    assert {
        "bundle.pdf",
        "guide.pdf",
        "redaction-log.json",
        "redaction-log.xlsx",
        "redaction-log.pdf",
        "verification.json",
        "verification.pdf",
        "manifest.json",
    } == {p.name for p in release.iterdir()}
    text = pdf_text(release / "bundle.pdf")
    for gone in ("Gareth", "Pole", "Meena", "Dunmore", "Adeyemi", "900482", "grave risk"):
        assert gone not in text
    assert "Fiona Marsh" in text and "Priya" in text
    with pikepdf.open(release / "bundle.pdf") as pdf:
        everything = b"".join(
            o.read_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream) and "/Subtype" not in o
        )
    assert b"Gareth" not in everything and b"Adeyemi" not in everything
    log = json.loads((release / "redaction-log.json").read_text(encoding="utf-8"))
    rows = log if isinstance(log, list) else log["redactions"]
    assert {"number", "page_in_bundle", "boxes_in_bundle", "label", "explanation", "reference"} <= set(rows[0])
    assert "Gareth" not in json.dumps(log)
    internal = (tmp_path / "internal.json").read_text(encoding="utf-8")
    assert "Gareth Pole" in internal and "Wendy Case" in internal and "Lena Lead" in internal
    ok(run("verify", release, "--case", case, "--json"))
    ok(run("check", case))

    ok(run("redact", case, "--text", "shouting", "--reason", "TP", "--as", worker))
    status, _, err = run("export", case, "--out", "again")
    assert status == 1 and "not approved" in err
    ok(run("verify", release, "--case", case))
    (release / "bundle.pdf").write_bytes((release / "bundle.pdf").read_bytes() + b"%")
    assert run("verify", release, "--case", case)[0] == 1


@pytest.mark.slow
def test_a_draft_burns_what_is_decided_says_so_and_is_no_release(run, case_path, tmp_path):
    people = ok(run("people", case_path, "--json"))
    ok(run("decide", case_path, "--person", person_id(people, "Gareth Pole"), "--redact"))
    ok(run("export", case_path, "--out", "draft", "--draft"))
    text = pdf_text(tmp_path / "draft" / "bundle.pdf")
    assert "Gareth" not in text and "Meena" in text and "DRAFT - NOT FOR RELEASE" in text
    status, rows, _ = run("verify", tmp_path / "draft", "--case", case_path, "--json")
    assert status == 1 and rows and all(row["passed"] for row in rows)


def test_undo_person_commands_and_find(run, case_path):
    people = ok(run("people", case_path, "--json"))
    gareth = person_id(people, "Gareth Pole")
    ok(run("person", case_path, "rename", gareth, "Gary Pole"))
    assert person_id(ok(run("people", case_path, "--json")), "Gary Pole") == gareth
    meena = person_id(people, "Meena Dunmore")
    ok(run("person", case_path, "merge", gareth, meena, "--json"))
    assert meena not in {row["id"] for row in ok(run("people", case_path, "--json"))}
    ok(run("undo", case_path))
    mention = next(m["id"] for m in ok(run("mentions", case_path, "--json")) if m["person"] == meena)
    (split,) = ok(run("person", case_path, "split", meena, "--mention", mention, "--json"))
    assert split["person"] in {row["id"] for row in ok(run("people", case_path, "--json"))}
    hits = ok(run("find", case_path, "Gareth Pole", "--json"))
    assert {(row["file"], row["page"]) for row in hits} == {
        ("01 Letter.pdf", 1),
        ("02 Case notes.pdf", 1),
        ("02 Case notes.pdf", 2),
    }
    assert all(len(box) == 4 for row in hits for box in row["boxes"])
    assert ok(run("find", case_path, "Garteh Pole", "--fuzzy", "--json"))


def test_decisions_survive_reanalysis(run, case_path):
    people = ok(run("people", case_path, "--json"))
    gareth = person_id(people, "Gareth Pole")
    ok(run("decide", case_path, "--person", gareth, "--redact"))
    before = {m["id"] for m in ok(run("mentions", case_path, "--json")) if m["status"] == "redacted"}
    ok(run("analyse", case_path))
    after = ok(run("mentions", case_path, "--json"))
    assert before and before == {m["id"] for m in after if m["status"] == "redacted"}
    assert next(row for row in ok(run("people", case_path, "--json")) if row["id"] == gareth)["decision"] == "redact"
