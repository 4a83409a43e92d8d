# SPDX-License-Identifier: AGPL-3.0-or-later
"""Passages that look like they belong under the harm test, as candidates for a professional's view.

A sentence is scored by the phrases in it and by what stands around them; those that reach the mark are joined with
the sentences they point back to ("... is now at Juniper Lodge. Under no circumstances is she to learn of this.").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from redactor.detect.harm.rules import (
    GENERIC,
    NAMED,
    NEGATED,
    NEGATED_AFTER,
    OFTEN_GENERIC,
    ONE,
    PERSON,
    RULES,
    Rule,
    mended,
)
from redactor.detect.language.found import Cue, RawSpan, Unit
from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.passages import Sentence, sentences, together
from redactor.detect.language.text import fold
from redactor.domain.cues import CUE_WORDS, CueKind, DataClass
from redactor.domain.pages import Where

#: What a sentence has to reach to be a candidate.
ENOUGH = 0.8
#: How sure the encoder has to be of a sentence that no phrase gives away, and of one that speaks of anybody.
SURE, CERTAIN = 0.88, 0.99
#: A shorter sentence (characters) is none.
SHORTEST = 12
#: A joined passage is not longer than this (characters).
LONGEST = 1500
_BACK = re.compile(
    r"\b(?:this(?! (?:stage|time|point|moment|year|week|month|morning|afternoon|evening|visit|way))|these|"
    r"(?:learn|told|know|knows|aware|hear|speak|repeat|mention|share|tell|find|out) (?:of |about )?"
    r"(?:that|it|her address|them|either)|it (?:must|should|is not|was)|the above|any of (?:this|it)|"
    r"all of (?:this|it)|so$|nobody in)\b",
    re.I,
)
_STARTS_BACK = re.compile(
    r"(?:this|that|these|it(?! is (?:my|our|the|clear|possible))|he|she|they|his|her|their|him|"
    r"the (?:address|child|baby|man))\b",
    re.I,
)
#: "Please keep this off the shared drive: ..." points to what follows.
_FORWARD = re.compile(r"[^.]{0,60}\bthis\b[^.:]{0,40}: \S")
_POINTING = frozenset({CueKind.SECRECY, CueKind.PLAN, CueKind.LOCATION, CueKind.INFORMANT, CueKind.OPINION})
_CLINICAL = re.compile(
    r"\b(?:clinical\w*|psychiatr\w+|psycholog\w+|camhs|gp|doctor|dr|nurse|midwi\w+|hospital|ward|diagnos\w+|hiv|cancer|"
    r"terminat\w+ of|termination|pregnan\w+|medication|patient|pt|overdose|mental health|health visitor|therap\w+|a&e|"
    r"consultant|sexual health)\b",
    re.I,
)
_HEALTH_HEAD = re.compile(
    r"\bnhs\b|hospital|medical|clinic\b|camhs|surgery|consultant|outpatient|discharge (?:letter|summary)|patient|"
    r"infirmary",
    re.I,
)
_SCHOOL_HEAD = re.compile(
    r"\bschool|academy|college|pupil|nursery|attendance|form tutor|\bsenco\b|year group|pastoral", re.I
)
#: "dont", as who writes in haste leaves the mark out: the letters a rule needs have it.
_UNMARKED = re.compile(r"\b(do|does|did|is|was|were|has|have|had|should|must|would|could|ca|wo)nt\b")
_HEAD = 700
_FIRST_WORD = re.compile(r"[A-Z][a-z]{2,}")


#: The numbers of the rules that need these letters.
_NEEDING: dict[str, list[int]] = defaultdict(list)
for _number, _rule in enumerate(RULES):
    for _letters in _rule.needs:
        _NEEDING[_letters].append(_number)


def _rank(kind: CueKind) -> tuple[bool, bool]:
    """Between kinds that are shown alike: a weapon in a police report is the police's, and an allegation comes last."""
    return kind is not CueKind.ALLEGATION, kind is CueKind.INTELLIGENCE


class _Scored(NamedTuple):
    kind: CueKind
    score: float
    why: str


def find_cues(units: Sequence[Unit], suspected: Sequence[Sequence[RawSpan]] = ()) -> list[list[Cue]]:
    """The candidates of each text, parallel to ``units``; those of one ``group`` share the class of its first page.
    ``suspected``: what the encoder takes for such passages, labelled HARM, parallel to ``units`` or empty."""
    classes: dict[str, DataClass] = {}
    found: list[list[Cue]] = []
    for unit, spans in zip(units, suspected or [()] * len(units), strict=True):
        if unit.where is Where.PAGE and unit.group not in classes:
            classes[unit.group] = class_of_document(unit.text)
        found.append(cues_in(unit.text, classes.get(unit.group, DataClass.SOCIAL_WORK), spans))
    return found


