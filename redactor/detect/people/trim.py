# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a reader took for one name put right before people are made of it: "Saw Keira", "COPD, Keira", two names in
two cells. One wrong surname would draw every mention of a forename to somebody who does not exist."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from redactor.detect.language.found import RawSpan
from redactor.detect.language.lexicon import Lexicon, lexicon
from redactor.detect.language.text import Token, tokens_between
from redactor.detect.language.words import (
    ABBREVIATIONS,
    HUMAN_VERBS,
    RELATION_WORDS,
    ROLE_SHORT,
    ROLE_WORDS,
    TITLES,
)
from redactor.detect.people import strays
from redactor.detect.people.line_ends import at_line_ends, own_names
from redactor.detect.people.marks import heads_a_field, is_mark, without_marks
from redactor.detect.people.record import Record
from redactor.detect.people.shifts import repeated, shift_rows
from redactor.domain.mentions import Label

#: Notes begin with these without a subject: "Saw Keira at school".
_STARTERS = frozenset(
    HUMAN_VERBS
    | frozenset(
        ("see", "met", "meet", "rang", "ring", "took", "take", "held", "brought", "collected", "dropped", "drove")
    )
)
#: "Catrin Abernethy Page 2": the next field's label, or the page's own number, run into the name before it.
_LABELS = frozenset(
    (
        "page",
        "tel",
        "telephone",
        "phone",
        "mobile",
        "mob",
        "fax",
        "email",
        "date",
        "dob",
        "ref",
        "ext",
        "room",
        "no",
        "age",
        "rm",
        "flat",
        "apt",
        "bed",
        "ward",
    )
)
_VALUE = re.compile(r"[ \t]*(?::|\.?[ \t]*\(?\d)")
#: "Halina Rahman  Swift/Person ID 1048832": the system's name and what the number is of, before the number.
_NUMBER_OF = frozenset(
    (
        "person",
        "client",
        "customer",
        "service",
        "user",
        "patient",
        "hospital",
        "case",
        "file",
        "swift",
        "mosaic",
        "liquidlogic",
        "carefirst",
        "paris",
        "rio",
        "azeus",
        "eclipse",
        "tenancy",
        "nhs",
        "pupil",
        "student",
    )
)
_NUMBERED = re.compile(
    r"(?:[/ ][A-Za-z]+){0,2}?[ \t]+(?:ID|[Nn]o|[Nn]umber|[Rr]ef(?:erence)?)\b\.?[ \t:]{0,3}[A-Z]{0,3}\d"
)
_FIGURES = re.compile(r"[ \t|,:]*[(+]?\d")
_COLON = re.compile(r"[ \t]?:")
#: What parts the cells of a row.
_CELL = re.compile(r"\t|[ ]{2,}|\|")
#: A double-barrelled surname by its letters.
_BARRELS = re.compile("[A-Z](?:-[A-Z])+")
_VOWEL = re.compile("[aeiouy]")
#: What somebody has passed, after their name: "Dr Vikram Nair MRCPsych".
_PASSED = re.compile(
    r"(?:[MF]RC[A-Z][A-Za-z]*|MRCPsych|MB ?BS|MB ?Ch ?B|B ?M ?Bch|[BM]Sc|[BM]Ed|Ph ?D|D ?Phil|D ?Clin ?Psy|LLB|PGCE|"
    r"CQSW|Dip ?SW|R[GM]N|RNLD|SRN|[MOC]BE|FAcSS|CPsychol|AFBPsS|MRPharmS|MCSP)"
)
#: A line this long (characters) is running text, in which a name may go on over the break.
_RUNNING = 32
#: Characters from the first to the last (exclusive) of a text.
_Stretch = tuple[int, int]


class _Known(NamedTuple):
    """What is known before any name is read: words, somebody's surnames, and of this record its field labels, its
    initials, what people are called by forename, and the subject's ``own`` forenames and surnames."""

    words: Lexicon
    surnames: frozenset[str]
    labels: frozenset[str]
    initials: frozenset[str]
    called: frozenset[str]
    own: tuple[frozenset[str], frozenset[str]]


def trim(record: Record, surnames: frozenset[str]) -> None:
    """Cut and split the person spans of every text. ``surnames`` are somebody's, whatever they look like."""
    words = lexicon()
    known = _Known(
        words,
        surnames,
        strays.labels_of(record.texts, words),
        strays.initials_of(record.texts, surnames),
        strays.called(record.texts, record.raw, words),
        own_names(record.own),
    )
    for number, spans in enumerate(record.raw):
        text, cells = record.texts[number], record.staff[number] if record.staff else ()
        if any(span.label == Label.PERSON for span in spans):
            here = _Trimming(text, known)
            spans[:] = [
                part
                for span in spans
                for part in (here.parts(_in_cell(span, cells)) if span.label == Label.PERSON else (span,))
            ]


