# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that a narrow table cell tears over two lines without a hyphen ("Brocklehu" over "rst"). Pure.

Word, LibreOffice and form fields break a word that is wider than its cell wherever the line is full. What the pieces
are is not to be told from the page alone ("Safeguarding" over "lead" looks the same), so that a line's end is only
marked as one over which a word may go on; who looks for a word then finds it there too.
"""

from __future__ import annotations

import re

#: Stands in a marked text for a line's end over which a word may go on. It is white space, as the line's end is.
TEAR = "\x1f"
#: A word is torn into no more pieces than this; a longer one (letters) is not looked for in pieces.
MOST_PIECES, LONGEST = 3, 24
# Of one letter above nothing can be said: "a" and "I" are words.
_LINE_END = re.compile(r"(?<=([^\W\d_])([^\W\d_]))\n{1,2}(?=([^\W\d_]))")


def marked(text: str) -> str:
    """The text with :data:`TEAR` for every line's end over which a word may go on, exactly as long as before.

    Two letters or more stand directly before it, and a small letter behind it; or capitals on both sides.
    """
    return _LINE_END.sub(_tear, text) if "\n" in text else text


def _tear(found: re.Match[str]) -> str:
    lower = found[3].islower() or (found[1] + found[2] + found[3]).isupper()
    return TEAR * len(found[0]) if lower else found[0]


def tears(word: str) -> list[tuple[str, ...]]:
    """Every way in which a word may be torn: ("ba", "rnes"), ("bar", "nes"), ("ba", "rn", "es")..."""
    if len(word) > LONGEST:
        return []
    ways: list[tuple[str, ...]] = [(word,)]
    for way in ways:
        if len(way) < MOST_PIECES:
            last = way[-1]
            ways += [(*way[:-1], last[:cut], last[cut:]) for cut in range(2, len(last))]
    return ways[1:]


def is_tear(text: str, end: int, start: int) -> bool:
    """Whether the word that ends at ``end`` may go on with the one at ``start``, the next one of the text."""
    before = max(end - 2, 0)
    return end < start and set(marked(text[before : start + 1])[end - before : -1]) == {TEAR}
