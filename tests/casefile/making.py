# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the tests of the case file put into it."""

from __future__ import annotations

import hashlib
import json
import random
from pathlib import Path

from redactor.casefile import driver
from redactor.casefile.driver import Database
from redactor.casefile.store import CaseFile
from redactor.domain.geometry import Box
from redactor.domain.journal import Kind
from redactor.domain.mentions import Label, Mention, Person, Profession, Role, Tier
from redactor.domain.pages import Document, DocumentContent, PageContent, Place, Where, Word, WordSource

PASSPHRASE = "correct horse battery stäple"

_WORDS = ("Kayleigh", "Barnes", "rang", "about", "her", "mother", "and", "Dr", "Whitcombe", "wrote", "to", "school")


def page(number: int, text: str = "", *, seed: int = 0) -> PageContent:
    """A page of ``text`` ("\\n" ends a line), or of words drawn by lot."""
    rng = random.Random(f"{number} {seed}")
    lines = text.split("\n") if text else [" ".join(rng.choices(_WORDS, k=9)) for _ in range(12)]
    words = []
    for line, content in enumerate(lines):
        x = 72.0
        for token in content.split():
            width = 5.21 * len(token)
            words.append(Word(token, Box(x, 60.5 + 14 * line, x + width, 71.3 + 14 * line), line, line // 4))
            x += width + 3
    return PageContent(number, 595.32, 841.92, tuple(words), engine="made up")


def full_page(number: int) -> PageContent:
    """A page that uses every field."""
    words = (
        Word("Ŵyn’s", Box(1.1, 2.2, 3.3, 4.4), 0, 0),
        Word("ﬁrst\x82", Box(0.1 + 0.2, -2.0, 1e-7, 4e6), 0, 0, WordSource.OCR, 0.8125),
        Word("😀", Box(5, 6, 7, 8), 1, 1, WordSource.OCR, 0.1),
    )
    places = (
        Place(Where.ANNOTATION, "ring Gareth", number, (Box(1, 2, 3, 4.5), Box(5, 6, 7, 8)), "comment 1"),
        Place(Where.HIDDEN_TEXT, "Meena Dunmore", number),
    )
    return PageContent(number, 612, 792.25, words, places, extras={"rotation": "90", "note": "ü"}, engine="e 1.2")


def data(size: int, seed: int = 0) -> bytes:
    return random.Random(seed).randbytes(size)


def document(content: bytes, name: str = "letters/one.pdf", pages: int = 3) -> Document:
    return Document(hashlib.sha256(content).hexdigest(), name, pages, len(content), producer="LibreOffice 7.4")


PLACES = (Place(Where.BOOKMARK, "Report on Gareth Pole", detail="bookmark 1"), Place(Where.METADATA, "F Marsh"))


def add(case: CaseFile, content: bytes, name: str = "letters/one.pdf", pages: int = 3) -> Document:
    return case.add_document(document(content, name, pages), content, DocumentContent(pages, "LibreOffice", PLACES))


def mention(number: int, sha256: str, *, page: int = 1, person: str = "p0", why: str = "a name") -> Mention:
    box = Box(72.1, 80.2 + number % 700, 100.3, 91.4 + number % 700)
    return Mention(
        f"m{number}", sha256, page, Where.PAGE, number, number + 8, "Kayleigh", (box,), Label.PERSON, 0.93,
        Tier.PROPOSED, person, why,
    )  # fmt: skip


def people() -> list[Person]:
    return [
        Person("p0", "Kayleigh Barnes", ("Kay", "KB"), Role.THIRD_PARTY, None, "sister", "named as one"),
        Person("p1", "Dr Whitcombe", (), Role.PROFESSIONAL, Profession.HEALTH),
        Person("p2", "Ŵyn", (), Role.SUBJECT),
    ]


def fill(case: CaseFile) -> Document:
    """A little of everything; the larger document is returned."""
    case.append(Kind.CASE_CREATED, {"reference": "SAR/1"})
    add(case, b"%PDF- small", "letters/small.pdf", 1)
    large = add(case, data(2_500_000), "record/large.pdf", 40)
    case.put_parts(large.sha256, [(1, 20, data(700_000, 1)), (21, 40, data(1_100_000, 2))])
    case.put_pages(large.sha256, [page(n) for n in range(1, 38)])
    case.replace_findings([mention(n, large.sha256, page=1 + n % 40) for n in range(500)], people())
    case.append_many([(Kind.PERSON_DECIDED, {"person": f"p{n}", "why": "because " * n}) for n in range(120)])
    case.put("engines", {"pymupdf": "1.28.2", "list": [1, 2.5, None]})
    return large


def raw_key(recovery: Path) -> str:
    """The raw key and salt of the only case in a file of recovery keys."""
    ((salt, key),) = json.loads(recovery.read_text())["cases"].items()
    return f"{key}{salt}"


def with_key(path: Path, recovery: Path) -> Database:
    """A connection for somebody who has the key and no respect for the rules."""
    return driver.connect(path, raw_key(recovery), write=True)
