# SPDX-License-Identifier: AGPL-3.0-or-later
"""What went to whom, when and how, with the hash of what was sent. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from redactor.domain.journal import Event
from redactor.domain.saying import said_all, say

#: How a bundle can go out.
WAYS: Mapping[str, str] = said_all(
    {
        "post": "by post",
        "hand": "handed over",
        "email": "by e-mail",
        "portal": "through a secure portal",
        "other": "another way",
    }
)


def way_words(way: str, copy: str) -> str:
    """How it went, in words; "encrypted" only of an encrypted copy (``copy``: its SHA-256, "" for none)."""
    said = WAYS.get(way, way)
    return say("{way}, encrypted", way=said) if copy else said


@dataclass(frozen=True, slots=True)
class Sent:
    """One sending. ``manifest`` is the SHA-256 of the manifest of the release it was made of; ``copy`` that of the
    encrypted copy, where one was sent; ``passphrase`` says how the passphrase went, apart from it."""

    on: str
    to: str
    way: str
    manifest: str
    copy: str = ""
    passphrase: str = ""
    note: str = ""
    by: str = ""

    @classmethod
    def of(cls, event: Event) -> Sent:
        data: Mapping[str, Any] = event.payload
        names = ("on", "to", "way", "manifest", "copy", "passphrase", "note")
        return cls(**{name: str(data.get(name, "")) for name in names}, by=event.actor.name)
