# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everybody in a record while it is being read, and which written words point to whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from redactor.detect.language.lexicon import Lexicon
from redactor.detect.language.match import closest, ocr_fold
from redactor.detect.language.nameform import Form, Name, initials_of, neat
from redactor.domain.mentions import Role

#: With more people than this, pet names and misspellings are not looked for: it would take the square of their
#: number, and where thousands are named a slip of one name is another's.
MANY = 3000


@dataclass
class Somebody:
    """One person while the record is being read. ``number`` orders people by when they were made."""

    number: int
    given: tuple[str, ...]
    surname: str
    known_id: str = ""
    role: Role = Role.UNKNOWN
    shown: Counter[str] = field(default_factory=Counter)
    #: Folded forenames (short forms, misspellings) and surnames that point here.
    forenames: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    genders: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    fixed_name: str = ""

    @property
    def name(self) -> str:
        if self.fixed_name:
            return self.fixed_name
        return " ".join(neat(w) for w in (*self.given, *self.surname.split()) if w)

    def initials(self) -> set[str]:
        if not self.given or not self.surname:
            return set()
        first = self.given[0]
        names = {initials_of((first, self.surname)), first[0] + self.surname[0]}
        if len(self.given) > 1:
            names.add(initials_of((*self.given, self.surname)))
        return names

    def begins_with(self, letter: str) -> bool:
        """Whether this letter can stand for one of the forenames."""
        return bool(self.given and self.given[0][0] == letter) or any(f.startswith(letter) for f in self.forenames)

    def gender(self, lexicon: Lexicon) -> str:
        if self.genders:
            best, count = self.genders.most_common(1)[0]
            if count * 2 > sum(self.genders.values()):
                return best
        return lexicon.gender.get(self.given[0], "b") if self.given else "b"


