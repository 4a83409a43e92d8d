# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words around names (models/lexicon/vocabulary.toml) as sets and patterns.

A role phrase maps to the kind of professional; foster carers, landlords and neighbours are people in the
subject's life, not professionals.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from typing import Any

from redactor.detect.language.lexicon import MODELS
from redactor.detect.language.starts import Anywhere, first_words, lowered
from redactor.domain.mentions import Profession

#: Letters, and what may follow each; "" where a phrase ends.
_Tree = dict[str, "_Tree"]
_DATA: dict[str, Any] = tomllib.loads((MODELS / "lexicon" / "vocabulary.toml").read_text(encoding="utf-8"))


def _words(section: str, name: str) -> frozenset[str]:
    return frozenset(_DATA[section][name].split())


def _phrases(section: str, name: str) -> frozenset[str]:
    parts = (" ".join(phrase.split()) for phrase in _DATA[section][name].split(","))
    return frozenset(phrase for phrase in parts if phrase)


def any_of(phrases: Iterable[str]) -> str:
    """Any of the phrases, the longest that fits, any blanks between words.

    Written as a tree of their beginnings: of hundreds of phrases an alternation would try each in turn at every word.
    """
    tree: _Tree = {}
    for phrase in phrases:
        branch = tree
        for letter in phrase:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _written(tree)


def _written(tree: _Tree) -> str:
    ends = "" in tree
    branches = [
        (r"[ \t]+" if letter == " " else re.escape(letter)) + _written(branch)
        for letter, branch in sorted(tree.items())
        if letter
    ]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"


def _by_kind(section: str) -> dict[str, Profession]:
    """The phrases of a section that has one list for each kind of professional."""
    return {phrase: kind for kind in Profession for phrase in _phrases(section, kind.value)}


TITLES: dict[str, str] = {word: gender for gender in "mfb" for word in _DATA["titles"][gender].split()}

#: Short forms that stand before a name ("SW Patel").
ROLE_SHORT = _by_kind("role_short")
#: Role phrase -> kind. The longest phrase wins where two match.
ROLES = _by_kind("roles")
#: Title -> kind, of those who are met in office ("Dr", "Cllr", "Fr").
TITLE_ROLES = _by_kind("title_roles")
#: Where professionals come from ("housing"); and what a family speaks of as its own as well ("school").
AGENCIES, AGENCIES_MET = _by_kind("agencies"), _by_kind("agencies_met")
#: Letter boxes of a team, before the at sign; hosts of private letter boxes.
MAIL_BOXES, MAIL_PRIVATE = _words("mail", "boxes"), _words("mail", "private")
#: What ends the name of a post, and what makes it one outside an office.
JOB_HEADS, PRIVATE_WORK = _phrases("posts", "heads"), _words("posts", "private")
#: The single words of all role phrases.
ROLE_WORDS = frozenset(word for phrase in ROLES for word in phrase.split())
#: What may stand before a role ("previous social worker").
QUALIFIERS = (
    "(?:(?:previous|former|current|new|allocated|assigned|named|duty|locum|lead|senior|deputy|assistant|acting|agency|"
    "newly qualified|trainee|student|interim|principal|specialist|community|hospital|area|chief|clinical|"
    "her|his|their|my|our|your|the) ){0,4}"
)
#: "PC 4417 ": before an officer's surname.
RANK_AND_NUMBER = re.compile(
    r"(?i)(?<![\w-])(?:PC|PS|PCSO|WPC|DC|DS|DI|DCI|Sgt|Sergeant|Insp|Inspector|Officer)\.?[ \t]\d{2,6}[ \t]{1,2}\Z"
)
#: A role phrase anywhere, whole words, any case.
ROLE = re.compile(rf"(?<![\w-])(?:{any_of(ROLES)})(?![\w-])", re.I)
ROLES_IN = Anywhere(ROLE, first_words(ROLES))
ROLES_SHORT_IN = Anywhere(re.compile(rf"(?<![\w-])(?:{any_of(ROLE_SHORT)})(?![\w-])", re.I), first_words(ROLE_SHORT))

