# SPDX-License-Identifier: AGPL-3.0-or-later
"""What XML inside a file says. By pattern and not by a parser: it is somebody else's, and often broken. Pure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_NODE = re.compile(r"<!\[CDATA\[(.*?)\]\]>|<!--(.*?)-->|>([^<>]+)(?=<|\Z)", re.DOTALL)
#: Formatting inside a line of text: words go on across it.
_INSIDE = re.compile(r"</?(?:b|i|u|s|em|strong|span|font|sub|sup|a)\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\s(?!xmlns)[\w.:-]+=(?:\"([^\"<>]*)\"|'([^'<>]*)')")
_DATASETS = re.compile(r"<(?:[\w.-]+:)?datasets\b.*?(?:</(?:[\w.-]+:)?datasets>|\Z)", re.DOTALL)
_ENCODING = re.compile(rb"^\s*<\?xml[^>]*encoding=[\"']([\w-]+)[\"']")


def decoded_markup(data: bytes) -> str:
    """XML as text: by its mark, by what it declares, else UTF-8."""
    if data[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return data.decode("utf-16", "replace")
    declared = _ENCODING.match(data)
    try:
        return data.decode(declared[1].decode() if declared else "utf-8", "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def node_texts(markup: str) -> Iterator[str]:
    """The texts between tags, as they are read, and comments."""
    for found in _NODE.finditer(markup):
        plain = found[1] if found[1] is not None else found[2]
        yield plain if plain is not None else html.unescape(found[3])


def without_formatting(markup: str) -> str:
    """Markup in which the text of a paragraph is in one piece."""
    return _INSIDE.sub("", markup)


def without_tags(markup: str) -> str:
    """Formatted text as it is read: words go on where formatting begins inside them."""
    blocks = re.sub(r"</?(?:p|div|br|li|td|tr|body)\b[^>]*>", " ", markup)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", blocks)).split())


def form_data(packets: bytes) -> Iterator[str]:
    """What was filled in a form in XFA, whose packets are given one after the other: texts and attributes."""
    for datasets in _DATASETS.findall(decoded_markup(packets)):
        yield from node_texts(datasets)
        for found in _ATTRIBUTE.finditer(datasets):
            yield html.unescape(found[1] or found[2] or "")
