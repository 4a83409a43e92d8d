# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is printed on the boxes: the catalogue's plain words, a number for each person, or the reason's code. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Final

from redactor.domain.catalogue import catalogue
from redactor.domain.plan import PagePlan, Redaction

#: The reason that hides people. Only its boxes may carry a person's number: any other would tell more than who.
PEOPLE: Final = "TP"
PERSON: Final = "Person {number}"


def with_labels(pages: Sequence[PagePlan], kind: str, known: Mapping[str, int] | None = None) -> tuple[PagePlan, ...]:
    """The pages with the labels that ``kind`` ("words", "person" or "code") prints.

    Persons are numbered in the order in which the release first hides them; those that an earlier release numbered
    (``known``) keep their number, and nobody else gets it. A sealed reason, whose name would tell, prints its neutral
    label whatever was chosen.
    """
    numbers: dict[str, int] = dict(known or {})
    free = count(max(numbers.values(), default=0) + 1)

    def label(redaction: Redaction) -> str:
        reason = catalogue().get(redaction.reason)
        if reason is None or reason.disclosed_reference != reason.reference:
            return redaction.label
        if kind == "code":
            return reason.code
        if kind == "person" and reason.code == PEOPLE and redaction.person:
            if redaction.person not in numbers:
                numbers[redaction.person] = next(free)
            return PERSON.format(number=numbers[redaction.person])
        return redaction.label

    if kind == "words":
        return tuple(pages)
    return tuple(
        replace(
            page,
            redactions=tuple(replace(redaction, label=label(redaction)) for redaction in page.redactions),
            withheld=replace(page.withheld, label=label(page.withheld)) if page.withheld else None,
        )
        for page in pages
    )
