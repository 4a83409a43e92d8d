# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lines of the disclosable log."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redactor.domain.geometry import Box
from redactor.release import wording

#: Millimetres in a point.
MM = 25.4 / 72


@dataclass(frozen=True, slots=True)
class LogLine:
    """One redaction as the requester is told of it. ``page`` is the bundle's page number; ``boxes`` are points
    from the top left of that page, as burned. ``whole_page`` for a slip sheet; ``left_out`` for pages that are not in
    the bundle: ``page`` is then where the bundle says so."""

    number: int
    page: int
    boxes: tuple[Box, ...]
    label: str
    explanation: str
    reference: str
    whole_page: bool = False
    left_out: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "page_in_bundle": self.page,
            "boxes_in_bundle": [[round(value, 1) for value in box] for box in self.boxes],
            "label": self.label,
            "explanation": self.explanation,
            "reference": self.reference,
        }

    @property
    def place(self) -> str:
        """Where on the page, in words and millimetres: enough to find a box by, and nothing of how wide it is."""
        if self.left_out:
            return wording.LOG_LEFT_OUT
        if self.whole_page:
            return wording.LOG_WHOLE_PAGE
        if not self.boxes:
            return wording.LOG_NO_PLACE
        corners = ((round(box.x0 * MM), round(box.y0 * MM)) for box in self.boxes)
        return "; ".join(wording.LOG_AT.format(across=across, down=down) for across, down in corners)


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A statement of the person in the bundle: the page it begins on, whose it is, and its date in words."""

    page: int
    by: str
    date: str

    def __str__(self) -> str:
        return wording.SAID_LOG.format(page=self.page, by=self.by, date=self.date)


def write_json(path: Path, lines: Sequence[LogLine]) -> None:
    """A JSON array, one redaction a line."""
    rows = ",\n".join(json.dumps(line.to_json(), ensure_ascii=False) for line in lines)
    path.write_text(f"[\n{rows}\n]\n" if lines else "[]\n", encoding="utf-8", newline="\n")
