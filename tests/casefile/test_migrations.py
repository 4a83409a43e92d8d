# SPDX-License-Identifier: AGPL-3.0-or-later
"""A case of every released version opens, whole; a step to the next is done altogether or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from redactor.casefile import schema
from redactor.casefile.driver import Database
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Kind
from tests.casefile import make_version_1, making
from tests.casefile.conftest import OnDisk


def _notes(db: Database) -> None:
    db.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    db.execute("INSERT INTO notes (text) SELECT name FROM documents")


def _half(db: Database) -> None:
    db.execute("CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT")
    db.execute("INSERT INTO no_such_table VALUES (1)")


def _says_what_version_1_said(case: CaseFile) -> None:
    (document,) = case.documents()
    assert document == making.document(making.data(5000), pages=4).__class__(
        document.sha256, "letters/one.pdf", 4, 5000, 1, "", "LibreOffice 7.4", ""
    )
    assert case.document_bytes(document.sha256) == making.data(5000)
    assert case.document_places(document.sha256) == making.PLACES
    assert case.part(document.sha256, 4) == (b"part two", 2)
    pages = [making.full_page(1), making.page(2, "Kayleigh Barnes rang Kay-\nleigh")]
    assert list(case.pages(document.sha256)) == pages
    assert case.search("Kayleigh Barnes") == [(document.sha256, 2)]
    assert case.mentions() == [making.mention(n, document.sha256) for n in range(5)]
    assert case.people() == making.people()
    events = case.events()
    assert [event.kind for event in events] == [Kind.CASE_CREATED, Kind.DOCUMENT_ADDED, Kind.PERSON_DECIDED]
    assert events[2].payload == {"person": "p0", "why": "because " * 100}
    assert case.get("engines") == {"pymupdf": "1.28.2"}
    assert case.check() == []


@pytest.fixture
def version_1(tmp_path: Path) -> OnDisk:
    return OnDisk(Path(shutil.copy(make_version_1.CASE, tmp_path / "my.case")), make_version_1.KEYS, "")


def test_a_case_of_version_1_opens(version_1: OnDisk) -> None:
    with CaseFile.open(version_1.path, making.PASSPHRASE) as case:
        _says_what_version_1_said(case)
        making.add(case, b"new", "new.pdf")
        assert case.check() == []


def test_a_case_goes_on_to_the_next_version(version_1: OnDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", [*schema.MIGRATIONS, _notes])
    newest = schema.newest()
    with pytest.raises(Refused, match="must be opened for writing once"):
        version_1.open(write=False)
    with version_1.open() as case:
        _says_what_version_1_said(case)
        assert case._session.run(schema.version) == newest
        assert case._session.run(lambda db: [row["text"] for row in db["notes"].rows]) == ["letters/one.pdf"]
    with version_1.open(write=False) as case:
        assert case.check() == []


def test_a_step_that_fails_leaves_the_case_as_it_was(version_1: OnDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = list(schema.MIGRATIONS)
    monkeypatch.setattr(schema, "MIGRATIONS", [*steps, _notes, _half])
    with pytest.raises(Exception, match="no_such_table"):
        version_1.open()
    assert [file.name for file in version_1.path.parent.iterdir()] == ["my.case"]
    monkeypatch.setattr(schema, "MIGRATIONS", [*steps, _notes])
    with version_1.open() as case:
        _says_what_version_1_said(case)
        assert "half" not in case._session.run(lambda db: db.table_names())
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    with pytest.raises(BadInput, match="written by a newer Redactor"):
        version_1.open()


def test_the_first_step_is_what_version_1_was(version_1: OnDisk) -> None:
    """A released step is never changed: the tables of the kept file are those it makes."""
    from redactor.casefile import driver

    db = driver.memory()
    schema.MIGRATIONS[0](db)
    kept = making.with_key(version_1.path, version_1.recovery)
    assert schema.shape(db) == schema.shape(kept)
    db.close()
    kept.close()
