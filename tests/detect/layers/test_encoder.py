# SPDX-License-Identifier: AGPL-3.0-or-later
"""The encoder: the same words as its makers cut them, whole texts through windows, the same answer every time."""

from __future__ import annotations

import shutil
import time
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from redactor.detect.layers import encoder, ner
from redactor.detect.layers.encoder import PERSON, read
from redactor.detect.layers.wordpiece import CAPITALS, LOWER, MIXED, SINGLE, TITLE, windows, written
from redactor.domain.errors import BadInput

NOTE = "Spoke to Kayleigh Barnes re Tyrone. Mum not in. "


def names(text: str) -> list[str]:
    return [text[r.start : r.end] for r in read([text])[0].names if r.kind == PERSON and r.score >= 0.5]


def test_words_are_cut_as_the_vocabulary_wants_them() -> None:
    pieces = encoder.vocabulary()
    by_number = {number: piece for piece, number in pieces.number.items()}

    def cut(word: str) -> list[str]:
        return [by_number[n] for n in pieces.pieces(word)]

    assert cut("unaffable") == ["una", "##ffa", "##ble"]
    assert cut("Siân") == cut("sian")
    assert cut("hospital") == ["hospital"]
    assert cut("x" * 500) == ["[UNK]"]
    assert len(cut("zqxj" * 9)) <= 8
    assert [(w.start, w.end) for w in pieces.words("a-b\n\nc")] == [(0, 1), (1, 2), (2, 3), (3, 5), (5, 6)]


@pytest.mark.parametrize(
    ("word", "how"),
    [("and", LOWER), ("42", LOWER), ("Ann", TITLE), ("ANN", CAPITALS), ("A", SINGLE), ("McD", MIXED), ("M1ke", MIXED)],
)
def test_how_a_word_is_written(word: str, how: int) -> None:
    assert written(word) == how


def test_every_word_stands_in_a_window_and_neighbours_overlap() -> None:
    words = encoder.vocabulary().words("Kayleigh rang Zbigniew about pneumonoultramicroscopic things. " * 200)
    ranges = windows(words, 156, 40)
    assert ranges[0][0] == 0 and ranges[-1][1] == len(words)
    for (_, end), (start, _) in pairwise(ranges):
        assert start < end
    for first, last in ranges:
        assert sum(len(w.pieces) for w in words[first:last]) <= 156


def test_names_in_any_case_and_torn_over_lines() -> None:
    assert names("spoke to kayleigh barnes about tyrone") == ["kayleigh barnes", "tyrone"]
    assert names("SPOKE TO KAYLEIGH BARNES ABOUT TYRONE") == ["KAYLEIGH BARNES", "TYRONE"]
    assert names("It was agreed to speak with Ngozi\nOkonkwo on Monday.") == ["Ngozi\nOkonkwo"]
    assert names("The family moved to Victoria Road in May. Down's syndrome was ruled out.") == []


def test_a_name_far_into_a_long_text_is_read_in_its_place() -> None:
    text = "The rent is paid and the flat was clean. " * 300 + "Spoke to Kayleigh Barnes." + " The bus was late." * 300
    assert names(text) == ["Kayleigh Barnes"]


def test_the_same_answer_alone_and_among_others() -> None:
    texts = [NOTE, "", "Dr Okafor saw Jo.\n" * 40, "x", NOTE * 30]
    together = read(texts)
    for others in ([read([text])[0] for text in texts], read(texts)):
        for one, found in zip(others, together, strict=True):
            assert one.names == found.names
            assert np.array_equal(one.telling, found.telling)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\t", "\x00\x07", "x" * 5000, "שלום \u202e abc", "9 " * 900, ". , ; - " * 300, "\ufffd\u0301" * 50],
)
def test_odd_text_is_read_without_harm(text: str) -> None:
    for found in read([text])[0].names:
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.slow
def test_time_grows_with_the_text_and_no_faster() -> None:
    def cpu(times: int) -> float:
        texts = list(ner.pieces(NOTE * times))
        began = time.process_time()
        read([piece for _, piece in texts])
        return time.process_time() - began

    cpu(100)
    short = min(cpu(300) for _ in range(3))
    assert min(cpu(1200) for _ in range(2)) < 4 * short * 1.8


def test_a_changed_network_is_refused(tmp_path: Path) -> None:
    copy = tmp_path / "encoder"
    shutil.copytree(encoder.FOLDER, copy)
    ner.check(copy)
    file = copy / "model.onnx"
    data = bytearray(file.read_bytes())
    data[5000] ^= 1
    file.write_bytes(bytes(data))
    with pytest.raises(BadInput, match="not the one that was shipped"):
        ner.check(copy)


def test_it_has_a_licence_and_a_card_and_is_small() -> None:
    assert "Apache License" in (encoder.FOLDER / "LICENCE").read_text(encoding="utf-8")
    assert "all-MiniLM-L6-v2" in (encoder.FOLDER / "README.md").read_text(encoding="utf-8")
    assert sum(p.stat().st_size for p in encoder.FOLDER.iterdir()) < 40_000_000
