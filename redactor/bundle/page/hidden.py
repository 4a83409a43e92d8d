# SPDX-License-Identifier: AGPL-3.0-or-later
"""Text a page holds and does not show, as places with the reason why it does not show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from redactor.bundle.mupdf.engine import open_document, text_page
from redactor.bundle.page.visible import painted, spans_of
from redactor.bundle.words.columns import RawWord
from redactor.bundle.words.glyphs import clean, likeness
from redactor.domain.geometry import Box, merged_by_line
from redactor.domain.pages import Place, Where, Word

_OFF_PAGE = "off the page"
_UNPAINTED = "invisible text"
_COVERED = "covered, clipped away, too small, or in the colour of what is under it"
_LAYER = "on a layer that is switched off"
_DECLARED = "alternate text"


def without_layers(document: Any, again: Callable[[], Any]) -> Any:
    """The document opened a second time with no optional layer off; None when it has no layers.

    ``again`` opens it. MuPDF reads the layers once, at opening, so the copy is written out without them.
    """
    if not document.is_pdf or not document.get_ocgs():
        return None
    copy = again()
    copy.xref_set_key(copy.pdf_catalog(), "OCProperties", "null")
    return open_document(copy.tobytes())


def hidden_places(hidden: list[RawWord], held: Any, area: Box) -> list[Place]:
    """The hidden words of the page's text ``held``, a place for each paragraph and reason."""
    if not hidden:
        return []
    unpainted = [Box(*span["bbox"]) for span in spans_of(held) if not painted(span)]
    reasons = [_why(Box(*word[:4]), area, unpainted) for word in hidden]
    return _places(hidden, reasons, area)


def layer_places(page: Any, known: list[RawWord], area: Box) -> list[Place]:
    """Text of ``page``, of a copy without layers, that is not among the words ``known`` with them."""
    spots = Counter(_spot(word) for word in known)
    extra: list[RawWord] = []
    for word in text_page(page.this).extractWORDS():
        if spots[_spot(word)]:
            spots[_spot(word)] -= 1
        else:
            extra.append(word)
    return _places(extra, [_LAYER] * len(extra), area)


def declared_places(declared: list[str], words: tuple[Word, ...]) -> list[Place]:
    """Replacement and alternate texts that say something the page's words do not."""
    if not declared:
        return []
    said = likeness("".join(word.text for word in words))
    texts = dict.fromkeys(text for text in declared if likeness(text) and likeness(text) not in said)
    return [Place(Where.HIDDEN_TEXT, text, None, (), _DECLARED) for text in texts]


def _places(words: list[RawWord], reasons: list[str], area: Box) -> list[Place]:
    groups: dict[tuple[int, str], list[RawWord]] = {}
    for word, why in zip(words, reasons, strict=True):
        groups.setdefault((word[5], why), []).append(word)
    places: list[Place] = []
    for (_, why), part in groups.items():
        text = _running(part)
        if any(c.isalnum() for c in text):
            places.append(Place(Where.HIDDEN_TEXT, text, None, _boxes(part, area), why))
    return places


def _why(box: Box, area: Box, unpainted: list[Box]) -> str:
    if box.intersection(area) is None:
        return _OFF_PAGE
    return _UNPAINTED if any(box.overlap(other) > 0.9 for other in unpainted) else _COVERED


def _boxes(words: Iterable[RawWord], area: Box) -> tuple[Box, ...]:
    on_page = (common for word in words if (common := Box(*word[:4]).intersection(area)))
    return tuple(box.rounded() for box in merged_by_line(on_page))


def _running(words: list[RawWord]) -> str:
    parts: list[str] = []
    for number, word in enumerate(words):
        if number:
            parts.append(" " if word[6] == words[number - 1][6] else "\n")
        parts.append(clean(word[4], ends_line=True))
    return "".join(parts).strip()


def _spot(word: RawWord) -> tuple[str, int, int]:
    return word[4], round(word[0]), round(word[1])
