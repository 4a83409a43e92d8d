# SPDX-License-Identifier: AGPL-3.0-or-later
"""Postal addresses, on one line or over several: number and street, with what belongs to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.language.found import RawSpan
from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.starts import starts_of, tried
from redactor.detect.language.words import ESTABLISHMENTS, NOT_AFTER_NUMBER, NOT_PEOPLE, STOP, STREETS
from redactor.detect.layers.identifiers import postcodes as postcodes_in
from redactor.domain.mentions import Label

_STREET_ALT = "|".join(sorted(STREETS, key=lambda w: (-len(w), w)))
#: A line break, with a mail's quote marks, perhaps after a blank line.
_BREAK = r"\n(?:>[ ]?){0,4}(?:\n(?:>[ ]?){0,4})?[ \t]{0,3}"
_UNIT = (
    r"(?:(?:flat|apartment|apt|unit|room|plot|block|basement flat|top flat|bungalow|caravan|"
    r"pitch)[ \t]+[0-9]{0,4}[A-Za-z]?\b[ \t]*,?[ \t\n]*)?"
)
#: Letters that every unit has, or its beginning.
_UNITS = (
    *("flat", "apartment", "apt", "unit", "room", "plot", "block", "basement flat", "top flat", "bungalow"),
    *("caravan", "pitch"),
)
#: One of these ends a house's name.
_HOUSES = (
    *("House", "Lodge", "Court", "Cottage", "Villa", "Farm", "Tower", "Mansions", "Hostel", "Hall", "View"),
    "Point",
)
_NAME = r"[A-Z][\w'-]*"
_HOUSE = (
    rf"(?:{_NAME}(?:[ \t]{_NAME}){{0,2}}[ \t](?:House|Lodge|Court|Cottage|Villa|Farm|Tower|Towers|Mansions|"
    rf"Hostel|Hall|View|Point)(?:[ \t]*,[ \t\n]*|[ \t]*\n[ \t]*))?"
)
_NUMBER = r"(?<![\d/.,£:-])(?<!\d )\d{1,4}[A-Za-z]?(?:[ \t]?[-/][ \t]?\d{1,4}[A-Za-z]?)?"
_BODY = re.compile(
    rf"(?P<all>{_UNIT}{_HOUSE}{_NUMBER},?(?:[ \t]|{_BREAK})(?:[Tt]he[ \t])?(?:{_NAME}(?:[ \t]|"
    rf"{_BREAK})){{0,3}}?(?P<last>{_NAME}))(?![\w'])",
)
_TYPED = re.compile(
    rf"(?i)(?:(?:flat|apartment|apt|unit|room|"
    rf"plot)[ \t]+[0-9]{{0,4}}[a-z]?\b[ \t]*,?[ \t\n]*)?"
    rf"(?<![\d/.,£:-])\d{{1,4}}[a-z]?,?[ \t](?:the[ \t])?"
    rf"(?:[a-z][\w'-]*[ \t\n]){{1,3}}?(?:{_STREET_ALT})\b(?![ \t]*(?:of|to|for|in)\b)"
)
_FLAT_ONLY = re.compile(
    rf"(?:[Ff]lat|[Aa]partment|[Rr]oom)[ \t]+\d{{1,4}}[A-Za-z]?[ \t]*,[ \t\n]*{_NAME}(?:[ \t]{_NAME}){{0,2}}"
)
#: "Yr 7 Marsh Park Academy": a pupil's year is no house's number.
_SCHOOL_YEAR = re.compile(r"(?i)(?<![\w'])(?:yrs?|years?|class|form|key stage|ks|band)[ \t]\Z")
#: Where people meet: "Room 2, Civic Offices".
_MEETING = frozenset(("offices", "office", "centre", "hall", "suite", "block", "building", "town", "county", "floor"))
#: In no street's name; a title is before somebody's: "9", then "Mr Martin Close" on the next line.
_NO_STREET = frozenset((*NOT_AFTER_NUMBER, "mr", "mrs", "ms", "miss"))
#: In Welsh the kind of street stands first: "14 Ffordd Gwynedd", "3 Heol y Bont".
_WELSH = re.compile(
    rf"(?<!\w)(?i:{_UNIT}){_NUMBER},?[ \t](?:(?i:Ffordd|Heol|L[oô]n|Stryd|Rhodfa|Maes|Clos|Llys|Erw|Trem|Teras|Rhes|"
    rf"Cilgant|Cwrt|Gerddi|Golygfa|Gwel|Ystad)[ \t](?:y|yr|{_NAME})|{_NAME}[ \t](?:yr?|YR?)[ \t]{_NAME})"
    rf"(?:[ \t](?:y|yr|{_NAME})){{0,2}}"
)
#: A farm or a house by its name in Welsh, which says where of two or three of the name it lies: "Hafod Uchaf".
_WELSH_HOUSE = re.compile(
    rf"(?<![\w'’-]){_NAME}(?:[ \t](?:y|yr|{_NAME}))?[ \t](?:Uchaf|Isaf|Ganol|UCHAF|ISAF|GANOL)(?![\w'’-])"
)
_HOUSE_ONLY = re.compile(
    rf"(?<![\w'])(?:{_NAME}[ \t])?{_NAME}[ \t\n](?:House|Lodge|Court|Cottage|Villa|Farm|Tower|Mansions|"
    rf"Hostel)(?=,[ \t\n]+(?:\d{{1,4}}|{_NAME}[ \t](?:{'|'.join(s.title() for s in sorted(STREETS))})\b))"
)
#: What is called by "The" before a street and is nobody's home.
_AT_WORK = frozenset(
    (
        "council",
        "court",
        "depot",
        "station",
        "library",
        "church",
        "chapel",
        "bank",
        "trust",
        "team",
        "board",
        "department",
    )
)
#: A house that has a name and no number, told as where somebody lives: "of Ropewalk Cottage, Ottermouth", "(a) Rev. H.
#: Gill, The Vicarage, Porthallow", and in quotes whatever it is called: "'Fairhaven', Quay Hill".
_KIND = "House|Lodge|Court|Cottages?|Villa|Farm|Farmhouse|Vicarage|Rectory|Manse|Grange|Bungalow|Barn|Gatehouse|Mill"
_KIND_WORDS = tuple(kind.rstrip("?s") for kind in _KIND.split("|"))
_NAMED = re.compile(
    rf"(?:(?<=\bof )|(?<=\bat )|(?<=\bto )|(?<=, )|(?<=,\n))(?:The[ \t](?:(?:Old|New)[ \t])?(?:{_KIND})|"
    rf"(?:{_NAME}[ \t]){{1,2}}(?:{_KIND})|\d{{1,3}}[ \t](?:{_NAME}[ \t]){{1,2}}(?:{_KIND})),[ \t\n]{{1,2}}{_NAME}"
    r"(?=[ \t]*(?:[,.;)\n]|$))"
)
_IN_QUOTES = re.compile(
    rf"[\"'“‘](?:{_NAME}(?:[ \t]{_NAME}){{0,2}})[\"'”’],[ \t\n]{{1,2}}(?:{_NUMBER}[ \t])?(?:{_NAME}[ \t]){{1,3}}"
    rf"(?:{'|'.join(s.title() for s in sorted(STREETS))})\b"
)
#: A house with no number and any name before its street: "The Larches, Mill Hill", "to Ardvale, Shore Road".
_HOUSE_NAME = re.compile(
    rf"(?<![\w'-])(?P<house>The[ \t]{_NAME}(?:[ \t]{_NAME})?|{_NAME}),[ \t]{{0,2}}\n?(?P<street>(?:{_NAME}[ \t]){{1,2}}"
    rf"(?:{'|'.join(s.title() for s in sorted(STREETS))}))\b(?=[ \t]*(?:[,.;)\n]|$|[A-Z]{{1,2}}\d))"
)
#: The town, alone in the line below a street that is alone in its own, at the head of a letter: then comes the date.
_TOWN_BELOW = re.compile(
    rf"[ \t]*,?[ \t]*\n[ \t>]{{0,60}}(?P<town>{_NAME}(?:[ \t-]{_NAME}){{0,2}})[ \t]*[.,]?(?=\n[ \t]*(?:\n|\d|Tel|Dear))"
)
_TAIL = re.compile(
    rf"(?:[ \t]*,[ \t]*(?:{_BREAK})?|[ \t]*{_BREAK}|[ \t]+)(?:{_NAME}(?:[ \t]{_NAME}){{0,2}})(?=[ \t]*(?:,|"
    rf"\n|[.;)|]|$)|[ \t]+(?:[A-Z]{{1,2}}\d|[a-z+(0-9]))"
)
#: What leads to where somebody lives: what follows is an address, whatever its street is called.
LIVES = re.compile(
    r"(?i)\b(?:(?:my|her|his|their)[ \t\n](?:new |old |home |current ){0,2}add?ress(?:[ \t\n]is)?|"
    r"(?:live[sd]?|living|stay(?:s|ing)?|moved|moving)[ \t\n](?:at|to|in))[ \t\n:]*\Z"
)
#: A year with nothing after it on its line, as in a chronology's first column or under a letter's head, is no house.
_YEAR = re.compile(r"(?:19|20)\d\d")
_LINE_ENDS = re.compile(rf"[ \t]*,?[ \t]*{_BREAK}")
#: The rest of such a street's name: "Leaze" of "8 Orchard Leaze".
_STREET_WORDS = re.compile(rf"(?:[ \t]{_NAME}){{1,2}}")
_JOIN_POST = re.compile(rf"[ \t]*,?[ \t]*(?:{_BREAK})?")


def find(text: str) -> list[RawSpan]:
    """Addresses of one text (the postcode, when there is one, is a find of its own)."""
    postcodes = [m.span() for m in postcodes_in(text)]
    found: list[RawSpan] = []
    end_of_last = -1
    for start, end, typed in _bodies(text):
        if start < end_of_last or _after_year(text, start, end):
            continue
        if _SCHOOL_YEAR.search(text, max(start - 12, 0), start):
            continue
        home = not typed and LIVES.search(text, max(start - 40, 0), start) is not None
        if home and (street := _STREET_WORDS.match(text, end)):
            end = street.end()
        stop, anchored = _extend(text, end, postcodes)
        if stop == end and typed and (town := _town_below(text, start, end)):
            stop = town
        if not typed and not anchored and not home:
            continue
        found.append(RawSpan(start, stop, Label.ADDRESS, 0.9 if typed else 0.75, "pattern:address"))
        end_of_last = stop
    return found


def _after_year(text: str, start: int, end: int) -> bool:
    """Whether what reads like an address is a year and a name after it: "1998", then "Hannah Orchard"."""
    year = _YEAR.match(text, start)
    if year is None or text[year.end()].isalnum():
        return False
    words = text[year.end() : end].lower().split()
    return _LINE_ENDS.match(text, year.end()) is not None or (len(words) == 2 and words[0] in lexicon().gender)


def _town_below(text: str, start: int, end: int) -> int:
    """Where the town ends that stands alone below a street alone in its line; 0 when there is none."""
    if text[text.rfind("\n", 0, start) + 1 : start].strip(" \t>"):
        return 0
    below = _TOWN_BELOW.match(text, end)
    if below is None:
        return 0
    words = re.split(r"[ \t-]", below["town"].lower())
    person = words[0] in lexicon().gender or (words[-1] in lexicon().surnames and len(words) > 1)
    label = words[-1] in STOP or (len(words) == 1 and lexicon().word(words[0]))
    return 0 if label or (person and not NOT_PEOPLE.fullmatch(below["town"].lower())) else below.end("town")


#: Between the words of a street's name: a blank, or a line's end with what the next is indented by ("40 Bridge", and
#: "St" below it in a column).
_ON = r"(?:[ \t]|[ \t]{0,3}\n[ \t>]{0,40})"
_STREET_AFTER = re.compile(rf"{_ON}(?:{_NAME}{_ON}){{0,2}}?(?:{'|'.join(s.title() for s in sorted(STREETS))})\b")

_STREET_ON = re.compile(rf"[ \t](?:{'|'.join(s.title() for s in sorted(STREETS))})\b")


def _bodies(text: str) -> Iterator[tuple[int, int, bool]]:
    seen: list[tuple[int, int, bool]] = []
    starts = starts_of(text)
    if not starts.numbers:
        houses = _HOUSE_ONLY.finditer(text) if any(house in text for house in _HOUSES) else ()
        named = sorted((match.span() for match in (*houses, *_named(text))), key=lambda span: (span[0], -span[1]))
        return ((start, end, True) for start, end in named)
    # Without a house's name an address begins at its number or its unit.
    begins = sorted({*starts.numbers, *starts.holding(*_UNITS)})
    for match in _BODY.finditer(text) if any(house in text for house in _HOUSES) else tried(_BODY, text, begins):
        words = re.findall(r"[A-Za-z][\w'-]*", match["all"])
        street = [w.lower() for w in words]
        core = [w for w in street if w not in {"flat", "apartment", "apt", "unit", "room", "plot", "the"}]
        if not _NO_STREET.isdisjoint(core):
            continue
        typed = len(core) >= 2 and street[-1] in STREETS
        end = match.end()
        more = None if typed else _STREET_AFTER.match(text, end)
        if more and _NO_STREET.isdisjoint(more.group().lower().split()):
            typed, end = True, more.end()
        # "110 Hop Garden Lane": the first word that can end a street's name need not be its last.
        if typed and (more := _STREET_ON.match(text, end)):
            end = more.end()
        seen.append((match.start(), end, typed))
    for match in tried(_TYPED, text, begins):
        if _NO_STREET.isdisjoint(re.findall(r"[a-z]+", match.group().lower())):
            words = re.findall(r"[A-Za-z][\w'-]*", match.group())
            if words[-1][0].isupper() or (
                match.group().islower()
                and words[-1]
                in {"road", "street", "lane", "avenue", "close", "crescent", "drive", "terrace", "rd", "ave"}
            ):
                seen.append((match.start(), match.end(), True))
    flats = (
        flat for flat in tried(_FLAT_ONLY, text, starts.holding("flat", "apartment", "room")) if _lived_in(flat[0])
    )
    alone = [*flats, *tried(_WELSH, text, begins)]
    if any(house in text for house in _HOUSES):
        alone.extend(_HOUSE_ONLY.finditer(text))
    seen.extend((match.start(), match.end(), True) for match in (*alone, *_named(text)))
    seen.sort(key=lambda s: (s[0], -s[2], -s[1]))
    return iter(seen)


def _lived_in(flat: str) -> bool:
    """Whether what follows a flat or room is where it is, not who lives there or an office: "Flat 4, Mrs Gill"."""
    unit, _, house = flat.lower().partition(",")
    words = house.split()
    work = _MEETING | ESTABLISHMENTS | _AT_WORK
    return words[0] not in _NO_STREET and not (unit.startswith("room") and not work.isdisjoint(words))


def _named(text: str) -> Iterator[re.Match[str]]:
    """Houses by their names."""
    if any(where in text for where in ("Uchaf", "Isaf", "Ganol", "UCHAF", "ISAF", "GANOL")):
        yield from _WELSH_HOUSE.finditer(text)
    if any(kind in text for kind in _KIND_WORDS):
        for match in _NAMED.finditer(text):
            if text.endswith("at ", 0, match.start()) or not _listed_people(match.group()):
                yield match
    for match in _HOUSE_NAME.finditer(text) if "," in text and starts_of(text).of(STREETS) else ():
        if _a_house(match["house"], match["street"]):
            yield match
    if any(mark in text for mark in ('",', "',", "”,", "’,")):
        yield from _IN_QUOTES.finditer(text)


def _a_house(house: str, street: str) -> bool:
    """Whether this is what a house may be called, and no place of work, town of a list or person before their name."""
    words, low = lexicon(), house.lower().split()
    if low[-1] in ESTABLISHMENTS or low[-1] in _AT_WORK or street.lower().split()[0] in words.gender:
        return False
    if low[0] == "the":
        return True
    known = low[0] in words.gender or low[0] in words.surnames or words.word(low[0])
    return not known and low[0] not in STOP


def _listed_people(house: str) -> bool:
    """Whether what reads like a house's name and a town is a name in a list: "Sarah Court, Imogen"."""
    first, *_, last = house.split(",")[0].lower().split()
    return first in lexicon().gender and last in lexicon().surnames


