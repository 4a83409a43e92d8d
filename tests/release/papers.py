# SPDX-License-Identifier: AGPL-3.0-or-later
"""Papers to release in tests, and the plan, words and executor a release needs."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pymupdf
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from redactor.domain.geometry import Box
from redactor.domain.pages import Document, PageContent, Word
from redactor.domain.plan import PagePlan, Plan, Redaction
from redactor.release.export import ReleaseFacts, ReleaseResult, VerificationReport, verify_release, write_release

SECRET = "Kayleigh Barnes"
DRAFT = ReleaseFacts("SAR/2026/014", "Priscilla Bannister")
RELEASE = ReleaseFacts(
    "SAR/2026/014",
    "Priscilla Bannister",
    draft=False,
    approved_by="Jo Lead",
    approved_at="2026-03-09T10:00:00.000000Z",
    office="Wexbourne Council",
    vouched=True,
    head="ab" * 32,
)
LINES = (
    "Case note of a visit to the home on Tuesday afternoon.",
    "Priscilla was at home and pleased to be visited by the worker.",
    f"Her neighbour {SECRET} opened the door and stayed in the kitchen.",
    "They spoke about school, the bus fare and the garden fence.",
    f"Afterwards {SECRET} telephoned the office about the dog.",
    "Priscilla asked for a copy of everything that is recorded about her.",
    "The next visit is planned for the week after the holidays.",
)


class Inline(Executor):
    """Does the work at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def letter(lines: Sequence[str] = LINES, *, pages: int = 1, font: str = "Helvetica", size: float = 12) -> bytes:
    """A typed page as ReportLab makes it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for page in range(pages):
        canvas.setFont(font, size)
        for n, line in enumerate(lines):
            canvas.drawString(60, 760 - n * size * 1.6, line)
        canvas.drawString(60, 100, f"Sheet {page + 1} of the record")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def pixels_of(data: bytes, dpi: int = 150) -> Image.Image:
    """The first page of a PDF as a grey picture."""
    with pymupdf.open(stream=data) as document:
        drawn = document[0].get_pixmap(dpi=dpi, colorspace=pymupdf.csGRAY)
        return Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)


def scan(picture: Image.Image, kind: str = "jpeg", *, rotation: int = 0) -> bytes:
    """A page that is one picture: kind "jpeg" (with paper noise) or "fax" (two levels)."""
    out = io.BytesIO()
    if kind == "jpeg":
        noise = np.random.default_rng(7).normal(0, 6, (picture.height, picture.width))
        noisy = np.clip(np.asarray(picture).astype(float) * 0.9 + noise, 0, 255).astype(np.uint8)
        picture = Image.fromarray(noisy)
    else:
        picture = picture.point(lambda v: 255 if v > 128 else 0).convert("1")
    if rotation:
        picture = picture.rotate(rotation, expand=True)
    if kind == "jpeg":
        picture.save(out, "JPEG", quality=60)
    else:
        picture.save(out, "TIFF", compression="group4")
    with pymupdf.open() as document:
        page = document.new_page(width=picture.width * 72 / 150, height=picture.height * 72 / 150)
        page.insert_image(page.rect, stream=out.getvalue())
        page.set_rotation(rotation)
        return bytes(document.tobytes(deflate=True))


def words_of(data: bytes) -> list[PageContent]:
    """The words of every page with their boxes."""
    pages = []
    with pymupdf.open(stream=data) as document:
        for number, page in enumerate(document, start=1):
            lines: dict[tuple[int, int], int] = {}
            words = tuple(
                Word(text, Box(x0, y0, x1, y1), lines.setdefault((block, line), len(lines)), block)
                for x0, y0, x1, y1, text, block, line, _ in page.get_text("words")
            )
            pages.append(PageContent(number, page.rect.width, page.rect.height, words))
    return pages


@dataclass
class Case:
    """Documents with what is to be hidden in them."""

    data: dict[str, bytes] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    contents: dict[tuple[str, int], PageContent] = field(default_factory=dict)
    pages: list[PagePlan] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)

    def add(
        self,
        data: bytes,
        secrets: Sequence[str] = (SECRET,),
        *,
        words: Sequence[PageContent] | None = None,
        withhold: Sequence[int] = (),
        boxes: Sequence[Box] = (),
        label: str = "Another person",
        reason: str = "TP",
    ) -> str:
        """Add a document; every occurrence of a secret among its words is hidden, and ``boxes`` on its first page."""
        sha = hashlib.sha256(data).hexdigest()
        contents = list(words or words_of(data))
        self.data[sha] = data
        self.documents[sha] = Document(sha, f"{SECRET} file {len(self.documents)}.pdf", len(contents), len(data))
        for content in contents:
            self.contents[sha, content.page] = content
            redactions = []
            for secret in secrets:
                start = content.text.find(secret)
                while start >= 0:
                    found = content.boxes_between(start, start + len(secret))
                    redactions.append(Redaction(sha, content.page, found, reason, label, secret, source="e1"))
                    start = content.text.find(secret, start + 1)
            if content.page == 1:
                redactions += [Redaction(sha, 1, (box,), reason, label, SECRET, source="e2") for box in boxes]
            withheld = None
            if content.page in withhold:
                withheld = Redaction(sha, content.page, (), "H-HARM", "Withheld by law", content.text, source="e3")
            self.pages.append(PagePlan(sha, content.page, () if withheld else tuple(redactions), withheld))
        return sha

    @property
    def plan(self) -> Plan:
        settings = tuple(sorted(self.settings.items()))
        return Plan("SAR/2026/014", tuple(self.documents), tuple(self.pages), settings)

    def source(self, sha: str, page: int) -> tuple[bytes, str, int]:
        return self.data[sha], "", page

    def content(self, sha: str, page: int) -> PageContent:
        return self.contents[sha, page]

    def release(self, out: Path, facts: ReleaseFacts = RELEASE, **more: Any) -> ReleaseResult:
        return write_release(out, self.plan, self.documents, self.source, self.content, facts, Inline(), **more)

    def verify(self, folder: Path, facts: ReleaseFacts = RELEASE) -> VerificationReport:
        return verify_release(folder, self.plan, self.documents, self.source, self.content, facts, Inline())


def every_kind() -> Case:
    """A small case with each kind of page: typed, faxed, photographed, turned, withheld."""
    case = Case()
    case.add(letter(pages=2), withhold=(2,))
    typed = letter()
    fax = scan(pixels_of(typed), "fax")
    place = words_of(typed)[0]
    case.add(fax, words=[PageContent(1, place.width, place.height, place.words)])
    case.add(scan(pixels_of(letter((*LINES, "Second copy"))), "jpeg"), words=words_of(letter((*LINES, "Second copy"))))
    return case
