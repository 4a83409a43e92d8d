# SPDX-License-Identifier: AGPL-3.0-or-later
"""Give a name: the whole case has it at once, misspellings included. One journal event, undone like any other.

The word index says which pages can hold it; only those are read. Nothing is analysed again, and when it is, the
name is known to the finder too.
"""

from __future__ import annotations

import re
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from redactor.casefile.identity import Identity
from redactor.detect.sweep.one_name import NamePlace, OneName, name_words
from redactor.domain.errors import BadInput
from redactor.domain.journal import Anchor, Event, Kind
from redactor.domain.mentions import Person, Profession, Role
from redactor.domain.pages import PageContent, Place, Where
from redactor.domain.saying import say
from redactor.operations.finding.findings import shown_boxes
from redactor.operations.view import CaseView
from redactor.review.decisions.anchors import same_words
from redactor.review.decisions.decided import PageKey, person_to_json
from redactor.review.decisions.named import given, laid

#: More words than this are no name.
MOST_WORDS = 6
Found = tuple[Anchor, NamePlace]


def add_name(
    view: CaseView,
    name: str,
    *,
    person: str = "",
    role: Role | None = None,
    profession: Profession | None = None,
    signer: Identity | None = None,
) -> Event:
    """``name`` is somebody's: every place it stands is a mention of them from now on, misspellings as possible.

    With ``person`` (an id) it is another name of somebody the case knows; so it is without one where somebody has
    exactly this name. Otherwise a new person, another person unless ``role`` says else. Raises BadInput when it is no
    name, stands nowhere, or is known in all its places.
    """
    view.case.require_writable()
    name = checked_name(name)
    who = view.person(person) if person else _called(view, name)
    new = who is None
    if who is None:
        who = Person(str(uuid.uuid4()), name, (), role or Role.THIRD_PARTY, profession)
    else:
        if not same_words(name, who.name):
            who = replace(who, aliases=tuple(sorted({*who.aliases, name})))
        if role is not None:
            who = replace(who, role=role, profession=profession or who.profession)
    found = list(find_name(view, who, name))
    places = list(_new_places(view, who, found))
    if not places:
        known = "is known in every place it stands" if found else "is nowhere in this case"
        raise BadInput(
            f"'{name}' {known}",
            do="Check the spelling; redactor find CASE TEXT --fuzzy shows what is near",
        )
    payload = {
        "person": person_to_json(who),
        "name": name,
        "role_decided": new or role is not None,
        "anchors": [anchor.to_json() for anchor, _ in places],
        "spans": [span_of(place) for _, place in places],
    }
    return view.record(Kind.PERSON_NAMED, payload, signer)


def checked_name(name: str) -> str:
    """The name with single blanks. Raises BadInput for what cannot be one."""
    name = " ".join(name.split())
    words = name_words(name)
    if not words or max(map(len, words)) < 2 or re.search(r"[\d@]", name):
        raise BadInput(
            say("'{name}' is no name", name=name) if name else "there is no name",
            do="Give a forename, a surname or both; numbers and addresses: "
            "redactor redact CASE --text T --everywhere --as ID",
        )
    if len(name.split()) > MOST_WORDS or len(name) > 80:
        raise BadInput("this is longer than a name", name[:40], "Give one person's name at a time")
    return name


def find_name(view: CaseView, who: Person, name: str) -> Iterator[Found]:
    """Every place of the case where the name stands, pages and what lies beside them, in the order of the case."""
    readable = (Role.SUBJECT, Role.PROFESSIONAL)
    rest = [p for p in view.people.values() if p.id != who.id]
    stay = [n for p in rest if p.role in readable and who.role not in readable for n in (p.name, *p.aliases)]
    stay += [str(n) for n in (view.fact("subject"), *view.fact("aliases", ())) if n]
    stay = [n for n in dict.fromkeys(stay) if not same_words(n, name)]
    wanted = OneName((name,), [p.name for p in rest], stay)
    vocabulary = [word for word, _ in view.case.vocabulary()]
    near = wanted.worth_a_look(vocabulary)
    keys = set(view.case.pages_with(near))
    # A word that a hyphen breaks over a line stands in the index beside the vocabulary.
    for part in wanted.parts:
        if len(part) > 3:
            keys.update(view.case.search(part))
    for sha, document in view.documents.items():
        own = [Place(Where.FILENAME, document.name), *view.case.document_places(sha)]
        for place in own:
            for found in wanted.places(place.text):
                yield Anchor(sha, place.page or 0, place.where, _words(place.text, found)), found
    for sha, content in _pages(view, keys):
        number = content.page
        for found in wanted.places_of(content.text, near):
            boxes = content.boxes_between(found.start, found.end)
            yield Anchor(sha, number, Where.PAGE, _words(content.text, found), boxes), found
        for place in content.places:
            for found in wanted.places(place.text):
                text = _words(place.text, found)
                yield Anchor(sha, number, place.where, text, shown_boxes(content, place, text)), found


def _pages(view: CaseView, keys: Iterable[PageKey]) -> Iterator[tuple[str, PageContent]]:
    """Those of the pages that have been read, in the order of the case."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for sha, number in sorted(keys):
        numbers[sha].append(number)
    for sha in view.documents:
        if sha in numbers:
            yield from ((sha, content) for content in view.case.pages(sha, numbers[sha]))


def span_of(place: NamePlace) -> list[Any]:
    """The place as the journal's event keeps it beside its anchor."""
    return [place.start, place.end, str(place.tier), place.whole, place.why]


def _words(text: str, found: NamePlace) -> str:
    return " ".join(text[found.start : found.end].split())


def _called(view: CaseView, name: str) -> Person | None:
    """The one person who has exactly this name. A bare forename may be anybody's, but for who is known by it alone."""
    several = len(name_words(name)) > 1
    found = [
        p for p in view.people.values() if any(same_words(name, n) for n in (p.name, *(p.aliases if several else ())))
    ]
    return found[0] if len(found) == 1 else None


def _new_places(view: CaseView, who: Person, places: Iterable[Found]) -> Iterator[Found]:
    """Those that change what is mentioned on their page: not this person's already, nor somebody else's for sure."""
    for anchor, place in places:
        near = [
            m
            for m in view.by_page.get((anchor.document, anchor.page), ())
            if m.where is anchor.where and m.start < place.end and place.start < m.end
        ]
        if not near:
            yield anchor, place
            continue
        if any(m.person == who.id and (m.tier is place.tier or not place.whole) for m in near):
            continue
        if laid(near, given("", anchor, span_of(place), who.id)) != near:
            yield anchor, place
