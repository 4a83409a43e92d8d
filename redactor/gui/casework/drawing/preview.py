# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages as the release would have them, as pixels. What the release is now is worked out once after a decision, in the
lane that works the case out; burning has a lane and a process of its own, and a page that would be burned as before
is not burned again."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from redactor.domain.geometry import Box
from redactor.gui.casework.drawing.pages import Guarded, Send, send_drawn
from redactor.gui.casework.session import Session
from redactor.gui.casework.shared import draw_held
from redactor.gui.casework.told.pages import PageKey
from redactor.operations.releasing.export import case_content, case_source
from redactor.operations.releasing.preview import previewed
from redactor.release.preview import Previewed

#: Burned pages kept: some 100 kB each.
KEPT = 64


class Released:
    """The release of the open case as of the last decision asked about."""

    def __init__(self) -> None:
        self._head: tuple[int, object] | None = None
        self._now: Previewed | None = None
        self._burned: OrderedDict[object, bytes] = OrderedDict()

    def now(self, session: Session) -> Previewed:
        """Called in the lane of the counting view only. Raises BadInput."""
        view = session.counting
        head = (len(view.state.events), view.case.get("findings_revision", 0))
        if self._now is None or head != self._head:
            self._now, self._head = previewed(view), head
        return self._now

    def page(self, session: Session, release: Previewed, key: PageKey) -> bytes:
        """The burned page; called in the lane that burns only. Raises BadInput."""
        sheet = release.sheet(*key)
        looks = release.looks(sheet)
        found = self._burned.get(looks)
        if found is None:
            view = session.counting_now
            found = release.burn(sheet, case_source(view), case_content(view), session.burning())
            self._burned[looks] = found
            while len(self._burned) > KEPT:
                self._burned.popitem(last=False)
        self._burned.move_to_end(looks)
        return found


def show_burned(
    session: Session,
    number: int,
    guarded: Guarded,
    send: Send,
    release: Previewed,
    key: PageKey,
    scale: float,
    clip: Box | None = None,
) -> None:
    """Answer question ``number`` with the page's pixels: ``scale`` is pixels per point, ``clip`` in points of the
    released page. Raises BadInput when the page cannot be burned."""
    pdf = session.released.page(session, release, key)
    future: Any = session.drawing().submit(draw_held, pdf, "", 1, scale, clip)
    send_drawn(future, number, guarded, send, key, scale, clip)
