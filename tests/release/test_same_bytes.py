# SPDX-License-Identifier: AGPL-3.0-or-later
"""The same plan and approval give the same bytes: in another process, place, zone, language and number of workers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import hashlib, json, sys
from pathlib import Path
from redactor.workers.pool import Pool
from redactor.release.export import write_release
from tests.release.papers import RELEASE, every_kind

if __name__ == "__main__":
    case, out = every_kind(), Path(sys.argv[1])
    with Pool(slots=int(sys.argv[2])) as pool:
        write_release(out, case.plan, case.documents, case.source, case.content, RELEASE, pool)
    files = sorted(path for path in out.rglob("*") if path.is_file())
    print(json.dumps({path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}))
"""
PLACES = {
    "utc": ({"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}, "1"),
    "kiritimati": ({"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "77", "USER": "somebody"}, "2"),
}


def released(folder: Path, where: str) -> dict[str, str]:
    """The hashes of a release made by a process of its own, started in a folder of its own."""
    settings, workers = PLACES[where]
    home = folder / where / "a folder with blanks"
    home.mkdir(parents=True)
    program = home / "release.py"
    program.write_text(PROGRAM)
    environment = {**os.environ, **settings, "HOME": str(home), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, str(program), str(home / "out"), workers],
        cwd=home, env=environment, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    hashes: dict[str, str] = json.loads(done.stdout)
    return hashes


@pytest.mark.timeout(400)
def test_another_process_zone_language_folder_and_number_of_workers_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = (released(tmp_path, where) for where in PLACES)
    assert {"bundle.pdf", "manifest.json", "redaction-log.pdf", "redaction-log.xlsx"} <= one.keys()
    assert one == other
