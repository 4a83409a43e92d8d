# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading a plain page, as most are: what it says is heard as it is played, and then put in order all at once.

Every page that is not plain, or turns out not to be, is looked at with more care
(:mod:`~redactor.bundle.page.reading`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from redactor.bundle.mupdf.engine import ENGINE, display_list, load_page
from redactor.bundle.page.disguised import disguised
from redactor.bundle.page.fonts import Fonts, Keys
from redactor.bundle.page.glance import Glanced, Glances
from redactor.bundle.page.hidden import hidden_places
from redactor.bundle.page.overlooked import DOTS
from redactor.bundle.page.places import page_places, values_of
from redactor.bundle.page.visible import all_within, legible
from redactor.bundle.words.columns import Columns, PlainPage, RawWord
from redactor.bundle.words.glyphs import clean, garbled, plain_text
from redactor.bundle.words.layout import order_of
from redactor.bundle.words.lines import Order
from redactor.bundle.words.overprint import read_words
from redactor.domain.pages import Place


@dataclass(frozen=True, slots=True)
class Played:
    """What a page says that is plain so far, still to be put in order. ``doubted`` are its fonts to look at."""

    page: Any
    doubted: Keys
    glanced: Glanced
    places: list[Place]
    words: list[RawWord]


def play(document: Any, index: int, fonts: Fonts, glances: Glances) -> Played | None:
    """What a page with nothing on it but plainly visible text says; None when it needs a closer look."""
    page = load_page(document, index)
    doubted = fonts.doubted(page)
    glanced = glances.at(page, fonts=bool(doubted))
    if glanced is None:
        return None
    return Played(page, doubted, glanced, page_places(page), glanced.held.extractWORDS())


def arranged(played: Played, number: int, fonts: Fonts) -> PlainPage | None:
    """The page in columns, to be known as page ``number``; None when it needs a closer look after all."""
    page, places = played.page, played.places
    # Pages before it may have settled what there was to doubt when it was played.
    doubted = fonts.doubted(page) if played.doubted else {}
    held, area, used, within = played.glanced
    raw, text = read_words(played.words, values_of(places))
    if within is not None and not all_within(text, within):
        return None
    seen = legible(text, area)
    hidden = [] if seen.all() else [raw[i] for i in np.flatnonzero(~seen)]
    shown = text.only(seen)
    words, said, order = in_order(shown)
    if not words or (not plain_text(said) and garbled("".join(words))):
        return None
    if len(hidden) > DOTS or fonts.may_be_mute(page) or disguised(words, order.lines.tolist()):
        return None
    if doubted and fonts.lying_lines(fonts.used(doubted, page, used), page, held, lambda: display_list(page)):
        return None
    if hidden:
        places = [*places, *hidden_places(hidden, held, area)]
    return PlainPage(
        page=number,
        width=round(area.width, 2),
        height=round(area.height, 2),
        texts=words,
        boxes=shown.boxes[:, order.at].round(2),
        lines=order.lines,
        blocks=order.blocks,
        places=tuple(replace(place, page=number) for place in places),
        engine=ENGINE,
    )


def in_order(text: Columns) -> tuple[list[str] | tuple[str, ...], str, Order]:
    """The words in reading order, all of them in one string (without blanks), and their order.

    A soft hyphen ends a line only in its last word. Words of which nothing shows are left out.
    """
    order = order_of(text.boxes, text.blocks, text.lines)
    said = "".join(text.texts)
    words = list(map(text.texts.__getitem__, order.at.tolist()))
    if plain_text(said):
        return words, said, order
    ends = np.append(np.diff(order.lines) != 0, True).tolist()
    words = [clean(word, ends_line=last) for word, last in zip(words, ends, strict=True)]
    if not all(words):
        left = np.fromiter(map(bool, words), np.bool_, len(words))
        words, order = [word for word in words if word], Order(*(column[left] for column in order))
    return words, said, order
