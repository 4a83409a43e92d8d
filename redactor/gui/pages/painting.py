# SPDX-License-Identifier: AGPL-3.0-or-later
"""Painting the pages in view: the sheet, its picture (or what stands in while it is drawn), and the marks over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen

from redactor.gui.casework.told.pages import Mark, PageKey, PageRow
from redactor.gui.look import marks as look
from redactor.gui.look import theme
from redactor.gui.pages.images import in_tiles, tiles_over
from redactor.gui.pages.slanting import Follows, Slanting
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

if TYPE_CHECKING:
    from redactor.gui.pages.view import PageView


class PagePainter:
    """Paints what a :class:`PageView` shows."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._follows = Follows()

    def paint(self, event: QPaintEvent) -> None:
        painter = QPainter(self._view.viewport())
        painter.fillRect(event.rect(), QColor(theme.colours().desk))
        lay = self._view.layout_
        if not lay.pages:
            return
        top = self._view.verticalScrollBar().value()
        for number in lay.visible(top, self._view.viewport().height()):
            painter.save()
            self._paint_page(painter, lay.pages[number], number, self._view.sheet(painter, number))
            painter.restore()
            self._paint_in_hand(painter, lay.pages[number].key)

    def _paint_page(self, painter: QPainter, page: PageRow, number: int, sheet: QRect) -> None:
        painter.setPen(QPen(QColor(theme.colours().line)))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
        if not self._paint_image(painter, page, number, sheet):
            self._paint_waiting(painter, page, sheet)
        painter.save()
        painter.setClipRect(sheet.adjusted(-8, -8, 8, 8))
        self._paint_marks(painter, page.key, QRectF(sheet))
        painter.restore()

    def _paint_image(self, painter: QPainter, page: PageRow, number: int, sheet: QRect) -> bool:
        ratio = self._view.ratio
        scale = self._view.layout_.scale * ratio
        image = self._view.images.whole(page.key, scale)
        if image is not None:
            self._put(painter, image, sheet.x(), sheet.y())
            return True
        stale = self._view.images.any(page.key)
        if stale is not None:
            painter.drawImage(sheet, stale)
        if in_tiles(page, scale):
            for column, row, clip in tiles_over(page, scale, self._view.area(number)):
                tile = self._view.images.tile(page.key, scale, column, row)
                if tile is not None:
                    x = sheet.x() + clip.x0 * self._view.layout_.scale
                    self._put(painter, tile, x, sheet.y() + clip.y0 * self._view.layout_.scale)
        return stale is not None

    def _put(self, painter: QPainter, image: QImage, x: float, y: float) -> None:
        image.setDevicePixelRatio(self._view.ratio)
        painter.drawImage(QPointF(x, y), image)

    def _paint_waiting(self, painter: QPainter, page: PageRow, sheet: QRect) -> None:
        painter.setPen(QColor("#8a93a0"))
        font = QFont(self._view.font())
        font.setPixelSize(15)
        painter.setFont(font)
        problem = self._view.images.problem(page.key) or page.problem
        name = self._view.names.get(page.document, "")
        text = tr("{name}\npage {page}", name=name, page=page.page)
        if problem:
            text += "\n\n" + tr("This page cannot be shown: {problem}", problem=problem)
        area = sheet.adjusted(30, 60, -30, -30)
        painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, text)

    def _paint_marks(self, painter: QPainter, key: PageKey, sheet: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        found = self._view.overlay.marks(key)
        view = painter.worldTransform().inverted()[0].mapRect(QRectF(self._view.viewport().rect()))
        lines = Slanting(self._view.overlay.words(key), self._follows, sheet.x(), sheet.y(), self._view.layout_.scale)
        if found is not None:
            rest = any(mark.kind == "rest" for mark in found.marks)
            for mark in found.marks:
                if rest and mark.kind == "mention" and mark.status == "redacted":
                    continue  # hidden with all about it
                if any(lines.rect(box).intersects(view) for box in mark.boxes):
                    style, chosen = look.style_of(mark), self._view.chosen == (key, mark.id)

                    def draw(rects: list[QRectF], style: str = style, chosen: bool = chosen) -> None:
                        around = [rect.adjusted(-1, -1, 1, 1) for rect in rects]
                        look.draw_mark(painter, style, around, chosen)

                    lines.draw(painter, mark.boxes, draw)
            if found.withheld:
                look.draw_withheld(painter, sheet, tr("This page is withheld ({withheld})", withheld=found.withheld))
        for hit in self._view.hits.get(key, ()):
            current = hit is self._view.current_hit
            lines.draw(painter, hit.boxes, lambda rects, on=current: [look.draw_hit(painter, r, on) for r in rects])
        selected = self._view.selection
        if selected is not None and selected.key == key:
            if selected.span is None:
                for box in selected.boxes:
                    look.draw_box(painter, lines.rect(box))
            else:
                lines.draw(
                    painter, selected.boxes, lambda rects: [look.draw_selection(painter, rect) for rect in rects]
                )

    def _paint_in_hand(self, painter: QPainter, key: PageKey) -> None:
        """What is being drawn or shaped, in the view's own pixels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box in self._view.shaping.boxes(key):
            look.draw_handles(painter, self._view.rect_of(key, box), moving=self._view.shaping.now is not None)
        if self._view.rubber is not None and self._view.rubber[0] == key:
            look.draw_box(painter, self._view.rect_of(key, self._view.rubber[1]))


def tip(mark: Mark) -> str:
    """Who this is, what becomes of it and why: the text shown on hovering."""
    lines = [f"<b>{_escape(mark.name or words.short(mark.text) or words.unnamed(mark.kind))}</b>"]
    kind = tr("Harm passage") if mark.kind == "harm" else tr("Marked by hand") if mark.kind == "passage" else ""
    if mark.kind == "cue":
        kind = tr("May belong under the harm test: {label}", label=mark.label)
    if mark.kind == "others":
        kind = tr(mark.label)
    if mark.kind == "rest":
        kind = tr("The rest of this page is hidden")
    if mark.kind == "lost":
        kind = tr("Redacted earlier; the latest analysis does not see it")
    who = kind or f"{tr(words.ROLE.get(mark.role, ''))}, {tr(words.LABEL.get(mark.label, ''))}"
    state = words.state(mark.status, mark.tier)
    lines += [_escape(who), _escape(mark.decided or state)]
    if mark.why and mark.kind == "mention":
        lines.append(tr("Why it was found: {why}", why=_escape(tr(mark.why))))
    lines += [_escape(fact) for fact in words.facts(mark.facts, 80)]
    return "<br>".join(line for line in lines if line)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
