# SPDX-License-Identifier: AGPL-3.0-or-later
"""A written name taken apart: title, forenames, surname, initials."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.nameread import PARTICLES
from redactor.detect.language.text import Token
from redactor.detect.language.words import TITLES
from redactor.domain.torn import is_tear


class Form(Enum):
    FULL = auto()
    TITLED = auto()
    INITIAL_SURNAME = auto()
    SINGLE = auto()
    INITIALS = auto()


class Name(NamedTuple):
    """``given`` and ``surname`` are folded; for SINGLE the word is in ``surname`` and may be a forename."""

    form: Form
    title: str
    given: tuple[str, ...]
    surname: str
    shown: str


#: A title that another layer left out of the name.
_TITLE_BEFORE = re.compile(r"(?i)\b(?:mr|mrs|ms|miss|mx|dr)\.?\s+\Z")


def initials_of(words: Sequence[str]) -> str:
    """ "J.L." and "JL" give "jl"; "Patel-Jones" counts as two."""
    return "".join(part[0] for word in words for part in word.split("-") if part)


def parse(text: str, words: Sequence[Token], lexicon: Lexicon) -> Name | None:
    """The name written by these words of ``text``; None when nothing is left without titles."""
    title = ""
    rest = list(words)
    while rest and (rest[0].low in TITLES or rest[0].text == "Sr"):
        title = title or rest[0].low
        rest.pop(0)
    if not rest:
        return None
    led = bool(title) or _TITLE_BEFORE.search(text, max(rest[0].start - 8, 0), rest[0].start) is not None
    rest = _mended(text, rest, led, lexicon)
    if not title and len(rest) == 2 and (title := _damaged_title(rest[0], rest[1], lexicon)):
        rest.pop(0)
    comma = any("," in text[a.end : b.start] for a, b in pairwise(rest))
    shouted = len(rest) == 2 and rest[0].shape == "U" and rest[1].shape == "C" and lexicon.forename(rest[1].low)
    if (comma or shouted) and len(rest) > 1:
        cut = next((i for i, (a, b) in enumerate(pairwise(rest)) if "," in text[a.end : b.start]), 0)
        rest = [*rest[cut + 1 :], *rest[: cut + 1]]
    if len(rest) == 1 and not title and rest[0].shape == "U" and _letters_only(rest[0].low, lexicon):
        return Name(Form.INITIALS, title, (), rest[0].low, rest[0].text)
    full = [w for w in rest if w.shape not in {"I", "D"}]
    heads = [w for w in rest if w.shape in {"I", "D"}]
    if not full:
        letters = "".join(w.low for w in heads).replace(".", "")
        return Name(Form.INITIALS, title, (), letters, rest[0].text) if len(letters) > 1 else None
    if len(full) == 1:
        if heads and rest[0] in heads:
            letters = "".join(w.low for w in heads).replace(".", "")
            return Name(Form.INITIAL_SURNAME, title, (letters,), full[0].low, _shown(rest))
        form = Form.TITLED if title else Form.SINGLE
        return Name(form, title, (), full[0].low, _shown(full))
    if _surname_alone(full, bool(title or (heads and rest[0] in heads)), lexicon):
        surname = " ".join(w.low for w in full)
        if heads and rest[0] in heads:
            letters = "".join(w.low for w in heads).replace(".", "")
            return Name(Form.INITIAL_SURNAME, title, (letters,), surname, _shown(rest))
        return Name(Form.TITLED if title else Form.SINGLE, title, (), surname, _shown(full))
    surname_at = len(full) - 1
    while surname_at > 1 and full[surname_at - 1].low in PARTICLES:
        surname_at -= 1
    surname = " ".join(w.low for w in full[surname_at:])
    return Name(Form.FULL, title, tuple(w.low for w in full[:surname_at]), surname, _shown(full))


def _mended(text: str, words: Sequence[Token], titled: bool, lexicon: Lexicon) -> list[Token]:
    """The words with those made one that a line's end parts, with a hyphen or as a narrow cell does: "Mrs Brockle" over
    "hurst". A forename over a surname in small letters stays two, as scans write them."""
    out: list[Token] = []
    for word in words:
        before = out[-1] if out else None
        if before is not None and word.shape == "l" and before.shape == "C" and word.low not in PARTICLES:
            gap = text[before.end : word.start]
            hyphened = gap.startswith("-") and "\n" in gap
            two = not (titled and len(out) == 1) and (before.low in lexicon.gender or word.low in lexicon.surnames)
            if hyphened or (is_tear(text, before.end, word.start) and not two):
                out[-1] = Token(before.start, word.end, before.text + word.text, before.low + word.low, "C")
                continue
        out.append(word)
    return out


def _surname_alone(full: Sequence[Token], led: bool, lexicon: Lexicon) -> bool:
    """Whether these words are one surname without a forename: "Van Der Berg" of "Ms Van Der Berg". ``led``: a title or
    initials stand before it."""
    first = full[0].low
    if first not in PARTICLES or lexicon.sure_forename(first) or full[-1].low in PARTICLES:
        return False
    return all(word.low in PARTICLES for word in full[:-1]) and (led or len(full) > 2)


#: Titles that scans damage ("Mks Yeoman", "Mlrs Bannister"), and those that are one already.
_SCANNED_TITLES = ("mrs", "miss", "mr", "ms")


def _damaged_title(word: Token, name: Token, lexicon: Lexicon) -> str:
    """The title that a scan's "Mks" before a surname was; "" when the word is a name or a word of its own."""
    low = word.low
    if word.shape != "C" or not 2 <= len(low) <= 5 or low[0] != "m" or name.shape != "C" or lexicon.word(low):
        return ""
    if low in lexicon.gender or low in lexicon.surnames or not lexicon.unheard(low) or set(low) & set("aeou"):
        return ""
    return min(_SCANNED_TITLES, key=lambda title: OSA.distance(low, title))


def _letters_only(low: str, lexicon: Lexicon) -> bool:
    """Two or three capitals that are no name of their own."""
    return len(low) == 2 or (len(low) == 3 and low not in lexicon.gender)


def _shown(words: Sequence[Token]) -> str:
    return " ".join(neat(w.text) for w in words)


def neat(word: str) -> str:
    """ "BANNISTER" and "bannister" as "Bannister"; mixed case is left as written."""
    if (word.isupper() and len(word) > 1) or word.islower():
        return "-".join("'".join(p[:1].upper() + p[1:].lower() for p in part.split("'")) for part in word.split("-"))
    return word
