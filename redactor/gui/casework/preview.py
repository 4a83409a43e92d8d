# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page as the release would have it, as pixels."""

from __future__ import annotations

from redactor.bundle import tasks as reading
from redactor.gui.casework.messages import PageKey, Pixels
from redactor.gui.casework.session import Session
from redactor.operations.preview import preview


def burned_page(session: Session, key: PageKey, scale: float) -> Pixels:
    """``scale`` is pixels per point. Raises BadInput when the page cannot be burned."""
    pdf = preview(session.counting, *key, session.working())
    pixels = session.drawing().submit(reading.draw_page, pdf, "", 1, scale, None).result()
    return Pixels(key, scale, None, pixels.width, pixels.height, pixels.stride, pixels.data)
