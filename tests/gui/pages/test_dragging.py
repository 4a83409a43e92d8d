# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dragged by a mouse on a real display: one person onto another, one document above another."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gui.conftest import PASSPHRASE

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def display() -> Iterator[str]:
    """A display of its own."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is missing here: nothing can be dragged without a display")
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as screen:
        assert screen.stdout
        yield ":" + screen.stdout.readline().strip()
        screen.terminate()


def test_a_mouse_drags_people_together_and_documents_into_order(display: str, case_path: Path, tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    environment = kept | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.dragger", str(case_path), PASSPHRASE],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    first, second = told["people"][:2]
    assert f"{second} is {first}?" in told["asked"]
    assert len(told["before"]) == 2 and told["after"] == told["before"][::-1]
