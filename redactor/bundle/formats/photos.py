# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures of every kind made into PDFs without loss, one page a frame, so that all that follows is about PDFs."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from typing import Any

import pikepdf
from PIL import Image

from redactor.bundle.beside.pictures import photo_places
from redactor.bundle.formats.converted import Converted
from redactor.bundle.formats.frames import ASK_AGAIN, DAMAGED, MOST_FRAMES, WRONG, Frame, Pictures
from redactor.bundle.formats.typeset import html_pdf
from redactor.domain.errors import BadInput

#: A resolution is believed between these, in pixels an inch; else the picture is set to fit A4.
_BELIEVED = (50.0, 2400.0)
_A4 = (595.0, 842.0)
_SHADES = "its pages show 256 shades of each colour, the file has more: compare fine tones (an X-ray) with the file"
_LOST = "page {} cannot be shown: it is damaged, or packed in a way not known here. Ask for the file again"
_CUT = "page {} is cut short or damaged, and shown as far as it goes. Ask for the file again"
_COLOURS = {"1": (1, 1, "/DeviceGray"), "L": (1, 8, "/DeviceGray"), "RGB": (3, 8, "/DeviceRGB")}
_PNG_HEAD = 8
_JPEG: dict[str, Any] = {"Filter": pikepdf.Name.DCTDecode}


def picture_pdf(data: bytes, name: str, source: str) -> Converted:
    """The picture as a PDF, upright, with its own pixels. Raises BadInput when it is damaged or far too large.

    A frame that is damaged has a page that shows what there is of it, or says that nothing is; the notes name it.
    """
    with warnings.catch_warnings():
        # Pillow's, of tags that are broken: what cannot be shown is told of in the notes.
        warnings.simplefilter("ignore")
        return _set_as_pages(Pictures(data, name), data, name, source)


def _set_as_pages(pictures: Pictures, data: bytes, name: str, source: str) -> Converted:
    made = pikepdf.new()
    lost: list[str] = []
    cut: list[str] = []
    deep = _deeper(data)
    if (photo := pictures.as_it_is) is not None:
        _add(made, photo, photo.info.get("dpi"), _JPEG, data)
    else:
        for number, frame in enumerate(pictures, start=1):
            if frame.image is None:
                lost.append(str(number))
                _add_said(made, f"Page {number} of this picture is damaged and cannot be shown.", source)
                continue
            if not frame.whole:
                cut.append(str(number))
            deep = deep or frame.deep
            _add_frame(made, frame)
    if len(lost) == len(made.pages):
        raise BadInput(DAMAGED, name, ASK_AGAIN)
    notes = [said.format(", ".join(pages)) for said, pages in ((_LOST, lost), (_CUT, cut)) if pages]
    if pictures.count > MOST_FRAMES:
        notes.append(f"it has {pictures.count} frames; the first {MOST_FRAMES} are its pages")
    if deep:
        notes.append(_SHADES)
    converter = f"Redactor, {pictures.kind} picture set as pages"
    return Converted(_saved(made, source), converter, tuple(notes), tuple(photo_places(data)))


def _deeper(data: bytes) -> bool:
    """Whether the picture has more than 256 shades of each colour, as X-rays have, which its page has not."""
    if data.startswith(b"\x89PNG"):
        return data[24:25] == b"\x10"
    try:
        with Image.open(io.BytesIO(data)) as image:
            bits = image.tag_v2.get(258, (8,)) if image.format == "TIFF" else (8,)  # type: ignore[attr-defined]
            return image.mode.startswith(("I", "F")) or max(bits) > 8
    except WRONG:
        return False


# -- pages -----------------------------------------------------------------------------------------------------


def _add_frame(made: pikepdf.Pdf, frame: Frame) -> None:
    """A page with the frame's own JPEG, or its pixels, packed as PNG packs them, which PDF knows too (ISO 32000-1,
    7.4.4.4)."""
    image = frame.image
    assert image is not None
    if frame.jpeg:
        _add(made, image, frame.dpi, _JPEG, frame.jpeg)
        return
    held = io.BytesIO()
    image.save(held, "PNG", compress_level=6 if image.mode == "1" else 1)
    colours, bits, _ = _COLOURS[image.mode]
    predictor = pikepdf.Dictionary(Predictor=15, Colors=colours, BitsPerComponent=bits, Columns=image.width)
    packing = {"Filter": pikepdf.Name.FlateDecode, "DecodeParms": predictor}
    _add(made, image, frame.dpi, packing, b"".join(_packed(held.getvalue())))


def _packed(png: bytes) -> Iterator[bytes]:
    """The packed pixels of a PNG."""
    at = _PNG_HEAD
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        if kind == b"IDAT":
            yield png[at + 8 : at + 8 + length]
        at += length + 12


def _add(made: pikepdf.Pdf, image: Image.Image, dpi: object, packing: dict[str, Any], data: bytes) -> None:
    _, bits, space = _COLOURS[image.mode]
    width, height = _size(image, dpi)
    drawn = pikepdf.Stream(
        made, data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=image.width, Height=image.height,
        BitsPerComponent=bits, ColorSpace=pikepdf.Name(space), **packing,
    )  # fmt: skip
    page = made.add_blank_page(page_size=(width, height))
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Picture=drawn))
    page.obj.Contents = made.make_stream(b"%.4f 0 0 %.4f 0 0 cm /Picture Do" % (width, height))


def _add_said(made: pikepdf.Pdf, text: str, source: str) -> None:
    with pikepdf.open(io.BytesIO(html_pdf(f"<p>{text}</p>", source))) as said:
        made.pages.extend(said.pages)


def _saved(made: pikepdf.Pdf, source: str) -> bytes:
    """The PDF, known by the file it was made from: two files make two, even where their pages look alike."""
    made.trailer.ID = pikepdf.Array([pikepdf.String(bytes.fromhex(half)) for half in (source[:32], source[32:])])
    held = io.BytesIO()
    made.save(held, deterministic_id=True)
    return held.getvalue()


def _size(image: Image.Image, dpi: object) -> tuple[float, float]:
    """The page in points: by the picture's own resolution where it is to be believed, else fitted to A4."""
    if believed := _resolution(dpi):
        size = image.width * 72 / believed[0], image.height * 72 / believed[1]
        if min(size) >= 20 and max(size) <= 3400:
            return size
    paper = _A4 if image.height >= image.width else _A4[::-1]
    # A picture smaller than the paper (a logo in an e-mail) is not blown up.
    scale = min(paper[0] / image.width, paper[1] / image.height, 1.0)
    return max(image.width * scale, 8.0), max(image.height * scale, 8.0)


def _resolution(dpi: object) -> tuple[float, float] | None:
    if not (isinstance(dpi, tuple) and len(dpi) == 2):
        return None
    across, down = float(dpi[0]), float(dpi[1])
    low, high = _BELIEVED
    return (across, down) if low <= across <= high and low <= down <= high else None
