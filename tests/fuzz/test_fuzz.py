# SPDX-License-Identifier: AGPL-3.0-or-later
"""A small part of the fuzz run (``python -m tests.fuzz`` is all of it): every file ends as pages or a named problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from redactor.workers.pool import Pool
from tests.conftest import PASSPHRASE
from tests.fuzz.making import SEEDS, files, seed
from tests.fuzz.running import run


@pytest.mark.slow
def test_sixty_broken_files_end_as_pages_or_as_named_problems(tmp_path: Path) -> None:
    with Pool(slots=2, deadline=60.0) as pool:
        outcome = run(files(60, 20, with_office=False), tmp_path, pool, PASSPHRASE)
    assert outcome.faults == []
    assert outcome.files == 60 and outcome.pages > 40
    assert outcome.ends["added"] > 15 and outcome.ends["refused"] > 3


def test_the_sound_files_are_sound(tmp_path: Path) -> None:
    """Otherwise nothing would be said by their broken children being refused."""
    sound = [(name, seed(name)) for name in SEEDS if not name.startswith("plan")]
    with Pool(slots=2) as pool:
        outcome = run(sound, tmp_path, pool, PASSPHRASE)
    assert outcome.faults == [] and outcome.ends["refused"] == 0 and outcome.ends["unreadable page"] == 0
    assert outcome.ends["added"] + outcome.ends["opened"] == len(sound)
