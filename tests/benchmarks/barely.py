# SPDX-License-Identifier: AGPL-3.0-or-later
"""Floors that run in a worker: what the engine takes with nothing of ours around it."""

from __future__ import annotations


def first_page(path: str) -> bytes:
    """A file on disk opened and its first page drawn at 108 dpi."""
    import pymupdf

    with pymupdf.open(path) as document:
        drawn: bytes = document[0].get_pixmap(matrix=pymupdf.Matrix(1.5, 1.5)).samples
        return drawn
