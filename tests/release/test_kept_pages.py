# SPDX-License-Identifier: AGPL-3.0-or-later
"""When lines must be burned once more only their pages are, and what was verified before is not taken on trust."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from redactor.release import check, export
from redactor.release.burn import page as burning
from redactor.release.material import Material
from redactor.release.premises import Premises
from redactor.release.verify import pages as verifying
from tests.release.papers import RELEASE, Case, Inline
from tests.release.test_burned_again import clumsy, two_pages


def test_only_the_pages_in_doubt_are_burned_and_compared_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    clumsy(monkeypatch)
    burned: list[int] = []
    compared: list[int] = []
    burn, compare = burning.burn_page, verifying._check_page
    monkeypatch.setattr(burning, "burn_page", lambda source, job: (burned.append(job.inner), burn(source, job))[1])
    monkeypatch.setattr(
        verifying, "_check_page", lambda page, *rest: (compared.append(page.inner), compare(page, *rest))[1]
    )
    two_pages().release(tmp_path / "again", RELEASE)
    assert burned == [1, 2, 2]
    assert [inner for inner in compared if inner] == [1, 2, 2]


@pytest.mark.parametrize("settings", [(), (("layout", "documents"),)], ids=["bundle", "documents"])
def test_pages_that_are_kept_come_out_the_same_to_the_byte(
    settings: tuple[tuple[str, str], ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    layout = dict(settings).get("layout", "bundle")
    clumsy(monkeypatch)
    case = two_pages()
    found = case.release(tmp_path / "found", RELEASE, layout=layout)
    (sha,) = case.documents
    lines = {(sha, 2): tuple((box.y0, box.y1) for redaction in case.pages[1].redactions for box in redaction.boxes)}
    known = case.release(tmp_path / "known", RELEASE, layout=layout, left=lines)
    assert [path.relative_to(found.folder) for path in found.files] == [
        p.relative_to(known.folder) for p in known.files
    ]
    for one, other in zip(found.files, known.files, strict=True):
        assert one.read_bytes() == other.read_bytes()
    assert not [path for path in found.folder.rglob("*") if path.name.startswith(".")]


def test_a_print_holds_for_its_own_page_only(tmp_path: Path) -> None:
    case: Case = two_pages()
    done = case.release(tmp_path / "out", RELEASE)
    given = Material(
        case.plan, case.documents, case.source, case.content, RELEASE, Inline(), "bundle",
        lambda done, total, text: None, lambda: False,
    )  # fmt: skip
    premises = Premises.of(given)
    assert not check.Check(done.folder, given, premises).pages().problems
    proved = premises.proved
    first, second = sorted(proved)
    assert proved[first] != proved[second]
    # The prints of pages that have changed places prove nothing: both are compared, and found right.
    swapped = {first: proved[second], second: proved[first]}
    again = check.Check(done.folder, given, replace(premises, proved=swapped))
    again.pages()
    assert swapped == proved and not again.broken


def test_a_page_that_changed_after_it_was_verified_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The pages that are kept are written a second time: one that comes out otherwise then is not released."""
    clumsy(monkeypatch)
    real = export.Kept.page

    def other(self, sheet):
        page = real(self, sheet)
        assert page.picture is not None
        return burning.Composed(
            page.width, page.height, page.picture, burning.deflate(b"/Artifact BMC\nEMC\n", 9), page.nodes, page.marks
        )

    monkeypatch.setattr(export.Kept, "page", other)
    with pytest.raises(export.Refused):
        two_pages().release(tmp_path / "out", RELEASE)
    assert not list(tmp_path.iterdir())
