# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading pixels: RapidOCR, one thread, models from its own wheel, never the network.

An image is turned upright first (sideways and upside-down scans), then lines are found, straightened and
read, and each line is cut into words where its ink leaves a gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import cv2
import numpy as np
import rapidocr
from numpy.typing import NDArray
from rapidocr.ch_ppocr_rec import TextRecInput

from redactor.bundle.ocr.cutting import Measured, ReadLine, blank_widths, cut_words
from redactor.domain.errors import BadInput
from redactor.domain.geometry import Box
from redactor.domain.pages import WordSource

Image = NDArray[np.uint8]
Quad = NDArray[np.float32]

ENGINE = f"RapidOCR {version('rapidocr')}"

_MODELS = Path(rapidocr.__file__).parent / "models"
_DETECTOR = _MODELS / "PP-OCRv6_det_small.onnx"
_READER = _MODELS / "PP-OCRv6_rec_small.onnx"
#: Settings as measured: angle classifier off, one thread, long side 1,280 pixels. Lines one by one: batches of
#: six padded to the longest took a fifth longer and 370 MB more.
_SETTINGS: dict[str, Any] = {
    "Global.use_cls": False,
    "Global.log_level": "critical",
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "Det.limit_type": "max",
    "Det.limit_side_len": 1280,
    "Det.model_path": str(_DETECTOR),
    "Rec.model_path": str(_READER),
    "Rec.rec_batch_num": 1,
}
#: A line read with less confidence than this is not text but a picture, a stain or a scrawl.
WORTHLESS = 0.5
#: Upright print reads at .95 and more; a page below this may be standing on its head.
_DOUBTFUL = 0.85
_SAMPLE = 6


class OcrWord(NamedTuple):
    """One word: its text, confidence 0 to 1, the line it is of, and its box in the image's pixels.

    ``source`` says who spelt it; ``flat`` is its box with the image turned upright and straightened: only for putting
    words in order.
    """

    text: str
    confidence: float
    line: int
    box: Box
    flat: Box
    source: WordSource = WordSource.OCR


@dataclass(frozen=True, slots=True)
class OcrResult:
    """What was read. ``unread`` are boxes of what looks like writing and made no sense, in the image's pixels;
    ``turned`` is by how many quarter turns anticlockwise the image had to be turned to stand upright."""

    words: tuple[OcrWord, ...]
    unread: tuple[Box, ...]
    turned: int


@cache
def _engine() -> tuple[Any, Any]:
    """The line finder and the line reader, loaded once a process (0.3 s, about 130 MB)."""
    for model in (_DETECTOR, _READER):
        # RapidOCR would go and fetch a model it misses.
        if not model.is_file():
            raise BadInput("the text recognition models are missing", str(model), "Install Redactor again")
    engine = rapidocr.RapidOCR(params=_SETTINGS)
    return engine._load_det_model(), engine._load_rec_model()


@cache
def letters_known() -> frozenset[str]:
    """The characters the line reader can read: letters of Latin, Greek, Chinese and Japanese, no Cyrillic or Arabic.
    What it does not know it leaves out, as if nothing stood there."""
    return frozenset(_engine()[1].postprocess_op.character)


def read_image(image: Image) -> OcrResult:
    """Every word in an image (height x width x 3), in the order of the lines found."""
    turned = 0
    quads = _find_lines(image)
    if _sideways(quads):
        turned = 1
        image = np.ascontiguousarray(np.rot90(image))
        quads = _find_lines(image)
    lines = _read_lines(image, quads)
    if lines and _upside_down(lines):
        turned += 2
        image = np.ascontiguousarray(np.rot90(image, 2))
        lines = _read_lines(image, _find_lines(image))
    return _result(lines, turned, image)


def read_line(image: Image) -> OcrResult:
    """Every word in the image of one upright line, which fills it; several times quicker than finding it."""
    height, width = image.shape[:2]
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    return _result(_read_lines(image, [corners]), 0, image)


def _result(lines: list[ReadLine], turned: int, image: Image) -> OcrResult:
    """The lines cut into words; their boxes are in the image before it was turned into this one."""
    good = [line for line in lines if line.score >= WORTHLESS and any(char.isalnum() for char in line.text)]
    measured = [Measured.of(line) for line in good]
    blank = blank_widths(measured)
    level = _level(good)
    words: list[OcrWord] = []
    for number, (line, cut) in enumerate(zip(good, measured, strict=True)):
        for text, confidence, left, right in cut_words(cut, blank):
            points = _part(line, left, right)
            box = turned_back(_around(points), turned, *image.shape[:2])
            words.append(OcrWord(text, confidence, number, box, _around(points @ level)))
    unread = [turned_back(_around(line.corners), turned, *image.shape[:2]) for line in lines if _like_writing(line)]
    return OcrResult(tuple(words), tuple(unread), turned)


def _find_lines(image: Image) -> list[Quad]:
    """The quadrilaterals of text lines, clockwise from the line's top left, in pixels."""
    height, width = image.shape[:2]
    if min(height, width) < 8:
        return []
    # The finder misses what touches the edge of a narrow strip.
    margin = 24
    padded = cv2.copyMakeBorder(image, margin, margin, margin, margin, cv2.BORDER_REPLICATE)
    found = _engine()[0](padded).boxes
    if found is None:
        return []
    return [np.asarray(quad, np.float32) - margin for quad in found]


