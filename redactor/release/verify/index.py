# SPDX-License-Identifier: AGPL-3.0-or-later
"""The index of a release, letter by letter: every document in its order, under its title, with its pages; and what was
left out. Worked out from the plan alone and read back with another engine than wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

import pikepdf

from redactor.domain.plan import EARLIER, NOT_REPEATED, LeftOut, Plan, PlanPart
from redactor.release import wording
from redactor.release.facts import ReleaseFacts
from redactor.release.verify.content import as_printed, read_content
from redactor.release.verify.expect import ExpectedSheet
from redactor.release.verify.opening import KEY_HEAD

_HEAD = (wording.INDEX_DOCUMENT, wording.INDEX_PAGES, wording.INDEX_LENGTH, wording.INDEX_NOTE)


def expected_index(
    plan: Plan, parts: Sequence[PlanPart], sheets: Sequence[ExpectedSheet], front: int
) -> tuple[str, ...]:
    """The strings of the index in order, without the heads of its tables: titles, sections, cells, sentences."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    withheld: dict[int, int] = {}
    shown: dict[tuple[str, int], int] = {}
    said: dict[int, int] = {}
    for number, sheet in enumerate(sheets, start=front + 1):
        first.setdefault(sheet.document, number)
        last[sheet.document] = number
        if sheet.said is not None:
            said[sheet.document] = said.get(sheet.document, 0) + 1
            continue
        withheld[sheet.document] = withheld.get(sheet.document, 0) + (len(sheet.pages) if sheet.slip else 0)
        shown.update({(page.document, page.page): number for page in sheet.pages})
    strings: list[str] = [wording.INDEX_TITLE]
    numbered = [(number, parts[number - 1]) for number in sorted(first)]
    for section, group in groupby(numbered, key=lambda pair: pair[1].section):
        strings += [section] if section else []
        for number, part in group:
            gone = sum(left.last - left.first + 1 for left in plan.left_out if left.part == number - 1)
            counts = (withheld.get(number, 0), gone, said.get(number, 0))
            strings += _row(number, part.title, first[number], last[number], *counts)
    if plan.left_out:
        strings.append(wording.LEFT_TITLE)
    strings += [_told(left, parts, shown) for left in plan.left_out]
    return tuple(strings)


def _row(number: int, title: str, first: int, last: int, withheld: int, gone: int, said: int) -> Iterator[str]:
    yield (
        wording.INDEX_TITLED.format(number=number, title=title)
        if title
        else wording.DOCUMENT_SLIP.format(document=number)
    )
    yield str(first) if first == last else wording.INDEX_RANGE.format(first=first, last=last)
    length = last - first + 1
    yield wording.INDEX_LENGTH_ONE if length == 1 else wording.INDEX_LENGTH_MANY.format(count=length)
    notes = []
    if withheld:
        notes.append(
            wording.INDEX_WITHHELD_ONE if withheld == 1 else wording.INDEX_WITHHELD_MANY.format(count=withheld)
        )
    if gone:
        notes.append(wording.INDEX_LEFT_ONE if gone == 1 else wording.INDEX_LEFT_MANY.format(count=gone))
    if said:
        notes.append(wording.INDEX_SAID_ONE if said == 1 else wording.INDEX_SAID_MANY.format(count=said))
    yield "; ".join(notes)


def _told(left: LeftOut, parts: Sequence[PlanPart], shown: dict[tuple[str, int], int]) -> str:
    count = left.last - left.first + 1
    if left.part >= 0:
        before = parts[left.part].first - 1
        numbers = {"first": left.first - before, "last": left.last - before, "document": left.part + 1}
        what = (wording.LEFT_PAGE_ONE if count == 1 else wording.LEFT_PAGE_MANY).format(**numbers)
    else:
        what = wording.LEFT_DOCUMENT_ONE if count == 1 else wording.LEFT_DOCUMENT_MANY.format(count=count)
    page = shown.get(left.like) if left.like else None
    if left.reason not in NOT_REPEATED:
        form = wording.LEFT_OTHER
    elif page is None:
        form = wording.LEFT_PLAIN
    elif left.reason == EARLIER:
        form = wording.LEFT_EARLIER
    else:
        form = wording.LEFT_COPY_ONE if count == 1 else wording.LEFT_COPY_MANY
    verb = wording.LEFT_ARE if left.part >= 0 and left.first != left.last else wording.LEFT_IS
    return form.format(what=what, verb=verb, page=page)


def check_index(
    path: str, front: int, pages: int, facts: ReleaseFacts, wanted: Sequence[str], opening: Sequence[str] = ()
) -> list[tuple[str, str]]:
    """Compare the index printed on the ``front`` cover pages with ``wanted``, and what stands before it with
    ``opening`` where that is known. Returns (rule, problem) pairs."""
    try:
        with pikepdf.open(path, inherit_page_attributes=False) as pdf:
            printed = [_printed(pdf.pages[n].obj, n + 1, pages, facts) for n in range(min(front, len(pdf.pages)))]
    except (pikepdf.PdfError, RuntimeError, AttributeError, KeyError, TypeError, ValueError) as error:
        return [("index", f"the cover pages cannot be read ({type(error).__name__})")]
    strings = [string for page in printed for string in _without_heads(page)]
    title = as_printed(wording.INDEX_TITLE)
    starts = [n for n, string in enumerate(strings) if string == title]
    if not starts:
        return [("index", "there is no index")]
    # A heading too long for its line is two strings, so only the letters are compared.
    matching = [start for start in starts if _letters(strings[start:]) == _letters(map(as_printed, wanted))]
    if not matching:
        return [("index", "the index is not that of the plan: its order, titles, pages or what was left out differ")]
    before = [_letters(_without_heads(strings[:start], KEY_HEAD)) for start in matching]
    if opening and _letters(map(as_printed, opening)) not in before:
        return [("index", "what the cover says before its index is not what the plan and the approval say")]
    return []


def _printed(page: Any, number: int, pages: int, facts: ReleaseFacts) -> list[str]:
    """The strings of a page in order, without its band."""
    text = read_content(page.Contents.read_bytes())
    band = {wording.COVER_REFERENCE.format(reference=facts.reference), wording.DRAFT}
    band.add(wording.PAGE_OF.format(page=number, pages=pages))
    ours = {as_printed(string) for string in band}
    return [shown.text for shown in text.shown if not (shown.tagged == "Artifact" and shown.text in ours)]


def _without_heads(strings: Sequence[str], of: Sequence[str] = _HEAD) -> Iterator[str]:
    head = tuple(as_printed(string) for string in of)
    at = 0
    while at < len(strings):
        if tuple(strings[at : at + len(head)]) == head:
            at += len(head)
            continue
        yield strings[at]
        at += 1


def _letters(strings: Iterable[str]) -> str:
    return "".join("".join(string.split()) for string in strings)
