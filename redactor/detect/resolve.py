# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole record at once: from what the layers found in each text to people, their mentions and their numbers."""

from __future__ import annotations

import re
import uuid
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from redactor.detect.assemble import Place, Reader
from redactor.detect.dates import DATE, find_days
from redactor.detect.dates import read as read_date
from redactor.detect.found import Findings, FoundSpan, KnownPerson, RawSpan, SubjectFacts, Unit
from redactor.detect.lexicon import lexicon
from redactor.detect.nameform import Form, Name, parse
from redactor.detect.owners import Owners, value_of
from redactor.detect.people import People, Somebody
from redactor.detect.roles import Evidence, look, official
from redactor.detect.text import fold, plain, tokens
from redactor.detect.words import RELATION, ROLE_SHORT, TITLES
from redactor.domain.mentions import Label, Person, Role, Tier

#: Ids are derived from the record's content, so the same record gives the same ids on any machine.
NAMESPACE = uuid.UUID("5f1f8a52-5a0c-5d0b-9a67-3a1d7c1e9b40")
SURE = 0.5
#: A name seen once, by a weak layer, makes nobody.
ENOUGH_FULL, ENOUGH_SINGLE = 0.45, 0.5


@dataclass
class Record:
    """What is being worked out."""

    units: Sequence[Unit]
    texts: list[str]
    raw: list[list[RawSpan]]
    people: People
    subject: int = -1
    places: list[list[Place]] = field(default_factory=list)
    evidence: dict[int, Evidence] = field(default_factory=lambda: defaultdict(Evidence))
    first_place: dict[int, tuple[str, int]] = field(default_factory=dict)


def resolve(
    units: Sequence[Unit],
    raw: Sequence[Sequence[RawSpan]],
    subject: SubjectFacts | None,
    known: Sequence[KnownPerson] = (),
    terms: Sequence[str] = (),
) -> Findings:
    """Everybody in the record and every span that points to them.

    ``raw`` runs parallel to ``units``. ``terms`` are names somebody typed in: looked for everywhere like
    any other. Without a subject nobody has a role and every sure find is proposed.
    """
    record = Record(units, [plain(unit.text) for unit in units], [list(r) for r in raw], People(lexicon()))
    _drop_places(record)
    _seed(record, subject, known, terms)
    record.people.cluster([*_names(record), *_mail_names(record)])
    _read_places(record)
    _settle(record)
    _born_beside(record)
    return _findings(record, subject, known)


def _parse(text: str) -> Name | None:
    words = tokens(plain(text))
    return parse(plain(text), words, lexicon()) if words else None


def _seed(record: Record, subject: SubjectFacts | None, known: Sequence[KnownPerson], terms: Sequence[str]) -> None:
    people = record.people
    if subject is not None and (name := _parse(subject.name)):
        person = people.seed(name, subject.id, Role.SUBJECT, subject.name)
        record.subject = person.number
        _aliases(people, person, subject.aliases)
    for other in known:
        if (name := _parse(other.name)) is None:
            continue
        if record.subject >= 0 and other.role is Role.SUBJECT:
            person = people.all[record.subject]
            person.known_id = person.known_id or other.id
        else:
            person = people.seed(name, other.id, other.role, other.name)
        _aliases(people, person, other.aliases)
    for term in terms:
        if name := _parse(term):
            people.seed(name)


def _aliases(people: People, person: Somebody, aliases: Sequence[str]) -> None:
    for alias in aliases:
        name = _parse(alias)
        if name is None:
            continue
        if name.form is Form.FULL:
            people.point(person, forename=name.given[0], surname=name.surname)
            people.by_joined[name.given[0] + name.surname.replace(" ", "")] = person.number
        elif name.form is Form.INITIALS or (name.form is Form.SINGLE and alias.isupper() and len(alias) <= 3):
            people.by_initials[name.surname].add(person.number)
        elif name.form is Form.SINGLE and name.surname not in person.surnames:
            people.point(person, forename=name.surname)


