# SPDX-License-Identifier: AGPL-3.0-or-later
"""Letters that look out of a box: parts of what it hides, read right beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from redactor.domain.geometry import Box
from redactor.domain.plan import Redaction
from redactor.operations.checking.sight_tasks import Seen

#: This near (points) to a box's edge, and on its line by this share of the lower of the two.
NEAR, LEVEL = 4.0, 0.5
#: Letters of the shortest part that tells; of one that may be anywhere in a word; and of one that may be misread.
AT_THE_END, INSIDE, MISREAD = 2, 3, 4
ALIKE = 84.0


def peeking(words: Sequence[Seen], redactions: Iterable[Redaction]) -> Iterator[tuple[Seen, Redaction]]:
    """Words read in a page's picture, and not in its text, that are part of what the box beside them hides."""
    strange = [word for word in words if not word.known and sum(c.isalpha() for c in word.text) >= AT_THE_END]
    if not strange:
        return
    for redaction in redactions:
        for word in strange:
            if any(_beside(word.box, box) for box in redaction.boxes) and is_part(word.text, redaction.text):
                yield word, redaction


def _beside(word: Box, box: Box) -> bool:
    common = min(word.y1, box.y1) - max(word.y0, box.y0)
    return common > LEVEL * min(word.height, box.height) and word.x0 < box.x1 + NEAR and word.x1 > box.x0 - NEAR


def is_part(seen: str, hidden: str) -> bool:
    """Whether what is seen is a part of a word of what is hidden, as well as a reader of pixels tells. Beside a box
    drawn over no words anything may be."""
    part = "".join(c for c in seen.casefold() if c.isalnum())
    wholes = ["".join(c for c in word if c.isalnum()) for word in hidden.casefold().split()]
    wholes = [whole for whole in wholes if len(whole) >= len(part)]
    if len(part) < AT_THE_END:
        return False
    if not hidden.strip():
        return len(part) >= INSIDE
    return any(
        whole.startswith(part)
        or whole.endswith(part)
        or (len(part) >= INSIDE and part in whole)
        or (len(part) >= MISREAD and fuzz.partial_ratio(part, whole) >= ALIKE)
        for whole in wholes
    )
