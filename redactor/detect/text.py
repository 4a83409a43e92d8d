# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text as the layers see it: same length as the original, so that every offset stays true."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

#: Stands for a character that could not be mapped to a letter (ligatures in subset fonts).
UNMAPPED = "\ufffd"

_TABLE: dict[int, str] = {
    **{ord(c): "'" for c in "‘’ʼ′`´＇"},
    **{ord(c): '"' for c in "“”″«»"},
    **{ord(c): "-" for c in "\u00ad‐‑‒–—―−"},
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
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,4}(?![^\W_])"
    r"|[^\W_]*\ufffd[^\W_\ufffd]*(?:\ufffd[^\W_]*)?"
    r"|(?:@(?=[a-z]))?[^\W_]+(?:'(?![sS](?![^\W_]))[^\W_]+|-@?[^\W_]+|@(?![\w-]{1,40}\.[a-z])[^\W_]*)*"
)


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
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        found.append(Token(match.start(), match.end(), word, fold(word), shape(word)))
    return found


#: What may stand between two words of one name: a blank, one line break (with a mail quote mark), a full
#: stop after an initial.
JOIN = re.compile(r"\.?[ \t]{0,3}(?:\n(?:>[ ]?){0,4}[ \t]{0,3})?")


def joins(gap: str) -> bool:
    return bool(gap) and len(gap) < 16 and JOIN.fullmatch(gap) is not None


def starts_sentence(text: str, position: int) -> bool:
    """Whether a word at this offset would have a capital anyway."""
    before = text[max(position - 12, 0) : position].rstrip(" \t\"'(>*-•")
    return not before or before[-1] in ".!?:;|\n"


def flow(text: str) -> str:
    """Line breaks inside running text turned to blanks, for a reader that takes a break as an end.

    A break is inside running text when its line is long and the next one goes on; table cells and
    headings keep theirs. Same length.
    """
    lines = text.split("\n")
    parts: list[str] = []
    for number, line in enumerate(lines[:-1]):
        following = lines[number + 1]
        runs_on = len(line) > 40 and following.strip() and line.rstrip()[-1:] not in {":", "|", ""}
        parts.append(line + (" " if runs_on else "\n"))
    parts.append(lines[-1])
    return "".join(parts)
