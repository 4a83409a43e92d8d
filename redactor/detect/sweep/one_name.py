# SPDX-License-Identifier: AGPL-3.0-or-later
"""One name that somebody gave, looked for in any text: whole, in part, turned round, misspelt or damaged by a scan.

No model is asked: a person said that this is a name. What is certainly it is proposed; what may be somebody else's, a
word of the language or a slip of the pen is possible.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from redactor.detect.language.found import Hit, Unit
from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.match import similar
from redactor.detect.language.nameread import PARTICLES
from redactor.detect.language.notpeople import NotPeople
from redactor.detect.language.starts import tried
from redactor.detect.language.text import Token, joins, plain, read_tokens, starts_sentence, tokens
from redactor.detect.language.tornwords import may_be_one
from redactor.detect.language.words import STOP, TITLES
from redactor.detect.sweep.residual import Sweep
from redactor.domain.mentions import Tier
from redactor.domain.torn import TEAR, marked, tears

#: How far a word of the record may be from a part of the name to be looked at (letters); the sweep judges it then.
FAR = 3
#: How much of the text around a word says whose name it is (characters).
NEAR = 60
#: Why the name itself is proposed.
_WHOLE = "the name that was given"
_TURNED = re.compile(r",[ \t]{0,2}\n?")


@dataclass(frozen=True, slots=True)
class NamePlace:
    """Where the name stands (offsets in the text). ``whole``: nobody else can be meant, so it is this person's."""

    start: int
    end: int
    tier: Tier
    why: str
    whole: bool = False


class OneName:
    """The name and its other forms; ``others`` are names of people it must not be taken for (who may be redacted
    too), ``surviving`` of people who stay readable, whose own names are never taken."""

    def __init__(self, names: Sequence[str], others: Iterable[str] = (), surviving: Iterable[str] = ()) -> None:
        self.names = tuple(names)
        self._sweep = Sweep(self.names, tuple(surviving))
        own = [name_words(name) for name in self.names]
        self.parts = frozenset(part for words in own for word in words for part in {word, *word.split("-")})
        self.forenames = frozenset(word for words in own for word in words[:-1])
        self._phrases = {words for words in own if len(words) > 1} | {(w[-1], *w[:-1]) for w in own if len(w) > 1}
        self._shared: dict[str, str] = {}
        self._initials: dict[tuple[str, str], str] = {}
        for other in others:
            words = name_words(other)
            for word in words:
                if word in self.parts and other not in self.names:
                    self._shared.setdefault(word, other)
                    self._initials.setdefault((words[0][0], word), other)

    def worth_a_look(self, vocabulary: Sequence[str]) -> list[str]:
        """The words of a record's ``vocabulary`` (folded) that may stand for a part of the name."""
        parts = sorted(part for part in self.parts if len(part) > 1)
        by_length: dict[int, list[str]] = defaultdict(list)
        for word in vocabulary:
            by_length[len(word)].append(word)
        near: list[str] = []
        for length, words in by_length.items():
            # One letter doubled in a possessive, or a plural ("keishas mum").
            fitting = [part for part in parts if abs(len(part) - length) <= FAR]
            if fitting:
                distances = cdist(fitting, words, scorer=OSA.distance, score_cutoff=FAR, dtype=np.uint8)
                near += [words[column] for column in np.nonzero((distances <= FAR).any(axis=0))[0]]
        known = set(near)
        judged = Unit("", "\n".join(word.capitalize() for word in near))
        found = {hit.text.lower() for hit in self._sweep.hits(judged)}
        return sorted((known & found) | (self.parts & known))

    def places_of(self, text: str, words: Sequence[str]) -> list[NamePlace]:
        """As :meth:`places`, where it is known which of the record's ``words`` may stand for the name: reads only
        what is around these."""
        if not text.isascii() or self.in_pieces(text):
            return self.places(text)
        found: list[NamePlace] = []
        for start, end in _around(text, _any_of(tuple(words)), words):
            for place in self.places(text[start:end]):
                found.append(replace(place, start=start + place.start, end=start + place.end))
        return found

    def places(self, text: str) -> list[NamePlace]:
        """Where the name stands in one text, in order; places do not overlap."""
        if not self.names:
            return []
        hits = [hit for hit in self._sweep.hits(Unit("", text)) if hit.how not in _NUMBERS]
        if not hits and not self.in_pieces(text):
            return []
        reading = _Reading(self, plain(text))
        found = [place for run in reading.runs(hits) if (place := reading.judged(run)) is not None]
        found += reading.broken(found)
        return sorted(found, key=lambda place: place.start)

    def shared_with(self, words: Iterable[str]) -> str:
        """Somebody else who has each of these words, or one and the initial, in their name; "" when nobody has."""
        words = list(words)
        if len(words) == 2 and len(words[0]) == 1:
            return self._initials.get((words[0], words[1]), "")
        found = [self._shared.get(word, "") for word in words]
        return found[0] if found and all(found) else ""

    @cached_property
    def _patterns(self) -> list[re.Pattern[str]]:
        """The parts of the name with a line's end somewhere inside, with or without a hyphen."""
        out = []
        for part in sorted(self.parts, key=len, reverse=True):
            if len(part) > 3:
                cuts = [rf"{re.escape(part[:n])}[-‐‑\xad]\n\s*{re.escape(part[n:])}" for n in range(2, len(part) - 1)]
                cuts += [f"{TEAR}+".join(map(re.escape, pieces)) for pieces in tears(part)]
                out.append(re.compile(rf"(?i)(?<!\w)(?:{'|'.join(cuts)})(?!\w)"))
        return out

    @cached_property
    def _line_ends(self) -> tuple[str, ...]:
        """How a line of plain letters ends on which a part of the name may begin that goes on below."""
        heads = {part[:n] for part in self.parts if len(part) > 3 for n in range(2, len(part))}
        return tuple(head + hyphen for head in sorted(heads) for hyphen in ("", "-"))

    def may_go_on(self, text: str) -> bool:
        """Whether a line of the text ends as one does on which a part of the name begins that goes on below."""
        if not text.isascii() or TEAR in text:
            return True
        heads = self._line_ends
        return any(line.endswith(heads) for line in text.lower().split("\n"))

    def in_pieces(self, text: str) -> bool:
        """Whether a part of the name goes on over a line's end somewhere in the text."""
        if not self.may_go_on(text):
            return False
        text = marked(text)
        return any(pattern.search(text) for pattern in self._patterns)

    @property
    def patterns(self) -> Sequence[re.Pattern[str]]:
        return self._patterns

    def is_whole(self, words: tuple[str, ...]) -> bool:
        return words in self._phrases


