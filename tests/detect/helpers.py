# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finding in a few words of text, as the tests of this folder do it."""

from __future__ import annotations

from dataclasses import dataclass

from redactor.detect import tasks
from redactor.detect.language.found import Findings, FoundSpan, KnownPerson, SubjectFacts, Unit
from redactor.domain.mentions import Person


@dataclass
class Found:
    units: list[Unit]
    findings: Findings

    def person(self, name: str) -> Person:
        return next(p for p in self.findings.people if p.name == name)

    def names(self) -> set[str]:
        return {p.name for p in self.findings.people}

    def spans(self, text: str, unit: int | None = None) -> list[FoundSpan]:
        """Every find whose text is exactly this."""
        return [
            span
            for number, spans in enumerate(self.findings.spans)
            for span in spans
            if unit in (None, number) and self.units[number].text[span.start : span.end] == text
        ]

    def owner(self, text: str) -> str:
        """The name of the person the only find with this text belongs to; "" when nobody's."""
        ids = {span.person for span in self.spans(text)}
        assert len(ids) == 1, f"{text!r} belongs to {len(ids)} people"
        found = ids.pop()
        return next((p.name for p in self.findings.people if p.id == found), "")

    def covers(self, text: str) -> bool:
        """Whether every letter of every occurrence of the text lies in a find."""
        for number, unit in enumerate(self.units):
            start = unit.text.find(text)
            while start >= 0:
                inside: set[int] = set()
                for span in self.findings.spans[number]:
                    inside.update(range(span.start, span.end))
                if not inside.issuperset(i for i in range(start, start + len(text)) if unit.text[i].isalnum()):
                    return False
                start = unit.text.find(text, start + 1)
        return True


def find(
    *texts: str,
    subject: str = "Tabitha Winslow",
    aliases: tuple[str, ...] = (),
    dob: str = "",
    known: tuple[KnownPerson, ...] = (),
    terms: tuple[str, ...] = (),
) -> Found:
    """A record of one document, one page a text."""
    units = [Unit(f"p{number}", text, group="doc") for number, text in enumerate(texts, 1)]
    raw = tasks.names_in(list(texts))
    return Found(units, tasks.resolve(units, raw, SubjectFacts(subject, aliases, dob), known, terms))
