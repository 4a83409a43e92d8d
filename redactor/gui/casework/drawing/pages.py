# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages as pixels, drawn in a process of its own. Answered when drawn, so that several can be under way."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from redactor.domain.geometry import Box
from redactor.gui.casework.session import Session
from redactor.gui.casework.shared import Held, draw_held, taken
from redactor.gui.casework.told.pages import PageKey, Pixels

Guarded = Callable[[int, str, Callable[[], None]], None]
Send = Callable[[int, str, Any], None]


def draw(
    session: Session, number: int, guarded: Guarded, send: Send, key: PageKey, scale: float, clip: Box | None = None
) -> None:
    """``scale`` is pixels per point, ``clip`` a part of the page in points. Answers question ``number``."""
    document = session.view.documents[key[0]]
    data, inside = session.part(*key)
    future = session.drawing().submit(draw_held, data, document.password, inside, scale, clip)
    send_drawn(future, number, guarded, send, key, scale, clip)


def send_drawn(
    future: Future[Held],
    number: int,
    guarded: Guarded,
    send: Send,
    key: PageKey,
    scale: float,
    clip: Box | None,
) -> None:
    """Answer question ``number`` once the page is drawn."""

    def drawn(done: Future[Held]) -> None:
        def answer() -> None:
            send(number, "done", Pixels(key, scale, clip, done.result()))

        guarded(number, "draw", answer)

    future.add_done_callback(drawn)


def wake(session: Session) -> None:
    """Start the process that draws."""
    with taken(session.drawing().submit(draw_held, _BLANK, "", 1, 0.1).result()):
        pass


#: The smallest page there is, drawn once so that the drawing process is up.
_BLANK = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
