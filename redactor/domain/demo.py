# SPDX-License-Identifier: AGPL-3.0-or-later
"""The made-up case that comes with the program: where its papers are, and what is known of the request."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from redactor.domain.catalogue import RESOURCES

FOLDER = RESOURCES / "demo"
#: The demo holds nothing real; a passphrase that everybody can read is the point.
PASSPHRASE = "demo passphrase, nothing real inside"


def papers() -> list[Path]:
    """The documents, in the order of their names."""
    return sorted(FOLDER.glob("*.pdf"))


def script() -> dict[str, Any]:
    """Subject, reference, dates and staff of the made-up case."""
    found: dict[str, Any] = json.loads((FOLDER / "case.json").read_text(encoding="utf-8"))
    return found
