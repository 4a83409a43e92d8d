# SPDX-License-Identifier: AGPL-3.0-or-later
"""The colours of each theme, by what they are for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Colours:
    """Contrast of text on its ground is 4.5 or more in every theme, 7 or more in high contrast (checked in a test)."""

    window: str
    panel: str
    base: str
    raised: str
    line: str
    text: str
    faint: str
    accent: str
    on_accent: str
    chosen: str
    warn: str
    warn_ground: str
    good: str
    good_ground: str
    bad: str
    bad_ground: str
    desk: str


LIGHT = Colours(
    window="#f3f4f6", panel="#f8f9fa", base="#ffffff", raised="#ffffff", line="#d4d8de", text="#1b1f24",
    faint="#5a6270", accent="#1d5fa8", on_accent="#ffffff", chosen="#d9e7f7", warn="#7a4a00", warn_ground="#fdf1d8",
    good="#1c6b3a", good_ground="#e2f3e8", bad="#a3211b", bad_ground="#fbe4e2", desk="#dfe2e7",
)  # fmt: skip
DARK = Colours(
    window="#1f2226", panel="#24282d", base="#1a1d20", raised="#2c3137", line="#41474f", text="#e6e9ed",
    faint="#a3abb6", accent="#6aaaf0", on_accent="#10161d", chosen="#2b415a", warn="#f2c572", warn_ground="#3d321c",
    good="#86d3a1", good_ground="#1f3527", bad="#ff9d94", bad_ground="#45211f", desk="#131517",
)  # fmt: skip

#: Black on white with every edge drawn: for eyes that need it, and for a projector.
CONTRAST = Colours(
    window="#ffffff", panel="#ffffff", base="#ffffff", raised="#ffffff", line="#000000", text="#000000",
    faint="#484848", accent="#00308f", on_accent="#ffffff", chosen="#ffe97a", warn="#4d2b00", warn_ground="#fff3cf",
    good="#003d17", good_ground="#e5ffee", bad="#7a0000", bad_ground="#ffecec", desk="#b8b8b8",
)  # fmt: skip
