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
from collections import defaultdict
from itertools import count
from typing import Any, NamedTuple

import numpy as np
from pymupdf import mupdf
from rapidfuzz.distance import Levenshtein

from redactor.bundle.mupdf.engine import ENGINE_ERRORS
from redactor.bundle.mupdf.pixels import as_printed, draw
from redactor.bundle.page.mute import WIDE, calls_letters_marks, draws_words
from redactor.bundle.words.glyphs import garbled, likeness
from redactor.domain.geometry import Box

#: Words that make up a third to a half of any running English or Welsh, as broken fonts do not.
_COMMON_WORDS = """
a about after all also am an and any are as at be been before but by can could did do does for from get had has
have he her here him his how i if in into is it its me more my no not now of off on one or our out said see she
should so some that the their them then there they this to up was we well were what when which who will with
would year you your y yr a'r ac ag ar am at bod dros ei er fel fod gan gyda hi i'r mae maent mewn na neu nid ni
o oedd roedd os sydd un wedi wrth ym yn ynghylch
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_RUNNING, _SHARE = 25, 0.2
#: A font is believed for good after so many pages whose words made sense.
_PAGES = 3
#: Of this share of letters (and no fewer) OCR and the file must agree.
_AGREE = 0.8
_LINES = 6
#: How MuPDF calls a font whose glyphs are drawings (ISO 32000-1, 9.6.5), with the number of its object.
_DRAWN = "Type3 ("
#: How MuPDF calls a font whose glyphs are drawings (ISO 32000-1, 9.6.5), with the number of its object.
_DRAWN = "Type3 ("
#: No letter is this many times as wide as its font is large.
_WIDE = 1.4
_TOKEN = re.compile(r"[^\W\d_]{2,}")
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_ENCODINGS = frozenset({"WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding", "PDFDocEncoding"})
#: Letters that OCR takes for each other in clean print.
_ALIKE = str.maketrans({"l": "i", "1": "i", "j": "i", "0": "o", "c": "e", "5": "s", "ŵ": "w", "ŷ": "y"})
_MOST = 20_000

#: Fonts by name, with a key for the data of each that may lie.
Keys = dict[str, list[bytes]]

_verdicts: dict[bytes, bool] = {}
_pages_of_sense: dict[bytes, int] = {}
_known_words: set[str] = set()
_nameless = count()


class _Run(NamedTuple):
    """Neighbouring letters of one font on one line; the box is upright, in points as displayed."""

    text: str
    box: Box
    size: float

    @property
    def letters(self) -> int:
        return len(likeness(self.text))

    @property
    def wide(self) -> bool:
        """Whether its letters are wider than letters are: a glyph can be the drawing of a whole word."""
        return 0 < WIDE * self.size * self.letters < self.box.width


class Fonts:
    """The fonts of one open document. What is believed of a font is kept for as long as the process lives."""

    def __init__(self, document: Any) -> None:
        self._document = document
        # By what a page's fonts depend on: the fonts of such a page.
        self._listed: dict[tuple[int, ...], Keys] = {}
        # Fonts with glyphs as wide as words, and those whose letters may be called blanks or marks.
        self._pictorial: set[str] = set()
        self._mute: set[str] = set()

    def doubted(self, page: Any) -> Keys:
        """The fonts of a page that are not believed yet: by the name MuPDF tells them by, what each is known by. Those
        whose glyphs are drawings never are: the next may draw a name."""
        return {
            name: group
            for name, group in self._of(page).items()
            if name.startswith(_DRAWN) or not all(_verdicts.get(key, False) for key in group)
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
        runs = _runs(held, set(self._of(page)) - set(doubted))
        others = _by_another_name(doubted, runs)
        lying: list[Box] = []
        for name, found in runs.items():
            group = doubted.get(name, others)
            if name in self._pictorial:
                listed = display_list() if callable(display_list) else display_list
                lying += [run.box for run in found if _agrees([run], listed) is False]
                continue
            if group and all(_verdicts.get(key, False) for key in group):
                continue
            if any(_verdicts.get(key) is False for key in group):
                lying += [run.box for run in found]
                continue
            verdict = _makes_sense(found, group)
            if verdict is None:
                verdict = _agrees(found, display_list() if callable(display_list) else display_list)
                if verdict is not None:
                    _keep(group, verdict)
            if verdict is False:
                lying += [run.box for run in found]
        return lying

    def used(self, doubted: Keys, page: Any, names: set[str]) -> Keys:
        """``doubted`` if one of them may be among the fonts of these names, in which a page's text is set."""
        plain = {_plain_name(name) for name in names}
        if plain.isdisjoint(doubted) and plain <= set(self._of(page)):
            return {}
        return doubted

    def _of(self, page: Any) -> Keys:
        if not self._document.is_pdf:
            return {}
        depends = _depends(page)
        if depends is None:
            return self._read(page)
        if depends not in self._listed:
            self._listed[depends] = self._read(page)
        return self._listed[depends]

    def _read(self, page: Any) -> Keys:
        keys: Keys = {}
        for xref, _, kind, name, _, encoding, *_ in self._document.get_page_fonts(page.number, full=True):
            names = {_plain_name(name)}
            try:
                if kind == "Type3":
                    names = {_plain_name(f"{_DRAWN}{xref} 0 R)")}
                    self._pictorial |= names if draws_words(self._document, xref) else set()
                mapping = self._document.xref_get_key(xref, "ToUnicode")
                told = self._document.xref_stream(_number(mapping[1])) if mapping[0] == "xref" else b""
                if kind == "Type3" or calls_letters_marks(told or b""):
                    self._mute |= names
                key = _key(self._document, xref, kind, encoding)
                if kind == "Type0" and (below := self._document.xref_get_key(_below(self._document, xref), "BaseFont")):
                    names.add(_plain_name(_name_of(below[1])))
            except ENGINE_ERRORS:
                # Not known again: judged afresh on every page.
                key = f"{next(_nameless)}".encode()
            for known in names:
                group = keys.setdefault(known, [])
                if key:
                    group.append(key)
        return keys


