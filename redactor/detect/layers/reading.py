# SPDX-License-Identifier: AGPL-3.0-or-later
"""Everything that reads one text on its own: the encoder, the casing view, forms, identifiers, relations.

Each layer can be switched off by name (for the evaluate command); none sees another text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from redactor.detect.language.found import RawSpan
from redactor.detect.language.initials import declared
from redactor.detect.language.lexicon import Lexicon, lexicon
from redactor.detect.language.scan import Scan
from redactor.detect.language.text import plain, tokens
from redactor.detect.language.words import HUMAN_VERBS
from redactor.detect.layers import addresses, agree, casing, edges, identifiers, ner, relations, workplaces
from redactor.detect.layers.encoder import Read
from redactor.detect.layers.forms import Forms
from redactor.detect.layers.harming import suspected
from redactor.detect.layers.initialled import Initialled
from redactor.detect.layers.wording import Wording
from redactor.domain.mentions import Label

#: The rest of a name beside an address (characters, with what stands between) is longer than this.
SHORTEST = 4

#: "work" reads the whole record: people/at_work.py.
LAYERS = frozenset({"encoder", "caps", "forms", "wording", "identifiers", "relations", "work"})


def read(texts: Sequence[str], layers: frozenset[str] = LAYERS) -> list[list[RawSpan]]:
    """The finds of each text, sorted; spans of different layers may overlap."""
    plains = [plain(text) for text in texts]
    reads = ner.names(plains) if "encoder" in layers else (list[Read]() for _ in plains)
    return [_names(text, seen, layers) for text, seen in zip(plains, reads, strict=True)]


def read_and_judge(texts: Sequence[str]) -> list[list[RawSpan]]:
    """The finds of each text, and after them the sentences that may do harm when disclosed, labelled HARM."""
    plains = [plain(text) for text in texts]
    found: list[list[RawSpan]] = []
    for text, seen in zip(plains, ner.seen(plains), strict=True):
        found.append(_names(text, list(seen.names), LAYERS) + suspected(text, seen.starts, seen.telling))
    return found


def _names(text: str, reads: list[Read], layers: frozenset[str]) -> list[RawSpan]:
    words = lexicon()
    return _one(text, casing.view(text, words) if "caps" in layers else None, reads, words, layers)


def _one(
    text: str,
    view: str | None,
    reads: list[Read],
    lexicon: Lexicon,
    layers: frozenset[str],
) -> list[RawSpan]:
    shown = view or text
    words = tokens(shown)
    forms = Forms(shown, words, lexicon)
    spans: list[RawSpan] = []
    if "forms" in layers:
        spans.extend(forms.find())
        spans.extend(Initialled(shown, words, lexicon).find())
        spans.extend(edges.torn(forms))
    if "wording" in layers:
        spans.extend(Wording(shown, words, lexicon).find())
    spans = [s for s in spans if not forms.not_people.listed(s.start, s.end)]
    if "encoder" in layers:
        spans = agree.weighed(spans, reads, forms)
    spans = edges.put_right(spans, forms)
    spans = [_without_verb(span, forms) for span in spans]
    spans.extend(declared(text, spans))
    if "relations" in layers:
        spans.extend(relations.find(text))
    if "identifiers" in layers:
        places = addresses.find(text)
        numbers = identifiers.find(text)
        spans = _without(spans, [*places, *numbers])
        spans.extend(identifiers.without_overlaps([*places, *numbers, *workplaces.find(text)]))
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
    """Names that lie inside an address or a number go: "Albert" of "43B Albert Terrace" is nobody. Of those that reach
    over its end the rest stays: "Cotts - Lilly-Anne" after "2 Glebe Cotts"."""
    if not identifiers_found:
        return spans
    taken = sorted((s.start, s.end) for s in identifiers_found)
    kept = []
    index = 0
    for span in sorted(spans, key=lambda s: s.start):
        while index < len(taken) and taken[index][1] <= span.start:
            index += 1
        over = [(a, b) for a, b in taken[index : index + 3] if a < span.end and span.start < b]
        if span.label != Label.PERSON or not over:
            kept.append(span)
        elif len(over) == 1 and over[0][0] <= span.start:
            kept.extend(_rest(span, over[0][1]))
    return kept


def _rest(span: RawSpan, start: int) -> list[RawSpan]:
    """A name from ``start`` on, when enough is left of it."""
    return [replace(span, start=start)] if span.end - start > SHORTEST else []
