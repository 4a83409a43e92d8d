# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages as the release would have them now: burned by the very code of the export, shown and not touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from redactor.gui.casework.told.pages import PageKey, PageRow
from redactor.gui.client import CaseClient
from redactor.gui.look import theme
from redactor.gui.pages.images import PageImages, in_tiles, tiles_over
from redactor.gui.pages.scroll import PageScroll
from redactor.gui.wording.language import tr
from redactor.release.burn.size import released_size


class ReleasedPages(PageScroll):
    """One sheet for every page of the case, also for those that a slip sheet stands for or that are left out."""

    def __init__(self, client: CaseClient, parent: QWidget | None = None) -> None:
        super().__init__(PageImages(client, "released"), parent)
        self.setAccessibleName(tr("Pages as released"))
        self.setAccessibleDescription(tr("Each page exactly as the export would burn it now."))

    def set_pages(
        self, pages: Sequence[PageRow], names: Mapping[str, str], turns: Mapping[PageKey, int] | None = None
    ) -> None:
        super().set_pages([_sheet(page) for page in pages], names, turns)

    def decided(self) -> None:
        """Something was decided: what is shown stays until the new is burned."""
        self.images.outdated()
        self._look_soon()
        self.viewport().update()

    def ready(self, key: PageKey) -> bool:
        """True when the page stands here as of the last decision."""
        return self.images.any(key) is not None and not self.images.old(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.colours().desk))
        lay = self.layout_
        if not lay.pages:
            return
        top = self.verticalScrollBar().value()
        for number in lay.visible(top, self.viewport().height()):
            painter.save()
            self._paint_page(painter, lay.pages[number], number, self.sheet(painter, number))
            painter.restore()

    def _paint_page(self, painter: QPainter, page: PageRow, number: int, sheet: QRect) -> None:
        painter.setPen(QPen(QColor(theme.colours().line)))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
        shown = self.images.any(page.key)
        if shown is not None:
            self._put(painter, shown, sheet)
            scale = self.layout_.scale * self.ratio
            if in_tiles(page, scale):
                for column, row, clip in tiles_over(page, scale, self.area(number)):
                    tile = self.images.tile(page.key, scale, column, row)
                    if tile is not None:
                        tile.setDevicePixelRatio(self.ratio)
                        x = sheet.x() + round(clip.x0 * self.layout_.scale)
                        painter.drawImage(x, sheet.y() + round(clip.y0 * self.layout_.scale), tile)
        if not self.ready(page.key):
            self._say(
                painter, sheet, self.images.problem(page.key) or tr("Burning it as the export would…"), bool(shown)
            )

    @staticmethod
    def _put(painter: QPainter, image: QImage, sheet: QRect) -> None:
        """To the sheet's width; a slip sheet has a shape of its own."""
        height = round(image.height() * sheet.width() / max(image.width(), 1))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.save()
        painter.setClipRect(sheet)
        painter.drawImage(QRect(sheet.x(), sheet.y(), sheet.width(), height), image)
        painter.restore()

    def _say(self, painter: QPainter, sheet: QRect, text: str, small: bool) -> None:
        font = QFont(self.font())
        font.setPixelSize(14)
        painter.setFont(font)
        if small:
            painter.fillRect(sheet.x(), sheet.y(), sheet.width(), 26, QColor(255, 255, 255, 225))
        painter.setPen(QColor("#4a5260"))
        area = sheet.adjusted(12, 4 if small else 60, -12, -8)
        painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, text)


def _sheet(page: PageRow) -> PageRow:
    width, height = _sheet_size(page.width, page.height)
    return PageRow(page.document, page.page, width, height, page.status, page.problem, page.needs_eyes)


@cache
def _sheet_size(width: float, height: float) -> tuple[float, float]:
    size = released_size(width, height)
    return size.width, size.height + size.band
