# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the cover of a supplement says of the pages that are sent again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from redactor.domain.reissue import Replaced
from redactor.release import wording


@dataclass(frozen=True, slots=True)
class SentAgain:
    """``number`` is the release's (2: the first supplement); ``places`` are pages of this bundle with what each takes
    the place of; ``shown`` are numbers of the log that are no longer held back."""

    number: int
    places: Sequence[tuple[int, Replaced]]
    shown: Sequence[int]

    def rows(self) -> list[tuple[str, str]]:
        return [(str(page), _before(place)) for page, place in self.places]

    def sentences(self) -> list[str]:
        return [wording.REISSUE_SHOWN.format(number=number) for number in self.shown]


def _before(place: Replaced) -> str:
    if not place.release:
        return wording.REISSUE_NEW
    if place.release == 1:
        return wording.REISSUE_FIRST.format(page=place.page)
    return wording.REISSUE_LATER.format(page=place.page, number=place.release - 1)
