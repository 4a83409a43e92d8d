# SPDX-License-Identifier: AGPL-3.0-or-later
"""What other processes are asked to do to find copies: a worker that reads and one that finds people both do it as they
are, for it needs no model (:mod:`redactor.workers.slot`). Importing this module loads nothing heavy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def fingerprints(texts: Sequence[str]) -> list[bytes]:
    """By what pages with a passage in common are known: one value a text, for :func:`copy_candidates`."""
    from redactor.bundle import duplicates

    return [duplicates.fingerprints(text) for text in texts]


def copy_candidates(marks: Sequence[bytes]) -> list[tuple[int, int]]:
    """Pairs of texts (by number) that may share a passage, from their fingerprints."""
    from redactor.bundle.duplicates import candidates

    return candidates(marks)


def align_texts(pairs: Sequence[tuple[str, str]]) -> list[list[Any] | None]:
    """What the two texts of each pair share, as :func:`redactor.bundle.duplicates.from_json` reads it, or None."""
    from redactor.bundle import duplicates

    return [duplicates.to_json(found) if found else None for found in duplicates.align_many(pairs)]
