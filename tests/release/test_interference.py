# SPDX-License-Identifier: AGPL-3.0-or-later
"""A bundle does not depend on what is under its boxes: names that take the same room give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pymupdf
import pytest

from tests.release.papers import DRAFT, LINES, SECRET, Case, letter, pixels_of, scan, words_of

#: Made of exactly the same letters as the secret, so exactly as wide; the page cannot tell them apart.
OTHERS = ("Bayleigh Karnes", "Barnes Kayleigh", "Kegailyh Bersan")


def typed(lines: tuple[str, ...]) -> tuple[bytes, bytes]:
    data = letter(lines)
    return data, data


def in_courier(lines: tuple[str, ...]) -> tuple[bytes, bytes]:
    data = letter(lines, font="Courier", size=10)
    return data, data


def faxed(lines: tuple[str, ...]) -> tuple[bytes, bytes]:
    return scan(pixels_of(letter(lines)), "fax"), letter(lines)


def photographed(lines: tuple[str, ...]) -> tuple[bytes, bytes]:
    return scan(pixels_of(letter(lines)), "jpeg"), letter(lines)


def coarse(lines: tuple[str, ...]) -> tuple[bytes, bytes]:
    """A photograph coded so coarsely that traces of its letters lie all about them."""
    out = io.BytesIO()
    picture = pixels_of(letter(lines)).point(lambda v: int(0.93 * v)).convert("RGB")
    picture.save(out, "JPEG", quality=30, subsampling=2)
    with pymupdf.open() as document:
        page = document.new_page(width=picture.width * 72 / 150, height=picture.height * 72 / 150)
        page.insert_image(page.rect, stream=out.getvalue())
        return bytes(document.tobytes(no_new_id=True)), letter(lines)


def turned(lines: tuple[str, ...]) -> tuple[bytes, bytes]:
    return scan(pixels_of(letter(lines)), "fax", rotation=90), letter(lines)


def draft_of(make: Callable[[tuple[str, ...]], tuple[bytes, bytes]], name: str, out: Path) -> dict[str, bytes]:
    lines = tuple(line.replace(SECRET, name) for line in LINES)
    data, text = make(lines)
    case = Case()
    case.add(data, (name,), words=words_of(text))
    folder = case.release(out, DRAFT).folder
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("make", [typed, in_courier, faxed, photographed, turned])
def test_drafts_are_the_same_to_the_byte(
    make: Callable[[tuple[str, ...]], tuple[bytes, bytes]], tmp_path: Path
) -> None:
    one = draft_of(make, SECRET, tmp_path / "one")
    for number, name in enumerate(OTHERS):
        other = draft_of(make, name, tmp_path / str(number))
        assert one.keys() == other.keys()
        assert [key for key in one if one[key] != other[key]] == []


def test_traces_that_coarse_coding_leaves_beside_a_box_are_made_even(tmp_path: Path) -> None:
    """But for what it did to the letters that stay in the same block of pixels: a few levels."""
    pictures = []
    for name in (SECRET, *OTHERS):
        with pymupdf.open(stream=draft_of(coarse, name, tmp_path / name)["bundle.pdf"]) as bundle:
            held = pymupdf.Pixmap(bundle, bundle[1].get_images()[0][0])
            pictures.append(np.frombuffer(held.samples, dtype=np.uint8).astype(int))
    assert max(int(np.abs(pictures[0] - other).max()) for other in pictures[1:]) <= 8
