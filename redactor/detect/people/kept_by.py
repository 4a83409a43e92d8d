# SPDX-License-Identifier: AGPL-3.0-or-later
"""Diaries, log sheets and statements that somebody outside the office wrote: a neighbour for the team that deals with
nuisance, a grandmother about contact, a witness. Whoever signs there is no member of staff. In a scanned bundle such a
paper may begin on any page, and goes on until a page that begins another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redactor.detect.language.found import Unit
from redactor.detect.language.words import RELATION_WORDS, any_of
from redactor.domain.pages import Where

#: So much of a document (letters) is its head, which says what it is. Of a page further on only so many lines are:
#: below them staff may write of a diary that somebody keeps.
_HEAD, _LINES = 700, 4
#: A line that is longer, or says when, is an entry and no heading.
_HEADING = 90
_ENTRY = re.compile(r"\s*\d{1,2}(?:[./-]\d|:\d\d|[ ](?:st|nd|rd|th)?\s*[A-Z][a-z]{2})")
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


#: What heads a paper that only the office writes: there the one before it ends. A title that a neighbour's sheet may
#: have too, such as "report", ends nothing.
_ANOTHER = re.compile(
    r"""(?imx)
      ^[ \t]*(?:[\w'’&-]+[ ]){0,4}
        (?:case[ ]?(?:notes?|records?|summary)|daily[ ](?:logs?|records?|notes?)|contact[ ]records?|running[ ]records?|
           minutes|chronolog(?:y|ies)|assessments?|referrals?|supervision|care[ ]plans?|support[ ]plans?)\b[^\n.]{0,40}$
    """
)


def kept_outside(units: Sequence[Unit], texts: Sequence[str]) -> frozenset[int]:
    """The texts (their numbers in ``units``) that somebody outside the office wrote, by what the heads of their pages
    say. What stands beside the pages goes by the first."""
    found: set[int] = set()
    first: dict[str, bool] = {}
    now: dict[str, bool] = {}
    for number, (unit, text) in enumerate(zip(units, texts, strict=True)):
        if unit.where is not Where.PAGE:
            continue
        group = unit.group or unit.id
        if group not in now:
            first[group] = now[group] = _outside(text[:_HEAD])
        else:
            head = _headings(text)
            now[group] = _outside(head) or (now[group] and not _OWN.search(head) and not _ANOTHER.search(head))
        if now[group]:
            found.add(number)
    beside = (n for n, unit in enumerate(units) if unit.where is not Where.PAGE and first.get(unit.group or unit.id))
    return frozenset(found.union(beside))


def _outside(head: str) -> bool:
    return _OUTSIDE.search(head) is not None and _OWN.search(head) is None


def _headings(text: str) -> str:
    """The lines at the top of a page that say what begins there."""
    lines = [line for line in text[:_HEAD].splitlines() if line.strip()][:_LINES]
    return "\n".join(line for line in lines if len(line) <= _HEADING and not _ENTRY.match(line))
