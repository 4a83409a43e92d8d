# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether the name after a relation word can only be that of whom the word means: "Jordan's sister Tabitha,", and not
"she told her mum Tabitha was safe"."""

from __future__ import annotations

import re

from redactor.detect.language.text import starts_sentence

#: After the name of a field nothing else stands in its line or cell; after who is called so the sentence has a break.
_FIELD_ENDS = re.compile(r"[ \t]*(?:\n|\t|\||[ ]{2}|\Z)")
_PART_ENDS = re.compile(r"[,.;:)]|[ \t]*(?:\n[ \t]*\n|\Z)")
#: "told her mum Tabitha," may begin what was told.
_TOLD = re.compile(
    r"(?i)\b(?:t(?:ell|old)|ask|assur|inform|warn|show|remind|promis|persuad|convinc|advis|gave|giv|let)\w*"
    r"[ \t\n](?:[\w'’-]+[ \t\n]){0,3}\Z"
)


def called_so(text: str, relation: tuple[int, int], name: tuple[int, int]) -> bool:
    """``relation`` and ``name`` are where the two stand in the text, the name behind."""
    gap = text[relation[1] : name[0]]
    if gap == ": ":
        return _FIELD_ENDS.match(text, name[1]) is not None
    if gap != " ":
        return False
    if text[relation[0]].isupper() and starts_sentence(text, relation[0]):
        return True
    return _PART_ENDS.match(text, name[1]) is not None and not _TOLD.search(
        text[max(relation[0] - 60, 0) : relation[0]]
    )
