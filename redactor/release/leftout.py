# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is not in the bundle, told to the requester: how many pages, why, and where the same stands. Nothing of what
the pages say, and no file's name."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.domain.catalogue import catalogue
from redactor.domain.plan import EARLIER, NOT_REPEATED, LeftOut, Redaction
from redactor.release import wording
from redactor.release.facts import Released
from redactor.release.logs.entries import LogLine
from redactor.release.sheets import Sheets


def left_sentences(sheets: Sheets, front: int) -> list[str]:
    """One sentence for each run of pages that was left out; ``front`` is the number of cover pages."""
    shown = {
        (sheet.sha256, page): front + sheet.index + 1
        for sheet in sheets.sheets
        if sheet.said is None
        for page in range(sheet.first, sheet.last + 1)
    }
    return [_sentence(left, sheets, shown.get(left.like) if left.like else None) for left in sheets.left_out]


def _sentence(left: LeftOut, sheets: Sheets, page: int | None) -> str:
    many = left.last > left.first
    if left.part < 0:
        count = left.last - left.first + 1
        what = wording.LEFT_DOCUMENT_MANY.format(count=count) if many else wording.LEFT_DOCUMENT_ONE
    else:
        shift = sheets.parts[left.part].first - 1
        form = wording.LEFT_PAGE_MANY if many else wording.LEFT_PAGE_ONE
        what = form.format(first=left.first - shift, last=left.last - shift, document=left.part + 1)
    verb = wording.LEFT_ARE if many and left.part >= 0 else wording.LEFT_IS
    form = wording.LEFT_COPY_MANY if many else wording.LEFT_COPY_ONE
    if left.reason not in NOT_REPEATED:
        form = wording.LEFT_OTHER
    elif page is None:
        form = wording.LEFT_PLAIN
    elif left.reason == EARLIER:
        form = wording.LEFT_EARLIER
    return form.format(what=what, verb=verb, page=page)


def left_out_lines(sheets: Sheets, front: int, listed: Sequence[int]) -> list[Released]:
    """The log's lines for what was left out, numbered after the redactions. ``listed`` are the cover pages on which
    the bundle says so."""
    lines = []
    told = zip(sheets.left_out, left_sentences(sheets, front), listed, strict=True)
    for number, (left, sentence, page) in enumerate(told, start=sheets.highest + 1):
        label, reference = wording.LEFT_LABEL_COPY, ""
        if left.reason not in NOT_REPEATED:
            reason = catalogue()[left.reason]
            label, reference = reason.label, reason.disclosed_reference
        line = LogLine(number, page, (), label, sentence, reference, left_out=True)
        held = tuple(
            Redaction(left.document, n, (), left.reason, label, fields=left.fields, source=left.source)
            for n in range(left.first, left.last + 1)
        )
        lines.append(Released(line, held))
    return lines
