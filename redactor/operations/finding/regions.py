# SPDX-License-Identifier: AGPL-3.0-or-later
"""Photographs and signatures as mentions: possible, with a box, for a person to decide; nobody is named by them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from redactor.bundle.page.kept_regions import regions_in
from redactor.domain.mentions import Label, Mention, Tier
from redactor.domain.pages import PageContent, PictureKind, Where
from redactor.domain.saying import said_all

WORDS = said_all(
    {
        PictureKind.PHOTOGRAPH: "looks like a photograph: does it show a person?",
        PictureKind.SIGNATURE: "looks like a signature: whose is it?",
    }
)
#: Low: shown after the names somebody may be known by.
SCORE = 0.3


def region_mentions(document: str, content: PageContent) -> Iterator[Mention]:
    """One for each region of the page. Its text is what was read inside the box, often nothing."""
    for region in regions_in(content):
        inside = [n for n, word in enumerate(content.words) if word.box.overlap(region.box) > 0.5]
        starts = content.offsets
        key = f"{document}/{content.page}/{region.kind}/{tuple(region.box)}"
        yield Mention(
            id="m-" + hashlib.sha256(key.encode()).hexdigest()[:12],
            document=document,
            page=content.page,
            where=Where.PAGE,
            start=starts[inside[0]] if inside else 0,
            end=starts[inside[-1]] + len(content.words[inside[-1]].text) if inside else 0,
            text=" ".join(content.words[n].text for n in inside),
            boxes=(region.box,),
            label=Label.OTHER,
            score=SCORE,
            tier=Tier.POSSIBLE,
            why=WORDS[region.kind],
        )