def _by_another_name(doubted: Keys, runs: dict[str, list[_Run]]) -> list[bytes]:
    """What the one font is known by that goes by another name in the text than in the list of fonts."""
    unlisted = [name for name in runs if name not in doubted]
    unfound = [group for name, group in doubted.items() if name not in runs]
    return unfound[0] if len(unlisted) == len(unfound) == 1 else []


def _depends(page: Any) -> tuple[int, ...] | None:
    """The numbers of the objects on which the list of a page's fonts depends; None when they have none."""
    resources = mupdf.pdf_page_resources(mupdf.pdf_page_from_fz_page(page.this))
    numbers: list[int] = []
    for kind in ("Font", "XObject", "Pattern"):
        held = mupdf.pdf_dict_gets(resources, kind)
        count = mupdf.pdf_dict_len(held) if held.m_internal else 0
        numbers += (-1, *(mupdf.pdf_to_num(mupdf.pdf_dict_get_val(held, at)) for at in range(count)))
    return None if 0 in numbers else tuple(numbers)


def _keep(group: list[bytes], verdict: bool) -> None:
    if len(_verdicts) > _MOST:
        _verdicts.clear()
    for key in group:
        _verdicts[key] = verdict


def _plain_name(name: str) -> str:
    # MuPDF keeps 31 characters of a font's name, the subset's mark included.
    return _SUBSET.sub("", name)[:24]


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
    below = re.search(r"(\d+) \d+ R", document.xref_get_key(xref, "DescendantFonts")[1])
    return int(below[1]) if below else xref


def _number(reference: str) -> int:
    return int(reference.split()[0])


def _runs(held: Any, believed: set[str]) -> dict[str, list[_Run]]:
    """The lines of fonts that are not believed yet, by font; words of the others are learnt on the way."""
    runs: dict[str, list[_Run]] = defaultdict(list)
    for block in held.extractDICT()["blocks"]:
        for line in block.get("lines", ()):
            upright = abs(line["dir"][1]) < 0.1 and line["dir"][0] > 0
            last = ""
            for span in line["spans"]:
                name = _plain_name(span["font"])
                if not name or name in believed or not upright or not span["text"].strip():
                    last = ""
                    if name in believed:
                        _learn(_TOKEN.findall(span["text"].lower()))
                    continue
                box = Box(*span["bbox"])
                if name == last:
                    before = runs[name].pop()
                    runs[name].append(_Run(before.text + span["text"], before.box.union(box), before.size))
                else:
                    runs[name].append(_Run(span["text"], box, span["size"]))
                last = name
    return runs


def _learn(words: list[str]) -> None:
    if len(_known_words) < _MOST:
        _known_words.update(words)


def _makes_sense(runs: list[_Run], group: list[bytes]) -> bool | None:
    """True when the words of these lines are words; None when that cannot be told."""
    words = _TOKEN.findall(" ".join(run.text for run in runs).lower())
    if not words:
        return None if any(run.wide for run in runs) else True
    common = sum(word in _COMMON for word in words)
    if len(words) >= _RUNNING and common >= _SHARE * len(words):
        _learn(words)
        _keep(group, True)
        return True
    known = sum(word in _COMMON or word in _known_words for word in words)
    if len(words) < 3 or known < 0.6 * len(words):
        return None
    for key in group:
        _pages_of_sense[key] = _pages_of_sense.get(key, 0) + 1
    if group and all(_pages_of_sense[key] >= _PAGES for key in group):
        _keep(group, True)
    return True


def _agrees(runs: list[_Run], display_list: Any) -> bool | None:
    """Whether OCR reads in some of these lines what the file says; None when it can read none of them."""
    from redactor.bundle.ocr import rapid as ocr

    same = total = 0.0
    for run in _telling(runs):
        spelt = _folded(run.text)
        grown = Box(run.box.x0 - 2, run.box.y0 - 0.5, run.box.x1 + 2, run.box.y1 + 0.5)
        scale = min(max(200 / 72, 48 / grown.height), 600 / 72, 4000 / grown.width)
        read = ocr.read_line(np.ascontiguousarray(as_printed(draw(display_list, scale, grown))[:, :, ::-1])).words
        letters = sum(len(word.text) for word in read)
        if letters < 3 or sum(word.confidence * len(word.text) for word in read) < 0.85 * letters:
            continue
        seen = _folded("".join(word.text for word in read))
        longest = max(len(spelt), len(seen))
        same += longest - Levenshtein.distance(spelt, seen)
        total += longest
    return None if total < 3 else same >= _AGREE * total


def _folded(text: str) -> str:
    return likeness(text).translate(_ALIKE)


def _telling(runs: list[_Run]) -> list[_Run]:
    """A few lines that hold between them as many different letters as a few lines can."""
    left = [run for run in runs if (run.letters >= 3 or run.wide) and not garbled(run.text) and run.box.height >= 4]
    chosen: list[_Run] = []
    seen: set[str] = set()
    while left and len(chosen) < _LINES:
        best = max(left, key=lambda run: len(set(likeness(run.text)) - seen))
        gained = set(likeness(best.text)) - seen
        if chosen and not gained:
            break
        chosen.append(best)
        seen |= gained
        left.remove(best)
    return chosen