def _drop_places(record: Record) -> None:
    """A town of this record standing alone is no person, whatever a layer thought."""
    places = _place_words(record)
    words = lexicon()
    for text, spans in zip(record.texts, record.raw, strict=True):
        spans[:] = [
            s
            for s in spans
            if s.label != Label.PERSON or (low := fold(text[s.start : s.end])) not in places or low in words.gender
        ]


def _names(record: Record) -> list[tuple[Name, int, float]]:
    """The distinct names the layers found: how often, and the best score."""
    counts: Counter[Name] = Counter()
    best: dict[Name, float] = {}
    seen: dict[str, Name | None] = {}
    words = lexicon()
    for text, spans in zip(record.texts, record.raw, strict=True):
        for span in spans:
            if span.label != Label.PERSON:
                continue
            before = text[max(span.start - 10, 0) : span.start].rstrip(" .\n").rsplit(None, 1)[-1:]
            title = before[0].lower() if before and before[0].lower().strip(">(") in TITLES else ""
            written = f"{title} {text[span.start : span.end]}" if title else text[span.start : span.end]
            if written not in seen:
                seen[written] = _parse(written)
            name = seen[written]
            if name is None:
                continue
            if name.form is Form.FULL and words.word(name.given[0]) and name.given[0] not in words.gender:
                # "Mosaic Bannister" over a page header: the surname is somebody's, the rest is not.
                name = name._replace(form=Form.SINGLE, given=())
            key = name._replace(shown="")
            counts[key] += 1
            best[key] = max(best.get(key, 0.0), span.score)
    out = []
    for name, count in counts.items():
        need = ENOUGH_FULL if name.form is Form.FULL else ENOUGH_SINGLE
        if best[name] >= need or (count > 2 and best[name] >= 0.35):
            out.append((name, count, best[name]))
    return out


def _mail_names(record: Record) -> list[tuple[Name, int, float]]:
    """Forename and surname from addresses like "isla.penhaligon@..."."""
    words = lexicon()
    found: set[tuple[str, str]] = set()
    for text, spans in zip(record.texts, record.raw, strict=True):
        for span in spans:
            if span.label == Label.EMAIL:
                parts = re.split(r"[._]", fold(text[span.start : span.end]).partition("@")[0])
                if len(parts) == 2 and parts[0] in words.gender and len(parts[1]) > 2 and parts[1].isalpha():
                    found.add((parts[0], parts[1]))
    return [(Name(Form.FULL, "", (first,), last, ""), 1, 0.6) for first, last in sorted(found)]


def _place_words(record: Record) -> frozenset[str]:
    """Towns and districts of this record: what ends its addresses."""
    counts: Counter[str] = Counter()
    for text, spans in zip(record.texts, record.raw, strict=True):
        for span in spans:
            if span.label == Label.ADDRESS:
                counts.update(fold(part.strip()) for part in text[span.start : span.end].split(",")[1:])
    return frozenset(place for place, count in counts.items() if place.isalpha())


def _read_places(record: Record) -> None:
    for text, spans in zip(record.texts, record.raw, strict=True):
        record.places.append(Reader(text, spans, record.people).places())


