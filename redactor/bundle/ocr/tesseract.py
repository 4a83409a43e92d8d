# SPDX-License-Identifier: AGPL-3.0-or-later
"""Welsh scans: RapidOCR finds and reads the lines, Tesseract settles how their words are spelt.

RapidOCR reads noisy and tilted pages that Tesseract does not, but knows no ŵ and no ŷ: it leaves them out, or takes
them for other letters. Tesseract, built into MuPDF, spells them, but does not say how sure it is. A page is read by
both. Where they read the same but for accents and those letters, Tesseract's spelling is taken with RapidOCR's
certainty; where they differ in more, RapidOCR's stays, and is doubtful where the other has such a letter. Who spelt a
word is kept with it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

import numpy as np
import pymupdf
from numpy.typing import NDArray

from redactor.bundle.ocr.rapid import OcrResult, OcrWord, turned_back
from redactor.bundle.ocr.tessdata import require_folder
from redactor.domain.geometry import Box
from redactor.domain.pages import WordSource

#: A word that the two readers read differently is no surer than this: below what counts as sure.
_DOUBTFUL = 0.9
#: What RapidOCR makes of letters it does not know.
_UNKNOWN = {"ŵ": "[wvuyi]{0,2}", "ŷ": "[yvui]{0,2}"}
_ACCENTED = frozenset("ŵŷâêîôûáéíóúýàèìòùäëïöüÿẃẁẅỳ")


@dataclass(frozen=True, slots=True)
class Spelt:
    """A word as Tesseract reads it, with its box in the image's pixels."""

    text: str
    box: Box


def engine_name(languages: str) -> str:
    """As it is kept with a page: "Tesseract 5 (cym+eng)"."""
    return f"Tesseract in MuPDF {pymupdf.mupdf_version} ({languages})"


def with_spelling(image: NDArray[np.uint8], result: OcrResult, dpi: int, languages: str) -> OcrResult:
    """``result``, read from ``image`` (height x width x blue, green, red), with Tesseract's spelling where it is to be
    believed. Raises BadInput when there is no data for ``languages`` ("cym+eng")."""
    if not result.words:
        return result
    upright = np.ascontiguousarray(np.rot90(image, result.turned)) if result.turned % 4 else image
    height, width = upright.shape[:2]
    spelt = [
        replace(word, box=turned_back(word.box, result.turned, height, width))
        for word in spelling(upright, dpi, languages)
    ]
    return replace(result, words=tuple(_settled(word, spelt) for word in result.words))


def spelling(image: NDArray[np.uint8], dpi: int, languages: str) -> list[Spelt]:
    """Every word Tesseract reads in an upright image (height x width x blue, green, red). In memory only."""
    folder = require_folder(languages)
    height, width = image.shape[:2]
    pixels = pymupdf.Pixmap(pymupdf.csRGB, width, height, np.ascontiguousarray(image[:, :, ::-1]).tobytes(), False)
    pixels.set_dpi(dpi, dpi)
    read = pixels.pdfocr_tobytes(compress=False, language=languages, tessdata=folder)
    with pymupdf.open(stream=read, filetype="pdf") as document:
        page = document[0]
        across, down = width / page.rect.width, height / page.rect.height
        return [
            Spelt(unicodedata.normalize("NFC", text), Box(x0 * across, y0 * down, x1 * across, y1 * down))
            for x0, y0, x1, y1, text, *_ in page.get_text("words")
        ]


def _settled(word: OcrWord, spelt: list[Spelt]) -> OcrWord:
    """The word as both readings have it."""
    over = sorted((other for other in spelt if _same_place(word.box, other.box)), key=lambda other: other.box.x0)
    text = "".join(other.text for other in over)
    folded = text.casefold()
    if text == word.text or not _ACCENTED.intersection(folded):
        return word
    pattern = "".join(_UNKNOWN.get(char) or re.escape(_plain(char)) for char in folded)
    if re.fullmatch(pattern, _plain(word.text)):
        return word._replace(text=text, source=WordSource.TESSERACT)
    if any(char in _UNKNOWN for char in folded):
        return word._replace(confidence=min(word.confidence, _DOUBTFUL))
    return word


def _same_place(one: Box, other: Box) -> bool:
    """Whether the second box lies in the first, or most of the first in it, on one line."""
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    level = shared > 0.3 * min(one.height, other.height)
    return level and max(_across(one, other), _across(other, one)) > 0.6


def _across(one: Box, other: Box) -> float:
    return (min(one.x1, other.x1) - max(one.x0, other.x0)) / max(other.width, 1e-6)


def _plain(text: str) -> str:
    """Letters and digits without accents and case."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(char for char in folded if char.isalnum())
