# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was read from the pages, and the index that finds words in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from redactor.bundle.words.columns import PlainPage
from redactor.casefile import documents
from redactor.casefile.codec import clean, pack_page, pack_plain, unpack_page
from redactor.casefile.driver import Database
from redactor.casefile.terms import ends_in_hyphen, folds_itself, mended, words
from redactor.domain.errors import BadInput
from redactor.domain.journal import canonical
from redactor.domain.pages import PageContent, PageStatus
from redactor.domain.saying import say


@dataclass(frozen=True, slots=True)
class PageState:
    """How far one page has come. ``page`` counts from 1; ``width`` and ``height`` in points (0 when not read)."""

    document: str
    page: int
    status: PageStatus
    problem: str
    needs_eyes: str
    width: float
    height: float
    words: int


_STATE = "status, problem, needs_eyes, width, height"
_BODY = "p.page, p.width, p.height, p.status, p.problem, p.needs_eyes, b.body"


@dataclass(frozen=True, slots=True)
class Packed:
    """A page ready to be written: packed on the caller's thread, to keep the writer's short."""

    page: int
    state: tuple[Any, ...]
    body: bytes
    words: str
    broken: str


def packed(content: PageContent | PlainPage) -> Packed:
    if isinstance(content, PlainPage):
        return _plain(content)
    problem, eyes = clean(content.problem), clean(content.needs_eyes)
    state = (str(content.status), problem, eyes, content.width, content.height, len(content.words))
    text = "\n".join([content.text, *(place.text for place in content.places)])
    return Packed(content.page, state, pack_page(content), " ".join(words(text)), " ".join(mended(text)))


def _plain(page: PlainPage) -> Packed:
    state = (str(PageStatus.READ), "", "", page.width, page.height, len(page.texts))
    said = " ".join(page.texts)
    body = pack_plain(page)
    if page.places or not folds_itself(said):
        text = "\n".join([page.text, *(place.text for place in page.places)])
        return Packed(page.page, state, body, " ".join(words(text)), " ".join(mended(text)))
    # A word that is broken over a line's end has its hyphen before a blank here.
    broken = " ".join(mended(page.text)) if ends_in_hyphen(said) else ""
    return Packed(page.page, state, body, said, broken)


def digest(db: Database, sha256: str) -> str:
    """SHA-256 (hex) of all that was read from a document, and of the derived parts it is drawn from: what an
    approval vouches for beside the original bytes, so that neither can be exchanged afterwards."""
    number = documents.number(db, sha256)
    found = hashlib.sha256()
    for *state, body in db.execute(
        f"""SELECT p.page, {_STATE}, b.body FROM pages p JOIN page_bodies b ON b.page = p.id
            WHERE p.document = ? ORDER BY p.page""",
        (number,),
    ):
        found.update(canonical(state) + b"\0" + hashlib.sha256(body).digest())
    for part in db.execute(
        """SELECT p.first, p.last, b.sha256 FROM parts p JOIN blobs b ON b.id = p.blob
           WHERE p.document = ? ORDER BY p.first""",
        (number,),
    ):
        found.update(canonical(list(part)))
    return found.hexdigest()


def put(db: Database, sha256: str, pages: Iterable[Packed]) -> None:
    """Write or replace pages of a document. The caller holds the transaction.

    Raises BadInput when the document has no such page.
    """
    document = documents.number(db, sha256)
    (count,) = db.execute("SELECT pages FROM documents WHERE id = ?", (document,)).fetchone()
    for page in pages:
        if not 1 <= page.page <= count:
            raise BadInput(
                say("the document has no page {page}, only {count}", page=page.page, count=count), sha256[:12]
            )
        (ident,) = db.execute(
            f"""INSERT INTO pages (document, page, {_STATE}, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (document, page) DO UPDATE SET status = excluded.status, problem = excluded.problem,
                needs_eyes = excluded.needs_eyes, width = excluded.width, height = excluded.height,
                words = excluded.words RETURNING id""",
            (document, page.page, *page.state),
        ).fetchone()
        db.execute("INSERT OR REPLACE INTO page_bodies (page, body) VALUES (?, ?)", (ident, page.body))
        db.execute(
            "INSERT OR REPLACE INTO page_index (rowid, words, broken) VALUES (?, ?, ?)",
            (ident, page.words, page.broken),
        )


