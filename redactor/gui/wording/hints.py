# SPDX-License-Identifier: AGPL-3.0-or-later
"""What to do about a problem, as the window says it. Hints are written once, for the shell and the window."""

from __future__ import annotations

import re

_COMMAND = re.compile(r"\s*[(,;:]?\s*(?:with:?\s+)?\(?redactor [a-z]+(?: [A-Z0-9]+| --?[a-z-]+| [a-z]+)*\)?")


def without_commands(text: str) -> str:
    """A hint written for the shell and the window alike, without the shell's commands and options."""
    text = re.sub(r"\s*\((?:redactor |--)[^)]*\)", "", text)
    text = _COMMAND.sub("", text)
    text = re.sub(r"\s*\b(?:with|give(?: one| it)?(?: with)?) --[a-z-]+(?: [A-Z]+)?", "", text, flags=re.IGNORECASE)
    text = text.strip(" ,;:")
    return text[:1].upper() + text[1:]
