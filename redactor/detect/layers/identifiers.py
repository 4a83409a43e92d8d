# SPDX-License-Identifier: AGPL-3.0-or-later
"""Numbers and addresses of people in the United Kingdom, with their check digits where they have one.

A number that fails its check is still found where the text says what it is ("NHS No: ..."): records hold
typing errors, and a wrong number may still point to somebody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from stdnum import iban
from stdnum.gb import nhs, upn

from redactor.detect.language.dates import dates_in
from redactor.detect.language.found import RawSpan
from redactor.detect.language.starts import Anywhere, Starts, starts_of, tried
from redactor.detect.layers.phones import GAP, before, phones
from redactor.detect.layers.torn_mail import torn_emails
from redactor.detect.layers.torn_numbers import torn_numbers
from redactor.domain.mentions import Label

#: The layer of user names.
HANDLE = "pattern:handle"
EMAIL = re.compile(
    r"(?<![\w.+-])(?:[A-Za-z]{2,20}[ ]?_[ ]?(?=[A-Za-z]{2,20}@))?"
    r"[A-Za-z0-9][\w.+'-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![\w])"
)
POSTCODE = re.compile(
    rf"(?<![A-Za-z0-9])(?:[A-Za-z]{{1,2}}[0-9][0-9A-Za-z]?{GAP}[0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{{2}}|"
    rf"GIR[ ]?0AA)(?![A-Za-z0-9])"
)
_AREAS = """
AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN
EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE
NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR
TS TW UB W WA WC WD WF WN WR WS WV YO ZE
"""
_POSTCODE_AREAS = frozenset(_AREAS.split())
_NHS = re.compile(rf"(?<![\w.-])\d{{3}}(-|{GAP})\d{{3}}(?:-|{GAP})\d{{4}}(?![\w-])")
_GAPS = " \t\n>"
_NHS_LABEL = re.compile(r"nhs(?:[ \t]*(?:n[o0]|number|num|#))?[ \t.:#|(-]*$", re.I)
_NINO = re.compile(
    rf"(?<![A-Za-z0-9])[A-Za-z]{{2}}{GAP}\d{{2}}{GAP}\d{{2}}{GAP}\d{{2}}{GAP}[A-Da-dFMfm](?![A-Za-z0-9])"
)
_UPN = re.compile(r"(?<![A-Za-z0-9])[A-HJ-NP-RT-Za-hj-np-rt-z](?:\d{12}|\d{11}[A-Za-z])(?![A-Za-z0-9])")
_SORT = re.compile(r"(?<![\d/.-])\d{2}([ -]?)\d{2}\1\d{2}(?![\d/-])")
_ACCOUNT = re.compile(r"(?<![\d/.-])\d{8}(?![\d/-])")
_CAR_NOW = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}[ ]?[A-Z]{3}(?![A-Za-z0-9])")
_CAR_ANY = re.compile(
    r"(?i)(?:reg(?:istration)?(?:[ \t]*(?:no|number|plate|mark))?|vrm|number plate|index|vehicle|"
    r"plate)[ \t.:#]*(?:is|was)?[ \t]*"
    r"(?P<value>[A-Z]{2}[0-9]{2}[ ]?[A-Z]{3}|[A-Z][0-9]{1,3}[ ]?[A-Z]{3}|[A-Z]{3}[ ]?[0-9]{1,3}[A-Z]?|"
    r"[A-Z]{1,3}[ ]?[0-9]{1,4})(?![A-Za-z0-9])"
)
#: Older plates look like any reference: only where a car is spoken of just before.
_CAR_OLD = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z][0-9]{1,3}[ ][A-Z]{3}|[A-Z]{3}[ ][0-9]{1,3}[A-Z])(?![A-Za-z0-9])")
_CAR_WORD = re.compile(
    r"(?i)\b(?:cars?|vans?|lorr(?:y|ies)|taxi|motor(?:bike|cycle)?|drives?|drove|driving|driven|parked|saloon|hatchback|"
    r"estate car|ford|vauxhall|rover|fiat|peugeot|renault|volvo|nissan|toyota|bmw|transit|cavalier|astra|fiesta)\b"
)
_REF = re.compile(
    r"(?i)(?<![\w])(?:(?:our|your|their|case|client|crime|court|file|complaint|incident|log|referral|"
    r"police|tenancy|claim|policy|council tax|"
    r"rent|hospital|patient|person|swift|mosaic|liquidlogic|ics|carefirst|customer|service user|applicant|"
    r"application|pupil|student|candidate|cad|rms|niche|athena|passport|driving licence)[ \t]*){0,3}"
    r"(?:ref(?:erence)?(?:[ \t]*(?:no|number|num))?|(?:case|crime|file|complaint|incident|log|claim|"
    r"policy|client|person|hospital|tenancy|cad|urn|court|account|rms|passport|driving licence|patient|"
    r"service user|customer|swift|mosaic|liquidlogic|ics|carefirst|niche|athena)"
    r"[ \t]*(?:no|number|num|id|ref(?:erence)?)|URN|ID no|"
    r"CAD|MARAC ref|(?:tenancy|ten|rent account|uprn|claim|policy|payroll|staff|employee)(?=[ \t.:#]{1,3}\d{5}))\b"
    r"(?-i:[ \t]+(?:for|of)(?:[ \t]+[A-Z][\w'-]+){1,3})?[ \t.:#(|-]*(?:is|"
    r"was)?[ \t]*(?P<value>(?:URN[ \t]*)?[A-Za-z]{0,6}[ ]?(?:[A-Za-z0-9]{1,12}[/.-]){0,5}[A-Za-z0-9]{1,16})(?![\w/])"
)
#: What it can begin with.
_REF_WORDS = (
    *("our", "your", "their", "case", "client", "crime", "court", "file", "complaint", "incident", "log", "ref"),
    *("police", "tenancy", "claim", "policy", "council", "rent", "hospital", "patient", "person", "swift", "mosaic"),
    *("liquidlogic", "ics", "carefirst", "customer", "service", "applica", "pupil", "student", "candidate", "cad"),
    *("rms", "niche", "athena", "passport", "driving", "urn", "account", "id", "marac"),
    *("ten", "uprn", "payroll", "staff", "employee"),
)
_REF_SHAPE = re.compile(
    r"(?<![A-Za-z0-9/])(?:URN[ \t]+)?(?:[A-Z]{2,5}[/-]\d{2,8}(?:[/-][A-Z0-9]{2,10}){0,3}|\d{2}/\d{4,8}[A-Z]?|"
    r"[A-Z]{1,3}\d{6,9}|[A-Z]{2}\d{2}[A-Z]\d{5})(?![A-Za-z0-9/-])"
)
#: A month of a year, written as some references are.
_MONTH = re.compile(r"(?:0[1-9]|1[0-2])/(?:19|20)\d\d")


def find(text: str) -> list[RawSpan]:
    """Every identifier of one text, sorted; where two overlap the surer one stays."""
    return without_overlaps([*_written(text), *torn_numbers(text, _written)])


def _written(text: str) -> list[RawSpan]:
    """Those that no line's end tears."""
    found = [*_emails(text), *_handles(text)]
    starts = starts_of(text)
    if starts.numbers:
        for rule in (_postcodes, _nhs, _ninos, _upns, _bank, phones, _cars, _refs, _born):
            found.extend(rule(text, starts))
    return found


