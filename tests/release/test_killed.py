# SPDX-License-Identifier: AGPL-3.0-or-later
"""An export whose process is killed outright leaves nothing under its name, and nothing that was hidden."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.release.papers import SECRET, every_kind

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import sys, time
from pathlib import Path
from redactor.release.export import write_release
from tests.release.papers import RELEASE, Inline, every_kind

def linger(done, total, what):
    print(what, done, flush=True)
    time.sleep(0.4)

case = every_kind()
held = (case.plan, case.documents, case.source, case.content)
write_release(Path(sys.argv[1]), *held, RELEASE, Inline(), progress=linger)
"""


@pytest.mark.timeout(200)
@pytest.mark.parametrize("stage", ["burning 2", "verifying 4"])
def test_a_killed_export_leaves_nothing_under_its_name_and_nothing_hidden(stage: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path), "HOME": str(tmp_path)}
    running = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(out)], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    for line in running.stdout:
        what, done = line.split()
        if what == stage.split()[0] and int(done) >= int(stage.split()[1]):
            break
    running.kill()
    running.wait()
    time.sleep(0.1)
    assert not out.exists()
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert left  # it was killed in the middle of its work
    for path in left:
        data = path.read_bytes().lower()
        assert not [word for word in SECRET.lower().split() if word.encode() in data]
    every_kind().release(out)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".out")] == []
