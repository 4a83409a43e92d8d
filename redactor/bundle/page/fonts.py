# SPDX-License-Identifier: AGPL-3.0-or-later
"""Fonts that lie: letters on the page that the file spells as other letters.

A file says by a table of its own which letter each glyph of an embedded font is. Where that table is wrong the
words that can be copied and searched are not the words a reader sees, and nothing in the file tells. So a font
with such a table is believed once its words make sense (running text with the common words of English or Welsh,
or words that were met in fonts believed before); otherwise some of its lines are read by OCR and compared.
"""

from __future__ import annotations

import hashlib
import re
from itertools import count
from typing import Any

from redactor.bundle.mupdf.engine import ENGINE_ERRORS, RAW
from redactor.bundle.page.mute import calls_letters_marks, draws_words, inked_glyphs, reference
from redactor.bundle.page.spelling import MOST, Beliefs, Run, plain_name, read_alike
from redactor.domain.geometry import Box

#: How MuPDF calls a font whose glyphs are drawings (ISO 32000-1, 9.6.5), with the number of its object.
_DRAWN = "Type3 ("
_ENCODINGS = frozenset({"WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding", "PDFDocEncoding"})

#: Fonts by name, with a key for the data of each that may lie.
Keys = dict[str, list[bytes]]

#: What this process has come to believe of the fonts it met.
_beliefs = Beliefs()
#: Whether a font may draw letters that its map calls blanks or marks, by what it is known by.
_callers_of_marks: dict[bytes, bool] = {}
_nameless = count()


class Fonts:
    """The fonts of one open document. What is believed of a font is kept for as long as the process lives."""

    def __init__(self, document: Any) -> None:
        self._document = document
        # By what a page's fonts depend on: the fonts of such a page.
        self._listed: dict[tuple[int, ...], Keys] = {}
        # The page asked about last, and its fonts: each page is asked about several times in a row.
        self._last: tuple[Any, Keys] = (None, {})
        # Fonts with glyphs as wide as words, and those whose letters may be called blanks or marks.
        self._pictorial: set[str] = set()
        self._mute: set[str] = set()

    def doubted(self, page: Any) -> Keys:
        """The fonts of a page that are not believed yet: by the name MuPDF tells them by, what each is known by. Those
        whose glyphs are drawings never are: the next may draw a name."""
        return {
            name: group
            for name, group in self._of(page).items()
            if name.startswith(_DRAWN) or not _beliefs.trusted(group)
        }

    def may_be_mute(self, page: Any) -> bool:
        """Whether a font of the page may draw letters that its text does not tell of."""
        return not self._mute.isdisjoint(self._of(page))

    def lying_lines(self, doubted: Keys, page: Any, held: Any, display_list: Any) -> list[Box]:
        """Boxes of the lines of a page that are drawn otherwise than the file spells them.

        ``doubted`` are its fonts to look at, ``held`` is the page's text, ``display_list`` its drawing or a function
        that makes it, for it is needed for few pages only.
        """
        if not doubted:
            return []
        runs = _beliefs.lines(held, set(self._of(page)) - set(doubted))
        others = _by_another_name(doubted, runs)
        lying: list[Box] = []
        for name, found in runs.items():
            group = doubted.get(name, others)
            if name in self._pictorial:
                listed = display_list() if callable(display_list) else display_list
                lying += [run.box for run in found if read_alike([run], listed) is False]
                continue
            if group and _beliefs.trusted(group):
                continue
            if _beliefs.known_to_lie(group):
                lying += [run.box for run in found]
                continue
            verdict = _beliefs.judge(found, group)
            if verdict is None:
                verdict = read_alike(found, display_list() if callable(display_list) else display_list)
                if verdict is not None:
                    _beliefs.keep(group, verdict)
            if verdict is False:
                lying += [run.box for run in found]
        return lying

    def used(self, doubted: Keys, page: Any, names: set[str]) -> Keys:
        """``doubted`` if one of them may be among the fonts of these names, in which a page's text is set."""
        plain = {plain_name(name) for name in names}
        if plain.isdisjoint(doubted) and plain <= set(self._of(page)):
            return {}
        return doubted

    def _of(self, page: Any) -> Keys:
        if self._last[0] is not page:
            self._last = page, self._found(page) if self._document.is_pdf else {}
        return self._last[1]

    def _found(self, page: Any) -> Keys:
        depends = _depends(page)
        if depends is None:
            return self._read(page)
        if depends not in self._listed:
            self._listed[depends] = self._read(page)
        return self._listed[depends]

    def _read(self, page: Any) -> Keys:
        keys: Keys = {}
        for xref, _, kind, name, _, encoding, *_ in self._document.get_page_fonts(page.number, full=True):
            names = {plain_name(name)}
            try:
                if kind == "Type3":
                    names = {plain_name(f"{_DRAWN}{xref} 0 R)")}
                    self._pictorial |= names if draws_words(self._document, xref) else set()
                key = _key(self._document, xref, kind, encoding)
                if kind == "Type3" or self._calls_letters_marks(xref, key):
                    self._mute |= names
                if kind == "Type0" and (below := self._document.xref_get_key(_below(self._document, xref), "BaseFont")):
                    names.add(plain_name(_name_of(below[1])))
            except ENGINE_ERRORS:
                # Not known again: judged afresh on every page.
                key = f"{next(_nameless)}".encode()
            for known in names:
                group = keys.setdefault(known, [])
                if key:
                    group.append(key)
        return keys

    def _calls_letters_marks(self, xref: int, key: bytes | None) -> bool:
        mapping = self._document.xref_get_key(xref, "ToUnicode")
        if mapping[0] != "xref" or key is None:
            return False
        if key not in _callers_of_marks:
            told = self._document.xref_stream(_number(mapping[1])) or b""
            if len(_callers_of_marks) > MOST:
                _callers_of_marks.clear()
            _callers_of_marks[key] = calls_letters_marks(told, inked_glyphs(self._document, xref))
        return _callers_of_marks[key]


