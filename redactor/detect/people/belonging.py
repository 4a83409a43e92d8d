# SPDX-License-Identifier: AGPL-3.0-or-later
"""What belongs to whom, and what that says about them: numbers, birthdays, official addresses, roles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from datetime import date
from functools import cached_property
from itertools import accumulate

from redactor.detect.language.dates import DATE, dates_in
from redactor.detect.language.dates import read as read_date
from redactor.detect.language.found import RawSpan, SubjectFacts
from redactor.detect.language.nameform import Form
from redactor.detect.language.starts import lowered
from redactor.detect.language.words import RELATION
from redactor.detect.people.assemble import Place
from redactor.detect.people.mail import official
from redactor.detect.people.owners import Owners
from redactor.detect.people.record import Record, overlaps
from redactor.domain.mentions import Label, Role


def vote_owners(record: Record) -> Owners:
    """Votes for the owner of every identifier, by the names known so far."""
    owners = Owners(record.people, record.subject)
    if record.own is not None and record.subject >= 0:
        owners.given(record.own.addresses, record.own.identifiers, record.subject)
    if record.office[2] >= 0:
        owners.given(*record.office)
    for number, spans in enumerate(record.raw):
        starts = [place.start for place in record.places[number]]
        for span in spans:
            if span.label not in {Label.PERSON, Label.RELATION}:
                owners.vote(record.texts[number], span, record.places[number], bisect_left(starts, span.end))
    return owners


def private_numbers(record: Record, owners: Owners) -> None:
    """A record holds dates of birth and NHS numbers of the people in its subject's life, not of its staff."""
    for (label, _), votes in owners.votes.items():
        if label in {Label.DOB, Label.NHS_NUMBER, Label.NINO} and votes:
            owner, weight = max(votes.items(), key=lambda item: (item[1], -item[0]))
            if weight >= 2:
                record.evidence[owner].personal += 1.0


def official_mail(record: Record, owners: Owners) -> None:
    """An official address made from a name says that its owner is there for work; a private one, that not."""
    addresses = {
        text[span.start : span.end].lower()
        for text, spans in zip(record.texts, record.raw, strict=True)
        for span in spans
        if span.label == Label.EMAIL
    }
    for address in sorted(addresses):
        owner = owners.by_mail(address)
        if owner is None:
            continue
        if official(address.partition("@")[2]):
            record.evidence[owner].work(None, 2.0, "has an official e-mail address")
        else:
            # Of a host nobody knows, families have their addresses as often as the staff of a home.
            record.evidence[owner].personal += 1.0


def all_roles(record: Record) -> dict[int, Role]:
    return {number: role_of(record, number) for number in list(record.evidence)}


def role_of(record: Record, number: int) -> Role:
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


_BORN_GAP = re.compile(r"[ \t]*(?:\n|[,(-]|\|)?[ \t]*(?:\n|\()?[ \t]*")


#: "Tarrant Joan F 12/03/1951": what is registered of somebody.
_SEX_BETWEEN = re.compile(r"[ \t,|]{1,12}(?:[MF]|[Mm]ale|[Ff]emale)[ \t,|]{1,12}")
_BORN_HEADER = re.compile(r"(?i)dates? of birth|\bd\.?o\.?b\b|\bborn\b")
_BORN_IN = ("of birth", "born", "dob", "d.ob", "do.b", "d.o.b")


#: The head of a table's column, alone in its cell or among other heads of a short line.
_BORN_COLUMN = re.compile(r"(?im)(?<![^\s|])(?:date of birth|d\.?[ ]?o\.?[ ]?b\.?|born|birth date)(?=[\t| ]|$)")
#: Cells between a name and the date in its row: short, without a figure; on one line words of a cell.
_CELLS = re.compile(r"(?:[ \t]*\n?[ \t|]*[^\W\d][^\n\d.:;!?]{0,39}){0,3}[ \t]*\n?[ \t|]*")
#: A longer line (characters) than a table's is running text: there the table is at an end.
_TABLE_LINE, _HEAD_LINE, _ROW = 75, 60, 90


_COLUMNS_APART = re.compile("[ ]{3,}")
#: A row is never as long (characters), however wide its columns.
_ENDLESS = 2000