def without_overlaps(spans: list[RawSpan]) -> list[RawSpan]:
    """Of spans that overlap the surest, of equals the longest; sorted. What is kept never overlaps, so a span can only
    meet the one that begins last before its end."""
    kept: list[RawSpan] = []
    starts: list[int] = []
    for span in sorted(spans, key=lambda s: (-s.score, s.start - s.end, s.start)):
        at = bisect_left(starts, span.end)
        if not at or kept[at - 1].end <= span.start:
            kept.insert(at, span)
            starts.insert(at, span.start)
    return kept


def _emails(text: str) -> Iterator[RawSpan]:
    if "@" not in text:
        return
    for match in EMAIL.finditer(text):
        yield RawSpan(*match.span(), Label.EMAIL, 0.99, "pattern:email")
    for start, end in torn_emails(text):
        yield RawSpan(start, end, Label.EMAIL, 0.99, "pattern:email")


#: What somebody is called on the internet: after an at sign, or after the name of a service.
_HANDLE = re.compile(r"(?<![\w.@+-])@[A-Za-z](?:[\w.]{0,28}[_.\d][\w.]{0,28}\w|[\w.]{0,28}[\d_])(?![\w@])")
_SERVICE = Anywhere(
    re.compile(
        r"(?i)(?<!\w)(?:snap(?:chat)?|insta(?:gram)?|tik[ ]?tok|facebook|roblox|fortnite|gamertag|psn|xbox(?: live)?|"
        r"discord|twitter|user[ ]?name|screen[ ]?name|handle|kik|telegram|steam|twitch|onlyfans)"
        r"(?:[ \t](?:is|was|as|name|id|user|account|handle|called)){0,3}[ \t:=(\"'-]{1,4}"
        r"(?P<value>(?=[\w.]{0,30}[A-Za-z])(?=[\w.]{0,30}[\d_.]\w)[A-Za-z\d_][\w.]{2,29}\w)(?![\w@/])"
    ),
    frozenset(
        (
            *("snap", "snapchat", "insta", "instagram", "tik", "tiktok", "facebook", "roblox", "fortnite"),
            *("gamertag", "psn", "xbox", "discord", "twitter", "user", "username", "screen", "screenname"),
            *("handle", "kik", "telegram", "steam", "twitch", "onlyfans"),
        )
    ),
)


