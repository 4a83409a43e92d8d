# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the bytes of a file to a document that can be kept. Everything that can go wrong with a file goes wrong here,
before anything of it is in the case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from redactor.bundle import tasks
from redactor.bundle.formats.converted import Converted
from redactor.bundle.held import Held, OnDisk, Raw, in_memory, raw, sha256_of, size_of
from redactor.bundle.kinds import CONVERTED
from redactor.bundle.office import libreoffice as office
from redactor.bundle.unopened import archive_part, misnamed, other_kind
from redactor.domain.errors import BadInput, Cancelled, RedactorError
from redactor.domain.pages import Conversion, Document, DocumentContent, Where
from redactor.domain.saying import say
from redactor.operations.intake.working import Working

#: Sources beyond either of these are also kept in parts, so that no worker holds a whole large file.
PART_PAGES = 32
PART_BYTES = 16 * 1024 * 1024
#: So many bytes of parts are made by one task.
PARTS_TOGETHER = 16 * 1024 * 1024
#: How deep attachments inside attachments are followed.
NESTING = 8
#: Metadata that converters write about themselves.
_OWN_METADATA = ("Producer", "Creator", "pdf:Producer", "xmp:CreatorTool")


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
    """Makes pages of files."""

    def __init__(self, working: Working) -> None:
        self._working = working

    def document(self, data: Held, sha: str, name: str, kind: str, parent: str) -> Ready:
        """The file as a document. Raises RedactorError for one that cannot be."""
        made = None if kind == "pdf" else self._converted(data, name, kind)
        pdf: Held = data if made is None else made.pdf
        (content, sound), password = self._working.unlocked(
            lambda words: self._working.run(tasks.identify_mended, pdf, name, words), name
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

    def _converted(self, data: Held, name: str, kind: str) -> Converted | None:
        """The pages of a file that is not one MuPDF opens; None for one that is. Raises RedactorError."""
        if kind == "office":
            whole = in_memory(data)
            plain, _ = self._working.unlocked(
                lambda words: self._working.run(tasks.unlock_office, whole, name, words), name
            )
            waiting = partial(self._working.watch.converting, name)
            pages = office.convert(plain, name, waiting, lambda ods: self._working.run(tasks.fit_sheets, ods))
            return self._working.run(tasks.finish_office, whole, pages, name)
        if kind in CONVERTED:
            return self._working.run(tasks.convert, data, name, kind)
        if kind == "other":
            what, do = other_kind(raw(data))
            if what:
                raise BadInput(say("this is {what}", what=what), name, do)
        return None

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
                made = self._working.run(tasks.split_parts, data, password, together, last + 1, most)
            except Cancelled:
                raise
            except RedactorError as error:
                raise CannotCut(error.what, error.where, error.do) from error
            if not made:
                return
            last = made[-1][1]
            yield from made


def require_sensible(kind: str, data: Raw, name: str, depth: int, parent: str) -> None:
    """Raises BadInput for a file nested too deeply, or whose name promises something else than it is."""
    if kind == "empty" and parent:
        do = "Open that document in its own program, save the attachment from there, and add it"
        raise BadInput("it is empty, or cannot be read out of the document it is attached to", name, do)
    if depth > NESTING:
        do = "Save it out and add it by itself"
        raise BadInput(say("it lies more than {most} files deep in others", most=NESTING), name, do)
    if archive_part(kind, data, name):
        do = "Unpack all its parts together on this PC, and add the folder"
        raise BadInput("this is one part of an archive in several files", name, do)
    if misnamed(kind, name):
        do = "Ask for the file again; if the text is what you want, add it under a name that ends in .txt"
        raise BadInput("its name says otherwise, but it holds plain text only", name, do)


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
