# SPDX-License-Identifier: AGPL-3.0-or-later
"""What after a name says that its owner is there for work: a post ("Financial Assessment Officer"), the body they come
from ("(CAMHS)", "from housing"), their firm ("of Marsh & Kerr LLP"), the official address under their signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.text import line_before, starts_sentence
from redactor.detect.language.words import (
    AGENCIES,
    AGENCIES_MET,
    FAMILY_FIELDS,
    JOB_HEADS,
    PRIVATE_WORK,
    RELATION,
    RELATION_WORDS,
    ROLE_SHORT,
    ROLES,
    TITLES,
    any_of,
)
from redactor.domain.mentions import Profession


class Sign(NamedTuple):
    """``kind``: of professional, None where that is not told. ``weight`` as :class:`roles.Evidence` counts."""

    kind: Profession | None
    weight: float
    reason: str


#: The line below a name in the head of a letter, when it is a place of work.
_ORGANISATION = re.compile(
    r"[ \t]*\n[ \t>]*\n?[ \t]*(?:[A-Z][\w'&-]*[ \t]+){1,5}(?P<last>Centre|Center|Surgery|Hospital|School|"
    r"Academy|College|Council|Solicitors|"
    r"Practice|Clinic|Chambers|Department|Team|Services|Infirmary|Constabulary|Police|Nursery|Trust|"
    r"University)[ \t]*(?=\n|$)"
)
#: What a post or a place of work has to do with, by the words in it.
_KINDS = (
    (
        re.compile(r"(?i)health|nurs|therap|clinic|medic|ward\b|hospital|surgery|infirmary|practice|centre|center"),
        Profession.HEALTH,
    ),
    (re.compile(r"(?i)school|educat|teach|pupil|academy|college|nursery|universit|\bsend?\b"), Profession.EDUCATION),
    (re.compile(r"(?i)police|constabulary"), Profession.POLICE),
    (
        re.compile(r"(?i)social|\bcare\b|safeguard|family|famil|child|adult|foster|support|team|services"),
        Profession.SOCIAL_WORK,
    ),
)
#: What somebody is at a meeting of the office, in its list of who was there.
_AT_MEETING = re.compile(
    r"(?i)[ \t]*[(,–-][ \t]*((?:panel )?chair|vice chair|minute taker|minutes|notes|note taker|"
    r"presenting officer|(?-i:Presenting)|clerk)"
    r"(?=[ \t]*(?:[),;\n]|$)|[ ]{2})"
)
#: The same after somebody's initials: "Dilys Marsh (DM) Chair/IRO".
_CHAIRS = re.compile(r"(?i)[ \t]+((?:panel )?chair|minute taker|minutes|clerk)(?=[ \t]*(?:[/),;\n]|$))")
#: "Femi Stone (FS) school;" in the list of who was there.
_SENT_BY = re.compile(rf"(?i)[ \t]+(?P<where>{any_of(AGENCIES | AGENCIES_MET)})[ \t]*(?=[;,.\n]|$)")
_FROM = re.compile(
    rf"(?i),?[ \t\n]{{1,2}}(?:from|of|at|in)[ \t\n](?:the[ \t])?(?P<where>{any_of(AGENCIES)}|ward \w+)\b"
    r"(?![ \t](?:visit|stay|gate|gates|playground|yesterday|today|this|last|benefit))"
)
_IN_BRACKETS = re.compile(
    rf"(?i)[ \t]*[(\[][ \t]*(?P<where>{any_of(AGENCIES | AGENCIES_MET)})\b(?![ \t]+(?:friend|mate|run|bus)|[ \t:=]*\d)"
    r"[^)\]\n]{0,24}[)\]]"
)
#: "Jane Marsh (JM), Housing": a body with its capital, and nothing more.
_LISTED = re.compile(
    rf"[ \t]*(?:\([A-Z]{{2,4}}\)[ \t]*)?[,–-][ \t]*(?=[A-Z])(?P<where>(?i:{any_of(AGENCIES)}))[ \t]*(?=[.;)\n]|$)"
)
#: "Miss V. Hext, Adoption Unit" at the end of a line: the part of an office, told by its work. A ward is a unit too,
#: and so is where somebody is kept or taught, and boys play in teams.
_OFFICE_WORK = (
    "Adoption|Fostering|Placements?|Housing|Homelessness|Benefits?|Legal|Litigation|Finance|Payroll|Personnel|"
    "Licensing|Admissions|Welfare|Governance|Complaints?|Revenues|Tenancy|Lettings|Planning|Probation|Justice|"
    "Safeguarding|Protection|Social|Commissioning|Contracts|Enforcement|Records|Fraud|Investigations?|Duty|Intake|"
    "Reviewing|Inspection|Information|Leaving[ \\t]Care"
)
_PART = re.compile(
    rf",[ \t](?P<part>(?=(?:[A-Z][\w'&-]*[ \t]){{0,3}}(?:{_OFFICE_WORK})[ \t])(?:[A-Z][\w'&-]*[ \t]){{1,4}}"
    r"(?:Unit|Team|Section|Department|Dept|Branch|Division|Directorate))[ \t]*(?=[.;)\n]|$)"
)
#: "Probation (Miss Hext) tells me": the body somebody speaks for, with a title. "Sent to Probation (Miss Hext)" tells
#: as well who was sent.
_BODY_BEFORE = re.compile(
    rf"(?i)(?<![\w'])(?P<where>{any_of(AGENCIES)})[ \t]\([ \t]?(?:(?:mr|mrs|ms|miss|mx|dr)\.?[ \t])?\Z"
)
#: "Report of the guardian ad litem, Anna Hext"
_REPORT_OF = re.compile(
    r"(?i)\b(?:report|statement|letter|minutes|evidence|recommendations?)[ \t\n](?:of|by|from)[ \t\n]the"
    rf"[ \t\n](?P<role>{any_of(ROLES)}),[ \t\n]\Z"
)
#: A post of two words or more: what it is about, and what ends it. In running text a line may end within it.
_JOB = rf"(?:[\w&'/-]+[ \t\n](?:(?:of|for|and|the|&|to)[ \t\n])?){{1,5}}?(?:{any_of(JOB_HEADS)})"
_JOB_IN_LINE = rf"(?:[\w&'/-]+[ \t]+(?:(?:of|for|and|the|&|to)[ \t]+)?){{1,5}}?(?:{any_of(JOB_HEADS)})"
#: A post that begins with what it is: "Head of Environmental Operations".
_HEAD_OF = (
    r"(?:(?:deputy|assistant|acting|interim|joint|group)[ \t]+)?(?:head|director|chief|lead)[ \t]+(?:of|for)[ \t]+"
    r"(?!(?:the|an?|my|his|her|its|their|our|your|this|that)\b|(?:family|household|house)\b(?![ \t]+[A-Za-z]))"
    r"[\w&'-]+(?:[ \t]+(?:(?:and|&|of|the)[ \t]+)?[\w&'-]+){0,4}"
)
_JOB_AFTER = re.compile(
    rf"(?i),[ \t\n]{{1,2}}(?!an?\b|the\b)(?P<job>"
    rf"{_JOB}(?=[ \t\n]*(?:[,.;)]|$)|[ \t]+(?-i:[A-Z]{{2,4}})[ \t]*(?:\n|$))|{_HEAD_OF}(?=[ \t]*(?:[,.;)\n]|$)))"
)
#: The field of a form or the cell of a list that a name stands in, when it is a post: "Activities co-ordinator: Moira",
#: "Case worker       Miss D. Pym".
_JOB_BEFORE = re.compile(
    r"(?:(?:\A|[\n|\t;.]|[ ]{2})[ \t]*(?P<job>(?i:(?:[\w&'/-]+[ \t]+){0,4}"
    rf"(?:{any_of(JOB_HEADS)})))[ \t]*(?:\([\w /]{{2,20}}\)[ \t]*)?:[ \t]*|"
    rf"(?:\A|\n)[ \t]*(?P<cell>(?i:(?:[\w&'/-]+[ \t]+){{0,3}}(?:{any_of(JOB_HEADS)})))[ ]{{2,40}})\Z"
)
#: The first line of a row whose cells are lines, over the name that fills the second: "Team leader", "Comm. LD nurse".
_JOB_ABOVE = re.compile(
    r"(?:\A|\n[ \t]*\n)[ \t]*(?P<job>(?i:(?:[\w.&'/-]+[ \t]+){0,4}"
    rf"(?:{any_of(JOB_HEADS)}|{any_of(ROLES)})))[ \t]*:?[ \t]*\n[ \t]*\Z"
)
#: The initials by which minutes will call somebody: "Aurelia Stone (AS)".
_SHORTENED = re.compile(r"[ \t]?\((?P<letters>[A-Z]{2,4}|[A-Z]Mc[A-Z]|[A-Z]{1,2}-[A-Z])\)")
#: Words that make a field somebody's of a family, or a sentence, and not a post.
_NOT_POSTS = """
family personal tenant tenants resident former own parent parents legal nominated the a an told said says asked saw to
by her his their my our your with from is was that and rang called
"""
_NOT_AT_WORK = frozenset(_NOT_POSTS.split())
#: Whose partner in business somebody is: a post is "HR business partner".
_OWN_PARTNER = re.compile(
    r"(?:.*\b(?:my|his|her|its|their|our|your|ex|former|old|own|\w+['\u2019]s)\b.* )?business partner"
)
#: Who goes on a round is a Mr or a Dr, alone in the line: the patients that are seen on it are named there too.
_ROUND = re.compile(r"(?i)\b(?:w/r|ward[ \t]round)[ \t]*:?[ \t]{1,3}(?:(?:mr|mrs|miss|ms|dr|prof)\b\.?[ \t]*)?\Z")
_LINE_ENDS = re.compile(r"[ \t.]*(?:\n|$)")
#: A post that fills the next cell or line: "Senior Practitioner", "Quality Lead | Adult Social Care".
_JOB_IN_CELL = re.compile(
    r"(?:[ \t]*\((?:Miss|Mrs|Mr|Ms)\.?\))?"
    rf"(?:[ \t]*\n[ \t>]*|[ \t]*\|[ \t]*|\t[ \t]*|[ ]{{2,40}})(?=[A-Z])(?P<job>(?i:{_JOB_IN_LINE}|{_HEAD_OF}))"
    r"(?=[ \t]*(?:\n|$|\||\t|,|[ ]{2}|[–/(-]))"
)
_FIRM = re.compile(
    r",?[ \t\n]{1,2}(?:(?:of|from|at|with|Partner,|Solicitor,)[ \t\n]{1,2})?"
    r"(?:[A-Z][\w'-]+(?:,|[ \t]&|[ \t]and)?[ \t\n]){1,5}?(?P<firm>LLP|Solicitors|Chambers|Advocates|Legal|Law)\b"
)
_ACTING = re.compile(
    r"(?:[ \t\n](?:of|from)[ \t\n](?:[A-Z][\w'-]+,?[ \t\n](?:(?:&|and)[ \t\n])?){1,5})?"
    r",?[ \t\n]{0,2}(?P<acting>(?:acting|appearing|instructed)[ \t\n](?:for|by))\b"
    r"(?![ \t\n](?:his|her|their|my|himself|herself)\b)"
)
#: In a form: the next field asks what only somebody at work has.
_FIELD_OF_WORK = re.compile(
    r"(?i)(?:[ \t]{2,60}|[ \t]*\n[ \t]*|[ \t]*\|[ \t]*)(?P<field>job title|designation|position held|post held|agency|"
    r"organi[sz]ation|profession)[ \t]*:[ \t]{0,20}(?=[a-z])(?!n/?a\b|none\b)"
)
#: The address under a signature: below the name, before the next message begins.
_UNDER_NAME = re.compile(
    r"[ \t]*(?:\([\w/ ]{2,12}\))?[ \t]*\n(?:(?![> \t]*(?:from|to|cc|sent|date|subject|dear|hi|hello)\b|[> \t]*[-_]{3})"
    r"[^\n@]{0,80}\n){0,6}?(?![> \t]*(?:from|to|cc)\b)[^\n@]{0,60}?[\w.'+-]@(?P<host>[\w.-]+)",
    re.I,
)


def kind_of_work(words: str) -> Profession:
    """What a post or a body has to do with."""
    return next((kind for pattern, kind in _KINDS if pattern.search(words)), Profession.OTHER)


#: How far before a name its field can begin (letters).
_FIELD_FAR = 70


def _speaks(text: str, start: int, end: int) -> bool:
    """Whether a body and, in brackets, somebody's name that ends at ``end`` begin a sentence."""
    return text.startswith(")", end) and starts_sentence(text, start)


