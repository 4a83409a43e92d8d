# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whose number is this? Votes for the owner of every identifier, over the whole record."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from redactor.detect.language.found import RawSpan
from redactor.detect.language.text import fold
from redactor.detect.language.words import RELATION_WORDS, any_of
from redactor.detect.people.assemble import Place
from redactor.detect.people.people import People
from redactor.domain.mentions import Label

ADJACENT, ROW, NEAR = 5.0, 2.0, 0.6
#: Whoever heads a row of a list, before those its other cells name: "Emeka", "Del's husband", a telephone.
HEADS_ROW = 3.5
#: What was given beforehand outweighs whatever stands beside it in the record.
GIVEN = 1e6
_IDENTIFYING = (
    Label.PHONE,
    Label.EMAIL,
    Label.NHS_NUMBER,
    Label.NINO,
    Label.UPN,
    Label.ACCOUNT,
    Label.SORT_CODE,
    Label.CAR_REG,
    Label.CASE_REF,
)
_POSTCODE = re.compile(r"(?i)\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b")
_TIGHT = re.compile(
    r"(?i)(?:'s)?[\s,]*(?:\([^()\n]{0,24}|<[ ]?|(?:who )?(?:lives |living |resides |resident |currently |"
    r"now )*(?:at|of|on|is|was|tel|mob|mobile|telephone|phone|email|e-mail|"
    r"call|contact|dob|d\.o\.b\.?|date of birth|born|nhs(?: no| number)?|ni(?:no)?|address|home|work|"
    r"number|no)?[\s.:,|(\[-]*){0,4}"
)
#: "his home address is", right before it.
_HIS = re.compile(
    r"(?i)\b(his|her)[ \t\n]+(?:(?:home|own|private|personal|new|old|current|work|mobile|phone|contact)[ \t\n]+){0,3}"
    r"(?:address|number|phone|mobile|telephone|e-?mail)(?:[ \t\n]+(?:is|was))?[\s:,(]*\Z"
)
#: "NHS number 943 476 5919 for Alys": who has such a number has it alone; a telephone is rung for somebody else too.
_ONES_OWN = frozenset((Label.NHS_NUMBER, Label.NINO, Label.UPN))
_FOR = re.compile(r"[ \t\n]+(?:\([ \t]*)?(?:for|of|belong(?:s|ing)[ \t\n]+to)[ \t\n]+")
_OF_A_BANK = frozenset((Label.ACCOUNT, Label.SORT_CODE))
#: Between the numbers of an account and its holder, who stands after them: "00-44-55 account 12345678 MRS J DOE".
_PAID_TO = re.compile(
    r"(?i)(?:[ \t,]*(?:a/?c|acc(?:oun)?t)\.?(?:[ \t]*(?:no|number)\.?)?[ \t:]*\d{8})?"
    r"[ \t,(:-]*(?:(?:in[ \t]the[ \t]name[ \t]of|account[ \t]name|name|payee|held[ \t]by)[ \t:]*)?"
)
#: From a name to the next cell of its row.
_CELL_ON = re.compile(r"[ ]*(?:\([^()\n]{1,24}\)[ ]*)?(?:\n|\t|\|)[ \t|]*")
#: "Del (Mags's sister)": the name in the brackets says who the other is.
_KIN_OF = re.compile(rf"(?i)(?:['’]?s['’]?)?[ ]+(?:{any_of(RELATION_WORDS)})\b[^()\n]{{0,20}}\)")
#: A sentence that ends between a name and a number, in notes that begin the next without a capital: "a photo of Rhian.
#: sober three years.\n07700 900900". Not "…Rhian. home tel 01632 960960".
_NEW_SENTENCE = re.compile(
    r"[.!?][ \t\n]+(?!(?:his|her|the|new|old|now|home|work|own|mob|mobile|tel|telephone|phone|number|no|address|lives|"
    r"living|at|on|of|is|was|and|or|dob|born|email|nhs)\b)[a-z]{2,}[ ]+\w"
)
_ABOUT = re.compile(r"(?i)\b(?:about|regarding|concerning|re)[\s>]+(?:mr|mrs|ms|miss)?[\s>]*$")


#: How the kind of a street is shortened: "6 Harbour Ct" is 6 Harbour Court.
_SHORTENED = """
ct:court crt:court rd:road st:street ave:avenue av:avenue cl:close ln:lane dr:drive cres:crescent cr:crescent
gdns:gardens sq:square ter:terrace terr:terrace tce:terrace pl:place gr:grove pk:park wy:way
"""
_IN_FULL = {short: whole for short, _, whole in (pair.partition(":") for pair in _SHORTENED.split())}
#: Parts of a house that are homes of their own.
UNITS = frozenset(("flat", "apartment", "apt", "unit"))


