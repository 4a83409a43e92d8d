# SPDX-License-Identifier: AGPL-3.0-or-later
"""Why something was found, as sentences that can be told in another language.

The finder's reasons stand in the case file as plain English: parts between semicolons, each one of the sentences below.
Here they are recognised again; a part that is none of them stays as it was written.
"""

from __future__ import annotations

import re
from functools import lru_cache

from redactor.domain.mentions import LABEL_WORDS, PLACE_OF_WORK, USER_NAME, Label
from redactor.domain.saying import count, joined, said_each, say

#: Of whom nothing in the record says who they are to its subject, nor that they are there for work.
UNSAID = "named in the record; nothing says they act in a professional capacity"

#: Sentences with something of the record in them. The first that fits is taken, so the vaguest stand last.
WITH_VALUES = said_each(
    "'{words}' before the name",
    "'{words}' after the name",
    "named as '{words}'",
    "called '{words}'",
    "in the field '{words}'",
    "points to {name}, by what the record says of them",
    "a form about {subject} gives it as theirs",
    "to {action} something, by the minutes",
    "could be {name} too",
    "also {what}",
    "{detail} of {name}",
    "reads as somebody at work in {some} of {every} places",
)
#: Sentences that are the same wherever they stand, besides those of the finder's own layers.
FIXED = said_each(
    "read as a name",
    "points to a person",
    "whose it is the text does not say",
    "a private one of somebody who is here for work",
    "nothing else says that this is a person",
    "nothing says they act in a professional capacity",
    "named in the record",
    "the data subject of this case",
    "the forename of the data subject",
    "the nearest earlier person this can be in the same document",
    "could also be a professional of this name",
    "could be one of several people of this name",
    "mostly an everyday word or an abbreviation",
    "a letter by itself: they are named far more often than anybody else whose forename begins with it",
    "the record's subject has this surname too",
    "a date of birth in this record",
    "a house of the record by its number",
    "the home of somebody who is not named, by its number",
    "has an official e-mail address",
    "reads as somebody at work",
    "listed surname first, as in an office's own address book",
    "written to at an organisation",
    "signs an entry",
    "decided in this case",
    "the name that was given",
    "the name that was given, over two lines",
    "it would be hidden",
)
_OFTEN = re.compile(r"(?P<what>.+) in (?P<number>\d+) places")
_DETAILS = {label.value.replace("_", " ").lower(): LABEL_WORDS[label] for label in Label} | {
    USER_NAME: say("user name"),
    PLACE_OF_WORK: say("place of work"),
}


def pattern_of(template: str) -> re.Pattern[str]:
    """What a sentence made of ``template`` looks like."""
    between = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(template))
    return re.compile(between)


_PATTERNS = [(pattern_of(template), template) for template in WITH_VALUES]


@lru_cache(maxsize=4096)
def why_again(stored: str) -> str:
    """The finder's reason, recognised; "" for none."""
    return joined([_part(part) for part in stored.split("; ")], "; ") if stored else ""


def _part(part: str) -> str:
    if part in _DETAILS:
        return _DETAILS[part]
    if often := _OFTEN.fullmatch(part):
        return say("{what} in {places}", what=_part(often["what"]), places=count(int(often["number"]), "place"))
    if part.startswith("could be ") and " or " in part:
        names = part.removeprefix("could be ").split(" or ")
        return say("could be {name}", name=_either(names))
    for pattern, template in _PATTERNS:
        if found := pattern.fullmatch(part):
            values = found.groupdict()
            if "what" in values:
                values["what"] = joined([say(what) for what in values["what"].split(", ")])
            if "detail" in values:
                if values["detail"] not in _DETAILS:
                    continue
                values["detail"] = _DETAILS[values["detail"]]
            return say(template, **values)
    return say(part)


def _either(names: list[str]) -> str:
    """ "Ann or Ben", of any number."""
    told = names[-1]
    for name in reversed(names[:-1]):
        told = say("{one} or {other}", one=name, other=told)
    return told
