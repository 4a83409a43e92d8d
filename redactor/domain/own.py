# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses and numbers that look like the data subject's own, though they stand beside other people's names too."""

from __future__ import annotations

from dataclasses import dataclass

from redactor.domain.mentions import Label


@dataclass(frozen=True, slots=True)
class OwnDetail:
    """A question, not a finding: nothing changes before a person says yes. ``texts`` are all the ways it is written in
    the record, as :func:`written` gives them; ``shown`` the longest as it stands there; ``why`` what speaks for it."""

    label: Label
    texts: frozenset[str]
    shown: str
    why: str


def written(text: str) -> str:
    """One way of writing something, whatever its capitals and line ends."""
    return " ".join(text.casefold().split())
