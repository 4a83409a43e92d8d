# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a release must hold, worked out from the plan and the words as read, without the burner's help."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from redactor.domain.catalogue import catalogue
from redactor.domain.geometry import Box
from redactor.domain.pages import Document, PageContent
from redactor.domain.plan import PagePlan, Plan, Redaction
from redactor.domain.reissue import PlanStatement, pieces
from redactor.domain.slant import LEVEL, Lay, lay_of, split
from redactor.release import wording
from redactor.release.facts import ReleaseFacts


@dataclass(frozen=True, slots=True)
class ExpectedSheet:
    """A page of the release after the cover, before the words are looked up. ``number`` is the number of its
    first redaction; ``pages`` are the plan's pages it stands for; ``shift`` is how many pages of the file come before
    the document's first. With ``said`` it is the piece ``at`` (from 0) of that statement, behind those pages."""

    document: int
    pages: tuple[PagePlan, ...]
    of: int
    number: int
    shift: int = 0
    said: PlanStatement | None = None
    at: int = 0

    @property
    def slip(self) -> bool:
        return self.said is None and self.pages[0].withheld is not None

    @property
    def ours(self) -> bool:
        return self.slip or self.said is not None

    @property
    def numbers(self) -> tuple[int, ...]:
        """The log's numbers of a page's redactions, in the plan's order where an earlier release gave them."""
        page = self.pages[0]
        return page.numbers or tuple(range(self.number, self.number + len(page.redactions)))


@dataclass(frozen=True, slots=True)
class ExpectedPage:
    """All that is known of a page of a release. ``index`` counts from 0 in its file, ``number`` from 1 in the bundle
    (0: a page of ours); ``name`` is for people.

    ``words`` are the surviving words in order; ``shown`` the only strings that may be printed on it (for the cover
    and slip sheets: the only words); ``boxes`` the plan's, ``kept`` the surviving words' boxes, ``taken`` the others',
    all in points of the source page of ``width`` by ``height``; ``inner`` is the page, from 1, in the source bytes.
    ``canonical`` when lines with boxes may have been set again. ``exact`` is all that one of our own pages says, where
    that is known to the letter. ``as_drawn`` are places where engines draw the source differently, as somebody knows.
    ``lay`` is how the page lies, and ``slanted`` says of each box whether it may follow lines that run askew.
    """

    index: int
    name: str
    words: tuple[str, ...]
    shown: frozenset[str]
    alts: frozenset[str]
    boxes: tuple[Box, ...] = ()
    kept: tuple[Box, ...] = ()
    taken: tuple[Box, ...] = ()
    width: float = 0.0
    height: float = 0.0
    inner: int = 0
    ours: bool = False
    draft: bool = False
    colour: str = "grey"
    canonical: bool = True
    number: int = 0
    scan: bool = False
    exact: str = ""
    as_drawn: tuple[Box, ...] = ()
    lay: Lay = LEVEL
    slanted: tuple[bool, ...] = ()


#: Boxes are looked up by rows of so many points, unless they lie farther out than any page.
ROW, FAR = 16.0, 1e5
MONTHS = "January February March April May June July August September October November December"
#: Pages that come from one source file: its bytes, its password, the pages.
PageGroup = tuple[bytes, str, list[ExpectedPage]]


def label_of(redaction: Redaction) -> str:
    return redaction.label or catalogue()[redaction.reason.upper()].label


def expected_sheets(plan: Plan, documents: Mapping[str, Document]) -> list[ExpectedSheet]:
    """One sheet a page; neighbouring withheld pages of a document that give the same account share one."""
    sheets: list[ExpectedSheet] = []
    number = 1
    parts = plan.laid_out({sha: document.pages for sha, document in documents.items()})
    owner = {(part.document, n): at for at, part in enumerate(parts, 1) for n in range(part.first, part.last + 1)}
    for page in plan.pages:
        last = sheets[-1] if sheets else None
        document = owner[page.document, page.page]
        same = last is not None and last.document == document
        if page.withheld and last and same and last.slip and _same_account(last.pages[-1], page):
            sheets[-1] = replace(last, pages=(*last.pages, page))
            continue
        part = parts[document - 1]
        own = page.numbers[0] if page.numbers else number
        sheets.append(ExpectedSheet(document, (page,), part.last - part.first + 1, own, part.first - 1))
        number += 1 if page.withheld else len(page.redactions)
    return [each for sheet in sheets for each in (sheet, *_statements(sheet, plan))]


