# SPDX-License-Identifier: AGPL-3.0-or-later
"""Derived facts and caches by key: what can be worked out again. Never a decision."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from redactor.casefile.codec import unpack
from redactor.casefile.driver import Database

_UNDER = "substr(key, 1, length(?)) = ?"


def get(db: Database, key: str, default: Any) -> Any:
    row = db.execute("SELECT value FROM facts WHERE key = ?", (key,)).fetchone()
    return unpack(row[0]) if row else default


def put(db: Database, packed: Mapping[str, bytes]) -> None:
    """Write or replace values made by :func:`redactor.casefile.codec.pack`. The caller holds the transaction."""
    db.conn.executemany("INSERT OR REPLACE INTO facts (key, value) VALUES (?, ?)", packed.items())


def keys(db: Database, prefix: str) -> set[str]:
    return {key for (key,) in db.execute(f"SELECT key FROM facts WHERE {_UNDER}", (prefix, prefix)).fetchall()}


def under(db: Database, prefix: str) -> dict[str, Any]:
    """Every fact whose key begins with ``prefix``."""
    rows = db.execute(f"SELECT key, value FROM facts WHERE {_UNDER}", (prefix, prefix)).fetchall()
    return {key: unpack(value) for key, value in rows}


def drop(db: Database, unwanted: Iterable[str]) -> None:
    db.execute("DELETE FROM facts WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(list(unwanted)),))
