# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pictures of every kind made into PDFs without loss, one page a frame, so that all that follows is about PDFs.

TIFF, PNG and JPEG by MuPDF where it shows them as they are meant; the others, and those, by Pillow.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pymupdf
from PIL import ExifTags, Image, ImageOps, ImageSequence, UnidentifiedImageError

from redactor.bundle.beside.documents import photo_places
from redactor.bundle.formats.converted import Converted, count_of
from redactor.bundle.formats.typeset import finished, html_pdf
from redactor.bundle.kinds import file_kind
from redactor.bundle.mupdf.engine import ENGINE_ERRORS, open_document
from redactor.domain.errors import BadInput

#: More pixels than a wall of A0 paper at 300 dpi; a bomb says it has more.
_MOST_PIXELS = 200_000_000
_MOST_FRAMES = 2000
#: A resolution is believed between these, in pixels an inch; else the picture is set to fit A4.
_BELIEVED = (50.0, 2400.0)
_A4 = (595.0, 842.0)
_SHADES = "its pages show 256 shades of each colour, the file has more: compare fine tones (an X-ray) with the file"
#: Pixels across from which a picture without a resolution is set to fit A4.
_DOOR = 1600
#: What Pillow's readers of some twenty formats raise when the bytes are not what they should be.
_WRONG = (
    UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError, AttributeError,
    OverflowError, ZeroDivisionError, struct.error, Image.DecompressionBombError,
)  # fmt: skip


def picture_pdf(data: bytes, name: str, source: str) -> Converted:
    """The picture as a PDF, upright, with its own pixels. Raises BadInput when it is damaged or far too large."""
    import pi_heif

    pi_heif.register_heif_opener()
    told = tuple(photo_places(data))
    shades = [_SHADES] if _deeper(data) else []
    if file_kind(data) in ("tiff", "png", "jpeg") and not shown_wrongly(data):
        made_so = _as_shown(data, name, source)
        return replace(made_so, places=told, notes=(*made_so.notes, *shades))
    # Our own limit, in every frame; Pillow's warning would go nowhere.
    Image.MAX_IMAGE_PIXELS = None
    made = pymupdf.open()
    try:
        with Image.open(io.BytesIO(data)) as image:
            kind = image.format or "picture"
            frames = getattr(image, "n_frames", 1)
            if kind == "JPEG" and frames == 1 and _as_it_is(image):
                _whole(made, image, data)
            else:
                for frame in _frames(image, name):
                    _page(made, frame)
    except _WRONG as error:
        if made.page_count:
            raise BadInput("the picture is cut short or damaged", name, "Ask for it again") from error
        raise BadInput("the picture is damaged and cannot be opened", name, "Ask for it again") from error
    notes = [f"it has {frames} frames; the first {_MOST_FRAMES} are its pages"] if frames > _MOST_FRAMES else []
    if made.page_count < min(frames, _MOST_FRAMES):
        hidden = min(frames, _MOST_FRAMES) - made.page_count
        notes.append(f"{count_of(hidden, 'frame')} like the one before are left out")
    pdf = finished(made.tobytes(), source)
    return Converted(pdf, f"Redactor, {kind} picture set as pages", (*notes, *shades), told)


def _deeper(data: bytes) -> bool:
    """Whether the picture has more than 256 shades of each colour, as X-rays have, which its page has not."""
    if data.startswith(b"\x89PNG"):
        return data[24:25] == b"\x10"
    try:
        with Image.open(io.BytesIO(data)) as image:
            bits = image.tag_v2.get(258, (8,)) if image.format == "TIFF" else (8,)  # type: ignore[attr-defined]
            return image.mode.startswith(("I", "F")) or max(bits) > 8
    except _WRONG:
        return False


