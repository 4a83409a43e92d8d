# SPDX-License-Identifier: AGPL-3.0-or-later
"""manifest.json: what is in the folder, by what it was made, and under which approval."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from redactor.domain.reissue import Reissue
from redactor.release.facts import ReleaseFacts

NAME = "manifest.json"


def file_hash(path: Path) -> str:
    """SHA-256 of a file, hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def listed_files(folder: Path) -> list[Path]:
    """Every file in the folder but the manifest, sorted by name."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / NAME)


def write_manifest(
    folder: Path,
    facts: ReleaseFacts,
    layout: str,
    versions: tuple[tuple[str, str], ...],
    reissue: Reissue | None = None,
) -> None:
    """Hash everything in ``folder``. A draft's manifest holds neither approval nor journal head: a draft depends
    on nothing that is hidden in it. A supplement's names the earlier release by its manifest's hash."""
    files = [
        {"file": path.relative_to(folder).as_posix(), "bytes": path.stat().st_size, "sha256": file_hash(path)}
        for path in listed_files(folder)
    ]
    content: dict[str, Any] = {
        "reference": facts.reference,
        "draft": facts.draft,
        "layout": layout,
        "files": files,
        "versions": dict(sorted(versions)),
    }
    if not facts.draft:
        content["approval"] = {
            "approved_by": facts.approved_by,
            "approved_at": facts.approved_at,
            "office": facts.office,
            "vouched": facts.vouched,
            "office_key": facts.office_key,
        }
        content["journal_head"] = facts.head
    if reissue is not None:
        content["supplement"] = supplement(reissue)
    write_json(folder / NAME, content)


def supplement(reissue: Reissue) -> dict[str, Any]:
    """What a supplement says of itself: which release it is, which one it goes with, what takes the place of what."""
    return {
        "release": reissue.number,
        "earlier_manifest_sha256": reissue.of,
        "pages": [{"release": place.release, "page_in_bundle": place.page} for place in reissue.replaces],
        "no_longer_held_back": list(reissue.shown),
    }


def write_json(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def manifest_problems(folder: Path, facts: ReleaseFacts, reissue: Reissue | None = None) -> list[str]:
    """What differs between the folder and its manifest."""
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
        listed = {str(entry["file"]): str(entry["sha256"]) for entry in content["files"]}
        draft = bool(content["draft"])
    except (OSError, ValueError, KeyError, TypeError):
        return ["manifest.json cannot be read"]
    found = {path.relative_to(folder).as_posix(): path for path in listed_files(folder)}
    problems = [f"{name} is not in the manifest" for name in sorted(found.keys() - listed.keys())]
    problems += [
        f"{path.relative_to(folder).as_posix()} is not in the manifest"
        for path in sorted(folder.rglob("*"))
        if path.is_dir() and not any(name.startswith(f"{path.relative_to(folder).as_posix()}/") for name in listed)
    ]
    problems += [f"{name} is missing" for name in sorted(listed.keys() - found.keys())]
    problems += [
        f"{name} is not what was released"
        for name in sorted(found.keys() & listed.keys())
        if file_hash(found[name]) != listed[name]
    ]
    if draft != facts.draft:
        problems.append("the folder holds a draft" if draft else "the folder holds a release, not a draft")
    elif not draft and content.get("journal_head") != facts.head:
        problems.append("the folder belongs to another approval")
    if content.get("supplement") != (supplement(reissue) if reissue else None):
        problems.append("the manifest names another earlier release, or other pages, than the plan")
    return problems


def changed_files(folder: Path) -> list[str]:
    """What of a released folder's files is no longer as its own manifest has it."""
    try:
        listed = {str(e["file"]): str(e["sha256"]) for e in json.loads((folder / NAME).read_text("utf-8"))["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return ["manifest.json cannot be read"]
    return [
        f"{name} is not what was released"
        for name, digest in sorted(listed.items())
        if not (folder / name).is_file() or file_hash(folder / name) != digest
    ]
