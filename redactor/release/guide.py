# SPDX-License-Identifier: AGPL-3.0-or-later
"""The reader's guide: for the person, in plain English and large print, what was left out, why, and what they can do.

It goes into the folder with the bundle, is made of the same log lines, and is verified with everything else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from redactor.release import guide_wording as say
from redactor.release.facts import ReleaseFacts
from redactor.release.letter import LARGE, Block, Letter, heading, paragraph, table
from redactor.release.logs.entries import LogLine


def guide(lines: Sequence[LogLine], facts: ReleaseFacts, pages: int) -> Letter:
    """The guide for a release with these log lines, whose bundle has ``pages`` pages."""
    about = [say.ABOUT.format(subject=facts.subject), say.REFERENCE.format(reference=facts.reference)]
    got = say.GOT.format(pages=pages, count=len(lines)) if lines else say.GOT_ALL.format(pages=pages)
    blocks = [
        heading(say.HEADING),
        paragraph("\n".join([*about, *([facts.office] if facts.office else [])])),
        paragraph(say.INTRO),
        heading(say.GOT_TITLE, 2),
        paragraph(got),
    ]
    if lines:
        blocks += [paragraph(say.BOX), heading(say.KIND_TITLE, 2), *_kinds(lines)]
        blocks += [heading(say.PAGES_TITLE, 2), paragraph(say.PAGES_INTRO), _by_page(lines)]
    blocks.append(heading(say.ASK_TITLE, 2))
    for title, text in (
        (say.ASK_TITLE_1, say.ASK_1),
        (say.ASK_TITLE_2, say.ASK_2),
        (say.ASK_TITLE_3, say.ASK_3),
        (say.ASK_TITLE_4, say.ASK_4),
        (say.ASK_TITLE_5, say.ASK_5),
        (say.HELP_TITLE, say.HELP),
    ):
        blocks += [heading(title, 3), paragraph(text)]
    return Letter(say.TITLE.format(reference=facts.reference), tuple(blocks), say.HEADING)


def _kinds(lines: Sequence[LogLine]) -> list[Block]:
    """Each label with its explanation, the commonest first."""
    kinds = Counter((line.label, line.explanation, line.reference) for line in lines)
    blocks: list[Block] = []
    for (label, explanation, law), count in sorted(kinds.items(), key=lambda item: (-item[1], item[0])):
        blocks.append(heading(label, 3))
        told = f"{explanation}\n{say.KIND_LAW.format(law=law)}\n{say.KIND_COUNT.format(count=count)}"
        blocks.append(paragraph(told))
    return blocks


def _by_page(lines: Sequence[LogLine]) -> Block:
    """A row for each page and label, in the order of the bundle."""
    rows: dict[tuple[int, str], list[str]] = {}
    for line in lines:
        numbers = rows.setdefault((line.page, line.label), [])
        numbers.append(f"{line.number} {say.WHOLE}" if line.whole_page else str(line.number))
    ordered = sorted(rows.items(), key=lambda item: item[0][0])
    body = [(str(page), label, ", ".join(numbers)) for (page, label), numbers in ordered]
    return table([(say.PAGE, say.LABEL, say.NUMBERS), *body], (0.15, 0.4, 0.45))


def write_guide(folder: Path, lines: Sequence[LogLine], facts: ReleaseFacts, pages: int) -> None:
    """Write the guide into a release's folder."""
    made = guide(lines, facts, pages).pdf(say.FOOT, size=LARGE, draft=facts.draft)
    (folder / say.FILE).write_bytes(made)