def _as_shown(data: bytes, name: str, source: str) -> Converted:
    """A picture MuPDF shows as it should be, as a PDF. A frame that is damaged has a page that says so."""
    document = open_document(data, "", name)
    notes: list[str] = []
    try:
        pdf: bytes = document.convert_to_pdf()
    except ENGINE_ERRORS:
        pdf, notes = _frame_by_frame(document, name, source)
    kind = file_kind(data).upper()
    return Converted(finished(pdf, source), f"Redactor, {kind} picture set as pages", tuple(notes))


def _frame_by_frame(document: Any, name: str, source: str) -> tuple[bytes, list[str]]:
    whole, lost = pymupdf.open(), []
    for number in range(document.page_count):
        try:
            part: bytes = document.convert_to_pdf(from_page=number, to_page=number)
        except ENGINE_ERRORS:
            lost.append(str(number + 1))
            part = html_pdf(f"<p>Page {number + 1} of this picture is damaged and cannot be shown.</p>", source)
        whole.insert_pdf(pymupdf.open(stream=part, filetype="pdf"))
    if len(lost) == document.page_count:
        raise BadInput("the picture is damaged and cannot be opened", name, "Ask for it again")
    made: bytes = whole.tobytes()
    return made, [f"page {', '.join(lost)} is damaged and cannot be shown: ask for the file again"]


def shown_wrongly(data: bytes) -> bool:
    """Whether MuPDF would show a TIFF, PNG or JPEG otherwise than its maker meant: it turns JPEGs only, and makes a
    photo that names no resolution a page as large as a door."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > _MOST_PIXELS:
                return False
            if not _resolution(image.info.get("dpi")) and max(image.size) > _DOOR:
                return True
            if image.format == "JPEG":
                return False
            for number in range(min(getattr(image, "n_frames", 1), _MOST_FRAMES)):
                image.seek(number)
                if image.getexif().get(ExifTags.Base.Orientation, 1) not in (0, 1):
                    return True
    except _WRONG:
        # MuPDF will say what is wrong with it.
        return False
    return False


def _frames(image: Image.Image, name: str) -> Iterator[Image.Image]:
    for number, frame in enumerate(ImageSequence.Iterator(image)):
        if number >= _MOST_FRAMES:
            return
        if frame.width * frame.height > _MOST_PIXELS:
            raise BadInput("the picture is too large to be opened", name, "Save it smaller, and add that")
        yield frame


def _page(document: Any, frame: Image.Image) -> None:
    dpi = frame.info.get("dpi")
    upright = ImageOps.exif_transpose(frame)
    plain = _plain(upright)
    held = io.BytesIO()
    plain.save(held, "PNG", compress_level=1)
    width, height = _size(plain, dpi)
    page = document.new_page(width=width, height=height)
    page.insert_image(page.rect, stream=held.getvalue())


def _as_it_is(image: Image.Image) -> bool:
    """Whether the file's own bytes can stand in a PDF: upright, and in colours PDF knows."""
    return image.mode in ("L", "RGB") and image.getexif().get(ExifTags.Base.Orientation, 1) in (0, 1)


def _whole(document: Any, image: Image.Image, data: bytes) -> None:
    """The photo as it was taken, its bytes untouched."""
    image.load()
    width, height = _size(image, image.info.get("dpi"))
    page = document.new_page(width=width, height=height)
    page.insert_image(page.rect, stream=data)


def _plain(image: Image.Image) -> Image.Image:
    """Grey, or red, green and blue; on white where it is transparent."""
    if image.mode in ("1", "L", "RGB"):
        return image
    if image.mode in ("P", "PA", "LA", "La", "RGBA", "RGBa") or "transparency" in image.info:
        over = image.convert("RGBA")
        under = Image.new("RGBA", over.size, (255, 255, 255, 255))
        return Image.alpha_composite(under, over).convert("RGB")
    if image.mode.startswith("I") or image.mode == "F":
        return image.point(lambda value: value / 256).convert("L") if image.mode != "F" else image.convert("L")
    return image.convert("RGB")


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
