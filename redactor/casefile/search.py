# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finding pages by their words: an index over the text, and the vocabulary for words that are misspelt."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from redactor.casefile.driver import Database
from redactor.casefile.terms import words
from redactor.domain.torn import tears

#: Alternatives in one query: more would make the query itself slow to read.
_AT_ONCE = 200


def query_for(text: str) -> list[str]:
    """The index query that finds every page that may hold ``text``; none when it holds no word.

    Its words in order; or, since a word may be broken over a line end, any one of them so broken, with a hyphen or
    without.
    """
    wanted = words(text)
    if not wanted:
        return []
    broken = " OR ".join(_quoted(word) for word in dict.fromkeys(wanted))
    torn = [_quoted(" ".join(pieces)) for word in dict.fromkeys(wanted) for pieces in tears(word)]
    queries = [f"words : {_quoted(' '.join(wanted))} OR broken : ({broken})"]
    for start in range(0, len(torn), _AT_ONCE):
        queries.append(f"words : ({' OR '.join(torn[start : start + _AT_ONCE])})")
    return queries


def query_for_any(wanted: Iterable[str]) -> list[str]:
    """The index queries which together find every page with one of these words of the vocabulary."""
    phrases = [_quoted(word) for word in dict.fromkeys(wanted)]
    return [" OR ".join(phrases[start : start + _AT_ONCE]) for start in range(0, len(phrases), _AT_ONCE)]


def pages(db: Database, queries: Sequence[str], limit: int | None) -> list[tuple[str, int]]:
    """(document, page) of the pages that match any of the queries, in the case's order."""
    found: set[int] = set()
    for query in queries:
        rows = db.execute("SELECT rowid FROM page_index WHERE page_index MATCH ?", (query,)).fetchall()
        found.update(row[0] for row in rows)
    rows = db.execute(
        """SELECT d.sha256, p.page FROM pages p JOIN documents d ON d.id = p.document
           WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY d.position, p.page LIMIT ?""",
        (json.dumps(list(found)), -1 if limit is None else limit),
    ).fetchall()
    return [(sha256, page) for sha256, page in rows]


def vocabulary(db: Database) -> Iterator[tuple[str, int]]:
    """Every different word, with the number of pages it is on."""
    yield from db.execute("SELECT term, doc FROM vocabulary ORDER BY term").fetchall()


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
