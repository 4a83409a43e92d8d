# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tables of a case, as a list of steps from one version to the next.

A step, once released, is never changed: a new one is added at the end, and a file made by every released
version is kept among the tests. Each step runs in one transaction together with the version it leads to.
"""

from __future__ import annotations

from collections.abc import Callable

from redactor.casefile.driver import Database

#: "RdCs": tells a case from any other SQLCipher database with the same passphrase.
APPLICATION_ID = 0x52644373

_VERSION_1 = (
    # What people decided. Nothing is ever changed here; the triggers keep our own mistakes from doing so.
    """CREATE TABLE journal (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, parents TEXT NOT NULL, kind TEXT NOT NULL,
        at TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, key TEXT NOT NULL,
        payload BLOB NOT NULL, signature TEXT NOT NULL) STRICT""",
    """CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END""",
    """CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END""",
    # The last event and their number, so that an event cut off the end shows.
    """CREATE TABLE journal_head (
        one INTEGER PRIMARY KEY CHECK (one = 1), count INTEGER NOT NULL, head TEXT NOT NULL) STRICT""",
    "INSERT INTO journal_head VALUES (1, 0, '')",
    # Bytes in chunks: documents as they came, and derived parts of the large ones.
    # No number is used twice: who still reads a part that was replaced must not get another's bytes.
    """CREATE TABLE blobs (
        id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL, size INTEGER NOT NULL) STRICT""",
    """CREATE TABLE chunks (
        blob INTEGER NOT NULL REFERENCES blobs, n INTEGER NOT NULL, data BLOB NOT NULL, UNIQUE (blob, n)) STRICT""",
    """CREATE TABLE documents (
        id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, pages INTEGER NOT NULL,
        size INTEGER NOT NULL, position INTEGER NOT NULL UNIQUE, parent TEXT NOT NULL, producer TEXT NOT NULL,
        password TEXT NOT NULL, places BLOB NOT NULL, blob INTEGER NOT NULL REFERENCES blobs,
        event TEXT NOT NULL REFERENCES journal (id)) STRICT""",
    """CREATE TABLE parts (
        document INTEGER NOT NULL REFERENCES documents, first INTEGER NOT NULL, last INTEGER NOT NULL,
        blob INTEGER NOT NULL REFERENCES blobs, PRIMARY KEY (document, first)) STRICT""",
    # What was read. The words lie apart, so that listing ten thousand pages does not walk through them.
    """CREATE TABLE pages (
        id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES documents, page INTEGER NOT NULL,
        status TEXT NOT NULL, problem TEXT NOT NULL, needs_eyes TEXT NOT NULL, width REAL NOT NULL,
        height REAL NOT NULL, words INTEGER NOT NULL, UNIQUE (document, page)) STRICT""",
    "CREATE TABLE page_bodies (page INTEGER PRIMARY KEY REFERENCES pages, body BLOB NOT NULL) STRICT",
    """CREATE VIRTUAL TABLE page_index USING fts5(
        words, broken, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0')""",
    "CREATE VIRTUAL TABLE vocabulary USING fts5vocab(page_index, row)",
    # What was found. Replaced as a whole.
    """CREATE TABLE mentions (
        seq INTEGER PRIMARY KEY, id TEXT NOT NULL, document INTEGER NOT NULL REFERENCES documents,
        page INTEGER NOT NULL, place TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
        text TEXT NOT NULL, boxes BLOB NOT NULL, label TEXT NOT NULL, score REAL NOT NULL, tier TEXT NOT NULL,
        person TEXT NOT NULL, why TEXT NOT NULL) STRICT""",
    "CREATE INDEX mentions_by_page ON mentions (document, page)",
    "CREATE INDEX mentions_by_person ON mentions (person)",
    "CREATE TABLE people (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body BLOB NOT NULL) STRICT",
    # Derived facts and caches, and who has the case open for writing.
    "CREATE TABLE facts (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT",
    """CREATE TABLE holder (
        one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT NOT NULL, host TEXT NOT NULL, pid INTEGER NOT NULL,
        since TEXT NOT NULL, token TEXT NOT NULL) STRICT""",
)


def _version_1(db: Database) -> None:
    for statement in _VERSION_1:
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def _version_2(db: Database) -> None:
    # Files of another kind whose pages a document holds, as they came.
    db.execute(
        """CREATE TABLE sources (
            document INTEGER PRIMARY KEY REFERENCES documents, blob INTEGER NOT NULL REFERENCES blobs,
            converter TEXT NOT NULL, notes BLOB NOT NULL) STRICT"""
    )


#: Step n leads from version n to version n + 1.
MIGRATIONS: list[Callable[[Database], None]] = [_version_1, _version_2]


def newest() -> int:
    """The version this program writes."""
    return len(MIGRATIONS)


def version(db: Database) -> int:
    """The version of the tables in the file; 0 when there are none."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def application(db: Database) -> int:
    return int(db.execute("PRAGMA application_id").fetchone()[0])


def migrate(db: Database) -> None:
    """Bring the tables up to :func:`newest`, one transaction a step."""
    for number in range(version(db), newest()):
        with db.atomic():
            MIGRATIONS[number](db)
            db.execute(f"PRAGMA user_version = {number + 1}")


def shape(db: Database) -> set[tuple[str, str, str]]:
    """Every table, index and trigger with the statement that made it."""
    rows = db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'")
    return {(kind, name, " ".join(sql.split())) for kind, name, sql in rows.fetchall()}
