# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the machine found, kept as rows so that a window can page through half a million of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from redactor.casefile import documents
from redactor.casefile.codec import clean, pack, pack_boxes, unpack, unpack_boxes
from redactor.casefile.driver import Database
from redactor.domain.mentions import Label, Mention, Person, Profession, Role, Tier
from redactor.domain.pages import Where

_COLUMNS = "id, document, page, place, start, stop, text, boxes, label, score, tier, person, why"
# Looking up is four times faster than calling the enum, and there are half a million rows.
_WHERE = {where.value: where for where in Where}
_LABEL = {label.value: label for label in Label}
_TIER = {tier.value: tier for tier in Tier}
_READ = f"m.id, d.sha256, {_COLUMNS.split(', ', 2)[2]}"


def mention_row(mention: Mention) -> tuple[Any, ...]:
    """A mention ready to be written but for the document, whose row only the case knows."""
    return (
        mention.id,
        mention.document,
        mention.page,
        mention.where.value,
        mention.start,
        mention.end,
        clean(mention.text),
        pack_boxes(mention.boxes),
        mention.label.value,
        mention.score,
        mention.tier.value,
        mention.person,
        clean(mention.why),
    )


def person_row(person: Person) -> tuple[str, bytes]:
    profession = person.profession.value if person.profession else ""
    texts = [clean(text) for text in (person.name, person.relationship, person.why)]
    aliases = [clean(alias) for alias in person.aliases]
    return person.id, pack([texts[0], aliases, person.role.value, profession, *texts[1:]])


def replace(db: Database, mentions: Sequence[tuple[Any, ...]], people: Sequence[tuple[str, bytes]]) -> None:
    """Put these in the place of all there are. The caller holds the transaction.

    Raises BadInput when a mention names a document that the case does not hold.
    """
    numbers = dict(db.execute("SELECT sha256, id FROM documents").fetchall())
    for sha256 in {row[1] for row in mentions} - numbers.keys():
        documents.number(db, sha256)
    db.execute("DELETE FROM mentions")
    db.execute("DELETE FROM people")
    marks = ", ".join("?" * len(_COLUMNS.split(", ")))
    rows = ((row[0], numbers[row[1]], *row[2:]) for row in mentions)
    db.conn.executemany(f"INSERT INTO mentions ({_COLUMNS}) VALUES ({marks})", rows)
    db.conn.executemany("INSERT INTO people (id, body) VALUES (?, ?)", people)


def rows(
    db: Database, document: str | None, page: int | None, person: str | None, limit: int | None, offset: int
) -> list[tuple[Any, ...]]:
    """The rows of mentions for :func:`mention`, in the order in which they were given to :func:`replace`."""
    where, values = _condition(db, document, page, person)
    return list(
        db.execute(
            f"""SELECT {_READ} FROM mentions m JOIN documents d ON d.id = m.document{where}
                ORDER BY seq LIMIT ? OFFSET ?""",
            (*values, -1 if limit is None else limit, offset),
        ).fetchall()
    )


def _condition(db: Database, document: str | None, page: int | None, person: str | None) -> tuple[str, list[Any]]:
    conditions, values = [], list[Any]()
    if document is not None:
        conditions.append("m.document = ?")
        values.append(documents.number(db, document))
    if page is not None:
        conditions.append("m.page = ?")
        values.append(page)
    if person is not None:
        conditions.append("m.person = ?")
        values.append(person)
    return (" WHERE " + " AND ".join(conditions) if conditions else ""), values


def mention(row: Sequence[Any]) -> Mention:
    ident, document, page, where, start, end, text, boxes, label, score, tier, person, why = row
    return Mention(
        ident,
        document,
        page,
        _WHERE[where],
        start,
        end,
        text,
        unpack_boxes(boxes),
        _LABEL[label],
        score,
        _TIER[tier],
        person,
        why,
    )


def people(db: Database) -> list[Person]:
    """Everybody, in the order in which they were given to :func:`replace`."""
    found = []
    for ident, body in db.execute("SELECT id, body FROM people ORDER BY seq").fetchall():
        name, aliases, role, profession, relationship, why = unpack(body)
        kind = Profession(profession) if profession else None
        found.append(Person(ident, name, tuple(aliases), Role(role), kind, relationship, why))
    return found