def get(db: Database, sha256: str, page: int) -> tuple[Any, ...] | None:
    """The row of one page for :func:`unpacked`, or None when it has not been read."""
    row = db.execute(
        f"SELECT {_BODY} FROM pages p JOIN page_bodies b ON b.page = p.id WHERE p.document = ? AND p.page = ?",
        (documents.number(db, sha256), page),
    ).fetchone()
    return tuple(row) if row else None


def some(db: Database, sha256: str, after: int, count: int) -> list[tuple[Any, ...]]:
    """Up to ``count`` rows of the pages behind ``after``, in order."""
    return list(
        db.execute(
            f"""SELECT {_BODY} FROM pages p JOIN page_bodies b ON b.page = p.id
                WHERE p.document = ? AND p.page > ? ORDER BY p.page LIMIT ?""",
            (documents.number(db, sha256), after, count),
        ).fetchall()
    )


def these(db: Database, sha256: str, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
    """The rows of those of the pages ``numbers`` that have been read, in the document's order."""
    return list(
        db.execute(
            f"""SELECT {_BODY} FROM pages p JOIN page_bodies b ON b.page = p.id
                WHERE p.document = ? AND p.page IN (SELECT value FROM json_each(?)) ORDER BY p.page""",
            (documents.number(db, sha256), json.dumps(list(numbers))),
        ).fetchall()
    )


def unpacked(row: tuple[Any, ...]) -> PageContent:
    """The page of a row. Raises BadInput when it cannot be read."""
    page, width, height, status, problem, needs_eyes, body = row
    try:
        return unpack_page(body, page, width, height, status, problem, needs_eyes)
    except ValueError as error:
        raise BadInput(
            say("page {page} as kept in the case is damaged ({error})", page=page, error=str(error)),
            do="Run 'redactor check'",
        ) from None


def states(db: Database) -> list[PageState]:
    """Every page of every document, in order; PENDING where nothing was read yet."""
    read: dict[tuple[int, int], tuple[Any, ...]] = {
        (document, page): tuple(state)
        for document, page, *state in db.execute(f"SELECT document, page, {_STATE}, words FROM pages").fetchall()
    }
    found = []
    pending = (str(PageStatus.PENDING), "", "", 0.0, 0.0, 0)
    for ident, sha256, count in db.execute("SELECT id, sha256, pages FROM documents ORDER BY position").fetchall():
        for page in range(1, count + 1):
            status, *rest = read.get((ident, page), pending)
            found.append(PageState(sha256, page, PageStatus(status), *rest))
    return found


def problems(db: Database) -> Iterator[str]:
    """Pages that cannot be read back or belong nowhere, in plain words."""
    cursor = db.execute(
        f"""SELECT d.name, d.pages, {_BODY} FROM pages p
            LEFT JOIN page_bodies b ON b.page = p.id LEFT JOIN documents d ON d.id = p.document"""
    )
    while rows := cursor.fetchmany(64):
        for name, count, *row in rows:
            try:
                if name is None or not 1 <= row[0] <= count:
                    raise ValueError("it belongs to no document")
                unpack_page(row[-1] or b"", *row[:-1])
            except ValueError as error:
                yield f"{name or 'an unknown document'}, page {row[0]}: what was read from it is damaged ({error})"
    (indexed,) = db.execute("SELECT count(*) FROM page_index").fetchone()
    (read,) = db.execute("SELECT count(*) FROM pages").fetchone()
    if indexed != read:
        yield f"the search index knows {indexed} pages, but {read} were read"
