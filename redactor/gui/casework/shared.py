# SPDX-License-Identifier: AGPL-3.0-or-later
"""A drawn page handed from process to process in memory that both can see: some megabytes are not pushed through two
pipes on their way to the window. The memory has no place on a disk, and its name is gone as soon as the page is taken.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path
from typing import TYPE_CHECKING

from redactor.domain.geometry import Box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: On Windows memory is gone once nobody holds it: whoever drew the last few pages keeps them until they were taken.
_KEPT: deque[SharedMemory] = deque(maxlen=6)
#: Every name begins so, and goes on with the number of the process that drew.
_NAMED = "redactor-"
#: Where Linux shows what there is of such memory.
_SHOWN = Path("/dev/shm")


@dataclass(frozen=True, slots=True)
class Held:
    """Pixels by rows of ``stride`` bytes, RGB: in the memory called ``name``, or where there is none, in ``data``."""

    width: int
    height: int
    stride: int
    name: str = ""
    data: bytes = b""


def draw_held(data: bytes, password: str, page: int, scale: float, clip: Box | None = None) -> Held:
    """A task for a worker: draw a page as :func:`redactor.bundle.tasks.page_pixels` does. Raises as it does."""
    from redactor.bundle.tasks import page_pixels

    return _hold(page_pixels(data, password, page, scale, clip))


def _hold(pixels: NDArray[np.uint8]) -> Held:
    import numpy as np

    height, width = pixels.shape[:2]
    try:
        memory = SharedMemory(f"{_NAMED}{os.getpid()}-{secrets.token_hex(8)}", create=True, size=pixels.nbytes)
    except OSError:
        # There is none of this kind here, or no room in it.
        return Held(width, height, width * 3, data=pixels.tobytes())
    try:
        if not _written(memory, pixels):
            np.ndarray(pixels.shape, pixels.dtype, memory.buf)[...] = pixels
    except OSError:
        # Room is only taken as it is filled; to fill it through the map where none is left ends the process.
        memory.close()
        memory.unlink()
        return Held(width, height, width * 3, data=pixels.tobytes())
    if sys.platform == "win32":
        _KEPT.append(memory)
    else:
        memory.close()
    return Held(width, height, width * 3, memory.name)


def _written(memory: SharedMemory, pixels: NDArray[np.uint8]) -> bool:
    """The pixels written as into a file, where the memory is listed as one: half the time of filling it through the
    map, where each few thousand bytes are fetched by a fault of their own. False where that is not so. Raises OSError
    when there is no room for them."""
    try:
        file = (_SHOWN / memory.name).open("r+b", buffering=0)
    except OSError:
        return False
    with file:
        done, left = 0, pixels.data.cast("B")
        while done < left.nbytes:
            done += file.write(left[done:]) or 0
    return True


@contextmanager
def taken(held: Held) -> Iterator[memoryview]:
    """The pixels, for as long as the block lasts; nobody can take them again. Nothing may refer to them after it."""
    if not held.name:
        yield memoryview(held.data)
        return
    memory = SharedMemory(held.name)
    memory.unlink()
    try:
        assert memory.buf is not None, "it was opened just now"
        yield memory.buf
    finally:
        memory.close()


def wipe_left_behind() -> None:
    """Remove what processes left that were ended by force before a page of theirs was taken."""
    if sys.platform == "win32":
        return  # it is gone with the processes
    import psutil  # here: the window starts without it

    for path in _SHOWN.glob(f"{_NAMED}*"):
        number = path.name.removeprefix(_NAMED).partition("-")[0]
        if number.isdigit() and not psutil.pid_exists(int(number)):
            with contextlib.suppress(OSError):
                path.unlink()