@lru_cache(maxsize=4)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)) or "(?!)", re.I)


def _standing(text: str, words: Sequence[str]) -> list[int]:
    """Where any of these words stands in a text of plain letters, in any case, in order."""
    low = text.lower()
    found: set[int] = set()
    for word in words:
        at = low.find(word)
        while at >= 0:
            found.add(at)
            at = low.find(word, at + 1)
    return sorted(found)


def _around(text: str, pattern: re.Pattern[str], words: Sequence[str]) -> list[tuple[int, int]]:
    """The stretches of whole lines around what the pattern, any of these ``words`` (folded), finds in a text of plain
    letters, NEAR letters to either side at least."""
    out: list[tuple[int, int]] = []
    for match in tried(pattern, text, _standing(text, words)):
        start = text.rfind("\n", 0, max(match.start() - NEAR, 0)) + 1
        end = text.find("\n", min(match.end() + NEAR, len(text)))
        end = len(text) if end < 0 else end
        # A line without an end is cut at blanks.
        if match.start() - start > 4 * NEAR:
            start = text.find(" ", match.start() - 2 * NEAR, match.start()) + 1 or match.start()
        if end - match.end() > 4 * NEAR:
            end = max(text.rfind(" ", match.end(), match.end() + 2 * NEAR), match.end())
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return out