def candidates(people: People, name: Name, score: float) -> list[int]:
    """Whom a written name may mean, without looking at where it stands."""
    if name.form is Form.INITIALS:
        return sorted(people.by_initials.get(name.surname, ()))
    forenames, surnames = people.who(name.surname)
    if name.form is Form.FULL:
        first, first_as_surname = people.who(name.given[0])
        both = first & surnames
        if not both:
            both = first_as_surname & forenames
        if not both and len(name.given) > 1:
            both = frozenset().union(*(people.who(g)[0] for g in name.given)) & surnames
        if not both and (
            short := [
                n
                for n in surnames
                if any(people.lexicon.same_forename(name.given[0], f) for f in people.all[n].forenames)
            ]
        ):
            both = frozenset(short)
        return sorted(both)
    if name.form is Form.INITIAL_SURNAME:
        letter = name.given[0][0]
        fits = [
            n
            for n in surnames
            if any(f.startswith(letter) for f in people.all[n].forenames)
            or (people.all[n].given and people.all[n].given[0][0] == letter)
        ]
        return sorted(fits) or ([] if score < SURE else sorted(n for n in surnames if not people.all[n].given))
    if name.form is Form.TITLED:
        wanted = TITLES.get(name.title, "b")
        fits = [n for n in surnames if wanted == "b" or people.all[n].gender(people.lexicon) in {wanted, "b"}]
        return sorted(fits) or sorted(surnames) or sorted(forenames)
    if not forenames and not surnames and (short := people.short_for(name.surname)) and len(name.surname) > 3:
        return sorted(short)
    joined = people.by_joined.get(name.surname)
    if joined is not None and not forenames and not surnames:
        return [joined]
    return sorted(forenames | surnames)


def _settle(record: Record) -> None:
    """Give every place its person: first where only one fits, then by what was said last in the document."""
    people = record.people
    for number, places in enumerate(record.places):
        for place in places:
            if place.name is None:
                continue
            found = candidates(people, place.name, place.score)
            if len(found) > 1 and place.name.form is Form.FULL:
                found = found[:1]
            if not found and place.score >= ENOUGH_FULL:
                found = [_new(people, place.name)]
            if len(found) == 1:
                _give(record, number, place, found[0])
            elif found:
                place.ambiguous = True
    owners = _owners(record)
    _official_mail(record, owners)
    _private_numbers(record, owners)
    roles = _roles(record)
    starts = [[(s.start, s) for s in spans if s.label in _TELLING] for spans in record.raw]
    totals = [Counter(p.person for p in places if p.person >= 0 and _spoken_of(p)) for places in record.places]
    overall: Counter[int] = Counter()
    for count in totals:
        overall.update(count)
    by_group: dict[str, Counter[int]] = defaultdict(Counter)
    for unit, count in zip(record.units, totals, strict=True):
        by_group[unit.group or unit.id].update(count)
    last: dict[str, dict[int, int]] = defaultdict(dict)
    clock = 0
    for number, (unit, places) in enumerate(zip(record.units, record.places, strict=True)):
        group = unit.group or unit.id
        for place in places:
            clock += 1
            if place.ambiguous and place.name is not None:
                fits = candidates(people, place.name, place.score)
                fits = _by_cue(record, number, fits, place, roles) or fits
                told = _told(record, number, place, fits, owners, starts[number])
                if told >= 0:
                    place.why = "whose number or address follows"
                    _give(record, number, place, told)
                    last[group][told] = clock
                    continue
                chosen, place.why, doubtful = _choose(record, place, fits, roles, last[group], by_group[group], overall)
                if doubtful:
                    place.score = min(place.score, 0.45)
                _give(record, number, place, chosen)
                continue
            if place.person >= 0 and _spoken_of(place):
                last[group][place.person] = clock


def _spoken_of(place: Place) -> bool:
    """Whether the text speaks of the person here, rather than to them: a letter says "you" to its reader, so
    who is greeted or signs is not who "Iris" is in between."""
    return not place.by.startswith(("greeting", "signature", "mail header", "field:to", "field:from", "field:cc"))


