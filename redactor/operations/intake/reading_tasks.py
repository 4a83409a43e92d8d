# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading pages in a worker and packing them there: tasks for an executor.

A page's thousand words take longer to send from process to process than to read; packed, they are a few
kilobytes that the case file writes as they are. Importing this loads no engine.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from redactor.bundle import tasks
from redactor.casefile.pages import Packed, packed


def read_packed(data: bytes, password: str, first: int, last: int, offset: int = 0) -> list[Packed]:
    """As :func:`redactor.bundle.tasks.read_pages`, ready to be written."""
    with _collecting_later():
        return [packed(page) for page in tasks.read_columns(data, password, first, last, offset)]


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Without the garbage collector: it goes through a page's thousands of words again and again, a quarter of the
    time, and finds nothing, for they hold nothing that points back."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def ocr_packed(data: bytes, password: str, page: int, offset: int = 0, languages: str = "") -> Packed:
    """As :func:`redactor.bundle.tasks.ocr_page`, ready to be written."""
    return packed(tasks.ocr_page(data, password, page, offset, languages))
