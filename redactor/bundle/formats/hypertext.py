# SPDX-License-Identifier: AGPL-3.0-or-later
"""Somebody else's HTML made flat and harmless: nothing runs, nothing is fetched, and every word shows.

nh3 (Ammonia) throws out scripts, styles and whatever is not in its lists; without styles nothing is hidden, so text
in white or of no size shows like any other. What is left is written anew as paragraphs, since MuPDF loses what is
nested deeply or stands in wide tables.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser

import nh3

from redactor.bundle.formats.converted import not_among
from redactor.bundle.formats.flat_tables import Cell, Rows, fits, grid, in_a_row
from redactor.bundle.formats.unshown import said_in

_INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i", "u": "u", "ins": "u", "s": "s", "strike": "s", "del": "s"}
_QUIET = {"a", "span", "font", "small", "big", "sub", "sup", "code", "tt", "label", "button", "mark", "abbr", "time"}
_BLOCK = {
    "p", "div", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "center",
    "address", "article", "aside", "section", "header", "footer", "main", "nav", "figure", "figcaption", "form",
    "fieldset", "legend", "details", "summary", "option", "select", "optgroup", "textarea", "caption",
}  # fmt: skip
_TABLE = {"table", "thead", "tbody", "tfoot", "tr", "td", "th"}
_VOID = {"br", "hr", "img", "input"}
_HEADING = {"h1": "t1", "h2": "t2", "h3": "t3", "h4": "t3", "h5": "t3", "h6": "t3"}
#: Emoji and the like come out of MuPDF's pages as other characters: their names are set instead.
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_JOINERS = re.compile("[\u200b-\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\u00ad\u2060\ufeff]")
#: An ampersand before what could be the name or number of a character.
_NAMED = re.compile("&amp;(?=[#A-Za-z])")


@dataclass(slots=True)
class Flat:
    """Flat HTML for :func:`redactor.bundle.formats.typeset.html_pdf`, the texts it holds, and what it does not show."""

    html: str = ""
    texts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    remote: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)

    def add(self, other: Flat) -> None:
        """What comes after it."""
        self.html += other.html
        for name in ("texts", "links", "remote", "unseen"):
            getattr(self, name).extend(getattr(other, name))


#: From a picture's address to the address of a decoded one that can be set ("data:..."), or None.
Picture = Callable[[str], str | None]


def no_picture(_: str) -> str | None:
    return None


def readable(text: str) -> str:
    """Text in which every character can be set and found again: emoji by name ("[slightly smiling face]")."""
    # MuPDF ends a page's text at the first character of no value: old mail programs end every field with one.
    text = text.replace("\x00", "")
    return _ASTRAL.sub(_named, _JOINERS.sub("", text)) if not text.isascii() else text


def _named(match: re.Match[str]) -> str:
    category = unicodedata.category(match[0])
    if category.startswith("L"):
        return (
            unicodedata.normalize("NFKC", match[0]) if unicodedata.normalize("NFKC", match[0]) != match[0] else match[0]
        )
    name = unicodedata.name(match[0], "")
    return f"[{name.lower()}]" if name else "[a character]"


def escaped(text: str) -> str:
    """``text`` as HTML that MuPDF sets as it stands: it takes "&amp;copy;" for "&copy;" and that for "©"."""
    return _NAMED.sub("&amp;amp;", escape(readable(text), quote=True))


def flat(html: str, picture: Picture = no_picture) -> Flat:
    """``html`` made flat. ``picture`` says which pictures can be shown; nothing else is looked up."""
    found = Flat()
    tags = {*_INLINE, *_QUIET, *_BLOCK, *_TABLE, *_VOID}
    attributes = {"img": {"src", "alt"}, "input": {"value", "type"}, "a": {"href"}}
    clean = nh3.clean(
        html.replace("\x00", ""),
        tags=tags,
        attributes=attributes,
        url_schemes={"http", "https", "mailto", "tel", "sms", "cid", "data", "file", "ftp"},
        link_rel=None,
        clean_content_tags={"script", "style"},
    )
    writer = _Writer(found, picture)
    writer.feed(clean)
    writer.close()
    writer.finish()
    found.html = "".join(writer.out)
    shown = "\n".join([*found.texts, *found.links, *found.unseen])
    found.unseen += not_among((readable(said) for said in said_in(html)), shown)
    return found


class _Writer(HTMLParser):
    """Writes each run of inline content as a paragraph of its own."""

    def __init__(self, found: Flat, picture: Picture) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._found = found
        self._picture = picture
        self._html: list[str] = []
        self._text: list[str] = []
        self._open: list[str] = []
        self._quotes = 0
        self._lists: list[int] = []
        self._marker = ""
        self._pre = 0
        self._heading = ""
        self._tables: list[list[list[Cell]]] = []

    # -- what the parser meets --------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        if tag in _INLINE:
            self._open.append(_INLINE[tag])
            self._html.append(f"<{_INLINE[tag]}>")
        elif tag == "br":
            self._put("\n" if self._pre else "<br/>", "\n")
        elif tag == "img":
            self._image(given)
        elif tag == "input":
            if given.get("type", "").lower() not in ("hidden", "checkbox", "radio") and given.get("value"):
                self._put(f"[{escaped(given['value'])}]", given["value"])
            elif given.get("value"):
                self._found.unseen.append(given["value"])
        elif tag == "a":
            self._found.links.append(given.get("href", "").strip())
        elif tag in _BLOCK or tag in _TABLE or tag == "hr":
            self._flush()
            self._begin(tag)

    def _begin(self, tag: str) -> None:
        if tag == "blockquote":
            self._quotes += 1
        elif tag == "pre":
            self._pre += 1
        elif tag in ("ul", "ol"):
            self._lists.append(1 if tag == "ol" else 0)
        elif tag == "li":
            number = self._lists[-1] if self._lists else 0
            self._marker = f"{number}. " if number else "\u2022 "
            if number:
                self._lists[-1] += 1
        elif tag in _HEADING:
            self._heading = _HEADING[tag]
        elif tag == "table":
            self._tables.append([])
        elif tag == "tr" and self._tables:
            self._tables[-1].append([])
        elif tag in ("td", "th") and self._tables:
            rows = self._tables[-1]
            if not rows:
                rows.append([])
            rows[-1].append(Cell())
        elif tag == "hr":
            self._emit("hr", "", "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _INLINE and _INLINE[tag] in self._open:
            while self._open:
                name = self._open.pop()
                self._html.append(f"</{name}>")
                if name == _INLINE[tag]:
                    break
        elif tag in _BLOCK or tag in _TABLE:
            self._flush()
            if tag == "blockquote":
                self._quotes = max(self._quotes - 1, 0)
            elif tag == "pre":
                self._pre = max(self._pre - 1, 0)
            elif tag in ("ul", "ol") and self._lists:
                self._lists.pop()
            elif tag in _HEADING:
                self._heading = ""
            elif tag == "table" and self._tables:
                self._table(self._tables.pop())

    def handle_data(self, data: str) -> None:
        self._put(escaped(data), readable(data))

    # -- what is written --------------------------------------------------------------------------------

    def _image(self, given: dict[str, str]) -> None:
        source, alt = given.get("src", "").strip(), given.get("alt", "").strip()
        shown = self._picture(source) if source else None
        if shown == "":
            return
        if shown:
            self._html.append(f'<img src="{shown}"/>')
            self._text.append("")
            if alt:
                self._found.unseen.append(alt)
            return
        if source and not source.lower().startswith("data:"):
            self._found.remote.append(source)
        where = re.match(r"https?://([^/?#]+)", source)
        said = f"[picture not fetched from {where[1]}" if where else "[picture that is not in the message"
        said += f": {alt}]" if alt else "]"
        self._put(escaped(said), said)

    def _put(self, html: str, text: str) -> None:
        self._html.append(html)
        self._text.append(text)

    def _flush(self) -> None:
        """The inline content so far, as a paragraph."""
        html, text = "".join(self._html), "".join(self._text)
        closing = "".join(f"</{name}>" for name in reversed(self._open))
        self._html = [f"<{name}>" for name in self._open]
        self._text = []
        if not text.strip() and "<img" not in html:
            return
        if self._marker:
            html, text, self._marker = f"{self._marker}{html}", self._marker + text, ""
        depth = min(len(self._lists), 3)
        name = self._heading or (f"q{min(self._quotes, 3)}" if self._quotes else f"i{depth}" if depth else "")
        self._emit(f"{'pre' if self._pre else 'p'} {name}".rstrip(), html + closing, text)

    def _emit(self, kind: str, html: str, text: str) -> None:
        if self._tables and self._tables[-1] and self._tables[-1][-1]:
            self._tables[-1][-1][-1].paragraphs.append((kind, html, text))
        else:
            self._write(kind, html, text)

    def _write(self, kind: str, html: str, text: str) -> None:
        tag, _, name = kind.partition(" ")
        if tag == "hr":
            self.out.append("<hr/>")
            return
        if text.strip():
            self._found.texts.append(text)
        self.out.append(f'<{tag} class="{name}">{html}</{tag}>' if name else f"<{tag}>{html}</{tag}>")

    def _table(self, rows: Rows) -> None:
        """A table that is sure to fit as a table; any other as paragraphs, short rows on one line."""
        rows = [row for row in rows if any(cell.paragraphs for cell in row)]
        if self._tables and self._tables[-1] and self._tables[-1][-1]:
            outer = self._tables[-1][-1][-1].paragraphs
            for row in rows:
                outer += [paragraph for cell in row for paragraph in cell.paragraphs]
            return
        if fits(rows):
            html, texts = grid(rows)
            self.out += html
            self._found.texts += texts
            return
        for row in rows:
            for paragraph in in_a_row(row):
                self._write(*paragraph)

    def finish(self) -> None:
        """What was left open."""
        self._flush()
        while self._tables:
            self._table(self._tables.pop())
