# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages go from process to process in memory that both see, and nothing of them stays behind."""

import os
import subprocess
import sys
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path

import pytest

from redactor.bundle.tasks import page_pixels
from redactor.gui.casework.shared import Held, draw_held, taken, wipe_left_behind
from redactor.workers.pool import Pool
from tests.gui.papers import make_pdf

PAPER = make_pdf((("A page about Jo Smith",),))


def test_a_page_drawn_in_another_process_arrives_whole_and_leaves_nothing() -> None:
    drawn = page_pixels(PAPER, "", 1, 0.5)
    height, width, _ = drawn.shape
    with Pool(slots=1) as pool:
        held = pool.submit(draw_held, PAPER, "", 1, 0.5).result()
        assert held.name and not held.data
        with taken(held) as pixels:
            assert bytes(pixels[: drawn.nbytes]) == drawn.tobytes()
            assert (held.width, held.height, held.stride) == (width, height, width * 3)
            with pytest.raises(FileNotFoundError):
                SharedMemory(held.name)  # its name is gone while it is being read
    with pytest.raises(FileNotFoundError), taken(held):
        pass


def test_where_there_is_no_such_memory_the_pixels_come_along(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("redactor.gui.casework.shared.SharedMemory", none)
    held = draw_held(PAPER, "", 1, 0.5)
    with taken(held) as pixels:
        assert bytes(pixels) == page_pixels(PAPER, "", 1, 0.5).tobytes()
    assert held == Held(held.width, held.height, held.stride, data=held.data)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere such memory is not listed as files")
def test_where_there_is_no_room_left_the_pixels_come_along(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Filled through the map, memory without room ends the process that fills it (SIGBUS)."""

    class Full(SharedMemory):
        """Listed as a file into which nothing more goes."""

        def __init__(self, name: str, create: bool, size: int) -> None:
            super().__init__(name, create, size)
            made.append(self.name)
            (tmp_path / self.name).symlink_to("/dev/full")

    made: list[str] = []
    monkeypatch.setattr("redactor.gui.casework.shared.SharedMemory", Full)
    monkeypatch.setattr("redactor.gui.casework.shared._SHOWN", tmp_path)
    held = draw_held(PAPER, "", 1, 0.5)
    assert made and not held.name and held.data == page_pixels(PAPER, "", 1, 0.5).tobytes()
    with pytest.raises(FileNotFoundError):
        SharedMemory(made[0])


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere such memory is gone with its process, or is not listed")
def test_what_a_process_left_that_was_ended_by_force_is_removed() -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left, mine = (Path("/dev/shm", f"redactor-{number}-0123") for number in (gone.pid, os.getpid()))
    try:
        for path in (left, mine):
            path.write_bytes(b"a page")
        wipe_left_behind()
        assert not left.exists() and mine.exists(), "only of processes that are gone"
    finally:
        left.unlink(missing_ok=True)
        mine.unlink(missing_ok=True)
