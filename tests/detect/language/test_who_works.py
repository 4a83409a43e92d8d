# SPDX-License-Identifier: AGPL-3.0-or-later
"""The records by which it was learnt who reads as being at work: each line is of a record and of names marked there."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from models.recipe import who_works
from models.recipe.encoder.written import FOLDER
from models.recipe.who_works import readings
from redactor.detect.language.around import FILE


def test_every_record_written_by_hand_was_read() -> None:
    records = readings()
    written = sum(text.read_text(encoding="utf-8").count("\n=== ") for text in FOLDER.rglob("*.txt"))
    assert len(records) == len({record.id for record in records}) == written
    names = [name for record in records for name in record.names]
    assert sum(name.staff is True for name in names) > 2000 < sum(name.staff is False for name in names)
    for record in records:
        assert all(record.text[name.start : name.end].strip() for name in record.names)


def test_a_name_that_is_not_marked_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(who_works, "HERE", tmp_path)
    (tmp_path / "first.txt").write_text("adults-01#0 | Joy; Nobody At All\n", encoding="utf-8")
    with pytest.raises(ValueError, match="Nobody At All"):
        readings()


def test_the_weights_are_those_whose_hash_is_kept() -> None:
    sums = (FILE.parent / "SHA256SUMS").read_text(encoding="utf-8")
    assert f"{hashlib.sha256(FILE.read_bytes()).hexdigest()}  {FILE.name}\n" in sums
