# SPDX-License-Identifier: AGPL-3.0-or-later
"""A large file is read where it lies: everything found in it is what is found in its bytes."""

from __future__ import annotations

import mmap
import os
import re
from pathlib import Path

import pymupdf
import pytest

from redactor.bundle import held, tasks
from redactor.bundle.kinds import file_kind
from redactor.bundle.mupdf.rawobjects import raw_objects, version_ends
from tests.release.hiding import KINDS

PATTERN = re.compile(rb"startxref\s+\d+\s+%%EOF\r?\n?")


def lying(folder: Path, data: bytes) -> held.OnDisk:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    return held.OnDisk.of(path)


@pytest.fixture
def short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "_STRETCH", 64)
    monkeypatch.setattr(held, "_LONGEST", 40)


@pytest.mark.usefixtures("short_stretches")
@pytest.mark.parametrize("before", range(0, 70, 3))
def test_what_lies_across_two_stretches_is_found_once_and_whole(tmp_path: Path, before: int) -> None:
    data = b"x" * before + b"startxref 123 %%EOF\r\n" + b"y" * 30 + b"startxref 4 %%EOF\n" + b"z" * 200
    mapped = held.raw(lying(tmp_path, data))
    assert isinstance(mapped, mmap.mmap)
    spans = [found.span() for found in held.found_in(PATTERN, mapped)]
    assert spans == [found.span() for found in PATTERN.finditer(data)]


@pytest.mark.usefixtures("short_stretches")
def test_a_file_on_the_disk_says_what_its_bytes_say(tmp_path: Path) -> None:
    for name, kind in list(KINDS.items())[::3]:
        data = kind.make()
        paper = lying(tmp_path, data)
        assert file_kind(held.raw(paper)) == file_kind(data) == "pdf", name
        assert list(raw_objects(held.raw(paper))) == list(raw_objects(data)), name
        assert version_ends(held.raw(paper)) == version_ends(data), name
        assert tasks.identify(paper, "a.pdf") == tasks.identify(data, "a.pdf"), name


def test_a_locked_file_on_the_disk_is_opened_and_cut(tmp_path: Path) -> None:
    document = pymupdf.open()
    for text in ("Seen with Gareth Pole.", "More of it"):
        document.new_page().insert_text((72, 72), text)
    locked = document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="swordfish", owner_pw="other")
    paper = lying(tmp_path, locked)
    found, password = tasks.identify_mended(paper, "a.pdf", ("swordfish",))
    assert (found, password) == tasks.identify_mended(locked, "a.pdf", ("swordfish",))
    first, second = (tasks.split_parts(paper, password, 1, page, most=1) for page in (1, 2))
    assert [(a, b) for a, b, _ in (*first, *second)] == [(1, 1), (2, 2)]
    assert "More" in tasks.read_pages(second[0][2], "", 1, 1)[0].text


def test_a_file_that_was_changed_meanwhile_is_not_believed(tmp_path: Path) -> None:
    paper = lying(tmp_path, b"%PDF-1.4 as it was")
    known = paper.path.stat()
    paper.path.write_bytes(b"%PDF-1.4 as it is.")
    os.utime(paper.path, ns=(known.st_atime_ns, known.st_mtime_ns))
    with pytest.raises(held.Changed, match="was changed while it was being added"):
        held.in_memory(paper)
    paper.path.write_bytes(b"longer than it was before")
    with pytest.raises(held.Changed):
        held.raw(paper)
    paper.path.unlink()
    with pytest.raises(held.Changed):
        held.raw(paper)