def _handles(text: str) -> Iterator[RawSpan]:
    if "@" in text:
        for match in _HANDLE.finditer(text):
            yield RawSpan(*match.span(), Label.OTHER, 0.85, HANDLE)
    for match in _SERVICE.finditer(text):
        yield RawSpan(*match.span("value"), Label.OTHER, 0.85, HANDLE)


@lru_cache(maxsize=4)
def postcodes(text: str) -> list[re.Match[str]]:
    """What looks like a postcode; kept, since addresses are looked for beside them."""
    # Two letters before the first figure, or the three of GIR and a blank.
    return list(tried(POSTCODE, text, starts_of(text).before_numbers(4)))


def _postcodes(text: str, starts: Starts) -> Iterator[RawSpan]:
    for match in postcodes(text):
        value = match.group()
        spaced = any(c.isspace() for c in value)
        upper = value.isupper()
        area = re.match("[A-Za-z]{1,2}", value)
        known = area is not None and area.group().upper() in _POSTCODE_AREAS
        if upper and (spaced or known):
            yield RawSpan(*match.span(), Label.POSTCODE, 0.95 if spaced else 0.8, "pattern:postcode")
        elif (spaced and known) or (known and len(value) >= 6 and "postcode" in before(text, match.start())):
            yield RawSpan(*match.span(), Label.POSTCODE, 0.7, "pattern:postcode")


def _nhs(text: str, starts: Starts) -> Iterator[RawSpan]:
    told = "nhs" in text
    for match in tried(_NHS, text, starts.numbers):
        value = match.group()
        labelled = bool(_NHS_LABEL.search(text[max(match.start() - 24, 0) : match.start()].replace("\n", " ")))
        valid = bool(nhs.is_valid(value))
        grouped = bool(match.group(1))
        if labelled:
            yield RawSpan(*match.span(), Label.NHS_NUMBER, 0.98 if valid else 0.8, "pattern:nhs")
        elif valid and not value.startswith("0"):
            yield RawSpan(*match.span(), Label.NHS_NUMBER, 0.95 if grouped else 0.75, "pattern:nhs")
        elif grouped and told:
            yield RawSpan(*match.span(), Label.NHS_NUMBER, 0.45, "pattern:nhs")
        elif grouped and not value.startswith("0"):
            yield RawSpan(*match.span(), Label.NHS_NUMBER, 0.4, "pattern:nhs")


def _ninos(text: str, starts: Starts) -> Iterator[RawSpan]:
    # The two letters stand before the figures, with a gap at most.
    letters = (
        start - len(text[max(start - 24, 0) : start]) + len(text[max(start - 24, 0) : start].rstrip(_GAPS)) - 2
        for start in starts.numbers
    )
    for match in tried(_NINO, text, (start for start in letters if start >= 0)):
        value = match.group()
        prefix = value[:2].upper()
        lead = before(text, match.start())
        labelled = bool(re.search(r"\b(?:ni|nino|n\.i\.|national insurance|insurance)\b", lead))
        allowed = not (set(prefix) & set("DFIQUV")) and prefix[1] != "O" and value[-1].upper() in "ABCD"
        if labelled:
            yield RawSpan(*match.span(), Label.NINO, 0.95, "pattern:nino")
        elif allowed and value[:2].isupper():
            yield RawSpan(*match.span(), Label.NINO, 0.9, "pattern:nino")
        elif value.isupper():
            yield RawSpan(*match.span(), Label.NINO, 0.45, "pattern:nino")


