# SPDX-License-Identifier: AGPL-3.0-or-later
"""Move, resize or split a box somebody marked: the decision stays the same one, with its reason and what is on record
for it; only where it lies is another. One event, one undo."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput
from redactor.domain.geometry import Box, merged_by_line
from redactor.domain.journal import Anchor, Event, Kind
from redactor.domain.pages import Document, Where
from redactor.domain.saying import say
from redactor.operations.deciding.places import box_anchor, page_content
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Passage


def reshape(
    view: CaseView,
    document: Document,
    page: int,
    event: str,
    boxes: Sequence[Box],
    *,
    was: Sequence[Box] = (),
    signer: Identity | None = None,
) -> Event:
    """What ``event`` marked here lies under ``boxes`` (points) now. ``was``: where it lay, needed when the event
    marked several places there. Raises BadInput for a box off the page, or when nothing of the event lies there."""
    view.case.require_writable()
    passage = marked_by(view, document, page, event, was)
    if not boxes:
        raise BadInput(
            "a box is needed",
            say("{document}, page {page}", document=document.name, page=page),
            "Undo the decision to take the box off",
        )
    parts = [box_anchor(view, document, page, box) for box in boxes]
    placed = tuple(box for part in parts for box in part.boxes)
    now = Anchor(document.sha256, page, Where.PAGE, " ".join(part.text for part in parts if part.text), placed)
    payload = {
        "of": passage.ground.source,
        "was": passage.anchor.to_json(),
        "anchors": [now.to_json()],
    }
    return view.record(Kind.PASSAGE_RESHAPED, payload, signer)


def marked_by(view: CaseView, document: Document, page: int, event: str, was: Sequence[Box] = ()) -> Passage:
    """The passage on this page that an event (its id, or the start of it) marked. Raises BadInput."""
    here = view.state.places.passages.get((document.sha256, page), ())
    rest = view.state.places.rest.get((document.sha256, page))
    found = [
        p for p in here
        if p.ground.source.startswith(event) and p.anchor.boxes and not (rest and rest.source == p.ground.source)
    ]  # fmt: skip
    if was:
        wanted = tuple(Box(*box).rounded() for box in was)
        found = [p for p in found if tuple(box.rounded() for box in p.anchor.boxes) == wanted]
    if len(found) != 1:
        raise BadInput(
            say(
                "{how} on this page was marked by the event '{event}'",
                how="nothing" if not found else "more than one place",
                event=event,
            ),
            say("{document}, page {page}", document=document.name, page=page),
            "Say which with --was x0,y0,x1,y1" if found else "Look at the page again",
        )
    return found[0]


def by_lines(view: CaseView, document: Document, page: int, boxes: Sequence[Box]) -> tuple[Box, ...]:
    """One box a line, round the words that lie mostly under ``boxes``. Raises BadInput when no word does."""
    content = page_content(view, document, page)
    under = [word.box for word in content.words if any(word.box.overlap(box) > 0.5 for box in boxes)]
    if not under:
        raise BadInput(
            "no words are read under this box",
            say("{document}, page {page}", document=document.name, page=page),
            "Draw one box a line",
        )
    return merged_by_line(under)
