# SPDX-License-Identifier: AGPL-3.0-or-later
"""Scanned pages for tests: lines of print as pixels, with or without what a copier or a fax does to them."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
import pymupdf
from PIL import Image, ImageDraw, ImageFilter

DPI = 150


def printed(lines: Sequence[str], *, width: float = 440, height: float = 0, size: float = 12) -> Image.Image:
    """Grey pixels of these lines of print, at 150 dpi; width and height in points."""
    document = pymupdf.open()
    page = document.new_page(width=width, height=height or 40 + 30 * len(lines))
    for number, line in enumerate(lines):
        page.insert_text((30, 40 + 30 * number), line, fontsize=size)
    pixmap = page.get_pixmap(dpi=DPI, colorspace="gray")
    return Image.frombytes("L", (pixmap.width, pixmap.height), pixmap.samples)


def scanned(*images: Image.Image, dpi: int = DPI) -> bytes:
    """A PDF with a picture on each page, as a copier makes it."""
    document = pymupdf.open()
    for image in images:
        held = io.BytesIO()
        image.save(held, "PNG")
        page = document.new_page(width=image.width * 72 / dpi, height=image.height * 72 / dpi)
        page.insert_image(page.rect, stream=held.getvalue())
    data: bytes = document.tobytes()
    return data


def scribbled(image: Image.Image, x: float, y: float, width: float, height: float, seed: int = 1) -> Image.Image:
    """The image with a line of loops, as a pen makes them; in points."""
    x, y, width, height = (value * DPI / 72 for value in (x, y, width, height))
    random = np.random.default_rng(seed)
    step = np.linspace(0, 1, int(width * 1.5))
    turn = 2 * np.pi * width / (height * 0.55) * step
    tall = np.interp(step, np.linspace(0, 1, 12), random.uniform(0.2, 1, 12)) * height / 2
    across = x + width * step + height / 4 * np.cos(turn + random.random() * 6)
    image = image.copy()
    points = list(zip(across.tolist(), (y + height / 2 - tall * np.sin(turn)).tolist(), strict=True))
    ImageDraw.Draw(image).line(points, fill=40, width=2, joint="curve")
    return image


def copied(image: Image.Image, seed: int = 1) -> Image.Image:
    """As a bad photocopier gives it back: blurred, pale, grainy, darker to one side."""
    random = np.random.default_rng(seed)
    soft = np.asarray(image.filter(ImageFilter.GaussianBlur(0.6)), np.float64) * 0.8 + 35
    grainy = soft + random.normal(0, 10, soft.shape) + np.linspace(-15, 15, image.width)[None, :]
    return Image.fromarray(np.clip(grainy, 0, 255).astype(np.uint8))


def faxed(image: Image.Image, seed: int = 1) -> Image.Image:
    """As a fax gives it back: black and white, ragged, with specks."""
    random = np.random.default_rng(seed)
    soft = np.asarray(image.filter(ImageFilter.GaussianBlur(0.8)), np.float64)
    black = (soft + random.normal(0, 18, soft.shape) <= 150) | (random.random(soft.shape) < 0.002)
    return Image.fromarray(np.where(black, 0, 255).astype(np.uint8))


def tilted(image: Image.Image, degrees: float) -> Image.Image:
    """Laid askew on the glass; anticlockwise."""
    return image.rotate(degrees, fillcolor=255, resample=Image.Resampling.BICUBIC)
