# SPDX-License-Identifier: AGPL-3.0-or-later
"""A forename that two people share, in the greeting and under the mail of one of them."""

from __future__ import annotations

import re

import pytest

from redactor.detect.language.found import RawSpan, SubjectFacts, Unit
from redactor.detect.people.resolve import resolve
from redactor.domain.mentions import Label

MAIL = (
    "Social worker Anna Hext and her aunt Anna Pell met.\n\nFrom: {writer}\nTo: {reader}\nSubject: the visit\n\n"
    "Hi Anna,\n\nAll was well, and Anna Pell agreed.\n\nRegards,\nAnna\n"
)
#: Where a name stands, and the layer that finds it there.
LAYERS = {
    "Social worker ": "role:social worker",
    "aunt ": "relation:aunt",
    "From: ": "mail header",
    "To: ": "mail header",
    "Hi ": "greeting",
    "Regards,\n": "signature",
}


@pytest.mark.parametrize(("reader", "writer"), [("Anna Hext", "Anna Pell"), ("Anna Pell", "Anna Hext")])
def test_whom_a_message_is_to_is_greeted_and_who_wrote_it_signs(reader: str, writer: str) -> None:
    text = MAIL.format(reader=reader, writer=writer)
    raw = []
    for name in re.finditer("Anna(?: Hext| Pell)?", text):
        by = next((layer for before, layer in LAYERS.items() if text.endswith(before, 0, name.start())), "lists")
        raw.append(RawSpan(*name.span(), Label.PERSON, 0.85, by))
    found = resolve([Unit("p1", text, group="doc")], [raw], SubjectFacts("Tabitha Winslow"))
    people = {person.id: person.name for person in found.people}
    bare = [people[s.person] for s in found.spans[0] if text[s.start : s.end] == "Anna"]
    assert bare == [reader, writer]
