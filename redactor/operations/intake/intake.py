# SPDX-License-Identifier: AGPL-3.0-or-later
"""Add documents: files or folders, attachments included. Each file ends as pages or as a named problem.

What is not taken in is written to the journal, and stays on the list of things to do until somebody has looked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from redactor.bundle.formats import packed
from redactor.bundle.held import Changed, Held, held, raw, sha256_of, size_of
from redactor.bundle.kinds import NeedsPassword, file_kind
from redactor.bundle.office import libreoffice as office
from redactor.bundle.office.scratch import placed
from redactor.casefile.identity import Identity
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput, Cancelled, RedactorError
from redactor.domain.journal import Kind
from redactor.domain.pages import Document
from redactor.operations.intake.archives import ARCHIVES, members
from redactor.operations.intake.given import Given, given_files, hash_of
from redactor.operations.intake.making_pages import CannotCut, PageMaker, Ready, require_sensible
from redactor.operations.intake.watching import STOPPED, Watch
from redactor.operations.intake.working import Ask, Working
from redactor.operations.progress import Progress, silent
from redactor.review.papers.intake import NotTaken, NotTakenFile
from redactor.review.state import fold

#: So many files that were not taken in are written down together at most.
TOGETHER = 50


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file. ``status``: added, opened (its contents follow), duplicate, refused or passed_over.

    ``converter`` says what made the pages of a file that is no PDF, ``notes`` what they do not show; ``locked``
    that it needs a password; ``inside`` that it came out of another file.
    """

    file: str
    sha256: str
    pages: int
    status: str
    problem: str = ""
    converter: str = ""
    notes: tuple[str, ...] = ()
    locked: bool = False
    inside: bool = False


def add_paths(
    case: CaseFile,
    paths: Sequence[Path],
    executor: Executor,
    *,
    passwords: tuple[str, ...] = (),
    signer: Identity | None = None,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
    ask: Ask | None = None,
) -> list[Added]:
    """Take in every file of ``paths``. Raises BadInput for a path that does not exist or a folder without files,
    before anything is added; a file that cannot be taken in is reported and recorded, the rest goes on."""
    case.require_writable()
    files = given_files(paths)
    office.wipe_left_behind()
    case.drop_aside()
    watch = Watch(progress, cancelled, total=len(files))
    intake = Intake(case, executor, passwords, signer, ask, watch)
    results: list[Added] = []
    for done, given in enumerate(files):
        watch.adding(given.name, done)
        if cancelled():
            results += (intake.stopped_before(left.name) for left in files[done:])
            break
        results.extend(intake.take_file(given))
    intake.write_down()
    progress(len(files), len(files), "Added")
    return results


