# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole record at once: from what the layers found in each text to people, their mentions and their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.detect.language.found import Findings, KnownPerson, RawSpan, SubjectFacts, Unit
from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.text import plain
from redactor.detect.layers.reading import LAYERS
from redactor.detect.layers.whole import settled
from redactor.detect.people.at_work import judged
from redactor.detect.people.belonging import born_beside
from redactor.detect.people.doubt import doubt
from redactor.detect.people.kept_by import kept_outside
from redactor.detect.people.known_addresses import known_addresses
from redactor.detect.people.naming import (
    couples,
    drop_places,
    found_names,
    known_surnames,
    mail_names,
    read_alone,
    seed,
)
from redactor.detect.people.nicknames import nicknames
from redactor.detect.people.numbered_names import read_numbered_names
from redactor.detect.people.office import drop_terms, know_office
from redactor.detect.people.own_form import called
from redactor.detect.people.people import People
from redactor.detect.people.perhaps_own import perhaps_own
from redactor.detect.people.record import Record
from redactor.detect.people.said_initials import said_initials
from redactor.detect.people.settle import read_places, settle
from redactor.detect.people.shifts import shift_rows
from redactor.detect.people.short_names import names_apart
from redactor.detect.people.sign_offs import sign_offs
from redactor.detect.people.spans import findings
from redactor.detect.people.staff_columns import parted_names, staff_cells
from redactor.detect.people.trim import trim
from redactor.domain.office import OfficeLists


def resolve(
    units: Sequence[Unit],
    raw: Sequence[Sequence[RawSpan]],
    subject: SubjectFacts | None,
    known: Sequence[KnownPerson] = (),
    terms: Sequence[str] = (),
    office: OfficeLists | None = None,
    layers: frozenset[str] = LAYERS,
) -> Findings:
    """Everybody in the record and every span that points to them.

    ``raw`` runs parallel to ``units``. ``terms`` are names somebody typed in: looked for everywhere like
    any other. Without a subject nobody has a role and every sure find is proposed. Of ``layers`` "work" is one of
    these: who reads as being at work.
    """
    record = Record(units, [plain(unit.text) for unit in units], [list(r) for r in raw], People(lexicon()))
    subject = called(record.texts, subject)
    record.own = subject
    cells = staff_cells(record.units, record.texts)
    record.staff = [
        [*here, *shift_rows(text), *sign_offs(text)] for here, text in zip(cells, record.texts, strict=True)
    ]
    record.outside = kept_outside(record.units, record.texts)
    trim(record, known_surnames(subject, known))
    for text, here, spans in zip(record.texts, cells, record.raw, strict=True):
        spans[:] = sorted([*spans, *parted_names(text, here)], key=lambda span: (span.start, span.end))
    given = [name for one in (*((subject,) if subject else ()), *known) for name in (one.name, *one.aliases)]
    # A term may be a street: only names are given here.
    read_numbered_names(record, given)
    known_addresses(record)
    settled(record.texts, record.raw)
    drop_places(record)
    if office is not None:
        drop_terms(record, office)
    seed(record, subject, known, terms)
    if office is not None:
        know_office(record, office)
    record.people.apart = names_apart(record)
    record.people.cluster([*found_names(record), *mail_names(record)], couples(record))
    record.said = said_initials(record)
    nicknames(record.texts, record.people)
    record.people.short_forms(read_alone(record))
    read_places(record)
    settle(record, subject)
    if subject is not None:
        doubt(record)
        perhaps_own(record)
        if "work" in layers:
            record.at_work = judged(record)
    born_beside(record)
    return findings(record, subject, known)
