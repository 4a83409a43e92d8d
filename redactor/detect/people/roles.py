# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who somebody is to the subject: what the words around their name say, added up over the whole record."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from redactor.detect.language.dates import DATE
from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.text import line_before
from redactor.detect.language.words import (
    AGENCIES,
    AUTHOR_FIELDS,
    FAMILY_FIELDS,
    QUALIFIERS,
    RELATION,
    ROLE,
    ROLE_SHORT,
    ROLES,
    TITLE_ROLES,
    any_of,
)
from redactor.detect.people.mail import kind_of_host, official
from redactor.detect.people.posts import after_initials, heads_field, host_under, posts
from redactor.domain.mentions import Profession, Role

_AFTER = re.compile(rf"[ \t]*(?:\n[ \t>]*)?[,|(:–/-]*[ \t]*(?:\n[ \t>]*)?{QUALIFIERS}", re.I)
_MAIL_AFTER = re.compile(r"[ \t]*[<(|,\n][^\n@]{0,80}?@(?P<host>[\w.-]+)")
#: What leads to the day in the stamp of a log's entry: its kind ("Home visit - "), a weekday.
_LEADING = re.compile(
    r"(?i)[ \t>*\[(]*(?:(?!d\.?o\.?b\b|date of birth|born|birth)[a-z][\w/&' ]{2,40}?[ \t]+[-–|][ \t]+(?=\d))?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[ \t]+)?"
)
#: The rest of the stamp: "14:30 -", "12/03/2021 |". A telephone's chats part day and time by a comma
#: ("12/03/2021, 14:30 - Mum: ..."), and anybody writes there.
_TIME = re.compile(
    r"(?i)[ \t]*(?:(?:at[ \t]+)?(?:\d{1,2}[:.]\d{2}(?:[ \t]?[ap]m)?|\d{4})(?:[ \t]?hrs)?)?[\])]?[ \t]*[-–|,][ \t]*"
)
#: A stamp is no longer (characters).
_HEAD = 70
#: A time of the day. In a row of a table a day alone is no stamp: "12/03/2021 | Joan Bell | rang, crying".
_CLOCK = re.compile(r"(?<![\d.])\d{1,2}[:.]\d{2}(?![./\d])|(?<![\d/.])\d{4}[ \t]?hrs")
#: What a stamp's name is followed by: who is told of in the entry ("12/03/2021 - Sarah rang") signs nothing.
_STAMPED = re.compile(r"[ \t]*(?:\n|$|[:|(])")


#: "03/02/2023 RJ: rang", initials right after the day.
_LETTERS = re.compile(r"[A-Z]{2,3}")
_DAY_ALONE = re.compile(r"[ \t]*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}[ \t]+(?:\d{1,2}[:.]\d{2}[ \t]+)?")
_INITIALLED = re.compile(r"[A-Z]\.[ ]?(?:[A-Z]\.[ ]?)?[A-Z][a-z][\w'-]+|(?:[A-Z]\.){2,3}|[A-Z]{2,3}")
_SENTENCE_BEFORE = re.compile(r"[.!?)\"”'’][ \t]{1,2}(?:[-–][ \t])?\n?[ \t]*\Z|[.!?]\n[ \t]*(?:[-–][ \t])?\Z")
#: From an entry's day to its writer in brackets, and what follows there.
_BRACKET = re.compile(
    r"[ \t]*(?:\d{1,2}[:.]\d{2}(?:[ \t]?[ap]m)?)?[ \t]*[-–:]?[ \t]*[(\[](?:(?:Mrs?|Ms|Miss|Dr)\.?[ ])?"
)
_OFFICIAL = re.compile(r"(?:Mrs?|Ms|Miss|Dr)\b\.?[ \t][A-Z]|[A-Z]\.?[ \t][A-Z][a-z]")
_BRACKET_ENDS = re.compile(r"(?:,[ \t][^)\]\n]{2,24})?[)\]]")
#: Then the next entry begins with its day. At the end of a text may as well be whoever wrote the council a letter.
_DAY = (
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})\b|"
    r"(?:Mon|Tues?|Wed(?:nes|s)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?[ ,]{1,2}"
    r"\d{1,2}(?:[/.-]\d{1,2}\b|(?:st|nd|rd|th)\b))"
)
_ENTRY_ENDS = re.compile(rf"[ \t]*\.?[ \t]*\n(?:[ \t>]*\n){{0,4}}[ \t>]*{_DAY}")
_ENTRY_BEGINS = re.compile(rf"(?:\A|\n)[ \t>]*{_DAY}")
#: An entry is no longer (characters).
_ENTRY = 1500