def _upns(text: str, starts: Starts) -> Iterator[RawSpan]:
    for match in tried(_UPN, text, starts.before_numbers(1)):
        labelled = "upn" in before(text, match.start(), 30) or "pupil number" in before(text, match.start(), 40)
        if labelled or upn.is_valid(match.group()):
            yield RawSpan(*match.span(), Label.UPN, 0.95, "pattern:upn")


_SORT_WORD = re.compile(r"sort[ \t-]?(?:code)?|s/c")
#: The head of a column of a table, or the label of a field, alone in its cell.
_HEAD = r"(?im)(?<![^\n\t| ])(?<![^\n\t| ][ ])(?:bank )?{}[ ]?[.]?[ ]?:?[ ]?(?=[ \t]*+$|[\t|]|[ ]{{2}})"
_SORT_HEAD = re.compile(_HEAD.format("sort[ -]?code"))
_ACCOUNT_HEAD = re.compile(_HEAD.format(r"(?:account|acct?|a/c)(?:[ \t.]*(?:number|no|num))?"))
_OPENS, _CLOSES = re.compile(r"(?:\A|[\n\t|]|[ ]{2})[ ]?\Z"), re.compile(r"[ ]?(?:\Z|[\n\t|]|[ ]{2})")
#: A value is so far from its head at most (characters).
_FROM_HEAD = 800
_ACCOUNT_WORD = re.compile(r"acc(?:oun)?t|\bacc\b|a/c|bank")


#: An account anywhere in the world: country, check digits, the bank's own number, in fours as banks print it.
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])")


def _bank(text: str, starts: Starts) -> Iterator[RawSpan]:
    for match in tried(_IBAN, text, starts.before_numbers(2)):
        if iban.is_valid(match.group()):
            yield RawSpan(*match.span(), Label.ACCOUNT, 0.95, "pattern:iban")
    sorts: list[int] = []
    headed = _heads(_SORT_HEAD, text, "sort" in starts.low)
    for match in tried(_SORT, text, starts.numbers):
        if _SORT_WORD.search(before(text, match.start(), 30)) or _under(headed, text, match):
            sorts.append(match.end())
            yield RawSpan(*match.span(), Label.SORT_CODE, 0.95, "pattern:sort code")
    headed = _heads(_ACCOUNT_HEAD, text, "acc" in starts.low or "a/c" in starts.low)
    for match in tried(_ACCOUNT, text, starts.numbers):
        lead = before(text, match.start(), 60)
        near = any(0 <= match.start() - end < 40 for end in sorts[max(bisect_left(sorts, match.start()) - 1, 0) :][:2])
        if near or _ACCOUNT_WORD.search(lead[-40:]) or _under(headed, text, match):
            yield RawSpan(*match.span(), Label.ACCOUNT, 0.95 if near else 0.85, "pattern:account")


def _heads(head: re.Pattern[str], text: str, likely: bool) -> list[int]:
    """Where such heads end, in order."""
    return [match.end() for match in head.finditer(text)] if likely else []


def _under(heads: Sequence[int], text: str, match: re.Match[str]) -> bool:
    """Whether a number fills a cell, or a line, not far below one of these heads."""
    at = bisect_left(heads, match.start())
    if not at or match.start() - heads[at - 1] > _FROM_HEAD:
        return False
    return _OPENS.search(text, max(match.start() - 3, 0), match.start()) is not None and bool(
        _CLOSES.match(text, match.end())
    )


def _cars(text: str, starts: Starts) -> Iterator[RawSpan]:
    for match in tried(_CAR_ANY, text, starts.holding("reg", "vrm", "number plate", "index", "vehicle", "plate")):
        value = match["value"]
        if any(c.isdigit() for c in value) and (value[:1].isupper() or value[:1].isdigit()):
            yield RawSpan(*match.span("value"), Label.CAR_REG, 0.9, "pattern:car")
    for match in tried(_CAR_NOW, text, starts.before_numbers(2)):
        yield RawSpan(*match.span(), Label.CAR_REG, 0.85, "pattern:car")
    for match in _CAR_OLD.finditer(text) if starts.numbers else ():
        if _CAR_WORD.search(before(text, match.start(), 60)):
            yield RawSpan(*match.span(), Label.CAR_REG, 0.8, "pattern:car")