def _extend(text: str, end: int, postcodes: list[tuple[int, int]]) -> tuple[int, bool]:
    """Towns and counties after the street, up to the postcode: (new end, whether a postcode follows)."""
    stop = end
    for _ in range(4):
        join = _JOIN_POST.match(text, stop)
        after = join.end() if join else stop
        if any(start == after for start, _ in postcodes):
            return stop, True
        tail = _TAIL.match(text, stop)
        if not tail or tail.end() - stop > 60:
            break
        comma = "," in tail.group()
        ahead = any(
            tail.end() <= start <= tail.end() + 45 and text.count("\n", tail.end(), start) <= 2
            for start, _ in postcodes
        )
        if not (ahead or (comma and tail.group().count("\n") < 2)):
            break
        town = tail.group().strip(" ,\n>\t").lower()
        if not ahead and (town in lexicon().gender or town in lexicon().common or _somebody(text, tail.end(), town)):
            break
        within = [start for start, _ in postcodes if stop < start < tail.end()]
        if within:
            # "Bradford SO7" of "Bradford SO7 2WW": the town ends before the postcode.
            return stop + len(text[stop : within[0]].rstrip(" \t,\n>")), True
        stop = tail.end()
    return stop, False


def _somebody(text: str, end: int, town: str) -> bool:
    """Whether what follows a street is somebody who does something: "to 14 Cobden Row, Lee Wray had left"."""
    words = town.split()
    named = len(words) == 2 and words[0] in lexicon().gender and words[1] in lexicon().surnames
    return named and re.compile(r"[ \t\n][a-z]").match(text, end) is not None and not NOT_PEOPLE.fullmatch(town)
