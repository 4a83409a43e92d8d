# SPDX-License-Identifier: AGPL-3.0-or-later
"""Initials of redacted people that stand alone: "KB", "K.B.", "K B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from redactor.detect.language.found import RawSpan
from redactor.detect.language.text import Token, tokens
from redactor.detect.language.words import ABBREVIATIONS, ROLE_SHORT, TITLES
from redactor.domain.mentions import Label

#: "Omar Farouk Diallo (OD)": what follows a name in brackets and is made of its first letters.
_SAID = re.compile(r"[ ]?[(\[]([A-Z]{2,4})[)\]]")
#: Longer runs of initials than this are names of bodies.
MOST = 4


def initials_of_terms(names: Sequence[Sequence[str]], kept: Sequence[str]) -> dict[str, str]:
    """The initials by which redacted people would be known, and the name of each. ``names`` are the words of each
    name (the name as written last); initials that also stand for somebody who stays readable are left out, as are
    those that are words of the trade."""
    staying = {"".join(word.low[0] for word in tokens(name) if word.low not in TITLES) for name in kept}
    found: dict[str, str] = {}
    for *words, term in names:
        for letters in {"".join(word[0] for word in words), words[0][0] + words[-1][0]}:
            known = letters in staying or letters in ABBREVIATIONS or letters in ROLE_SHORT
            if 2 <= len(letters) <= MOST and letters.isalpha() and not known:
                found.setdefault(letters, term)
    return found


def is_abbreviation(name: str) -> bool:
    """Whether a name is one of the trade's abbreviations ("OT", "SW")."""
    low = name.lower().replace(".", "").strip()
    return low in ABBREVIATIONS or low in ROLE_SHORT


def standing_initials(
    found: Sequence[Token], text: str, wanted: Mapping[str, str]
) -> Iterator[tuple[int, int, str, str]]:
    """Where they stand among the words of a text, as (start, end, name, "initials")."""
    if not wanted:
        return
    for index, word in enumerate(found):
        if word.shape in {"U", "D"} and (term := wanted.get(word.low.replace(".", ""))):
            # A heading in capitals holds no initials.
            around = [w for w in (*found[max(index - 1, 0) : index], *found[index + 1 : index + 2]) if len(w.text) > 3]
            if word.shape == "D" or not around or any(w.shape != "U" for w in around):
                yield word.start, word.end, term, "initials"
        elif word.shape == "I":
            run = [word]
            for after in found[index + 1 : index + MOST]:
                if after.shape != "I" or text[run[-1].end : after.start].strip(" .") or after.start - run[-1].end > 2:
                    break
                run.append(after)
            before = found[index - 1] if index else None
            first = before is None or before.shape != "I" or text[before.end : word.start].strip(" .")
            if first and len(run) > 1 and (term := wanted.get("".join(w.low for w in run))):
                yield word.start, run[-1].end, term, "initials"


def declared(text: str, spans: Sequence[RawSpan]) -> Iterator[RawSpan]:
    """Initials a text says it will use for somebody, wherever they stand in it: whatever else they are short for."""
    said: set[str] = set()
    for span in spans:
        if span.label == Label.PERSON and (match := _SAID.match(text, span.end)):
            name = [word.low for word in tokens(text[span.start : span.end]) if word.low not in TITLES]
            letters = match[1].lower()
            if len(name) > 1 and letters in {"".join(word[0] for word in name), name[0][0] + name[-1][0]}:
                said.add(match[1])
    for letters in sorted(said):
        for match in re.finditer(rf"(?<!\w){letters}(?!\w)", text):
            yield RawSpan(*match.span(), Label.PERSON, 0.85, "initials")
