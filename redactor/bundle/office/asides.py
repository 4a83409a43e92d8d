# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an Office Open XML file (ECMA-376) says beside the texts of its pages, cells and slides.

What somebody at the program would read (descriptions of pictures, the words of buttons, charts and diagrams) is set
like any other text; what only its insides say (codes of fields, names of bookmarks, choices of a list) becomes a place.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from xml.etree import ElementTree

from redactor.bundle.encodings import decoded_text
from redactor.bundle.formats.converted import tells
from redactor.bundle.office.zip import Parts, Reader, attribute, local, paragraphs
from redactor.domain.pages import Attachment


class _Said(NamedTuple):
    """Attributes that hold words: their names, what they are, and whether they are set on a page."""

    attributes: tuple[str, ...]
    what: str
    set: bool = False


_PICTURE = _Said(("descr", "title"), "description of a picture", True)
_DRAWN = _Said(("alt", "title"), "description of a picture", True)
_CHOICES = "choices of form fields and lists"
_HELP = "help texts of form fields and cells"
_TIPS, _FILTERS = "tips shown over links", "what lists are filtered by"
_NAMES = "names given to bookmarks, fields and parts"
#: By the name of the element that has them.
_ATTRIBUTES: dict[str, _Said] = {
    "docPr": _PICTURE, "cNvPr": _PICTURE, "rect": _DRAWN, "roundrect": _DRAWN, "oval": _DRAWN, "group": _DRAWN,
    "listItem": _Said(("displayText", "value"), _CHOICES), "listEntry": _Said(("val",), _CHOICES),
    "default": _Said(("val",), "what form fields held before they were filled in"),
    "helpText": _Said(("val",), _HELP), "statusText": _Said(("val",), _HELP),
    "dataValidation": _Said(("promptTitle", "prompt", "errorTitle", "error"), _HELP),
    "alias": _Said(("val",), _NAMES), "tag": _Said(("val",), _NAMES), "bookmarkStart": _Said(("name",), _NAMES),
    "attr": _Said(("val",), _NAMES), "section": _Said(("name",), _NAMES),
    "hyperlink": _Said(("tooltip",), _TIPS), "hlinkClick": _Said(("tooltip",), _TIPS),
    "docVar": _Said(("val",), "variables of the document"), "query": _Said(("val",), "where mail merge took its data"),
    "connectString": _Said(("val",), "where mail merge took its data"),
    "dbPr": _Said(("command", "connection"), "where its data came from"),
    "textPr": _Said(("sourceFile",), "where its data came from"), "webPr": _Said(("url",), "where its data came from"),
    "sheetName": _Said(("val",), "sheets of another workbook"), "definedName": _Said(("comment",), _NAMES),
    "filter": _Said(("val",), _FILTERS), "customFilter": _Said(("val",), _FILTERS),
    "pivotCacheDefinition": _Said(("refreshedBy",), "people who worked on it"),
    "header": _Said(("userName",), "people who worked on it"),
    "fileSharing": _Said(("userName",), "people who worked on it"),
    "userInfo": _Said(("name",), "people who worked on it"),
}  # fmt: skip
#: Elements that are told of by other means, or whose author is no news.
_COMMENTS = ("comment", "cm", "threadedComment")
#: Names that programs give.
MACHINE_MADE = re.compile(r"_\w+|(?:Text|Check|Dropdown|OLE_LINK|Print|Slide)_?\w*\d+", re.I)
#: Fields that show a number or a date, or whose words are on the page (ECMA-376 part 1, 17.16.5).
_PLAIN_FIELD = re.compile(
    r"\s*(?:=|PAGE|NUMPAGES|SECTION|SECTIONPAGES|PAGEREF|REF|NOTEREF|SEQ|STYLEREF|TOC|TOA|INDEX|LISTNUM|EQ|SYMBOL|DATE|"
    r"TIME|SAVEDATE|CREATEDATE|PRINTDATE|EDITTIME|FILENAME|FILESIZE|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|MERGEFIELD|NEXT|"
    r"MERGEREC|MERGESEQ|EMBED|SHAPE)\b",
    re.I,
)
_ADDRESS = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.I)
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_FORMAT = re.compile(r"[dmyhsapDMYHSAP0#?.,:/\\ \[\]@%£$€;_*()-]*|General", re.I)
#: What stands in headers of a sheet for its layout (ECMA-376 part 1, 18.3.1.46).
_HEADER_CODE = re.compile(r'&(?:"[^"]*"|\d+|K[0-9A-F+-]{6}|[A-Z])')
_HEADERS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")
_FORMULAS = ("f", "formula", "formula1", "formula2", "definedName")
#: What a slide's master or a building block says in every presentation or letter.
_PROMPT = re.compile(
    r"(?:Click|Tap|Choose|Enter|Edit)[a-z ]*(?: Master[a-z ]*)?[.…]?|(?:Second|Third|Fourth|Fifth) level|[‹<]#[›>]"
)
_OTHERS = re.compile(
    r"word/(?:settings|people|webSettings)\.xml|xl/(?:connections|pivotCache/pivotCacheDefinition\d*|externalLinks/[^/]*"
    r"|revisions/[^/]*)\.xml|ppt/(?:tags/[^/]*|presentation)\.xml"
)
_SLICERS = re.compile(r"xl/(?:slicers|slicerCaches|timelines|timelineCaches)/[^/]*\.xml")
#: What a slicer is called, what it chooses by, and what there is to choose ([MS-XLSX] 2.6.86, 2.6.97).
_SLICED = ("caption", "sourceName", "n", "c", "displayName")
_MASTERS = re.compile(r"ppt/(?:slideLayouts|slideMasters|handoutMasters|notesMasters)/[^/]*\.xml")
_CHUNK = re.compile(r".*/aFChunk")


