# SPDX-License-Identifier: AGPL-3.0-or-later
"""Burn one page: picture with boxes, labels above them, the invisible words that survive, the structure."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from redactor.domain.errors import OWN_FAULTS, RedactorError
from redactor.domain.geometry import Box
from redactor.domain.pages import PageContent, Word
from redactor.domain.slant import lay_of
from redactor.release import wording
from redactor.release.burn.again import Again, left_alone, set_again
from redactor.release.burn.boxes import FILLS, WordGrid
from redactor.release.burn.composed import Composed, Hidden, LoggedBoxes, PageJob, PixelBox, Slab, write_band
from redactor.release.burn.cover import cover
from redactor.release.burn.draw import draw, open_source
from redactor.release.burn.encode import encode
from redactor.release.burn.fonts import face
from redactor.release.burn.marks import INK, PAPER, Marks, Node
from redactor.release.burn.size import released_size
from redactor.release.burn.writer import deflate

#: Labels are set between these sizes (points on a page as wide as A4); where the smaller does not fit,
#: the number alone is tried.
LABEL_LARGEST, LABEL_SMALLEST = 8.0, 5.2


def burn_pages(data: bytes, password: str, jobs: tuple[PageJob, ...]) -> list[Composed]:
    """Burn some pages of one file. Raises BadInput naming the page that cannot be burned."""
    source = open_source(data, password)
    try:
        return [burn_page(source, job) for job in jobs]
    finally:
        source.close()


def burn_page(source: Any, job: PageJob) -> Composed:
    content = job.content
    grid = WordGrid(content.words, lay_of(content.words, content.width))
    taken_by = [grid.taken_by(hidden.boxes) for hidden in job.hidden]
    taken = frozenset(index for indexes in taken_by for index in indexes)
    places = [hidden.boxes for hidden in job.hidden]
    again: Again | None = None

    def reset(listed: Any, page: Box, step: float) -> Any:
        nonlocal again
        try:
            again = set_again(listed, page, step, content.words, places, taken, job.left)
        except OWN_FAULTS:
            # One line that this program was not made for must not keep a record from somebody.
            again = left_alone(None, content.words, places, "setting it again failed")
            return None
        return again.listed

    try:
        drawn = draw(source, job.inner - 1, reset if job.canonical and any(places) else None)
    except RedactorError as error:
        raise type(error)(error.what, job.where, error.do) from error
    again = again or left_alone(None, content.words, places, "a scan" if job.canonical else job.why_not)
    covered = cover(drawn, again, taken, job)
    again = covered.again
    surviving = [word for index, word in enumerate(again.words) if index not in taken]
    picture = encode(drawn, FILLS[job.colour])

    unit, band, shrink, width, height = released_size(drawn.width, drawn.height)
    marks = Marks(width, round(height + band, 2))

    across, down = width / picture.width, height / picture.height
    shown = [tuple(_points(box, across, down) for box in boxes) for boxes in covered.boxes]
    order = _reading_order(content, job.hidden, taken_by)
    numbers = {index: job.first_number + place for place, index in enumerate(order)}
    if job.numbers:
        numbers = dict(enumerate(job.numbers))

    fill = FILLS[job.colour] if covered.above else None
    _draw_picture(marks, width, height, [box for boxes in shown for box in boxes], fill, tagged=not surviving)
    _write_text(marks, again.words, job, shown, order, numbers, taken_by, shrink, unit)
    _write_band(marks, job, width, height, band, unit)
    logged = tuple(
        LoggedBoxes(numbers[index], index, tuple(slab.around.rounded() for slab in shown[index]), again.widths[index])
        for index in order
    )
    return Composed(
        width,
        marks.height,
        picture,
        deflate(marks.content()),
        tuple(marks.nodes),
        marks.next_mark,
        logged,
        len(surviving),
    )


def _points(box: PixelBox, across: float, down: float) -> Slab:
    return Slab(box.x0 * across, box.y0 * down, box.x1 * across, box.y1 * down, box.fall * down / across)


def _reading_order(content: PageContent, hidden: tuple[Hidden, ...], taken_by: list[list[int]]) -> list[int]:
    """The redactions of the page in reading order: by the first word each takes. Those that take none come line by
    line, before the first word that lies lower."""
    keys: list[tuple[float, float, float, int]] = []
    lines: list[Box] = []
    bare = [index for index in range(len(hidden)) if not taken_by[index]]
    for index in sorted(bare, key=lambda n: min((box.y0 for box in hidden[n].boxes), default=float("inf"))):
        if not hidden[index].boxes:
            keys.append((float("inf"), 0.0, 0.0, index))
            continue
        box = min(hidden[index].boxes)
        middle = (box.y0 + box.y1) / 2
        if not lines or middle > lines[-1].y1:
            lines.append(box)
        lower = (n for n, word in enumerate(content.words) if word.box.y0 >= lines[-1].y0)
        keys.append((next(lower, len(content.words)) - 0.5, float(len(lines)), box.x0, index))
    keys += [(float(indexes[0]), 0.0, 0.0, index) for index, indexes in enumerate(taken_by) if indexes]
    return [key[3] for key in sorted(keys)]


def _draw_picture(
    marks: Marks, width: float, height: float, boxes: list[Slab], fill: int | None, *, tagged: bool
) -> None:
    """The picture, and a line around each box; its colour too, if there is a ``fill`` (level of grey) to be drawn."""
    if tagged:
        marks.nodes.append(marks.tagged(Node("Figure", alt=wording.PICTURE_ALT, bbox=(0, 0, width, height))))
    else:
        marks.artifact()
    marks.picture(0, 0, width, height)
    marks.end()
    if boxes:
        marks.artifact()
        if fill is not None:
            marks.colour((fill / 255,))
            for box in boxes:
                marks.box(*box, fill=True)
        marks.colour((0.55,), stroke=True)
        for box in boxes:
            marks.box(*box, fill=False, line=0.5)
        marks.end()


def _write_text(
    marks: Marks,
    words: tuple[Word, ...],
    job: PageJob,
    shown: list[tuple[Slab, ...]],
    order: list[int],
    numbers: dict[int, int],
    taken_by: list[list[int]],
    shrink: float,
    unit: float,
) -> None:
    """The invisible words block by block, with each box's label at the place of the first word it takes."""
    waiting = list(order)
    labelled: list[Box] = []

    def label(index: int, into: Node | None) -> None:
        text = job.hidden[index].label
        alt = wording.BOX_ALT.format(label=text, number=numbers[index])
        if not shown[index]:
            return
        if into is None:
            into = Node("P")
            marks.nodes.append(into)
        marks.tagged(Node("Span", alt=alt), into=into)
        _print_label(marks, shown[index], text, numbers[index], unit, labelled, PAPER if job.colour == "black" else INK)
        marks.end()

    taken = {index for indexes in taken_by for index in indexes}
    firsts: dict[int, list[int]] = {}
    for index in order:
        if taken_by[index]:
            firsts.setdefault(taken_by[index][0], []).append(index)
    for _, block in groupby(enumerate(words), key=lambda pair: pair[1].block):
        node = Node("P")
        for _, line in groupby(block, key=lambda pair: pair[1].line):
            run: list[Word] = []
            for n, word in line:
                due = firsts.get(n, [])
                if due:
                    _write_run(marks, node, run, shrink)
                    run = []
                for index in due:
                    label(index, node)
                    waiting.remove(index)
                if n not in taken:
                    run.append(word)
            _write_run(marks, node, run, shrink)
        if node.kids:
            marks.nodes.append(node)
    for index in waiting:
        label(index, None)


