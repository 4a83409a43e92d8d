# SPDX-License-Identifier: AGPL-3.0-or-later
"""What on a page looks like a photograph or a signature, as it is kept with the page's words."""

from __future__ import annotations

import json
from collections.abc import Sequence

from redactor.domain.geometry import Box
from redactor.domain.pages import PageContent, PictureKind, Region

_KEY = "regions"


def packed_regions(regions: Sequence[Region]) -> dict[str, str]:
    """As the page keeps them (:attr:`PageContent.extras`); nothing where there are none."""
    if not regions:
        return {}
    return {_KEY: json.dumps([[str(region.kind), *(round(value, 1) for value in region.box)] for region in regions])}


def regions_in(content: PageContent) -> list[Region]:
    """The regions that were kept with a page."""
    rows = json.loads(content.extras.get(_KEY, "[]"))
    return [Region(PictureKind(kind), Box(*box)) for kind, *box in rows]
