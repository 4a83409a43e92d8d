# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bad input: one line saying what, where and what to do; the case unchanged and still opens."""

from __future__ import annotations

import io
import json
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Encryption

from redactor.cli import main
from tests.conftest import PASSPHRASE, make_pdf


@pytest.fixture
def refused(monkeypatch, capsys, tmp_path):
    """Run a command that must fail; returns its status and its one line."""
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("REDACTOR_IDENTITY_PASSPHRASE", "staff passphrase")
    monkeypatch.chdir(tmp_path)

    def command(*words: object) -> tuple[int, str]:
        try:
            status = main([str(word) for word in words])
        except SystemExit as stopped:
            status = int(stopped.code or 0)
        captured = capsys.readouterr()
        lines = [line for line in captured.err.splitlines() if line.startswith("redactor:")]
        assert status in (1, 2), captured
        assert len(lines) == 1 and "Traceback" not in captured.err, captured.err
        return status, lines[0]

    return command


def contents(case: Path) -> tuple:
    from redactor.casefile.store import CaseFile

    with CaseFile.open(case, PASSPHRASE, write=False) as opened:
        assert opened.check() == []
        return opened.head(), [d.sha256 for d in opened.documents()], len(opened.mentions())


@pytest.fixture
def untouched(case_path):
    """The case must be just as it was when the test is over."""
    before = contents(case_path)
    yield case_path
    assert contents(case_path) == before


def locked_pdf(path: Path) -> Path:
    plain = make_pdf(path.with_name("plain.pdf"), ["Kyle Dunn"])
    with pikepdf.open(plain) as pdf:
        pdf.save(path, encryption=Encryption(user="secret", owner="boss"))
    plain.unlink()
    return path


def bad_files(folder: Path) -> dict[str, Path]:
    folder.mkdir()
    files = {name: folder / f"{name}.pdf" for name in ("not_a_pdf", "empty", "truncated", "locked", "no_pages")}
    files["not_a_pdf"].write_text("Dear Sir, this is not a PDF.")
    files["empty"].write_bytes(b"")
    whole = make_pdf(folder / "whole.pdf", ["Kyle Dunn"])
    files["truncated"].write_bytes(whole.read_bytes()[:220])
    whole.unlink()
    locked_pdf(files["locked"])
    with pikepdf.new() as pdf:
        pdf.save(files["no_pages"])
    return files


@pytest.mark.parametrize("kind", ["not_a_pdf", "empty", "truncated", "locked", "no_pages"])
def test_a_file_that_cannot_be_taken_in_is_on_record_and_changes_no_page(refused, case_path, tmp_path, kind):
    from redactor.casefile.store import CaseFile
    from redactor.domain.journal import Kind

    before = contents(case_path)
    path = bad_files(tmp_path / "bad")[kind]
    status, line = refused("add", case_path, path)
    assert status == 2 and path.name in line
    assert contents(case_path)[1:] == before[1:]
    with CaseFile.open(case_path, PASSPHRASE, write=False) as case:
        last = case.events()[-1]
    assert last.kind is Kind.FILES_NOT_TAKEN
    (entry,) = last.payload["files"]
    assert (entry["file"], entry["status"]) == (path.name, "refused") and entry["problem"] in line