def _statements(sheet: ExpectedSheet, plan: Plan) -> list[ExpectedSheet]:
    """The person's statements that stand behind a sheet."""
    wanted = [said for page in sheet.pages for said in plan.statements if said.after == (page.document, page.page)]
    return [replace(sheet, said=said, at=at) for said in wanted for at in range(len(pieces(said.text)))]


def _same_account(one: PagePlan, other: PagePlan) -> bool:
    if (
        one.numbers != other.numbers
        or one.document != other.document
        or one.page + 1 != other.page
        or not one.withheld
        or not other.withheld
    ):
        return False
    return account(one.withheld) == account(other.withheld)


def account(redaction: Redaction) -> tuple[str, str, str]:
    """What the requester is told of it: label, explanation, reference."""
    reason = catalogue()[redaction.reason.upper()]
    explanation = redaction.explanation or reason.explanation
    return label_of(redaction), explanation, reason.disclosed_reference or reason.reference


def is_taken(word: Box, boxes: Sequence[Box]) -> bool:
    """The rule of the text layer: a word goes when a box covers more than a sliver of its width (half a point, or a
    quarter of a narrow word) and more than four tenths of its height, or of the box's own if that is less."""
    x0, y0, x1, y1 = word
    for box in boxes:
        if box[1] >= y1 or box[3] <= y0 or box[0] >= x1 or box[2] <= x0:
            continue
        wide = min(x1, box[2]) - max(x0, box[0]) > min(0.5, (x1 - x0) / 4)
        if wide and min(y1, box[3]) - max(y0, box[1]) > 0.4 * min(y1 - y0, box[3] - box[1]):
            return True
    return False