def read_attributes(root: ElementTree.Element, parts: Parts) -> None:
    """Add what the attributes and formulas of a part say."""
    for item in root.iter():
        kind = local(item)
        if kind in _FORMULAS and item.text:
            add_quoted(item.text, parts)
        if (said := _ATTRIBUTES.get(kind)) is not None:
            for name in said.attributes:
                _add(attribute(item, name), said, parts)
        elif kind == "shape" or kind == "textpath":
            _add(attribute(item, "alt"), _DRAWN, parts)
            parts.add(attribute(item, "string"), "WordArt")
        elif kind in _HEADERS:
            for line in _HEADER_CODE.sub("\n", item.text or "").splitlines():
                parts.add(line, "header or footer")
        if kind not in _COMMENTS:
            parts.aside("people who changed the text", attribute(item, "author"))


def _add(text: str, said: _Said, parts: Parts) -> None:
    if not tells(text):
        return
    if said.set:
        parts.add(text, said.what, hidden=True)
    elif said.what is not _NAMES:
        parts.aside(said.what, text)
    elif not MACHINE_MADE.fullmatch(text):
        parts.aside(said.what, text.replace("_", " "))


def add_quoted(text: str, parts: Parts) -> None:
    """Add the texts that stand in quotes in a formula, or in a rule for cells."""
    for quoted in _QUOTED.findall(text):
        if not _FORMAT.fullmatch(quoted):
            parts.aside("texts inside formulas and rules", quoted)


def read_fields(paragraph: ElementTree.Element, parts: Parts) -> None:
    """Add what the codes of a paragraph's fields say; they may be torn over many runs."""
    codes = [""]
    for item in paragraph.iter():
        kind = local(item)
        if kind == "fldChar" and attribute(item, "fldCharType") == "begin":
            codes.append("")
        elif kind in ("instrText", "delInstrText"):
            codes[-1] += item.text or ""
        elif kind == "fldSimple":
            codes.append(attribute(item, "instr"))
        elif kind == "fldData":
            codes.append(_record(item.text or ""))
    for code in codes:
        add_code(code, parts)


def add_code(code: str, parts: Parts) -> None:
    """Add what the code of a field says. Programs for references keep whole records in it, as XML or JSON."""
    if address := _ADDRESS.match(code):
        parts.links.append(address[1])
    # The address of a link is told of with the others.
    code = code[address.end() :] if address else code
    if not _PLAIN_FIELD.match(code) and tells(code.replace("MERGEFORMAT", "")):
        parts.aside("codes of fields", " ".join(re.sub(r"</?[A-Za-z][^<>]*>", " ", unescape(code)).split()))