def _sideways(quads: list[Quad]) -> bool:
    """Whether most of what was found, by length, runs up or down."""
    upright = sideways = 0.0
    for quad in quads:
        across = float(np.linalg.norm(quad[0] - quad[1]))
        down = float(np.linalg.norm(quad[0] - quad[3]))
        if down >= 1.5 * across:
            sideways += down
        elif across >= 1.5 * down:
            upright += across
    return sideways > upright


def _upside_down(lines: list[ReadLine]) -> bool:
    """Whether the longest lines read better on their heads; asked only when they read badly as they are."""
    longest = sorted(lines, key=lambda line: -float(np.linalg.norm(line.corners[0] - line.corners[1])))[:_SAMPLE]
    upright = float(np.mean([line.score for line in longest]))
    if upright >= _DOUBTFUL:
        return False
    return _scores([np.ascontiguousarray(np.rot90(line.crop, 2)) for line in longest]) > upright + 0.05


def _scores(crops: list[Image]) -> float:
    read = _engine()[1](TextRecInput(img=crops, return_word_box=False))
    return float(np.mean(read.scores)) if read.scores else 0.0


def _read_lines(image: Image, quads: list[Quad]) -> list[ReadLine]:
    """Every line read; one that stands upright among lying ones is read both ways and the better kept."""
    crops: list[Image] = []
    corners: list[Quad] = []
    for quad in quads:
        crop, corner = _straightened(image, quad)
        crops.append(crop)
        corners.append(corner)
    if not crops:
        return []
    read = _engine()[1](TextRecInput(img=crops, return_word_box=True))
    lines = [
        ReadLine(text, float(score), tuple(_columns(info)), tuple(info.confs), info.line_txt_len, crop, corner)
        for text, score, info, crop, corner in zip(
            read.txts, read.scores, read.word_results, crops, corners, strict=True
        )
    ]
    for index, quad in enumerate(quads):
        if _sideways([quad]) and lines[index].score < _DOUBTFUL:
            other = np.ascontiguousarray(np.rot90(crops[index], 2))
            again = _engine()[1](TextRecInput(img=[other], return_word_box=True))
            if again.scores[0] > lines[index].score:
                info = again.word_results[0]
                lines[index] = ReadLine(
                    again.txts[0],
                    float(again.scores[0]),
                    tuple(_columns(info)),
                    tuple(info.confs),
                    info.line_txt_len,
                    other,
                    np.roll(corners[index], 2, axis=0),
                )
    return lines


def _like_writing(line: ReadLine) -> bool:
    """Whether a line that made no sense may be writing: punch holes and stains are about as wide as high."""
    height, width = line.crop.shape[:2]
    return line.score < WORTHLESS and width > 2.5 * height


def _columns(info: Any) -> list[int]:
    return [column for word in info.word_cols for column in word]


def _straightened(image: Image, quad: Quad) -> tuple[Image, Quad]:
    """The line cut out and laid flat, and its corners in the image, clockwise from the crop's top left."""
    width = int(max(np.linalg.norm(quad[0] - quad[1]), np.linalg.norm(quad[2] - quad[3]))) or 1
    height = int(max(np.linalg.norm(quad[0] - quad[3]), np.linalg.norm(quad[1] - quad[2]))) or 1
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(quad, flat)
    crop = cv2.warpPerspective(image, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC)
    if height >= 1.5 * width:
        # Turned anticlockwise, as the reader expects: the crop's top left is the line's top right.
        return np.ascontiguousarray(np.rot90(crop)), np.roll(quad, -1, axis=0)
    return np.asarray(crop, np.uint8), quad


def _part(line: ReadLine, left: float, right: float) -> Quad:
    """The corners in the image of the part of a line from ``left`` to ``right`` (0 to 1 along its crop).

    A line's quadrilateral need not be a rectangle, and then equal steps in the crop are not equal in the image.
    """
    flat = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    matrix = cv2.getPerspectiveTransform(flat, np.ascontiguousarray(line.corners, np.float32))
    part = np.array([[[left, 0], [right, 0], [right, 1], [left, 1]]], np.float32)
    return np.asarray(cv2.perspectiveTransform(part, matrix)[0], np.float32)


def _around(points: Quad) -> Box:
    (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
    return Box(float(x0), float(y0), float(x1), float(y1))


def _level(lines: list[ReadLine]) -> Quad:
    """The rotation that lays the page's lines level, by the median slant of the longer ones."""
    along = [line.corners[1] - line.corners[0] for line in lines]
    slants = [float(np.arctan2(y, x)) for x, y in along if abs(x) > 4 * abs(y) and abs(x) > 60]
    slant = float(np.median(slants)) if slants else 0.0
    cosine, sine = np.cos(slant), np.sin(slant)
    return np.array([[cosine, -sine], [sine, cosine]], np.float32)


def turned_back(box: Box, turned: int, height: int, width: int) -> Box:
    """A box in an image of ``height`` x ``width`` that had been turned, in the image before turning."""
    x0, y0, x1, y1 = box
    match turned % 4:
        case 1:
            return Box(height - y1, x0, height - y0, x1)
        case 2:
            return Box(width - x1, height - y1, width - x0, height - y0)
        case 3:
            return Box(y0, width - x1, y1, width - x0)
    return box