def _by_another_name(doubted: Keys, runs: dict[str, list[Run]]) -> list[bytes]:
    """What the one font is known by that goes by another name in the text than in the list of fonts."""
    unlisted = [name for name in runs if name not in doubted]
    unfound = [group for name, group in doubted.items() if name not in runs]
    return unfound[0] if len(unlisted) == len(unfound) == 1 else []


def _depends(page: Any) -> tuple[int, ...] | None:
    """The numbers of the objects on which the list of a page's fonts depends; None when they have none."""
    resources = RAW.ll_pdf_page_resources(RAW.ll_pdf_page_from_fz_page(page.this.m_internal))
    if number := RAW.ll_pdf_to_num(resources):
        return -2, number
    numbers: list[int] = []
    for kind in ("Font", "XObject", "Pattern"):
        held = RAW.ll_pdf_dict_gets(resources, kind)
        count = RAW.ll_pdf_dict_len(held) if held else 0
        numbers += (-1, *(RAW.ll_pdf_to_num(RAW.ll_pdf_dict_get_val(held, at)) for at in range(count)))
    return None if 0 in numbers else tuple(numbers)


def _name_of(written: str) -> str:
    """A PDF name as it reads: "/Charis#20SIL" is "Charis SIL"."""
    return re.sub(r"#([0-9A-Fa-f]{2})", lambda found: chr(int(found[1], 16)), written.removeprefix("/"))


def _key(document: Any, xref: int, kind: str, encoding: str) -> bytes | None:
    """A digest of what makes a font draw and spell as it does; None for one whose spelling is beyond doubt."""
    if xref <= 0:
        raise ValueError("a font that is no object of its own")
    mapping = document.xref_get_key(xref, "ToUnicode")
    if mapping[0] != "xref" and kind not in ("Type3", "Type0") and encoding in _ENCODINGS:
        return None
    digest = hashlib.sha1(usedforsecurity=False)
    digest.update(f"{kind} {document.xref_get_key(xref, 'FirstChar')} {encoding}".encode())
    if mapping[0] == "xref":
        digest.update(document.xref_stream_raw(_number(mapping[1])) or b"")
    holder = _below(document, xref) if kind == "Type0" else xref
    descriptor = document.xref_get_key(holder, "FontDescriptor")
    if descriptor[0] == "xref":
        for file in ("FontFile", "FontFile2", "FontFile3"):
            embedded = document.xref_get_key(_number(descriptor[1]), file)
            if embedded[0] == "xref":
                digest.update(document.xref_stream_raw(_number(embedded[1])) or b"")
    else:
        digest.update(document.xref_object(xref, compressed=True).encode())
    return digest.digest()


def _below(document: Any, xref: int) -> int:
    """The font below a composite one; itself when there is none."""
    return reference(document.xref_get_key(xref, "DescendantFonts")) or xref


def _number(reference: str) -> int:
    return int(reference.split()[0])
