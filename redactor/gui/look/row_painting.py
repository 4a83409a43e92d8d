# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a row of two or three lines with its badge is drawn."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from redactor.gui.look import marks, theme
from redactor.gui.look.row import Row, RowsModel
from redactor.gui.wording.language import told

#: The look of the mark drawn before the row's text, to tie the list to the page.
SWATCH = 20
#: Letters of the words before a name that stand in a row: the name must stay in view.
BEFORE = 22


def _row(index: QModelIndex) -> Row:
    model = index.model()
    assert isinstance(model, RowsModel)
    found = model.rows[index.row()]
    return replace(found, title=told(found.title), detail=told(found.detail), badge=told(found.badge))


def _say(painter: QPainter, font: QFont, colour: str, text: str, area: QRectF) -> float:
    """One line of text, which ends in "…" where there is no room for all of it; the width it takes."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)
    return float(metrics.horizontalAdvance(shown))


def _say_words(painter: QPainter, font: QFont, bold: QFont, words: tuple[str, str, str], area: QRectF) -> None:
    """One line of the record, the name in it bold and early enough to be seen."""
    before, name, after = words
    if len(before) > BEFORE:
        before = "…" + before[-BEFORE:].partition(" ")[2]
    for shown, text in ((font, before), (bold, name), (font, after)):
        if area.width() > 0 and text:
            area.adjust(_say(painter, shown, theme.colours().text, text, area), 0, 0, 0)


def _broken(text: str, font: QFont, room: float) -> tuple[str, str]:
    """What of the text goes into one line of this width, broken between words, and the rest."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room)
    length = line.textLength()
    layout.endLayout()
    return text[:length].rstrip(), text[length:]


class RowDelegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget | None = None, lines: int = 2) -> None:
        super().__init__(parent)
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        height = QFontMetrics(option.font).height()
        # All alike, headings too: then Qt asks once, and not for each of thousands of rows.
        return QSize(120, self._lines * height + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row = _row(index)
        c = theme.colours()
        painter.save()
        area = QRectF(option.rect)
        font = QFont(option.font)
        if row.heading:
            painter.fillRect(option.rect, QColor(c.panel))
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(c.faint))
            metrics = QFontMetrics(font)
            room = area.width() - 30 - metrics.horizontalAdvance(row.badge)
            title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(area.adjusted(10, 0, -10, -8), Qt.AlignmentFlag.AlignBottom, title)
            painter.drawText(
                area.adjusted(10, 0, -12, -8), Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight, row.badge
            )
            painter.restore()
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, QColor(c.chosen))
            painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), QColor(c.accent))
        if getattr(option.widget, "over", None) == index:
            painter.setPen(QPen(QColor(c.accent), 2))
            painter.drawRect(area.adjusted(2, 1, -2, -2))
        elif option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(c.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRect(area.adjusted(4, 1, -2, -2))
        left = 10.0
        line = QFontMetrics(font).height()
        top = area.top() + 7
        if row.look:
            self._swatch(painter, row.look, QRectF(area.left() + 11, top + 3, SWATCH, line - 5))
            left += SWATCH + 10
        room = area.width() - left - 12
        if row.badge:
            room -= self._badge(painter, row, area, font, top, line) + 8
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        # What of the title has no room goes on below, before the detail, which keeps a good part of its line.
        title, rest = _broken(row.title, bold, room)
        _say(painter, bold, c.text, title, QRectF(area.left() + left, top, room, line))
        room, taken = area.width() - left - 12, 0.0
        if rest and self._lines > 2 and row.words is None:
            top += line
            _say(painter, bold, c.text, rest, QRectF(area.left() + left, top, room, line))
        elif rest:
            kept = min(QFontMetrics(font).horizontalAdvance(row.detail) + 10, 0.45 * room) if row.detail else 0
            below = QRectF(area.left() + left, top + line, room - kept, line)
            taken = _say(painter, bold, c.text, rest, below) + 10
        below = QRectF(area.left() + left + taken, top + line, room - taken, line)
        _say(painter, font, c.text if chosen else c.faint, row.detail, below)
        if row.words is not None:
            _say_words(painter, font, bold, row.words, QRectF(area.left() + left, top + 2 * line, room + taken, line))
        painter.setPen(QColor(c.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    def _swatch(self, painter: QPainter, name: str, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(rect.adjusted(-3, -3, 3, 3), Qt.GlobalColor.white)
        marks.draw_mark(painter, name, [rect])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _badge(self, painter: QPainter, row: Row, area: QRectF, font: QFont, top: float, line: int) -> float:
        c = theme.colours()
        ink, ground = {
            "warn": (c.warn, c.warn_ground),
            "good": (c.good, c.good_ground),
            "bad": (c.bad, c.bad_ground),
        }.get(row.tone, (c.faint, c.panel))
        painter.setFont(font)
        width = QFontMetrics(font).horizontalAdvance(row.badge) + 14
        spot = QRectF(area.right() - width - 10, top - 1, width, line + 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(spot, 7, 7)
        painter.setPen(QColor(ink))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, row.badge)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return float(width)
