# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words that a file spells with letters of another script which look like Latin ones: a reader sees a name, and no
search for it finds anything. What they look like is read from the page, and what the file says is kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

#: Cyrillic and Greek letters that are printed as Latin ones are (Unicode, Technical Standard 39, confusables).
_LIKE_LATIN = frozenset("аеорсухіјѕһԁԛԝкАВЕЅІЈКМНОРСТУХԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧον")
_OTHER = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_TWO_LETTERS = re.compile(r"[^\W\d_].*[^\W\d_]")


def disguised(texts: Sequence[str], lines: Sequence[int]) -> set[int]:
    """Of words, each on a line, those lines that hold some spelt so. A line with letters that no Latin one looks like
    is in that script indeed."""
    if not _OTHER.search("".join(texts)):
        return set()
    with_others = [(text, line) for text, line in zip(texts, lines, strict=True) if _OTHER.search(text)]
    in_script = {line for text, line in with_others if not _LIKE_LATIN.issuperset(_OTHER.findall(text))}
    return {line for text, line in with_others if _TWO_LETTERS.search(text)} - in_script
