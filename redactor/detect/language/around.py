# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much somebody reads as being at work, by the words around their name: weighed as hundreds of records written by
hand, whose staff were marked, taught (models/lexicon/at_work.txt; models/recipe/make_at_work.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from redactor.detect.language.lexicon import MODELS
from redactor.detect.language.words import AGENCIES, HUMAN_VERBS, RELATION_WORDS, ROLE_SHORT, ROLE_WORDS, TITLES

FILE = MODELS / "lexicon" / "at_work.txt"
#: The weights are whole numbers in the file.
PARTS = 100
#: Words on each side whose place counts, those that count wherever they stand, and letters of a longer word's stem.
NEAR, AROUND, STEM = 6, 25, 5
#: What a word counts for that only stands somewhere around.
SOMEWHERE = 0.25

_WORD = re.compile(r"[^\W_]+|[^\w\s]|\n+|\t")
_DIGITS = re.compile(r"\d+")
_TITLE = re.compile(rf"(?i)(?:(?:{'|'.join(sorted(map(re.escape, TITLES)))})\b\.?\s+)+")
_INITIAL = re.compile(r"[A-Z]\.?\s")
NAME, BEGINS, ENDS, LINE, LINES, CELL = "NAME", "BEGINS", "ENDS", "LINE", "LINES", "CELL"
_ONE_WORD = frozenset(agency.lower() for agency in AGENCIES if " " not in agency)


def scores(text: str, names: Sequence[tuple[int, int]]) -> Iterator[tuple[int, float]]:
    """For each of ``names`` (sorted; characters, end exclusive) its number and how much it reads as somebody at work:
    above 0 is likelier than not."""
    weights = _weights()
    for number, seen in features(text, names):
        yield number, sum(weights.get(feature, 0.0) * weight for feature, weight in seen.items()) + weights[""]


@cache
def _weights() -> dict[str, float]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    pairs = (line.rpartition(" ") for line in lines if not line.startswith("# "))
    return {feature: int(weight) / PARTS for feature, _, weight in pairs}


def features(text: str, names: Sequence[tuple[int, int]]) -> Iterator[tuple[int, dict[str, float]]]:
    """What stands around each of ``names``, where, and what each thing counts for. No name itself is looked at."""
    words, at = _words(text, names)
    words = [BEGINS] * NEAR + words + [ENDS] * NEAR
    stems = [word[:STEM] + "~" if len(word) > STEM + 1 and word.islower() else word for word in words]
    sorts = [_sort(word) for word in words]
    for number, where in at:
        here = where + NEAR
        seen: dict[str, float] = {}
        for far in range(1, NEAR + 1):
            for side, place in (("b", here - far), ("a", here + far)):
                word = words[place]
                seen[f"{side}{far}={word}"] = seen[f"{side}={word}"] = 1
                if stems[place] != word:
                    seen[f"{side}~={stems[place]}"] = 1
                if far < NEAR - 1 and sorts[place] != word:
                    seen[f"{side}{far}={sorts[place]}"] = seen[f"{side}={sorts[place]}"] = 1
        for kind in {tuple(words[here - 2 : here + 3]), tuple(sorts[here - 2 : here + 3])}:
            seen[f"bb={kind[0]}_{kind[1]}"] = seen[f"aa={kind[3]}_{kind[4]}"] = seen[f"ba={kind[1]}_{kind[3]}"] = 1
        seen.update(_line(words, here))
        seen[f"form={_form(text[slice(*names[number])])}"] = 1
        first, last = max(here - AROUND, NEAR), min(here + AROUND + 1, len(words) - NEAR)
        seen.update({f"s={word}": SOMEWHERE for word in stems[first:last] if word[0].isalpha() and word[0].islower()})
        yield number, seen


def _words(text: str, names: Iterable[tuple[int, int]]) -> tuple[list[str], list[tuple[int, int]]]:
    """The text's words with each name as one; and the number of each name with where it stands among them."""
    words: list[str] = []
    at: list[tuple[int, int]] = []
    last = 0
    for number, (start, end) in enumerate(names):
        title = _TITLE.match(text, start, end)
        if title is not None and title.end() < end:
            start = title.end()
        if start < last:
            continue
        words.extend(map(_plain, _WORD.findall(text, last, start)))
        at.append((number, len(words)))
        words.append(NAME)
        last = end
    words.extend(map(_plain, _WORD.findall(text, last)))
    return words, at


def _plain(word: str) -> str:
    if word[0] in "\n\t":
        return CELL if word[0] == "\t" else LINE if len(word) == 1 else LINES
    if word.isdigit():
        return "0" * min(len(word), 4)
    return _DIGITS.sub("0", word.lower())


def _sort(word: str) -> str:
    """What sort of word it is, for words met too seldom to have been learnt one by one; or the word itself."""
    if word in ROLE_WORDS or word in ROLE_SHORT:
        return "ROLE"
    if word in RELATION_WORDS:
        return "RELATION"
    if word in _ONE_WORD:
        return "BODY"
    return "VERB" if word in HUMAN_VERBS else word


def _line(words: Sequence[str], here: int) -> dict[str, float]:
    """How the name stands in its line: after which first word, at its end, alone."""
    breaks = {LINE, LINES, BEGINS, ENDS}
    first, last = here, here
    while words[first - 1] not in breaks:
        first -= 1
    while words[last + 1] not in breaks:
        last += 1
    begins = f"line={words[first]}" if first < here else "line begins"
    return {begins: 1, f"line ends={last == here}": 1, f"line alone={first == here == last}": 1}


def _form(name: str) -> str:
    """How a name is written: initials, one word, an initial with a surname, more; and its case."""
    if name.isupper() and len(name) < 4:
        kind = "letters"
    elif not re.search(r"\s", name):
        kind = "one"
    else:
        kind = "initial" if _INITIAL.match(name) else "more"
    return kind + (" small" if name.islower() else " capitals" if name.isupper() else "")
