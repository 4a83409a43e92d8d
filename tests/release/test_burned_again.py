# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page whose lines come out wrong when they are set again is burned once more as it was; nothing more is let by."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pymupdf
import pytest

from redactor.domain.errors import Refused
from redactor.domain.geometry import Box
from redactor.domain.pages import Word, WordSource
from redactor.release import assemble, export
from redactor.release.burn import cover
from redactor.release.burn import page as burning
from redactor.release.burn.boxes import Around, pixel_boxes
from redactor.release.trouble import PageNotBurned
from redactor.release.verify import looks
from tests.release.papers import RELEASE, Case, Inline, letter
from tests.release.test_line_setting import case_of

NAME = "Bartholomew Fitzgerald"


def two_pages() -> Case:
    with pymupdf.open() as document:
        for number in (1, 2):
            page = document.new_page()
            for n in range(6):
                page.insert_text((60, 90 + 25 * n), f"On day {n} of part {number} {NAME} came by for a cup of tea.")
        data = document.tobytes(no_new_id=True)
    return case_of(data, (NAME,))


def clumsy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The burner misplaces what it moves on the page that tells of part 2."""
    real = burning.set_again

    def wrong(listed, page, step, words, hidden, taken, left):  # type: ignore[no-untyped-def]
        done = real(listed, page, step, words, hidden, taken, left)
        if left or not any(word.text == "2" for word in words[:8]):
            return done
        aside = (word.box._replace(x0=word.box.x0 + 9, x1=word.box.x1 + 9) for word in done.words)
        return replace(done, words=tuple(w._replace(box=box) for w, box in zip(done.words, aside, strict=True)))

    monkeypatch.setattr(burning, "set_again", wrong)


@pytest.mark.parametrize("fault", [StopIteration, IndexError, ValueError])
def test_a_fault_in_setting_lines_again_leaves_them_as_they_were(
    fault: type[Exception], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = burning.set_again

    def failing(listed, page, step, words, *rest):  # type: ignore[no-untyped-def]
        if any(word.text == "2" for word in words[:8]):
            raise fault
        return real(listed, page, step, words, *rest)

    monkeypatch.setattr(burning, "set_again", failing)
    result = two_pages().release(tmp_path / "out", RELEASE)
    assert (result.widths["boxes_set_again"], result.widths["boxes_whose_width_may_show"]) == (6, 6)
    assert "setting it again failed" in {width.why for released in result.released for width in released.widths}


def test_one_page_with_a_fault_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def failing(*given: object) -> None:
        raise LookupError

    monkeypatch.setattr(burning, "cover", failing)
    with pytest.raises(PageNotBurned, match="page 1"):
        two_pages().release(tmp_path / "out", RELEASE)


def test_one_page_that_fails_does_not_keep_the_record_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    clumsy(monkeypatch)
    result = two_pages().release(tmp_path / "out", RELEASE)
    report = json.loads((tmp_path / "out" / "verification.json").read_text(encoding="utf-8"))
    assert result.report.verified and report["verified"]
    assert result.widths["boxes_set_again"] == 6, "the sound page keeps its lines set again"
    assert result.widths["boxes_whose_width_may_show"] == 6
    whys = {width.why for released in result.released for width in released.widths}
    assert whys == {"", "set again it could not be verified"}, "which the internal log tells box by box"


def test_it_is_tried_once_and_only_for_what_setting_again_can_break(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    burned: list[frozenset[int]] = []
    real = assemble.burn_release

    def counting(*given):  # type: ignore[no-untyped-def]
        burned.append(given[-1])
        return real(*given)

    monkeypatch.setattr(export, "burn_release", counting)
    # Labels off their boxes: burning once more does not mend that.
    shown = burning._print_label
    monkeypatch.setattr(
        burning,
        "_print_label",
        lambda marks, boxes, *rest: shown(marks, tuple(b._replace(y0=b.y0 + 40, y1=b.y1 + 40) for b in boxes), *rest),
    )
    with pytest.raises(Refused, match="is not released"):
        two_pages().release(tmp_path / "out", RELEASE)
    assert len(burned) <= 2 and not (tmp_path / "out").exists()
    assert not list(tmp_path.iterdir()), "nothing is left behind"


def test_a_release_without_boxes_of_their_own_is_burned_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    clumsy(monkeypatch)
    case = two_pages()
    plan = replace(case.plan, settings=(("box-width", "as-is"),))
    done = export.write_release(tmp_path / "o", plan, case.documents, case.source, case.content, RELEASE, Inline())
    assert done.widths["boxes_whose_width_may_show"] == 12


def test_one_line_that_fails_leaves_the_others_of_its_page_set_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = burning.draw

    def smeared(document, index, again=None):  # type: ignore[no-untyped-def]
        """The last words of the second line come out as something else when lines are set again."""
        drawn = real(document, index, again)
        if index == 0 and again is not None and not tried:
            tried.append(index)
            drawn.pixels[300:325, 900:1100] = 255
            drawn.pixels[300:325, 900:1100:3] = 0
        return drawn

    tried: list[int] = []
    monkeypatch.setattr(burning, "draw", smeared)
    result = two_pages().release(tmp_path / "out", RELEASE)
    counts = result.widths
    assert (counts["boxes_set_again"], counts["boxes_whose_width_may_show"]) == (11, 1)
    assert result.report.verified


def test_lines_known_to_fail_are_left_alone_from_the_start(tmp_path: Path) -> None:
    case = two_pages()
    (sha,) = case.documents
    (box,) = case.pages[1].redactions[2].boxes
    told: list[str] = []
    done = export.write_release(
        tmp_path / "o", case.plan, case.documents, case.source, case.content, RELEASE, Inline(),
        left={(sha, 2): ((box.y0, box.y1),)}, progress=lambda n, total, text: told.append(text),
    )  # fmt: skip
    assert done.widths["boxes_whose_width_may_show"] == 1
    assert told.count("burning") == 2, "each page once"


def test_letters_that_would_look_out_are_covered_in_the_end_whatever_it_takes_of_the_lines_beside(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    cut: list[bool] = []
    real = cover.pixel_boxes

    def counting(*given, uncut, **more):
        cut.append(uncut)
        return real(*given, uncut=uncut, **more)

    monkeypatch.setattr(cover, "pixel_boxes", counting)
    monkeypatch.setattr(looks, "flat_problems", lambda *given, **more: (0, [] if cut[-1] else [((), ())]))
    monkeypatch.setattr(looks, "letters_outside", lambda source, trimmed, picture: len(trimmed))
    case = Case()
    case.add(letter())
    done = case.release(tmp_path / "out", RELEASE)
    assert done.report.verified and cut[-1] and not cut[0]


def test_a_box_gives_back_what_hangs_into_it_unless_it_may_not() -> None:
    pixels = np.full((60, 100), 255, dtype=np.uint8)
    pixels[4:23, 20:24] = 0  # a tail of the line above, which ends in the box
    pixels[30:36, 30:70] = 0  # what the box hides
    above = Around([Word("gyp", Box(10, 2, 40, 24), 0, WordSource.TEXT)], [])
    box = Box(10, 18, 90, 40)
    (given,) = pixel_boxes([box], above, pixels, 100, 60)
    (kept,) = pixel_boxes([box], above, pixels, 100, 60, uncut=True)
    assert kept.y0 < given.y0 and kept.y0 <= 18