#: What only somebody in office does: "to be reviewed by X".
_DONE_BY = re.compile(
    r"\b((?:reviewed|assessed|chaired|authori[sz]ed|approved|countersigned|supervised|undertaken|convened|minuted|triaged|"
    r"allocated|screened|quality assured|created|recorded|entered|inputted|logged|typed|minutes taken|checked|prepared|"
    r"(?:request|sar|referral) (?:was )?received)\s+by)[ \t]?:?\s+$",
    re.I,
)
#: At the foot of a form: who took it in. "A letter was received by X" may be anybody's, and whoever signs for money,
#: keys or a parcel is the one who has them now.
_TAKEN_BY = re.compile(
    r"(?i)[ \t>]*((?P<what>(?:call|form|report|statement|complaint|message|note) )?(?:received|taken) by):?[ \t]+"
)
_SIGNED = re.compile(r"(?i)\b(?:signed|signature|office use|(?:phone|telephone|contact) (?:note|record|log))\b")
_HANDED_OVER = re.compile(
    r"(?i)£|\b(?:paid|payments?|cash|money|allowance|vouchers?|cheques?|receipt|keys?|parcels?|property|belongings|"
    r"clothing|clothes|goods|items?|deliver\w*|medication|tablets|photo\w*|pictures?|returned|handed|collected)\b"
)
_FORM = 300
#: Who wrote the minutes of a meeting, below the list of who was there.
_MINUTES = re.compile(r"(?i)(?:\A|\n)[ \t]*(minutes|notes|minutes/notes|typed)[ \t]*(?:by)?[ \t]*:[ \t]*\Z")
_MET = re.compile(r"(?im)^[ \t]*(?:present|in attendance|attendees|attending|apologies|not present)\b")
_LINE_ENDS, _LIST = re.compile(r"[ \t.]*(?:\n|$)"), 900
#: What kind of worker somebody is, in brackets after the name: "Ibby (agency)", "Sal (duty)".
_OWN_KIND = re.compile(r"(?i)[ \t]?\((agency|duty|bank staff|supply|relief|locum|on[- ]call|out of hours|edt)\)")
#: "Rang EDT and spoke to a Mr Bell": who answers for a body.
_RUNG = re.compile(
    rf"(?i)\b(?:rang|phoned|telephoned|called|contacted)[ \t\n](?:the[ \t])?"
    rf"(?P<where>{any_of(AGENCIES)})[ \t\n,]{{1,3}}"
    r"(?:and[ \t\n])?spoke[ \t\n](?:to|with)[ \t\n](?:an?[ \t\n])?(?:(?:mr|mrs|ms|miss|dr)\.?[ \t])?\Z"
)
_RUNG_FAR = 90
#: "Decision: X to seek an order": only in minutes, and only what families are not asked to do.
_ACTION = re.compile(r"(?:^|\n|\b)(?:decision|action|actions|agreed|outcome)[ \t]{0,2}[:-][ \t\n]*$", re.I)
_CHARGED = re.compile(
    r"\s+to\s+(seek|convene|circulate|commission|escalate|instruct|authori[sz]e|allocate|chair|issue|liaise|refer|progress)\b"
)


#: Others of a family by what they are, with their names.
_FAMILY_LIST = re.compile(
    r"\b(?:Mother|Father|Mum|Dad|Brother|Aunt(?:ie|y)?|Uncle|Nan|Gran\w*|Son|Daughter|Step\w+|Half\w*)"
    r"[ \t]*[:,|–-]?[ \t]*[A-Z]"
)
_FAMILY = 160


#: Relations that come with an office.
AT_WORK = frozenset(
    ("associate", "attorney", "carer", "colleague", "deputy", "employer", "executor", "guardian", "peer", "referrer")
)


