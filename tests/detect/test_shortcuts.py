# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is looked for only where it can be is found in all the same places."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

from redactor.detect.harm.cues import SHORTEST, _likely
from redactor.detect.harm.rules import RULES, mended
from redactor.detect.language.dates import DATE, find_days, read
from redactor.detect.language.found import Unit
from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.passages import sentences
from redactor.detect.language.text import tokens
from redactor.detect.layers.fields import _MAIL_NAME, Fields
from redactor.detect.sweep.one_name import OneName
from redactor.detect.sweep.residual import Sweep
from redactor.domain.torn import marked

HARM = Path(__file__).parent / "harm"


def test_names_before_mail_addresses() -> None:
    random_ = random.Random(7)
    address = ["<a.lee@b.example>", "<mailto:a@b.example>", "< a@b.example>"]
    pieces = [*address, "<", ">", "Ann Lee", "Lee, Ann", "From: ", " ", "   ", "\n", ";", ",", '"', "x" * 30]
    found = 0
    for _ in range(400):
        text = "".join(random_.choices(pieces, k=40))
        every = [match.span() for match in _MAIL_NAME.finditer(text)]
        assert [match.span() for match in Fields(text, tokens(text), lexicon())._mail_names()] == every, text
        found += len(every)
    assert found > 400


def test_rules_whose_letters_a_sentence_has() -> None:
    text = "\n".join((HARM / name).read_text(encoding="utf-8") for name in ("positive.txt", "negative.txt"))
    parts = sentences(text)
    expected = {}
    for number, part in enumerate(parts):
        line = mended(" ".join(part.text.replace(">", " ").split()))
        rules = tuple(n for n, rule in enumerate(RULES) if any(letters in line.lower() for letters in rule.needs))
        if rules and len(part.text) >= SHORTEST:
            expected[number] = (line, rules)
    assert dict(_likely(parts)) == expected and len(expected) > 100


def test_days_in_every_format() -> None:
    days = frozenset({date(1984, 3, 1), date(2011, 12, 24)})
    text = "1/3/84, 01.03.1984, 24th December 2011, 24-12-11, 1 March 1985, 31/02/1984, 2011-12-24, March 1 1984"
    found = {(text[start:end], day) for start, end, day in find_days(text, days)}
    assert found == {
        (match[0], day)
        for match in DATE.finditer(text)
        for day in days
        if (seen := read(match)) and (seen.month, seen.day, seen.year % 100) == (day.month, day.day, day.year % 100)
    }
    assert len(found) == 6 and find_days(text, frozenset()) == []


def test_words_a_sweep_has_seen_before() -> None:
    """A word in which nothing was found once is passed over later, but not where its neighbours make a name of it."""
    random_ = random.Random(5)
    pieces = [
        "Kay",
        "K",
        "K.",
        "Barnes",
        "barnes",
        "Barmes",
        "de",
        "Souza",
        "Rosa",
        "the",
        "Mr",
        "JL",
        "J",
        "L",
        ".",
        "a",
    ]
    terms, stay = ["Kay Barnes", "Rosa de Souza", "JL"], ["Ann Barnes"]
    sweep, found = Sweep(terms, stay), 0
    for _ in range(600):
        unit = Unit("", " ".join(random_.choices(pieces, k=12)))
        hits = list(Sweep(terms, stay).hits(unit))
        assert list(sweep.hits(unit)) == hits, unit.text
        found += len(hits)
    assert found > 600


def test_a_name_around_its_words_and_in_the_whole_text() -> None:
    name = OneName(("Delphine Ashdown",), ["Rosa Ashdown"])
    said = ["Delphine Ashdown", "Mrs Ashdown", "Delphene", "D Ashdown", "Ashdown, Delphine", "Rosa Ashdown"]
    random_ = random.Random(3)
    words = ["delphine", "ashdown", "delphene"]
    for _ in range(60):
        lines = [f"The kettle was on when {random_.choice([*said, 'nobody'])} rang about tea." for _ in range(12)]
        text = "\n".join(lines)
        assert name.places_of(text, words) == name.places(text)


def test_a_name_that_goes_on_over_a_line() -> None:
    """Every way in which a part of the name can be broken is looked for, whatever stands around it."""
    name = OneName(("Delphine Ashdown",))
    random_ = random.Random(11)
    broken = 0
    for _ in range(4000):
        word = random_.choice(("Delphine", "ASHDOWN", "ashdown", "Delph", "Kettles"))
        cut, again = random_.randrange(1, len(word)), random_.randrange(1, len(word))
        ends = random_.choices(["\n", "-\n", "\u2010\n  ", "\n\n", "\xad\n", " \n", ""], k=2)
        pieces = word[:cut], ends[0], word[cut : max(cut, again)], ends[1], word[max(cut, again) :]
        text = (
            random_.choice(("with (", "with ", "\n", "x")) + "".join(pieces) + random_.choice((" rang", ")", "", "s"))
        )
        found = any(pattern.search(marked(text)) for pattern in name.patterns)
        assert name.in_pieces(text) == found, text
        broken += found
    assert broken > 200
