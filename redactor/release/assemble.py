# SPDX-License-Identifier: AGPL-3.0-or-later
"""Burn every page of the plan and write the PDFs, the cover and its index before them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from redactor.release import wording
from redactor.release.burn.again_sent import SentAgain
from redactor.release.burn.composed import Composed
from redactor.release.burn.front import IndexEntry, cover, plain_date
from redactor.release.composing import composed_pages
from redactor.release.facts import Released, ReleaseFacts
from redactor.release.kept import Kept, made_of
from redactor.release.leftout import left_out_lines, left_sentences
from redactor.release.logs.entries import SaidLine
from redactor.release.material import Material, PageOf
from redactor.release.sheets import Sheet, Sheets, Told, key_rows, number_sheets, told
from redactor.release.trouble import PageNotBurned, all_not_burned
from redactor.release.volumes import MB, Volumes
from redactor.release.widths import Bands
from redactor.review.release.settings import setting_in


@dataclass(frozen=True, slots=True)
class Burned:
    """What was written: file names below the folder in order, pages, surviving words, numbered redactions, and the
    person's statements with the page each begins on. ``places`` are (document, page, page of the release)."""

    files: tuple[str, ...]
    pages: int
    words: int
    released: tuple[Released, ...]
    said: tuple[SaidLine, ...] = ()
    places: tuple[tuple[str, int, int], ...] = ()


def burn_release(folder: Path, given: Material, left: Mapping[PageOf, Bands], kept: Kept) -> Burned:
    """Write bundle.pdf, or contents.pdf and documents/NNNN.pdf; with a limit to a file's size bundle-1.pdf and so
    on where one is not enough. ``left`` are lines that are not set again, by their document and page. Pages that are
    ``kept`` are not burned anew; those that are come to be. Progress counts every page twice over, since each is
    verified afterwards."""
    plan, documents, facts = given.plan, given.documents, given.facts
    sheets = number_sheets(plan, documents)
    limit = int(setting_in(plan.settings, "volume-mb")) * MB
    front, _ = front_pages(facts, sheets, 0, limit > 0)
    front, listed = front_pages(facts, sheets, len(front), limit > 0)
    if left:
        as_were = (replace(sheet, left=left.get((sheet.sha256, sheet.first), ())) for sheet in sheets.sheets)
        sheets = replace(sheets, sheets=tuple(as_were))
    pages = len(front) + len(sheets.sheets)
    title = wording.TITLE.format(reference=facts.reference)
    released: list[Released] = []
    words = 0
    done = 0
    failed: list[PageNotBurned] = []
    work = (given.source, given.content, given.executor, given.cancelled, kept, failed)
    composed = composed_pages(sheets, len(front), pages, facts, *work)
    names: list[str] = []

    def write(volumes: Volumes, number: int, wanted: Sequence[Sheet]) -> None:
        nonlocal words, done
        volumes.section(wording.DOCUMENT_SLIP.format(document=number))
        for sheet in wanted:
            faults = len(failed)
            page, page_released = next(composed)
            stored = volumes.add(page)
            if len(failed) == faults:
                kept.keep(sheet, made_of(sheet, len(front), pages), page, stored)
            released.extend(page_released)
            words += page.words
            done += 1
            given.progress(done, 2 * len(sheets.sheets), "burning")

    with Volumes(folder, "bundle" if given.layout == "bundle" else "contents", title, 1, limit) as volumes:
        volumes.section(wording.COVER_TITLE)
        for page in front:
            volumes.add(page)
        if given.layout == "bundle":
            for number, first, last in sheets.documents:
                write(volumes, number, sheets.sheets[first : last + 1])
    names += volumes.names
    if given.layout == "documents":
        (folder / "documents").mkdir()
        for number, first, last in sheets.documents:
            own = f"{title}, {wording.DOCUMENT_SLIP.format(document=number)}"
            with Volumes(folder, f"documents/{number:04d}", own, len(front) + first + 1, limit) as volumes:
                write(volumes, number, sheets.sheets[first : last + 1])
            names += volumes.names
    if failed:
        raise all_not_burned(failed)
    released += left_out_lines(sheets, len(front), listed)
    said = tuple(
        SaidLine(len(front) + sheet.index + 1, sheet.said.by, plain_date(sheet.said.on))
        for before, sheet in pairwise(sheets.sheets)
        if sheet.said is not None and before.said is not sheet.said
    )
    places = tuple(
        (page.document, page.page, len(front) + sheet.index + 1) for sheet in sheets.sheets for page in sheet.plans
    )
    return Burned(tuple(names), pages, words, tuple(released), said, places)


def front_pages(
    facts: ReleaseFacts, sheets: Sheets, length: int, volumes: bool = False
) -> tuple[list[Composed], list[int]]:
    """The cover pages, given how many there are (which the first round finds out), and on which of them each
    thing that was left out is listed."""
    keys: set[Told] = set()
    entries: list[IndexEntry] = []
    for number, first, last in sheets.documents:
        own = sheets.sheets[first : last + 1]
        withheld = sum(sheet.last - sheet.first + 1 for sheet in own if sheet.slip)
        part = sheets.parts[number - 1]
        left = sum(left.last - left.first + 1 for left in sheets.left_out if left.part == number - 1)
        entries.append(
            IndexEntry(
                number,
                length + first + 1,
                length + last + 1,
                last - first + 1,
                withheld,
                left,
                part.title,
                part.section,
                sum(sheet.said is not None for sheet in own),
            )
        )
        for sheet in own:
            for redaction in sheet.held:
                keys.add(told(redaction))
    sentences = left_sentences(sheets, length)
    pages = length + len(sheets.sheets)
    again = None
    if sheets.reissue is not None:
        places = [(length + s.index + 1, s.replaces) for s in sheets.sheets if s.replaces is not None]
        again = SentAgain(sheets.reissue.number, places, sheets.reissue.shown)
    return cover(facts, key_rows(keys), entries, sheets.redactions, pages, sentences, sheets.colour, volumes, again)
