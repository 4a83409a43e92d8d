# SPDX-License-Identifier: AGPL-3.0-or-later
"""Add documents: files or folders, attachments included. Each file ends as pages or as a named problem."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from redactor.bundle import tasks
from redactor.casefile.identity import Identity
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput, RedactorError
from redactor.domain.pages import Document, DocumentContent
from redactor.operations.progress import Progress, silent

#: Sources beyond either of these are also kept in parts, so that no worker holds a whole large file.
PART_PAGES = 32
PART_BYTES = 16 * 1024 * 1024
#: Files a folder is searched for; anything else in it is reported as passed over.
SUFFIXES = frozenset({".pdf", ".tif", ".tiff", ".png", ".jpg", ".jpeg"})
#: How deep attachments inside attachments are followed.
NESTING = 5


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file. ``status``: added, duplicate, refused or passed_over."""

    file: str
    sha256: str
    pages: int
    status: str
    problem: str = ""


def add_paths(
    case: CaseFile,
    paths: Sequence[Path],
    executor: Executor,
    *,
    passwords: tuple[str, ...] = (),
    signer: Identity | None = None,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Added]:
    """Take in every file of ``paths``. Raises BadInput for a path that does not exist or a folder without
    documents, before anything is added; a file that cannot be taken in is reported, the rest goes on."""
    case.require_writable()
    files = list(_files(paths))
    if not any(path.suffix.lower() in SUFFIXES or explicit for path, _, explicit in files):
        where = str(paths[0]) if len(paths) == 1 else f"{len(paths)} paths"
        raise BadInput(
            "there are no PDFs or pictures in this folder", where, "Choose the folder that holds the case documents"
        )
    known = {document.sha256: document.name for document in case.documents()}
    results: list[Added] = []
    for done, (path, name, explicit) in enumerate(files):
        progress(done, len(files), f"Adding {name}")
        if cancelled():
            break
        if not explicit and path.suffix.lower() not in SUFFIXES:
            results.append(
                Added(name, "", 0, "passed_over", "not a kind of file Redactor opens. Save it as PDF and add that")
            )
            continue
        results.extend(_add_file(case, path, name, known, executor, passwords, signer))
    progress(len(files), len(files), "Added")
    return results


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, str, bool]]:
    """Every file with the name it goes by in the case, and whether it was named itself."""
    for path in paths:
        if not path.exists():
            raise BadInput("there is no such file or folder", str(path), "Check the name and try again")
    for path in paths:
        if path.is_dir():
            for file in sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith(".")):
                yield file, file.relative_to(path).as_posix(), False
        else:
            yield path, path.name, True


def _add_file(
    case: CaseFile,
    path: Path,
    name: str,
    known: dict[str, str],
    executor: Executor,
    passwords: tuple[str, ...],
    signer: Identity | None,
) -> Iterable[Added]:
    try:
        data = path.read_bytes()
    except OSError as error:
        yield Added(
            name, "", 0, "refused", f"cannot be read from disk ({error.strerror}). Copy it to this PC and add it again"
        )
        return
    yield from add_bytes(case, data, name, known, executor, passwords=passwords, signer=signer)


def add_bytes(
    case: CaseFile,
    data: bytes,
    name: str,
    known: dict[str, str],
    executor: Executor,
    *,
    passwords: tuple[str, ...] = (),
    signer: Identity | None = None,
    parent: str = "",
    depth: int = 0,
) -> Iterator[Added]:
    """Take in one document and what is attached to it. ``known`` maps SHA-256 to name, and is kept up."""
    sha = hashlib.sha256(data).hexdigest()
    if sha in known:
        yield Added(
            name, sha, 0, "duplicate", f"the same file is in the case already as '{known[sha]}'; it is kept once"
        )
        return
    try:
        content, password = executor.submit(tasks.identify, data, name, passwords).result()
        parts = _parts(data, password, content, executor)
    except RedactorError as error:
        problem = f"{error.what}. {error.do}" if error.do else error.what
        yield Added(name, sha, 0, "refused", problem)
        return
    document = Document(
        sha, name, content.pages, len(data), parent=parent, producer=content.producer, password=password
    )
    case.add_document(document, data, content, signer=signer)
    if parts:
        case.put_parts(sha, parts)
    known[sha] = name
    yield Added(name, sha, content.pages, "added")
    for attachment in content.attachments:
        inner = f"{name}/{attachment.name}"
        if depth >= NESTING:
            yield Added(
                inner, "", 0, "refused", f"attached more than {NESTING} files deep. Save it out and add it by itself"
            )
            continue
        inside = attachment.data
        if _text_only(content, attachment.name):
            inside = executor.submit(tasks.text_as_pdf, inside, attachment.name).result()
        yield from add_bytes(
            case,
            inside,
            inner,
            known,
            executor,
            passwords=passwords,
            signer=signer,
            parent=sha,
            depth=depth + 1,
        )


def _text_only(content: DocumentContent, name: str) -> bool:
    """True for plain text: it is set as pages, since it is owed and redacted like everything else."""
    return any(place.where == "attachment" and place.detail == name for place in content.places)


def _parts(data: bytes, password: str, content: DocumentContent, executor: Executor) -> list[tuple[int, int, bytes]]:
    if content.pages <= PART_PAGES and len(data) <= PART_BYTES:
        return []
    return executor.submit(tasks.split_parts, data, password, PART_PAGES).result()
