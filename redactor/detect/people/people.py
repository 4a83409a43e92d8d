# SPDX-License-Identifier: AGPL-3.0-or-later
"""From names to people: which written names are one person, and which parts point to whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from redactor.detect.language.match import closest, similar
from redactor.detect.language.nameform import Form, Name
from redactor.detect.language.words import TITLES
from redactor.detect.people.middle_names import completed
from redactor.detect.people.persons_index import MANY, PersonsIndex, Somebody
from redactor.domain.mentions import Role


class People(PersonsIndex):
    """Makes people out of the names that were found, and keeps them."""

    def cluster(self, names: Iterable[tuple[Name, int, float]], couples: Iterable[tuple[str, str]] = ()) -> None:
        """Make people out of the names the layers found: (name, how often, best score). ``couples`` are forenames
        with the surname of whoever they were named with: it is theirs where nobody else has the forename."""
        known = frozenset((f, s) for person in self.all for f in person.forenames for s in person.surnames)
        names = completed(self._barrels(self._hyphened(self._spelt(list(names)))), known, self.lexicon)
        full: Counter[tuple[str, str]] = Counter()
        given: dict[tuple[str, str], tuple[str, ...]] = {}
        others: list[tuple[Name, int, float]] = []
        for name, count, score in names:
            if name.form is Form.FULL:
                key = (name.given[0], name.surname)
                full[key] += count
                if len(name.given) > len(given.get(key, ())) or key not in given:
                    given[key] = name.given
            else:
                others.append((name, count, score))
        for key, count in sorted(full.items(), key=lambda item: (-item[1], item[0])):
            same = self._same(key, count, full)
            if same is None:
                person = self.add(given[key], key[1])
            else:
                person = self.all[same]
                self.point(person, forename=key[0], surname=key[1])
            if len(given[key]) > 1:
                self.by_two[given[key][:2]].add(person.number)
        for forename, surname in couples:
            if forename not in self.by_forename and forename not in self.by_surname:
                self.add((forename,), surname)
        for letters, surname in sorted(self.letters):
            for person in self.all:
                if person.surname == surname:
                    self.point(person, surname=letters)
        for name, count, score in sorted(
            others, key=lambda item: (item[0].form.value, -item[1], item[0].surname, item[0].given)
        ):
            self._place(name, count, score)

    def _spelt(self, names: list[tuple[Name, int, float]]) -> list[tuple[Name, int, float]]:
        """Surnames no list knows put right where the record has a frequent one they are a slip of."""
        counts: Counter[str] = Counter()
        for name, count, _ in names:
            if name.form in {Form.FULL, Form.TITLED, Form.INITIAL_SURNAME}:
                counts[name.surname] += count
        for person in self.all:
            counts[person.surname] += 3
        frequent = [surname for surname, count in counts.items() if count >= 2 and len(surname) > 3]
        right: dict[str, str] = {}
        for surname, count in counts.items():
            if surname in self.lexicon.surnames or self.lexicon.word(surname) or len(surname) < 4:
                continue
            near = [
                other
                for other in closest(surname, frequent)
                if other != surname
                and (counts[other] >= 3 * count or (other in self.lexicon.surnames and counts[other] >= count))
            ]
            if len(near) == 1:
                right[surname] = near[0]
        for wrong, surname in right.items():
            self.spelt[wrong] = surname
        return [
            (name._replace(surname=right.get(name.surname, name.surname)), count, score) for name, count, score in names
        ]

    def _hyphened(self, names: list[tuple[Name, int, float]]) -> list[tuple[Name, int, float]]:
        """ "Mr Patel Jones" put right where the record has a Patel-Jones: scans lose the hyphen."""
        doubles = {name.surname for name, _, _ in names if "-" in name.surname}
        doubles |= {person.surname for person in self.all if "-" in person.surname}
        out = []
        for name, count, score in names:
            whole = f"{name.given[0]}-{name.surname}" if len(name.given) == 1 else ""
            if name.form is Form.FULL and whole in doubles:
                name = name._replace(form=Form.TITLED if name.title else Form.SINGLE, given=(), surname=whole)
            out.append((name, count, score))
        return out

    def _barrels(self, names: list[tuple[Name, int, float]]) -> list[tuple[Name, int, float]]:
        """ "Rhys T-E" put right where the record has a Rhys Tudor-Evans and no other of these letters."""
        doubles: dict[tuple[str, str], set[str]] = defaultdict(set)
        known = [(name.given[0], name.surname) for name, _, _ in names if name.given]
        known += [(forename, person.surname) for person in self.all for forename in person.forenames]
        for given, surname in known:
            first, dash, second = surname.partition("-")
            if len(first) > 1 < len(second) and dash:
                doubles[given[0], f"{first[0]}-{second[0]}"].add(surname)
        out = []
        for name, count, score in names:
            whole = doubles.get((name.given[0][0], name.surname), set()) if name.given else set()
            if len(whole) == 1:
                (surname,) = whole
                self.letters.add((name.surname, surname))
                name = name._replace(surname=surname)
            out.append((name, count, score))
        return out

    def _same(self, key: tuple[str, str], count: int, full: Counter[tuple[str, str]]) -> int | None:
        """The person who is also this forename and surname: same, misspelt, or a short form."""
        forename, surname = key
        exact = self.by_forename.get(forename, set()) & self.by_surname.get(surname, set())
        if exact:
            return min(exact)
        turned = self.by_forename.get(surname, set()) & self.by_surname.get(forename, set())
        if turned and forename not in self.lexicon.gender:
            return min(turned)
        best: tuple[int, int] | None = None
        for number in sorted(self._related(forename, surname)):
            person = self.all[number]
            if not person.given or not person.surname:
                continue
            first, last = person.given[0], person.surname
            same_last = last == surname or surname in person.surnames
            same_first = first == forename or forename in person.forenames
            rank = None
            if same_last and self.lexicon.same_forename(forename, first):
                rank = 1
            elif (same_last and similar(forename, first) and not self._both_names(forename, first)) or (
                same_first
                and similar(surname, last)
                and (surname not in self.lexicon.surnames or full[(first, last)] >= 4 * count)
            ):
                rank = 2
            elif similar(forename, first) and similar(surname, last) and not self._both_names(forename, first):
                rank = 3
            elif (
                same_first
                and len(surname.split("-")) != len(last.split("-"))
                and (surname in last.split("-") or last in surname.split("-"))
            ):
                rank = 2
            if rank is not None and (best is None or rank < best[0]):
                best = (rank, person.number)
        return best[1] if best else None

    def _related(self, forename: str, surname: str) -> set[int]:
        """People who share a name part with this name, or nearly."""
        halves = {surname, *surname.split("-")}
        found = set(self.by_forename.get(forename, ())).union(*(self.by_surname.get(half, ()) for half in halves))
        if not self._names[1]:
            self._names = (list(self.by_forename), list(self.by_surname))
        if len(self._names[1]) <= 2 * MANY:
            for near in closest(surname, self._names[1]):
                found |= self.by_surname[near]
        return found

    def _both_names(self, a: str, b: str) -> bool:
        """Two real forenames that merely look alike ("Dan", "Dean") are two people."""
        return a in self.lexicon.gender and b in self.lexicon.gender

    def _place(self, name: Name, count: int, score: float) -> None:
        """A surname, forename or initials alone: an alias of somebody, or somebody new."""
        if name.form is Form.INITIALS:
            if name.surname not in self.by_initials and score >= 0.5:
                person = self.add((), "", fixed_name=name.surname.upper())
                self.by_initials[name.surname].add(person.number)
            return
        if name.form is Form.INITIAL_SURNAME:
            owners = self.by_surname.get(name.surname, set()) or self._near(name.surname)[1]
            if any(self.all[n].given and self.all[n].given[0][:1] == name.given[0][:1] for n in owners):
                return
            if owners and not any(self.all[n].given for n in owners):
                return
            self.add(name.given, name.surname)
            return
        forenames, surnames = self.who(name.surname)
        if name.form is Form.TITLED:
            if surnames:
                wanted = TITLES.get(name.title, "b")
                if wanted == "b" or any(self.all[n].gender(self.lexicon) in {wanted, "b"} for n in surnames):
                    return
            elif forenames and name.surname in self.lexicon.gender:
                return
            person = self.add((), name.surname)
            if TITLES.get(name.title, "b") != "b":
                person.genders[TITLES[name.title]] += 1
            return
        if forenames or (surnames and not self.only_titled(surnames, name.surname)):
            return
        if len(name.surname) == 2 and name.surname in self.by_initials and not self.lexicon.of_two(name.surname):
            return
        short = self._pet_name(name.surname)
        if short is not None:
            self.point(short, forename=name.surname)
            return
        if score >= 0.3:
            person = self.add((), name.surname)
            self.point(person, forename=name.surname)

    def short_forms(self, words: Iterable[str]) -> None:
        """Let words that were read as names, of nobody yet, point to the one person they are a short form for."""
        for word in words:
            person = self._pet_name(word) if len(word) > 3 and not self.exact(word) else None
            if person is not None and self.lexicon.same_forename(word, person.given[0]):
                self.point(person, forename=word)

    def _pet_name(self, word: str) -> Somebody | None:
        """The one person this can be a short form for; of several the one whose surname is one, since a misread line
        makes people of no such name."""
        if len(word) < 3:
            return None
        if len(self.all) > MANY:
            return None
        found = [
            p
            for p in self.all
            if p.given
            and len(p.given[0]) > 2
            and (word, p.given[0]) not in self.apart
            and (self.lexicon.same_forename(word, p.given[0]) or contained(word, p.given[0]))
        ]
        if len(found) > 1:
            found = [p for p in found if p.role is not Role.UNKNOWN or p.surname in self.lexicon.surnames]
        return found[0] if len(found) == 1 else None

    # finding people --------------------------------------------------------------------------------


def contained(short: str, long: str) -> bool:
    """ "Cilla" in Priscilla, "Vonny" in Yvonne: four letters or more of the name, bar a pet ending."""
    stem = short.removesuffix("ie").removesuffix("y").removesuffix("a") if len(short) > 4 else short
    return len(stem) >= 4 and stem in long and len(long) > len(stem)
