# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page of the record that cannot go out as it stands, or not without somebody having looked at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from redactor.domain.geometry import Box


@dataclass(frozen=True, slots=True)
class Trouble:
    """What kept ``page`` (from 1) of a document (SHA-256) from being released.

    With ``places`` (points, top left origin, page as displayed) it can be burned, but programs draw the source page
    differently there, so that what was burned cannot be checked against it. Without, it cannot be burned or does not
    stand a rule of the verification; ``why`` says which. ``boxes`` is a digest of the page's redactions at the time:
    with others the outcome may be another.
    """

    document: str
    page: int
    why: str
    places: tuple[Box, ...] = ()
    boxes: str = ""

    def to_json(self) -> list[Any]:
        places = [[round(value, 1) for value in box] for box in self.places]
        return [self.document, self.page, self.why, places, self.boxes]

    @classmethod
    def from_json(cls, data: Sequence[Any]) -> Trouble:
        document, page, why, places, boxes = data
        return cls(document, page, why, tuple(Box(*box) for box in places), boxes)
