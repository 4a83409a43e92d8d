# SPDX-License-Identifier: AGPL-3.0-or-later
"""The residual sweep: is anything that was redacted still readable in what survives?

Reads only text and terms, no model, so that it judges without trusting what found the names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from redactor.detect.language.found import Hit, Unit
from redactor.detect.language.initials import initials_of_terms, standing_initials
from redactor.detect.language.lexicon import Lexicon, lexicon
from redactor.detect.language.match import closest
from redactor.detect.language.nameread import PARTICLES
from redactor.detect.language.text import Token, fold, plain, read_tokens, tokens
from redactor.detect.language.tornwords import torn_words
from redactor.detect.language.words import STOP, TITLES
from redactor.detect.people.houses import references, street_house, street_name

#: From so many words on, a term with words in lower case is no name.
LONG = 5
#: A name of fewer letters fits into any cell, and two small words make it by chance.
SHORTEST_TORN = 5
_MAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w.-]{1,120}")
_NUMBERS = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9]|[ \t./()+-](?=[ \t./()+-]{0,2}[A-Za-z0-9])){5,40}")


@dataclass
class _Terms:
    """The terms taken apart: whole phrases by their first word, parts, and numbers by their digits."""

    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=lambda: defaultdict(list))
    parts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    surnames: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[str, str] = field(default_factory=dict)
    #: House numbers of redacted addresses.
    houses: dict[str, str] = field(default_factory=dict)
    #: Streets of redacted addresses, by their first word.
    streets: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=lambda: defaultdict(list))
    #: Initials, and whose.
    initials: dict[str, str] = field(default_factory=dict)
    kept_parts: set[str] = field(default_factory=set)
    kept_phrases: dict[str, list[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(list))


def sweep(units: Sequence[Unit], terms: Sequence[str], surviving: Sequence[str] = ()) -> list[Hit]:
    """Where a redacted term can still be read in ``units``' text, in reading order.

    ``terms`` are names, addresses and numbers of redacted people, as written. A whole term is found wherever it
    stands, in any case, over line breaks and however a number is spaced; a part of a name and a misspelling
    where it looks like a name. ``surviving`` are names of people who stay readable (the subject, professionals):
    a hit inside such a name is no hit, and parts they share with a redacted person are not looked for alone.
    Linear in the text.
    """
    prepared = Sweep(terms, surviving)
    return [hit for unit in units for hit in prepared.hits(unit)]


class Sweep:
    """The terms of a :func:`sweep`, taken apart once for many texts."""

    def __init__(self, terms: Sequence[str], surviving: Sequence[str] = ()) -> None:
        self._lexicon = lexicon()
        self._wanted = _prepare(terms, surviving, self._lexicon)
        #: What a word of the record was found to be, misspellings included.
        self._known: dict[str, tuple[str, str] | None] = {}
        #: Words in which nothing is found, whatever stands around them: nearly all words of a record.
        self._idle: set[str] = set()

    def hits(self, unit: Unit) -> Iterator[Hit]:
        """Where a term can still be read in one text, in reading order."""
        return _one(unit, self._wanted, self._lexicon, self._known, self._idle)


def _prepare(terms: Sequence[str], surviving: Sequence[str], words: Lexicon) -> _Terms:
    out = _Terms()
    for name in surviving:
        if street_house(plain(name)):
            continue  # an address that stays open: "Rose" of Rose Lane is nobody
        low = tuple(t.low for t in tokens(plain(name)) if t.low not in TITLES)
        if len(low) > 1:
            for order in (low, (low[-1], *low[:-1])):
                out.kept_phrases[order[0]].append(order)
        out.kept_parts.update(low)
    full: list[list[str]] = []
    kept_houses = {street_house(plain(name)) for name in surviving}
    kept_streets = {street_name(plain(name)) for name in surviving}
    for term in terms:
        found = tokens(plain(term))
        if (house := street_house(plain(term))) and house not in kept_houses:
            out.houses.setdefault(house, term)
        if (street := street_name(plain(term))) and street not in kept_streets:
            out.streets[street[0]].append((street, term))
        bare = _bare(term)
        if sum(c.isdigit() for c in bare) >= 4 or "@" in term:
            if "@" in term:
                out.numbers[bare] = term
            elif len(bare) >= 6 and sum(c.isdigit() for c in bare) * 2 >= len(bare):
                out.numbers[_number_key(bare)] = term
        low = tuple(t.low for t in found if t.low not in TITLES)
        if not low or (bare.isdigit() and len(bare) < 4):
            continue  # a house's number by itself: it stands for a house where the layers say so
        out.phrases[low[0]].append((low, term))
        if sum(c.isdigit() for c in bare) or "@" in term:
            continue
        if len(found) >= LONG and sum(t.shape == "l" and t.low not in PARTICLES for t in found) >= 2:
            continue  # a passage: its words are nobody's name
        names = [w for w in low if w not in PARTICLES and w not in STOP]
        if len(names) > 1:
            if all(token.shape in {"C", "U"} for token in found if token.low in names):
                full.append([*names, term])
            out.phrases[names[-1]].append(((names[-1], *names[:-1]), term))
            if len(names[0]) > 1:
                out.surnames[names[-1]].append((names[0][0], term))
        for name in names:
            for part in {name, *name.split("-")}:
                if len(part) > 2 and part not in out.kept_parts:
                    out.parts[part].append(term)
    out.initials = initials_of_terms(full, surviving)
    return out


def _bare(text: str) -> str:
    return "".join(c for c in fold(plain(text)) if c.isalnum() or c == "@")


def _number_key(bare: str) -> str:
    """A United Kingdom number in either form ends in the same digits."""
    if bare.isdigit():
        if bare.startswith("0044"):
            bare = bare[4:]
        elif bare.startswith("44") and len(bare) > 10:
            bare = bare[2:]
        return bare.lstrip("0") or bare
    return bare


def _one(
    unit: Unit, wanted: _Terms, words: Lexicon, known: dict[str, tuple[str, str] | None], idle: set[str]
) -> Iterator[Hit]:
    text = plain(unit.text)
    found = read_tokens(text)
    hits: list[tuple[int, int, str, str]] = []
    kept = _kept(found, wanted)
    index = 0
    while index < len(found):
        if found[index].low in idle:
            index += 1
            continue
        whole = _phrase(found, index, wanted)
        if whole:
            length, term = whole
            hits.append((found[index].start, found[index + length - 1].end, term, "exact"))
            index += length
            continue
        if index not in kept:
            single = _single(found, index, text, wanted, words, known)
            if single:
                start, term, how = single
                hits.append((start, found[index].end, term, how))
            elif _is_idle(found[index].low, wanted, known):
                idle.add(found[index].low)
        index += 1
    hits.extend(_torn(text, wanted))
    hits.extend(_streets(found, wanted))
    hits.extend(_numbers(text, wanted, hits))
    hits.extend(standing_initials(found, text, wanted.initials))
    for start, end, house, _ in references(text, wanted.houses):
        hits.append((start, end, wanted.houses[house], "house number"))
    reached = -1
    for start, end, term, how in sorted(set(hits), key=lambda h: (h[0], -h[1], h[3])):
        if end <= reached:
            continue
        reached = max(reached, end)
        yield Hit(unit.id, start, end, unit.text[start:end], term, how)


def _kept(found: Sequence[Token], wanted: _Terms) -> set[int]:
    """The words that belong to a name that is meant to stay."""
    inside: set[int] = set()
    if not wanted.kept_phrases:
        return inside
    for index, word in enumerate(found):
        for phrase in wanted.kept_phrases.get(word.low, ()):
            if tuple(w.low for w in found[index : index + len(phrase)]) == phrase:
                inside.update(range(index, index + len(phrase)))
    return inside


def _phrase(found: Sequence[Token], index: int, wanted: _Terms) -> tuple[int, str] | None:
    best: tuple[int, str] | None = None
    for phrase, term in wanted.phrases.get(found[index].low, ()):
        length = len(phrase)
        # Initials ("JL") are a term only as written, in capitals; what also stays open by right is none. One letter
        # alone is nobody: the "I" of a signature would be told at every sentence.
        as_written = len(phrase[0]) > 1 and term.isupper() and found[index].text == term
        if length == 1 and (phrase[0] in wanted.kept_parts or (len(phrase[0]) < 3 and not as_written)):
            continue
        if length == 1 and phrase[0] in STOP and found[index].shape == "l":
            continue
        if (
            length == 1
            and not (found[index].shape in {"C", "U", "D", "N"} or term.islower())
            and lexicon().word(phrase[0])
        ):
            continue
        if (best is None or length > best[0]) and tuple(w.low for w in found[index : index + length]) == phrase:
            best = (length, term)
    return best


def _single(
    found: Sequence[Token],
    index: int,
    text: str,
    wanted: _Terms,
    words: Lexicon,
    known: dict[str, tuple[str, str] | None],
) -> tuple[int, str, str] | None:
    word = found[index]
    low = word.low
    if low in STOP or low in TITLES or len(low) < 3:
        return None
    before = found[index - 1] if index else None
    if before is not None and low in wanted.surnames and before.shape == "I":
        for letter, term in wanted.surnames[low]:
            if before.low == letter and re.fullmatch(r"\.?\s{0,3}", text[before.end : word.start]):
                return before.start, term, "initial and surname"
    if low in wanted.parts:
        if words.word(low) and (word.shape == "l" or (word.shape == "C" and _begins(text, word.start))):
            return None
        return word.start, wanted.parts[low][0], "part"
    if low not in known:
        known[low] = _misspelt(low, wanted, words)
    hit = known[low]
    return (word.start, *hit) if hit else None


def _torn(text: str, wanted: _Terms) -> Iterator[tuple[int, int, str, str]]:
    """Names of one word, and parts of names, that go on over a line's end."""
    for start, end, word in torn_words(text):
        if len(word) < SHORTEST_TORN or word in wanted.kept_parts:
            continue
        if word in wanted.parts:
            yield start, end, wanted.parts[word][0], "part"


