# SPDX-License-Identifier: AGPL-3.0-or-later
"""What was held back must not stand anywhere in the released files, in any encoding."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from redactor.domain.plan import Plan

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.uint8]

#: Shorter pieces mean nothing by themselves ("Ann" stands in "planning").
SHORTEST_WORD, SHORTEST_NUMBER = 5, 5
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")
#: A longer text that was held back (letters) is a passage, where words stand beside each other by chance.
LONGEST_NAME = 40
_OWNED = re.compile(r"['\u2019]s?$")
_TORN = re.compile(r"(?=(?<![^\W_])([A-Z][a-z]+)-?\s+([a-z]{2,})(?![^\W_]))")
_BROKEN = re.compile(r"\u00ad|(?<=\w)[-\u2010\x02]\r?\n\s*(?=[a-z])")
_WORD = re.compile(r"[^\W_]+(?:['’.@-][^\W_]+)*")


def secret_terms(plan: Plan, surviving: frozenset[str]) -> tuple[str, ...]:
    """The words, numbers and whole passages that were held back and that nothing in the bundle may hold.

    ``surviving`` are the words, in lower case, that legitimately stay readable somewhere: a term that is among
    them or a part of one says nothing. A name is looked for as the sweep does where it is sure: without the "'s" it
    was held back with, each half of a double one, and whole where a line's end tore it. A term written backwards
    that is among the words says nothing either ("raped" in "Department").
    """
    joined = "\n".join(sorted(surviving))
    held_back: set[str] = set()
    for page in plan.pages:
        held = (*page.redactions, page.withheld) if page.withheld else page.redactions
        for redaction in held:
            for word in (*_WORD.findall(redaction.text.lower()), *_forms_of(redaction.text)):
                shortest = SHORTEST_NUMBER if any(c.isdigit() for c in word) else SHORTEST_WORD
                if len(word) >= shortest:
                    held_back.add(word)
            digits = "".join(c for c in redaction.text if c.isdigit())
            if 8 <= len(digits) <= 20:
                held_back.add(digits)
    both_ways = held_back | {term[::-1] for term in held_back if term not in joined}
    return tuple(sorted(term for term in both_ways if term not in joined))


def _forms_of(text: str) -> set[str]:
    """What a held-back name is besides its words: "Asher's" is Asher, "Hughes-Brockle" either half, and "Brockle
    hurst", which a narrow cell tore, Brocklehurst. Lower case."""
    found: set[str] = set()
    for word in _WORD.findall(text):
        bare = _OWNED.sub("", word)
        if not any(c.isdigit() or c in ".@" for c in bare):
            found |= {bare.lower(), *(half.lower() for half in bare.split("-"))}
    if len(text) <= LONGEST_NAME:
        found.update((first + rest).lower() for first, rest in _TORN.findall(text))
    return found


def unbroken(text: str) -> str:
    """The text with words whole that a hyphen parts over a line's end."""
    return _BROKEN.sub("", text)


@cache
def _forms(terms: tuple[str, ...]) -> tuple[dict[bytes, list[bytes]], Table, Table]:
    """Every term in every encoding, by its first four bytes; and which pairs of bytes are the first two and the next
    two of any."""
    import numpy as np

    forms: dict[bytes, list[bytes]] = {}
    for term in terms:
        plain = term.encode("utf-8")
        wide = term.encode("utf-16-be", "replace")
        narrow = term.encode("utf-16-le", "replace")
        for form in (
            plain,
            term.encode("latin-1", "replace"),
            wide,
            narrow,
            plain.hex().encode(),
            wide.hex().encode(),
        ):
            if len(form) >= 4 and form not in forms.setdefault(form[:4], []):
                forms[form[:4]].append(form)
    first, second = np.zeros(1 << 16, dtype=np.uint8), np.zeros(1 << 16, dtype=np.uint8)
    for key in forms:
        first[int.from_bytes(key[:2], "big")] = 1
        second[int.from_bytes(key[2:], "big")] = 1
    return forms, first, second


def found_in(data: bytes, terms: tuple[str, ...]) -> int:
    """How many of the terms stand in ``data``, in any encoding and any case.

    Strings in hex are read, and their digits not taken for text: "07700" stands by chance in the codes of
    other letters.
    """
    if not terms or not data:
        return 0
    decoded = b"\n".join(bytes.fromhex(digits.decode()) for digits in _HEX.findall(data) if len(digits) % 2 == 0)
    return len(_forms_in(_HEX.sub(b"<>", data), terms) | _forms_in(decoded, terms))


def _forms_in(data: bytes, terms: tuple[str, ...]) -> set[bytes]:
    import cv2
    import numpy as np

    low = data.lower()
    forms, first, second = _forms(terms)
    if len(low) < 4:
        return set()
    # Two tables of pairs of bytes rule out nearly every place before a form is compared letter by letter.
    view = np.frombuffer(low, dtype=np.uint8).astype(np.uint16)
    pairs = ((view[:-1] << 8) | view[1:]).reshape(1, -1)
    hits = np.flatnonzero(cv2.LUT(pairs[:, :-2], first) & cv2.LUT(pairs[:, 2:], second))
    found: set[bytes] = set()
    for at in hits.tolist():
        for form in forms.get(low[at : at + 4], ()):
            if low.startswith(form, at):
                found.add(form)
    return found
