# SPDX-License-Identifier: AGPL-3.0-or-later
"""Making and opening cases: what is no case says so, and a passphrase never shows."""

from __future__ import annotations

import json
import os
import stat
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2

from redactor.casefile import keys, opening, schema
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Kind
from tests.casefile import making
from tests.casefile.conftest import OnDisk


def _plain_sqlite(path: Path) -> None:
    import sqlite3

    with sqlite3.connect(path) as conn:
        conn.execute("CREATE TABLE a (b)")
    conn.close()


def _other_sqlcipher(path: Path) -> None:
    conn = sqlcipher3.dbapi2.connect(str(path), isolation_level=None)
    conn.set_key(making.PASSPHRASE)
    conn.execute("CREATE TABLE a (b)")
    conn.close()


def _nothing(path: Path) -> None:
    pass


NO_CASES: list[tuple[str, Callable[[Path], object], str]] = [
    ("missing", _nothing, "there is no such file"),
    ("a folder", Path.mkdir, "this is a folder"),
    ("empty", Path.touch, "the file is empty"),
    ("a PDF", lambda path: path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3" + bytes(9000)), "but a PDF"),
    ("an Office file", lambda path: path.write_bytes(b"PK\x03\x04" + bytes(9000)), "but a ZIP or Office file"),
    ("text", lambda path: path.write_text("Dear Ms Shah,\n" * 900), "but a text file"),
    ("zeros", lambda path: path.write_bytes(bytes(8192)), "but an empty or wiped file"),
    ("short", lambda path: path.write_bytes(making.data(100)), "but some other file"),
    ("noise", lambda path: path.write_bytes(making.data(12288)), "the passphrase is wrong, or this is not a case"),
    ("a plain database", _plain_sqlite, "a database that is not encrypted"),
    ("another encrypted database", _other_sqlcipher, "an encrypted database, but not a case"),
]


@pytest.mark.parametrize(("make", "words"), [row[1:] for row in NO_CASES], ids=[row[0] for row in NO_CASES])
@pytest.mark.parametrize("write", [True, False])
def test_what_is_no_case_says_so_and_is_left_alone(
    tmp_path: Path, make: Callable[[Path], object], words: str, write: bool
) -> None:
    path = tmp_path / "thing.case"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(BadInput, match=words) as caught:
        CaseFile.open(path, making.PASSPHRASE, write=write)
    assert caught.value.where == str(path)
    assert caught.value.do
    assert [file.name for file in tmp_path.iterdir()] == ([] if words == "there is no such file" else ["thing.case"])
    assert before == (path.read_bytes() if path.is_file() else None)


@pytest.mark.parametrize("given", ["wrong phrase 731", "", "\ud800 no text 731", "x" * 10_000])
def test_a_wrong_passphrase_is_told_and_shown_nowhere(on_disk: OnDisk, given: str) -> None:
    before = on_disk.path.read_bytes()
    with pytest.raises(BadInput, match="passphrase") as caught:
        CaseFile.open(on_disk.path, given)
    shown = "".join(traceback.format_exception(caught.value))
    error: BaseException | None = caught.value
    while error is not None:
        shown += repr(error) + repr(error.args) + repr(vars(error))
        error = error.__cause__ or error.__context__
    assert "731" not in shown
    assert "xxxxx" not in shown
    assert on_disk.path.read_bytes() == before
    with CaseFile.open(on_disk.path, making.PASSPHRASE) as case:
        assert case.check() == []


def test_a_passphrase_is_the_same_however_it_is_composed(full_case: OnDisk) -> None:
    decomposed = making.PASSPHRASE.replace("ä", "a\u0308")
    assert decomposed != making.PASSPHRASE
    with CaseFile.open(full_case.path, decomposed, write=False) as case:
        assert case.head()


def test_making_a_case_where_it_cannot_be_changes_nothing(tmp_path: Path, on_disk: OnDisk) -> None:
    before = on_disk.path.read_bytes()
    with pytest.raises(BadInput, match="a file of this name already"):
        CaseFile.create(on_disk.path, "x")
    assert on_disk.path.read_bytes() == before
    with pytest.raises(BadInput, match="folder does not exist"):
        CaseFile.create(tmp_path / "none" / "a.case", "x")
    with pytest.raises(BadInput, match="no passphrase"):
        CaseFile.create(tmp_path / "a.case", "")
    with pytest.raises(BadInput, match="recovery key"):
        CaseFile.create(tmp_path / "a.case", "x", recovery=tmp_path / "none" / "office.keys")
    (tmp_path / "other.json").write_text('{"redactor": "roster", "version": 1}')
    with pytest.raises(BadInput, match="not a recovery key file"):
        CaseFile.create(tmp_path / "a.case", "x", recovery=tmp_path / "other.json")
    assert {file.name for file in tmp_path.iterdir()} == {"my.case", "other.json"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_case_and_its_recovery_key_are_for_their_owner_only(tmp_path: Path) -> None:
    CaseFile.create(tmp_path / "a.case", "x", recovery=tmp_path / "office.keys").close()
    for file in tmp_path.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


def test_a_recovery_key_opens_its_case_without_the_passphrase(tmp_path: Path) -> None:
    recovery = tmp_path / "office.keys"
    for name in ("a", "b"):
        with CaseFile.create(tmp_path / f"{name}.case", f"passphrase {name}", recovery=recovery) as case:
            case.put("name", name)
    for name in ("a", "b"):
        with CaseFile.open(tmp_path / f"{name}.case", recovery=recovery) as case:
            assert case.get("name") == name
            assert not case.read_only
    assert len(json.loads(recovery.read_text())["cases"]) == 2
    assert "passphrase" not in recovery.read_text()


def test_a_recovery_file_that_does_not_fit_is_told(on_disk: OnDisk, tmp_path: Path) -> None:
    other = tmp_path / "other.keys"
    for content, words in (
        ('{"redactor": "recovery key", "version": 1, "cases": {}}', "holds no recovery key for this case"),
        ('{"redactor": "recovery key", "version": 1, "cases": 5}', "not whole"),
        ('{"redactor": "recovery key", "version": 9, "cases": {}}', "newer version"),
        ("hello", "not a recovery key file"),
        ("[" * 100_000, "not a recovery key file"),
    ):
        other.write_text(content)
        with pytest.raises(BadInput, match=words):
            CaseFile.open(on_disk.path, recovery=other)
    with pytest.raises(BadInput, match="cannot be read"):
        CaseFile.open(on_disk.path, recovery=tmp_path / "none.keys")
    (salt,) = json.loads(on_disk.recovery.read_text())["cases"]
    other.write_text(json.dumps({"redactor": "recovery key", "version": 1, "cases": {salt: "0" * 64}}))
    with pytest.raises(BadInput, match="cannot be opened with its recovery key"):
        CaseFile.open(on_disk.path, recovery=other)


def test_a_case_of_a_newer_redactor_is_refused_and_left_alone(on_disk: OnDisk) -> None:
    db = making.with_key(on_disk.path, on_disk.recovery)
    db.execute(f"PRAGMA user_version = {schema.newest() + 1}")
    db.close()
    before = on_disk.path.read_bytes()
    for write in (True, False):
        with pytest.raises(BadInput, match="written by a newer Redactor"):
            on_disk.open(write=write)
    assert on_disk.path.read_bytes() == before


def test_a_case_opened_for_reading_cannot_be_written(on_disk: OnDisk) -> None:
    before = on_disk.path.read_bytes()
    with on_disk.open(write=False) as case:
        assert case.read_only
        assert case.holder is None
        assert len(case.mentions()) == 500
        for write in (
            lambda: case.require_writable(),
            lambda: case.append(Kind.ITEM_SETTLED, {}),
            lambda: case.put("a", 1),
            lambda: case.put_pages(on_disk.large, [making.page(1)]),
            lambda: case.put_parts(on_disk.large, []),
            lambda: case.replace_findings([], []),
            lambda: making.add(case, b"new"),
        ):
            with pytest.raises(Refused, match="open for reading only"):
                write()
        # Even a mistake of ours could not.
        with pytest.raises(BadInput):
            case._session.run(lambda db: db.execute("DELETE FROM mentions"))
    assert on_disk.path.read_bytes() == before
    assert [file.name for file in on_disk.path.parent.iterdir()] == ["my.case"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom modes bind")
def test_a_case_in_a_folder_that_may_not_be_written_opens_read_only(on_disk: OnDisk) -> None:
    folder = on_disk.path.parent
    folder.chmod(0o500)
    try:
        with on_disk.open() as case:
            assert case.read_only
            with pytest.raises(Refused, match="folder cannot be written"):
                case.require_writable()
    finally:
        folder.chmod(0o700)


def test_a_case_whose_lock_cannot_be_made_opens_read_only(on_disk: OnDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(case: Path) -> None:
        raise PermissionError(13, "Permission denied", str(case))

    monkeypatch.setattr(opening.WriteLock, "acquire", refused)
    with on_disk.open() as case:
        assert case.read_only
        assert case.holder is None
        assert case.check() == []
        with pytest.raises(Refused, match=r"its folder cannot be written to \(Permission denied\)"):
            case.append(Kind.ITEM_SETTLED, {})


def test_a_salt_never_looks_like_another_kind_of_file(monkeypatch: pytest.MonkeyPatch) -> None:
    salts = iter([b"SQLite format 3\0", b"just sixteen by.", b"%PDF" + bytes(range(128, 140)), bytes(range(128, 144))])
    monkeypatch.setattr(keys.secrets, "token_bytes", lambda _: next(salts))
    assert keys.new_salt() == bytes(range(128, 144))