@dataclass
class Evidence:
    """What was seen about one person, and how often."""

    kinds: Counter[Profession] = field(default_factory=Counter)
    professional: float = 0.0
    personal: float = 0.0
    relations: Counter[str] = field(default_factory=Counter)
    #: Of what shows that they are professional: that they sign entries.
    signed: float = 0.0
    #: What the text says of them right after their name ("is also her aunt"); see ties.py.
    ties: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    def work(self, kind: Profession | None, weight: float, reason: str) -> None:
        self.professional += weight
        if kind is not None and kind is not Profession.OTHER:
            self.kinds[kind] += int(weight * 2)
        elif kind is not None:
            self.kinds[kind] += 1
        self.reasons[reason] += 1

    def kin(self, relation: str, weight: float, reason: str) -> None:
        self.personal += weight
        self.relations[" ".join(relation.lower().split())] += 1
        self.reasons[reason] += 1

    def signs(self, reason: str, weight: float = 1.0) -> None:
        """They sign entries of a log: staff do, and so may a grandmother who keeps a diary."""
        self.signed += weight
        self.work(None, weight, reason)

    def role(self) -> Role:
        """Professional only when that is shown, and shown at least as well as any tie to the subject; of somebody who
        is family, a neighbour or a complainant, that they sign shows nothing."""
        if self.professional <= self.signed and not AT_WORK.issuperset(self.relations):
            return Role.THIRD_PARTY
        if self.professional >= 1.0 and self.professional >= self.personal:
            return Role.PROFESSIONAL
        return Role.THIRD_PARTY

    def profession(self) -> Profession:
        return self.kinds.most_common(1)[0][0] if self.kinds else Profession.OTHER

    def relationship(self) -> str:
        return self.relations.most_common(1)[0][0] if self.relations else ""

    def why(self) -> str:
        """The three most frequent reasons in plain words."""
        parts = []
        for reason, count in self.reasons.most_common(3):
            places = "" if count == 1 else f" in {count} places"
            parts.append(f"{reason}{places}")
        return "; ".join(parts)


def look(evidence: Evidence, text: str, start: int, end: int, title: str, by: str, *, signs: bool = True) -> None:
    """Add what stands around ``text[start:end]``, somebody's name, to what is known about them.

    ``by`` is the layer that found the name; ``signs``: whether an entry this name signs tells that they write it.
    """
    if (office := TITLE_ROLES.get(title)) is not None:
        evidence.work(office, 1.0, f"called '{title.capitalize()}'")
    kind, _, phrase = by.partition(":")
    phrase = phrase.removesuffix(":reversed")
    if by.startswith(("field:to", "field:cc", "field:from")) and "," in text[start:end]:
        evidence.work(None, 1.0, "listed surname first, as in an office's own address book")
    if kind == "role":
        profession = ROLE_SHORT.get(phrase) or ROLES.get(re.sub(r"\s+", " ", phrase), Profession.OTHER)
        if not (title and phrase in TITLE_ROLES):
            evidence.work(profession, 2.0, f"'{phrase.upper() if phrase in ROLE_SHORT else phrase}' before the name")
    elif kind == "relation" and phrase == "sister" and _nurse(text, start, end):
        evidence.work(Profession.HEALTH, 1.5, "called 'Sister'")
    elif kind == "relation":
        evidence.kin(phrase, 2.0, f"'{phrase}' before the name")
    elif kind == "field" and phrase in AUTHOR_FIELDS:
        evidence.work(None, 1.0, f"named as '{phrase}'")
    elif kind == "field" and phrase in FAMILY_FIELDS:
        evidence.kin(phrase, 2.0, f"named as '{phrase}'")
    before = text[max(start - 40, 0) : start]
    if _ends_in_by(before) and (done := _DONE_BY.search(before)):
        evidence.work(None, 1.0, f"'{' '.join(done[1].split())}' before the name")
    elif (taken := _TAKEN_BY.fullmatch(line_before(text, start, 60))) and (taken["what"] or _takes_form(text, start)):
        evidence.work(None, 1.0, f"'{taken[1].lower()}' before the name")
    if (
        (minutes := _MINUTES.search(before))
        and _LINE_ENDS.match(text, end)
        and _MET.search(text, max(start - _LIST, 0), start)
    ):
        evidence.work(None, 1.0, f"named as '{minutes[1].lower()}'")
    if (own := _OWN_KIND.match(text, end)) and not RELATION.search(before):
        evidence.work(None, 1.0, f"'{own[1].lower()}' after the name")
    if "spoke" in before and (rung := _RUNG.search(text, max(start - _RUNG_FAR, 0), start)):
        evidence.work(None, 1.0, f"'{' '.join(rung['where'].lower().split())}' before the name")
    if _ACTION.search(text[max(start - 24, 0) : start]) and (charged := _CHARGED.match(text, end)):
        evidence.work(None, 1.0, f"to {charged[1]} something, by the minutes")
    for sign in posts(text, start, end, title):
        evidence.work(*sign)
    _look_after(evidence, text, start, end)
    if (host := host_under(text, start, end)) and official(host):
        evidence.work(kind_of_host(host), 1.5, "writes from an official address")
    if signs and (_signs(text, start, end) or _signs_at_end(text, start, end)):
        evidence.signs("signs an entry")
    elif signs and _in_brackets_after_day(text, start, end):
        # Twice: once it may be whom the entry is about.
        evidence.signs("signs an entry", 0.5)