def _in_cell(span: RawSpan, cells: Sequence[tuple[int, int]]) -> RawSpan:
    """A find that begins in a cell of the staff's column is no longer than the cell: "DSALTER" over "ASB"."""
    end = next((end for start, end in cells if start <= span.start < end < span.end), span.end)
    return span if end == span.end else replace(span, end=end)


class _Trimming:
    """One text. Several readers find the same words: they are taken apart once."""

    def __init__(self, text: str, known: _Known) -> None:
        self._text, self._known = text, known
        self._rota = list(shift_rows(text))
        #: By where something was found: each part that is left of it, and its word where that is a single one or else
        #: where in it names are.
        self._seen: dict[_Stretch, list[tuple[_Stretch, Token | list[_Stretch]]]] = {}

    def parts(self, span: RawSpan) -> Iterator[RawSpan]:
        """What of a find is somebody's name, each name by itself."""
        place = (span.start, span.end)
        if span.found_by not in {"title", "signature", "greeting"} and is_mark(self._text, *place):
            return
        if place not in self._seen:
            self._seen[place] = list(self._apart(*place))
        for part, inside in self._seen[place]:
            if isinstance(inside, Token):
                alone = _at(span, part)
                if not self._nobody(alone, inside):
                    yield alone
            else:
                for name in inside:
                    yield _at(span, name)

    def _apart(self, start: int, end: int) -> Iterator[tuple[_Stretch, Token | list[_Stretch]]]:
        text, known = self._text, self._known
        if heads_a_field(text, start):
            return
        whole = tokens_between(text, start, end)
        stretches = list(without_marks(text, whole))
        for piece in (
            piece for stretch in stretches for piece in strays.pieces(text, stretch, known.labels, known.words)
        ):
            for row in strays.rows(text, piece):
                for found in at_line_ends(text, row, known.own, known.words):
                    if repeated(found, known.words) or (len(found) > 1 and self._on_rota(found[0])):
                        yield from (((word.start, word.end), word) for word in found)
                        continue
                    part = (start, end) if len(found) == len(whole) else (found[0].start, found[-1].end)
                    yield part, found[0] if len(found) == 1 else list(_names(text, part, found, known))

    def _on_rota(self, word: Token) -> bool:
        return any(start <= word.start < end for start, end in self._rota)

    def _nobody(self, span: RawSpan, word: Token) -> bool:
        """Whether a find of one word names nobody."""
        text, words = self._text, self._known.words
        # "Nan" and "Child" point to people without naming them: the relation layer has them.
        if word.low not in words.gender and _title_alone(word.low) and span.found_by != "title":
            return True
        return (
            strays.dotted_post(word, None, words)
            or word.low in RELATION_WORDS
            or _label(text, word)
            or strays.nobody(text, span, word, self._known.labels, words)
        )


def _at(span: RawSpan, place: _Stretch) -> RawSpan:
    """The find, at this place."""
    return span if place == (span.start, span.end) else replace(span, start=place[0], end=place[1])


def _names(text: str, part: _Stretch, found: list[Token], known: _Known) -> Iterator[_Stretch]:
    """Where in a part of several words there are names."""
    words = known.words
    cut = list(found)
    while len(cut) > 1 and cut[0].low in _STARTERS and cut[0].low not in words.gender and cut[0].shape != "U":
        cut.pop(0)
    # "Son Tomek attended": who somebody is to the subject is no part of what they are called.
    while len(cut) > 1 and (_kin(text, cut[0], cut[1], words) or _answer(text, cut[0], cut[1])):
        cut.pop(0)
    while len(cut) > 1 and (strays.dotted_post(cut[0], cut[1], words) or _day_before(text, cut[0], cut[1], known)):
        cut.pop(0)
    while len(cut) > 1 and (
        _PASSED.fullmatch(cut[-1].text)
        or _abbreviation(cut[-1], cut[-2], known)
        or strays.goes_on(cut[0], cut[-1], words)
    ):
        cut.pop()
    while (
        len(cut) > 1
        and "," in text[cut[0].end : cut[1].start]
        and (cut[0].text in known.initials or _abbreviation(cut[0], cut[1], known))
    ):
        cut.pop(0)
    while len(cut) > 1 and cut[-1].shape == "l" and _run_together(cut[-1].low, words):
        cut.pop()
    while len(cut) > 1 and _label(text, cut[-1]):
        cut.pop()
    while len(cut) > 2 and _stub(text, cut[-2], cut[-1], words):
        cut.pop()
    while len(cut) > 1 and _torn(text, cut[-2], cut[-1], words):
        del cut[-2:]
    cut = _without_relation(text, cut, words)
    for group in _sentences(text, cut, known) if cut else ():
        yield part if len(group) == len(found) else (group[0].start, group[-1].end)


def _sentences(text: str, found: Sequence[Token], known: _Known) -> Iterator[list[Token]]:
    """The words split into cells, at a comma between two people, and where a sentence begins."""
    for cell in _cells(text, found, known):
        for person in strays.two_people(text, cell, known.words, known.called):
            yield from strays.new_sentence(text, person, known.words)