def _is_idle(low: str, wanted: _Terms, known: dict[str, tuple[str, str] | None]) -> bool:
    """Whether neither :func:`_phrase` nor :func:`_single` can find anything in a word, wherever it stands."""
    if low in wanted.phrases or low in wanted.surnames or low in wanted.parts:
        return False
    return low in STOP or low in TITLES or len(low) < 3 or (low in known and known[low] is None)


def _misspelt(low: str, wanted: _Terms, words: Lexicon) -> tuple[str, str] | None:
    if len(low) < 4 or words.word(low) or words.sure_forename(low):
        return None
    if low in words.proper or low in wanted.kept_parts or low.isdigit() or len(low) > 30:
        return None
    near = closest(low, list(wanted.parts))
    if not near or (low in words.surnames and len(near[0]) < 6):
        return None
    return wanted.parts[near[0]][0], "spelt differently"


def _begins(text: str, start: int) -> bool:
    before = text[max(start - 4, 0) : start].rstrip(" \"'(")
    return not before or before[-1] in ".!?\n:"


def _streets(found: Sequence[Token], wanted: _Terms) -> Iterator[tuple[int, int, str, str]]:
    """The street of a redacted address without its number: "the house in Acacia Road"."""
    for index, word in enumerate(found) if wanted.streets else ():
        for street, term in wanted.streets.get(word.low, ()):
            if tuple(w.low for w in found[index : index + len(street)]) == street:
                yield word.start, found[index + len(street) - 1].end, term, "street"