def class_of_document(first_page: str) -> DataClass:
    """What the head of a document says it is: a hospital's letter, a school's report, or else social work's."""
    head = first_page[:_HEAD]
    health, school = len(_HEALTH_HEAD.findall(head)), len(_SCHOOL_HEAD.findall(head))
    if health >= 2 and health >= school:
        return DataClass.HEALTH
    return DataClass.EDUCATION if school >= 2 else DataClass.SOCIAL_WORK


def cues_in(text: str, document: DataClass = DataClass.SOCIAL_WORK, suspected: Sequence[RawSpan] = ()) -> list[Cue]:
    """The candidates in one text, in order, without overlap."""
    parts = sentences(text)
    by_phrase = {number: best for number, likely in _likely(parts) if (best := _best(*likely))}
    numbers = {part.start: number for number, part in enumerate(parts)}
    by_reading = {
        number: best
        for span in suspected
        if (number := numbers.get(span.start)) is not None and (best := _read(parts[number].text, span)) is not None
    }
    scored = sorted((by_reading | by_phrase).items())
    return [_cue(text, parts, group, document) for group in _runs(text, parts, scored)]


def _likely(parts: Sequence[Sentence]) -> Iterator[tuple[int, tuple[str, tuple[int, ...]]]]:
    """The sentences that have the letters a rule needs, as the rules read them, with those rules' numbers; by number.

    All sentences are searched at once, a line each: sixty rules a sentence cost more than all that follows."""
    numbers = [number for number, part in enumerate(parts) if len(part.text) >= SHORTEST]
    lines = mended("\n".join([" ".join(parts[number].text.replace(">", " ").split()) for number in numbers])).split(
        "\n"
    )
    page = _UNMARKED.sub(r"\1n't", "\n".join(lines).lower())
    starts = [0, *(match.end() for match in re.finditer("\n", page))]
    needed: dict[int, set[int]] = defaultdict(set)
    threes = {page[at : at + 3] for at in range(len(page) - 2)}
    for letters, rules in _NEEDING.items():
        # Most letters stand nowhere on a page, and their first three seldom do.
        if (letters[:3] in threes or len(letters) < 3) and (at := page.find(letters)) >= 0:
            for line in _holding(letters, page, starts, at):
                needed[line].update(rules)
    for line in sorted(needed):
        yield numbers[line], (lines[line], tuple(sorted(needed[line])))


def _holding(letters: str, page: str, starts: Sequence[int], at: int) -> Iterator[int]:
    """The numbers of the lines these letters stand in, ``at`` first; ``starts``: where each line begins."""
    while at >= 0:
        line = bisect_right(starts, at) - 1
        yield line
        at = page.find(letters, starts[line + 1]) if line + 1 < len(starts) else -1


#: Mail quotes mail, forms repeat themselves and reports each other: many sentences stand several times.
@lru_cache(maxsize=1 << 12)
def _best(sentence: str, rules: tuple[int, ...]) -> _Scored | None:
    """The kind this sentence most looks like by the rules of these numbers, when it looks like one enough."""
    low = sentence.lower()
    sums: dict[CueKind, float] = defaultdict(float)
    whys: dict[CueKind, str] = {}
    for rule in map(RULES.__getitem__, rules):
        if rule.also.search(low) and (weight := _weight(rule, sentence)):
            sums[rule.kind] += weight
            whys.setdefault(rule.kind, rule.why)
    if not sums:
        return None
    # What is secret says more of a passage than that it is.
    kind = max(sums, key=lambda k: (sums[k] >= ENOUGH, k is not CueKind.SECRECY, sums[k], *_rank(k)))
    others = sum(1 for k in sums if k is not kind and sums[k] >= 1)
    score = min(sums[kind], 1.6) + 0.2 * min(others, 2) - _against(sentence)
    return _Scored(kind, score, whys[kind]) if score >= ENOUGH else None


def _read(sentence: str, span: RawSpan) -> _Scored | None:
    """The kind the encoder takes this sentence for, when it is sure enough."""
    if span.score < (SURE if not GENERIC.search(sentence) else CERTAIN) or len(sentence) < SHORTEST:
        return None
    kind = CueKind(span.found_by.partition(":")[2])
    return _Scored(kind, span.score, CUE_WORDS[kind])


