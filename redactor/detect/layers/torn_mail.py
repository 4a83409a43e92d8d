# SPDX-License-Identifier: AGPL-3.0-or-later
"""E-mail addresses that a narrow cell tears over two lines: "joan.brockle" over "hurst@webpost.example"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BREAK = r"[ \t]{0,2}\n[ \t]{0,2}"
_LABEL = r"[A-Za-z0-9-]{1,63}"
#: What tells that a line's end is within the part before the at sign: a sign that no name of somebody has, and nothing
#: else on the line.
_BEGUN = (
    r"(?<![^\n|])(?=[\w.+-]*[a-z]{2})(?!www\.|\S*\.(?:uk|com|org|net)[ \t]*\n)"
    rf"[a-z0-9]{{1,30}}[._-][\w.+-]{{0,30}}(?<![.\s]){_BREAK}"
)
_WHOLE_DOMAIN = rf"(?:{_LABEL}\.){{1,5}}[A-Za-z]{{2,24}}"
#: A domain is not at its end before its first full stop, nor after "gov." where "uk" follows.
_TORN_DOMAIN = (
    rf"(?:{_LABEL}{_BREAK}(?=[a-z0-9-]{{1,63}}\.[a-z]){_WHOLE_DOMAIN}|{_LABEL}\.{_BREAK}(?:[a-z0-9-]{{2,63}}\.){{0,3}}[a-z]{{2,24}}|"
    rf"{_LABEL}{_BREAK}\.{_WHOLE_DOMAIN}|(?:{_LABEL}\.){{1,4}}(?:co|gov|nhs|org|ac|sch|police|mod)\.?{_BREAK}\.?uk)"
)
_LOCAL = r"[A-Za-z0-9][\w.+'-]{0,63}"
_TORN = re.compile(
    rf"(?<![\w.+'-])(?:{_BEGUN}{_LOCAL}@(?:{_TORN_DOMAIN}|{_WHOLE_DOMAIN})|{_LOCAL}@{_TORN_DOMAIN}|"
    rf"{_LOCAL}@{_BREAK}{_WHOLE_DOMAIN}|(?<![^\n|])(?=[\w.+'-]*[._\d]|[a-z]){_LOCAL}{_BREAK}@{_WHOLE_DOMAIN})(?![\w@])"
)
#: An address reaches no further from its at sign (characters).
_REACH = 140


def torn_emails(text: str) -> Iterator[tuple[int, int]]:
    """Where such addresses stand: offsets, the line's end within."""
    if "\n" not in text:
        return
    last = 0
    at = text.find("@")
    while at >= 0:
        for found in _TORN.finditer(text, max(at - _REACH, last), min(at + _REACH, len(text))):
            if found.start() <= at < found.end() and "\n" in found.group():
                yield found.span()
                last = found.end()
        at = text.find("@", max(at + 1, last))
