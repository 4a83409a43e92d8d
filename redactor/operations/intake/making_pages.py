# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the bytes of a file to a document that can be kept, or to the files inside it. Everything that can go wrong
with a file goes wrong here, before anything of it is in the case."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from typing import ParamSpec, TypeVar

from redactor.bundle import tasks
from redactor.bundle.formats import packed
from redactor.bundle.formats.converted import Converted
from redactor.bundle.held import Held, OnDisk, in_memory, raw, sha256_of, size_of
from redactor.bundle.kinds import CONVERTED, NeedsPassword, misnamed, other_kind
from redactor.bundle.office import libreoffice as office
from redactor.domain.errors import BadInput, RedactorError
from redactor.domain.pages import Conversion, Document, DocumentContent, Where
from redactor.domain.saying import say
from redactor.workers.pool import WorkerDied

P = ParamSpec("P")
R = TypeVar("R")

#: Kinds that hold other files, and have no pages of their own.
ARCHIVES = frozenset({"zip", "7z", "mbox", "pst", "sealed"})
#: Sources beyond either of these are also kept in parts, so that no worker holds a whole large file.
PART_PAGES = 32
PART_BYTES = 16 * 1024 * 1024
#: So many bytes of parts are made by one task.
PARTS_TOGETHER = 16 * 1024 * 1024
#: How deep attachments inside attachments are followed.
NESTING = 8
#: So many times somebody is asked for the password of one file.
ASKED = 3
#: Metadata that converters write about themselves.
_OWN_METADATA = ("Producer", "Creator", "pdf:Producer", "xmp:CreatorTool")
_ELSE = "Ask for it again, or print it to PDF and add that"

#: Asks a person for the password of a file: its name and what is wrong; None when there is none to give.
Ask = Callable[[str, str], str | None]


class CannotCut(BadInput):
    """A large file of which no parts can be made."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A document as it will be kept. ``parts``: (first page, last page, PDF), made as they are asked for."""

    document: Document
    pdf: Held
    content: DocumentContent
    parts: Iterator[tuple[int, int, bytes]]


