# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a record says somebody is called besides: 'Gordon "Gaz" Pell', "Gaz (Gordon Pell)". Gaz alone, and Gaz Pell, are
then Gordon Pell, and are decided about with him."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.text import fold
from redactor.detect.language.words import RELATION_WORDS, ROLE_WORDS, TITLES
from redactor.detect.people.people import People
from redactor.detect.people.persons_index import Somebody

_NICK = r"[A-Z][\w-]{1,14}"
_NAME = r"[A-Z][\w'-]+"
_BETWEEN = re.compile(rf"(?<![\w'-])({_NAME})[ \t]+[\"'“‘]({_NICK})[\"'”’][ \t]+({_NAME})")
_BEFORE = re.compile(rf"(?<![\w'-])({_NICK})[ \t]+\([ \t]?({_NAME})[ \t]+({_NAME})\)")
_AFTER = re.compile(rf"(?<![\w'-])({_NAME})[ \t]+({_NAME})[ \t]+\([ \t]?[\"'“‘]({_NICK})[\"'”’][ \t]?\)")


def nicknames(texts: Sequence[str], people: People) -> None:
    """Let every nickname that a text gives with a whole name point to that person, once the people are made. Where
    somebody else is called so too, nothing is changed: whom it means is told by what stands around it."""
    for forename, nick, surname in sorted(set(_given(texts, people.lexicon))):
        owners = people.by_forename.get(forename, set()) & people.by_surname.get(surname, set())
        if len(owners) > 1 or nick in {forename, surname} or not people.exact(nick):
            continue
        if any(not _same(people.all[n], nick, surname) for n in _called(people, nick) - owners):
            continue
        owner = people.all[min(owners)] if owners else people.add((forename,), surname)
        for word in (nick, forename):
            for number in _called(people, word) - {owner.number}:
                if _same(people.all[number], word, surname):
                    people.by_forename[word].discard(number)
                    people.by_surname[word].discard(number)
                    people.by_surname[surname].discard(number)
        people.point(owner, forename=nick)


def _called(people: People, word: str) -> set[int]:
    return people.by_forename.get(word, set()) | people.by_surname.get(word, set())


def _same(person: Somebody, word: str, surname: str) -> bool:
    """Whether somebody is known by this word alone, or by it and the surname: no more than the nickname tells."""
    return not person.known_id and person.given in ((), (word,)) and person.surname in {word, surname, ""}


def _given(texts: Sequence[str], words: Lexicon) -> Iterator[tuple[str, str, str]]:
    """(forename, nickname, surname), folded, wherever a text puts the three together."""
    for text in texts:
        for match in _BETWEEN.finditer(text) if any(mark in text for mark in "\"'“‘") else ():
            yield from _one(match[1], match[2], match[3], words)
        if "(" in text:
            for match in _BEFORE.finditer(text):
                if _short_for(fold(match[1]), fold(match[2]), words):
                    yield from _one(match[2], match[1], match[3], words)
            for match in _AFTER.finditer(text):
                yield from _one(match[1], match[3], match[2], words)


def _short_for(nick: str, forename: str, words: Lexicon) -> bool:
    """Whether a word before a whole name in brackets is made of that forename. "Sarah (Emma Pell)" are two as likely as
    one, and so are "Orrin (Emma Pell)", a worker and her case, and "Kez (Emma Pell)", who came with her."""
    if words.same_forename(nick, forename):
        return True
    return nick[0] == forename[0] and nick not in words.gender and nick not in words.surnames


def _one(forename: str, nick: str, surname: str, words: Lexicon) -> Iterator[tuple[str, str, str]]:
    low = fold(nick)
    if low in RELATION_WORDS or low in ROLE_WORDS or low in TITLES or (words.word(low) and low not in words.gender):
        return
    yield fold(forename), low, fold(surname)
