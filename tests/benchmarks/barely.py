# SPDX-License-Identifier: AGPL-3.0-or-later
"""Floors that run in a worker: what the engine takes with nothing of ours around it."""

from __future__ import annotations


def first_page(path: str) -> bytes:
    """A file on disk opened and its first page drawn at 108 dpi."""
    import pymupdf

    with pymupdf.open(path) as document:
        drawn: bytes = document[0].get_pixmap(matrix=pymupdf.Matrix(1.5, 1.5)).samples
        return drawn


def extracted_and_read(path: str, first: int = 0, step: int = 1) -> float:
    """Every page of a PDF, or every ``step``-th from ``first`` on, extracted and read by the shipped pipeline, the same
    network that :func:`redactor.detect.layers.reading.read_and_judge` runs, all its outputs included; the CPU seconds
    it took."""
    import time

    import pymupdf

    from redactor.detect.layers.ner import pipeline

    began = time.process_time()
    with pymupdf.open(path) as document:
        pages = range(first, document.page_count, step)
        texts = [" ".join(word[4] for word in document[page].get_text("words")) for page in pages]
    for _ in pipeline().pipe(texts, batch_size=32):
        pass
    return time.process_time() - began