class PersonsIndex:
    """Everybody in the record, and the index from name parts to them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.all: list[Somebody] = []
        self.by_forename: dict[str, set[int]] = defaultdict(set)
        self.by_surname: dict[str, set[int]] = defaultdict(set)
        self.by_initials: dict[str, set[int]] = defaultdict(set)
        self.by_joined: dict[str, int] = {}
        #: The letters of initials that were given as another name of the subject.
        self.own_letters: set[str] = set()
        #: By both forenames, which may stand without the surname.
        self.by_two: dict[tuple[str, ...], set[int]] = defaultdict(set)
        self.by_beginning: dict[str, list[int]] = defaultdict(list)
        #: Misspelt surnames and what they were put right to.
        self.spelt: dict[str, str] = {}
        #: Double surnames by their letters, "t-e" for Tudor-Evans.
        self.letters: set[tuple[str, str]] = set()
        #: A short form and a forename that are two people's here (see short_names.py).
        self.apart: frozenset[tuple[str, str]] = frozenset()
        self._fuzzy: dict[str, tuple[frozenset[int], frozenset[int]]] = {}
        self._names: tuple[list[str], list[str]] = ([], [])

    # making people ---------------------------------------------------------------------------------

    def add(self, given: tuple[str, ...], surname: str, **facts: object) -> Somebody:
        person = Somebody(len(self.all), given, surname)
        for name, value in facts.items():
            setattr(person, name, value)
        self.all.append(person)
        if given and len(given[0]) > 4:
            self.by_beginning[given[0][:4]].append(person.number)
        for word in given[:1]:
            self.point(person, forename=word)
        if surname:
            self.point(person, surname=surname)
        if given and surname and not self.lexicon.word(joined := given[0] + surname.replace(" ", "")):
            self.by_joined[joined] = person.number
        for letters in person.initials():
            self.by_initials[letters].add(person.number)
        if bool(given) != bool(surname) and "-" in (surname or given[0]):
            # "TJ" for Tyler-James
            self.by_initials[initials_of((surname or given[0],))].add(person.number)
        return person

    def point(self, person: Somebody, *, forename: str = "", surname: str = "") -> None:
        """Let a written form point to a person."""
        if forename and len(forename) > 1:
            person.forenames.add(forename)
            self.by_forename[forename].add(person.number)
        if surname:
            person.surnames.add(surname)
            # Half a double-barrelled name is used alone as often as the whole.
            for part in {surname, surname.replace("-", " "), *surname.split("-"), *surname.split()[-1:]}:
                if len(part) > 2 or part == surname:
                    self.by_surname[part].add(person.number)
        self._fuzzy.clear()
        self._names = ([], [])

    def seed(self, name: Name, known_id: str = "", role: Role = Role.UNKNOWN, fixed: str = "") -> Somebody:
        """Somebody known beforehand; found again when the same name was seeded before."""
        for person in self.all:
            if (
                person.given[:1] == name.given[:1]
                and person.surname == name.surname
                and (known_id in {"", person.known_id})
            ):
                return person
        if name.form is Form.FULL or name.form is Form.INITIAL_SURNAME:
            return self.add(name.given, name.surname, known_id=known_id, role=role, fixed_name=fixed)
        person = self.add((), name.surname, known_id=known_id, role=role, fixed_name=fixed)
        self.point(person, forename=name.surname)
        if name.form is Form.INITIALS:
            self.by_initials[name.surname].add(person.number)
        return person

    def who(self, word: str) -> tuple[frozenset[int], frozenset[int]]:
        """Whom a word may point to: (by forename, by surname). Misspellings when nobody is called so."""
        word = self.spelt.get(word, word)
        forenames, surnames = self.by_forename.get(word), self.by_surname.get(word)
        if forenames or surnames:
            return frozenset(forenames or ()), frozenset(surnames or ())
        return self._near(word)

    def only_titled(self, bearers: Iterable[int], word: str) -> bool:
        """Whether everybody of a surname that is a forename too is known by title alone: "Hope" is not Miss Hope."""
        return word in self.lexicon.gender and not any(self.all[n].given or self.all[n].known_id for n in bearers)

    def short_for(self, word: str) -> frozenset[int]:
        """The one person whose forename begins with this word ("Cress" for Cressida); nobody when two do."""
        found = [
            n
            for n in self.by_beginning.get(word[:4], ())
            if len(self.all[n].given[0]) > len(word) + 1
            and self.all[n].given[0].startswith(word)
            and (word, self.all[n].given[0]) not in self.apart
        ]
        return frozenset(found if len(found) == 1 else ())

    def exact(self, word: str) -> bool:
        return word in self.by_forename or word in self.by_surname or word in self.spelt

    def _another(self, word: str) -> bool:
        """Whether a word is one of its own, so that no name is meant by it; a seldom one is not that looks to a scan
        like somebody's forename ("Cilia" where Cilla is known)."""
        lexicon = self.lexicon
        if lexicon.word(word) and word not in lexicon.common and len(word) > 4:
            seen = ocr_fold(word)
            return not any(ocr_fold(name) == seen for name in self._names[0])
        return lexicon.word(word) or lexicon.sure_forename(word) or word in lexicon.proper

    def _near(self, word: str) -> tuple[frozenset[int], frozenset[int]]:
        if not self._names[0] and not self._names[1]:
            self._names = (list(self.by_forename), list(self.by_surname))
        cached = self._fuzzy.get(word)
        if cached is not None:
            return cached
        none: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
        result = none
        digits = any(c.isdigit() for c in word)
        lexicon = self.lexicon
        if len(self.by_forename) + len(self.by_surname) > 2 * MANY:
            # In a record of thousands of people a slip of one name is another's.
            return none
        if 3 < len(word) < 25 and (digits or not self._another(word)):
            single = word[:-1] if word.endswith("s") else ""
            if single in self.by_surname or single in self.by_forename:
                # "the Bannisters", "keishas mum".
                result = (frozenset(self.by_forename.get(single, ())), frozenset(self.by_surname.get(single, ())))
            else:
                # A surname others bear is somebody else's rather than a slip of the pen.
                ahead = closest(word, self._names[0])
                behind = closest(word, self._names[1]) if word not in lexicon.surnames or not ahead else []
                if word in lexicon.surnames and not digits:
                    ahead = [n for n in ahead if n not in lexicon.surnames]
                    behind = [n for n in behind if len(n) >= 6]
                result = (
                    frozenset(number for n in ahead for number in self.by_forename[n]),
                    frozenset(number for n in behind for number in self.by_surname[n]),
                )
        self._fuzzy[word] = result
        return result