class _BornColumns:
    """The tables of a text that have a column for dates of birth: their heads and where they end, read once."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _heads(self) -> list[int]:
        """Where each line ends that is the head of such a table."""
        text, ends, at = self._text, [], 0
        while head := _BORN_COLUMN.search(text, at):
            end = text.find("\n", head.end())
            if end < 0:
                break
            line = text[text.rfind("\n", 0, head.start()) + 1 : end]
            if _long(line) <= _HEAD_LINE and not any(map(str.isdigit, line)):
                ends.append(end)
            at = end + 1
        return ends

    @cached_property
    def _running(self) -> list[int]:
        """Where each line begins that is too long for a table's."""
        lines = self._text.split("\n")
        begins = accumulate((len(line) + 1 for line in lines), initial=0)
        return [begin for begin, line in zip(begins, lines, strict=False) if _long(line) > _TABLE_LINE]

    def hold(self, start: int, gap: str) -> bool:
        """Whether the date at ``start``, ``gap`` after a name, stands in that name's row of such a table."""
        if len(gap) > _ROW or "\n\n" in gap or not gap[:1].isspace() or not _CELLS.fullmatch(gap):
            return False
        if "\n" not in gap and "\t" not in gap and "|" not in gap and len(gap.split()) > 3:
            return False
        head = bisect_right(self._heads, start) - 1
        if head < 0:
            return False
        line = self._text.rfind("\n", max(start - _ENDLESS, 0), start) + 1
        if not line or _long(self._text[line:start]) > _TABLE_LINE:
            return False
        first = bisect_right(self._running, self._heads[head])
        return first == len(self._running) or self._running[first] >= line


def _long(line: str) -> int:
    """How many characters a line has, without the blanks that hold a table's columns apart."""
    return len(_COLUMNS_APART.sub("  ", line))


def born_beside(record: Record) -> None:
    """Dates right after a name that are its owner's date of birth: in a table that has such a column, in
    brackets, or before a relation."""
    for number, text in enumerate(record.texts):
        starts = [place.start for place in record.places[number]]
        known = sorted((s.start, s.end) for s in record.raw[number] if s.label == Label.DOB)
        low = lowered(text)
        header = _BORN_HEADER.search(text) if any(letters in low for letters in _BORN_IN) else None
        columns = _BornColumns(text)
        for match in dates_in(text):
            index = bisect_left(starts, match.start()) - 1
            if index < 0 or overlaps(known, *match.span()):
                continue
            beside = record.places[number][index]
            if index and text[beside.start : beside.end] in {"M", "F"}:
                # What may be a letter of a name is what somebody is.
                beside = record.places[number][index - 1]
            if match.start() - beside.end > _ROW:
                continue
            gap = text[beside.end : match.start()]
            if "\n" in gap and _begins_entry(text, match.end(), beside):
                continue
            if columns.hold(match.start(), gap):
                record.raw[number].append(RawSpan(*match.span(), Label.DOB, 0.85, "pattern:born"))
                continue
            if _SEX_BETWEEN.fullmatch(gap):
                record.raw[number].append(RawSpan(*match.span(), Label.DOB, 0.85, "pattern:born"))
                continue
            if len(gap) > 8 or "\n\n" in gap or not _BORN_GAP.fullmatch(gap):
                continue
            after = text[match.end() : match.end() + 40]
            relation = RELATION.match(after.lstrip(" \t\n|,"))
            table = header is not None and header.start() < match.start() and "-" not in gap
            if (table and gap.strip() == "") or relation or ("(" in gap and after.startswith(")") and table):
                record.raw[number].append(RawSpan(*match.span(), Label.DOB, 0.85, "pattern:born"))


#: What follows the day of a log's entry in its line has more words than a cell; after letters that sign the entry
#: above fewer tell so.
_CELL_WORDS, _AFTER_LETTERS = 5, 2


def _begins_entry(text: str, end: int, beside: Place) -> bool:
    """Whether the day that ends here, below a name, begins the next entry of a log: running text follows it."""
    rest = text[end : end + _TABLE_LINE].partition("\n")[0]
    letters = beside.name is not None and beside.name.form is Form.INITIALS
    most = _AFTER_LETTERS if letters else _CELL_WORDS
    return "\t" not in rest and "|" not in rest and "   " not in rest and len(rest.split()) > most


def birthdays(record: Record, owners: Owners, subject: SubjectFacts | None) -> dict[date, int]:
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