#: Relation words that are as often used of anybody ("the child", "a friend"): weak on their own.
LOOSE = _words("relations", "loose")
RELATION_WORDS = _words("relations", "words") | _phrases("relations", "phrases")
_REL_QUALIFIERS = frozenset(
    (
        "maternal",
        "paternal",
        "biological",
        "birth",
        "adoptive",
        "foster",
        "former",
        "new",
        "late",
        "older",
        "younger",
        "elder",
        "eldest",
        "youngest",
        "twin",
        "step",
        "half",
        "alleged",
        "private",
    )
)
_REL_QUALIFIER = rf"(?:(?:{'|'.join(sorted(_REL_QUALIFIERS, key=lambda word: (-len(word), word)))})[ \t]+){{0,4}}"
#: A relation with its qualifiers: "maternal grandmother", "next-door neighbour".
RELATION = re.compile(
    rf"(?<![\w'-])(?P<rel>{_REL_QUALIFIER}(?:{any_of(RELATION_WORDS)}))(?P<plural>s|ren)?(?![\w-])", re.I
)
RELATIONS_IN = Anywhere(RELATION, _REL_QUALIFIERS | first_words(RELATION_WORDS, ("", "s", "ren")))

AUTHOR_FIELDS = _phrases("fields", "author")
FAMILY_FIELDS = _phrases("fields", "family")

MONTHS = _words("dates", "months")
MONTHS_SHORT = _words("dates", "months_short")
DAYS = _words("dates", "days")
DAYS |= {day + "s" for day in DAYS if len(day) > 5}

#: Never part of a name, whatever the capital: function words and the furniture of records.
STOP = _words("words", "stop") | MONTHS_SHORT | DAYS
#: A capitalised run that ends in one of these is a place, an organisation or a thing ...
THING_AFTER = _words("words", "thing_after")
#: ... and these are so even as the last word of the run itself (the others are surnames as well).
SURE_THINGS = THING_AFTER - _words("words", "thing_or_surname")
#: What the name of a firm ends in.
FIRM_WORDS = _words("words", "firms")
THING_BEFORE = _words("words", "thing_before")
HUMAN_VERBS = _words("words", "human_verbs")
TOWNS = _words("words", "towns")
TOWNS_SMALL = _words("words", "towns_small")
SHORTHAND = _words("words", "shorthand")
ABBREVIATIONS = _words("words", "abbreviations")
STREETS = _words("words", "streets")
NOT_AFTER_NUMBER = _words("words", "not_after_number")
ESTABLISHMENTS = _words("words", "establishments")
PETS = _words("words", "pets")
FESTIVALS = _words("words", "festivals")
MEDICINE_ENDINGS = tuple(sorted(_words("words", "medicine_endings")))
MEDICINE_AFTER = _words("words", "medicine_after")
#: "German", "Tamil": an origin, a language or a faith, not a name.
DEMONYMS = _words("words", "demonyms")
_FIXED = _phrases("words", "not_people") | _phrases("words", "brands") | _phrases("words", "towns_long")
NOT_PEOPLE = re.compile(rf"(?<!\w)(?:{any_of(_FIXED)})(?!\w)", re.I)
NOT_PEOPLE_IN = Anywhere(NOT_PEOPLE, first_words(_FIXED))
#: Right before a person: "spoke to X", "worried about X"; matched at the end of the text before.
_BEFORE_PERSON = _phrases("words", "before_person")
_BROUGHT = re.compile(rf"(?<!\w)(?:{any_of(_BEFORE_PERSON)})[ \t]+$", re.I)
#: Their last letters: most words end otherwise, and what stands before them need not be searched.
_BEFORE_PERSON_ENDS = frozenset(lowered(phrase)[-2:] for phrase in _BEFORE_PERSON)


def brings_person(before: str) -> bool:
    """Whether ``before`` (without line breaks) ends in words that bring a person."""
    bare = before.rstrip(" \t")
    if len(bare) == len(before) or lowered(bare[-2:]) not in _BEFORE_PERSON_ENDS:
        return False
    return _BROUGHT.search(before) is not None
