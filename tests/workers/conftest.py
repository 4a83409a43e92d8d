# SPDX-License-Identifier: AGPL-3.0-or-later
"""Workers start as they do for users: their starting and ending is what is tested here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import started


@pytest.fixture(autouse=True)
def from_nothing() -> Iterator[None]:
    with started.from_nothing():
        yield
