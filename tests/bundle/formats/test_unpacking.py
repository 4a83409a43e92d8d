# SPDX-License-Identifier: AGPL-3.0-or-later
"""7-Zip and RAR archives give their files out some at a time; what cannot be unpacked takes no other file with it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import py7zr
import pytest
import rars

from redactor.bundle import tasks
from redactor.bundle.formats import batches
from redactor.bundle.held import Held, OnDisk
from redactor.bundle.kinds import NeedsPassword, file_kind
from redactor.domain.errors import BadInput

FILES = [
    ("letters/first.txt", b"Gareth Pole was seen."),
    ("second.txt", b"Meena Dunmore rang." * 50),
    ("none.txt", b""),
]
#: Makes an archive of files: with a password, with names locked too, with all files packed as one.
Make = Callable[..., bytes]


def seven_zip(files=FILES, password: str = "", *, names_too: bool = False) -> bytes:
    held = io.BytesIO()
    with py7zr.SevenZipFile(held, "w", password=password or None, header_encryption=names_too) as archive:
        for name, data in files:
            archive.writestr(data, name)
    return held.getvalue()


def rar(
    files=FILES, password: str = "", *, names_too: bool = False, made_as: str = "rar50", solid: bool = True
) -> bytes:
    made = rars.RarBuilder(format=made_as, password=password or None, encrypt_headers=names_too, solid=solid)
    for name, data in files:
        made.add_bytes(data, name)
    return bytes(made.to_bytes())


def old_rar(files=FILES, password: str = "", *, names_too: bool = False) -> bytes:
    """As WinRAR 3 and 4 wrote them."""
    return rar(files, password, names_too=names_too, made_as="rar40", solid=False)


kinds = pytest.mark.parametrize(("kind", "make"), [("7z", seven_zip), ("rar", rar), ("rar", old_rar)])


def unpacked(data: Held, kind: str, passwords: tuple[str, ...] = ()) -> tuple[list[tuple[str, bytes, str]], int]:
    """(name, bytes, what is wrong) of each file, and in how many batches they came."""
    names, password = tasks.archive_names(data, "a", kind, passwords)
    found: list[tuple[bytes, str]] = []
    times = 0
    while len(found) < len(names):
        found += tasks.archive_files(data, kind, password, len(found))
        times += 1
    return [(name, *one) for name, one in zip(names, found, strict=True)], times


@kinds
def test_every_file_from_memory_and_from_the_disk(kind: str, make: Make, tmp_path: Path) -> None:
    data = make()
    assert file_kind(data) == kind
    expected = [(name, content, "") for name, content in FILES]
    assert unpacked(data, kind) == (expected, 1)
    (tmp_path / "a").write_bytes(data)
    assert unpacked(OnDisk.of(tmp_path / "a"), kind) == (expected, 1)


@kinds
@pytest.mark.parametrize("names_too", [False, True])
def test_a_locked_one_opens_with_its_password(kind: str, make: Make, names_too: bool) -> None:
    data = make(password="Sesame 1", names_too=names_too)
    with pytest.raises(NeedsPassword, match="needs a password"):
        tasks.archive_names(data, "a", kind)
    with pytest.raises(NeedsPassword, match="given does not open"):
        tasks.archive_names(data, "a", kind, ("wrong",))
    found, _ = unpacked(data, kind, ("wrong", "Sesame 1"))
    assert [(name, content) for name, content, _ in found] == FILES


@kinds
def test_half_of_one_is_refused(kind: str, make: Make) -> None:
    data = make()
    with pytest.raises(BadInput, match="damaged") as refused:
        tasks.archive_names(data[: len(data) // 2], "a", kind)
    assert not isinstance(refused.value, NeedsPassword)


def test_two_files_of_one_name_are_two_files() -> None:
    twice = [("a.txt", b"one"), ("b.txt", b"two"), ("a.txt", b"three")]
    found, _ = unpacked(seven_zip(twice), "7z")
    assert [content for _, content, _ in found] == [b"one", b"two", b"three"]


@kinds
def test_no_more_is_held_than_comes_together(kind: str, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "TOGETHER", 1000)
    monkeypatch.setattr(batches, "MOST_OF_ONE", 2000)
    files = [(f"{n}.txt", bytes((65 + n,)) * size) for n, size in enumerate((600, 300, 1500, 2500, 400))]
    found, times = unpacked(make(files), kind)
    assert times == 4
    assert [(name, content) for name, content, wrong in found if not wrong] == [*files[:3], files[4]]
    assert found[3][2] == "it unpacks to more than 0 MB"


@kinds
def test_a_bomb_is_refused(kind: str, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "MOST_BYTES", 500)
    with pytest.raises(BadInput, match="unpacks to more"):
        tasks.archive_names(make(), "a", kind)


def noise(seed: int) -> bytes:
    return bytes((n * n * seed + n * 31) % 251 for n in range(3000))


@pytest.mark.parametrize(("kind", "make"), [("7z", seven_zip), ("rar", old_rar)])
def test_what_is_damaged_is_named_and_the_files_before_it_come_out(kind: str, make: Make) -> None:
    files = [(f"{n}.bin", noise(n + 1)) for n in range(4)]
    data = bytearray(make(files))
    sound, _ = unpacked(bytes(data), kind)
    data[int(len(data) * 0.7)] ^= 0xFF
    found, _ = unpacked(bytes(data), kind)
    assert found[0] == sound[0]
    wrong = [problem for *_, problem in found if problem]
    assert wrong and set(wrong) == {"it cannot be unpacked: the archive is damaged here"}
    assert all(content == files[number][1] for number, (_, content, problem) in enumerate(found) if not problem)


def test_a_link_in_an_archive_is_named() -> None:
    made = rars.RarBuilder()
    made.add_bytes(b"one", "a.txt")
    made.add_unix_symlink("passwords", "/etc/passwd")
    found, _ = unpacked(bytes(made.to_bytes()), "rar")
    assert found == [("a.txt", b"one", ""), ("passwords", b"", "this is a link to another file")]


def test_one_part_of_several_says_so(tmp_path: Path) -> None:
    made = rars.RarBuilder(store=True, volume_size=4000)
    made.add_bytes(noise(3) * 3, "long.bin")
    made.write_volumes(str(tmp_path / "a.part1.rar"))
    parts = sorted(tmp_path.iterdir())
    assert len(parts) > 1
    for part in parts:
        with pytest.raises(BadInput, match="one part of an archive in several files"):
            tasks.archive_names(part.read_bytes(), part.name, "rar")
