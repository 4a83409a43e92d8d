# SPDX-License-Identifier: AGPL-3.0-or-later
"""What other layers ask of this one. Each function is a task for an executor.

Importing this module loads neither MuPDF nor OCR; calling a function does, in the process it runs in.
Arguments and results can be pickled. Documents travel as bytes (no plaintext file is ever written), or as where they
lie: :data:`~redactor.bundle.held.Held`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from redactor.bundle.formats.converted import Converted
from redactor.bundle.held import Held
from redactor.bundle.office.libreoffice import OfficePages
from redactor.domain.errors import BadInput, RedactorError
from redactor.domain.geometry import Box
from redactor.domain.pages import DocumentContent, PageContent
from redactor.domain.saying import say

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from redactor.bundle.words.columns import PlainPage

_DAMAGED = "the file is damaged beyond repair and cannot be read"
#: 300 MB of pixels.
_MOST_PIXELS = 100_000_000
_BY_HAND = "Look at it in another program, and decide by hand what to do with it"


def identify(data: Held, name: str, passwords: Sequence[str] = ()) -> tuple[DocumentContent, str]:
    """What a document holds apart from its pages, and the password that opened it ("" when none is needed).

    ``name`` is for messages. Raises BadInput: not a PDF or an image, empty, damaged beyond repair, needs a
    password or another one than given, no pages.
    """
    from redactor.bundle.beside.documents import document_content
    from redactor.bundle.held import raw
    from redactor.bundle.kinds import NeedsPassword
    from redactor.bundle.mupdf.engine import LOCK, as_bad_input, open_document

    with LOCK:
        for attempt, password in enumerate(("", *passwords)):
            try:
                document = open_document(data, password, name)
            except NeedsPassword:
                if attempt == len(passwords):
                    raise
            else:
                with as_bad_input(_DAMAGED, name):
                    content = document_content(document, raw(data))
                if content.pages < 1:
                    # The engine counts again once it has found out how broken the file is.
                    raise BadInput(_DAMAGED, name, "Ask for the file again, or leave it out")
                return content, password
        raise AssertionError("unreachable: the last refusal is raised")


def identify_mended(
    data: Held, name: str, passwords: Sequence[str] = ()
) -> tuple[tuple[DocumentContent, Converted | None], str]:
    """As :func:`identify`, with a sound copy of a PDF that is too damaged for one of the engines that draw, burn and
    verify it."""
    from redactor.bundle.formats.mending import mended, rescued
    from redactor.bundle.held import raw
    from redactor.bundle.kinds import NeedsPassword, file_kind
    from redactor.bundle.mupdf.engine import LOCK, open_document

    try:
        content, password = identify(data, name, passwords)
    except NeedsPassword:
        raise
    except BadInput:
        with LOCK:
            copy = rescued(data, passwords) if file_kind(raw(data)) == "pdf" else None
        if copy is None:
            raise
        content, _ = identify(copy.pdf, name)
        return (content, copy), ""
    if file_kind(raw(data)) != "pdf":
        return (content, None), password
    with LOCK:
        return (content, mended(open_document(data, password, name), data, password)), password


def read_pages(data: bytes, password: str, first: int, last: int, offset: int = 0) -> list[PageContent]:
    """Pages ``first`` to ``last`` (from 1, both included) of the document in ``data``.

    ``offset`` is added to their numbers in the result: for a part, the number of pages before it. A page
    that cannot be read comes back as UNREADABLE with the reason; a page OCR must look at as NEEDS_OCR with
    what its text layer shows. Raises BadInput when the document cannot be opened.
    """
    from redactor.bundle.words.columns import PlainPage

    pages = read_columns(data, password, first, last, offset)
    return [page.content() if isinstance(page, PlainPage) else page for page in pages]


def read_columns(data: bytes, password: str, first: int, last: int, offset: int = 0) -> list[PageContent | PlainPage]:
    """As :func:`read_pages`; plain pages in columns, which spares making their words one by one."""
    from redactor.bundle.mupdf.engine import LOCK, as_bad_input, open_document
    from redactor.bundle.page.hidden import without_layers
    from redactor.bundle.page.reading import Reader
    from redactor.bundle.words.columns import PlainPage

    with LOCK, as_bad_input(_DAMAGED):
        document = open_document(data, password)
        unlayered = without_layers(document, lambda: open_document(data, password))
        found = Reader(document, unlayered).pages(first, last, offset)
        return [page if isinstance(page, PlainPage) else page.content for page in found]


def ocr_page(data: bytes, password: str, page: int, offset: int = 0, languages: str = "") -> PageContent:
    """Page ``page`` (from 1) read with OCR where its text layer does not say what it shows; status READ.

    ``offset`` as for :func:`read_pages`. Takes 2 to 6 seconds for a page of a scan. ``languages`` ("cym+eng"):
    Tesseract settles the spelling. Raises BadInput when the document cannot be opened or the recognition models, or
    Tesseract's data, are missing.
    """
    from redactor.bundle.mupdf.engine import LOCK, as_bad_input, open_document
    from redactor.bundle.page import ocr_reading as ocr_pages
    from redactor.bundle.page.hidden import without_layers

    with LOCK, as_bad_input("the page cannot be read", f"page {page + offset}", _BY_HAND):
        document = open_document(data, password)
        unlayered = without_layers(document, lambda: open_document(data, password))
        return ocr_pages.ocr_page(document, page - 1, page + offset, unlayered, languages)


def page_pixels(data: bytes, password: str, page: int, scale: float, clip: Box | None = None) -> NDArray[np.uint8]:
    """Pixels of page ``page`` (from 1), with its annotations and fields, at ``scale`` pixels per point: height x width
    x RGB.

    ``clip`` (points as displayed) draws a part of the page. Raises BadInput when the document cannot be
    opened, the page cannot be drawn, is too large, or the clip is not on it.
    """
    from redactor.bundle.mupdf.engine import LOCK, as_bad_input, display_list, load_page, open_document
    from redactor.bundle.mupdf.pixels import bounds, draw

    with LOCK, as_bad_input("the page cannot be drawn", f"page {page}", _BY_HAND):
        shown = display_list(load_page(open_document(data, password), page - 1))
        area = bounds(shown) if clip is None else clip.intersection(bounds(shown))
        if area is None:
            raise BadInput(
                "the part asked for is not on the page", say("page {page}", page=page), "Choose a box on the page"
            )
        if area.area * scale * scale > _MOST_PIXELS:
            raise BadInput(
                "the page is too large to draw at once", say("page {page}", page=page), "Draw a part of it, or smaller"
            )
        return draw(shown, scale, area)


def split_parts(
    data: Held, password: str, pages_per_part: int = 32, first: int = 1, most: int = 0
) -> list[tuple[int, int, bytes]]:
    """The document cut into PDFs of a few pages: (first page, last page, bytes), pages from 1.

    Begins at page ``first`` and, when ``most`` is given, ends after so many bytes: go on behind the last. Raises
    BadInput when the document cannot be opened or cut.
    """
    from redactor.bundle.formats.parts import parts_of
    from redactor.bundle.mupdf.engine import LOCK, as_bad_input, open_document

    with LOCK, as_bad_input("the document cannot be cut into parts", do="Use it whole"):
        return parts_of(open_document(data, password), pages_per_part, first, most)


def convert(data: Held, name: str, kind: str) -> Converted:
    """A file of another kind (see :func:`redactor.bundle.kinds.file_kind`) as pages, with what they do not show.

    Nothing in it is run and nothing fetched. Raises BadInput, naming what is wrong with it.
    """
    from redactor.bundle.convert import convert as made
    from redactor.bundle.held import in_memory
    from redactor.bundle.mupdf.engine import LOCK

    with LOCK:
        try:
            return made(in_memory(data), name, kind)
        except RedactorError:
            raise
        except Exception as error:
            # Parsers of other people's formats end in whatever their bytes lead to; the file is what is wrong.
            said = say("the file is damaged and cannot be converted ({kind})", kind=type(error).__name__)
            raise BadInput(said, name, "Ask for it again, or as PDF") from error


def archive_names(data: Held, name: str, kind: str, passwords: Sequence[str] = ()) -> tuple[list[str], str]:
    """The names of the files in a "7z" or "rar" archive, and its password. Raises BadInput, NeedsPassword."""
    from redactor.bundle.formats import rar, sevenzip

    names = rar.names if kind == "rar" else sevenzip.names
    return names(data, name, passwords)


def archive_files(data: Held, kind: str, password: str, first: int) -> list[tuple[bytes, str]]:
    """Its files from number ``first`` on (from 0), some of them: their bytes, or what is wrong with one."""
    from redactor.bundle.formats import rar, sevenzip

    files = rar.files if kind == "rar" else sevenzip.files
    return files(data, password, first)


def store_items(data: Held, name: str, first: int = 0) -> tuple[list[str], int]:
    """The names of the items of an Outlook data file (PST, OST) with their folders, from number ``first`` on (from 0),
    some of them; and how many there are. Raises BadInput."""
    from redactor.bundle.mail.store import items

    return items(data, name, first)


def store_messages(data: Held, name: str, first: int) -> list[tuple[bytes, str]]:
    """Its items from number ``first`` on (from 0), some of them, as internet mail; or what is wrong with one."""
    from redactor.bundle.mail.store import messages

    return messages(data, name, first)


def unseal(data: bytes, name: str) -> bytes:
    """What a signed message (S/MIME) holds. Raises BadInput for one that is encrypted, or a bare signature."""
    from redactor.bundle.formats.sealed import contents

    return contents(data, name)


def unlock_office(data: bytes, name: str, passwords: Sequence[str] = ()) -> tuple[bytes, str]:
    """An office document without its encryption, and the password that opened it ("" when none was needed).

    Raises NeedsPassword when none of ``passwords`` does.
    """
    from redactor.bundle.office.pages import unlocked

    return unlocked(data, name, passwords)


def fit_sheets(ods: bytes) -> bytes:
    """A workbook (.ods) whose cells are large enough for what is in them. Raises BadInput."""
    from redactor.bundle.office.fitting import fitted

    return fitted(ods)


def finish_office(data: bytes, pages: OfficePages, name: str) -> Converted:
    """What LibreOffice made of a document, with what it left out. ``data`` is the file as it came."""
    from redactor.bundle.mupdf.engine import LOCK, as_bad_input
    from redactor.bundle.office.pages import finished

    with LOCK, as_bad_input("what LibreOffice made of it cannot be read", name, "Save it as PDF, and add that"):
        return finished(data, pages, name)
