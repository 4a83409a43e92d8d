# SPDX-License-Identifier: AGPL-3.0-or-later
"""What comes out of an archive at a time: some files together, so that nobody holds all of it. Pure.

In most archives a file is packed with those before it, and unpacking begins at the first: so few batches are quick,
and small ones spare memory.
"""

from __future__ import annotations

from collections.abc import Sequence

from redactor.domain.errors import BadInput
from redactor.domain.saying import say

#: Out of one archive at most; one file of it; and together (bytes): what a worker and who asks it hold at once.
MOST_BYTES, MOST_OF_ONE, TOGETHER = 2 << 30, 128 << 20, 32 << 20
MOST_FILES = 20_000
UNPACK = "Unpack it on this PC, and add the folder"
#: The bytes of a file, or what is wrong with it.
Unpacked = tuple[bytes, str]


def require_bearable(sizes: Sequence[int], name: str) -> None:
    """Raises BadInput for an archive with nothing in it, or out of which more comes than can be borne."""
    if not sizes:
        raise BadInput("the archive is empty", name, "Ask for it again, or leave it out")
    if sum(sizes) > MOST_BYTES or len(sizes) > MOST_FILES:
        do = "Unpack it on this PC, and add the folder in parts"
        raise BadInput(say("it unpacks to more than {most} MB", most=MOST_BYTES >> 20), name, do)


def batch(sizes: Sequence[int], first: int) -> range:
    """The numbers of the files to be unpacked together, from ``first`` on."""
    end, size = first + 1, sizes[first]
    while end < len(sizes) and size + sizes[end] <= TOGETHER:
        size += sizes[end]
        end += 1
    return range(first, end)


def too_large(size: int) -> str:
    """What is wrong with a file of so many bytes; "" when nothing is."""
    return say("it unpacks to more than {most} MB", most=MOST_OF_ONE >> 20) if size > MOST_OF_ONE else ""
