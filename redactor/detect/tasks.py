# SPDX-License-Identifier: AGPL-3.0-or-later
"""What other processes are asked to do. Nothing heavy is imported before a task runs; everything is picklable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from redactor.detect.language.found import Cue, Findings, Hit, KnownPerson, RawSpan, SubjectFacts, Unit
from redactor.domain.known import KnownDocument
from redactor.domain.office import OfficeLists


def names_in(texts: list[str]) -> list[list[RawSpan]]:
    """What each text's own words say (about 0.6 s to load the model in a new process, then 3,000 words a second)."""
    from redactor.detect.layers.reading import read

    return read(texts)


def names_and_harm_in(texts: list[str]) -> list[list[RawSpan]]:
    """As :func:`names_in`, and after the names the sentences that may do harm when disclosed, labelled HARM."""
    from redactor.detect.layers.reading import read_and_judge

    return read_and_judge(texts)


def resolve(
    units: Sequence[Unit],
    raw: Sequence[Sequence[RawSpan]],
    subject: SubjectFacts | None,
    known: Sequence[KnownPerson] = (),
    terms: Sequence[str] = (),
    office: OfficeLists | None = None,
) -> Findings:
    """People and mentions of the whole record, and what of it tells of others alone; see
    :func:`redactor.detect.people.resolve.resolve` and :func:`redactor.detect.papers.shared.entries_about_others`."""
    from dataclasses import replace

    from redactor.detect.papers.shared import entries_about_others
    from redactor.detect.people.resolve import resolve as whole

    found = whole(units, raw, subject, known, terms, office)
    if subject is None:
        return found
    return replace(found, entries=entries_about_others(units, found.spans, found.people, subject))


def harm_cues(units: Sequence[Unit], suspected: Sequence[Sequence[RawSpan]] = ()) -> list[list[Cue]]:
    """Passages that may belong under the harm test; see :func:`redactor.detect.harm.cues.find_cues`."""
    from redactor.detect.harm.cues import find_cues

    return find_cues(units, suspected)


def known_documents(units: Sequence[Unit], subject: SubjectFacts) -> list[KnownDocument]:
    """What the subject wrote or was sent; see :func:`redactor.detect.papers.known_already.known_documents`."""
    from redactor.detect.papers.known_already import known_documents as whole

    return whole(units, subject)


def sweep(
    units: Sequence[Unit], terms: Sequence[str], surviving: Sequence[str] = (), passages: Sequence[str] = ()
) -> list[Hit]:
    """Redacted terms, and near-copies of redacted passages, that can still be read; see
    :func:`redactor.detect.sweep.residual.sweep` and :func:`redactor.detect.sweep.nearcopies.near_copies`."""
    from redactor.detect.sweep.nearcopies import near_copies
    from redactor.detect.sweep.residual import sweep as whole

    return whole(units, terms, surviving) + near_copies(units, passages)


def detect_records(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The `redactor detect` command: {id, text, case?} -> {id, spans: [{start, end, label, tier, score}]}.

    Lines of one ``case`` are one record. Raises BadInput for a line without id or text.
    """
    from redactor.detect.records import detect

    return detect([_checked(number, record) for number, record in enumerate(records, 1)])


def _checked(number: int, record: Mapping[str, Any]) -> dict[str, Any]:
    from redactor.domain.errors import BadInput
    from redactor.domain.saying import say

    if not isinstance(record, Mapping) or not isinstance(record.get("text"), str) or "id" not in record:
        raise BadInput(
            "a line needs an id and a text",
            say("line {number}", number=number),
            'Write lines like {"id": "1", "text": "..."}',
        )
    return dict(record)
