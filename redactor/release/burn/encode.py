# SPDX-License-Identifier: AGPL-3.0-or-later
"""Encode a page's pixels once, for what is on it: two-level, few colours, or photographs."""

from __future__ import annotations

import io
import struct

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from redactor.release.burn.boxes import Pixels
from redactor.release.burn.composed import Picture
from redactor.release.burn.draw import COLOUR_DIFFERENCE, Drawn
from redactor.release.burn.palette import few, greys
from redactor.release.burn.writer import deflate

#: Share of the page that photographs must cover for the whole page to be encoded as one.
PHOTO_SHARE = 0.15
#: Share of a picture's pixels between paper and ink by which it counts as a photograph.
TONES = 0.2
#: How hard lossless pictures are compressed: two more save a hundredth and cost half as much time again.
FLATE = 5
#: One row in so many tells which greys are tints.
SOME = 8
#: Pixels in a run that is looked at together: of three bytes each they fill three numbers of eight bytes.
RUN = 8
#: JPEG quality where the source gives none.
QUALITY = 85


def encode(drawn: Drawn, fill: int) -> Picture:
    """The page's pixels, boxes of the level ``fill`` painted into them, encoded."""
    pixels = drawn.pixels
    rows, columns = pixels.shape[:2]
    if drawn.bitonal:
        return Picture(columns, rows, *_two_level(pixels))
    if is_lossy(drawn):
        return Picture(columns, rows, *_photograph(pixels, drawn.tables))
    return Picture(columns, rows, *(_sixteen_greys(pixels) if pixels.ndim == 2 else _few_colours(pixels, fill)))


def is_lossy(drawn: Drawn) -> bool:
    """Whether the page will be encoded as a photograph."""
    return not drawn.bitonal and _photographs(drawn) > PHOTO_SHARE


def _photographs(drawn: Drawn) -> float:
    """The share of the page under pictures that have tones."""
    pixels = drawn.pixels
    area = 0
    for x0, y0, x1, y1 in drawn.pictures:
        part = pixels[y0:y1:3, x0:x1:3]
        if part.size == 0:
            continue
        if drawn.tables or _has_tones(part):
            area += (x1 - x0) * (y1 - y0)
    return min(area / float(pixels.shape[0] * pixels.shape[1]), 1.0)


def _has_tones(part: Pixels) -> bool:
    grey = part if part.ndim == 2 else part[:, :, 1]
    counts = np.bincount(grey.ravel(), minlength=256)
    paper = int(counts.argmax())
    near = counts[max(paper - 6, 0) : paper + 7].sum()
    dark = counts[:64].sum() if paper >= 128 else counts[192:].sum()
    return bool((counts.sum() - near - dark) / counts.sum() > TONES)


def _two_level(pixels: Pixels) -> tuple[bytes, bytes]:
    """CCITT group 4, by way of a TIFF whose one strip is taken out. The encoder takes set bits for ink."""
    rows, columns = pixels.shape
    picture = Image.fromarray(255 - pixels).convert("1", dither=Image.Dither.NONE)
    out = io.BytesIO()
    picture.save(out, "TIFF", compression="group4", tiffinfo={278: rows})
    data = out.getvalue()
    (directory,) = struct.unpack_from("<I", data, 4)
    (count,) = struct.unpack_from("<H", data, directory)
    tags: dict[int, int] = {}
    for index in range(count):
        tag, kind, number, value = struct.unpack_from("<HHII", data, directory + 2 + 12 * index)
        tags[tag] = value & 0xFFFF if kind == 3 else value
        if tag == 273 and number != 1:
            raise ValueError("the encoder made more than one strip")
    strip = data[tags[273] : tags[273] + tags[279]]
    parameters = b"/DecodeParms<</K -1/Columns %d/Rows %d>>" % (columns, rows)
    return b"/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode" + parameters, strip


