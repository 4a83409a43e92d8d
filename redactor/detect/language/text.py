# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text as the layers see it: same length as the original, so that every offset stays true."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from typing import NamedTuple

#: Stands for a character that could not be mapped to a letter (ligatures in subset fonts).
UNMAPPED = "\ufffd"

_TABLE: dict[int, str] = {
    **{ord(c): "'" for c in "‘’ʼ′`´＇"},
    **{ord(c): '"' for c in "“”″«»"},
    **{ord(c): "-" for c in "\u00ad‐‑‒–—―−·‧"},
    **{ord(c): " " for c in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"},
    **{c: " " for c in range(0x20) if chr(c) not in "\n\t"},
    **dict.fromkeys(range(127, 160), UNMAPPED),
    **dict.fromkeys(range(57344, 57600), UNMAPPED),
    # The marks that turn writing direction carry no letter; a blank keeps the words apart and the length.
    **dict.fromkeys((*range(8203, 8208), *range(8234, 8239), *range(8294, 8298), 65279), " "),
}


def plain(text: str) -> str:
    """The text with straight quotes, plain hyphens and blanks; exactly as long as before."""
    return text.translate(_TABLE)


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Lower case, no accents, straight apostrophes: the key under which a word is looked up."""
    if word.isascii():
        return word.lower()
    word = word.translate(_TABLE).replace("ł", "l").replace("Ł", "L").replace("ı", "i").replace("ø", "o")
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


class Token(NamedTuple):
    """A word. ``shape``: U capitals (two letters or more), C capitalised, I one capital letter,
    D dotted initials ("J.L."), l lower case, N begins with a digit or holds mostly digits."""

    start: int
    end: int
    text: str
    low: str
    shape: str


# Bounded runs keep one endless "word" from costing more than its length.
_DOTTED = r"(?:[A-Z]\.){2,4}(?![^\W_])"
_TORN = r"[^\W_]*\ufffd[^\W_\ufffd]*(?:\ufffd[^\W_]*)?"
_JOINED = r"(?:@(?=[a-z]))?[^\W_]+(?:'(?![sS](?![^\W_]))[^\W_]+|-@?[^\W_]+|@(?![\w-]{1,40}\.[a-z])[^\W_]*)*"
_TOKEN = re.compile(f"{_DOTTED}|{_TORN}|{_JOINED}")
#: The same for the many texts in which every character is mapped.
_TOKEN_MAPPED = re.compile(f"{_DOTTED}|{_JOINED}")
#: What stands between words, and they, in turn.
_SPLIT, _SPLIT_MAPPED = re.compile(f"({_TOKEN.pattern})"), re.compile(f"({_TOKEN_MAPPED.pattern})")
_token = partial(tuple.__new__, Token)


def shape(word: str) -> str:
    first = word[0]
    if first == "@" and len(word) > 1:
        return "C"
    if first.isdigit():
        return "N"
    if len(word) == 1:
        return "I" if first.isupper() else "l"
    if "." in word:
        return "D"
    if not first.isupper():
        return "l"
    if word.isupper() or (word.upper() == word and len(word) > 1):
        return "U"
    return "C"


def tokens(text: str) -> list[Token]:
    """The words of a text that went through :func:`plain`."""
    # A record's words by the hundred thousand: this makes the same Tokens in a third of the time.
    parts = (_SPLIT if UNMAPPED in text else _SPLIT_MAPPED).split(text)
    words, edges = parts[1::2], list(accumulate(map(len, parts)))
    if not words:
        return []
    lows, shapes = zip(*map(_looks, words), strict=True)
    return list(map(_token, zip(edges[:-1:2], edges[1::2], words, lows, shapes, strict=True)))


def tokens_between(text: str, start: int, end: int) -> list[Token]:
    """The words of ``text[start:end]`` as :func:`tokens` cuts that stretch by itself, counted in the whole text."""
    make, pattern = tuple.__new__, _TOKEN if UNMAPPED in text else _TOKEN_MAPPED
    found = pattern.finditer(text, start, end)
    return [make(Token, (*match.span(), word := match[0], *_looks(word))) for match in found]


@lru_cache(maxsize=4)
def read_tokens(text: str) -> Sequence[Token]:
    """:func:`tokens`, kept for the few texts that several readers look at in turn."""
    return tuple(tokens(text))


@lru_cache(maxsize=1 << 16)
def _looks(word: str) -> tuple[str, str]:
    return fold(word), shape(word)


#: What may stand between two words of one name: a blank, a full stop after an initial, one line break with a
#: mail's quote marks.
_JOIN = re.compile(r"\.?[ \t]{0,3}(?:\n(?:>[ ]?){0,4}[ \t]{0,3})?")
#: Some layouts leave a blank line after every line of running text.
_WIDE_JOIN = re.compile(r"\.?[ \t]{0,3}\n(?:>[ ]?){0,4}\n(?:>[ ]?){0,4}[ \t]{0,3}")
#: A line longer than this (characters) is running text; a shorter one may be a cell or a heading.
RUNNING, RUNNING_WIDE = 32, 45
#: Blanks that hold two columns apart: no name goes on over them, nor into the next line of such a row.
_COLUMNS = "   "


@lru_cache(maxsize=4)
def _wide(text: str) -> bool:
    """Whether this layout leaves a blank line after every line: long lines seldom end in a single break."""
    single = double = 0
    lines = text.split("\n")
    for line, following in pairwise(lines):
        if len(line) > RUNNING_WIDE:
            if following.strip(" >"):
                single += 1
            else:
                double += 1
    return double > 2 * single


def joins(text: str, end: int, start: int, *, cells: bool = False) -> bool:
    """Whether a name can go on over ``text[end:start]``: a blank, or a line break inside running text.

    ``cells``: over the end of a short line as well ("Viktor", and "Drummond" below it in a narrow column).
    """
    gap = text[end:start]
    if gap == " ":
        return True
    if not gap or len(gap) > 24:
        return False
    if "\n" not in gap:
        return _JOIN.fullmatch(gap) is not None
    start_of_line = text.rfind("\n", max(end - 2 * RUNNING_WIDE, 0), end)
    line = end - start_of_line - 1 if start_of_line >= 0 or end < 2 * RUNNING_WIDE else 2 * RUNNING_WIDE
    if _JOIN.fullmatch(gap):
        return cells or (line > RUNNING and _COLUMNS not in text[end - line : end].lstrip())
    return line > RUNNING_WIDE and _WIDE_JOIN.fullmatch(gap) is not None and _wide(text)


def line_before(text: str, position: int, most: int) -> str:
    """What stands before an offset in its line, its last ``most`` characters: one endless line of names would be
    copied for each."""
    first = max(position - most, 0)
    return text[max(text.rfind("\n", first, position) + 1, first) : position]


def starts_sentence(text: str, position: int) -> bool:
    """Whether a word at this offset would have a capital anyway."""
    before = text[max(position - 12, 0) : position].rstrip(" \t\"'(>*-•")
    return not before or before[-1] in ".!?:;|\n"


def flow(text: str) -> str:
    """Line breaks inside running text turned to blanks, for a reader that takes a break as an end.

    A break is inside running text when its line is long and its sentence not at an end; table cells and
    headings keep theirs. A mail's quote marks go too. Same length.
    """
    lines = text.split("\n")
    wide = _wide(text)
    parts: list[str] = []
    for number, line in enumerate(lines[:-1]):
        bare = line.rstrip()
        following = lines[number + 1]
        runs_on = len(line) > RUNNING and bool(following.strip(" >")) and bare[-1:] not in {":", "|", ""}
        if wide and not runs_on and len(line) > RUNNING_WIDE and bare[-1:] not in {".", ":", "!", "?", "|", ""}:
            runs_on = number + 2 < len(lines) and not following.strip(" >") and bool(lines[number + 2].strip(" >"))
        elif wide and not line.strip(" >") and parts and not parts[-1].endswith("\n"):
            # The blank line of a wide layout, after a line that runs on.
            runs_on = True
        parts.append(_unquoted(line) + (" " if runs_on else "\n"))
    parts.append(_unquoted(lines[-1]))
    return "".join(parts)


def _unquoted(line: str) -> str:
    """Quote marks at the start of a mail's line as blanks."""
    if not line.startswith(">"):
        return line
    bare = line.lstrip("> ")
    return " " * (len(line) - len(bare)) + bare
