# SPDX-License-Identifier: AGPL-3.0-or-later
"""Identifiers that a narrow cell tears over two or three lines: "12/03/" over "1985", "AB12" over "CDE". The pieces are
put together and read by the same rules, with the head of their field where there is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from redactor.detect.language.found import RawSpan
from redactor.domain.mentions import Label

#: A piece fills its line: figures, capitals and what stands between them.
_PIECE = re.compile(r"(?<![^\n|])[ \t]*(?P<piece>[A-Z0-9](?:[A-Z0-9 /.-]{0,11}[A-Z0-9/.-])?)[ \t]*(?=\n|\||\Z)")
#: What is sure without a head: it has a check digit, or a form nothing else has.
_SURE_ALONE = frozenset({Label.NHS_NUMBER, Label.NINO, Label.UPN, Label.POSTCODE})
_SURE = 0.7
#: A text with more pieces than this is a table of figures.
_MOST = 400


def torn_numbers(text: str, read: Callable[[str], Sequence[RawSpan]]) -> list[RawSpan]:
    """Those of one text; ``read`` are the rules, for a text of one line and its head."""
    if "\n" not in text:
        return []
    pieces = [match.span("piece") for match in _PIECE.finditer(text)]
    if len(pieces) > _MOST:
        return []
    found: list[RawSpan] = []
    for first, (start, end) in enumerate(pieces):
        run = [(start, end)]
        head = text[:start].rstrip("\n \t").rsplit("\n", 1)[-1][-40:]
        if _whole(head, text[start:end], read) is not None:
            continue
        for after in pieces[first + 1 : first + 3]:
            if text[run[-1][1] : after[0]].strip(" \t") != "\n" or _whole(head, text[slice(*after)], read) is not None:
                break
            run.append(after)
            span = _whole(head, "".join(text[slice(*piece)] for piece in run), read)
            if span is not None:
                found.append(replace(span, start=start, end=after[1]))
                break
    return found


def _whole(head: str, value: str, read: Callable[[str], Sequence[RawSpan]]) -> RawSpan | None:
    """What all of ``value`` is, below its head or, where that is sure, by itself."""
    if not any(map(str.isdigit, value)):
        return None
    before = f"{head}\n"
    for lead, labels in ((before, None), ("", _SURE_ALONE)):
        for span in read(lead + value):
            whole = (span.start, span.end) == (len(lead), len(lead) + len(value)) and span.score >= _SURE
            if whole and span.label != Label.CASE_REF and (labels is None or span.label in labels):
                return span
    return None