class PageMaker:
    """Makes pages of files. Passwords that were given for one file are tried on the next."""

    def __init__(self, executor: Executor, passwords: tuple[str, ...] = (), ask: Ask | None = None) -> None:
        self._executor = executor
        self._passwords = passwords
        self._ask = ask

    def document(self, data: Held, sha: str, name: str, kind: str, parent: str) -> Ready:
        """The file as a document. Raises RedactorError for one that cannot be."""
        made = None if kind == "pdf" else self._converted(data, name, kind)
        pdf: Held = data if made is None else made.pdf
        (content, sound), password = self._unlocked(
            lambda words: self._run(tasks.identify_mended, pdf, name, words), name
        )
        conversion = None
        if made is not None:
            conversion = Conversion(sha, size_of(data), made.converter, made.notes)
            content = _with(content, made)
        elif sound is not None:
            pdf, password = sound.pdf, ""
            conversion = Conversion(sha, size_of(data), sound.converter, sound.notes)
        own, size = sha256_of(pdf), size_of(pdf)
        document = Document(own, name, content.pages, size, 0, parent, content.producer, password, conversion)
        return Ready(document, pdf, content, self._parts(pdf, password, content.pages))

    def members(self, held: Held, name: str, kind: str) -> list[packed.Member]:
        """The files in one of :data:`ARCHIVES`. Raises RedactorError for one that cannot be opened."""
        if kind == "zip":
            found, _ = self._unlocked(lambda words: packed.members(held, name, words), name)
            return found
        if kind == "pst":
            return self._items(held, name)
        data = in_memory(held)
        if kind == "mbox":
            return packed.mailbox(data)
        if kind == "sealed":
            inside = self._run(tasks.unseal, data, name)
            return [packed.Member(_unsealed_name(name, inside), lambda: inside)]
        files, _ = self._unlocked(lambda words: self._run(tasks.unpack_7z, data, name, words), name)
        return [packed.member(inner, partial(bytes, inside)) for inner, inside in files]

    def _items(self, data: Held, name: str) -> list[packed.Member]:
        """The items of an Outlook data file, read some at a time and in order."""
        names = self._run(tasks.store_items, data, name)
        waiting: dict[int, tuple[bytes, str]] = {}

        def read(number: int) -> bytes:
            if number not in waiting:
                waiting.clear()
                waiting.update(enumerate(self._run(tasks.store_messages, data, name, number), start=number))
            message, problem = waiting.pop(number)
            if problem:
                raise BadInput(problem, names[number], "Open it in Outlook, save it as a file, and add that")
            return message

        return [packed.member(inner, partial(read, number)) for number, inner in enumerate(names)]

    def _converted(self, data: Held, name: str, kind: str) -> Converted | None:
        """The pages of a file that is not one MuPDF opens; None for one that is. Raises RedactorError."""
        if kind == "office":
            whole = in_memory(data)
            plain, _ = self._unlocked(lambda words: self._run(tasks.unlock_office, whole, name, words), name)
            pages = office.convert(plain, name)
            return self._run(tasks.finish_office, whole, pages, name)
        if kind in CONVERTED:
            return self._run(tasks.convert, data, name, kind)
        if kind == "other":
            what, do = other_kind(raw(data))
            if what:
                raise BadInput(say("this is {what}", what=what), name, do)
        return None

    def _unlocked(self, opening: Callable[[tuple[str, ...]], tuple[R, str]], name: str) -> tuple[R, str]:
        """What ``opening`` gives with the passwords there are; a person is asked when none fits."""
        for attempt in range(ASKED + 1):
            try:
                return opening(self._passwords)
            except NeedsPassword as error:
                given = self._ask(name, error.what) if self._ask is not None and attempt < ASKED else None
                if not given:
                    raise
                self._passwords = (*self._passwords, given)
        raise AssertionError("unreachable: the last refusal is raised")

    def _run(self, task: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """A task in a worker. One whose worker was lost is tried once more; then it is the file's fault."""
        try:
            return self._executor.submit(task, *args, **kwargs).result()
        except WorkerDied:
            pass
        except RedactorError:
            raise
        except Exception as error:
            # Nothing a file says may end the whole run; the file is named with what it led to.
            raise BadInput(say("it could not be opened ({kind})", kind=type(error).__name__), do=_ELSE) from error
        try:
            return self._executor.submit(task, *args, **kwargs).result()
        except WorkerDied as error:
            raise BadInput(say("it could not be opened: {reason}", reason=error.what), error.where, _ELSE) from error

    def _parts(self, data: Held, password: str, pages: int) -> Iterator[tuple[int, int, bytes]]:
        """The parts of a large document, a few at a time. Raises CannotCut."""
        if pages <= PART_PAGES and size_of(data) <= PART_BYTES:
            return
        last, together = 0, PART_PAGES
        while together > 1 and together * size_of(data) > PART_BYTES * pages:
            together //= 2
        # What is sent to a worker with every task is cut by one.
        most = PARTS_TOGETHER if isinstance(data, OnDisk) else 0
        while last < pages:
            try:
                made = self._run(tasks.split_parts, data, password, together, last + 1, most)
            except RedactorError as error:
                raise CannotCut(error.what, error.where, error.do) from error
            if not made:
                return
            last = made[-1][1]
            yield from made


def require_sensible(kind: str, name: str, depth: int, parent: str) -> None:
    """Raises BadInput for a file nested too deeply, or whose name promises something else than it is."""
    if kind == "empty" and parent:
        do = "Open that document in its own program, save the attachment from there, and add it"
        raise BadInput("it is empty, or cannot be read out of the document it is attached to", name, do)
    if depth > NESTING:
        do = "Save it out and add it by itself"
        raise BadInput(say("it lies more than {most} files deep in others", most=NESTING), name, do)
    if misnamed(kind, name):
        do = "Ask for the file again; if the text is what you want, add it under a name that ends in .txt"
        raise BadInput("its name says otherwise, but it holds plain text only", name, do)


def _unsealed_name(name: str, inside: bytes) -> str:
    """ "letter.pdf" for what was in "letter.pdf.p7m"; "smime.eml" for what was in "smime.p7m"."""
    stem = name.rpartition("/")[2]
    stem = stem[:-4] if stem.lower().endswith((".p7m", ".p7s")) else stem
    return stem if "." in stem else f"{stem}.eml" if b":" in inside[:200] else stem


def _with(content: DocumentContent, made: Converted) -> DocumentContent:
    """What a converted document holds: what its file held, not what the converter wrote about itself."""
    own = [
        place
        for place in content.places
        if not (place.where is Where.METADATA and place.detail in _OWN_METADATA) and place.where is not Where.ATTACHMENT
    ]
    there = {(place.where, place.text) for place in made.places}
    own = [place for place in own if (place.where, place.text) not in there]
    attachments = (*made.attachments, *(part for part in content.attachments if part not in made.attachments))
    return replace(content, producer=made.converter, places=(*made.places, *own), attachments=attachments)
