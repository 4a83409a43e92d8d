# SPDX-License-Identifier: AGPL-3.0-or-later
"""Secrets in pictures of every codec, under masks, beside and inside them."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from redactor.domain.pages import Where
from tests.release.hiding.base import PLACED, SECRET, Change, add, image, kind, page, picture
from tests.release.hiding.drawn import LEAD

W, H = 720, 90


def grey() -> bytes:
    return picture().tobytes()


def bits() -> bytes:
    return picture().point(lambda v: 255 if v > 128 else 0).convert("1").tobytes()


def encoded(kind: str, **how: Any) -> bytes:
    out = io.BytesIO()
    picture().save(out, kind, **how)
    return out.getvalue()


def group4() -> bytes:
    out = io.BytesIO()
    picture().point(lambda v: 255 if v > 128 else 0).convert("1").save(
        out, "TIFF", compression="group4", tiffinfo={278: H}
    )
    with Image.open(io.BytesIO(out.getvalue())) as tiff:
        start, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
    return out.getvalue()[start : start + length]


def jbig2() -> bytes:
    """A page and one generic region coded as group 4, as JBIG2 streams in PDF hold it."""
    out = io.BytesIO()
    inverted = picture().point(lambda v: 0 if v > 128 else 255).convert("1")
    inverted.save(out, "TIFF", compression="group4", tiffinfo={278: H, 262: 1})
    with Image.open(io.BytesIO(out.getvalue())) as tiff:
        start, length = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
        black_is_zero = tiff.tag_v2[262] == 1
    strip = out.getvalue()[start : start + length]
    assert black_is_zero
    info = struct.pack(">IIIIBH", W, H, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", W, H, 0, 0, 0, 1) + strip
    page = struct.pack(">IBBBI", 0, 48, 0, 1, len(info)) + info
    return page + struct.pack(">IBBBI", 1, 38, 0, 1, len(region)) + region


def placed(data: bytes, content: bytes = PLACED, *, bits: int = 8, space: Any = None, **keys: Any) -> bytes:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        page.Resources.XObject = Dictionary(Im=image(pdf, data, W, H, bits, space, **keys))

    return page(content, change)


FLATE, DCT, JPX = {"Filter": Name.FlateDecode}, {"Filter": Name.DCTDecode}, {"Filter": Name.JPXDecode}
FAX = {"Filter": Name.CCITTFaxDecode, "DecodeParms": Dictionary(K=-1, Columns=W, Rows=H)}

add("a picture without a codec", Where.PAGE, lambda: placed(grey()), shown=True)
add("a Flate picture", Where.PAGE, lambda: placed(zlib.compress(grey()), **FLATE), shown=True)
add("a JPEG", Where.PAGE, lambda: placed(encoded("JPEG", quality=80), **DCT), shown=True)
add("a JPEG 2000", Where.PAGE, lambda: placed(encoded("JPEG2000"), bits=8, **JPX), shown=True)
add("a fax", Where.PAGE, lambda: placed(group4(), bits=1, **FAX), shown=True)
add("a JBIG2 picture", Where.PAGE, lambda: placed(jbig2(), bits=1, Filter=Name.JBIG2Decode), shown=True)
add(
    "an indexed picture",
    Where.PAGE,
    lambda: placed(bits(), bits=1, space=Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\x20\x00\x60\xff\xff\xf0")])),
    shown=True,
)
add(
    "a picture of sixteen bits",
    Where.PAGE,
    lambda: placed(np.frombuffer(grey(), np.uint8).repeat(2).tobytes(), bits=16),
    shown=True,
)
add(
    "a picture decoded the other way round",
    Where.PAGE,
    lambda: placed(bytes(255 - v for v in grey()), Decode=Array([1, 0])),
    shown=True,
)
add("a skewed picture", Where.PAGE, lambda: placed(grey(), b"q 318 14 -4 38 22 8 cm /Im Do Q\n"), shown=True)
add(
    "a picture turned over",
    Where.PAGE,
    lambda: placed(picture().rotate(180).tobytes(), b"q -320 0 0 -40 340 52 cm /Im Do Q\n"),
    shown=True,
)
add(
    "a picture used twice",
    Where.PAGE,
    lambda: placed(grey(), PLACED + b"q 200 0 0 25 150 125 cm /Im Do Q\n"),
    shown=True,
)
add(
    "a stencil",
    Where.PAGE,
    lambda: placed(bits(), b"0 g " + PLACED, bits=1, space=None, ColorSpace=None, ImageMask=True),
    shown=True,
)


@kind("an inline picture", Where.PAGE, shown=True)
def _() -> bytes:
    data = bits()
    head = b"q 320 0 0 40 20 12 cm BI /W %d /H %d /BPC 1 /CS /G /L %d ID " % (W, H, len(data))
    return page(head + data + b"\nEI Q\n")


def masked(hide: bool, soft: bool) -> Change:
    """A black picture that shows through a mask with the letters, or a picture of letters hidden by its mask."""

    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        letters = bytes(255 - v for v in grey())
        if hide:
            nothing = image(pdf, bytes(W * H), W, H) if soft else None
            one = image(pdf, b"\xff" * (W // 8 * H), W, H, 1, None, ColorSpace=None, ImageMask=True)
            keys = {"SMask": nothing} if soft else {"Mask": one}
            page.Resources.XObject = Dictionary(Im=image(pdf, grey(), W, H, **keys))
        else:
            mask = image(pdf, letters, W, H)
            page.Resources.XObject = Dictionary(Im=image(pdf, bytes(W * H), W, H, SMask=mask))

    return change


add("letters in a soft mask", Where.PAGE, lambda: page(PLACED, masked(False, True)), shown=True)
add("a picture hidden by its soft mask", None, lambda: page(PLACED, masked(True, True)))
add("a picture hidden by an explicit mask", None, lambda: page(PLACED, masked(True, False)))
add("a picture hidden by a colour key", None, lambda: placed(grey(), Mask=Array([0, 255])))
add("a picture under a white box", None, lambda: placed(grey(), PLACED + b"1 g 10 5 345 55 re f 0 g\n"))
add("a picture under a black box", None, lambda: placed(grey(), PLACED + b"0 g 10 5 345 55 re f\n"))
add("a picture half off the page", None, lambda: placed(grey(), b"q 320 0 0 40 352 12 cm /Im Do Q\n"))
add("a picture clipped away", None, lambda: placed(grey(), b"q 0 0 3 3 re W n " + PLACED + b"Q\n"))
add("a picture that is not used", None, lambda: placed(grey(), b""))
add("a partly covered picture", Where.PAGE, lambda: placed(grey(), PLACED + b"1 g 10 5 30 55 re f 0 g\n"), shown=True)


@kind("a picture's alternate", None)
def _() -> bytes:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        other = Array([Dictionary(Image=image(pdf, grey(), W, H), DefaultForPrinting=True)])
        page.Resources.XObject = Dictionary(Im=image(pdf, b"\xf0" * 64, 8, 8, Alternates=other))

    return page(b"q 20 0 0 20 300 12 cm /Im Do Q\n", change)


@kind("a page's thumbnail", None)
def _() -> bytes:
    return page(b"", lambda pdf, page: page.__setitem__("/Thumb", image(pdf, grey(), W, H)))


@kind("a picture in a tiling pattern", Where.PAGE, shown=True)
def _() -> bytes:
    def change(pdf: pikepdf.Pdf, page: Any) -> None:
        cell = pdf.make_stream(
            b"320 0 0 40 0 0 cm /Im Do\n", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
            BBox=Array([0, 0, 320, 40]), XStep=400, YStep=100, Matrix=Array([1, 0, 0, 1, 20, 12]),
            Resources=Dictionary(XObject=Dictionary(Im=image(pdf, grey(), W, H))),
        )  # fmt: skip
        page.Resources.Pattern = Dictionary(P=cell)

    return page(b"/Pattern cs /P scn 20 12 320 40 re f\n", change)


def with_exif() -> bytes:
    exif = Image.Exif()
    exif[0x010E], exif[0x013B] = f"Photo of {SECRET}", SECRET
    return _blank_jpeg(exif=exif.tobytes())


def _blank_jpeg(**how: Any) -> bytes:
    out = io.BytesIO()
    Image.new("L", (W, H), 230).save(out, "JPEG", **how)
    return out.getvalue()


add("a photo's EXIF", Where.METADATA, lambda: placed(with_exif(), **DCT))
add("a JPEG's comment", Where.METADATA, lambda: placed(_blank_jpeg(comment=f"Photo of {SECRET}".encode()), **DCT))


def with_xmp(pdf: pikepdf.Pdf, page: Any) -> None:
    title = f"<dc:title xmlns:dc='d'>Photo of {SECRET}</dc:title>"
    packet = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{title}</x:xmpmeta>".encode()
    held = pdf.make_stream(packet, Type=Name.Metadata, Subtype=Name.XML)
    page.Resources.XObject = Dictionary(Im=image(pdf, b"\xe0" * 64, 8, 8, Metadata=held))


add("a picture's own XMP", Where.METADATA, lambda: page(PLACED, with_xmp))


def layered(words: str, x: float, y: float, size: float, width: int = 100) -> bytes:
    """A scan with somebody's text layer over it."""
    layer = b"BT 3 Tr /F %g Tf %d Tz %g %g Td (%s) Tj ET\n" % (size, width, x, y, words.encode())
    return placed(grey(), PLACED + layer)


add("a scan with a text layer", Where.PAGE, lambda: layered(LEAD + SECRET, 29, 25, 17.8), shown=True)
add("a scan with a text layer beside it", Where.PAGE, lambda: layered(LEAD + SECRET, 90, 3, 12), shown=True)
add("a scan with a stretched text layer", Where.PAGE, lambda: layered(LEAD + SECRET, 20, 20, 6, 300), shown=True)
add(
    "a scan with a text layer that misreads",
    Where.PAGE,
    lambda: layered("Her ne1ghb0ur Kayl3lgh B@rncs", 29, 25, 17.8),
    shown=True,
)
add(
    "a text layer on a blank picture",
    Where.HIDDEN_TEXT,
    lambda: page(b"1 g 20 12 320 40 re f BT 3 Tr /F 12 Tf 30 30 Td (" + (LEAD + SECRET).encode() + b") Tj ET\n"),
)
