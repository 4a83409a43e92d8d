# SPDX-License-Identifier: AGPL-3.0-or-later
"""Letters and other papers of our own: headings, paragraphs, tables; as tagged PDF or as plain text.

Written with the release's own writer, so that nothing but what is given here is in the file; the same blocks give the
same bytes.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from redactor.release.burn.bundle import Bundle
from redactor.release.burn.front import HEIGHT, WIDTH, Flow

#: Points of the body text: ordinary, and large print (18 points).
ORDINARY, LARGE = 11.0, 18.0
_HEADING = {1: 1.7, 2: 1.25, 3: 1.05}


@dataclass(frozen=True, slots=True)
class Block:
    """``kind``: heading, paragraph or table. ``level`` is a heading's; ``rows`` (the first is the head) and ``widths``
    (shares of the width) a table's."""

    kind: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    title: str
    blocks: tuple[Block, ...]
    bookmark: str = ""

    def text(self, width: int = 78) -> str:
        """The letter as plain text, lines of at most ``width`` letters."""
        parts = []
        for block in self.blocks:
            if block.kind == "table":
                parts += ["\n".join("  |  ".join(row) for row in block.rows)]
            elif block.kind == "heading":
                line = {1: "=", 2: "-", 3: "."}[block.level] * min(len(block.text), width)
                parts.append(f"{block.text}\n{line}")
            else:
                parts.append("\n".join(textwrap.fill(line, width) for line in block.text.split("\n")))
        return "\n\n".join(parts) + "\n"

    def pdf(self, foot: str, *, size: float = ORDINARY, draft: bool = False) -> bytes:
        """The letter as a tagged PDF, its body in ``size`` points; ``foot`` stands on the left of each foot."""
        flow = Flow(WIDTH, HEIGHT, 62.0)
        for block in self.blocks:
            if block.kind == "heading":
                flow.heading(block.text, f"H{block.level}", size * _HEADING[block.level])
            elif block.kind == "table":
                head, *rows = block.rows
                flow.table(head, rows, block.widths, size=size * 0.9)
            else:
                lines = block.text.split("\n")
                for number, line in enumerate(lines):
                    flow.paragraph(line, size=size, after=size * (0.7 if number == len(lines) - 1 else 0.0))
        out = io.BytesIO()
        bundle = Bundle(out, self.title)
        bundle.section(self.bookmark or self.title)
        for page in flow.finish(1, len(flow.pages), foot, draft):
            bundle.add(page)
        bundle.finish()
        return out.getvalue()


def heading(text: str, level: int = 1) -> Block:
    return Block("heading", text, level)


def paragraph(text: str) -> Block:
    """A paragraph; a line break in it begins a new line."""
    return Block("paragraph", text)


def table(rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Block:
    return Block("table", rows=tuple(tuple(row) for row in rows), widths=tuple(widths))
