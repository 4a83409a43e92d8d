# SPDX-License-Identifier: AGPL-3.0-or-later
"""Keep None, True and False alive under Python 3.11.

PySide6 6.12.0 is built for interpreters in which these never die (3.12 and later) and takes a reference from None
with every call that returns nothing, although it says it runs on 3.10. Measured on 3.11.7: 7,700 such calls and the
interpreter ends with "deallocating None"; 6.11.3 and 6.10.3 do not. Giving the constants references they can never
use up makes them what they are from 3.12 on.
"""

from __future__ import annotations

import ctypes
import sys

#: More than a window could use up in centuries, and far from the sign bit.
PLENTY = 1 << 48


def keep_constants() -> None:
    """Do it once, before the first call into Qt; nothing to do from Python 3.12 on."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for constant in (None, True, False, NotImplemented, Ellipsis):
        # The reference count is the first word of every object (CPython 3.11, Include/object.h).
        count = ctypes.c_ssize_t.from_address(id(constant))
        if count.value < PLENTY:
            count.value += PLENTY
