# SPDX-License-Identifier: AGPL-3.0-or-later
"""The frames of a picture file, each upright and in plain colours, or named as what cannot be shown.

Pillow reads them; a TIFF it does not know, or with more shades than it keeps, is read by tifffile, and JBIG2 by MuPDF.
What all give up on is damaged, and is shown as far as it goes.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass

import pymupdf
from PIL import ExifTags, Image, ImageChops, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from redactor.bundle.formats.jbig2 import Jbig2
from redactor.bundle.formats.shades import grey_of
from redactor.bundle.formats.tiffs import Tiff
from redactor.bundle.mupdf.engine import ENGINE_ERRORS, messages
from redactor.domain.errors import BadInput

#: More pixels than a wall of A0 paper at 300 dpi; a bomb says it has more.
MOST_PIXELS = 200_000_000
MOST_FRAMES = 2000
#: What Pillow's readers of some twenty formats raise when the bytes are not what they should be.
WRONG = (
    UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError, AttributeError,
    OverflowError, ZeroDivisionError, struct.error, Image.DecompressionBombError, ImageCms.PyCMSError,
)  # fmt: skip
#: Readers of JPEG differ by a shade or two (of 256).
_NOTICED = 8
DAMAGED = "the picture is damaged, or packed in a way not known here, and cannot be opened"
ASK_AGAIN = "Ask for it again, or open it in another program, save it as PNG or PDF, and add that"
_TOO_LARGE = "the picture is too large to be opened"


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of a file. ``image`` is grey, black and white, or red, green and blue, and None when nothing of it
    can be shown; ``whole`` is False where a part is missing, ``deep`` True where the file has more shades. ``dpi`` is
    what the file says, believed or not. ``jpeg`` are the bytes of a JPEG that shows just that, or none."""

    image: Image.Image | None
    dpi: object = None
    whole: bool = True
    deep: bool = False
    jpeg: bytes = b""