def whole_house(value: str) -> str:
    """An address's key without the flat in it."""
    words = value.split()
    return " ".join(words[2:] if words[:1] and words[0] in UNITS and len(words) > 3 else words)


def value_of(label: str, text: str) -> str:
    """The identifier as a key: the same number written differently is the same."""
    if label == Label.PHONE:
        digits = "".join(c for c in text if c.isdigit())
        digits = digits.removeprefix("00")
        if digits.startswith("44"):
            digits = digits[2:].removeprefix("0")
        return digits.removeprefix("0")[:10]
    if label == Label.ADDRESS:
        words = re.findall(r"[a-z0-9]+", fold(text))
        numbers = [i for i, w in enumerate(words) if w[0].isdigit()]
        at = numbers[-1] if numbers else 0
        street = " ".join([*words[at : at + 2], *(_IN_FULL.get(word, word) for word in words[at + 2 : at + 3])])
        # Two flats of one house are two homes.
        unit = words[at - 2 : at] if at >= 2 and words[at - 2] in UNITS else []
        return " ".join([*unit, street])
    return "".join(c for c in fold(text) if c.isalnum() or c == "@")


class Owners:
    """Collects votes, then says whose each identifier is."""

    def __init__(self, people: People, subject: int = -1) -> None:
        """``subject``: the data subject's number among ``people``."""
        self.people = people
        self._subject = subject
        self.votes: dict[tuple[str, str], dict[int, float]] = defaultdict(lambda: defaultdict(float))
        #: Houses given as somebody's without saying which flat: every flat's.
        self._whole: set[str] = set()

    def key(self, label: str, text: str) -> tuple[str, str]:
        """What votes for this identifier are counted under."""
        value = value_of(label, text)
        if label == Label.ADDRESS and (house := whole_house(value)) in self._whole:
            return label, house
        return label, value

    def vote(self, text: str, span: RawSpan, places: Sequence[Place], index: int) -> None:
        """``places[index]`` is the first place that starts after the span."""
        key = self.key(span.label, text[span.start : span.end])
        if span.label == Label.EMAIL:
            owner = self.by_mail(text[span.start : span.end])
            if owner is not None:
                self.votes[key][owner] += 20.0
                return
        for place, weight in self._near(text, span, places, index):
            if place.person >= 0:
                owner = self._other_in_row(text, places, place) if place.person == self._subject else place.person
                self.votes[key][owner] += weight if not place.ambiguous else weight / 2
                return

    def _other_in_row(self, text: str, places: Sequence[Place], subject: Place) -> int:
        """Who fills the cell before the subject's in a row, else the subject: in a book of visitors the number that
        follows both may be the visitor's, and what is the subject's is left in."""
        at = bisect_left(places, subject.start, key=lambda place: place.start)
        before = places[at - 1] if at else None
        if before is None or before.person in (-1, self._subject):
            return self._subject
        return before.person if _CELL_ON.fullmatch(text[before.end : subject.start]) else self._subject

    def beside(self, text: str, span: RawSpan, places: Sequence[Place], index: int) -> int:
        """The person right beside the span ("Iris at 58 Windmill Rise"); -1 when nobody is."""
        for place, weight in self._near(text, span, places, index):
            gap = text[place.end : span.start]
            row = (
                weight > ROW - 0.3
                and gap.lstrip(" \t").startswith("\n")
                and "\n\n" not in gap
                and max(map(len, gap.split("\n"))) < 40
            )
            if weight > ADJACENT - 0.5 or row:
                return place.person
        return -1

    def _near(self, text: str, span: RawSpan, places: Sequence[Place], index: int) -> list[tuple[Place, float]]:
        found: list[tuple[Place, float]] = []
        his = _HIS.search(text, max(span.start - 50, 0), span.start)
        other = "" if his is None else "f" if his[1].lower() == "his" else "m"
        for place in places[max(index - 3, 0) : index]:
            gap = text[place.end : span.start]
            if len(gap) > 220 or (
                other and place.person >= 0 and self.people.all[place.person].gender(self.people.lexicon) == other
            ):
                continue
            if _ABOUT.search(text[max(place.start - 18, 0) : place.start]):
                continue
            if text[place.start - 1 : place.start] == "(" and _KIN_OF.match(text, place.end):
                continue
            weight = _weight(gap)
            if place.person == self._subject and weight < ADJACENT and _NEW_SENTENCE.search(gap):
                # What is the subject's is left in: not for their name in the sentence before.
                weight = min(weight, NEAR)
            if weight == ROW and "\n\n" not in gap and text[max(place.start - 2, 0) : place.start] in {"", "\n\n"}:
                weight = HEADS_ROW
            if weight:
                # Of two before it, the nearer one wins unless the farther is tied more tightly.
                found.append((place, weight - len(gap) / 1000))
        after = places[index] if index < len(places) else None
        if after is not None:
            gap = text[span.end : after.start]
            if re.fullmatch(r"[ \t]*[(,:-][ \t]*", gap):
                found.append((after, 1.5))
            elif _leads_to_owner(span.label, gap):
                found.append((after, ADJACENT))
        return sorted(found, key=lambda item: -item[1])

    def by_mail(self, address: str) -> int | None:
        """The one person an e-mail address is made from."""
        local = fold(address.partition("@")[0])
        parts = [p for p in re.split(r"[._+-]|\d+", local) if p]
        people = self.people
        if len(parts) >= 2:
            last = local[local.index(parts[1]) :] if parts[1] in local else parts[-1]
            bare = re.sub(r"\d+", "", last).strip("._+-")
            for surname in (bare, parts[-1], "".join(parts[1:])):
                for first, second in ((parts[0], surname), (surname, parts[0])):
                    owners = people.by_forename.get(first, set()) & (
                        people.by_surname.get(second, set()) | self._plain(second)
                    )
                    if len(owners) >= 1:
                        return min(owners)
                initial = [
                    n
                    for n in people.by_surname.get(surname, ())
                    if len(parts[0]) == 1 and any(f.startswith(parts[0]) for f in people.all[n].forenames)
                ]
                if len(initial) == 1:
                    return initial[0]
        joined = "".join(parts)
        if joined in people.by_joined:
            return people.by_joined[joined]
        if len(parts) == 1:
            owners = people.by_forename.get(parts[0], set()) | people.by_surname.get(parts[0], set())
            if len(owners) == 1:
                return min(owners)
            ends = [
                n for n, p in enumerate(people.all) if p.given and p.surname and joined == p.given[0][0] + p.surname
            ]
            if len(ends) == 1:
                return ends[0]
        return None

    def _plain(self, surname: str) -> set[int]:
        """ "darcy" for D'Arcy."""
        return {
            p.number
            for p in self.people.all
            if p.surname.replace("'", "").replace(" ", "") == surname and "'" in p.surname
        }

    def owner(self, label: str, text: str) -> int:
        """The person with most votes; -1 when nobody has any."""
        return self.best(*self.key(label, text))

    def best(self, label: str, value: str) -> int:
        """The same for an identifier already made a key by :func:`value_of`."""
        votes = self.votes.get((label, value))
        if not votes:
            return -1
        best = max(votes.values())
        return min(number for number, count in votes.items() if count == best)

    def given(self, addresses: Sequence[str], identifiers: Sequence[str], person: int) -> None:
        """What is known to be this person's: no place in the record says otherwise."""
        for text in identifiers:
            for label in _IDENTIFYING:
                if value := value_of(label, text):
                    self.votes[label, value][person] += GIVEN
        for text in addresses:
            for label in (Label.ADDRESS, *([Label.POSTCODE] if _POSTCODE.search(text) else [])):
                part = _POSTCODE.sub("", text) if label is Label.ADDRESS else _POSTCODE.findall(text)[-1]
                value = value_of(label, part)
                self.votes[label, value][person] += GIVEN
                if label is Label.ADDRESS and (house := whole_house(value)) != value:
                    self.votes[label, house][person] += GIVEN
                elif label is Label.ADDRESS:
                    self._whole.add(value)

    def votes_for(self, label: str, text: str, person: int) -> float:
        votes = self.votes.get(self.key(label, text))
        return votes.get(person, 0.0) if votes else 0.0


def _leads_to_owner(label: str, gap: str) -> bool:
    """Whether ``gap``, between a number and the name after it, says that the number is theirs."""
    pattern = _FOR if label in _ONES_OWN else _PAID_TO if label in _OF_A_BANK else None
    return pattern is not None and pattern.fullmatch(gap) is not None


def _weight(gap: str) -> float:
    """How tightly a number hangs on the name ``gap`` characters before it."""
    if len(gap) <= 60 and _TIGHT.fullmatch(gap):
        return ADJACENT
    sentences = len(re.findall(r"[.!?][ \n]+[A-Z]", gap))
    if sentences == 0 and gap.count("\n") <= 6 and len(gap) <= 150:
        return ROW + (1.0 if gap.count("\n") == 0 else 0.0)
    if sentences <= 1 and "\n\n" not in gap and len(gap) <= 160:
        return NEAR
    return 0.0
