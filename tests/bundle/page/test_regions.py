# SPDX-License-Identifier: AGPL-3.0-or-later
"""Photographs and signatures on scanned pages become boxes to decide; print, tables, logos and grain do not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from redactor.bundle import tasks
from redactor.bundle.page.kept_regions import regions_in
from redactor.casefile.codec import pack_page, unpack_page
from redactor.domain.geometry import Box
from redactor.domain.mentions import Label, Status, Tier
from redactor.domain.pages import PageContent, PictureKind, Region
from redactor.operations.deciding.settle import settle
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.left.todo import left_to_do
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.todo_items import TodoKind
from tests.conftest import PASSPHRASE
from tests.scans import DPI, copied, faxed, printed, scanned, scribbled

LETTER = ["Dear Miss Bannister,", "The review is on Monday 3 June.", "Yours sincerely", "", "", "Hamish Rose"]


def letter() -> Image.Image:
    return printed(LETTER, height=420)


def signed(image: Image.Image) -> Image.Image:
    return scribbled(image, 40, 112, 110, 40)


def pictured(image: Image.Image, x: float = 240, y: float = 200, side: float = 130) -> Image.Image:
    """With a soft picture of many greys on it; in points."""
    rng = np.random.default_rng(4)
    count = int(side * DPI / 72)
    small = rng.uniform(20, 215, (9, 9)).astype(np.uint8)
    soft = np.asarray(Image.fromarray(small).resize((count, count), Image.Resampling.BICUBIC), np.float64)
    held = image.copy()
    held.paste(Image.fromarray(np.clip(soft + rng.normal(0, 6, soft.shape), 0, 255).astype(np.uint8)), (
        int(x * DPI / 72), int(y * DPI / 72),
    ))  # fmt: skip
    return held


def crested(image: Image.Image) -> Image.Image:
    """With a logo: flat shapes of two greys."""
    pen = ImageDraw.Draw(image)
    pen.ellipse((640, 60, 840, 260), fill=120)
    pen.rectangle((690, 110, 790, 210), fill=200)
    return image


def read(image: Image.Image) -> PageContent:
    return tasks.ocr_page(scanned(image), "", 1)


def kinds(content: PageContent) -> list[PictureKind]:
    return [region.kind for region in regions_in(content)]


@pytest.mark.parametrize("change", [lambda image: image, copied, faxed], ids=["clean", "copied", "faxed"])
def test_print_is_no_picture(change: Callable[[Image.Image], Image.Image]) -> None:
    assert kinds(read(change(letter()))) == []


def test_a_logo_and_a_scribble_nobody_asked_for_are_none() -> None:
    assert kinds(read(crested(letter()))) == []
    loose = scribbled(printed(["A page of notes.", "Nobody signs it."], height=420), 40, 250, 110, 40)
    assert kinds(read(loose)) == []


def test_a_signature_and_a_photograph_are_found_where_they_are() -> None:
    regions = regions_in(read(copied(pictured(signed(letter())))))
    assert sorted(region.kind for region in regions) == [PictureKind.PHOTOGRAPH, PictureKind.SIGNATURE]
    boxes = {region.kind: region.box for region in regions}
    assert boxes[PictureKind.PHOTOGRAPH].overlap(Box(240, 200, 370, 330)) > 0.9
    assert boxes[PictureKind.SIGNATURE].overlap(Box(35, 105, 160, 160)) > 0.9


def test_regions_are_kept_with_the_page() -> None:
    content = read(signed(letter()))
    state = (content.page, content.width, content.height, str(content.status), content.problem, content.needs_eyes)
    assert regions_in(unpack_page(pack_page(content), *state)) == regions_in(content) != []
    assert all(isinstance(region, Region) for region in regions_in(content))


def test_they_are_decided_one_by_one_and_hide_their_box(tmp_path: Path, pool) -> None:
    (tmp_path / "scan.pdf").write_bytes(scanned(pictured(signed(letter()))))
    with new_case(tmp_path / "c.case", PASSPHRASE, reference="R", subject="Priscilla Bannister") as case:
        add_paths(case, [tmp_path / "scan.pdf"], pool)
        analyse(case, pool)
        view = CaseView(case)
        pictures = [m for m in view.mentions if m.label is Label.OTHER]
        assert len(pictures) == 2 and all(m.tier is Tier.POSSIBLE and m.person == "" for m in pictures)
        items = [
            i
            for i in left_to_do(view, residual=False)
            if i.kind is TodoKind.POSSIBLE and "A part of the page" in i.text
        ]
        assert len(items) == 2
        photo = next(item for item in items if "photograph" in item.text)
        settle(view, [photo], "redact", "shows her brother")
        statuses = {m.why.split(":")[0]: view.outcomes[m.document, m.page].statuses[m.id] for m in pictures}
        assert statuses["looks like a photograph"] is Status.REDACTED
        assert statuses["looks like a signature"] is Status.PROPOSED
        (redaction,) = view.outcomes[pictures[0].document, 1].plan.redactions
        assert redaction.boxes[0].overlap(Box(240, 200, 370, 330)) > 0.9
        # It holds after another analysis.
        analyse(case, pool)
        again = CaseView(case)
        assert sum(s is Status.REDACTED for s in again.outcomes[pictures[0].document, 1].statuses.values()) == 1