def _choose(
    record: Record,
    place: Place,
    fits: list[int],
    roles: dict[int, Role],
    last: dict[int, int],
    here: Counter[int],
    overall: Counter[int],
) -> tuple[int, str, bool]:
    """Whom an ambiguous name means: (person, why, whether somebody should look).

    Who was named last in the document is meant. Where a bare forename may be a professional's or somebody
    else's, it is the other's unless the professional alone is named in the document: professionals go by title,
    role or full name, and hiding one name too many harms less than showing one.
    """
    recent = {n: last[n] for n in fits if n in last}
    others = [n for n in fits if _class(record, n, roles) is Role.THIRD_PARTY]
    mixed = 0 < len(others) < len(fits)
    bare = place.name is not None and place.name.form in {Form.SINGLE, Form.INITIALS}
    if recent:
        chosen = max(recent, key=lambda n: recent[n])
        why = "the nearest earlier person this can be in the same document"
        if not mixed or _class(record, chosen, roles) is Role.THIRD_PARTY:
            return chosen, why, False
        near = [n for n in others if n in recent]
        if bare and near and place.by not in {"greeting", "signature"}:
            return max(near, key=lambda n: recent[n]), "could also be a professional of this name", False
        return chosen, why, False
    chosen = max(fits, key=lambda n: (here[n], overall[n], -n))
    why = "could be one of several people of this name"
    spoken = place.by.startswith(("greeting", "signature", "mail header", "field"))
    if mixed and not spoken and (bare or not here[chosen]):
        chosen = max(others, key=lambda n: (here[n], overall[n], -n))
    elif mixed and spoken:
        chosen = max((n for n in fits if n not in others), key=lambda n: (here[n], overall[n], -n))
    return chosen, why, mixed and _class(record, chosen, roles) is not Role.THIRD_PARTY


_BORN_GAP = re.compile(r"[ \t]*(?:\n|[,(-]|\|)?[ \t]*(?:\n|\()?[ \t]*")
_BORN_HEADER = re.compile(r"(?i)date of birth|\bd\.?o\.?b\b|\bborn\b")


def _born_beside(record: Record) -> None:
    """Dates right after a name that are its owner's date of birth: in a table that has such a column, in
    brackets, or before a relation."""
    for number, text in enumerate(record.texts):
        starts = [place.start for place in record.places[number]]
        known = sorted((s.start, s.end) for s in record.raw[number] if s.label == Label.DOB)
        header = _BORN_HEADER.search(text)
        for match in DATE.finditer(text):
            index = bisect_left(starts, match.start()) - 1
            if index < 0 or _overlaps(known, *match.span()):
                continue
            gap = text[record.places[number][index].end : match.start()]
            if len(gap) > 8 or not _BORN_GAP.fullmatch(gap):
                continue
            after = text[match.end() : match.end() + 40]
            relation = RELATION.match(after.lstrip(" \t\n|,"))
            table = header is not None and header.start() < match.start() and "-" not in gap
            if (table and gap.strip() == "") or relation or ("(" in gap and after.startswith(")") and table):
                record.raw[number].append(RawSpan(*match.span(), Label.DOB, 0.85, "pattern:born"))


#: What tells whose name stands before it.
_TELLING = frozenset({Label.EMAIL, Label.PHONE, Label.NHS_NUMBER, Label.NINO, Label.DOB})


def _told(
    record: Record, number: int, place: Place, fits: list[int], owners: Owners, spans: list[tuple[int, RawSpan]]
) -> int:
    """The one of ``fits`` whose number follows in the same sentence; -1 when none does."""
    text = record.texts[number]
    for start, span in spans[bisect_left(spans, place.end, key=lambda item: item[0]) :]:
        gap = text[place.end : start]
        if len(gap) > 50 or re.search(r"[.!?]\s|\n\n", gap):
            break
        owner = owners.owner(span.label, text[span.start : span.end])
        if owner in fits:
            return owner
    return -1


def _owners(record: Record) -> Owners:
    """Votes for the owner of every identifier, by the names known so far."""
    owners = Owners(record.people)
    for number, spans in enumerate(record.raw):
        starts = [place.start for place in record.places[number]]
        for span in spans:
            if span.label not in {Label.PERSON, Label.RELATION, "NOT"}:
                owners.vote(record.texts[number], span, record.places[number], bisect_left(starts, span.end))
    return owners