def _weight(rule: Rule, sentence: str) -> float:
    for match in rule.pattern.finditer(sentence):
        if not rule.negatable:
            return rule.weight
        before, after = sentence[: match.start()], sentence[match.end() :]
        if not NEGATED.search(before[-60:]) and not NEGATED_AFTER.match(after):
            return rule.weight
    return 0.0


def _against(sentence: str) -> float:
    """What speaks against a sentence being about somebody: policy, a blank form, a heading, nobody in it."""
    against = 0.0
    person = bool(PERSON.search(sentence)) or bool(NAMED.search(sentence)) or _begins_with_forename(sentence)
    if GENERIC.search(sentence):
        against += 0.9
    often = len(OFTEN_GENERIC.findall(sentence))
    against += 0.15 * often if often and ONE.search(sentence) else 0.3 * often
    if sentence.rstrip(" \"')").endswith("?"):
        against += 0.7
    if not person:
        against += 0.3
    words = sentence.split()
    if len(words) <= 5 and sentence[-1] not in ".!\"'" and not PERSON.search(sentence):
        against += 0.8
    return against


def _begins_with_forename(sentence: str) -> bool:
    """Log books leave out the verb: "Maya quiet after contact and took ..."."""
    first = _FIRST_WORD.match(sentence)
    return first is not None and fold(first[0]) in lexicon().gender and not lexicon().word(fold(first[0]))


def _runs(
    text: str, parts: Sequence[Sentence], scored: Iterable[tuple[int, _Scored]]
) -> list[list[tuple[int, _Scored | None]]]:
    """Neighbouring candidates, and the sentences they point back to, as one passage each."""
    groups: list[list[tuple[int, _Scored | None]]] = []
    for number, found in scored:
        lead: list[tuple[int, _Scored | None]] = []
        if number and _points_back(parts[number].text, found.kind) and together(text, parts[number - 1], parts[number]):
            lead.append((number - 1, None))
        if groups:
            last = groups[-1]
            first = lead[0][0] if lead else number
            joined = first <= last[-1][0] + 1 and together(text, parts[last[-1][0]], parts[number - len(lead)])
            if (joined or first <= last[-1][0]) and parts[number].end - parts[last[0][0]].start <= LONGEST:
                last.extend(pair for pair in (*lead, (number, found)) if pair[0] > last[-1][0])
                continue
            if first <= last[-1][0]:
                lead = []
        groups.append([*lead, (number, found)])
    return groups


def _points_back(sentence: str, kind: CueKind) -> bool:
    if _FORWARD.match(sentence):
        return False
    return bool(kind in _POINTING and _BACK.search(sentence)) or bool(_STARTS_BACK.match(sentence))


def _cue(text: str, parts: Sequence[Sentence], group: Sequence[tuple[int, _Scored | None]], document: DataClass) -> Cue:
    start, end = parts[group[0][0]].start, parts[group[-1][0]].end
    found = [scored for _, scored in group if scored is not None]
    best = max(found, key=lambda scored: scored.score)
    kinds = list(dict.fromkeys(scored.kind for scored in found if scored.kind is not best.kind))
    why = best.why + ("; also " + ", ".join(CUE_WORDS[kind] for kind in kinds[:3]) if kinds else "")
    passage = text[start:end]
    data_class = _class(best.kind, passage, document)
    return Cue(start, end, best.kind, why, data_class, _reason(best.kind, data_class), round(min(best.score / 2, 1), 2))


def _class(kind: CueKind, passage: str, document: DataClass) -> DataClass:
    """Health data comes before education data, and that before social work data."""
    if kind is CueKind.SELF_HARM or document is DataClass.HEALTH:
        return DataClass.HEALTH
    if kind in (CueKind.OPINION, CueKind.SECRECY) and _CLINICAL.search(passage):
        return DataClass.HEALTH
    return document


def _reason(kind: CueKind, data_class: DataClass) -> str:
    if kind is CueKind.INTELLIGENCE:
        return "CR"
    if kind is CueKind.INFORMANT:
        return "TP"
    if kind is CueKind.PRIVILEGE:
        return "LPP"
    return {DataClass.HEALTH: "H-HARM", DataClass.EDUCATION: "ED-HARM", DataClass.SOCIAL_WORK: "SW-HARM"}[data_class]
