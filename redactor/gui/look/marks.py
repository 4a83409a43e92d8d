# SPDX-License-Identifier: AGPL-3.0-or-later
"""How marks look on the page: told apart by shape and pattern as well as by colour.

Paper is white in both themes, so these colours do not follow the theme.

    to decide           amber, dashed frame
    possibly somebody   amber, dotted frame and a question mark
    redacted            slate, hatched, solid frame
    rest of a page      slate, lines wide apart, no frame
    left in             green, underlined twice
    subject             blue, thin dotted underline
    professional        blue, dashed underline
    harm                purple, cross-hatched, a bar at its left
    may be harm         purple, dashed bar at its left and dotted underline, no fill
    others only         amber, a thick bar and a thin one at its left, no fill
    decision to check   red, wavy frame with a cross
    note or comment     teal, a bar at its right with a speech mark, no fill
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen

from redactor.domain.saying import say

if TYPE_CHECKING:
    from redactor.gui.casework.told.pages import Mark

AMBER, SLATE, GREEN, BLUE, PURPLE, RED, TEAL = (
    QColor("#b36b00"),
    QColor("#3a4250"),
    QColor("#1c7a3f"),
    QColor("#1f5fae"),
    QColor("#6a2c91"),
    QColor("#b3241d"),
    QColor("#0b6e75"),
)


#: Logical pixels between the lines over the hidden rest of a page.
RULED = 26


def style_of(mark: Mark) -> str:
    """The name of the look of a mark, as in the list above and in the legend."""
    if mark.kind == "harm":
        return "harm"
    if mark.kind in ("lost", "cue", "others", "note"):
        return mark.kind
    if mark.kind == "rest":
        return "rest"
    if mark.kind == "passage" or mark.status == "redacted":
        return "redacted"
    if mark.status == "disclosed":
        return "disclosed"
    if mark.status == "proposed":
        return "possible" if mark.tier == "possible" else "proposed"
    return "subject" if mark.role == "subject" else "professional"


def draw_mark(painter: QPainter, style: str, rects: list[QRectF], chosen: bool = False) -> None:
    """One mark over its rectangles (device-independent pixels)."""
    for number, rect in enumerate(rects):
        _DRAW[style](painter, rect, number == 0)
    if chosen:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#0b57d0"), 2.5))
        for rect in rects:
            painter.drawRect(rect.adjusted(-3, -3, 3, 3))


def _fill(colour: QColor, alpha: int, pattern: Qt.BrushStyle = Qt.BrushStyle.SolidPattern) -> QBrush:
    shade = QColor(colour)
    shade.setAlpha(alpha)
    return QBrush(shade, pattern)


def _proposed(painter: QPainter, rect: QRectF, first: bool) -> None:
    painter.fillRect(rect, _fill(QColor("#ffb938"), 84))
    painter.setPen(QPen(AMBER, 1.4, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


def _possible(painter: QPainter, rect: QRectF, first: bool) -> None:
    painter.setPen(QPen(AMBER, 1.4, Qt.PenStyle.DotLine))
    painter.setBrush(_fill(QColor("#ffd98a"), 44))
    painter.drawRect(rect)
    if first:
        size = max(min(rect.height() * 0.7, 11.0), 7.0)
        spot = QRectF(rect.left() - size * 0.4, rect.top() - size * 0.75, size, size)
        painter.setBrush(QBrush(AMBER))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(spot)
        font = QFont(painter.font())
        font.setPixelSize(max(int(size * 0.8), 6))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, "?")


def _redacted(painter: QPainter, rect: QRectF, first: bool) -> None:
    painter.fillRect(rect, _fill(SLATE, 70))
    painter.fillRect(rect, _fill(SLATE, 120, Qt.BrushStyle.BDiagPattern))
    painter.setPen(QPen(SLATE, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


def _rest(painter: QPainter, rect: QRectF, first: bool) -> None:
    painter.fillRect(rect, _fill(SLATE, 44))
    # Wide apart, so that what will be hidden can still be read, and the same over all boxes of the page.
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    shade = QColor(SLATE)
    shade.setAlpha(110)
    painter.setPen(QPen(shade, 1))
    x = math.floor((rect.left() - rect.height()) / RULED) * RULED
    while x < rect.right():
        painter.drawLine(QLineF(x, rect.bottom(), x + rect.height(), rect.top()))
        x += RULED
    painter.restore()


def _disclosed(painter: QPainter, rect: QRectF, first: bool) -> None:
    painter.setPen(QPen(GREEN, 1.3))
    for offset in (0.5, 3.0):
        painter.drawLine(QLineF(rect.left(), rect.bottom() + offset - 1, rect.right(), rect.bottom() + offset - 1))


def _subject(painter: QPainter, rect: QRectF, first: bool) -> None:
    painter.setPen(QPen(BLUE, 1.2, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(rect.left(), rect.bottom(), rect.right(), rect.bottom()))


def _professional(painter: QPainter, rect: QRectF, first: bool) -> None:
    painter.setPen(QPen(BLUE, 1.4, Qt.PenStyle.DashLine))
    painter.drawLine(QLineF(rect.left(), rect.bottom(), rect.right(), rect.bottom()))


def _harm(painter: QPainter, rect: QRectF, first: bool) -> None:
    painter.fillRect(rect, _fill(PURPLE, 48))
    painter.fillRect(rect, _fill(PURPLE, 110, Qt.BrushStyle.DiagCrossPattern))
    painter.fillRect(QRectF(rect.left() - 5, rect.top(), 4, rect.height()), QBrush(PURPLE))
    painter.setPen(QPen(PURPLE, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


def _cue(painter: QPainter, rect: QRectF, first: bool) -> None:
    painter.setPen(QPen(PURPLE, 3, Qt.PenStyle.DashLine))
    painter.drawLine(QLineF(rect.left() - 4, rect.top(), rect.left() - 4, rect.bottom()))
    painter.fillRect(rect, _fill(PURPLE, 20))
    painter.setPen(QPen(PURPLE, 1.4, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(rect.left(), rect.bottom(), rect.right(), rect.bottom()))


def _others(painter: QPainter, rect: QRectF, first: bool) -> None:
    for width, left in ((3.0, 5), (1.2, 9)):
        painter.setPen(QPen(AMBER, width))
        painter.drawLine(QLineF(rect.left() - left, rect.top() - 1, rect.left() - left, rect.bottom() + 1))


def _lost(painter: QPainter, rect: QRectF, first: bool) -> None:
    painter.setPen(QPen(RED, 2, Qt.PenStyle.DashDotLine))
    painter.setBrush(_fill(RED, 36))
    painter.drawRect(rect)
    painter.drawLine(rect.topLeft(), rect.bottomRight())
    painter.drawLine(rect.topRight(), rect.bottomLeft())


def _note(painter: QPainter, rect: QRectF, first: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(TEAL))
    painter.drawRect(QRectF(rect.right() + 2, rect.top() - 1, 3, rect.height() + 2))
    if first:
        size = max(min(rect.height() * 0.6, 9.0), 6.0)
        bubble = QRectF(rect.right() + 7, rect.top() - size * 0.4, size * 1.5, size)
        painter.drawRoundedRect(bubble, 2, 2)
        tip = [
            QPointF(bubble.left() + 2, bubble.bottom() - 1),
            QPointF(bubble.left() + size * 0.6, bubble.bottom() - 1),
        ]
        painter.drawPolygon([*tip, QPointF(bubble.left() + 1, bubble.bottom() + size * 0.4)])


_DRAW = {
    "proposed": _proposed,
    "possible": _possible,
    "redacted": _redacted,
    "rest": _rest,
    "disclosed": _disclosed,
    "subject": _subject,
    "professional": _professional,
    "harm": _harm,
    "cue": _cue,
    "others": _others,
    "lost": _lost,
    "note": _note,
}

#: For the key beside the page: look, words.
LEGEND = (
    ("proposed", say("To decide")),
    ("possible", say("Possibly somebody")),
    ("redacted", say("Redacted")),
    ("rest", say("The rest of a page, hidden")),
    ("harm", say("Harm passage")),
    ("cue", say("May be harm: look")),
    ("others", say("Only about other people")),
    ("disclosed", say("Left in by decision")),
    ("professional", say("Professional, left in")),
    ("subject", say("The subject, left in")),
    ("lost", say("Redaction to look at again")),
    ("note", say("Note or comment")),
)


def draw_hit(painter: QPainter, rect: QRectF, current: bool) -> None:
    """Words that were searched for."""
    painter.fillRect(rect.adjusted(-1, -1, 1, 1), _fill(QColor("#ff7a00" if current else "#ffe600"), 110))
    painter.setPen(QPen(QColor("#a34700" if current else "#8a7a00"), 2 if current else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(-1, -1, 1, 1))


def draw_selection(painter: QPainter, rect: QRectF) -> None:
    painter.fillRect(rect, QColor(31, 95, 174, 80))
    painter.setPen(QPen(BLUE, 1))
    painter.drawLine(QPointF(rect.left(), rect.bottom()), QPointF(rect.right(), rect.bottom()))


def draw_box(painter: QPainter, rect: QRectF) -> None:
    """A box that is being drawn, with its corners."""
    painter.setBrush(QColor(31, 95, 174, 40))
    painter.setPen(QPen(BLUE, 1.6))
    painter.drawRect(rect)
    painter.setBrush(QBrush(BLUE))
    for corner in (rect.topLeft(), rect.topRight(), rect.bottomLeft(), rect.bottomRight()):
        painter.drawRect(QRectF(corner.x() - 2.5, corner.y() - 2.5, 5, 5))


def draw_handles(painter: QPainter, rect: QRectF, moving: bool) -> None:
    """The eight places by which a box is resized; its new outline while it is moved."""
    painter.setPen(QPen(BLUE, 1.6, Qt.PenStyle.DashLine if moving else Qt.PenStyle.SolidLine))
    painter.setBrush(QColor(31, 95, 174, 40) if moving else Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)
    painter.setPen(QPen(BLUE, 1.2))
    painter.setBrush(Qt.GlobalColor.white)
    for x in (rect.left(), rect.center().x(), rect.right()):
        for y in (rect.top(), rect.center().y(), rect.bottom()):
            if (x, y) != (rect.center().x(), rect.center().y()):
                painter.drawRect(QRectF(x - 3, y - 3, 6, 6))


def draw_withheld(painter: QPainter, rect: QRectF, words: str) -> None:
    """A page that a slip sheet will replace."""
    painter.fillRect(rect, _fill(SLATE, 60))
    painter.fillRect(rect, _fill(SLATE, 60, Qt.BrushStyle.BDiagPattern))
    font = QFont(painter.font())
    font.setPixelSize(max(int(rect.width() / 34), 11))
    font.setBold(True)
    painter.setFont(font)
    band = QRectF(rect.left(), rect.top() + rect.height() * 0.08, rect.width(), font.pixelSize() * 2.6)
    painter.fillRect(band, SLATE)
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(band, Qt.AlignmentFlag.AlignCenter, words)