def _private_numbers(record: Record, owners: Owners) -> None:
    """A record holds dates of birth and NHS numbers of the people in its subject's life, not of its staff."""
    for (label, _), votes in owners.votes.items():
        if label in {Label.DOB, Label.NHS_NUMBER, Label.NINO} and votes:
            owner, weight = max(votes.items(), key=lambda item: (item[1], -item[0]))
            if weight >= 2:
                record.evidence[owner].personal += 1.0


def _roles(record: Record) -> dict[int, Role]:
    return {number: _role(record, number) for number in list(record.evidence)}


def _role(record: Record, number: int) -> Role:
    """The role the evidence shows. Who shares the subject's surname is family unless shown twice over."""
    person, evidence = record.people.all[number], record.evidence[number]
    if number == record.subject:
        return Role.SUBJECT
    if person.role is not Role.UNKNOWN:
        return person.role
    if (
        record.subject >= 0
        and person.surnames & record.people.all[record.subject].surnames
        and evidence.professional < 3
    ):
        return Role.THIRD_PARTY
    return evidence.role()


def _class(record: Record, number: int, roles: dict[int, Role]) -> Role:
    if number == record.subject:
        return Role.SUBJECT
    return roles.get(number, Role.THIRD_PARTY)


def _by_cue(record: Record, number: int, fits: list[int], place: Place, roles: dict[int, Role]) -> list[int]:
    """Those who fit what stands around the name: "SW Iris" is the social worker, "sister Iris" is not."""
    around = Evidence()
    title = place.name.title if place.name else ""
    look(around, record.texts[number], place.start, place.end, title, place.by)
    if around.professional > around.personal:
        return [n for n in fits if roles.get(n) is Role.PROFESSIONAL]
    if around.personal > around.professional:
        return [n for n in fits if roles.get(n) is not Role.PROFESSIONAL]
    return []


def _new(people: People, name: Name) -> int:
    if name.form in {Form.FULL, Form.INITIAL_SURNAME}:
        return people.add(name.given, name.surname).number
    if name.form is Form.INITIALS:
        person = people.add((), "", fixed_name=name.surname.upper())
        people.by_initials[name.surname].add(person.number)
        return person.number
    person = people.add((), name.surname)
    if name.form is Form.SINGLE:
        people.point(person, forename=name.surname)
    return person.number


def _give(record: Record, unit: int, place: Place, number: int) -> None:
    place.person = number
    person = record.people.all[number]
    person.mentions += 1
    text = record.texts[unit]
    person.shown[" ".join(record.units[unit].text[place.start : place.end].split())] += 1
    if place.name is not None and (gender := TITLES.get(place.name.title, "b")) != "b" and not place.ambiguous:
        person.genders[gender] += 1
    record.first_place.setdefault(number, (record.units[unit].id, place.start))
    title = place.name.title if place.name else ""
    # What stands around a name that could be two people's says nothing sure about either.
    if not place.ambiguous:
        look(record.evidence[number], text, place.start, place.end, title, place.by)


def _findings(record: Record, subject: SubjectFacts | None, known: Sequence[KnownPerson]) -> Findings:
    people = record.people
    owners = _owners(record)
    persons, ids = _persons(record)
    days = _birthdays(record, owners, subject)
    spans = tuple(
        _unit_spans(record, number, owners, ids, persons, days, subject is not None)
        for number in range(len(record.units))
    )
    mentioned = {span.person for unit in spans for span in unit if span.person}
    return Findings(spans, tuple(p for p in persons.values() if p.id in mentioned or p.role is Role.SUBJECT))


