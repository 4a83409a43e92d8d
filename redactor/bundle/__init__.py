# SPDX-License-Identifier: AGPL-3.0-or-later
"""OPEN: intake of documents, words with boxes, OCR, page pixels.

Everything here but :mod:`~redactor.bundle.tasks`, :mod:`~redactor.bundle.words.search` and the pure helpers loads
PyMuPDF or RapidOCR and runs in worker processes only.
"""
