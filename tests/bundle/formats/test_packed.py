# SPDX-License-Identifier: AGPL-3.0-or-later
"""Archives and mailboxes give their files out, and never more than is bearable."""

from __future__ import annotations

import io
import zipfile

import pytest

from redactor.bundle.formats import packed
from redactor.bundle.kinds import file_kind
from redactor.bundle.unopened import misnamed, other_kind
from redactor.domain.errors import BadInput


def zipped(**files: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return held.getvalue()


def test_the_files_of_an_archive() -> None:
    members, password = packed.members(zipped(a__b_dot_txt=b"one", c_dot_txt=b"two"), "x.zip")
    assert password == "" and [(member.name, member.read()) for member in members] == [
        ("a/b.txt", b"one"),
        ("c.txt", b"two"),
    ]


def test_names_that_would_climb_out_are_only_names() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("../../etc/passwd", b"x")
        archive.writestr("__MACOSX/._a", b"x")
    members, _ = packed.members(held.getvalue(), "x.zip")
    assert [(member.name, member.litter) for member in members] == [("etc/passwd", False), ("__MACOSX/._a", True)]


def test_a_bomb_is_refused_by_what_comes_out_and_not_by_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_MOST_BYTES", 1000)
    data = bytearray(zipped(bomb=bytes(200_000)))
    (member,), _ = packed.members(bytes(data), "x.zip")
    with pytest.raises(BadInput, match="unpacks to more than"):
        member.read()


def test_a_budget_ends() -> None:
    budget = packed.Budget(files=3, size=100)
    budget.spend(3, 90, "x")
    with pytest.raises(BadInput, match="more comes out"):
        budget.spend(0, 11, "x")


@pytest.mark.parametrize("keep", [0.3, 0.8, 0.99])
def test_half_an_archive_is_refused(keep: float) -> None:
    data = zipped(a=bytes(range(256)) * 40, b=b"two")
    with pytest.raises(BadInput, match="damaged"):
        packed.members(data[: int(len(data) * keep)], "x.zip")


def test_a_broken_file_in_an_archive_is_named() -> None:
    data = bytearray(zipped(a=bytes(range(256)) * 40))
    data[60:70] = bytes(10)
    (member,), _ = packed.members(bytes(data), "x.zip")
    with pytest.raises(BadInput, match="cannot be unpacked"):
        member.read()


def test_the_messages_of_a_mailbox() -> None:
    data = (
        b"From jo@x.example Mon Jan  1 00:00:00 2024\nFrom: jo@x.example\nSubject: one\nDate: x\n\nbody\n"
        b">From here on\n\n"
        b"From kyle@x.example Mon Jan  1 00:00:00 2024\nFrom: kyle@x.example\nSubject: two\nDate: y\n\nFrom me\n"
    )
    assert file_kind(data) == "mbox"
    one, two = packed.mailbox(data)
    assert one.read().endswith(b"body\nFrom here on\n\n") and two.read().startswith(b"From: kyle@x.example")


def test_a_mailbox_that_does_not_say_when_its_messages_came_gives_them_all() -> None:
    data = b"From - \nFrom: jo@x.example\nDate: x\n\none\n\nFrom - \nFrom: kyle@x.example\nDate: y\n\nFrom - me\n"
    assert file_kind(data) == "mbox"
    assert [member.read()[-5:] for member in packed.mailbox(data)] == [b"one\n\n", b"- me\n"]
    (only,) = packed.mailbox(b"From somebody\nFrom: jo@x.example\nDate: x\n\none\n")
    assert only.read().endswith(b"one\n")


def test_what_is_never_opened_is_called_by_its_name() -> None:
    assert "recording" in other_kind(b"\0\0\0\x18ftypmp42")[0]
    assert "gzip" in other_kind(b"\x1f\x8b....")[0]
    assert other_kind(b"\x01\x02\x03") == ("", "")
    assert misnamed("text", "letter.PDF") and not misnamed("text", "letter.txt") and not misnamed("mail", "a.msg")
