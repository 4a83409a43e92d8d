# SPDX-License-Identifier: AGPL-3.0-or-later
"""Drawn pages: asked for as they come into view, kept while there is room, never waited for."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from redactor.domain.geometry import Box
from redactor.gui.casework.told.case import Problem
from redactor.gui.casework.told.pages import PageKey, PageRow, Pixels
from redactor.gui.client import CaseClient
from redactor.gui.pages.layout import Layout, View

#: Bytes of drawn pages kept.
ROOM = 96 * 1024 * 1024
#: A page of more device pixels than this is drawn in tiles.
WHOLE = 5_000_000
TILE = 1024
#: Drawn at the same time: one by the drawing process, one waiting for it.
IN_FLIGHT = 2
#: Milliseconds of rest, once all in view is drawn, before what may be looked at next is asked for: what came in is to
#: be on the screen first.
REST = 25

Tile = tuple[PageKey, float, int, int]  # page, device pixels per point, column, row (-1, -1: the whole page)
Wanted = tuple[Tile, Box | None]  # with the part of the page in points, None for the whole


class PageImages(QObject):
    """Images by page and scale, each the answer to ``question``; ``arrived``: a page can be shown better."""

    arrived = Signal(object)

    def __init__(self, client: CaseClient, question: str = "draw", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client = client
        self._question = question
        self._kept: OrderedDict[Tile, QImage] = OrderedDict()
        self._bytes = 0
        self._out: dict[Tile, int] = {}
        self._wanted: list[Wanted] = []
        self._next_door: list[Wanted] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._ahead)
        self._failed: dict[PageKey, str] = {}
        self._latest: dict[PageKey, Tile] = {}
        #: Shown until the new is there: something was decided since.
        self._old: set[Tile] = set()

    def clear(self) -> None:
        for number in self._out.values():
            self._client.forget(number)
        self._kept.clear()
        self._out.clear()
        self._failed.clear()
        self._latest.clear()
        self._old.clear()
        self._wanted, self._next_door = [], []
        self._bytes = 0

    def outdated(self) -> None:
        """What is kept, and what is under way, may be another now: it is asked for again when it is wanted."""
        self._old = set(self._kept)
        for number in self._out.values():
            self._client.forget(number)
        self._out.clear()
        self._failed.clear()

    def old(self, key: PageKey) -> bool:
        """Whether what is shown of this page stands from before the last decision."""
        return self._latest.get(key) in self._old

    @property
    def wanting(self) -> bool:
        """Something is being drawn, or is to be."""
        return bool(self._out or self._wanted or self._next_door)

    def problem(self, key: PageKey) -> str:
        """Why this page cannot be drawn; "" when it can, or is not known yet."""
        return self._failed.get(key, "")

    def whole(self, key: PageKey, scale: float) -> QImage | None:
        """The page at exactly this scale, if it is drawn."""
        return self._kept.get((key, scale, -1, -1))

    def any(self, key: PageKey) -> QImage | None:
        """The page at some other scale: better than nothing while the right one is drawn."""
        tile = self._latest.get(key)
        return self._kept.get(tile) if tile else None

    def tile(self, key: PageKey, scale: float, column: int, row: int) -> QImage | None:
        return self._kept.get((key, scale, column, row))

    def want(self, tiles: Iterable[Wanted], next_door: Iterable[Wanted] = ()) -> None:
        """What is wanted now, most wanted first; what was wanted before and is not any more is dropped. ``next_door``
        may be wanted next: it waits until all the rest is there, and never stands in its way."""
        self._wanted = self._lacking(tiles)
        self._next_door = self._lacking(next_door)
        self._next()

    def _lacking(self, tiles: Iterable[Wanted]) -> list[Wanted]:
        lacking = []
        for tile, clip in tiles:
            if tile in self._kept and tile not in self._old:
                self._kept.move_to_end(tile)
            elif tile not in self._out and tile[0] not in self._failed:
                lacking.append((tile, clip))
        return lacking

    def _next(self) -> None:
        while self._wanted and len(self._out) < IN_FLIGHT:
            self._ask(*self._wanted.pop(0))
        if self._next_door and not self._out:
            self._rest.start()

    def _ahead(self) -> None:
        if self._next_door and not self._out:
            self._ask(*self._next_door.pop(0))

    def _ask(self, tile: Tile, clip: Box | None) -> None:
        self._out[tile] = self._client.ask(
            self._question,
            lambda answer: self._take(tile, answer),
            lambda problem: self._refused(tile, problem),
            key=tile[0],
            scale=tile[1],
            clip=clip,
        )

    def _take(self, tile: Tile, answer: tuple[Pixels, QImage]) -> None:
        self._out.pop(tile, None)
        self._old.discard(tile)
        image = answer[1]
        if image.isNull():
            # Its pixels were gone before they were taken: it is asked for again when it is looked for.
            self._next()
            return
        before = self._kept.pop(tile, None)
        self._bytes -= before.sizeInBytes() if before is not None else 0
        self._kept[tile] = image
        self._bytes += image.sizeInBytes()
        if tile[2] < 0:
            self._latest[tile[0]] = tile
        while self._bytes > ROOM and len(self._kept) > 1:
            old, dropped = self._kept.popitem(last=False)
            self._bytes -= dropped.sizeInBytes()
            self._old.discard(old)
            if self._latest.get(old[0]) == old:
                del self._latest[old[0]]
        self.arrived.emit(tile[0])
        self._next()

    def _refused(self, tile: Tile, problem: Problem) -> None:
        self._out.pop(tile, None)
        self._failed[tile[0]] = problem.what
        self.arrived.emit(tile[0])
        self._next()


def in_tiles(page: PageRow, scale: float) -> bool:
    return page.width * page.height * scale * scale > WHOLE


def tiles_over(page: PageRow, scale: float, area: Box) -> Iterator[tuple[int, int, Box]]:
    """The tiles (column, row, clip in points) that show ``area`` (points) of a page."""
    step = TILE / scale
    for row in range(max(math.floor(area.y0 / step), 0), math.ceil(min(area.y1, page.height) / step)):
        for column in range(max(math.floor(area.x0 / step), 0), math.ceil(min(area.x1, page.width) / step)):
            yield (
                column,
                row,
                Box(
                    column * step, row * step, min((column + 1) * step, page.width), min((row + 1) * step, page.height)
                ),
            )


def tiles_in_view(images: PageImages, layout: Layout, view: View, ratio: float) -> Iterator[Wanted]:
    """What is to be drawn for what shows, the page that takes most of the view first. ``ratio``: device pixels per
    logical one."""
    scale = layout.scale * ratio
    seen = layout.visible(view.y, view.height)
    for number in sorted(seen, key=lambda n: layout.showing(n, view), reverse=True):
        page = layout.pages[number]
        if not in_tiles(page, scale):
            yield (page.key, scale, -1, -1), None
        else:
            if images.any(page.key) is None:
                yield (page.key, 1.0, -1, -1), None
            for column, row, clip in tiles_over(page, scale, layout.area(number, view)):
                yield (page.key, scale, column, row), clip


def tiles_next_door(layout: Layout, view: View, ratio: float) -> Iterator[Wanted]:
    """The pages just below and above what shows, where they are drawn whole."""
    scale = layout.scale * ratio
    seen = layout.visible(view.y, view.height)
    for number in (seen.stop, seen.start - 1):
        if 0 <= number < len(layout.pages) and not in_tiles(layout.pages[number], scale):
            yield (layout.pages[number].key, scale, -1, -1), None