def _ends_in_by(before: str) -> bool:
    return before.rstrip().removesuffix(":").rstrip()[-2:].lower() == "by"


def _takes_form(text: str, start: int) -> bool:
    """Whether a form that somebody signed, and that hands nothing over, is above a name."""
    above = text[max(start - _FORM, 0) : start]
    return _SIGNED.search(above) is not None and _HANDED_OVER.search(above) is None


def _nurse(text: str, start: int, end: int) -> bool:
    """ "Sister Pascoe", "Sister M. Pascoe": families say a sister's forename. A name that no list knows may be one, and
    in a list of a family she stands beside the others of it."""
    if _FAMILY_LIST.search(text[max(start - _FAMILY, 0) : end + _FAMILY]):
        return False
    names = [word for word in re.findall(r"[\w'-]+", text[start:end]) if word != "Sister"]
    written = text[max(start - 7, 0) : start] if "Sister" not in text[start:end] else "Sister "
    initialled = len(names) > 1 and len(names[0]) == 1
    known = all(word.lower() in lexicon().surnames for word in names if len(word) > 1)
    forename = any(word.lower() in lexicon().gender for word in names)
    return written == "Sister " and not forename and (initialled or known)


def _signs(text: str, start: int, end: int) -> bool:
    """Whether nothing but the day or the time of an entry stands before a name in its line, and what a signature is
    followed by after it."""
    head, on = line_before(text, start, _HEAD + 1), _STAMPED.match(text, end)
    if on is not None and _LETTERS.fullmatch(text, start, end) and ":" in on.group() and _DAY_ALONE.fullmatch(head):
        return True
    if on is None or not 3 < len(head) <= _HEAD or not any(map(str.isdigit, head)):
        return False
    if "|" in on.group() and not _CLOCK.search(head):
        return False
    began = _LEADING.match(head)
    at = began.end() if began else 0
    day = DATE.match(head, at)
    return _TIME.fullmatch(head, day.end() if day else at) is not None


def _in_brackets_after_day(text: str, start: int, end: int) -> bool:
    """ "12/10/2021 (Mrs Gale) told me at register", "14/10/2021 (K Bright, DSL)": with a title or an initial, as staff
    are written of; a forename there is a child's."""
    head = line_before(text, start, _HEAD + 1)
    day = DATE.match(head.lstrip(" \t>*["))
    if day is None or not _BRACKET.fullmatch(head.lstrip(" \t>*["), day.end()) or not _OFFICIAL.match(text, start, end):
        return False
    return _BRACKET_ENDS.match(text, end) is not None


def _signs_at_end(text: str, start: int, end: int) -> bool:
    """Whether an initial and a surname, or initials, are the whole last sentence of a dated entry: "... to bed at ten.
    B. Pascoe", and on the next line the next day."""
    if not _INITIALLED.fullmatch(text, start, end) or not _SENTENCE_BEFORE.search(text, max(start - 4, 0), start):
        return False
    if not _ENTRY_ENDS.match(text, end):
        return False
    return _ENTRY_BEGINS.search(text, max(start - _ENTRY, 0), start) is not None


