# SPDX-License-Identifier: AGPL-3.0-or-later
"""Passages written by hand for training (written/*.txt): whole records, with the flow that filled templates lack.

``[[a person's name]]``, ``((P:a place))``, ``((O:an organisation))``, ``((T:a thing that looks like a name))``. They were written by hands
that had seen no code, word list, template or passage for measuring of the project.
"""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Protocol

from models.recipe.encoder.names import Person
from models.recipe.encoder.notes import ORG, PERSON, PLACE, THING, O, Text

FOLDER = Path(__file__).with_name("written")
MARK = re.compile(r"\[\[(.+?)\]\]|\(\(([POT]):(.+?)\)\)", re.S)
KINDS = {"P": PLACE, "O": ORG, "T": THING}
#: Share of the drawn passages whose people get other names, and of their names that do: the rest stand as they were written,
#: in sentences made for them ("May rang in May").
OTHERS, SWAPPED = 0.5, 0.75
#: A passage of more than LONG words, which one window may not hold whole, is read from its beginning in WHOLE of the cases; else from
#: a later line or sentence that has at least LEAST words after it.
LONG, WHOLE, LEAST = 60, 0.4, 15
_NAME = re.compile(r"[^\W\d_]{3,}")
_BREAK = re.compile(r"\n|(?<=[.!?]) ")


def passages(folder: Path = FOLDER) -> list[str]:
    """Every passage with its marks, without its heading."""
    blocks = [block for file in sorted(folder.rglob("*.txt")) for block in ("\n" + file.read_text(encoding="utf-8")).split("\n=== ")[1:]]
    return [block.partition("\n")[2].strip("\n") for block in blocks]


def unmarked(passage: str) -> str:
    """The words alone."""
    return MARK.sub(lambda m: m[1] or m[3], passage)


class People(Protocol):
    """Where other names come from: ``names.Names``."""

    forenames: list[str]

    def person(self, rng: random.Random) -> Person: ...


class Written:
    """Passages in random order, each seen once before any is seen again."""

    def __init__(self, names: People, folder: Path = FOLDER) -> None:
        self.names = names
        self.all = passages(folder)
        self.forenames = {n.casefold() for n in names.forenames}
        self.turn: list[str] = []

    def make(self, rng: random.Random) -> Text:
        if not self.turn:
            self.turn = rng.sample(self.all, len(self.all))
        return self.labelled(self.piece(self.turn.pop(), rng), rng)

    @staticmethod
    def piece(passage: str, rng: random.Random) -> str:
        """A passage, or of a long one often its end, from a line or a sentence on."""
        inside = [(m.start(), m.end()) for m in MARK.finditer(passage)]
        starts = [m.end() for m in _BREAK.finditer(passage) if not any(a < m.end() < b for a, b in inside)]
        if len(unmarked(passage).split()) <= LONG or rng.random() < WHOLE:
            return passage
        starts = [s for s in starts if len(unmarked(passage[s:]).split()) >= LEAST]
        return passage[rng.choice(starts) :] if starts else passage

    def labelled(self, passage: str, rng: random.Random) -> Text:
        text, last = Text(), 0
        others: dict[str, str] = {}
        swap = rng.random() < OTHERS
        for match in MARK.finditer(passage):
            text.add(passage[last : match.start()], O)
            last = match.end()
            if match[1] is None:
                text.add(match[3], KINDS[match[2]])
            else:
                text.add(_NAME.sub(lambda m: self._other(m[0], others, rng), match[1]) if swap else match[1], PERSON)
        text.add(passage[last:], O)
        return text

    def _other(self, word: str, others: dict[str, str], rng: random.Random) -> str:
        """Another name for ``word``, the same one all through a passage, written as it was."""
        key = word.casefold()
        if key not in others:
            person = self.names.person(rng)
            others[key] = (person.first if key in self.forenames else person.last) if rng.random() < SWAPPED else word
        other = others[key]
        if other == word:
            return word
        return other.lower() if word.islower() else other.upper() if word.isupper() else other
