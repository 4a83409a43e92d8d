# SPDX-License-Identifier: AGPL-3.0-or-later
"""What can be read on a released page: the invisible words, what is printed, and what another reader makes of both."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Set
from typing import Any

from redactor.domain.geometry import Box
from redactor.release import wording
from redactor.release.verify.content import PageText, as_hidden, as_printed
from redactor.release.verify.expect import ExpectedPage
from redactor.release.verify.terms import found_in, unbroken

#: Letters the other reader may leave out, and their share of a page: of two equal letters nearly in one place (a word
#: read off a picture over one of the text layer) it tells one. That every word is there is checked letter by letter.
READ_ONCE, READ_ONCE_SHARE = 2, 0.005


def check_words(
    page: ExpectedPage, text: PageText, drawn: Any, moved: Set[int], say: Any, terms: tuple[str, ...]
) -> None:
    """The invisible words are exactly the surviving ones, what is printed is ours, and another reader agrees.
    ``moved`` are the indexes (among the kept words) of those on lines that were set again."""
    wanted = [word for word in (as_hidden(word) for word in page.words) if word]
    if text.words != wanted:
        missing, extra = Counter(wanted) - Counter(text.words), Counter(text.words) - Counter(wanted)
        if extra:
            say("words", f"{sum(extra.values())} words in the text layer should not be there")
        if missing:
            say("words", f"{sum(missing.values())} surviving words are missing from the text layer")
        if not extra and not missing:
            say("words", "the words of the text layer are out of order")
    elif not page.ours and not _near(page, text, drawn, moved):
        say("words", "words of the text layer are not where the words are")
    printed = [shown.text for shown in text.shown]
    if page.ours:
        allowed = {word for sentence in page.shown for word in as_printed(sentence).split()}
        if any(word not in allowed and not _number(word) for line in printed for word in line.split()):
            say("printed", "our own page prints words that are not ours")
        own = "".join(shown.text for shown in text.shown if shown.tagged != "Artifact")
        if page.exact and "".join(own.split()) != "".join(as_printed(page.exact).split()):
            say("printed", "the statement is not what the person said, to the letter")
    else:
        allowed = {as_printed(string) for string in page.shown}
        if any(line not in allowed for line in printed):
            say("printed", "something is printed above the picture that is neither a label nor a page number")
    if any(stamp != wording.DRAFT for stamp in text.stamps):
        say("printed", "a stamp is not ours")
    if page.draft != bool(text.stamps):
        say("printed", "the page is not stamped as it should be")
    read = drawn.get_textpage().get_text_range()
    want = _letters(" ".join((*text.words, *printed, *text.stamps)))
    got = _letters(read)
    once = 0 if page.ours else max(READ_ONCE, want.total() * READ_ONCE_SHARE)
    lost = want - got
    if got - want or (lost.total() > once and (lost - _printed_twice(page)).total() > once):
        say("words", "another reader finds other text on the page")
    if found_in(read.encode(), terms) or found_in(unbroken(read).encode(), terms):
        say("terms", "something that was held back can be read")


def _near(page: ExpectedPage, text: PageText, drawn: Any, moved: Set[int]) -> bool:
    """Every word starts where its box does, to the point (on its line, where that was set again), and its line's
    baseline runs through its box, or by at most 2 points and a quarter of its height past it: boxes read off a
    crooked scan stand up and down."""
    if text.picture is None or len(page.kept) != len(page.words):
        return False
    scale, height = text.picture[2] / page.width, drawn.get_height()
    boxes = [
        (box, n in moved) for n, (box, word) in enumerate(zip(page.kept, page.words, strict=True)) if as_hidden(word)
    ]
    return all(
        (free or abs(x - box.x0 * scale) <= 1.01)
        and box.y0 * scale - (slack := 2 + 0.25 * box.height * scale)
        <= height - y - page.lay.lean * (x - box.x0 * scale)
        <= box.y1 * scale + slack
        for (x, y), (box, free) in zip(text.places, boxes, strict=True)
    )


def _printed_twice(page: ExpectedPage) -> Counter[str]:
    """The letters of the words that lie over an equal word: of a word and its shadow another reader tells one."""
    before: dict[str, list[Box]] = defaultdict(list)
    twice: list[str] = []
    for word, box in zip(page.words, page.kept, strict=False):  # of our own pages no places are known
        if any(box.intersection(other) for other in before[word]):
            twice.append(word)
        before[word].append(box)
    return _letters(" ".join(twice))


def _letters(text: str) -> Counter[str]:
    """The letters and digits of a text: readers differ in blanks, hyphens and ligatures."""
    counts = Counter(unicodedata.normalize("NFKC", text))
    return Counter({letter: count for letter, count in counts.items() if letter.isalnum()})


def _number(word: str) -> bool:
    """A number ("12,476"), or a version's."""
    return word.replace(".", "").replace(",", "").isdigit()
