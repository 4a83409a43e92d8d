# SPDX-License-Identifier: AGPL-3.0-or-later
"""What became of the width of each box: whether it still tells something of what the box hides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

#: What became of boxes: their kinds, and the names of their counts in reports.
COUNTS = {
    "set": "boxes_set_again",
    "filled": "boxes_widened",
    "shown": "boxes_whose_width_may_show",
    "drawn": "boxes_over_no_text",
}

#: Rules of the verification that a page can fail because its lines were set again.
DOUBTFUL = frozenset({"source", "words", "boxes", "printed"})


#: Heights of a page, in points from its top: (from, to) each.
Bands = tuple[tuple[float, float], ...]
#: Every line of a page.
WHOLE: Bands = ((-1e6, 1e6),)
#: Every line of a page, and its boxes give nothing back to the lines above and below, whose letters reach into them.
UNCUT: Bands = (*WHOLE, *WHOLE)
#: Why a box of a line that is left as it was keeps its width.
UNSURE = "set again it could not be verified"


@dataclass(frozen=True, slots=True)
class Width:
    """What became of a box's width. ``kind``: "set" (a width of its own, the line set again), "filled" (the whole cell,
    or the rest of the line), "shown" (as wide as what it hides, or something beside it may tell; ``why`` says why) or
    "drawn" (no text is under it).
    ``points`` is the width of what it hides; ``letters`` how large the page's letters are against ours of one
    point, 0.0 when unknown."""

    kind: str
    why: str
    points: float
    letters: float


def counted(widths: Iterable[Width]) -> dict[str, int]:
    """How many boxes were set again, widened, may show their width, or stand over no text."""
    kinds = Counter(width.kind for width in widths)
    return {name: kinds[kind] for kind, name in COUNTS.items()}


def told_in_words(counts: dict[str, int], where: str = "the internal log says which") -> str:
    """The counts in a sentence; ``where`` says where those that show are listed. "" when there are no boxes."""
    own, wide, shown = (counts[COUNTS[kind]] for kind in ("set", "filled", "shown"))
    if not own + wide + shown:
        return ""
    told = f"Boxes: {own} lines set again" if own != 1 else "Boxes: 1 line set again"
    told += f", {wide} widened"
    if shown:
        told += f"; the width of {shown} may still tell how long the hidden words are"
        return f"{told} ({where})" if where else told
    return f"{told}; no width tells how long the hidden words are"
