# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything that reads one text on its own: the two networks, the casing view, forms, identifiers, relations.

Each layer can be switched off by name (for the evaluate command); none sees another text.
"""

from __future__ import annotations

from collections.abc import Sequence

from redactor.detect import addresses, agree, casing, identifiers, ner, relations
from redactor.detect.encoder import Read
from redactor.detect.forms import Forms
from redactor.detect.found import RawSpan
from redactor.detect.lexicon import Lexicon, lexicon
from redactor.detect.nameread import like_name
from redactor.detect.scan import Scan
from redactor.detect.text import Token, flow, joins, plain, tokens
from redactor.detect.wording import Wording
from redactor.detect.words import HUMAN_VERBS, ROLE_SHORT, STOP, TITLES
from redactor.domain.mentions import Label

LAYERS = frozenset({"ner", "encoder", "caps", "forms", "wording", "identifiers", "relations"})
NOT_A_PERSON = "NOT"


def read(texts: Sequence[str], layers: frozenset[str] = LAYERS) -> list[list[RawSpan]]:
    """The finds of each text, sorted; spans of different layers may overlap."""
    words = lexicon()
    plains = [plain(text) for text in texts]
    views = [casing.view(text, words) if "caps" in layers else None for text in plains]
    shown = [flow(view or text) for text, view in zip(plains, views, strict=True)]
    networks = iter(ner.both(shown, plains))
    found: list[list[RawSpan]] = []
    for text, view in zip(plains, views, strict=True):
        entities, reads = next(networks)
        found.append(_one(text, view, entities, reads, words, layers))
    return found


def _one(
    text: str,
    view: str | None,
    entities: list[tuple[int, int, str]],
    reads: list[Read],
    lexicon: Lexicon,
    layers: frozenset[str],
) -> list[RawSpan]:
    shown = view or text
    words = tokens(shown)
    forms = Forms(shown, words, lexicon)
    spans: list[RawSpan] = []
    others: list[tuple[int, int]] = []
    for start, end, label in entities if "ner" in layers else ():
        if label == "PERSON":
            spans.extend(trimmed(forms, start, end))
        elif label in ner.OTHER_THINGS and label not in {"DATE", "NORP"}:
            others.append((start, end))
            spans.append(RawSpan(start, end, NOT_A_PERSON, 0.5, f"ner:{label.lower()}"))
    if "forms" in layers:
        spans.extend(forms.find())
    if "wording" in layers:
        spans.extend(_doubted(Wording(shown, words, lexicon).find(), others))
    spans = [s for s in spans if s.label == NOT_A_PERSON or not forms.not_people.listed(s.start, s.end)]
    if "encoder" in layers:
        spans = agree.weighed(spans, reads, forms)
    spans = [_without_verb(span, forms) for span in spans]
    if "relations" in layers:
        spans.extend(relations.find(text))
    if "identifiers" in layers:
        places = addresses.find(text)
        numbers = identifiers.find(text)
        spans = _without(spans, [*places, *numbers])
        spans.extend(identifiers.without_overlaps([*places, *numbers]))
    return sorted(spans, key=lambda s: (s.start, s.end, s.label, s.found_by))


def _without_verb(span: RawSpan, forms: Scan) -> RawSpan:
    """ "Saw Tabitha", as notes begin, without the verb."""
    if span.label != Label.PERSON:
        return span
    first = forms.at(span.start)
    if first + 1 >= len(forms.words) or forms.words[first + 1].start >= span.end:
        return span
    verb, name = forms.words[first], forms.words[first + 1]
    if verb.low not in HUMAN_VERBS or verb.low in forms.lexicon.gender or not forms.lexicon.word(verb.low):
        return span
    if "," in forms.text[verb.end : name.start] or not forms.lexicon.forename(name.low):
        return span
    return RawSpan(name.start, span.end, span.label, span.score, span.found_by)


def _without(spans: list[RawSpan], identifiers_found: list[RawSpan]) -> list[RawSpan]:
    """Names that lie inside an address or a number go: "Albert" of "43B Albert Terrace" is nobody."""
    if not identifiers_found:
        return spans
    taken = sorted((s.start, s.end) for s in identifiers_found)
    kept = []
    index = 0
    for span in sorted(spans, key=lambda s: s.start):
        while index < len(taken) and taken[index][1] <= span.start:
            index += 1
        if span.label == Label.PERSON and any(a < span.end and span.start < b for a, b in taken[index : index + 3]):
            continue
        kept.append(span)
    return kept


def _doubted(spans: list[RawSpan], others: list[tuple[int, int]]) -> list[RawSpan]:
    """What only the word lists say, and the network calls a place or an organisation, counts for less."""
    weak = {"lists", "line", "context"}
    out = []
    for span in spans:
        if span.found_by in weak and any(
            a <= span.start and span.end <= b and b - a > span.end - span.start for a, b in others
        ):
            span = RawSpan(span.start, span.end, span.label, max(span.score - 0.25, 0.1), span.found_by)
        out.append(span)
    return out


def trimmed(forms: Scan, start: int, end: int) -> list[RawSpan]:
    """The network's PERSON cut to the words that can be a name, and split where it joined two."""
    text, words, lexicon = forms.text, forms.words, forms.lexicon
    first = forms.at(start)
    inside: list[Token] = []
    while first < len(words) and words[first].start < end:
        inside.append(words[first])
        first += 1
    runs: list[list[Token]] = [[]]
    for word in inside:
        usable = (
            word.shape in {"C", "U", "I", "D"}
            and word.low not in STOP
            and word.low not in TITLES
            and not (word.shape == "U" and word.low in ROLE_SHORT)
        ) or (
            word.shape == "l"
            and bool(runs[-1])
            and (word.low in {"de", "van", "der", "bin", "al", "el", "ap"} or not lexicon.word(word.low))
        )
        if not usable:
            runs.append([])
            continue
        if runs[-1] and not joins(text, runs[-1][-1].end, word.start):
            comma = text[runs[-1][-1].end : word.start] == ", " and len(runs[-1]) == 1
            if not comma:
                runs.append([])
        runs[-1].append(word)
    spans = []
    for run in runs:
        while run and run[-1].shape == "l":
            run.pop()
        if not run or all(w.shape == "I" for w in run) or sum(len(w.text) for w in run) < 2:
            continue
        a, b = run[0].start, run[-1].end
        if forms.not_people.listed(a, b) or forms.not_people.thing(a, b) or forms.not_people.month(a, b):
            continue
        named = [w for w in run if w.shape not in {"I", "D"}]
        everyday = all(lexicon.word(w.low) for w in named)
        known = any(w.low in lexicon.gender or w.low in lexicon.surnames for w in named)
        possible = any(like_name(w, lexicon, True) for w in named) or not named
        if not possible:
            continue
        score = 0.8 if not everyday else 0.6 if known else 0.3
        if len(run) == 1 and named and not known and score > 0.6:
            score = 0.6
        if len(named) == 1 and len(run) == 1:
            word = named[0]
            if forms.not_people.town(a, b):
                continue
            if forms.not_people.place(a, b) and not lexicon.sure_forename(word.low):
                score = min(score, 0.3)
            if word.shape == "U" and len(word.text) < 5 and word.low not in lexicon.gender:
                score = min(score, 0.3)
        spans.append(RawSpan(a, b, Label.PERSON, score, "ner"))
    return spans
