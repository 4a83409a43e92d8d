# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading pages in a worker and packing them there: tasks for an executor.

A page's thousand words take longer to send from process to process than to read; packed, they are a few
kilobytes that the case file writes as they are. Importing this loads no engine.
"""

from __future__ import annotations

from redactor.bundle import tasks
from redactor.casefile.pages import Packed, packed


def read_packed(data: bytes, password: str, first: int, last: int, offset: int = 0) -> list[Packed]:
    """As :func:`redactor.bundle.tasks.read_pages`, ready to be written."""
    return [packed(content) for content in tasks.read_pages(data, password, first, last, offset)]


def ocr_packed(data: bytes, password: str, page: int, offset: int = 0) -> Packed:
    """As :func:`redactor.bundle.tasks.ocr_page`, ready to be written."""
    return packed(tasks.ocr_page(data, password, page, offset))