def taken_among(words: Sequence[Box], boxes: Sequence[Box]) -> list[bool]:
    """Of each word whether it goes: :func:`is_taken` of the boxes at its height."""
    if not all(-FAR < box[1] <= box[3] < FAR for box in boxes):
        return [is_taken(word, boxes) for word in words]
    rows: dict[int, list[Box]] = defaultdict(list)
    for box in boxes:
        for row in range(int(box[1] // ROW), int(box[3] // ROW) + 1):
            rows[row].append(box)
    taken: list[bool] = []
    for word in words:
        _, y0, _, y1 = word
        if not -FAR < y0 <= y1 < FAR:
            taken.append(is_taken(word, boxes))
            continue
        row, last = int(y0 // ROW), int(y1 // ROW)
        gone = row in rows and is_taken(word, rows[row])
        while not gone and row < last:
            row += 1
            gone = row in rows and is_taken(word, rows[row])
        taken.append(gone)
    return taken


@dataclass(frozen=True, slots=True)
class Gone:
    """What the boxes of a page take: of each word 1 when it goes, how the page lies, and of each box whether it may
    follow the page's lines where they run askew. Words are compared with such a box as if the page lay level."""

    words: bytes
    lay: Lay = LEVEL
    slanted: tuple[bool, ...] = ()


def gone_from(content: PageContent, boxes: Sequence[Box]) -> Gone:
    """What ``boxes`` take of a page."""
    words = [word.box for word in content.words]
    lay = lay_of(content.words, content.width)
    if not lay:
        return Gone(bytes(taken_among(words, boxes)))
    level, upright = split(lay, boxes, words)
    standing, leaning = taken_among(words, upright), taken_among([lay.core(word) for word in words], level)
    slanted = tuple(lay.follows(box, words) for box in boxes)
    return Gone(bytes(one or other for one, other in zip(standing, leaning, strict=True)), lay, slanted)


def expected_page(
    sheet: ExpectedSheet,
    index: int,
    number: int,
    pages: int,
    draft: bool,
    content: Callable[[str, int], PageContent],
    inner: int,
    gone: Mapping[tuple[str, int], Gone],
) -> ExpectedPage:
    """The expectation for one sheet. ``number`` is its page number of ``pages``; ``index`` its place in its file;
    ``gone`` says of every page what its boxes take."""
    name = f"page {number} (document {sheet.document}, page {sheet.pages[0].page - sheet.shift})"
    band = {wording.PAGE_OF.format(page=number, pages=pages)} | ({wording.DRAFT} if draft else set())
    if sheet.said is not None:
        return _said(sheet, sheet.said, index, name, band, draft)
    if sheet.slip:
        held = sheet.pages[0].withheld
        assert held is not None  # a slip sheet's
        label, explanation, reference = account(held)
        first, last = sheet.pages[0].page - sheet.shift, sheet.pages[-1].page - sheet.shift
        sentences = [
            wording.SLIP_TITLE_ONE if first == last else wording.SLIP_TITLE_MANY,
            wording.SLIP_WHICH_ONE.format(first=first, document=sheet.document)
            if first == last
            else wording.SLIP_WHICH_MANY.format(first=first, last=last, document=sheet.document),
            wording.SLIP_LABEL.format(label=label),
            explanation,
            wording.SLIP_LAW.format(reference=reference),
            wording.SLIP_NUMBER.format(number=sheet.number),
            wording.SLIP_NOTE,
            wording.DOCUMENT_SLIP.format(document=sheet.document),
            *band,
        ]
        return ExpectedPage(index, name, (), words_of(sentences), frozenset(), ours=True, draft=draft)
    plan = sheet.pages[0]
    read = content(plan.document, plan.page)
    boxes = tuple(box for redaction in plan.redactions for box in redaction.boxes)
    own_gone = gone[plan.document, plan.page]
    kept = [word for word, taken in zip(read.words, own_gone.words, strict=True) if not taken]
    numbers = sheet.numbers
    labels = {label_of(redaction) for redaction in plan.redactions}
    own = plan.page - sheet.shift
    shown = band | {wording.DOCUMENT_PAGE.format(document=sheet.document, page=own, pages=sheet.of)}
    shown |= labels | {str(n) for n in numbers} | {f"{n}  {label}" for n in numbers for label in labels}
    alts = {wording.BOX_ALT.format(label=label, number=n) for n in numbers for label in labels}
    return ExpectedPage(
        index=index,
        name=name,
        words=tuple(word.text for word in kept),
        shown=frozenset(shown),
        alts=frozenset(alts | {wording.PICTURE_ALT}),
        boxes=boxes,
        kept=tuple(word.box for word in kept),
        taken=tuple(word.box for word, taken in zip(read.words, own_gone.words, strict=True) if taken),
        width=read.width,
        height=read.height,
        inner=inner,
        draft=draft,
        scan=any(word.source.from_pixels for word in read.words),
        as_drawn=plan.as_drawn,
        lay=own_gone.lay,
        slanted=own_gone.slanted,
    )


def _said(
    sheet: ExpectedSheet, said: PlanStatement, index: int, name: str, band: set[str], draft: bool
) -> ExpectedPage:
    """A page with the person's own words: to the letter."""
    day, month, year = int(said.on[8:10]), MONTHS.split()[int(said.on[5:7]) - 1], said.on[:4]
    facts = {"by": said.by, "date": f"{day} {month} {year}", "document": sheet.document}
    if said.after == (said.document, said.page):
        about = wording.SAID_PAGE.format(page=said.page - sheet.shift, **facts)
    elif not said.page and said.document == said.after[0]:
        about = wording.SAID_DOCUMENT.format(**facts)
    else:
        about = wording.SAID_ELSEWHERE.format(**facts)
    title = wording.SAID_MORE if sheet.at else wording.SAID_TITLE
    sentences = [title, about, *pieces(said.text)[sheet.at].split("\n"), wording.SAID_NOTE]
    slip = wording.DOCUMENT_SLIP.format(document=sheet.document)
    shown = words_of([*sentences, slip, *band], whole=True)
    name = f"{name}, statement"
    return ExpectedPage(index, name, (), shown, frozenset(), ours=True, draft=draft, exact=" ".join(sentences))


def expected_cover(
    plan: Plan, sheets: list[ExpectedSheet], facts: ReleaseFacts, index: int, number: int, pages: int
) -> ExpectedPage:
    """A cover page may print the words of our own sentences, the facts, the labels used, and numbers."""
    sentences = [value for key, value in vars(wording).items() if key.isupper() and isinstance(value, str)]
    sentences += [facts.reference, facts.subject]
    sentences += [text for part in plan.parts for text in (part.title, part.section)]
    if not facts.draft:
        sentences += [facts.office, facts.approved_by]
    held = ((page.withheld,) if page.withheld else page.redactions for page in plan.pages)
    # Thousands of redactions say the same few things.
    sentences += chain.from_iterable({account(redaction) for own in held for redaction in own})
    return ExpectedPage(
        index,
        f"page {number}",
        (),
        words_of([*sentences, MONTHS, str(number), str(pages)]),
        frozenset(),
        ours=True,
        draft=facts.draft,
    )


def words_of(sentences: list[str], *, whole: bool = False) -> frozenset[str]:
    """The words of some sentences, without template fields unless they are ``whole``: those of no template."""
    words: set[str] = set()
    for sentence in sentences:
        words.update(word for word in sentence.split() if whole or not (word.startswith("{") and word.endswith("}")))
    return frozenset(words)
