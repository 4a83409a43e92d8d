# SPDX-License-Identifier: AGPL-3.0-or-later
"""Measuring finders of people: records with gold spans, and what of them was found.

*overlap*: a letter or digit of the mention is covered; *cover*: all of them; *masked*: people all of whose mentions in
their record are covered; *FP/kw*: spans that touch no mention, for 1,000 words. Titles and possessives do not count.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_TITLE = re.compile(
    r"(?i)(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|lady|lord|dame|rev|judge|justice|sw|pc|dc|ds|di|hv|cllr|nurse|sister|sgt|pani|fr|sr)\.?\s+)+"
)
_MARK = re.compile(r"\[\[(.*?)(?:\|(\w+))?\]\]", re.S)
Span = tuple[int, int]


def core(text: str, start: int, end: int) -> Span:
    """The span without titles before it, possessive and punctuation around it."""
    title = _TITLE.match(text[start:end])
    if title and title.end() < end - start:
        start += title.end()
    tail = re.search(r"(?:['’]s|['’])$", text[start:end])
    if tail and tail.start():
        end = start + tail.start()
    while end > start and not text[end - 1].isalnum():
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return start, end


def marked(path: Path) -> list[dict[str, Any]]:
    """Passages in the format of heldback/*.txt as records of their own: id, case, text, spans with label, cls, person."""
    records = []
    for block in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
        head, _, body = block.partition("\n")
        name, _, kind = head.partition(" ")
        text, spans, last = "", [], 0
        body = body.rstrip("\n")
        for match in _MARK.finditer(body):
            text += body[last : match.start()]
            who = match[2] or match[1].casefold()
            kept = {"start": len(text), "end": len(text) + len(match[1]), "cls": [kind]}
            spans.append({**kept, "label": who} if who.isupper() else {**kept, "label": "PERSON", "person": who})
            text += match[1]
            last = match.end()
        records.append({"id": name, "case": name, "text": text + body[last:], "spans": spans})
    return records


def for_tuning(record: Mapping[str, Any]) -> bool:
    """The half of the passages by hand that thresholds may be chosen on."""
    return str(record["id"])[-1] in "02468"


def jsonl(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def part(some: int, of: int) -> float:
    return round(some / max(of, 1), 3)


@dataclass
class Score:
    mentions: int = 0
    overlap: int = 0
    cover: int = 0
    found: int = 0
    true: int = 0
    words: int = 0
    persons: int = 0
    masked: int = 0
    classes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    misses: list[tuple[str, int, int]] = field(default_factory=list)
    false: list[tuple[str, int, int]] = field(default_factory=list)

    def row(self) -> dict[str, float]:
        return {
            "overlap": part(self.overlap, self.mentions),
            "cover": part(self.cover, self.mentions),
            "masked": part(self.masked, self.persons),
            "precision": part(self.true, self.found),
            "FP/kw": round(1000 * (self.found - self.true) / max(self.words, 1), 1),
        }


def score(gold: Iterable[Mapping[str, Any]], found: Mapping[str, Sequence[Span]]) -> Score:
    """``found`` holds the PERSON spans by record id."""
    out = Score()
    people: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for record in gold:
        text, name = record["text"], str(record["id"])
        out.words += len(text.split())
        covered = bytearray(len(text) + 1)
        spans = {core(text, a, b) for a, b in found.get(name, ())}
        for a, b in spans:
            for i in range(a, b):
                covered[i] = 1
        wanted = bytearray(len(text) + 1)
        for span in record["spans"]:
            if span["label"] != "PERSON":
                continue
            a, b = core(text, span["start"], span["end"])
            letters = [covered[i] for i in range(a, b) if text[i].isalnum()]
            for i in range(a, b):
                wanted[i] = 1
            whole = bool(letters) and all(letters)
            out.mentions += 1
            out.overlap += any(letters)
            out.cover += whole
            if not whole:
                out.misses.append((name, a, b))
            for kind in span.get("cls", ()):
                row = out.classes[kind]
                row[0] += 1
                row[1] += any(letters)
                row[2] += whole
            person = span.get("person") or span.get("eid")
            if person:
                people[str(record.get("case") or name), person].append(whole)
        for a, b in spans:
            if a >= b:
                continue
            out.found += 1
            if any(wanted[a:b]):
                out.true += 1
            else:
                out.false.append((name, a, b))
    out.persons = len(people)
    out.masked = sum(all(found_all) for found_all in people.values())
    return out
