# SPDX-License-Identifier: AGPL-3.0-or-later
"""The vocabulary names every page that a look at each page would: nothing is lost by being quick."""

from __future__ import annotations

import random
import string
from pathlib import Path

import pytest

from redactor.bundle.words.search import find_in, slips_allowed
from redactor.casefile.store import CaseFile
from redactor.domain.geometry import Box
from redactor.domain.pages import PageContent, Word
from tests.casefile import making

NAMES = ["Seun Whitcombe", "Zebedee Quillfeather", "Nia", "Anne-Marie O'Brien", "Bo Li", "Ffion Gruffydd Pugh"]


def garbled(name: str, random_: random.Random) -> str:
    """A letter or two wrong, doubled or lost; a word torn in two, or two run together."""
    for _ in range(random_.choice((0, 1, 1, 2))):
        at = random_.randrange(len(name))
        letter = random_.choice(string.ascii_lowercase)
        if name[at] != " ":
            name = random_.choice(
                (name[:at] + letter + name[at + 1 :], name[:at] + name[at + 1 :], name[:at] + letter + name[at:])
            )
    if random_.random() < 0.3 and len(name) > 3:
        at = random_.randrange(1, len(name))
        name = name.replace(" ", "", 1) if random_.random() < 0.5 else f"{name[:at]} {name[at:]}"
    return name


@pytest.fixture(scope="module")
def noisy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[PageContent]]:
    random_ = random.Random(11)
    pages = []
    for number in range(1, 301):
        said = [random_.choice(["the", "visit", "was", "with", "comb", "seen", "lie", "an"]) for _ in range(30)]
        for name in NAMES:
            said.insert(random_.randrange(len(said)), garbled(name, random_))
        texts = " ".join(said).split()
        words = tuple(Word(text, Box(10, 10, 20, 20), at // 8, 0) for at, text in enumerate(texts))
        pages.append(PageContent(number, 595, 842, words))
    path = tmp_path_factory.mktemp("nearly") / "n.case"
    with CaseFile.create(path, making.PASSPHRASE) as case:
        case.put_pages(making.add(case, making.data(100), "a.pdf", 300).sha256, pages)
    return path, pages


@pytest.mark.parametrize("name", NAMES)
def test_every_page_with_a_misspelling_is_named(noisy: tuple[Path, list[PageContent]], name: str) -> None:
    path, pages = noisy
    looked = {page.page for page in pages if find_in(page, name, fuzzy=True)}
    with CaseFile.open(path, making.PASSPHRASE) as case:
        named = {page for _, page in case.search_nearly(name, slips_allowed(name))}
    assert len(looked) > 20
    # Torn and misspelt beyond what a torn word may be: the few that only a look at the page finds.
    assert len(looked - named) <= 0.03 * len(looked), looked - named