class Pictures:
    """A picture file. Raises BadInput when nobody can tell what it holds."""

    def __init__(self, data: bytes, name: str) -> None:
        import pi_heif

        pi_heif.register_heif_opener()
        # Our own limit, in every frame; Pillow's warning would go nowhere.
        Image.MAX_IMAGE_PIXELS = None
        self._data = data
        self._name = name
        self._image: Image.Image | None = None
        self._tiff = Tiff(data)
        self._jbig2 = Jbig2(data)
        #: "TIFF", "JPEG", ... as Pillow calls it.
        self.kind = "JBIG2" if self._jbig2.count else "TIFF"
        try:
            self._image = Image.open(io.BytesIO(data))
            self.kind = self._image.format or "picture"
            # The layers of a Photoshop file are no pages; together they are its picture.
            self.count = 1 if self.kind == "PSD" else int(getattr(self._image, "n_frames", 1))
        except WRONG as error:
            self.count = self._tiff.count or self._jbig2.count or int(self._image is not None)
            if not self.count and data.startswith(b"BM"):
                self.kind, self.count = "BMP", 1
            if not self.count:
                raise BadInput(DAMAGED, name, ASK_AGAIN) from error

    @property
    def as_it_is(self) -> Image.Image | None:
        """The JPEG whose own bytes can stand in a PDF: upright, sound, in colours PDF knows. None for any other."""
        image = self._image
        if image is None or self.kind != "JPEG" or self.count != 1 or image.mode not in ("L", "RGB"):
            return None
        if image.getexif().get(ExifTags.Base.Orientation, 1) not in (0, 1):
            return None
        self._require_bearable(image)
        try:
            image.load()
        except WRONG:
            return None
        return image

    def __iter__(self) -> Iterator[Frame]:
        """Each frame in order, at most :data:`MOST_FRAMES`. Raises BadInput for one that is far too large."""
        for number in range(min(self.count, MOST_FRAMES)):
            yield self._frame(number)

    def _frame(self, number: int) -> Frame:
        if self._jbig2.count:
            found = self._jbig2.page(number)
            return Frame(found.image, whole=found.whole) if found else Frame(None)
        # Pillow keeps fewer shades of grey than there may be.
        readings = (self._by_tifffile, self._by_pillow) if self._deep(number) else (self._by_pillow, self._by_tifffile)
        if self.kind == "BMP":
            readings = (self._by_pillow, self._odd_bitmap)
        for reading in readings:
            if (read := reading(number)) is not None:
                return read
        return self._what_there_is(number)

    def _deep(self, number: int) -> bool:
        image = self._image
        if image is None or self.kind != "TIFF":
            return False
        try:
            image.seek(number)
        except WRONG:
            return False
        return image.mode.startswith(("I", "F"))

    def _by_pillow(self, number: int) -> Frame | None:
        image = self._image
        if image is None:
            return None
        try:
            if self.count > 1:
                image.seek(number)
            self._require_bearable(image)
            shown = plain(ImageOps.exif_transpose(image))
            return Frame(shown, image.info.get("dpi"), jpeg=self._jpeg(number, shown))
        except WRONG:
            return None

    def _jpeg(self, number: int, shown: Image.Image) -> bytes:
        """The frame's own JPEG, as it lies in a TIFF: a fifth of what its pixels take without loss."""
        data = self._tiff.jpeg(number) if self.kind == "TIFF" and shown.mode in ("L", "RGB") else b""
        if not data:
            return b""
        try:
            with Image.open(io.BytesIO(data)) as image:
                same = image.mode == shown.mode and image.size == shown.size
                return data if same and not _differ(image, shown) else b""
        except WRONG:
            return b""

    def _by_tifffile(self, number: int) -> Frame | None:
        found = self._tiff.page(number, MOST_PIXELS)
        if found is None:
            return None
        image = found.image
        image.getexif()[ExifTags.Base.Orientation] = found.orientation
        try:
            return Frame(plain(ImageOps.exif_transpose(image)), found.dpi, deep=found.deep)
        except WRONG:
            return None

    def _odd_bitmap(self, number: int) -> Frame | None:
        """A Windows bitmap in colours Pillow does not know (odd shares of bits, a palette too long), as MuPDF reads it.

        It has no clear parts: what may look like them are bits nobody uses. One that Pillow begins to read may be cut
        short.
        """
        width, height = struct.unpack_from("<ii", self._data, 18)
        if abs(width * height) > MOST_PIXELS:
            raise BadInput(_TOO_LARGE, self._name, "Save it smaller, and add that")
        messages()
        try:
            drawn = pymupdf.Pixmap(self._data)
            if drawn.alpha:
                drawn.set_alpha(b"\xff" * (drawn.width * drawn.height))
                drawn = pymupdf.Pixmap(drawn, 0)
            drawn = pymupdf.Pixmap(pymupdf.csRGB, drawn)
        except ENGINE_ERRORS:
            return None
        whole = self._image is None and not messages()
        return Frame(Image.frombytes("RGB", (drawn.width, drawn.height), drawn.samples), whole=whole)

    def _what_there_is(self, number: int) -> Frame:
        """As much of a damaged frame as can be shown: by Pillow, or by MuPDF, which goes on where libtiff ends."""
        for reading in (self._cut_short, self._by_mupdf):
            image = reading(number)
            if image is not None and any(low != high for low, high in _extremes(image)):
                return Frame(image, whole=False)
        return Frame(None)

    def _cut_short(self, number: int) -> Image.Image | None:
        ImageFile.LOAD_TRUNCATED_IMAGES = True
        try:
            with Image.open(io.BytesIO(self._data)) as image:
                image.seek(number)
                return plain(ImageOps.exif_transpose(image))
        except WRONG:
            return None
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = False

    def _by_mupdf(self, number: int) -> Image.Image | None:
        if self.kind not in ("TIFF", "PNG", "JPEG"):
            return None
        try:
            with pymupdf.open(stream=self._data, filetype=self.kind.lower()) as document:
                drawn = document[number].get_pixmap(dpi=150, colorspace=pymupdf.csRGB, alpha=False)
        except ENGINE_ERRORS:
            return None
        return Image.frombytes("RGB", (drawn.width, drawn.height), drawn.samples)

    def _require_bearable(self, image: Image.Image) -> None:
        if image.width * image.height > MOST_PIXELS:
            raise BadInput(_TOO_LARGE, self._name, "Save it smaller, and add that")


def plain(image: Image.Image) -> Image.Image:
    """Black and white, grey, or red, green and blue; on white where it is transparent."""
    see_through = "transparency" in image.info
    if image.mode in ("1", "L", "RGB") and not see_through:
        image.load()
        return image
    if image.mode in ("P", "PA", "LA", "La", "RGBA", "RGBa") or (see_through and image.mode in ("1", "L", "RGB")):
        over = image.convert("RGBA")
        under = Image.new("RGBA", over.size, (255, 255, 255, 255))
        return Image.alpha_composite(under, over).convert("RGB")
    if image.mode.startswith("I") or image.mode == "F":
        return grey_of(image)
    if image.mode == "LAB":
        profiles = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
        return ImageCms.applyTransform(image, ImageCms.buildTransform(*profiles, "LAB", "RGB")) or image
    return image.convert("RGB")


def _differ(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures are not the same to the eye."""
    return any(high > _NOTICED for _, high in _extremes(ImageChops.difference(one, other)))


def _extremes(image: Image.Image) -> tuple[tuple[float, float], ...]:
    found = image.getextrema()
    return found if isinstance(found[0], tuple) else (found,)
