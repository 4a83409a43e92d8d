# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reading, OCR and finding leave nothing on the disk and ask nothing of a network."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

WORK = """
import socket, sys
def refuse(*a, **k): raise AssertionError("asked for the network")
socket.socket.connect = refuse
socket.getaddrinfo = refuse
import io
import pymupdf
from redactor.bundle import tasks
from redactor.detect.tasks import names_in
with pymupdf.open() as made:
    page = made.new_page()
    page.insert_text((72, 100), "Seen with Gareth Pole and his mother.", fontsize=16)
    picture = page.get_pixmap(dpi=150).tobytes("png")
with pymupdf.open() as scan:
    scan.new_page().insert_image((0, 0, 595, 842), stream=picture)
    data = scan.tobytes()
content = tasks.ocr_page(data, "", 1)
assert "Gareth" in content.text, content.text
assert names_in([content.text])[0]
"""


@pytest.mark.slow
def test_nothing_is_written_to_the_users_folders(tmp_path: Path):
    home, temp = tmp_path / "home", tmp_path / "temp"
    home.mkdir()
    temp.mkdir()
    folders = {"HOME": home, "USERPROFILE": home, "XDG_CACHE_HOME": home, "XDG_CONFIG_HOME": home, "LOCALAPPDATA": home}
    environment = os.environ | {key: str(path) for key, path in folders.items()}
    environment |= {"TMPDIR": str(temp), "TEMP": str(temp), "TMP": str(temp), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", WORK], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [str(path) for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_ocr_engine_holds_no_sender():
    """The pinned onnxruntime has no code that sends usage data; a newer one has an address of its maker in it."""
    import onnxruntime

    folder = Path(onnxruntime.__file__).parent / "capi"
    libraries = [*folder.glob("*.so*"), *folder.glob("*.dll"), *folder.glob("*.pyd"), *folder.glob("*.dylib")]
    assert libraries
    assert not [path.name for path in libraries if b"OneCollector" in path.read_bytes()]