def _official_mail(record: Record, owners: Owners) -> None:
    """An official address made from a name says that its owner is there for work; a private one, that not."""
    seen: set[str] = set()
    for text, spans in zip(record.texts, record.raw, strict=True):
        for span in spans:
            if span.label != Label.EMAIL:
                continue
            address = text[span.start : span.end].lower()
            if address in seen:
                continue
            seen.add(address)
            owner = owners.by_mail(address)
            if owner is None:
                continue
            if official(address.partition("@")[2]):
                record.evidence[owner].work(None, 2.0, "has an official e-mail address")
            else:
                record.evidence[owner].personal += 1.0


def _persons(record: Record) -> tuple[dict[int, Person], dict[int, str]]:
    persons: dict[int, Person] = {}
    ids: dict[int, str] = {}
    for somebody in record.people.all:
        number = somebody.number
        name = somebody.name
        where = record.first_place.get(number, ("", 0))
        ids[number] = somebody.known_id or str(uuid.uuid5(NAMESPACE, f"{fold(name)}\n{where[0]}\n{where[1]}"))
        evidence = record.evidence.get(number) or Evidence()
        role = _role(record, number) if number in record.evidence else Role.THIRD_PARTY
        if somebody.role is not Role.UNKNOWN:
            role = somebody.role
        aliases = tuple(alias for alias, _ in somebody.shown.most_common(40) if alias != name)
        why = evidence.why()
        if role is Role.THIRD_PARTY and not why:
            why = "named in the record; nothing says they act in a professional capacity"
        persons[number] = Person(
            id=ids[number],
            name=name,
            aliases=aliases,
            role=role,
            profession=evidence.profession() if role is Role.PROFESSIONAL else None,
            relationship=evidence.relationship() if role is Role.THIRD_PARTY else "",
            why=why if role is not Role.SUBJECT else "the data subject of this case",
        )
    return persons, ids


def _birthdays(record: Record, owners: Owners, subject: SubjectFacts | None) -> dict[date, int]:
    """Every known date of birth and whose it is."""
    days: dict[date, int] = {}
    for text, spans in zip(record.texts, record.raw, strict=True):
        for span in spans:
            if span.label == Label.DOB and (match := DATE.search(text, span.start, span.end)):
                day = read_date(match)
                if day is not None:
                    days.setdefault(day, owners.owner(Label.DOB, text[span.start : span.end]))
    if subject is not None and subject.dob:
        days[date.fromisoformat(subject.dob)] = record.subject
    return days


def _unit_spans(
    record: Record,
    number: int,
    owners: Owners,
    ids: dict[int, str],
    persons: dict[int, Person],
    days: dict[date, int],
    case: bool,
) -> tuple[FoundSpan, ...]:
    text = record.texts[number]
    out: list[FoundSpan] = []
    for place in record.places[number]:
        tier = Tier.PROPOSED if place.score >= SURE else Tier.POSSIBLE
        who = ids[place.person] if place.person >= 0 else ""
        out.append(
            FoundSpan(place.start, place.end, Label.PERSON, round(place.score, 2), tier, who, _why(place, persons))
        )
    names = list(out)
    taken = sorted((s.start, s.end) for s in out)
    address_owner: list[tuple[int, int]] = []
    for span in record.raw[number]:
        if span.label in {Label.PERSON, "NOT"}:
            continue
        if _overlaps(taken, span.start, span.end) and span.label != Label.RELATION:
            # A number is never part of a name; a name inside an address or e-mail was not read as one.
            if not any(s.start <= span.start and span.end <= s.end for s in names):
                pass
            else:
                continue
        label = Label(span.label)
        if label is Label.RELATION:
            owner = _relation_owner(record, number, span)
            out.append(
                FoundSpan(
                    span.start, span.end, label, span.score, Tier.POSSIBLE, ids.get(owner, ""), "points to a person"
                )
            )
            continue
        owner = owners.owner(label, text[span.start : span.end])
        if label is Label.DOB and owner < 0 and (match := DATE.search(text, span.start, span.end)):
            owner = days.get(read_date(match) or date.min, -1)
        if label is Label.ADDRESS:
            owner = _lives_here(record, number, span, owners, owner)
            address_owner.append((span.end, owner))
        if label is Label.POSTCODE:
            near = [who for end, who in address_owner if 0 <= span.start - end <= 50]
            owner = near[-1] if near else owner
        out.append(_identifier(span, label, owner, ids, persons, text, case))
    covered = sorted((s.start, s.end) for s in out)
    for start, end, day in find_days(text, frozenset(days)):
        if not _overlaps(covered, start, end):
            owner = days[day]
            out.append(
                FoundSpan(
                    start, end, Label.DOB, 0.8, Tier.PROPOSED, ids.get(owner, ""), "a date of birth in this record"
                )
            )
    return tuple(sorted(out, key=lambda s: (s.start, s.end, s.label)))


