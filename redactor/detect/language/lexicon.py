# SPDX-License-Identifier: AGPL-3.0-or-later
"""Word lists: forenames, surnames, nicknames, English words (models/lexicon; made by models/recipe)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

MODELS = Path(__file__).resolve().parents[3] / "models"
#: Forenames of two letters that are nobody's short form in the list.
_OF_TWO = frozenset(("ty", "mo", "bo", "cy", "jo", "lu", "qi", "li", "yu", "xi", "an", "oz", "su", "ka", "em"))


@dataclass(frozen=True)
class Lexicon:
    """``gender`` maps a forename to "m", "f" or "b" (both, or not known). ``short`` maps a name to its
    short forms and back. ``common`` are everyday English words (``basic`` the most frequent
    of them, and those of records in Welsh), ``known`` the rest of a dictionary."""

    gender: dict[str, str]
    surnames: frozenset[str]
    basic: frozenset[str]
    common: frozenset[str]
    known: frozenset[str]
    proper: frozenset[str]
    short: dict[str, frozenset[str]]

    def forename(self, word: str) -> bool:
        return word in self.gender

    def word(self, word: str) -> bool:
        """Whether it is also an ordinary English word."""
        if word in self.common or word in self.known:
            return True
        # "well-known", "radar-trap"; not "Ellie-Mae", whose halves are names.
        return "-" in word and all(
            half in self.common and half not in self.gender and half not in self.surnames for half in word.split("-")
        )

    def sure_forename(self, word: str) -> bool:
        """A forename that is nothing else in English."""
        return word in self.gender and len(word) > 2 and word not in self.common and word not in self.known

    def nameless(self, word: str) -> bool:
        """An ordinary English word that is on no list of names."""
        return self.word(word) and word not in self.gender and word not in self.surnames

    def misread(self, word: str) -> bool:
        """Whether a scan's letters make an everyday word of what is no word or name: "narne" is "name"."""
        if len(word) < 4 or word in self.gender or word in self.surnames or self.word(word):
            return False
        return _looks(word) in _looks_of(self.basic)

    def unheard(self, word: str) -> bool:
        """A word no list knows except, perhaps, as a name."""
        return word not in self.common and word not in self.known and (word not in self.proper or word in self.gender)

    def of_two(self, word: str) -> bool:
        """Whether two letters are a forename of their own: "Jo", "Ty"."""
        return len(word) == 2 and (word in self.short or word in _OF_TWO)

    def same_forename(self, a: str, b: str) -> bool:
        """Whether one is a usual short form of the other ("Sue", "Susan")."""
        if a == b or b in self.short.get(a, ()):
            return True
        if len(a) > 3 and a.endswith("s") and not b.endswith("s") and b in self.short.get(a[:-1], ()):
            return True  # "Debs" for Deborah
        shorter, longer = sorted((a, b), key=len)
        if len(shorter) < 3 or len(longer) - len(shorter) < 1:
            return False
        # "Barney" for Barnaby, "Mo" is too short to tell; an ending in -y/-ie on a common beginning.
        stem = shorter.removesuffix("ie").removesuffix("y").removesuffix("s")
        if len(stem) < 3:
            stem = shorter  # "Des" for Desmond
        return longer.startswith(stem) and shorter not in self.common and not self._two_names(shorter, longer)

    def _two_names(self, shorter: str, longer: str) -> bool:
        """Whether a letter or an ending makes another forename: "Eva" and "Evan", "Leo" and "Leona". "Sara" and "Sarah"
        are two ways to write one."""
        rest = longer.removeprefix(shorter)
        another = (len(rest) == 1 and rest not in "heyk") or (len(rest) == 2 and rest[1] == "a")
        return another and shorter in self.gender and longer in self.gender


#: Letters and pairs that scans take for one another.
_ALIKE = str.maketrans("01|!58", "ollisb")


def _looks(word: str) -> str:
    word = word.translate(_ALIKE)
    for pair, single in (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u")):
        word = word.replace(pair, single)
    return word


@cache
def _looks_of(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_looks, words))


def _read(name: str) -> list[str]:
    return (MODELS / "lexicon" / name).read_text(encoding="utf-8").split("\n")[:-1]


@cache
def lexicon() -> Lexicon:
    """The lists, read once (about 0.15 s, 15 MB)."""
    gender = {}
    for line in _read("forenames.txt"):
        name, _, kind = line.partition(" ")
        gender[name] = kind or "b"
    short: dict[str, set[str]] = {}
    for line in _read("nicknames.txt"):
        a, b = line.split(" ")
        short.setdefault(a, set()).add(b)
        short.setdefault(b, set()).add(a)
    welsh = _read("words-welsh.txt")
    return Lexicon(
        gender=gender,
        surnames=frozenset(_read("surnames.txt")),
        basic=frozenset([*_read("words-basic.txt"), *welsh]),
        common=frozenset([*_read("words-common.txt"), *welsh]),
        known=frozenset(_read("words-known.txt")),
        proper=frozenset(_read("words-proper.txt")),
        short={name: frozenset(others) for name, others in short.items()},
    )