def _may_follow_field(before: str) -> bool:
    """Whether text ends as the head of a field or a cell of a row does: most names follow a word and a blank."""
    return before.endswith("  ") or before.rstrip(" \t").endswith(":")


def posts(text: str, start: int, end: int, title: str) -> Iterator[Sign]:
    """The signs of work after the name ``text[start:end]``; ``title`` is the one before it, or ""."""
    bare, end = end, after_initials(text, end)
    far = max(start - _FIELD_FAR, 0)
    if _may_follow_field(text[far:start]) and (field := _JOB_BEFORE.search(text, far, start)):
        job = _low(field["job"] or field["cell"])
        if _at_work(job) and not _somebodys(job):
            yield Sign(kind_of_work(job), 1.5, f"named as '{job}'")
    if above := _above(text, start, end):
        yield Sign(kind_of_work(above), 1.5, f"named as '{above}'")
    if title and _ROUND.search(text, far, start) and _LINE_ENDS.match(text, end):
        yield Sign(Profession.HEALTH, 1.5, "on a ward round")
    if title and (body := _BODY_BEFORE.search(text, far, start)) and _speaks(text, body.start("where"), end):
        yield Sign(_kind_of_agency(body["where"]), 1.5, f"'{_low(body['where'])}' before the name")
    role = _REPORT_OF.search(text, far, start) if "," in text[max(start - 2, 0) : start] else None
    if role and _low(role["role"]) not in RELATION_WORDS:
        yield Sign(ROLES.get(_low(role["role"])), 1.5, f"'{_low(role['role'])}' before the name")
    if (title or " " in text[start:end]) and (part := _PART.match(text, end)):
        yield Sign(kind_of_work(part["part"]), 1.0, f"'{_low(part['part'])}' after the name")
    if chair := _AT_MEETING.match(text, end) or (_CHAIRS.match(text, end) if bare < end else None):
        yield Sign(None, 1.0 if bare == end else 2.0, f"'{chair[1].lower()}' after the name")
    if place := _ORGANISATION.match(text, end):
        yield Sign(kind_of_work(place["last"]), 1.5, "written to at an organisation")
    if bare < end and (body := _SENT_BY.match(text, end)):
        yield Sign(_kind_of_agency(body["where"]), 1.5, f"'{_low(body['where'])}' after the name")
    if body := _FROM.match(text, end):
        yield Sign(_kind_of_agency(body["where"]), 1.5, f"'from {_low(body['where'])}' after the name")
    named = bool(title) or " " in text[start:end]
    if (body := _IN_BRACKETS.match(text, end)) and (title or _low(body["where"]) not in AGENCIES_MET):
        yield Sign(_kind_of_agency(body["where"]), 1.5, f"'{_low(body['where'])}' after the name")
    elif named and (body := _LISTED.match(text, end)):
        yield Sign(_kind_of_agency(body["where"]), 1.0, f"'{_low(body['where'])}' after the name")
    for pattern in (_JOB_AFTER, _JOB_IN_CELL):
        if (
            named
            and (post := pattern.match(text, end))
            and _at_work(_low(post["job"]))
            and not ("\n" in text[end : post.start("job")] and heads_field(text, start, text, post.end()))
        ):
            yield Sign(kind_of_work(post["job"]), 2.0, f"'{_low(post['job'])}' after the name")
    if field := _FIELD_OF_WORK.match(text, end):
        yield Sign(None, 1.0, f"'{_low(field['field'])}' after the name")
    if (firm := _FIRM.match(text, end)) or (firm := _ACTING.match(text, end)):
        yield Sign(Profession.OTHER, 2.5, f"'{_low(firm[firm.lastgroup or 0])}' after the name")