def _write_run(marks: Marks, node: Node, run: list[Word], shrink: float) -> None:
    """Words that follow each other on one line, on a grid of whole points. On a line that runs up, down or aslant
    across the page (under a chart) every word has a baseline of its own."""
    if not run:
        return
    first, last = run[0].box, run[-1].box
    upright = abs(last.y0 - first.y0) > abs(last.x0 - first.x0)
    lowest = max(word.box.y1 for word in run)
    aslant = any(lowest - word.box.y1 > 0.25 * word.box.height + 1 for word in run)
    for part in [[word] for word in run] if upright or aslant else [run]:
        size = max(round(max(word.box.height for word in part) * shrink), 1)
        bottom = round(max(word.box.y1 for word in part) * shrink)
        placed = [(round(word.box.x0 * shrink), round(word.box.x1 * shrink), 0, word.text) for word in part]
        marks.tagged(node)
        marks.hidden_words(placed, size, bottom)
        marks.end()


def _print_label(
    marks: Marks,
    boxes: tuple[Slab, ...],
    label: str,
    number: int,
    unit: float,
    labelled: list[Box],
    ink: tuple[float, ...],
) -> None:
    """The label in the first box it fits, with its number if there is room; else the number alone."""
    of = face()
    for text, smallest in ((f"{number}  {label}", LABEL_SMALLEST), (label, LABEL_SMALLEST), (str(number), 3.6)):
        for slab in boxes:
            box = slab.around
            if any(box.overlap(other) > 0.3 for other in labelled):
                continue
            # Level in a box that may fall: between its sides from where the label begins to where it ends.
            size = (slab.y1 - slab.y0) * 0.74 / (1 + 0.74 * abs(slab.fall) * of.width(text, 1.0))
            size = min(LABEL_LARGEST * unit, size)
            width = of.width(text, size)
            room = box.width - 2.4 * unit
            if width > room > 0:
                size *= room / width
            if room <= 0 or size < smallest * unit * 0.999:
                continue
            size = int(size * 10) / 10
            x = (box.x0 + box.x1 - of.width(text, size)) / 2
            y = (box.y0 + box.y1) / 2 + size * of.cap_height / 2000
            marks.colour(ink)
            marks.text(x, y, text, size)
            labelled.append(box)
            return


def _write_band(marks: Marks, job: PageJob, width: float, height: float, band: float, unit: float) -> None:
    left = wording.DOCUMENT_PAGE.format(document=job.document, page=job.document_page, pages=job.document_pages)
    first = job.document_page == 1
    write_band(marks, width, height, band, unit, left, job.page, job.pages, job.draft, heading=first)