def _record(written: str) -> str:
    """The words of a record that a field keeps in base 64; "" where it holds none."""
    try:
        data = b64decode("".join(written.split()), validate=True)
    except (binascii.Error, ValueError):
        return ""
    return decoded_text(data.rstrip(b"\0")) or ""


def read_asides(reader: Reader, parts: Parts) -> None:
    """Add what parts say that hold no pages, cells or slides."""
    for _, root in reader.each(_OTHERS):
        read_attributes(root, parts)
        for item in root.iter():
            # The values of cells before they were changed (18.11), when a workbook was shared.
            if local(item) == "oc":
                for text in item.iter():
                    if local(text) in ("t", "v"):
                        parts.add(text.text or "", "earlier value of a cell", hidden=True)
    for name, root in reader.each(re.compile(r"(?:word|xl|ppt)/(?:charts|diagrams|drawings)/[^/]*\.xml")):
        read_attributes(root, parts)
        # A diagram's drawing says again what its data says.
        if "/diagrams/" not in name or "/data" in name:
            for said in (*paragraphs(root), *_chart_texts(root)):
                parts.add(said, "diagram" if "/diagrams/" in name else "chart or drawing")
    for _, root in reader.each(re.compile(r"(?:word|xl|ppt)/activeX/[^/]*\.xml|xl/ctrlProps/[^/]*\.xml")):
        for item in root.iter():
            parts.add(attribute(item, "value") if local(item) == "ocxPr" else "", "form control")
    for name in reader.names:
        if name.endswith(".vml"):
            _buttons(reader.data(name), parts)
    for _, root in reader.each(_SLICERS):
        for item in root.iter():
            for name in _SLICED:
                said = attribute(item, name)
                parts.aside("what slicers and timelines offer to choose", said if tells(said) else "")
    for _, root in reader.each(_MASTERS):
        for said in paragraphs(root):
            if tells(said) and not _PROMPT.fullmatch(said.strip()):
                parts.aside("texts of the slides' masters", said)
    if (glossary := reader.xml("word/glossary/document.xml")) is not None:
        for item in glossary.iter():
            if local(item) == "p":
                said = "".join(part.text or "" for part in item.iter() if local(part) == "t")
                parts.aside("texts kept for reuse", "" if _PROMPT.fullmatch(said.strip()) else said)
    for _, root in reader.each(re.compile(r"customXml/item\d*\.xml")):
        _custom(root, parts)
    _chunks(reader, parts)


def _chart_texts(root: ElementTree.Element) -> Iterator[str]:
    """Names of series and categories (21.2.2.201)."""
    for cache in root.iter():
        if local(cache) in ("strCache", "lvl"):
            yield from (item.text or "" for item in cache.iter() if local(item) == "v")


def _buttons(vml: bytes, parts: Parts) -> None:
    """The words of buttons and boxes on a sheet: in a language that is often not well-formed."""
    for box in re.findall(rb"<v:textbox\b[^>]*>(.*?)</v:textbox>", vml, re.S):
        text = unescape(re.sub(r"<[^>]*>", " ", box.decode("utf-8", "replace")))
        parts.add(" ".join(text.split()), "form control")


def _custom(root: ElementTree.Element, parts: Parts) -> None:
    for item in root.iter():
        if tells(item.text or ""):
            parts.aside("data kept with the document", item.text or "")
        for value in item.attrib.values():
            # What has no blank is a name for machines.
            if " " in value.strip() and tells(value):
                parts.aside("data kept with the document", value)


def _chunks(reader: Reader, parts: Parts) -> None:
    """Whole documents that Word shows in the place of a paragraph (17.17.2.1); LibreOffice leaves them out."""
    for _, root in reader.each(re.compile(r"word/_rels/[^/]*\.rels")):
        for row in root:
            target = row.get("Target", "").lstrip("/").removeprefix("word/")
            if _CHUNK.fullmatch(row.get("Type", "")) and f"word/{target}" in reader.names:
                parts.attachments.append(Attachment(target.rpartition("/")[2], reader.data(f"word/{target}")))
                parts.notes.append(
                    "it shows another document in place of a paragraph: that is a document of its own here"
                )