def _kin(text: str, word: Token, following: Token, words: Lexicon) -> bool:
    """ "Son" before "Tomek"; "Child, Sarah" is somebody's surname."""
    kin = word.low in RELATION_WORDS and word.low in words.basic and not _title_alone(word.low)
    return kin and "," not in text[word.end : following.start]


def _day_before(text: str, month: Token, name: Token, known: _Known) -> bool:
    """ "16 Jan Gordon" rang. In "16 Jan Pell", a room and who has it, Jan is somebody."""
    forename = name.low in known.words.gender or name.low in known.own[0]
    return forename and strays.month_of_a_day(text, month)


def _without_relation(text: str, found: list[Token], words: Lexicon) -> list[Token]:
    """ "Karen Mills Aunt 07700 900123", a row of a sheet: as far as the name goes. "Anna Mary Child" stays."""
    for at, word in enumerate(found[2:], 2):
        kin = word.low in RELATION_WORDS and word.low not in words.gender and word.shape == found[0].shape
        if kin and (word.low not in words.surnames or _FIGURES.match(text, word.end) or _COLON.match(text, word.end)):
            return found[:at]
    return found


def _answer(text: str, word: Token, following: Token) -> bool:
    """The "Y" or "N" of a column, over who stands in the next."""
    return word.low in {"y", "n"} and "\n" in text[word.end : following.start]


def _title_alone(low: str) -> bool:
    return low in ROLE_WORDS or low in TITLES


def _run_together(low: str, words: Lexicon) -> bool:
    """Two everyday words without the blank a scan lost: "athome" after "Priscilla"."""
    if low in words.gender or low in words.surnames or low in words.known:
        return False
    return any(low[:at] in words.basic and low[at:] in words.basic for at in range(2, len(low) - 1))


def _abbreviation(word: Token, beside: Token, known: _Known) -> bool:
    """ "COPD" or "JF" beside a name that is not in capitals itself."""
    words, surnames = known.words, known.surnames
    if word.shape != "U" or beside.shape == "U" or word.low in surnames or word.low in words.surnames:
        return False
    if _BARRELS.fullmatch(word.text):
        return False  # "Kofi A-B"
    if any(c.isdigit() for c in word.low) and word.low != "d0b":
        return False  # "L33": a scan's "Lee"
    short = len(word.low) <= 4 and word.low not in words.gender
    return word.low in ABBREVIATIONS or word.low in ROLE_SHORT or short or not _VOWEL.search(word.low)


def _label(text: str, word: Token) -> bool:
    """Whether the next field begins with this word."""
    if word.low in _LABELS and _VALUE.match(text, word.end):
        return True
    return word.low in _NUMBER_OF and _NUMBERED.match(text, word.end) is not None


def _torn(text: str, word: Token, rest: Token, words: Lexicon) -> bool:
    """ "wil l": an ordinary word that a scan has torn in two is nobody's forename and surname."""
    whole = text[word.start : rest.end].replace(" ", "")
    return whole.islower() and whole in words.basic and word.end + 1 == rest.start and rest.low not in words.gender


def _stub(text: str, before: Token, word: Token, words: Lexicon) -> bool:
    """A whole name and, below it, two letters that begin something else: "Frank Stone", 'Co"sultant'."""
    if "\n" not in text[before.end : word.start] or len(word.low) > 2 or word.shape != "C":
        return False
    return word.low not in words.gender and word.low not in words.surnames and before.low in words.surnames


def _cells(text: str, found: Sequence[Token], known: _Known) -> list[list[Token]]:
    """The words, split where a forename begins the next cell or line of a list; as far as the cell goes where an
    everyday word that is nobody's surname begins it: "Keira" over "Loss; she blames herself"."""
    words = known.words
    groups: list[list[Token]] = [[found[0]]]
    for number, (before, word) in enumerate(pairwise(found), 2):
        gap = text[before.end : word.start]
        begins = word.low in words.gender
        first = max(before.end - _RUNNING - 1, 0)
        line = before.end - max(text.rfind("\n", first, before.end), text.rfind("\t", first, before.end))
        if ("\n" in gap and begins and before.low in words.gender and (line <= _RUNNING or number < len(found))) or (
            begins and number < len(found) and _whole(groups[-1], words) and (_CELL.search(gap) or _row_ends(gap, line))
        ):
            groups.append([])
        elif "\n" in gap and line <= _RUNNING and _everyday(word.low, known):
            return groups
        groups[-1].append(word)
    return groups


def _whole(name: Sequence[Token], words: Lexicon) -> bool:
    return len(name) > 1 and name[0].low in words.gender and all(word.shape == "C" for word in name)


def _row_ends(gap: str, line: int) -> bool:
    return "\n" in gap and line <= _RUNNING


def _everyday(low: str, known: _Known) -> bool:
    words = known.words
    return low in words.basic and low not in words.gender and low not in words.surnames and low not in known.surnames
