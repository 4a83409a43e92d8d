# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts of shared papers that are about other people only: entries of a house's log, rows of a ward's list, another
family's item in minutes.

Whether a paper is shared is read from the paper: from what it calls itself, and from others being written about in the
same form, one after another, as the subject is or might be. A file about the subject tells of family all the time and
is left alone. Nothing is hidden by this: a person is asked (:mod:`redactor.review.questions.others`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from redactor.detect.language.found import FoundEntry, FoundSpan, SubjectFacts, Unit
from redactor.detect.papers.heads import Head, dated, day_alone, head, lettered, title
from redactor.detect.papers.lines import Line, Paper, paper
from redactor.detect.papers.whom import ALL, Who
from redactor.domain.entries import EntryKind
from redactor.domain.mentions import Person, Role
from redactor.domain.pages import Where

#: What papers about many people call themselves.
_SHARED = re.compile(
    r"(?i)\b(?:(?:log|day|communication|incident|message|night|handover|house|accident)[ -]?(?:book|log|sheet|diary)s?|"
    r"(?:daily|night|house|home|unit|incident|visitors?'?) (?:log|diary|record)|handover|marac|mappa|multi-agency risk|"
    r"(?:ward|patients?|residents?|bed|admissions?) (?:list|round|state|register)|residents'? meeting|panel|register|"
    r"rota|young people in|children in (?:residence|placement)|weekly summary|round[- ]robin)\b"
)
#: Somebody of the subject's own family, in a cell of its own.
_KIN = re.compile(
    r"(?i)^\W*(?:(?:birth|step|half|foster|adoptive|maternal|paternal|ex)[- ]?)*(?:mother|father|mum|dad|parent|"
    r"partner|husband|wife|brother|sister|sibling|son|daughter|grand\w+|nan|aunt|uncle|cousin|guardian|carer)\b.{0,12}$"
)
#: So many lines from the top of a document say what it is.
_TOP = 8
_SENTENCE = 5


@dataclass(frozen=True, slots=True)
class _Part:
    kind: EntryKind
    lines: tuple[Line, ...]
    owners: tuple[str, ...]


def entries_about_others(
    units: Sequence[Unit],
    spans: Sequence[Sequence[FoundSpan]],
    people: Sequence[Person],
    facts: SubjectFacts,
) -> tuple[FoundEntry, ...]:
    """Every such part, in the order of the record. ``spans`` run parallel to the units."""
    subject = next((person for person in people if person.role is Role.SUBJECT), None)
    if subject is None:
        return ()
    pages: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        if unit.where is Where.PAGE:
            pages[unit.group].append(number)
    who = Who(subject, {person.id: person for person in people}, facts)
    found: list[FoundEntry] = []
    for numbers in pages.values():
        read = paper(numbers, units, spans, frozenset({subject.id}))
        found.extend(_found(part) for part in _Reader(read, who).parts())
    return tuple(found)


class _Reader:
    """One document."""

    def __init__(self, read: Paper, who: Who) -> None:
        self.lines, self.who = read.lines, who
        top = [line for line in self.lines[:_TOP] if not dated(line)]
        names_subject = who.meant([line for line in read.running if line.named and not who.among_others(line)]) or (
            who.meant([n for n in top if not (ALL.search(n.text) or head(n, True) or who.among_others(n))])
        )
        self.called_shared = any(_SHARED.search(line.text) for line in (*top, *read.running)) and not names_subject
        self.about_subject = names_subject
        self.taken: set[int] = set()

    def parts(self) -> Iterator[_Part]:
        if not self.lines:
            return
        found = [*self._rows(), *self._sections(), *self._entries()]
        order = {id(line): number for number, line in enumerate(self.lines)}
        yield from sorted(found, key=lambda part: order[id(part.lines[0])])

    def _left(self, person: str) -> bool:
        """Whether they are of the subject's life, in a paper that does not call itself one about many."""
        return self.who.tied(person) and not self.called_shared

    # -- rows of a table ------------------------------------------------------------------------------

    def _rows(self) -> list[_Part]:
        found: list[_Part] = []
        run: list[tuple[str, list[Line]]] = []
        for block in [*self._blocks(), []]:
            cells = bool(block) and _cells(block)
            owner = self._owner(block) if cells else ""
            if cells:
                run.append((owner, block))
                continue
            found.extend(self._run(run))
            run = []
        return found

    def _blocks(self) -> Iterator[list[Line]]:
        block: list[Line] = []
        for line in self.lines:
            if line.gap and block:
                yield block
                block = []
            block.append(line)
        if block:
            yield block

    def _owner(self, block: list[Line]) -> str:
        """Whose row it is: who stands alone in a cell before the text."""
        for line in block:
            if len(line.text.split()) > _SENTENCE:
                return ""
            covered = sum(end - start for start, end, _ in line.named)
            if line.named and covered >= 0.7 * sum(not c.isspace() for c in line.text):
                owner = line.named[0][2]
                if owner == self.who.subject.id or self.who.other(owner):
                    return owner
        return ""

    def _run(self, run: list[tuple[str, list[Line]]]) -> Iterator[_Part]:
        subject = self.who.subject.id
        owners = {owner for owner, _ in run if owner}
        others = [owner for owner in owners - {subject} if not self._left(owner)]
        if len(owners) < 3 or len(others) < 2:
            return
        for owner, block in run:
            if owner not in others or self.who.meant(block) or any(_KIN.match(line.text) for line in block):
                continue
            if _told(block):
                self.taken.update(map(id, block))
                yield _Part(EntryKind.ROW, tuple(block), (owner,))

    # -- parts under somebody's name ------------------------------------------------------------------

    def _sections(self) -> list[_Part]:
        heads = self._heads()
        subject = self.who.subject.id
        for form in ("alone", "label", "list"):
            heading = {p for made in heads.values() if _form(made) == form for p in made.people[:1]}
            others = {p for p in heading if self.who.other(p) and not self._left(p)}
            enough = len(others) >= (3 if form == "list" else 2) or (bool(others) and subject in heading)
            if not enough:
                heads = {number: made for number, made in heads.items() if _form(made) != form}
        titles = Counter(line.text.casefold() for n, line in enumerate(self.lines) if self._title(n))
        count = Counter(made.people[0] for made in heads.values() if made.alone)
        again = any(number > 1 for number in count.values())
        found: list[_Part] = []
        for number, made in heads.items():
            lines = [self.lines[number]]
            for at in range(number + 1, len(self.lines)):
                line = self.lines[at]
                if at in heads and (heads[at].alone or not made.alone):
                    break
                if id(line) in self.taken:
                    break
                if made.alone:
                    if again and day_alone(line):
                        break
                    if self._title(at) and titles[line.text.casefold()] == 1:
                        break
                elif line.gap or dated(line) or lettered(line):
                    break
                lines.append(line)
            owners = made.people
            self.taken.update(map(id, lines))
            if owners[0] == subject or not self.who.other(owners[0]) or self._left(owners[0]):
                continue
            kind = EntryKind.SECTION if made.alone else EntryKind.ROW if made.listed else EntryKind.ENTRY
            if not self.who.meant(lines):
                found.append(_Part(kind, tuple(lines), owners))
            elif made.alone:
                found.extend(self._paragraphs(lines[1:]))
        return found

    def _heads(self) -> dict[int, Head]:
        heads: dict[int, Head] = {}
        for number, line in enumerate(self.lines):
            if id(line) in self.taken or dated(line):
                continue
            body = any(len(after.text.split()) >= _SENTENCE for after in self.lines[number + 1 : number + 3])
            made = head(line, body) or self._by_letters(line)
            if made is None:
                continue
            made = replace(made, people=self.who.family(line, made))
            if made.people[0] == self.who.subject.id or self.who.other(made.people[0]):
                heads[number] = made
        return heads

    def _by_letters(self, line: Line) -> Head | None:
        """ "KL: at her uncle's until 4", where one person alone has these letters."""
        whose = self.who.lettered(letters) if (letters := lettered(line)) else ""
        return Head((whose,), False) if whose else None

    def _title(self, number: int) -> bool:
        after = self.lines[number + 1] if number + 1 < len(self.lines) else None
        return title(self.lines[number], after)

    def _paragraphs(self, lines: Sequence[Line]) -> Iterator[_Part]:
        """What of a part that names the subject somewhere is still about others alone."""
        paragraph: list[Line] = []
        for line in [*lines, None]:
            if line is None or line.fresh:
                if paragraph and not self.who.meant(paragraph) and self._others(paragraph) and _told(paragraph):
                    yield _Part(EntryKind.PARAGRAPH, tuple(paragraph), tuple(self._others(paragraph)))
                paragraph = []
            if line is not None:
                paragraph.append(line)

    # -- entries of a log -----------------------------------------------------------------------------

    def _entries(self) -> list[_Part]:
        if self.about_subject:
            return []
        entries = list(self._dated())
        alone = [lines for lines in entries if not self.who.meant(lines)]
        leads: Counter[str] = Counter()
        for lines in alone:
            leads.update(self._others(lines)[:1])
        often = {p for p, count in leads.items() if count > 1 and not self.who.tied(p)}
        if len(often) < (2 if self.called_shared else 4):
            return []
        # In a house's log somebody may be told of but once.
        leading = {p for p in leads if not self.who.tied(p)} if self.called_shared else often
        return [
            _Part(EntryKind.ENTRY, tuple(lines), tuple(others))
            for lines in alone
            if (others := self._others(lines)) and leading.intersection(others) and _told(lines)
        ]

    def _dated(self) -> Iterator[list[Line]]:
        entry: list[Line] = []
        for number, line in enumerate(self.lines):
            begins = dated(line)
            if entry and (begins or id(line) in self.taken or self._title(number)):
                yield entry
                entry = []
            if begins and not day_alone(line) and id(line) not in self.taken:
                entry = [line]
            elif entry:
                entry.append(line)
        if entry:
            yield entry

    def _others(self, lines: Sequence[Line]) -> list[str]:
        return list(dict.fromkeys(p for line in lines for _, _, p in line.named if self.who.other(p)))


def _form(made: Head) -> str:
    return "alone" if made.alone else "list" if made.listed else "label"


def _cells(block: Sequence[Line]) -> bool:
    """Whether a block is set like a row: short cells first."""
    return len(block) > 1 and all(len(line.text) <= 40 and line.text[-1] not in ".:" for line in block[:2])


def _told(lines: Sequence[Line]) -> bool:
    """Whether anything is said beside names, days and times."""
    rest = []
    for line in lines:
        at = 0
        for start, end, _ in line.named:
            rest.append(line.text[at : max(start, at)])
            at = max(end, at)
        rest.append(line.text[at:])
    words = re.findall(r"[^\W_]+", re.sub(r"\d+(?:[./:-]\d+)+", " ", " ".join(rest)))
    return len(words) >= 2


def _found(part: _Part) -> FoundEntry:
    """Line by line to what stands on each page: what runs between pages is no part of it."""
    pieces: list[tuple[int, int, int]] = []
    for line in part.lines:
        if pieces and pieces[-1][0] == line.unit:
            pieces[-1] = (line.unit, pieces[-1][1], line.end)
        else:
            pieces.append((line.unit, line.start, line.end))
    return FoundEntry(part.kind, part.owners, tuple(pieces))
