# SPDX-License-Identifier: AGPL-3.0-or-later
"""The phrases that give a harm passage away (models/lexicon/harm_cues.toml) as patterns."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import Any, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from redactor.detect.language.lexicon import MODELS, lexicon
from redactor.detect.language.text import fold
from redactor.domain.cues import CueKind

_DATA: dict[str, Any] = tomllib.loads((MODELS / "lexicon" / "harm_cues.toml").read_text(encoding="utf-8"))


class Rule(NamedTuple):
    """One phrase. ``needs`` and ``also`` (a pattern): a sentence without any of these letters cannot match, and is
    passed over at once. ``negatable``: "no", "denied" or "never" before the phrase says that it is not so."""

    needs: tuple[str, ...]
    also: re.Pattern[str]
    kind: CueKind
    weight: float
    pattern: re.Pattern[str]
    why: str
    negatable: bool


def _one_line(text: str) -> str:
    return text.replace("\n", "")


def _filled(text: str) -> str:
    """With the shared groups in their places."""
    while (name := re.search(r"%(\w+)%", text)) is not None:
        text = text.replace(name[0], _one_line(_DATA["groups"][name[1]]))
    return text


def _rule(entry: dict[str, Any]) -> Rule:
    pattern = rf"(?<!\w)(?:{_filled(_one_line(entry['pattern']))})"
    return Rule(
        needs=tuple(_one_line(entry["needs"]).split("|")),
        also=re.compile(_filled(entry.get("also", "")), re.I),
        kind=CueKind(entry["kind"]),
        weight=entry["weight"],
        pattern=re.compile(pattern, re.I),
        why=entry["why"],
        negatable=not entry.get("sure", False),
    )


def _context(name: str) -> re.Pattern[str]:
    return re.compile(_one_line(_DATA["context"][name]), re.I)


RULES: tuple[Rule, ...] = tuple(_rule(entry) for entry in _DATA["rule"])
#: "No", "denied", "never" at the end of what stands before the phrase; "none", "N/A" right after it.
NEGATED, NEGATED_AFTER = _context("negated"), _context("negated_after")
#: Speaks of anybody, not of somebody; the second only where "he" or "she" is not.
GENERIC, OFTEN_GENERIC, ONE = _context("generic"), _context("often_generic"), _context("one")
#: Somebody is spoken of: without a person there is nobody to harm.
PERSON = _context("person")
NAMED = re.compile(r"(?<=[a-z,;:] )(?!I\b)[A-Z][a-z]+|^[A-Z][a-z]+ (?:\(|said|told|has|was|is|does|did|isn|hasn)")

_TELLTALE = tuple(_DATA["context"]["telltale"].split())
_LONG = re.compile(r"([^\W_]{5,})")
_SMALL = re.compile("[a-z]")


def mended(text: str) -> str:
    """The text with damaged telltale words put right ("circumstarces"): for matching, its length may differ."""
    parts = _LONG.split(text)
    parts[1::2] = map(_mended, parts[1::2])
    return "".join(parts)


def _right(low: str) -> str:
    words = lexicon()
    if words.word(low) or low in words.gender or low in words.surnames:
        return ""
    near = process.extractOne(low, _TELLTALE, scorer=OSA.distance, score_cutoff=1 if len(low) < 8 else 2)
    return str(near[0]) if near and near[1] else ""


@lru_cache(maxsize=1 << 15)
def _mended(word: str) -> str:
    return (_right(fold(word)) or word) if _SMALL.search(word[:-4]) else word