def _numbers(
    text: str, wanted: _Terms, hits: Sequence[tuple[int, int, str, str]]
) -> Iterator[tuple[int, int, str, str]]:
    if not wanted.numbers:
        return
    taken = {start for start, _, _, _ in hits}
    for match in _MAIL.finditer(text):
        term = wanted.numbers.get(_bare(match.group()))
        if term and match.start() not in taken:
            yield match.start(), match.end(), term, "same number"
    lengths = sorted({len(key) for key in wanted.numbers if "@" not in key})
    if not lengths:
        return
    for match in _NUMBERS.finditer(text):
        chunk = match.group()
        if sum(map(str.isdigit, chunk)) < 4:
            continue
        yield from _inside(chunk, match.start(), wanted, lengths, taken)


def _inside(
    chunk: str, offset: int, wanted: _Terms, lengths: Sequence[int], taken: set[int]
) -> Iterator[tuple[int, int, str, str]]:
    """A number anywhere in a run of letters, digits and blanks."""
    letters = [(i, c.lower()) for i, c in enumerate(chunk) if c.isalnum()]
    joined = "".join(c for _, c in letters)
    for length in lengths:
        for at in range(len(joined) - length + 1):
            key = joined[at : at + length]
            term = wanted.numbers.get(key)
            if term is None:
                continue
            start, end = offset + letters[at][0], offset + letters[at + length - 1][0] + 1
            if start not in taken:
                yield start, end, term, "same number"
