# SPDX-License-Identifier: AGPL-3.0-or-later
"""Floors that run in a worker: what the engine takes with nothing of ours around it."""

from __future__ import annotations


def first_page(path: str) -> bytes:
    """A file on disk opened and its first page drawn at 108 dpi."""
    import pymupdf

    with pymupdf.open(path) as document:
        drawn: bytes = document[0].get_pixmap(matrix=pymupdf.Matrix(1.5, 1.5)).samples
        return drawn


def extracted_and_read(path: str) -> int:
    """Every page of a PDF extracted and read by the shipped pipeline; how many texts there were."""
    import pymupdf

    from redactor.detect.layers.ner import pipeline

    with pymupdf.open(path) as document:
        texts = [" ".join(word[4] for word in page.get_text("words")) for page in document]
    return sum(1 for _ in pipeline().pipe(texts, batch_size=32))
