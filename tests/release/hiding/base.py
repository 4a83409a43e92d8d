# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page every secret is planted in, and the register of kinds."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw, ImageFont

from redactor.domain.pages import Where

FIRST, LAST = "Kayleigh", "Barnes"
SECRET = f"{FIRST} {LAST}"
#: The secret as one PDF name.
NAME = f"/{FIRST}{LAST}"
WIDTH, HEIGHT = 360, 150
LINES = ("Case note of a visit on Tuesday afternoon.", "They spoke about the bus fare and the fence.")
#: Where a secret that shows is drawn: its baseline.
X, Y = 30, 40
FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"

Make = Callable[[], bytes]
Change = Callable[[pikepdf.Pdf, Any], None]


@dataclass(frozen=True)
class Kind:
    """One hiding place. ``where`` is what the finder must call it (None: nothing a reader or a program reads
    as text: it must only not leave). ``shown`` when a person sees the secret on the page."""

    make: Make
    where: Where | None
    shown: bool = False


KINDS: dict[str, Kind] = {}


def kind(name: str, where: Where | None, *, shown: bool = False) -> Callable[[Make], Make]:
    def keep(make: Make) -> Make:
        assert name not in KINDS, name
        KINDS[name] = Kind(make, where, shown)
        return make

    return keep


def add(name: str, where: Where | None, make: Make, *, shown: bool = False) -> None:
    kind(name, where, shown=shown)(make)


def text(words: str, x: float = X, y: float = Y, size: float = 12, font: str = "F") -> bytes:
    """Operators that show a line of plain text."""
    return f"BT /{font} {size} Tf {x} {y} Td ({words}) Tj ET\n".encode("latin-1")


BASE = b"".join(text(line, 30, 110 - 24 * n) for n, line in enumerate(LINES))


def new(content: bytes = b"", change: Change | None = None, *, before: bytes = b"") -> pikepdf.Pdf:
    """The plain page with more drawn after (or before) its text, and then changed."""
    pdf = pikepdf.new()
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    page = pdf.make_indirect(
        Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, WIDTH, HEIGHT]),
            Resources=Dictionary(Font=Dictionary(F=pdf.make_indirect(helvetica))),
            Contents=pdf.make_stream(before + BASE + content),
        )
    )
    pdf.pages.append(pikepdf.Page(page))
    if change is not None:
        change(pdf, pdf.pages[0].obj)
    return pdf


def saved(pdf: pikepdf.Pdf, **how: Any) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **({"static_id": True, "fix_metadata_version": False} | how))
    return out.getvalue()


def page(content: bytes = b"", change: Change | None = None, *, before: bytes = b"") -> bytes:
    return saved(new(content, change, before=before))


def plain() -> bytes:
    """The page without any secret."""
    return page()


def form(pdf: pikepdf.Pdf, page: Any, content: bytes, **keys: Any) -> Any:
    """A form XObject as large as the page, with the page's fonts."""
    frame = Array([0, 0, WIDTH, HEIGHT])
    resources = Dictionary(Font=page.Resources.Font)
    defaults = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": frame, "Resources": resources}
    return pdf.make_stream(content, **(defaults | keys))


def picture(width: int = 720, height: int = 90, words: str = SECRET) -> Image.Image:
    """The secret as pixels, black on white: 2 pixels a point at 360 points wide."""
    drawn = Image.new("L", (width, height), 255)
    font = ImageFont.truetype(str(FONTS / "redactor-sans.ttf"), 40)
    ImageDraw.Draw(drawn).text((20, 18), f"Her neighbour {words}", font=font, fill=0)
    return drawn


def image(pdf: pikepdf.Pdf, data: bytes, width: int, height: int, bits: int = 8, space: Any = None, **keys: Any) -> Any:
    defaults: dict[str, Any] = {
        "Type": Name.XObject, "Subtype": Name.Image, "Width": width, "Height": height, "BitsPerComponent": bits,
        "ColorSpace": space or Name.DeviceGray,
    }  # fmt: skip
    return pdf.make_stream(data, **{key: value for key, value in (defaults | keys).items() if value is not None})


#: Puts the picture of the page's resources where a secret that shows stands.
PLACED = b"q 320 0 0 40 20 12 cm /Im Do Q\n"