def _lives_here(record: Record, number: int, span: RawSpan, owners: Owners, owner: int) -> int:
    """Whose address this is in this place. A shared home is the subject's, except right beside somebody else:
    there it says where they live."""
    text = record.texts[number]
    places = record.places[number]
    index = bisect_left([p.start for p in places], span.end)
    beside = owners.beside(text, span, places, index)
    if beside >= 0 and beside != record.subject:
        return beside
    if record.subject >= 0 and owners.votes_for(Label.ADDRESS, text[span.start : span.end], record.subject) >= 5:
        return record.subject
    return owner


def _identifier(
    span: RawSpan, label: Label, owner: int, ids: dict[int, str], persons: dict[int, Person], text: str, case: bool
) -> FoundSpan:
    score = span.score
    tier = Tier.PROPOSED if score >= SURE else Tier.POSSIBLE
    what = label.value.replace("_", " ").lower()
    why = f"{what} of {persons[owner].name}" if owner >= 0 else f"{what}; whose it is the text does not say"
    if case and owner < 0:
        private = label is Label.EMAIL and not official(text[span.start : span.end].partition("@")[2])
        if not private:
            tier = Tier.POSSIBLE
    return FoundSpan(span.start, span.end, label, round(score, 2), tier, ids.get(owner, ""), why)


def _relation_owner(record: Record, number: int, span: RawSpan) -> int:
    """The person named right beside a relation word ("mother, Janet")."""
    places = record.places[number]
    index = bisect_left([p.start for p in places], span.end)
    if index < len(places) and places[index].start - span.end <= 3:
        return places[index].person
    return -1


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_left(spans, (end, -1))
    return any(a < end and start < b for a, b in spans[max(index - 4, 0) : index])


_LAYER_WORDS = {
    "ner": "read as a name",
    "propagated": "a name found elsewhere in the record",
    "misspelt": "like a name in the record, spelt differently",
    "initials": "the initials of somebody in the record",
    "short form": "the beginning of a forename in the record",
    "joined": "a name written without a blank",
    "lists": "a forename and surname",
    "line": "a name alone in its line or cell",
    "context": "does or is done to as only people are",
    "lower case": "a forename in lower case",
    "ordinary word": "a name in this record that is also an everyday word",
    "reversed": "written surname first",
    "greeting": "greeted or written to",
    "signature": "signs",
    "title": "has a title",
    "family": "named as a family",
    "known as": "said to be called so",
    "nickname": "a name in quotes after a name",
    "mail header": "before an e-mail address",
}


def _why(place: Place, persons: dict[int, Person]) -> str:
    kind, _, phrase = place.by.partition(":")
    if kind in {"role", "relation"}:
        phrase = phrase.removesuffix(":reversed")
        reason = f"'{phrase.upper() if phrase in ROLE_SHORT else phrase}' before the name"
    elif kind == "field":
        reason = f"in the field '{phrase.removesuffix(':reversed')}'"
    else:
        reason = _LAYER_WORDS.get(kind, "read as a name")
    return f"{reason}; {place.why}" if place.why else reason


__all__ = ["NAMESPACE", "resolve", "value_of"]
