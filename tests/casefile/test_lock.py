# SPDX-License-Identifier: AGPL-3.0-or-later
"""The Windows half of the lock, on a made-up msvcrt: what can be said of it without Windows."""

from __future__ import annotations

import importlib.util
import os
import sys
import types
from pathlib import Path

import pytest

from redactor.casefile import lock


class MadeUpMsvcrt(types.ModuleType):
    """Locks one byte of a file for one descriptor, as msvcrt does."""

    LK_NBLCK, LK_UNLCK = 2, 0

    def __init__(self) -> None:
        super().__init__("msvcrt")
        self.held: dict[tuple[int, int], int] = {}

    def locking(self, fd: int, mode: int, count: int) -> None:
        place = (os.fstat(fd).st_ino, os.lseek(fd, 0, os.SEEK_CUR))
        assert count == 1
        if mode == self.LK_NBLCK:
            if place in self.held:
                raise PermissionError(13, "held")
            self.held[place] = fd
        else:
            assert self.held.pop(place) == fd


@pytest.fixture
def windows_lock(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """The module as it is loaded on Windows."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", MadeUpMsvcrt())
    spec = importlib.util.spec_from_file_location("windows_lock", lock.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "_PAUSE", 0)
    return module


def test_one_holder_at_a_time(windows_lock: types.ModuleType, tmp_path: Path) -> None:
    case = tmp_path / "a.case"
    first = windows_lock.WriteLock.acquire(case)
    # The locked byte lies behind the token, which others must be able to read while it is locked.
    ((_, place),) = sys.modules["msvcrt"].held
    assert place >= 1 << 20
    assert windows_lock.token_of_holder(case) == first.token
    assert windows_lock.WriteLock.acquire(case) is None
    assert windows_lock.WriteLock.held_by_other(case)
    first.release()
    assert not sys.modules["msvcrt"].held
    assert not list(tmp_path.iterdir())
    second = windows_lock.WriteLock.acquire(case)
    assert second.token != first.token
    second.release()


def test_a_file_that_cannot_be_removed_is_left_for_its_user(
    windows_lock: types.ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "a.case"
    held = windows_lock.WriteLock.acquire(case)

    def in_use(path: Path) -> None:
        raise PermissionError(13, "somebody has it open", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", in_use)
        held.release()
    again = windows_lock.WriteLock.acquire(case)
    assert again is not None
    again.release()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_may_not_be_written_is_told(windows_lock: types.ModuleType, tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"."):
        windows_lock.WriteLock.acquire(tmp_path / "none" / "a.case")
    with pytest.raises(OSError, match=r"."):
        lock.WriteLock.acquire(tmp_path / "none" / "a.case")
    assert not lock.WriteLock.held_by_other(tmp_path / "none" / "a.case")
    assert lock.token_of_holder(tmp_path / "none" / "a.case") == ""
