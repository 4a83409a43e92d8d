# SPDX-License-Identifier: AGPL-3.0-or-later
"""The names of a record: those known beforehand, those the layers found, those in e-mail addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise

from redactor.detect.language.found import KnownPerson, RawSpan, SubjectFacts
from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.nameform import Form, Name, parse
from redactor.detect.language.text import fold, plain, tokens
from redactor.detect.language.words import TITLES
from redactor.detect.people.people import People
from redactor.detect.people.persons_index import Somebody
from redactor.detect.people.record import ENOUGH_FULL, ENOUGH_SINGLE, Record
from redactor.domain.mentions import Label, Role

#: What a small letter that signs an entry stands after, on a line that begins with its day or after "Signed".
_SIGNED = re.compile(
    r"(?m)(?:^[ \t>]*\d{1,2}[./-]\d{1,2}\b[^\n]*[-\u2013\u2014/(|.!?]|\b(?:[Ss]igned|[Ii]nitials?)[ \t]*:)[ \t]*\Z"
)
_ENTRY_ENDS = re.compile(r"[ \t.)]*(?:\n|\Z)")
#: A line is looked at no further back (characters).
_LINE = 600


def small_letter(name: Name) -> bool:
    """Whether this is a small letter alone: what notes write for somebody, and by itself nobody's name."""
    return name.form is Form.SINGLE and len(name.surname) == 1 and name.surname.islower()


def _signs_alone(text: str, start: int, end: int) -> bool:
    return bool(_ENTRY_ENDS.match(text, end) and _SIGNED.search(text[max(start - _LINE, 0) : start]))


def _parse(text: str) -> Name | None:
    words = tokens(plain(text))
    return parse(plain(text), words, lexicon()) if words else None


def seed(record: Record, subject: SubjectFacts | None, known: Sequence[KnownPerson], terms: Sequence[str]) -> None:
    people = record.people
    if subject is not None and (name := _parse(subject.name)):
        person = people.seed(name, subject.id, Role.SUBJECT, subject.name)
        record.subject = person.number
        _aliases(people, person, subject.aliases)
        for alias in subject.aliases:
            name = _parse(alias)
            if name is not None and name.form is not Form.SINGLE and (letters := own_letters(name)):
                people.own_letters.add(letters)
                people.by_initials[letters].add(person.number)
    for other in known:
        if (name := _parse(other.name)) is None:
            continue
        if record.subject >= 0 and other.role is Role.SUBJECT:
            person = people.all[record.subject]
            person.known_id = person.known_id or other.id
        else:
            person = people.seed(name, other.id, other.role, other.name)
        _aliases(people, person, other.aliases)
    for term in terms:
        if name := _parse(term):
            people.seed(name)


def own_letters(name: Name) -> str:
    """The letters of a name written with initials only: "sdb" of "SDB", "S. D-B" and "s d-b"; "" for any other.
    Two small letters and words are names or nothing."""
    parts = [part for word in (*name.given, *name.surname.split()) for part in word.split("-")]
    if name.form is Form.INITIALS:
        return name.surname.replace(".", "")
    if name.form is Form.SINGLE and len(name.surname) in {3, 4}:
        words = lexicon()
        known = words.word(name.surname) or name.surname in words.gender or name.surname in words.surnames
        return "" if known or name.title else name.surname
    return "".join(parts) if len(parts) > 1 and all(len(part) == 1 for part in parts) else ""


def known_surnames(subject: SubjectFacts | None, known: Sequence[KnownPerson]) -> frozenset[str]:
    """The last words of the names that were known beforehand, folded."""
    written = [*((subject.name, *subject.aliases) if subject is not None else ()), *(person.name for person in known)]
    names = [_parse(name) for name in written]
    return frozenset(name.surname for name in names if name is not None and name.form is Form.FULL)


def _aliases(people: People, person: Somebody, aliases: Sequence[str]) -> None:
    for alias in aliases:
        name = _parse(alias)
        if name is None:
            continue
        if name.form is Form.FULL:
            people.point(person, forename=name.given[0], surname=name.surname)
            people.by_joined[name.given[0] + name.surname.replace(" ", "")] = person.number
            people.by_initials[name.given[0][0] + name.surname[0]].add(person.number)
        elif name.form is Form.INITIALS or (name.form is Form.SINGLE and alias.isupper() and len(alias) <= 3):
            people.by_initials[name.surname].add(person.number)
        elif name.form is Form.INITIAL_SURNAME and own_letters(name):
            # "S. D-B": she is "Shanice D-B" too.
            people.point(person, surname=name.surname)
        elif name.form is Form.SINGLE and name.surname not in person.surnames:
            people.point(person, forename=name.surname)