def _look_after(evidence: Evidence, text: str, start: int, end: int) -> None:
    bare, end = end, after_initials(text, end)
    # Initials in brackets mark what follows as a comma does.
    window = ("," if bare < end else "") + text[end : end + 110]
    # A date of birth may stand between a name and what its owner is, in a table.
    dated = re.match(r"[ \t]*[\n|,(][ \t]*", window)
    if dated and (day := DATE.match(window, dated.end())):
        window = window[day.end() :].lstrip(")")
    gap = _AFTER.match(window)
    if gap and gap.end() and not gap.group().startswith("  "):
        joint = gap.group()
        rest = window[gap.end() :]
        # "Priscilla teacher" without any mark or break is not an apposition.
        marked = any(c in joint for c in ",|(:-–/\n")
        # A narrow column breaks "Occupational therapist" in two.
        role = ROLE.match(rest) or ROLE.match(rest.replace("\n", " ", 1)) or _short(rest, joint)
        relation = RELATION.match(rest)
        ends = re.match(
            r"[ \t]*(?:$|\n|[,.;|)(/<]|-|and\b|from\b|at\b(?![ \t]\d)|for\b|of\b|with\b|in\b|who\b|is\b|was\b)",
            rest[role.end() :] if role else "",
        )
        if (
            role
            and (marked or _cell_after(rest, role.end()))
            and (ends or "\n" in joint or _cell_after(rest, role.end()))
            and not ("\n" in joint and heads_field(text, start, rest, role.end()))
            and not (":" in joint and _is_taken_to(text[start:end], role.group().lower()))
        ):
            phrase = role.group().lower()
            kind = ROLE_SHORT.get(phrase) or ROLES.get(re.sub(r"\s+", " ", phrase), Profession.OTHER)
            shown = phrase.upper() if phrase in ROLE_SHORT else phrase
            evidence.work(kind, 2.0, f"'{shown}' after the name")
        elif (
            relation and not relation["plural"] and marked and ("\n" not in joint or _whole_cell(rest, relation.end()))
        ):
            after = rest[relation.end() : relation.end() + 3]
            if not after.startswith(("'s", "'S")) and not re.match(
                r"[ \t]*[,:]?[ \t][A-Z][a-z]", rest[relation.end() :]
            ):
                evidence.kin(relation["rel"], 2.0, f"'{relation['rel'].lower()}' after the name")
    mail = _MAIL_AFTER.match(window)
    if mail and "\n\n\n" not in mail.group():
        host = mail["host"].lower()
        if official(host):
            evidence.work(kind_of_host(host), 1.5, "writes from an official address")


#: Whom a house's diary takes people to: "CP: dentist, 2.15", "Kerry: GP".
_VISITED = frozenset(("dentist", "doctor", "gp", "optician", "orthodontist", "nurse", "physio", "solicitor"))


def _is_taken_to(name: str, role: str) -> bool:
    """Whether letters or one forename head a line about somebody's errand, not about their post."""
    return " " not in name.strip() and role in _VISITED


#: A word of capitals, as a role's short form is written.
_CAPITALS = re.compile(r"[A-Z]{2,5}(?![\w'-])")


def _short(rest: str, joint: str) -> re.Match[str] | None:
    """ "Priya Nair, OT." and "Jo Bell (SW)": a role's short form where a comma or a bracket leads to it."""
    found = _CAPITALS.match(rest) if "," in joint or "(" in joint else None
    return found if found is not None and found.group().lower() in ROLE_SHORT else None


def _cell_after(rest: str, end: int) -> bool:
    """Whether the role fills a cell: nothing after it, or an e-mail address or number."""
    return bool(re.match(r"[ \t]*(?:$|\n|\||[\w.'-]+@|0\d|\+44)", rest[end:]))


def _whole_cell(rest: str, end: int) -> bool:
    return bool(re.match(r"[ \t]*(?:$|\n|\|)", rest[end:]))
