# SPDX-License-Identifier: AGPL-3.0-or-later
"""How many names would fit the gap of a box whose width may show. For the internal log only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from redactor.release.burn.fonts import face
from redactor.release.widths import Width

SURNAMES = Path(__file__).resolve().parents[2] / "resources" / "surnames.txt"
#: Names this near to a gap's width (points) fit it: one pixel of a page as it is drawn.
NEAR = 0.36


@dataclass(frozen=True, slots=True)
class Fits:
    """How many of ``surnames`` common surnames, and of the ``people`` of the case, would fit a gap."""

    fitting_surnames: int
    surnames: int
    fitting_people: int
    people: int


@cache
def surnames() -> tuple[str, ...]:
    """The commonest surnames, from resources/surnames.txt."""
    lines = SURNAMES.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def names_that_fit(width: Width, text: str, people: Sequence[str]) -> Fits | None:
    """How many names would fit the gap of a box whose width shows; None when it does not, or when the page does not
    tell how wide its letters are. An estimate: our own letters, as large as the page's, stand for the page's.

    The surnames are put in the place of the last word of ``text``: somebody may know the rest.
    """
    if width.kind != "shown" or width.letters <= 0:
        return None
    of = face()

    def wide(name: str) -> float:
        return of.width(name, width.letters)

    words = re.findall(r"[^\W\d_][\w'\u2019-]*", text)
    last = wide(words[-1]) if words else width.points
    whole = wide(" ".join(text.split())) if words else width.points
    own = set(people)
    return Fits(
        sum(abs(wide(name) - last) <= NEAR for name in surnames()),
        len(surnames()),
        sum(abs(wide(name) - whole) <= NEAR for name in own),
        len(own),
    )
