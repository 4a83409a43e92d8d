# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where the data of the text recognition program Tesseract may lie on this PC. The program itself is not needed.

Redactor carries no such data: whoever reads Welsh scans installs it (some 6 MB). Nothing is fetched.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from redactor.domain.errors import BadInput
from redactor.domain.saying import say

#: Names a folder of data that lies elsewhere; Tesseract's own variable is asked too.
VARIABLE: Final = "REDACTOR_TESSDATA"
_OWN: Final = "TESSDATA_PREFIX"
_ENDING = ".traineddata"
_LINUX = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
_BESIDE = ("tessdata", "../share/tessdata", "../share/tesseract-ocr/5/tessdata")


def folder_with(languages: str) -> str | None:
    """The first folder that holds the data of all these languages ("cym+eng"); None when there is none."""
    wanted = [f"{language}{_ENDING}" for language in languages.split("+")]
    for folder in folders():
        if all((folder / name).is_file() for name in wanted):
            return str(folder)
    return None


def require_folder(languages: str) -> str:
    """As :func:`folder_with`. Raises BadInput that says what to install."""
    found = folder_with(languages)
    if found is None:
        files = " and ".join(f"{language}{_ENDING}" for language in languages.split("+"))
        raise BadInput(
            say("reading Welsh scans needs Tesseract's data, and {files} were not found", files=files),
            do=how_to_install(),
        )
    return found


def how_to_install() -> str:
    """What to install, in plain words."""
    if sys.platform == "win32":
        return (
            "Install Tesseract (choose Welsh among its additional languages), or put the two files into a folder and"
            f" name it in the environment variable {VARIABLE}"
        )
    return (
        "Install the packages tesseract-ocr-cym and tesseract-ocr-eng, or put the two files into a folder and name it"
        f" in the environment variable {VARIABLE}"
    )


def folders(environment: Mapping[str, str] | None = None) -> Iterator[Path]:
    """Every folder such data may lie in, the user's own choice first."""
    given = os.environ if environment is None else environment
    for name in (VARIABLE, _OWN):
        if value := given.get(name, ""):
            # Tesseract's own variable named the folder above the data, once.
            yield Path(value)
            yield Path(value) / "tessdata"
    if program := shutil.which("tesseract", path=given.get("PATH")):
        beside = Path(program).resolve().parent
        yield from ((beside / place).resolve() for place in _BESIDE)
    if sys.platform == "win32":
        for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if value := given.get(name, ""):
                for below in ("Tesseract-OCR", "Programs/Tesseract-OCR"):
                    yield Path(value) / below / "tessdata"
    else:
        yield from map(Path, _LINUX)
