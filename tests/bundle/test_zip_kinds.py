# SPDX-License-Identifier: AGPL-3.0-or-later
"""Zips are told apart by what they list, not by what their bytes look like."""

from __future__ import annotations

import io
import mmap
import zipfile
from pathlib import Path

import pytest

from redactor.bundle.kinds import file_kind
from redactor.bundle.zip_kinds import zip_kind
from tests.officemade import docx, odt, xlsx


def stored(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def test_a_zip_of_office_files_that_are_not_packed_tightly_is_a_zip() -> None:
    data = stored({"a/report.docx": docx("Seen with Gareth Pole."), "b.xlsx": xlsx({"A": [["Oswald"]]})})
    assert file_kind(data) == "zip"


@pytest.mark.parametrize("data", [docx("x"), xlsx({"A": [["x"]]}), odt("x", "Siân")])
def test_office_documents_are_told_by_their_parts_even_cut_short(data: bytes) -> None:
    assert zip_kind(data) == "office"
    assert zip_kind(data[: len(data) // 2]) == "office"


def test_other_zips_and_a_file_that_lies_on_the_disk(tmp_path: Path) -> None:
    assert zip_kind(stored({"Index/Document.iwa": b"x"})) == "other"
    assert zip_kind(stored({"Documents/1/FixedDoc.fdoc": b"x", "FixedDocumentSequence.fdseq": b"x"})) == "xps"
    assert zip_kind(stored({"[Content_Types].xml": b"x", "notes.txt": b"x"})) == "zip"
    lying = tmp_path / "big.zip"
    lying.write_bytes(stored({"inner.docx": docx("x")}))
    with lying.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        assert zip_kind(mapped) == "zip"
