# SPDX-License-Identifier: AGPL-3.0-or-later
"""Initials at the end of entry after entry of a log: whoever writes it signs so. Told by how they stand on a page of
which most entries end in some few pairs of letters, whatever the column is headed, if at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

#: An entry begins with a day or a time, perhaps below its weekday.
_ENTRY = re.compile(
    r"(?im)(?:\A|(?<=\n))[ \t]*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?[ \t]*\n?[ \t]*)?"
    r"(?:\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?(?:[ \t]*\n?[ \t]*\d{1,2}[:.]\d{2})?|\d{1,2}[:.]\d{2}(?:\.\d{2,4})?|"
    r"[0-2]\d[0-5]\d)(?=[ \t]*(?:\n|[ \t]\S|[ap]m\b))"
)
#: Two or three capitals alone in a line, or after the last sentence of one.
_WHO = r"(?P<who>(?!(?:MON|TUE|WED|THU|FRI|SAT|SUN|ALL|NFA|OFF)\b)[A-Z]{2,3})[ \t]*$"
_ALONE = re.compile(rf"(?m)^[ \t]*{_WHO}")
_LAST = re.compile(rf"(?m)(?:[.!?)\"][ \t]?|[ \t]{{2}}){_WHO}")
#: Fewer entries show no habit; so large a part of them is signed; each signature stands for so many entries on average.
_FEWEST, _SIGNED, _EACH = 5, 0.7, 1.5


def sign_offs(text: str) -> Iterator[tuple[int, int]]:
    """Where the initials stand that end the entries of a page; nothing where it does not look like a log so signed."""
    begins = [match.start() for match in _ENTRY.finditer(text)]
    found = []
    for start, end in pairwise([*begins, len(text)]):
        signs = list(_ALONE.finditer(text, start, end)) or list(_LAST.finditer(text, start, end))
        if signs:
            found.append(signs[-1])
    who = {match["who"] for match in found}
    if len(found) >= max(_FEWEST, _SIGNED * len(begins)) and len(found) >= _EACH * len(who):
        yield from (match.span("who") for match in found)
