# SPDX-License-Identifier: AGPL-3.0-or-later
"""Diaries, log sheets and statements that somebody outside the office wrote: a neighbour for the team that deals with
nuisance, a grandmother about contact, a witness. Whoever signs there is no member of staff."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.detect.language.found import Unit
from redactor.detect.language.words import RELATION_WORDS, any_of
from redactor.domain.pages import Where

#: So much of a document (letters) is its head, which says what it is.
_HEAD = 700
_SHEET = r"(?:diar(?:y|ies)|log(?:[ -]?(?:sheets?|books?))?|record(?:ing)? sheets?|sheets?)"
_OUTSIDE = re.compile(
    rf"""(?ix)
      \b(?:nuisance|noise|anti[- ]?social[ ]behaviou?r|asb|neighbour(?:hood)?|harassment|hate[ ](?:crime|incident))\b
        [^\n.]{{0,40}}\b{_SHEET}\b
    | \b{_SHEET}\b[^\n.]{{0,30}}\b(?:of[ ](?:nuisance|noise|harassment|incidents[ ]witnessed))\b
    | \b(?:diary|log|notes?|record)[ \n](?:was[ ])?(?:kept|made|written|completed|filled[ ]in)[ \n]by[ \n]
        (?=(?:(?!\n\n).){{0,60}}?\b(?:{any_of(RELATION_WORDS)}|complainant|tenant|resident|neighbour|witness)\b)
    | \bkept[ \n]by[ \n](?=[^\n]{{0,60}}\b(?:{any_of(RELATION_WORDS)}|complainant|tenant|resident|neighbour)\b)
    | \b(?:keep|complete|fill[ ]in|use)[ \n]th(?:is|ese)[ \n](?:diar(?:y|ies)|log|sheets?|form)\b
    | \b(?:write[ ]down|tell[ ]us)[ \n]what[ \n]you[ \n](?:see|saw|hear|heard)\b
    | \b(?:please[ ])?return[ ](?:this|these|it|them|completed)?[^\n.]{{0,30}}\bto[ ](?:the|your|us)\b
        (?=(?s:.){{0,300}}\b(?:your[ ]name|complainant|address[ ]of[ ](?:nuisance|complainant)))
    | \b(?:complainant|person[ ]complaining|diary[ ]keeper)(?:'s[ ]name)?[ ]?:
    | \bwitness[ ]statement\b
    """
)
#: The office's own, whatever else it says.
_OWN = re.compile(r"(?i)\b(?:officer'?s?|staff|warden'?s?|caretaker'?s?|care ?workers?'?) (?:diary|log|notes)\b")


def kept_outside(units: Sequence[Unit], texts: Sequence[str]) -> frozenset[str]:
    """The documents (their groups) that were written by somebody outside the office, by what their head says."""
    seen: set[str] = set()
    found: set[str] = set()
    for unit, text in zip(units, texts, strict=True):
        group = unit.group or unit.id
        if unit.where is not Where.PAGE or group in seen:
            continue
        seen.add(group)
        head = text[:_HEAD]
        if _OUTSIDE.search(head) and not _OWN.search(head):
            found.add(group)
    return frozenset(found)