def after_initials(text: str, end: int) -> int:
    """Where a name ends that its initials follow in brackets; letters that say what somebody is are no initials."""
    found = _SHORTENED.match(text, end)
    letters = found["letters"].lower() if found else ""
    known = letters in ROLE_SHORT or letters in ROLES or letters in AGENCIES or letters in AGENCIES_MET
    return found.end() if found and not known else end


def _above(text: str, start: int, end: int) -> str:
    """The post in the line above a name that fills its own line, where that line begins a row of a list; else ""."""
    if text[max(start - 1, 0) : start] not in {"\n", " "} or not _LINE_ENDS.match(text, end):
        return ""
    head = _JOB_ABOVE.search(text, max(start - _FIELD_FAR, 0), start)
    job = _low(head["job"]) if head else ""
    return job if job and _at_work(job) and not _somebodys(job) and job not in RELATION_WORDS else ""


def _at_work(job: str) -> bool:
    """Whether a post is one of an office, and not somebody's living or partner."""
    return not PRIVATE_WORK & set(job.split()) and _OWN_PARTNER.fullmatch(job) is None


def _somebodys(job: str) -> bool:
    """Whether the head of a field is about somebody of a family: "Husband's supervisor", "Representative", who is a
    friend as often."""
    words = job.replace("\u2019", "'").split()
    return job == "representative" or not _NOT_AT_WORK.isdisjoint(words) or any(w.endswith(("'s", "s'")) for w in words)


