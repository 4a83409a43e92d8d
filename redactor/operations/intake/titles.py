# SPDX-License-Identifier: AGPL-3.0-or-later
"""Is what the index prints fit for the requester's eyes? A title must not tell what a box hides."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from redactor.detect import tasks
from redactor.detect.language.dates import DATE, read
from redactor.detect.language.found import Unit
from redactor.domain.pages import Where
from redactor.operations.checking.sweep import open_names, redacted_terms
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome


def name_in_title(view: CaseView, text: str) -> str:
    """The part of ``text`` that is redacted somewhere in the case: a name, also misspelt, a number or a date. "" when
    it is fit to be printed."""
    return next(iter(names_in_titles(view, [text])), "") if text else ""


def names_in_titles(view: CaseView, texts: Iterable[str]) -> dict[str, str]:
    """What is redacted in each of these texts, for those that hold something: {what is redacted: the text}."""
    titles = [text for text in dict.fromkeys(texts) if text]
    if not titles:
        return {}
    terms = _terms(view)
    found: dict[str, str] = {}
    surviving = open_names(view.outcomes, view.mentions, view.people)
    units = [Unit(str(n), text, Where.PAGE, "") for n, text in enumerate(titles)]
    for hit in tasks.sweep(units, list(terms), surviving):
        title = titles[int(hit.unit)]
        if any(day.start() <= hit.start and hit.end <= day.end() for day in DATE.finditer(title)):
            continue  # the month of April is not somebody's name; dates are compared as dates below
        found.setdefault(title[hit.start : hit.end], title)
    hidden = {day for term in terms for day in _days(term)}
    for title in titles:
        for match in DATE.finditer(title):
            if read(match) in hidden:
                found.setdefault(match[0], title)
    return found


def _terms(view: CaseView) -> dict[str, str]:
    """Everything redacted, and every name of somebody who is redacted, on a page or not."""
    terms = redacted_terms(view.outcomes)
    for person in view.people.values():
        ground = view.state.ground_for(person.id)
        if ground is not None and ground.outcome is Outcome.REDACT:
            terms.update(dict.fromkeys((person.name, *person.aliases), person.id))
    return terms


def _days(text: str) -> list[date]:
    return [day for match in DATE.finditer(text) if (day := read(match)) is not None]
