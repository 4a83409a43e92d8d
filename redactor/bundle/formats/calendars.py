# SPDX-License-Identifier: AGPL-3.0-or-later
"""Calendar entries and visiting cards (RFC 5545, RFC 6350) with their lines as they are meant. Pure."""

from __future__ import annotations

import re

_CARD = re.compile(r"\s*BEGIN:V(?:CALENDAR|CARD)\s", re.IGNORECASE)
_END = re.compile(r"(?im)^END:V(?:CALENDAR|CARD)\b")
#: A line longer than 75 bytes goes on in the next one, after a blank (3.1): in the middle of a word.
_FOLD = re.compile(r"\r?\n[ \t]")
#: How a break, a comma, a semicolon and a backslash stand in a text (3.3.11).
_ESCAPED = re.compile(r"\\([nN,;\\])")


def unfolded(text: str) -> str:
    """The text with long lines in one and nothing escaped, where it is a calendar or a card; else, and what somebody
    wrote below one, as it was."""
    if not _CARD.match(text.removeprefix("\ufeff")):
        return text
    end = max((match.end() for match in _END.finditer(text)), default=len(text))
    entry = _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], _FOLD.sub("", text[:end]))
    return entry + text[end:]
