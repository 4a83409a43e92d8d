# SPDX-License-Identifier: AGPL-3.0-or-later
"""Bad input: nothing crashes, and time grows with the length of the text, not its square."""

from __future__ import annotations

import random
import time

import pytest

from redactor.detect import tasks
from redactor.detect.language.found import SubjectFacts, Unit
from redactor.detect.language.lexicon import lexicon


def run(text: str) -> float:
    """Seconds of CPU for the whole way over one text."""
    start = time.process_time()
    raw = tasks.names_in([text])
    units = [Unit("u", text)]
    found = tasks.resolve(units, raw, SubjectFacts("Tabitha Winslow"))
    tasks.sweep(units, ["Kayleigh Barnes", "07700 900123"])
    for span in found.spans[0]:
        assert 0 <= span.start < span.end <= len(text)
    return time.process_time() - start


def grows_with_the_length(small: str, large: str) -> bool:
    """Whether ``large``, four times ``small``, takes less than ten times as long.

    Tried again when it did not: a processor that is shared can be slow once, a square of the length is so each time.
    """
    return any(run(large) < 10 * run(small) + 1.0 for _ in range(5))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n" * 500,
        "".join(map(chr, range(160))) * 20,
        "שלום עולם محمد علي " * 200,
        "0" * 5000,
        "\ufffd" * 2000,
        "> " * 2000,
    ],
    ids=["empty", "blank", "lines", "control", "right to left", "digits", "unmapped", "quotes"],
)
def test_strange_text(text: str) -> None:
    run(text)


def words(count: int, shape: str) -> str:
    pool = sorted(lexicon().common)
    chosen = random.Random(7).choices(pool, k=count)
    return " ".join(word.title() if shape == "title" else word.upper() if shape == "upper" else word for word in chosen)


@pytest.mark.parametrize("shape", ["title", "upper", "lower"])
def test_time_grows_with_the_length(shape: str) -> None:
    run(words(500, shape))
    assert grows_with_the_length(words(600, shape), words(2400, shape))


@pytest.mark.parametrize(
    "piece",
    ["שלום עולם محمد علي ", "mae Eirwen ŵyr Llŷr heddiw ", "0123456 789 ", "\x01\x1f\x7f\x9fab\x00 "],
    ids=["right to left", "Welsh", "digits", "control"],
)
def test_time_grows_with_the_length_of_strange_text(piece: str) -> None:
    run(piece * 20)
    assert grows_with_the_length(piece * 80, piece * 320)


@pytest.mark.parametrize(
    "unit", ["a", "1", "A.", "a@", "Mr ", "case ", "0 ", "A, ", "Flat 1, ", "dob ", "A-", "a'", " ", "> "]
)
def test_one_endless_line(unit: str) -> None:
    run(unit * 100)
    assert grows_with_the_length(unit * (4_000 // len(unit)), unit * (16_000 // len(unit)))


def test_thousands_of_people() -> None:
    rng = random.Random(3)
    names = ["".join(rng.choices("abcdefghijklmnopqrst", k=7)).title() for _ in range(3000)]
    assert grows_with_the_length(" ".join(names[:750]), " ".join(names))
