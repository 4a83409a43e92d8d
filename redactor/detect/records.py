# SPDX-License-Identifier: AGPL-3.0-or-later
"""Finding in plain records, without a case: for measuring, and for scripts."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from redactor.detect.language.found import Findings, Unit
from redactor.detect.layers.reading import LAYERS, read
from redactor.detect.people.resolve import resolve


def detect(records: list[dict[str, Any]], layers: frozenset[str] = LAYERS) -> list[dict[str, Any]]:
    """One answer a record, in the order given."""
    raw = read([record["text"] for record in records], layers)
    cases: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        cases[str(record.get("case") or f"line {number}")].append(number)
    answers: list[dict[str, Any]] = [{} for _ in records]
    for case, numbers in cases.items():
        units = [Unit(str(records[n]["id"]), records[n]["text"], group=case) for n in numbers]
        found: Findings = resolve(units, [raw[n] for n in numbers], None, layers=layers)
        for n, spans in zip(numbers, found.spans, strict=True):
            answers[n] = {
                "id": records[n]["id"],
                "spans": [
                    {"start": s.start, "end": s.end, "label": s.label.value, "tier": s.tier.value, "score": s.score}
                    for s in spans
                ],
            }
    return answers
