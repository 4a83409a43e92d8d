# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words kept in columns are the words themselves, one by one, together and as text."""

from __future__ import annotations

import pickle

import pytest

from redactor.domain.geometry import Box
from redactor.domain.pages import PageContent
from redactor.domain.words import KeptWords, Word, WordSource, joined, starts

WORDS = (
    Word("Dear", Box(10, 10, 30, 20), 0, 0),
    Word("Mrs", Box(32, 10, 50, 20), 0, 0),
    Word("Okafor,", Box(10, 22, 60, 32), 1, 0),
    Word("thank", Box(10, 50, 40, 60), 2, 1, WordSource.OCR, 0.5),
)


def kept(words: tuple[Word, ...] = WORDS) -> KeptWords:
    sides = [side for column in zip(*(word.box for word in words), strict=True) for side in column]
    texts, _, lines, blocks, sources, confidences = zip(*words, strict=True) if words else ((),) * 6
    return KeptWords(texts, sides, lines, blocks, sources, confidences)


def test_they_are_equal_to_the_words_themselves() -> None:
    as_they_are = WORDS
    assert kept() == as_they_are and as_they_are == kept() and kept() == kept()
    assert kept() != WORDS[:3] and kept() != list(WORDS)
    assert hash(kept()) == hash(WORDS) and len(kept()) == 4
    assert PageContent(1, 100, 100, kept()) == PageContent(1, 100, 100, WORDS)
    assert pickle.loads(pickle.dumps(kept())) == WORDS


def test_one_word_is_the_same_before_and_after_all_were_made() -> None:
    words = kept()
    before = [words[1], words[-1]]
    assert tuple(words) == WORDS
    assert [words[1], words[-1]] == before == [WORDS[1], WORDS[3]] and words[1:3] == WORDS[1:3]
    with pytest.raises(IndexError):
        kept()[4]


def test_text_and_offsets_do_not_depend_on_how_words_are_kept() -> None:
    text = "Dear Mrs\nOkafor,\n\nthank"
    for words in (WORDS, kept()):
        page = PageContent(1, 100, 100, words)
        assert page.text == joined(words) == text
        assert [text[offset : offset + len(word.text)] for offset, word in zip(starts(words), WORDS, strict=True)] == [
            word.text for word in WORDS
        ]
        assert page.boxes_between(5, 16) == (Box(32, 10, 50, 20), Box(10, 22, 60, 32))
    assert joined(()) == "" and starts(()) == () == starts(kept(()))


def test_columns_of_different_length_are_no_words() -> None:
    with pytest.raises(ValueError, match="equally long"):
        KeptWords(["one"], [0.0, 0.0, 1.0], [0], [0], [WordSource.TEXT], [1.0])
