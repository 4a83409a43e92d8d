# SPDX-License-Identifier: AGPL-3.0-or-later
"""The harm candidates of which somebody said why they may go. Folded from the journal; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from redactor.domain.journal import Anchor, Event


class CuesLeft:
    """``anchors``: the passages by page. ``why``: what was said, by the id of the thing to do."""

    def __init__(self) -> None:
        self.anchors: dict[tuple[str, int], list[Anchor]] = defaultdict(list)
        self.why: dict[str, str] = {}

    def apply(self, event: Event, item: Mapping[str, Any]) -> None:
        for data in item.get("anchors", ()):
            anchor = Anchor.from_json(data)
            self.anchors[anchor.document, anchor.page].append(anchor)
        self.why[str(item["id"])] = str(event.payload["why"])
