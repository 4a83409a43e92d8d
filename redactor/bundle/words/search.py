# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finding a text on a page as a reader would. Pure.

A match goes over line breaks, over a hyphen at a line's end, over a line's end at which a narrow cell tore a word
(:mod:`redactor.domain.torn`), and does not care for capitals, accents or the kind of quotes and dashes. Fuzzy search
also finds misspellings and slips of OCR.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract_iter

from redactor.domain.pages import PageContent
from redactor.domain.torn import LONGEST, MOST_PIECES, TEAR, marked

_ALIKE = {
    "‘": "'",
    "’": "'",
    "‚": "'",
    "‛": "'",
    "`": "'",
    "´": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "\u00a0": " ",
    "\u2007": " ",
    "\u202f": " ",
}
#: Between two letters of a word: nothing, the hyphen and line break put there to set it, or a tear.
_HYPHENED, _BROKEN = r"(?:-\n\s*)?", rf"(?:-\n\s*|{TEAR}{{1,2}})?"
_WORD = re.compile(r"\S+")


def find_in(content: PageContent, text: str, fuzzy: bool = False, *, whole_words: bool = True) -> list[tuple[int, int]]:
    """Where ``text`` stands on the page, as offsets (start, end) in ``content.text``, in order.

    ``whole_words``: "Ann" is not found in "planning", but is in "Ann's". A blank in ``text`` matches any
    blank, line break or break between blocks. With ``fuzzy``, spellings a few letters off count too: none
    for a text under four letters, one up to six, two up to ten, then three.
    """
    return find_in_text(content.text, text, fuzzy, whole_words=whole_words)


def find_in_text(page: str, text: str, fuzzy: bool = False, *, whole_words: bool = True) -> list[tuple[int, int]]:
    """As :func:`find_in`, in any text: a form field's value, a comment, hidden text."""
    wanted = _folded(text).strip()
    if not wanted:
        return []
    matches = _pattern(wanted, whole_words).finditer(_folded(marked(page)))
    exact = [match.span() for match in matches if all(map(_torn_at_most, match.groups()))]
    if not fuzzy:
        return exact
    rough = [span for span in _roughly(page, wanted) if all(span[1] <= a or span[0] >= b for a, b in exact)]
    return sorted(exact + rough)


@lru_cache(maxsize=512)
def _pattern(wanted: str, whole_words: bool) -> re.Pattern[str]:
    words = [f"({(_BROKEN if len(word) <= LONGEST else _HYPHENED).join(map(_one, word))})" for word in wanted.split()]
    pattern = r"\s+".join(words)
    if whole_words:
        start = r"(?<!\w)" if wanted[0].isalnum() else ""
        end = r"(?!\w)" if wanted[-1].isalnum() else ""
        pattern = f"{start}{pattern}{end}"
    return re.compile(pattern)


def _torn_at_most(word: str) -> bool:
    """Whether a word is in no more pieces than the index finds, and not torn beside a hyphen's break."""
    torn = sum(1 for piece in word.split(TEAR) if piece) - 1
    return not torn or (torn < MOST_PIECES and "-\n" not in word)


def _one(char: str) -> str:
    # A hyphen of the word's own may stand at the line's end.
    return r"-(?:\n\s*)?" if char == "-" else re.escape(char)


@cache
def _plain(char: str) -> str:
    """One character for one, so that offsets stay: lower case, without accents, straight quotes."""
    char = _ALIKE.get(char, char)
    if char.isascii():
        return char.lower()
    base = unicodedata.normalize("NFD", char)[0]
    lower = base.lower()
    return lower if len(lower) == 1 else base


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    return text.lower() if text.isascii() else "".join(map(_plain, text))


def folded(text: str) -> str:
    """One character for one, so that offsets stay: lower case, without accents, straight quotes."""
    return _folded(text)


def slips_allowed(text: str) -> int:
    """How many letters of a spelling may be wrong in fuzzy search."""
    return _slips(len(_squashed(_folded(text))))


def _roughly(page: str, wanted: str) -> list[tuple[int, int]]:
    """Runs of words that are nearly the text, the nearest first where they overlap."""
    target = _squashed(wanted)
    allowed = _slips(len(target))
    if not allowed:
        return []
    words = [(match.start(), match.end(), _squashed(match[0])) for match in _WORD.finditer(_folded(page))]
    words = [word for word in words if word[2]]
    parts = [part for word in wanted.split() if (part := _squashed(word))]
    count = len(parts)
    near: list[tuple[int, int, int]] = []
    # OCR joins words and tears them apart.
    for size in range(max(count - 1, 1), count + 2):
        runs = [words[at][2] for at in range(len(words) - size + 1)]
        for more in range(1, size):
            runs = [run + words[at + more][2] for at, run in enumerate(runs)]
        likely = [at for at, run in enumerate(runs) if abs(len(run) - len(target)) <= allowed]
        close = extract_iter(target, [runs[at] for at in likely], scorer=OSA.distance, score_cutoff=allowed)
        for _, distance, index in close:
            at = likely[index]
            run = words[at : at + size]
            if distance < 2 or size != count or _word_for_word(run, parts):
                near.append((int(distance), run[0][0], run[-1][1]))
    found: list[tuple[int, int]] = []
    for _, start, end in sorted(near):
        start, end = _without_marks(page, start, end)
        if all(end <= a or start >= b for a, b in found):
            found.append((start, end))
    return found


def _word_for_word(run: list[tuple[int, int, str]], parts: list[str]) -> bool:
    """Whether each word is like its own part: "Alan Pole" is nobody's spelling of "Sean Pole"."""
    pairs = zip(run, parts, strict=True)
    return all(OSA.distance(word[2], part) <= most_slips(part) for word, part in pairs)


def most_slips(word: str) -> int:
    """How many letters of one word of several may be wrong: about a third."""
    return max(1, (len(word) + 1) // 3)


def _slips(length: int) -> int:
    return 0 if length < 4 else 1 if length <= 6 else 2 if length <= 10 else 3


def _squashed(text: str) -> str:
    return "".join(char for char in text.removesuffix("'s") if char.isalnum())


def _without_marks(page: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not page[start].isalnum():
        start += 1
    while end > start and not page[end - 1].isalnum():
        end -= 1
    return start, end