#: What follows the head of a field or of a row: a colon, or a wide gap and a word.
_FIELD_ON = re.compile(
    r"[ \t]*(?:\([\w /]{2,20}\)[ \t]*)?(?::|(?:[ ]{2,}|[ \t]*[\t|][ \t]*)(?P<word>[A-Z][\w'-]*))(?!\w)"
)


#: The head of the field a name fills: "Next of kin: ", "Daughter      ", or alone in the line above.
_HEAD = re.compile(
    r"(?:\A|[\n\t|]|[ ]{2})[ \t>]*(?P<head>[^\W\d][\w'/-]*(?:[ ][\w'/-]+){0,3})"
    r"[ \t]*(?:(?P<above>\n)|:|[ ]{2}|[\t|])[ \t>]*\Z"
)


def heads_field(text: str, start: int, rest: str, end: int) -> bool:
    """Whether a post in the line below the name at ``start``, which ends at ``end`` of ``rest``, is not theirs but the
    head of the next field or row: "Social worker: Pat Dunn" below a daughter's name.

    So it is where a colon or somebody else follows, and below whoever stands in a field of the family.
    """
    head = _HEAD.search(text, max(start - _FIELD_FAR, 0), start)
    if head and (RELATION.fullmatch(head["head"]) or head["head"].lower() in FAMILY_FIELDS):
        return True
    after = _FIELD_ON.match(rest, end)
    if after is None or after["word"] is None or (head and not head["above"]):
        return after is not None
    low, words = after["word"].lower(), lexicon()
    return len(low) == 1 or low in TITLES or low in words.gender or (low in words.surnames and not words.word(low))


def host_under(text: str, start: int, end: int) -> str:
    """The host of the address under a name that stands alone in its line, as under a letter; "" when there is none."""
    if line_before(text, start, 200).strip(" \t>"):
        return ""
    under = _UNDER_NAME.match(text, end)
    return under["host"].lower() if under and "\n\n\n" not in under.group() else ""


def _kind_of_agency(where: str) -> Profession:
    low = _low(where)
    return AGENCIES.get(low) or AGENCIES_MET.get(low) or kind_of_work(low)


def _low(words: str) -> str:
    return " ".join(words.lower().split())
