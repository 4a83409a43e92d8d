# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same page and the same passage are found, misread and in another order too; the work grows with the text."""

from __future__ import annotations

import random
import re
import time

import pytest

from redactor.bundle.duplicates import Alignment, align_many, candidates, fingerprints, mapped, spans

SYLLABLES = re.findall(r"\w+", "ba ter lon mi der as sen tro ver ly ca ping ful ish re con tal ment vis pla nor mo")
DICE = random.Random(0)
WORDS = ["".join(DICE.choices(SYLLABLES, k=DICE.choice((1, 2, 2, 3, 3, 4)))) for _ in range(2500)]
MISREAD = {"o": "0", "l": "1", "e": "c", "m": "rn", "h": "b", "i": "l", "a": "o", "t": "f", "S": "5", "n": "ri"}


def prose(seed: int, words: int) -> str:
    dice = random.Random(seed)
    lines = [" ".join(dice.choices(WORDS, k=12)) for _ in range(words // 12)]
    return "\n".join(lines)


def damaged(text: str, share: float, seed: int = 3) -> str:
    """As OCR reads a poor scan: letters misread, blanks lost and put in, punctuation strewn."""
    dice = random.Random(seed)
    out = []
    for letter in text:
        roll = dice.random()
        if roll < share:
            out.append(MISREAD.get(letter, letter))
        elif letter == " " and roll < 2 * share:
            continue
        elif letter.isalpha() and roll < 1.2 * share:
            out.append(letter + " ")
        else:
            out.append(letter)
    return "".join(out)


def align(one: str, other: str) -> Alignment | None:
    return align_many([(one, other)])[0]


def paired(*texts: str) -> list[tuple[int, int]]:
    return candidates([fingerprints(text) for text in texts])


@pytest.mark.parametrize("share", [0.0, 0.01, 0.03, 0.05])
def test_a_page_and_its_scan_are_one(share: float):
    page = prose(1, 300)
    scan = damaged(page, share)
    assert paired(prose(2, 300), page, prose(4, 300), scan) == [(1, 3)]
    found = align(page, scan)
    assert found is not None and min(found.shared) > 0.97 - 2.5 * share, found
    # Word for word: what is read rightly on both sides is mapped to itself.
    mine, theirs = spans(page), spans(scan)
    right = wrong = 0
    for number, (start, end) in enumerate(mine):
        for other in mapped(found.runs, [number]):
            same = page[start:end] == scan[slice(*theirs[other])]
            right, wrong = right + same, wrong + (not same)
    assert right > 0.55 * len(mine), (right, wrong)


def test_a_passage_quoted_in_another_text_is_found_with_its_place():
    passage = prose(9, 60)
    one = prose(10, 240) + "\n" + passage + "\n" + prose(11, 120)
    other = prose(12, 360) + "\n> " + passage.replace("\n", "\n> ")
    assert paired(one, other) == [(0, 1)]
    found = align(one, other)
    assert found is not None
    start = one.index(passage)
    inside = [n for n, (a, b) in enumerate(spans(one)) if start <= a and b <= start + len(passage)]
    there = {other[slice(*spans(other)[n])] for n in mapped(found.runs, inside)}
    assert there == set(passage.split()), "just the passage, all of it"
    outside = [n for n in range(len(spans(one))) if n not in inside]
    assert len(mapped(found.runs, outside)) <= 6
    back = mapped(found.runs, mapped(found.runs, inside), back=True)
    assert back == inside


def test_two_passages_in_another_order_are_both_found():
    first, second = prose(20, 96), prose(21, 96)
    found = align(first + "\n" + second, second + "\n" + first)
    assert found is not None and min(found.shared) > 0.95


def test_pages_of_the_same_words_that_are_no_copies_share_nothing():
    texts = [prose(seed, 360) for seed in range(30, 60)]
    assert all(align(texts[one], texts[other]) is None for one, other in paired(*texts))
    assert align(prose(30, 360), prose(31, 360)) is None
    assert align("Dear Sir, Yours faithfully", "Dear Sir, Yours faithfully") is None, "too short to mean anything"
    assert fingerprints("") == b"" and candidates([b"", b""]) == []


def test_names_in_the_same_slot_of_two_letters_are_not_taken_for_one():
    form = "We met at the school on {day} to talk about the plan for {name} and the support that was offered to them."
    one, other = form.format(day="Monday", name="Gareth Pole"), form.format(day="Friday", name="Priya Shah")
    found = align(one, other)
    assert found is not None
    names = [n for n, (a, b) in enumerate(spans(one)) if one[a:b] in ("Gareth", "Pole")]
    assert mapped(found.runs, names) == []


def test_what_is_quoted_many_times_costs_what_it_is_long_and_not_the_square():
    footer = prose(70, 48)

    def cost(pages: int) -> tuple[float, int]:
        marks = [fingerprints(prose(1000 + n, 120) + "\n" + footer) for n in range(pages)]
        best = 1e9
        for _ in range(3):
            began = time.process_time()
            pairs = candidates(marks)
            best = min(best, time.process_time() - began)
        return best, len(pairs)

    small, some = cost(250)
    large, more = cost(2000)
    assert some <= 2 * 250 and more <= 2 * 2000, "each page is linked with the next few"
    assert large < 8 * small * 3, "eight times the pages cost about eight times (a loaded machine may say three more)"
