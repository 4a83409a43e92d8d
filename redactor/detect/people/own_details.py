# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whose home is this? What may be the subject's own address or number is asked, not guessed.

A family's address stands beside every name of the family, and the finder gives it to whom it stands beside most. To
hide the subject's own home from them is over-redaction; to show somebody else's is a breach. A person says which it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from redactor.detect.language.found import RawSpan
from redactor.detect.people.owners import GIVEN, Owners
from redactor.detect.people.record import Record
from redactor.domain.mentions import Label, Person, Role
from redactor.domain.own import OwnDetail, written

#: From so many votes (owners.py) on the subject's name is near enough to ask: one place in a row or beside the name.
LEAST = 1.0
#: What is asked about.
ASKED = frozenset(
    {Label.ADDRESS, Label.POSTCODE, Label.PHONE, Label.EMAIL, Label.NHS_NUMBER, Label.NINO, Label.UPN, Label.CAR_REG}
)
#: Numbers a record mostly holds of its subject: asked about even where nobody's name is near.
_ONE_EACH = frozenset({Label.NHS_NUMBER, Label.NINO, Label.UPN})
#: A form's field for the name of whom it is about, and the field a detail stands in, right before it.
_NAMED = re.compile(
    r"(?im)^[ \t]*(?:full |given |fore|sur|first )?(?:name|person|child|client|patient|service user|customer|applicant|"
    r"pupil|student|young person|subject|tenant|resident|carer|parent|mother|father|next of kin|emergency contact)"
    r"(?:'s name|'s details| name| details)?(?: of [a-z ]{3,20})?[ \t]*(?:\([^)\n]{0,20}\))?[ \t]*[:|\t\n]"
)
_FIELD = re.compile(
    r"(?i)(?:^|[\n\t|:]|[ ]{2})[ \t]*(?:(?:home|current|present|last|previous|mobile|contact|telephone|phone) ){0,2}"
    r"(?:address|addr|tel|telephone|phone|mobile|mob|number|no|e-?mail|post ?code|ni|nino|nhs|upn|national insurance)"
    r"\b[^\n:|\t]{0,24}[:|\t\n.][^:|\t]{0,60}\Z"
)
#: A form's block of somebody's details is at most so long (characters) from the name to the detail.
_BLOCK, _BESIDE = 320, 6
_Key = tuple[Label, str]


def own_details(record: Record, owners: Owners, persons: Mapping[int, Person]) -> tuple[OwnDetail, ...]:
    """What to ask about, in the order of the record. Nothing without a subject."""
    if record.subject < 0:
        return ()
    found: dict[_Key, dict[str, str]] = defaultdict(dict)
    in_form: set[_Key] = set()
    for number, (text, spans) in enumerate(zip(record.texts, record.raw, strict=True)):
        for span in spans:
            if span.label in ASKED:
                as_written = " ".join(text[span.start : span.end].split())
                key = (Label(span.label), owners.key(span.label, as_written)[1])
                found[key].setdefault(written(as_written), as_written)
                if key not in in_form and _in_form(record, number, span):
                    in_form.add(key)
    known = {label for label, value in found if owners.best(label, value) == record.subject}
    details = []
    for (label, value), texts in found.items():
        why = _why(record, owners, persons, (label, value), known, in_form)
        if why:
            details.append(OwnDetail(label, frozenset(texts), max(texts.values(), key=len), why))
    return tuple(details)


def _in_form(record: Record, number: int, span: RawSpan) -> bool:
    """Whether it is a field of a form whose nearest field for a name above it holds the subject's."""
    text = record.texts[number]
    begin = max(span.start - _BLOCK, 0)
    above = text[begin : span.start]
    if not _FIELD.search(above[-100:]):
        return False
    fields = list(_NAMED.finditer(above))
    if not fields:
        return False
    at = begin + fields[-1].end()
    return any(
        place.person == record.subject and at - 1 <= place.start <= at + _BESIDE for place in record.places[number]
    )


def _why(
    record: Record,
    owners: Owners,
    persons: Mapping[int, Person],
    key: _Key,
    known: set[Label],
    in_form: set[_Key],
) -> str:
    """What speaks for it being the subject's; "" when nothing does, or when whose it is was said beforehand."""
    votes = owners.votes.get(key, {})
    if any(count >= GIVEN for count in votes.values()):
        return ""
    subject = persons[record.subject].name
    others = [number for number in sorted(votes, key=lambda n: -votes[n]) if number != record.subject]
    if key in in_form:
        return f"a form about {subject} gives it as theirs"
    foremost = next((n for n in others[:1] if votes[n] >= votes.get(record.subject, 0)), -1)
    if foremost >= 0 and persons[foremost].role is Role.PROFESSIONAL:
        return ""
    if votes.get(record.subject, 0) >= LEAST:
        beside = " and ".join(persons[number].name for number in others[:2])
        return f"it stands near the name of {subject}" + (f", and near that of {beside}" if beside else "")
    if not votes and key[0] in _ONE_EACH and key[0] not in known:
        return f"nobody's name stands near it, and no other such number is known to be {subject}'s"
    return ""