_NUMBERS: Mapping[str, object] = dict.fromkeys(("same number", "house number", "street"))


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded, without titles: ("kayleigh", "barnes"). Small words only where there is no other
    ("Will", but not the "de" of "Rosa de Souza")."""
    words = tuple(token.low for token in tokens(plain(name)) if token.low not in TITLES)
    return tuple(word for word in words if word not in PARTICLES and word not in STOP) or words


@dataclass(frozen=True, slots=True)
class _Run:
    """Hits that stand side by side: one writing of the name."""

    start: int
    end: int
    hits: tuple[Hit, ...]


class _Reading:
    """One text in which the name was found."""

    def __init__(self, name: OneName, text: str) -> None:
        self.name, self.text = name, text
        self.lexicon = lexicon()

    # A name written out is judged by itself: what stands around it is not looked at then.

    @cached_property
    def words(self) -> Sequence[Token]:
        return read_tokens(self.text)

    @cached_property
    def not_people(self) -> NotPeople:
        return NotPeople(self.text)

    @cached_property
    def _at(self) -> dict[int, int]:
        return {word.start: number for number, word in enumerate(self.words)}

    def runs(self, hits: Sequence[Hit]) -> Iterator[_Run]:
        run: list[Hit] = []
        for hit in hits:
            if run and not self._one(run[-1], hit):
                yield _Run(run[0].start, run[-1].end, tuple(run))
                run = []
            run.append(hit)
        if run:
            yield _Run(run[0].start, run[-1].end, tuple(run))

    def _one(self, a: Hit, b: Hit) -> bool:
        if a.how == "exact" and b.how == "exact":
            return False
        return joins(self.text, a.end, b.start) or _TURNED.fullmatch(self.text[a.end : b.start]) is not None

    def judged(self, run: _Run) -> NamePlace | None:
        """How sure it is that this run means the person; None where no person can be."""
        start, end = self._wider(run)
        hows = {hit.how for hit in run.hits}
        if hows == {"exact"} and " " in self.text[start:end]:
            return NamePlace(start, end, Tier.PROPOSED, _WHOLE, True)
        words = tuple(token.low for token in tokens(self.text[start:end]))
        several = len(words) > 1
        if "spelt differently" in hows:
            return (
                None
                if not several and self._thing(start, end)
                else self._possible(start, end, "spelt like the name given")
            )
        if several and (self.name.is_whole(words) or hows == {"exact"}):
            return NamePlace(start, end, Tier.PROPOSED, _WHOLE, True)
        if self._thing(start, end):
            return None
        if other := self.name.shared_with(words):
            return self._possible(start, end, f"could be {other} too")
        if self._anothers(start, end):
            return self._possible(start, end, "beside another name")
        if not several and self.lexicon.word(words[0]) and starts_sentence(self.text, start):
            return self._possible(start, end, "also an everyday word")
        if "exact" in hows and not several and len(self.name.names[0].split()) == 1:
            return NamePlace(start, end, Tier.PROPOSED, _WHOLE, True)
        return NamePlace(start, end, Tier.PROPOSED, "part of the name that was given")

    def _possible(self, start: int, end: int, why: str) -> NamePlace:
        return NamePlace(start, end, Tier.POSSIBLE, why)

    def _wider(self, run: _Run) -> tuple[int, int]:
        """The run with a neighbour that is nearly another part of the name, though a word or a name of its own:
        "Zebadee Quil" for Zebedee Quill."""
        start, end = run.start, run.end
        if any(hit.how != "spelt differently" for hit in run.hits) or (at := self._at.get(start)) is None:
            return start, end
        taken = {token.low for token in tokens(self.text[start:end])}
        for beside in (at - 1, at + len(taken)):
            if 0 <= beside < len(self.words) and self.words[beside].shape in {"C", "U"}:
                word = self.words[beside]
                gap = self.text[word.end : start] if word.end <= start else self.text[end : word.start]
                if gap == " " and any(similar(word.low, part) for part in self.name.parts):
                    start, end = min(start, word.start), max(end, word.end)
        return start, end

    def _thing(self, start: int, end: int) -> bool:
        no = self.not_people
        return no.listed(start, end) or no.month(start, end) or no.thing(start, end)

    def _anothers(self, start: int, end: int) -> bool:
        """Whether a name that is not this person's stands directly beside: "Julian Barnes" for Kayleigh Barnes."""
        at = self._at.get(start)
        if at is None:
            return False
        last = at
        while last + 1 < len(self.words) and self.words[last + 1].start < end:
            last += 1
        for beside, gap in ((at - 1, (at - 1, at)), (last + 1, (last, last + 1))):
            if not 0 <= beside < len(self.words):
                continue
            word = self.words[beside]
            between = self.text[self.words[gap[0]].end : self.words[gap[1]].start]
            if between != " " or word.shape not in {"C", "U"} or word.low in STOP or word.low in TITLES:
                continue
            if word.low in self.name.parts or self.lexicon.word(word.low):
                continue
            if word.low in self.lexicon.gender or word.low in self.lexicon.surnames:
                return True
        return False

    def broken(self, found: Sequence[NamePlace]) -> list[NamePlace]:
        """Parts of the name that go on over a line's end, with a hyphen or torn without one."""
        out: list[NamePlace] = []
        if not self.name.may_go_on(self.text):
            return out
        text = marked(self.text)
        for pattern in self.name.patterns:
            for match in pattern.finditer(text):
                if may_be_one(text, *match.span()) and all(
                    match.end() <= p.start or match.start() >= p.end for p in (*found, *out)
                ):
                    out.append(NamePlace(*match.span(), Tier.PROPOSED, "the name that was given, over two lines"))
        return out
