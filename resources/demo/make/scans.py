# SPDX-License-Identifier: AGPL-3.0-or-later
"""Makes a scan of laid-out pages: drawn, tilted, dirtied and packed as a fax or a photograph would be."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from pathlib import Path
from time import struct_time

import numpy as np
import pymupdf
from PIL import Image, ImageFilter


@dataclass(frozen=True)
class Tilt:
    """How a page lies on the glass: turned by ``degrees`` (anticlockwise) round its middle, points."""

    degrees: float
    width: float
    height: float

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Where the rectangle lies on the scan: the upright box round it, in points."""
        angle = math.radians(-self.degrees)
        cx, cy = self.width / 2, self.height / 2
        corners = []
        for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1)):
            dx, dy = x - cx, y - cy
            corners.append(
                (cx + dx * math.cos(angle) - dy * math.sin(angle), cy + dx * math.sin(angle) + dy * math.cos(angle))
            )
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


def make(document: pymupdf.Document, target: Path, kind: str, seed: int) -> list[Tilt]:
    """Write ``document`` as a scan without text to ``target``; how each page was tilted.

    ``kind`` is "g4" (200 dpi, black and white) or "jpeg" (150 dpi, grey, uneven light).
    """
    chance = random.Random(seed)
    noise = np.random.default_rng(seed)
    dpi = 200 if kind == "g4" else 150
    pages: list[Image.Image] = []
    tilts: list[Tilt] = []
    for page in document:
        tilt = Tilt(round(chance.uniform(0.3, 0.8) * chance.choice((-1, 1)), 2), page.rect.width, page.rect.height)
        tilts.append(tilt)
        pixels = page.get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY, alpha=False)
        image = Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)
        image = image.rotate(tilt.degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)
        image = image.filter(ImageFilter.GaussianBlur(0.6))
        grey = np.asarray(image, dtype=np.float32)
        if kind == "g4":
            grey = grey + noise.normal(0, 14, grey.shape)
            specks = noise.random(grey.shape) < 0.00004
            grey[specks] = 0
            pages.append(
                Image.fromarray((grey > 150).astype(np.uint8) * 255, "L").convert("1", dither=Image.Dither.NONE)
            )
        else:
            rows = np.linspace(0, 1, grey.shape[0], dtype=np.float32)[:, None]
            columns = np.linspace(0, 1, grey.shape[1], dtype=np.float32)[None, :]
            light = 244 - 22 * rows - 14 * columns**2
            grey = grey / 255 * light + noise.normal(0, 3, grey.shape)
            pages.append(Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8), "L"))
    made = struct_time((2025, 9, 22, 9, 0, 0, 0, 265, 0))
    pages[0].save(
        target,
        "PDF",
        resolution=dpi,
        save_all=True,
        append_images=pages[1:],
        **({} if kind == "g4" else {"quality": 45}),
        producer="OfficeScan MFP",
        creationDate=made,
        modDate=made,
    )
    return tilts