def test_a_locked_file_opens_with_its_password(monkeypatch, case_path, tmp_path, capsys):
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    (tmp_path / "passwords").write_text("wrong\nsecret\n")
    path = locked_pdf(tmp_path / "locked.pdf")
    assert main(["add", str(case_path), str(path), "--password-file", str(tmp_path / "passwords"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "added"


def test_bad_files_do_not_keep_the_good_ones_out(monkeypatch, case_path, tmp_path, capsys):
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    bad_files(tmp_path / "mixed")
    make_pdf(tmp_path / "mixed" / "good.pdf", ["Telephone call with Kyle Dunn."])
    assert main(["add", str(case_path), str(tmp_path / "mixed"), "--json"]) == 2
    out, err = capsys.readouterr()
    rows = [json.loads(line) for line in out.splitlines()]
    assert [row["file"] for row in rows if row["status"] == "added"] == ["good.pdf"]
    assert len([row for row in rows if row["status"] == "refused"]) == 5 == err.count("redactor:")


def test_paths_that_hold_nothing(refused, untouched, tmp_path):
    (tmp_path / "nothing").mkdir()
    (tmp_path / "nothing" / "Thumbs.db").write_text("x")
    status, line = refused("add", untouched, tmp_path / "nothing")
    assert status == 2 and "no documents" in line
    status, line = refused("add", untouched, tmp_path / "nowhere")
    assert status == 2 and "nowhere" in line


def test_the_same_file_twice(refused, untouched, papers):
    status, line = refused("add", untouched, papers / "01 Letter.pdf")
    assert status == 2 and "already" in line


def test_unknown_ids_bad_boxes_and_dates(refused, untouched, papers, tmp_path):
    redact = ("redact", untouched, "--file", "01 Letter.pdf", "--reason", "TP")
    checks = [
        (("decide", untouched, "--person", "nobody", "--redact"), "nobody"),
        (("decide", untouched, "--mention", "m-none", "--redact"), "m-none"),
        (("person", untouched, "merge", "x", "y"), "x"),
        ((*redact, "--page", 1, "--box", "900,900,950,950"), "not on the page"),
        ((*redact, "--page", 1, "--box", "50,50,40,60"), "not a box"),
        ((*redact, "--page", 1, "--box", "a,b"), "not a box"),
        ((*redact, "--page", 7, "--text", "Meena"), "no page 7"),
        ((*redact, "--page", 1, "--text", "Zebedee"), "not there"),
        (("redact", untouched, "--file", "99.pdf", "--page", 1, "--text", "x", "--reason", "TP"), "99.pdf"),
        (("redact", untouched, "--text", "Meena", "--reason", "NOPE"), "NOPE"),
        ((*redact, "--page", 1, "--text", "Meena", "--everywhere"), "everywhere"),
        (
            ("harm", untouched, "--file", "01 Letter.pdf", "--page", 1, "--text", "Zebedee", "--reason", "H-HARM"),
            "not on this page",
        ),
        (("settle", untouched, "none-1", "--outcome", "leave", "--why", "w"), "none-1"),
        (("settle", untouched, "--kind", "nonsense", "--outcome", "leave", "--why", "w"), "nonsense"),
        (("undo", untouched), "nothing to undo"),
        (("undo", untouched, "ffff"), "ffff"),
        (("submit", untouched), "identity"),
        (("submit", untouched, "--as", tmp_path / "no.id"), "no.id"),
        (("new", tmp_path / "n.case", "--reference", "R", "--subject", "A B", "--dob", "2011-02-31"), "2011-02-31"),
        (("new", untouched, "--reference", "R", "--subject", "A B"), untouched.name),
        (("detect", tmp_path / "none.jsonl"), "none.jsonl"),
        (("analyse", untouched, "--workers", "0"), "whole number"),
        (("frobnicate",), "frobnicate"),
    ]
    for words, expected in checks:
        status, line = refused(*words)
        assert status in (1, 2) and expected in line, (words, line)
    assert not (tmp_path / "n.case").exists()


def test_cases_that_do_not_open(refused, monkeypatch, case_path, tmp_path):
    (tmp_path / "letter.case").write_text("Dear Sir")
    status, line = refused("people", tmp_path / "letter.case")
    assert status == 2 and "letter.case" in line
    with sqlite3.connect(tmp_path / "plain.case") as plain:
        plain.execute("create table t (x)")
    plain.close()
    assert refused("people", tmp_path / "plain.case")[0] == 2
    assert refused("people", tmp_path / "missing.case")[0] == 2
    monkeypatch.setenv("REDACTOR_PASSPHRASE", "zanzibar nine")
    status, line = refused("people", case_path)
    assert status == 2 and "passphrase is wrong" in line and "zanzibar" not in line


@pytest.fixture
def read_only_folder(tmp_path):
    """A folder nobody may write to: for root, who may write anywhere, a disk mounted so."""
    folder = tmp_path / "fixed"
    folder.mkdir()
    if os.name != "nt" and os.geteuid() == 0:
        made = subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", folder], capture_output=True, check=False)
        if made.returncode:
            pytest.skip("root may write anywhere, and cannot mount a disk read-only here")
        yield folder
        subprocess.run(["umount", folder], check=True)
    else:
        folder.chmod(0o500)
        yield folder
        folder.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="a folder's read-only mark does not keep Windows from writing into it")
def test_a_read_only_output_folder(refused, untouched, read_only_folder):
    status, line = refused("export", untouched, "--draft", "--out", read_only_folder / "out")
    assert status == 2 and "fixed" in line and "cannot be written" in line


def test_an_output_folder_that_is_taken(refused, untouched, tmp_path):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "letter.txt").write_text("mine")
    status, line = refused("export", untouched, "--draft", "--out", tmp_path / "taken")
    assert status == 2 and "taken" in line
    assert (tmp_path / "taken" / "letter.txt").read_text() == "mine"


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a disk of 400 kB, where the machine lets us make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", folder], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("cannot mount a small disk here")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.skipif(shutil.which("mount") is None, reason="no mount on this system")
def test_a_full_disk(refused, case_path, small_disk, tmp_path):
    before = contents(case_path)
    (small_disk / "ballast").write_bytes(b"x" * 380_000)
    status, line = refused("export", case_path, "--draft", "--out", small_disk / "out")
    assert status == 2 and "small" in line
    assert [p.name for p in small_disk.iterdir()] == ["ballast"]
    assert contents(case_path)[1:] == before[1:]
    (small_disk / "ballast").unlink()
    if case_path.stat().st_size < 390_000:
        moved = Path(shutil.copy(case_path, small_disk / "full.case"))
        big = tmp_path / "big.pdf"
        make_pdf(big, ["Kyle Dunn"])
        with pikepdf.open(big, allow_overwriting_input=True) as pdf:
            pdf.add_blank_page()
            pdf.pages[0].obj["/Ballast"] = pdf.make_stream(io.BytesIO(os.urandom(600_000)).read())
            pdf.save(big)
        status, _ = refused("add", moved, big)
        assert status == 2
        assert contents(moved) == before
