# SPDX-License-Identifier: AGPL-3.0-or-later
"""Letters through which the paper shows are as dark in a release as in the source, and it can be released."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest

from redactor.release.verify.picture import open_pdf
from redactor.release.verify.source import SourcePage
from tests.release.papers import SECRET, Case

LINES = (
    f"To the office on Tuesday {SECRET} came with the worker and talked a while",
    "Afterwards he saw nobody near the gate, and the dog ran to the fence",
    f"We are not sure if {SECRET} can be reached at noon or in the evening",
)


def paper(opacity: float) -> bytes:
    """A page of black letters of which so much covers the paper."""
    with pymupdf.open() as document:
        page = document.new_page()
        for n, line in enumerate(LINES):
            page.insert_text((60, 82 + 30 * n), line, fontsize=11, fill_opacity=opacity)
        return bytes(document.tobytes())


@pytest.mark.parametrize("opacity", [0.6, 1.0])
def test_the_source_is_drawn_as_dark_as_it_is(opacity: float) -> None:
    data = paper(opacity)
    source = SourcePage(open_pdf(data), data, "", 1, 595, 842)
    assert abs(int(source.picture(1653, 2339).min()) - round(255 * (1 - opacity))) <= 2


def test_such_a_page_can_be_released(tmp_path: Path) -> None:
    case = Case()
    case.add(paper(0.6))
    assert case.release(tmp_path / "out").report.verified
