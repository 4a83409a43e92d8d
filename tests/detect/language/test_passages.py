# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much is found in passages written by hand in many styles: floors, so that no change loses ground unseen."""

from __future__ import annotations

import re
from pathlib import Path

from redactor.detect.tasks import detect_records

PASSAGES = Path(__file__).parent.with_name("passages.txt")


def load() -> list[tuple[str, list[tuple[int, int]]]]:
    passages = []
    for marked in PASSAGES.read_text(encoding="utf-8").split("\n---\n")[1:]:
        text, names, last = "", [], 0
        for match in re.finditer(r"\[\[(.*?)\]\]", marked, re.S):
            text += marked[last : match.start()]
            names.append((len(text), len(text) + len(match[1])))
            text += match[1]
            last = match.end()
        passages.append((text + marked[last:], names))
    return passages


def bare(text: str, start: int, end: int) -> set[int]:
    """The letters of a name without a title before it or a possessive after it."""
    title = re.match(r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sr|Rev|Cllr|Councillor|PC|DC|Pani)\.? )+", text[start:end])
    start += title.end() if title else 0
    end -= len(re.search(r"(?:'s|')?$", text[start:end]).group())  # type: ignore[union-attr]
    return {i for i in range(start, end) if text[i].isalnum()}


def test_floors() -> None:
    passages = load()
    answers = detect_records([{"id": n, "text": text} for n, (text, _) in enumerate(passages)])
    total = covered = proposed = false = possible = words = 0
    for (text, names), answer in zip(passages, answers, strict=True):
        words += len(text.split())
        people = [s for s in answer["spans"] if s["label"] == "PERSON"]
        found = {i for s in people for i in range(s["start"], s["end"])}
        sure = {i for s in people if s["tier"] == "proposed" for i in range(s["start"], s["end"])}
        marked = {i for a, b in names for i in range(a, b)}
        total += len(names)
        covered += sum(bare(text, a, b) <= found for a, b in names)
        proposed += sum(bare(text, a, b) <= sure for a, b in names)
        possible += sum(s["tier"] == "possible" for s in people)
        false += sum(not marked & set(range(s["start"], s["end"])) for s in people if s["tier"] == "proposed")
    assert total > 150
    assert proposed / total >= 0.97
    assert covered / total >= 0.98
    assert 1000 * false / words <= 8
    assert 1000 * possible / words <= 30
