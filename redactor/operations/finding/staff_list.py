# SPDX-License-Identifier: AGPL-3.0-or-later
"""A list of staff as an office has it already: a first line that names the columns, one person a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from redactor.detect.language.words import ROLE, ROLE_SHORT, ROLES
from redactor.domain.mentions import Profession

#: What such columns are called, in small letters.
COLUMNS: Mapping[str, frozenset[str]] = {
    "name": frozenset({"name", "full name", "staff name", "employee name", "employee", "display name"}),
    "forename": frozenset({"forename", "forenames", "first name", "given name", "known as"}),
    "surname": frozenset({"surname", "last name", "family name"}),
    "job": frozenset({"job title", "job", "role", "post", "post title", "position", "job role"}),
    "mail": frozenset({"email", "e-mail", "email address", "e-mail address", "work email"}),
    "telephone": frozenset({"telephone", "phone", "telephone number", "phone number", "work telephone", "work phone"}),
    "team": frozenset({"team", "team name", "service"}),
}
#: In the place of a name where a post has nobody.
_NOBODY = re.compile(r"(?i)\W*(?:vacan\w+|tb[ac]|n/?a|none|agency)?\W*(?:post)?\W*")
#: "Dr Hale", "Hale, Ms Ann": on these lists nobody is found by their title.
_TITLE = re.compile(r"(?i)\b(?:mr|mrs|ms|miss|mx|dr|prof)\b\.?[ ]*")


def columns(head: Sequence[str]) -> dict[str, int]:
    """Where each known column stands, by the first line; {} where this is no list of staff."""
    found: dict[str, int] = {}
    for number, cell in enumerate(head):
        called = " ".join(cell.casefold().replace("_", " ").split())
        for column, names in COLUMNS.items():
            if called in names:
                found.setdefault(column, number)
    return found if "name" in found or {"forename", "surname"} <= set(found) else {}


def of_line(cells: Sequence[str], at: Mapping[str, int]) -> Iterator[tuple[str, str, str]]:
    """What a line puts on the office's lists (kind, value, profession): whoever it names, where they can be reached at
    work, their team. Nothing for a post that nobody holds."""

    def cell(column: str) -> str:
        number = at.get(column, -1)
        return " ".join(cells[number].split()) if 0 <= number < len(cells) else ""

    name = cell("name") if "name" in at else f"{cell('forename')} {cell('surname')}".strip()
    if "," in name:
        surname, _, forename = name.partition(",")
        name = f"{forename.strip()} {surname.strip()}".strip()
    name = _TITLE.sub("", name).strip()
    if _NOBODY.fullmatch(name) is None:
        yield "staff", name, _profession(cell("job"))
        for column in ("mail", "telephone"):
            if value := cell(column):
                yield "number", value, ""
    if team := cell("team"):
        yield "team", team, ""


def _profession(job: str) -> str:
    """What kind of work a post is; "" where its words do not say."""
    found = ROLE.search(job)
    phrase = " ".join(found.group().lower().split()) if found else ""
    kind = ROLE_SHORT.get(phrase) or ROLES.get(phrase, Profession.OTHER)
    return "" if kind is Profession.OTHER else str(kind)
