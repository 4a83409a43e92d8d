# SPDX-License-Identifier: AGPL-3.0-or-later
"""The data of a page's picture hold the picture, and nothing after it or beside it."""

from __future__ import annotations

from typing import Any

from zlib_ng import zlib_ng

from redactor.release.verify.raster import DAMAGED, Raster

#: Bytes inflated at a time: a whole page's pixels at once cost more to make room for than to inflate.
CHUNK = 1 << 17


def whole(raw: bytes) -> bool:
    """Compressed data that ends where the stream ends."""
    return inflated_size(raw) is not None


def inflated_size(raw: bytes) -> int | None:
    """How many bytes are compressed in ``raw``; None when it is damaged or does not end where they do."""
    inflater = zlib_ng.decompressobj()
    size, rest = 0, raw
    try:
        while not inflater.eof and (part := inflater.decompress(rest, CHUNK)):
            size, rest = size + len(part), inflater.unconsumed_tail
    except DAMAGED:
        return None
    return size if inflater.eof and not inflater.unused_data else None


def check_image_data(image: Any, picture: Raster, say: Any) -> None:
    """The picture's data holds the picture and nothing after it or beside it."""
    raw = image.read_raw_bytes()
    width, height, bits = int(image.Width), int(image.Height), int(image.BitsPerComponent)
    if picture.shape != (height, width):
        say("grammar", "the picture is not of the size it says")
    for problem in picture.problems:
        say("grammar", problem)
    kind = str(image.Filter)
    if kind == "/FlateDecode":
        if picture.palette is None and inflated_size(raw) != height * -(-width * bits // 8):
            say("grammar", "the picture's data is longer or shorter than the picture")
    elif kind == "/DCTDecode":
        if not _plain_jpeg(raw):
            say("grammar", "the picture's JPEG data holds more than a picture")
    elif not _plain_fax(raw):
        say("grammar", "the picture's fax data does not end where the picture ends")


def _plain_fax(raw: bytes) -> bool:
    """Group 4 data with its one end mark at the end, but for the last byte's filling."""
    bits = bin(int.from_bytes(b"\x01" + raw, "big"))[3:]
    mark = "000000000001" * 2
    at = bits.find(mark)
    return at >= 0 and len(bits) - at - len(mark) < 8 and "1" not in bits[at + len(mark) :]


def _plain_jpeg(raw: bytes) -> bool:
    """Only tables, one frame and one scan; no comments, no application data, nothing after the end."""
    if raw[:2] != b"\xff\xd8" or raw[-2:] != b"\xff\xd9":
        return False
    at = 2
    while at + 4 <= len(raw) and raw[at] == 0xFF:
        marker, length = raw[at + 1], int.from_bytes(raw[at + 2 : at + 4], "big")
        if marker == 0xDA:
            end = raw.find(b"\xff\xd9", at)
            return end == len(raw) - 2
        if marker not in (0xC0, 0xC1, 0xC4, 0xDB):
            return False
        at += 2 + length
    return False