def found_names(record: Record) -> list[tuple[Name, int, float]]:
    """The distinct names the layers found: how often, and the best score."""
    counts: Counter[Name] = Counter()
    best: dict[Name, float] = {}
    seen: dict[str, Name | None] = {}
    words = lexicon()
    for text, spans in zip(record.texts, record.raw, strict=True):
        whole = _beginnings(text, spans, words.gender)
        for span in spans:
            if span.label != Label.PERSON or whole.get(span.end, span.start) < span.start:
                continue
            before = text[max(span.start - 10, 0) : span.start].rstrip(" .\n").rsplit(None, 1)[-1:]
            title = before[0].lower() if before and before[0].lower().strip(">(") in TITLES else ""
            written = f"{title} {text[span.start : span.end]}" if title else text[span.start : span.end]
            if written not in seen:
                seen[written] = _parse(written)
            name = seen[written]
            if name is None or (small_letter(name) and not _signs_alone(text, span.start, span.end)):
                continue
            if name.form is Form.FULL and words.word(name.given[0]) and name.given[0] not in words.gender:
                # "Mosaic Bannister" over a page header: the surname is somebody's, the rest is not.
                name = name._replace(form=Form.SINGLE, given=())
            if record.people.own_letters and own_letters(name) in record.people.own_letters:
                continue
            key = name._replace(shown="")
            counts[key] += 1
            best[key] = max(best.get(key, 0.0), span.score)
    out = []
    for name, count in counts.items():
        need = ENOUGH_FULL if name.form is Form.FULL else ENOUGH_SINGLE
        if best[name] >= need or (count > 2 and best[name] >= 0.35):
            out.append((name, count, best[name]))
    return out


def _beginnings(text: str, spans: Sequence[RawSpan], forenames: Container[str]) -> dict[int, int]:
    """By where it ends, where the longest name of three words or more begins that ends there: "Lee Ashe" in "Jordan Lee
    Ashe" is half of him, and no other person to whom every "L Ashe" might belong."""
    found: dict[int, int] = {}
    for span in spans:
        if span.label == Label.PERSON:
            name = fold(text[span.start : span.end]).split()
            if len(name) > 2 and name[0] in forenames and name[1] in forenames:
                found[span.end] = min(span.start, found.get(span.end, span.start))
    return found


def couples(record: Record) -> list[tuple[str, str]]:
    """Forename and surname of whoever is named before somebody of their surname: "Pauline and Desmond Okafor"."""
    found: set[tuple[str, str]] = set()
    words = lexicon()
    for text, spans in zip(record.texts, record.raw, strict=True):
        people = sorted((span.start, span.end) for span in spans if span.label == Label.PERSON)
        for (start, end), (other, last) in pairwise(people):
            if text[end:other] not in {" and ", " & ", " + "}:
                continue
            one, two = _parse(text[start:end]), _parse(text[other:last])
            if one is None or two is None or one.form is not Form.SINGLE or two.form is not Form.FULL:
                continue
            if not two.title and one.surname in words.gender and two.given[0] in words.gender:
                found.add((one.surname, two.surname))
    return sorted(found)


def mail_names(record: Record) -> list[tuple[Name, int, float]]:
    """Forename and surname from addresses like "isla.penhaligon@..."."""
    words = lexicon()
    found: set[tuple[str, str]] = set()
    for text, spans in zip(record.texts, record.raw, strict=True):
        for span in spans:
            if span.label == Label.EMAIL:
                parts = re.split(r"[._]", fold(text[span.start : span.end]).partition("@")[0])
                if len(parts) == 2 and parts[0] in words.gender and len(parts[1]) > 2 and parts[1].isalpha():
                    found.add((parts[0], parts[1]))
    return [(Name(Form.FULL, "", (first,), last, ""), 1, 0.6) for first, last in sorted(found)]


def _place_words(record: Record) -> frozenset[str]:
    """Towns and districts of this record: what ends its addresses."""
    counts: Counter[str] = Counter()
    for text, spans in zip(record.texts, record.raw, strict=True):
        for span in spans:
            if span.label == Label.ADDRESS:
                counts.update(fold(part.strip()) for part in text[span.start : span.end].split(",")[1:])
    return frozenset(place for place, count in counts.items() if place.isalpha())


#: A house's number and what leads to the rest of its street's name: "7 Rhes y ", "12 ".
_STREET_SO_FAR = re.compile(r"\d{1,4}[A-Za-z]?[ \t]+(?:[^\W\d][\w'’-]*[ \t]+){1,3}")


def drop_places(record: Record) -> None:
    """A town of this record standing alone is no person, whatever a layer thought; nor is what begins in the middle of
    a street's name: "Capel" of "7 Rhes y Capel, Trefawel"."""
    places = _place_words(record)
    words = lexicon()
    for text, spans in zip(record.texts, record.raw, strict=True):
        streets = [s for s in spans if s.label == Label.ADDRESS]
        spans[:] = [
            s
            for s in spans
            if s.label != Label.PERSON
            or (
                ((low := fold(text[s.start : s.end])) not in places or low in words.gender)
                and not any(_in_street(text, s, street) for street in streets)
            )
        ]


def _in_street(text: str, name: RawSpan, street: RawSpan) -> bool:
    """Whether a name begins within an address's street, its number and a word before it: no comma, cell or line's end
    parts them."""
    return (
        street.start < name.start < street.end and _STREET_SO_FAR.fullmatch(text, street.start, name.start) is not None
    )


def read_alone(record: Record) -> list[str]:
    """The single capitalised words that were read as names, however unsure, folded and sorted."""
    return sorted(
        {
            fold(word)
            for text, spans in zip(record.texts, record.raw, strict=True)
            for span in spans
            if span.label == Label.PERSON and (word := text[span.start : span.end]).isalpha() and word[0].isupper()
        }
    )