def _refs(text: str, starts: Starts) -> Iterator[RawSpan]:
    for match in tried(_REF, text, starts.beginning(_REF_WORDS)):
        value = match["value"]
        if sum(c.isdigit() for c in value) >= 3:
            yield RawSpan(*match.span("value"), Label.CASE_REF, 0.85, "pattern:reference")
    # At most five letters and a stroke before the figures.
    shapes = {*starts.before_numbers(6), *starts.holding("urn")}
    for match in tried(_REF_SHAPE, text, sorted(shapes)):
        if _MONTH.fullmatch(match.group()):
            continue  # the "03/2024" of a chronology; said to be a reference, it is one (above)
        yield RawSpan(*match.span(), Label.CASE_REF, 0.55, "pattern:reference")


_BORN = re.compile(
    r"(?i)(?:d\.?[ \t]?[o0]\.?[ \t]?b\b\.?|dates? of birth|birth date|birthdate|born(?: on)?|\bb\.|birthday|"
    r"due date|edd)[ \t]*(?:(?:is|was|of)?[ \t]*(?:(?:given|recorded|stated|shown|noted|confirmed)"
    r"[ \t\n]+(?:as|to[ \t]be))?)[ \t:.|(\n-]{0,6}$"
)
#: Of two in one row, as for a couple: "Dates of birth  11.2.38   27.10.40".
_BOTH_BORN = re.compile(
    r"(?i)\bdates of birth[ \t:.|-]{0,6}[^\n]{0,60}?(?:[ \t]{2,60}|[ \t]*(?:[|,&]|and|\(\w+\))[ \t]*)$"
)
#: "Hope Brown (12 May 1949)", "Kai DUNNE (21/08/2004, seen alone)": a day in brackets right behind both names.
_DAY_OF_NAME = re.compile(r"[A-Z][\w'-]+[ \t][A-Z][\w'-]+[ \t\n]\([ \t]?$")
#: A day beside a sex in a row of people: "TOLLEY  Wayne L.  30/10/1979  M", "Jo Pell | F | 2.9.15".
_SEX = r"(?:[MFmf]|(?:Fem|M|fem|m)ale)"
_ROW_OF_NAME = re.compile(
    r"(?:\A|\n)[^\n\d]{0,40}?[A-Z][\w'’-]+,?[ \t|]+[A-Z][\w'’. -]*[ \t|,]+" + rf"(?P<sex>{_SEX}[ \t|,]+)?\Z"
)
#: Behind a whole name a day and then where they live or another number: "Kelly-Ann Stubbs 22/08/1991 4 Maes Derw"; or,
#: less surely, a comma: "5. Cai Pell, 11/11/2002, caution 2023".
_WHOLE_NAME = re.compile(r"(?<![\w'-])[A-Z][\w'’-]+(?:[ \t][A-Z][\w'’.-]*){1,3}(?P<comma>,)?[ \t]+\Z")
_DETAIL_AFTER = re.compile(r"[ \t]*,?[ \t]+(?:\d{1,4}[A-Za-z]?[ \t][A-Z]|[Ff]lat\b|NI\b|NHS\b|NINO\b|UPN\b)")
_SEX_AFTER = re.compile(rf"[ \t|,]+{_SEX}(?=[ \t|,\n]|\Z)")
_ROW = 90
_BORN_AFTER = re.compile(r"(?i)[ \t]*\)?[ \t]*\(?(?:dob|d\.o\.b|date of birth|birth date)\b")


def _in_row(text: str, start: int, end: int) -> bool:
    row = _ROW_OF_NAME.search(text, max(start - _ROW, 0), start)
    return row is not None and (row["sex"] is not None or _SEX_AFTER.match(text, end) is not None)


def _born(text: str, starts: Starts) -> Iterator[RawSpan]:
    for match in dates_in(text):
        start, end = match.span()
        if _BORN.search(text[max(start - 44, 0) : start]) or _BORN_AFTER.match(text, end):
            yield RawSpan(start, end, Label.DOB, 0.95, "pattern:born")
        elif _BOTH_BORN.search(text[max(start - 90, 0) : start]) or _in_row(text, start, end):
            yield RawSpan(start, end, Label.DOB, 0.9, "pattern:born")
        elif name := _WHOLE_NAME.search(text, max(start - _ROW, 0), start):
            if _DETAIL_AFTER.match(text, end):
                yield RawSpan(start, end, Label.DOB, 0.9, "pattern:born")
            elif name["comma"] and text.startswith(",", end):
                yield RawSpan(start, end, Label.DOB, 0.45, "pattern:born")
        elif text[end : end + 1] in {")", ",", ";"} and _DAY_OF_NAME.search(text[max(start - 60, 0) : start]):
            yield RawSpan(start, end, Label.DOB, 0.45, "pattern:born")
