# SPDX-License-Identifier: AGPL-3.0-or-later
"""Form fields and annotations of a page: what they say, who wrote it, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from pymupdf import mupdf

from redactor.bundle.mupdf.engine import ENGINE_ERRORS, annotated
from redactor.bundle.words.markup import without_tags
from redactor.domain.geometry import Box
from redactor.domain.pages import Place, Where

_SILENT_VALUES = {"", "Off", "Yes", "On", "No"}
_LINK = re.compile(r"(?:mailto|tel|sms|callto):(.+)", re.IGNORECASE)
_KINDS = {"FreeText": "text box", "Text": "note", "Popup": "note", "Highlight": "highlight", "StrikeOut": "strike-out"}


def page_places(page: Any) -> list[Place]:
    """Every value, comment and author on the page; boxes in points as displayed. Empty for an image file."""
    if not annotated(page):
        return []
    pdf_page = mupdf.pdf_page_from_fz_page(page.this)
    places: list[Place] = []
    for annotation in _each(mupdf.pdf_first_annot(pdf_page), mupdf.pdf_next_annot):
        places += _annotation(annotation)
    for widget in _each(mupdf.pdf_first_widget(pdf_page), mupdf.pdf_next_widget):
        places += _field(widget)
    for link in _links(page):
        if found := _LINK.match(link.uri or ""):
            box = Box(link.rect.x0, link.rect.y0, link.rect.x1, link.rect.y1).rounded()
            places.append(Place(Where.ANNOTATION, unquote(found[1].split("?")[0]), None, (box,), "address of a link"))
    return places


def values_of(places: Iterable[Place]) -> list[tuple[Box, str]]:
    """Where on the page fields stand that have a value, and what it is."""
    return [(place.boxes[0], place.text) for place in places if place.where is Where.FORM_FIELD and place.boxes]


def _each(first: Any, following: Any) -> Iterator[Any]:
    seen: set[int] = set()
    item = first
    while item.m_internal:
        number = mupdf.pdf_to_num(mupdf.pdf_annot_obj(item))
        if number in seen:
            return
        if number:
            seen.add(number)
        yield item
        item = following(item)


def _links(page: Any) -> Iterator[Any]:
    link = mupdf.fz_load_links(page.this)
    while link.m_internal:
        yield link.m_internal
        link = link.next()


def _box(item: Any) -> tuple[Box, ...]:
    rect = mupdf.pdf_bound_annot(item)
    box = Box(rect.x0, rect.y0, rect.x1, rect.y1).rounded()
    return (box,) if box.area else ()


def _text(dictionary: Any, key: str) -> str:
    value = mupdf.pdf_dict_gets(dictionary, key)
    if mupdf.pdf_is_stream(value):
        raw: bytes = mupdf.pdf_load_stream(value).fz_buffer_extract()
        return raw.decode("utf-8", "replace").strip()
    text: str = mupdf.pdf_to_text_string(value) if value.m_internal else ""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _annotation(annotation: Any) -> list[Place]:
    dictionary = mupdf.pdf_annot_obj(annotation)
    kind = mupdf.pdf_string_from_annot_type(mupdf.pdf_annot_type(annotation))
    if kind == "Widget":
        return []
    name = _KINDS.get(kind, kind.lower())
    boxes = _box(annotation)
    contents = _text(dictionary, "Contents")
    rich = without_tags(_text(dictionary, "RC"))
    said = [
        (contents, name),
        (rich if "".join(rich.split()) not in "".join(contents.split()) else "", f"{name}, formatted text"),
        (_text(dictionary, "T"), f"author of a {name}"),
        (_text(dictionary, "Subj"), f"subject of a {name}"),
    ]
    return [Place(Where.ANNOTATION, text, None, boxes, detail) for text, detail in said if _says_something(text)]


def _field(widget: Any) -> list[Place]:
    dictionary = mupdf.pdf_annot_obj(widget)
    name, value = _name_and_value(dictionary)
    detail = f"field '{name}'" if name else "field"
    boxes = _box(widget)
    value = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    default = _text(dictionary, "DV") if mupdf.pdf_is_string(mupdf.pdf_dict_gets(dictionary, "DV")) else ""
    places = []
    if value not in _SILENT_VALUES and _says_something(value):
        places.append(Place(Where.FORM_FIELD, value, None, boxes, detail))
    if default and default != value and _says_something(default):
        places.append(Place(Where.FORM_FIELD, default, None, (), f"{detail}, its default"))
    hint = _text(dictionary, "TU")
    if _says_something(hint) and hint != name:
        places.append(Place(Where.FORM_FIELD, hint, None, (), f"{detail}, its hint"))
    return places


def _name_and_value(dictionary: Any) -> tuple[str, str]:
    """What a field is called and says: itself, or one it is a part of."""
    try:
        return mupdf.pdf_load_field_name(dictionary), mupdf.pdf_field_value(dictionary) or ""
    except ENGINE_ERRORS:
        # Forms made by hand: a field that is a part of itself.
        above = list(_each_above(dictionary))
        values = (_text(part, "V") or mupdf.pdf_to_name(mupdf.pdf_dict_gets(part, "V")) for part in above)
        names = (_text(part, "T") for part in reversed(above))
        return ".".join(filter(None, names)), next(filter(None, values), "")


def _each_above(dictionary: Any) -> Iterator[Any]:
    """A field and those it is a part of, each once."""
    seen: set[int] = set()
    while mupdf.pdf_is_dict(dictionary) and (number := mupdf.pdf_to_num(dictionary)) not in seen:
        seen.add(number)
        yield dictionary
        dictionary = mupdf.pdf_dict_gets(dictionary, "Parent")


def _says_something(text: str) -> bool:
    return any(c.isalnum() for c in text)
