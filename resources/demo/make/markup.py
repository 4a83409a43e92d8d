# SPDX-License-Identifier: AGPL-3.0-or-later
"""The texts' plain markup, read into blocks that every maker lays out in its own way.

% key: value      a setting of the document        = == ===   headings
| a | b |         a table row (|! a heading row)   ^ text     a line set to the right
* item            a list item                      > text     a quotation (deeper: >>, >>>)
~~~  ---          page break, rule                 ? label | name | value   a form field
**bold** *italic* inside a line; a \\ at the end of a line breaks it; a blank line ends a paragraph
[[CODE]]...[[/CODE]] round a passage that is to be held back for that reason
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from cast import filled


@dataclass(frozen=True)
class Block:
    """``kind`` is heading, text, right, row, item, quote, break, rule, field or tick; ``level`` a heading's
    or a quotation's depth, a field's height in lines, or 1 for a heading row and a ticked box."""

    kind: str
    text: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()


@dataclass
class Text:
    settings: dict[str, str] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    passages: list[tuple[str, str]] = field(default_factory=list)

    def get(self, key: str, default: str = "") -> str:
        return self.settings.get(key, default)


def read(path: Path) -> Text:
    """Read one text file, identifiers filled in."""
    text = Text()
    source = filled(path.read_text(encoding="utf-8"))
    text.passages = [
        (code, plain(passage)) for code, passage in re.findall(r"\[\[([A-Z-]+)\]\](.*?)\[\[/\1\]\]", source, re.S)
    ]
    source = re.sub(r"\[\[/?[A-Z-]+\]\]", "", source)
    paragraph: list[str] = []
    quotation = 0

    def close() -> None:
        if paragraph:
            words = "\n".join(part.removesuffix("\\") for part in paragraph)
            text.blocks.append(Block("quote" if quotation else "text", words, quotation))
            paragraph.clear()

    for line in source.splitlines():
        if line.startswith("% "):
            key, _, value = line[2:].partition(":")
            text.settings[key.strip()] = value.strip()
            continue
        depth, line = _quotation(line)
        if depth != quotation:
            close()
            quotation = depth
        block = None if quotation else _block(line)
        if block is not None or not line.strip():
            close()
            if block is not None:
                text.blocks.append(block)
        elif quotation and line.startswith("* "):
            close()
            text.blocks.append(Block("quote", "• " + line[2:], quotation))
        else:
            paragraph.append(line)
    close()
    return text


def _quotation(line: str) -> tuple[int, str]:
    match = re.match(r"^([> ]*>) ?(.*)$", line)
    return (match[1].count(">"), match[2]) if match else (0, line)


def _block(line: str) -> Block | None:
    if match := re.match(r"^(={1,3}) (.*)$", line):
        return Block("heading", match[2], len(match[1]))
    if line.startswith("|"):
        cells = tuple(cell.strip() for cell in line.strip().removeprefix("|!").strip("|").split("|"))
        return Block("row", level=int(line.startswith("|!")), cells=cells)
    if match := re.match(r"^\?(\d?) (.*)$", line):
        return Block("field", level=int(match[1] or 1), cells=tuple(part.strip() for part in match[2].split("|")))
    if match := re.match(r"^\[([x ])\] (.*)$", line):
        return Block("tick", match[2], int(match[1] == "x"))
    for mark, kind in (("^ ", "right"), ("* ", "item")):
        if line.startswith(mark):
            return Block(kind, line[2:])
    return {"~~~": Block("break"), "---": Block("rule")}.get(line.strip())


def tables(blocks: list[Block]) -> list[Block | list[Block]]:
    """The blocks with neighbouring table rows gathered into lists."""
    grouped: list[Block | list[Block]] = []
    for block in blocks:
        last = grouped[-1] if grouped else None
        if block.kind != "row":
            grouped.append(block)
        elif isinstance(last, list) and len(last[0].cells) == len(block.cells):
            last.append(block)
        else:
            grouped.append([block])
    return grouped


def spans(text: str) -> list[tuple[str, str]]:
    """``text`` cut into (style, words) with style "", "b" or "i"."""
    parts = re.split(r"(\*\*[^*]+\*\*|(?<![\w*])\*[^*\n]+\*(?![\w*]))", text)
    cut: list[tuple[str, str]] = []
    for part in filter(None, parts):
        if part.startswith("**"):
            cut.append(("b", part[2:-2]))
        elif part.startswith("*") and part.endswith("*") and len(part) > 2:
            cut.append(("i", part[1:-1]))
        else:
            cut.append(("", part))
    return cut


def plain(text: str) -> str:
    """``text`` without markup, its blanks and line breaks made single blanks."""
    return " ".join("".join(words for _, words in spans(text)).split())


def widths(rows: list[Block], given: str = "") -> list[float]:
    """The columns' shares of the table's width (they add up to 1), by what they hold or as given."""
    if given:
        shares = [float(value) for value in given.split()]
    else:
        columns = list(zip(*(row.cells for row in rows), strict=True))
        shares = []
        for column in columns:
            longest = max(len(plain(cell)) for cell in column)
            word = max((len(word) for cell in column for word in plain(cell).split()), default=1)
            shares.append(max(min(longest, 60) ** 0.75, word * 0.9, 3.0))
    return [share / sum(shares) for share in shares]
