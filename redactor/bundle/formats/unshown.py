# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything a web page or a message in HTML says in words, wherever in it they stand: templates, drawings, formulas,
lists to choose from, descriptions, remarks, what only Outlook would show, data for scripts, properties.

Asked for what is not on the pages made of it. Pure.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

#: Elements across which a line of text goes on.
_INSIDE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "rb", "ruby", "rt", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tspan", "tt", "u", "var", "wbr",
})  # fmt: skip
#: Attributes that hold words; others may hold names for machines.
_WORDS = frozenset({
    "abbr", "alt", "aria-description", "aria-label", "aria-placeholder", "aria-valuetext", "label", "placeholder",
    "standby", "string", "summary", "title", "value",
})  # fmt: skip
#: What a page says of itself to machines.
_MACHINES = frozenset({
    "viewport", "generator", "progid", "originator", "robots", "theme-color", "format-detection", "referrer",
})  # fmt: skip
#: Data that programs for mail and their editors leave beside what they show.
_PROGRAMS = frozenset({
    "data-auth", "data-editor-type", "data-imagetype", "data-linkindex", "data-linktype", "data-loopstyle",
    "data-ogab", "data-ogac", "data-ogsb", "data-ogsc", "data-olk-copy-source", "data-outlook-trace", "data-safelink",
    "data-smartmail", "data-unlink", "data-wacimage",
})  # fmt: skip
#: One word of data that names nobody: yes and no, a measure, a colour, an address of the web, a picture in the page.
_MEANT = re.compile(
    r"(?i)true|false|yes|no|on|off|null|none|auto|[-+]?[\d.]+(?:px|pt|em|rem|ms|s)?|#[0-9a-f]{3,8}|rgba?\([^)]*\)"
    r"|(?:https?|cid):\S*|data:[\w/+.-]*[;,]\S*"
)
_CONDITION = re.compile(r"\s*\[if[^\]]*\]>(.*?)(?:<!(?:-+)?\[endif\](?:-+)?)?\s*", re.IGNORECASE | re.DOTALL)
#: The ends of what is for all programs but Outlook.
_BRACKET = re.compile(r"\s*\[(?:if\b[^\]]*|endif)\]\s*", re.IGNORECASE)
_STYLED = re.compile(r"content\s*:\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
#: Office keeps the settings of its programs in islands of XML, and among them the document's properties.
_PROPERTIES = ("o:documentproperties", "o:customdocumentproperties")
#: How deep pages within pages and remarks within remarks are followed.
_DEEP = 4


def said_in(html: str, depth: int = 0) -> Iterator[str]:
    """The page's words in order, line by line, without those of its scripts. Never raises."""
    try:
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
        root = etree.fromstring(html.replace("\x00", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    if root is None or depth > _DEEP:
        return
    line: list[str] = []
    island = 0
    for event, item in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        kind = item.tag if isinstance(item.tag, str) else ""
        if event == "start":
            if kind not in _INSIDE:
                yield from _ended(line)
            island += kind == "xml"
            yield from _attributes(item, kind, depth)
            if kind == "script":
                yield from _data(item)
            elif kind == "style":
                yield from ((one or other) for one, other in _STYLED.findall(item.text or ""))
            elif not island or (item.getparent() is not None and item.getparent().tag in _PROPERTIES):
                line.append(item.text or "")
            continue
        if event == "comment":
            yield from _ended(line)
            yield from _remark(item.text or "", depth)
        elif kind not in _INSIDE:
            yield from _ended(line)
        island -= event == "end" and kind == "xml"
        if not island:
            line.append(item.tail or "")
    yield from _ended(line)


def not_made(html: str, *, scripts: bool = True) -> list[str]:
    """What may show something and is not made into pages, in plain words. Programs for mail run no ``scripts``."""
    notes = []
    if scripts and re.search(r"<script\b(?![^>]*json)", html, re.IGNORECASE):
        notes.append("its scripts were not run: what they would show is not on its pages")
    if re.search(r"<(?:svg|canvas)\b", html, re.IGNORECASE):
        notes.append("drawings inside it (SVG) are not on its pages")
    return notes


def _ended(line: list[str]) -> Iterator[str]:
    said = " ".join("".join(line).split())
    line.clear()
    if said:
        yield said


def _attributes(item: Any, kind: str, depth: int) -> Iterator[str]:
    for name, value in item.attrib.items():
        if name == "srcdoc":
            yield from said_in(value, depth + 1)
        elif name == "content":
            yield value if kind == "meta" and not _for_machines(item) else ""
        elif name in _WORDS or name.endswith(":title") or (name.startswith("data-") and _says(name, value.strip())):
            yield value.strip()


def _says(name: str, value: str) -> bool:
    """Whether data beside an element may be somebody's words. One word may ("Smith"), unless only a program can
    mean it."""
    return not _MEANT.fullmatch(value) and (" " in value or name not in _PROGRAMS)


def _for_machines(meta: Any) -> bool:
    return "http-equiv" in meta.attrib or meta.get("name", "").strip().lower() in _MACHINES


def _remark(text: str, depth: int) -> Iterator[str]:
    """A remark; what one holds for some programs only is read as the page it is for them."""
    condition = _CONDITION.fullmatch(text)
    if condition:
        yield from said_in(condition[1], depth + 1)
    elif not _BRACKET.fullmatch(text):
        yield " ".join(text.split())


def _data(script: Any) -> Iterator[str]:
    """What data says that a page holds for its scripts."""
    if "json" not in script.get("type", "").lower():
        return
    try:
        yield from _strings(json.loads(script.text or ""))
    except (ValueError, RecursionError):
        yield " ".join((script.text or "").split())


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value if isinstance(value, list) else value.values():
            yield from _strings(inner)
