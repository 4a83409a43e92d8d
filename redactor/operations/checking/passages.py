# SPDX-License-Identifier: AGPL-3.0-or-later
"""The passages that are held back, with what holds each: their near-copies must not stay open elsewhere unasked."""

from __future__ import annotations

import re

from redactor.domain.mentions import Role
from redactor.domain.pages import PageContent, Where
from redactor.domain.plan import Redaction
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import PageKey

#: Characters; a redacted text beyond this is a passage, not a name, number or address.
LONGEST_TERM = 80
#: A redacted text of this many words that is nobody's name is a passage too.
PASSAGE_WORDS = 6
#: Who wrote when to whom stands over every answer as well: it is not what a withheld page says.
_HEAD = re.compile(r"(?mi)^[> \t]{0,8}(?:from|to|cc|bcc|sent|date|oddi wrth|at|anfonwyd|dyddiad)[ \t]{0,4}:.*$")


def held_passages(view: CaseView) -> dict[str, Redaction]:
    """Redacted texts of which near-copies are looked for, in order: longer ones, sentences that are nobody's name, and
    what stands on pages that are withheld whole."""
    found: dict[str, Redaction] = {}
    keeps = view.state.arrangement.keeps
    for key, outcome in view.outcomes.items():
        if outcome.plan.withheld is not None:
            content = view.case.page(*key) if keeps(*key) else None
            if content is not None:
                found.setdefault(_telling(view, key, content), outcome.plan.withheld)
            continue
        for redaction in outcome.plan.redactions:
            words = len(redaction.text.split())
            if len(redaction.text) > LONGEST_TERM or (not redaction.person and words >= PASSAGE_WORDS):
                found.setdefault(redaction.text, redaction)
    return dict(sorted(found.items()))


def _telling(view: CaseView, key: PageKey, content: PageContent) -> str:
    """The page's words without the names and details of the subject and of professionals: those stand everywhere."""
    text = list(content.text)
    for mention in view.by_page.get(key, ()):
        person = view.people.get(mention.person)
        if mention.where is Where.PAGE and person is not None and person.role in (Role.SUBJECT, Role.PROFESSIONAL):
            text[mention.start : mention.end] = " " * (mention.end - mention.start)
    return _HEAD.sub(" ", "".join(text))