class Intake:
    """One run of taking files in."""

    def __init__(
        self,
        case: CaseFile,
        executor: Executor,
        passwords: tuple[str, ...] = (),
        signer: Identity | None = None,
        ask: Ask | None = None,
        watch: Watch | None = None,
    ) -> None:
        self._case = case
        self._watch = watch or Watch()
        self._working = Working(executor, passwords, ask, self._watch)
        self._maker = PageMaker(self._working)
        self._signer = signer
        self._budget = packed.Budget()
        self._waiting: dict[str, NotTakenFile] = {}
        record = fold(case.events()).intake
        self._on_record = set(record.files)
        #: Documents by the hash of what they were made of.
        self._known: dict[str, Document] = {}
        for document in case.documents():
            self._know(document)
        stopped = (file.parent for file in record.open_files() if file.status is NotTaken.STOPPED)
        #: Documents of which somebody stopped the taking in before all that is attached to them, at any depth, was in.
        self._unfinished = {above for parent in stopped for above in self._lineage(parent)}

    def _know(self, document: Document) -> None:
        self._known[document.sha256] = document
        if document.conversion is not None:
            self._known[document.conversion.source] = document

    def _lineage(self, sha: str) -> Iterator[str]:
        """A document, and those it was attached to."""
        while sha in self._known:
            yield sha
            sha = self._known[sha].parent

    # -- what is not taken in ---------------------------------------------------------------------------

    def not_taken(
        self, name: str, sha: str, size: int, status: NotTaken, problem: str, parent: str = "", locked: bool = False
    ) -> Added:
        """Note a file that is not taken in; :meth:`write_down` puts it into the journal."""
        file = NotTakenFile(name, sha, size, status, problem, parent)
        if file.id not in self._on_record and not (status is NotTaken.DUPLICATE and self._known[sha].name == name):
            self._waiting[file.id] = file
        if len(self._waiting) >= TOGETHER:
            self.write_down()
        told = {NotTaken.LITTER: NotTaken.PASSED_OVER, NotTaken.STOPPED: NotTaken.PASSED_OVER}.get(status, status)
        return Added(name, sha, 0, str(told), problem, locked=locked, inside=bool(parent))

    def stopped_before(self, name: str, parent: str = "") -> Added:
        """Note a file that adding was stopped before."""
        return self.not_taken(name, "", 0, NotTaken.STOPPED, STOPPED, parent)

    def write_down(self) -> None:
        """Put what was not taken in on record. Called at the end, and now and then."""
        if self._waiting:
            files = [file.to_json() for file in self._waiting.values()]
            self._case.append(Kind.FILES_NOT_TAKEN, {"files": files}, signer=self._signer)
            self._on_record.update(self._waiting)
            self._waiting.clear()

    # -- files -------------------------------------------------------------------------------------------

    def take_file(self, given: Given) -> Iterator[Added]:
        """Take in one file of a disk and all that is in it."""
        self._budget = packed.Budget()
        if given.litter:
            problem = "left in the folder by Windows, macOS or Office; it holds no record"
            yield self.not_taken(given.name, *hash_of(given.path), NotTaken.LITTER, problem)
            return
        if given.problem:
            yield self.not_taken(given.name, *hash_of(given.path), NotTaken.REFUSED, given.problem)
            return
        try:
            data = held(given.path)
        except OSError as error:
            problem = f"it cannot be read from disk ({error.strerror}). Copy it to this PC and add it again"
            yield self.not_taken(given.name, "", 0, NotTaken.REFUSED, problem)
            return
        yield from self.take(data, given.name)

    def take(self, data: Held, name: str, parent: str = "", depth: int = 0) -> Iterator[Added]:
        """Take in one document, whatever it came out of, and what is in it."""
        sha = sha256_of(data)
        there = self._known.get(sha)
        if there is not None:
            problem = f"the same file is in the case already as '{there.name}'; it is kept once"
            yield self.not_taken(name, sha, size_of(data), NotTaken.DUPLICATE, problem, parent)
            if there.sha256 not in self._unfinished:
                return
            self._unfinished.remove(there.sha256)
        try:
            kind = file_kind(raw(data))
            archive = kind in ARCHIVES
            require_sensible(kind, raw(data), name, depth, parent)
            inside = members(data, name, kind, self._working) if archive else []
            self._budget.spend(len(inside), 0, name)
            ready = None if archive else self._maker.document(data, sha, name, kind, parent)
        except Cancelled:
            yield self.stopped_before(name, parent)
            return
        except RedactorError as error:
            yield self._refused(data, name, parent, error)
            return
        if ready is None:
            yield Added(
                name,
                sha,
                0,
                "opened",
                "1 file is in it" if len(inside) == 1 else f"{len(inside)} files are in it",
                inside=bool(parent),
            )
            yield from self._unpack(inside, name, parent, depth)
        elif there is not None:
            yield from self._take_attached(ready, there, depth)
        else:
            yield from self._keep(ready, data, depth)

    def _refused(self, data: Held, name: str, parent: str, error: RedactorError) -> Added:
        problem = f"{error.what}. {error.do}" if error.do else error.what
        locked = isinstance(error, NeedsPassword)
        return self.not_taken(name, sha256_of(data), size_of(data), NotTaken.REFUSED, problem, parent, locked)

    def _keep(self, ready: Ready, data: Held, depth: int) -> Iterator[Added]:
        """Write a document to the case, then take in what is in it. Anything else that fails here is the case's
        fault."""
        document, made = ready.document, ready.document.conversion
        source = data if made is not None else b""
        try:
            # Written as they are made: all parts of a large file together are as large as it is.
            parts = [self._case.put_aside(*part) for part in ready.parts]
            kept = self._case.add_document(
                document, ready.pdf, ready.content, signer=self._signer, source=source, parts=parts
            )
        except Cancelled:
            self._case.drop_aside()
            yield self.stopped_before(document.name, document.parent)
            return
        except (CannotCut, Changed) as error:
            self._case.drop_aside()
            yield self._refused(data, document.name, document.parent, error)
            return
        self._know(kept)
        said = (made.converter, made.notes) if made else ("", ())
        yield Added(kept.name, kept.sha256, kept.pages, "added", "", *said, inside=bool(kept.parent))
        yield from self._take_attached(ready, kept, depth)

    def _take_attached(self, ready: Ready, kept: Document, depth: int) -> Iterator[Added]:
        """What is attached to a document that is in the case, as documents of their own."""
        for attachment in ready.content.attachments:
            with placed((attachment.data,)) as lying:
                yield from self.take(lying, f"{kept.name}/{attachment.name}", kept.sha256, depth + 1)

    def _unpack(self, inside: list[packed.Member], name: str, parent: str, depth: int) -> Iterator[Added]:
        """The files inside an archive, each as a document of its own."""
        for number, member in enumerate(inside):
            inner = f"{name}/{member.name}"
            self._watch.inside(name, number, len(inside))
            if self._watch.cancelled():
                left = (f"{name}/{other.name}" for other in inside[number:] if not other.litter)
                yield from (self.stopped_before(other, parent or name) for other in left)
                return
            if member.litter:
                problem = "left in the archive by an operating system; it holds no record"
                yield self.not_taken(inner, "", 0, NotTaken.LITTER, problem, parent or name)
                continue
            with ExitStack() as held_for_now:
                try:
                    lying = held_for_now.enter_context(placed(member.pieces()))
                    self._budget.spend(0, size_of(lying), inner)
                except Cancelled:
                    yield self.stopped_before(inner, parent or name)
                    continue
                except BadInput as error:
                    problem = f"{error.what}. {error.do}"
                    yield self.not_taken(inner, "", 0, NotTaken.REFUSED, problem, parent or name)
                    continue
                for added in self.take(lying, inner, parent, depth + 1):
                    yield replace(added, inside=True)