def _photograph(pixels: Pixels, tables: tuple[tuple[int, ...], ...]) -> tuple[bytes, bytes]:
    picture = Image.fromarray(pixels)
    out = io.BytesIO()
    if tables:
        used = [list(table) for table in tables[: 1 if pixels.ndim == 2 else 2]]
        picture.save(out, "JPEG", qtables=used, subsampling=0, optimize=True)
    else:
        picture.save(out, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    space = b"/DeviceGray" if pixels.ndim == 2 else b"/DeviceRGB"
    return b"/ColorSpace" + space + b"/BitsPerComponent 8/Filter/DCTDecode", _bare_jpeg(out.getvalue())


def _bare_jpeg(data: bytes) -> bytes:
    """The JPEG without its application segments and comments: they say nothing a PDF needs."""
    kept = bytearray(data[:2])
    at = 2
    while data[at] == 0xFF and data[at + 1] != 0xDA:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if not 0xE0 <= marker <= 0xEF and marker != 0xFE:
            kept += data[at : at + 2 + length]
        at += 2 + length
    return bytes(kept + data[at:])


def _two_in_one(table: Pixels) -> Pixels:
    """What two bytes next to each other become, by both: what the ``table`` has for each, the first sixteen times."""
    return (table[:, None] | table[None, :] << np.uint8(4)).reshape(-1)


_SIXTEEN = np.array([(level + 8) // 17 for level in range(256)], dtype=np.uint8)
#: Each channel's digit of a colour's number, in its place.
_DIGITS = tuple(_SIXTEEN.astype(np.uint16) << np.uint16(by) for by in (8, 4, 0))
#: Every colour's own number: those of greys are of three equal digits.
_EVERY = np.arange(4096)
#: Two numbers below sixteen in one byte.
_BOTH = _two_in_one(np.arange(256, dtype=np.uint8))
#: Those whose digits are so far apart that their channels surely differ by more than greys' may.
_COLOURED = np.ptp(np.stack((_EVERY >> 8, (_EVERY >> 4) & 15, _EVERY & 15)), axis=0) > 1


def _sixteen_greys(pixels: Pixels) -> tuple[bytes, bytes]:
    """At most sixteen greys at four bits a pixel: what anti-aliased text and lines need."""
    if pixels.shape[1] % 2:
        pixels = np.pad(pixels, ((0, 0), (0, 1)))
    counts = cv2.calcHist([pixels[::SOME]], [0], None, [256], [0, 256]).ravel()
    instead = greys(np.bincount(_SIXTEEN, weights=counts).astype(np.intp))
    packed = cv2.LUT(np.ascontiguousarray(pixels).view("<u2"), _two_in_one(instead[_SIXTEEN]))
    return b"/ColorSpace/DeviceGray/BitsPerComponent 4/Filter/FlateDecode", deflate(packed.data, FLATE)


def _few_colours(pixels: Pixels, fill: int) -> tuple[bytes, bytes]:
    """Of the 4,096 colours with sixteen levels a channel sixteen, where they stand for all on the page; else at most
    256, the rarer ones becoming the nearest kept."""
    rows, columns = pixels.shape[:2]
    inked, some = _not_white(pixels)
    counts, cells = np.zeros(4096, dtype=np.int64), np.zeros(0, dtype=np.uint16)
    if some.size:
        channels = cv2.split(some.reshape(1, -1, 3))
        digits = [cv2.LUT(levels, table) for levels, table in zip(channels, _DIGITS, strict=True)]
        cells = np.asarray(cv2.bitwise_or(cv2.bitwise_or(digits[0], digits[1]), digits[2]), dtype=np.uint16).ravel()
        counts += cv2.calcHist([cells.reshape(1, -1)], [0], None, [4096], [0, 4096]).ravel().astype(np.int64)
    if some.size and not counts[_COLOURED].any() and _spread(some) <= COLOUR_DIFFERENCE:
        # All that had colour is under boxes now: a page in colour would tell of it.
        return _sixteen_greys(np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8))
    whole = rows * columns
    counts[4095] += whole - len(cells)
    meant = _EVERY.copy()
    meant[::0x111] = 0x111 * greys(counts[::0x111]).astype(np.intp)
    palette, table = few(np.bincount(meant, weights=counts, minlength=4096).astype(np.intp), 0x111 * (fill // 17))
    table = table[meant]
    levels = (np.stack((palette >> 8, (palette >> 4) & 15, palette & 15), axis=1) * 17).astype(np.uint8)
    space = b"/ColorSpace[/Indexed/DeviceRGB %d<%s>]" % (len(palette) - 1, levels.tobytes().hex().upper().encode())
    own, paper = _looked_up(cells, table), int(table[4095])
    if len(palette) > 16:
        index = _spread_out(inked, own, paper, whole)
        return space + b"/BitsPerComponent 8/Filter/FlateDecode", deflate(index.data, FLATE)
    if columns % 2:
        index = _spread_out(inked, own, paper, whole).reshape(rows, columns)
        packed = _packed(np.pad(index, ((0, 0), (0, 1))))
    else:
        packed = _spread_out(inked, _packed(own), paper * 17, whole // 2)
    return space + b"/BitsPerComponent 4/Filter/FlateDecode", deflate(packed.data, FLATE)


def _looked_up(cells: NDArray[np.uint16], table: Pixels) -> Pixels:
    """What a table has for some numbers: all of it below 4,096."""
    if not cells.size:
        return np.zeros(0, dtype=np.uint8)
    whole = np.concatenate((table, np.zeros(65536 - len(table), dtype=np.uint8)))
    return np.asarray(cv2.LUT(cells.reshape(1, -1), whole), dtype=np.uint8).reshape(-1)


def _packed(levels: Pixels) -> Pixels:
    """Numbers below sixteen, two to a byte, the first of them sixteen times."""
    if not levels.size:
        return levels.reshape(-1)
    return np.asarray(cv2.LUT(levels.reshape(1, -1).view("<u2"), _BOTH), dtype=np.uint8).reshape(-1)


def _spread(some: Pixels) -> int:
    """The most by which the channels of one of some pixels differ."""
    red, green, blue = cv2.split(some.reshape(1, -1, 3))
    most, least = cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue)
    return int(cv2.minMaxLoc(cv2.subtract(most, least))[1])


def _spread_out(inked: NDArray[np.intp], found: Pixels, paper: int, length: int) -> Pixels:
    """All bytes of a picture: ``found`` for the runs of pixels that are not white, paper for the others."""
    wide = found.size // max(len(inked), 1)
    out = np.full(length + RUN, paper, dtype=np.uint8)
    if wide:
        held = f"<u{wide}"
        out[: len(out) // wide * wide].view(held)[inked] = found.view(held)
    every: Pixels = out[:length]
    return every


def _not_white(pixels: Pixels) -> tuple[NDArray[np.intp], Pixels]:
    """Most of a page is paper: the runs of eight pixels (by number) in which something is not white, and their
    pixels, a row each."""
    count = pixels.shape[0] * pixels.shape[1]
    runs, flat = count // RUN, np.ascontiguousarray(pixels).reshape(-1)
    parts = flat[: 3 * RUN * runs].view("<u8")
    other = parts != 0xFFFFFFFFFFFFFFFF
    inked: NDArray[np.intp] = np.flatnonzero(other[0::3] | other[1::3] | other[2::3])
    found: Pixels = np.take(parts.reshape(-1, 3), inked, axis=0).view(np.uint8).reshape(-1, 3)
    rest = flat[3 * RUN * runs :]
    if (rest != 255).any():
        # The last few pixels, with paper after them.
        last = np.full(3 * RUN, 255, dtype=np.uint8)
        last[: len(rest)] = rest
        inked, found = np.append(inked, runs), np.concatenate((found, last.reshape(-1, 3)))
    return inked, found
