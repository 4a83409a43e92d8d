# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the office's lists say about a record: who is staff, what is the office's own, what names nobody."""

from __future__ import annotations

import re

from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.nameform import Form, Name, parse
from redactor.detect.language.text import fold, plain, tokens
from redactor.detect.people.record import Record
from redactor.domain.mentions import Label, Role
from redactor.domain.office import OfficeLists

_WORD = re.compile(r"[^\W_]+")


def know_office(record: Record, office: OfficeLists) -> None:
    """Seed the staff, with the list as evidence of their profession: what the record itself says may outweigh it,
    for a neighbour may be called like a member of staff. The office's own numbers belong to the office."""
    together = "\n".join(map(fold, record.texts)) if office.staff else ""
    words = set(_WORD.findall(together))
    for name, profession in office.staff:
        text = plain(name)
        found = parse(text, tokens(text), lexicon())
        if found is not None and found.form is Form.FULL and _occurs(found, words, together):
            person = record.people.seed(found)
            record.evidence[person.number].work(profession, 2.0, "on the office's list of staff")
    if office.of("address", "number"):
        itself = record.people.add((), "", fixed_name=office.office or "The office", role=Role.PROFESSIONAL)
        record.office = (office.of("address"), office.of("number"), itself.number)


def _occurs(name: Name, words: set[str], together: str) -> bool:
    """Whether the record names this member of staff in full, with an initial, or surname first. Who is not named
    is not seeded: else every "Sarah" would be one of forty members of staff."""
    first, last = name.given[0], name.surname
    if not {*last.split(), *last.split("-")} <= words | {last}:
        return False
    one, other = re.escape(first), re.escape(last)
    pattern = rf"(?<!\w)(?:(?:{one}|{one[0]}\.?)\s+(?:\w+\s+)?{other}|{other},?\s+(?:{one}|{one[0]}))(?!\w)"
    return re.search(pattern, together) is not None


def drop_terms(record: Record, office: OfficeLists) -> None:
    """Terms never to redact and teams are no people; note where they stand, for what is found later."""
    terms = sorted(office.of("term", "team"), key=len, reverse=True)
    if not terms:
        return
    words = (r"\s+".join(map(re.escape, plain(term).split())) for term in terms)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.I)
    for number, text in enumerate(record.texts):
        found = [match.span() for match in pattern.finditer(text)]
        if found:
            record.never[number] = found
            record.raw[number][:] = [
                span
                for span in record.raw[number]
                if span.label != Label.PERSON or not any(a <= span.start and span.end <= b for a, b in found)
            ]
