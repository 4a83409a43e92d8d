# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shipped pipeline: whole, checked, small, and silent on the network."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest

from redactor.detect.language import lexicon
from redactor.detect.layers import encoder, ner
from redactor.domain.errors import BadInput


def test_the_shipped_pipeline_holds_the_encoder_only_and_is_small() -> None:
    assert ner.pipeline().pipe_names == ["encoder"]
    size = sum(p.stat().st_size for p in encoder.FOLDER.rglob("*") if p.is_file())
    assert size < 40_000_000


def test_it_has_a_licence_and_a_card() -> None:
    assert "Apache License" in (encoder.FOLDER / "LICENCE").read_text(encoding="utf-8")
    assert "all-MiniLM-L6-v2" in (encoder.FOLDER / "README.md").read_text(encoding="utf-8")


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    copy = tmp_path / "model"
    shutil.copytree(encoder.FOLDER, copy)
    ner.check(copy)
    weights = copy / "model.onnx"
    data = bytearray(weights.read_bytes())
    data[1000] ^= 1
    weights.write_bytes(bytes(data))
    with pytest.raises(BadInput, match="not the one that was shipped"):
        ner.check(copy)
    weights.unlink()
    with pytest.raises(BadInput, match="missing"):
        ner.check(copy)


def test_finding_opens_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    ner.pipeline.cache_clear()
    assert next(iter(ner.names(["Kayleigh Barnes lives in Leeds."])))


def test_names_come_in_order_whatever_the_length() -> None:
    long = "Nothing to see here. " * 600 + "Spoke to Kayleigh Barnes."
    found = list(ner.names(["", long, "", "Kayleigh Barnes rang.", ""]))
    assert len(found) == 5
    assert [bool(x) for x in found] == [False, True, False, True, False]
    last = [read for read in found[1] if read.kind == encoder.PERSON][-1]
    assert long[last.start : last.end] == "Kayleigh Barnes"


def test_the_word_lists_are_the_ones_hashed() -> None:
    """The finder's fingerprint reads these hashes, so a list changed without them would not be noticed."""
    ner.check(lexicon.MODELS / "lexicon")
