# SPDX-License-Identifier: AGPL-3.0-or-later
"""Opening documents with MuPDF, quietly, and the few engine calls the rest of this package shares.

MuPDF reports trouble on standard output, as warnings to be asked for, and as exceptions of several
classes. Here they become :class:`BadInput` for a document and :data:`ENGINE_ERRORS` for a page.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import psutil
import pymupdf
from pymupdf import mupdf

from redactor.bundle.held import Held, OnDisk, let_go, raw
from redactor.bundle.kinds import NeedsPassword, file_kind
from redactor.domain.errors import BadInput

#: The library's calls as they are: the wrapped ones want colours as Python numbers, and take several times longer.
RAW: Any = mupdf._mupdf

#: What MuPDF and its Python layer raise when a file's content is broken.
ENGINE_ERRORS: tuple[type[Exception], ...] = (
    mupdf.FzErrorBase,
    RuntimeError,
    ValueError,
    OSError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    OverflowError,
    UnicodeError,
)

#: A worker that holds more bytes than this gives back what it can.
_MUCH = 400 << 20

#: MuPDF may not be entered by two threads at once; in a worker there is one, an inline executor may have more.
LOCK = threading.RLock()

pymupdf.TOOLS.mupdf_display_errors(False)
pymupdf.TOOLS.mupdf_display_warnings(False)

ENGINE = f"MuPDF {'.'.join(str(part) for part in pymupdf.mupdf_version_tuple)}"

_FILETYPE = {"tiff": "tiff", "png": "png", "jpeg": "jpeg"}
_ASK = "Ask for the file again, or leave it out"
_UNSEAL = "Ask the person it was sent to, to open it, print it to PDF without protection, and send you that"
#: Security handlers other than the password's (ISO 32000-1, 7.6.4 and annex E): what stands in such files.
_SEALED = (
    (b"Adobe.PubSec", "this PDF is encrypted for the holder of a certificate, and no password opens it", _UNSEAL),
    (b"MicrosoftIRMServices", "this PDF is protected by Microsoft (rights management)", _UNSEAL),
    (b"Adobe.APS", "this PDF is protected by Adobe (rights management)", _UNSEAL),
    (b"FOPN_fLock", "this PDF is protected by FileOpen (rights management)", _UNSEAL),
)


def open_document(data: Held, password: str = "", name: str = "") -> Any:
    """The document in ``data``, opened from memory, or where it lies. ``name`` is used in messages only.

    Raises BadInput when the bytes are not a PDF or an image, are damaged beyond repair or hold no page, and
    NeedsPassword when ``password`` does not open it.
    """
    content = raw(data)
    kind = file_kind(content)
    refuse_kind(kind, name)
    # A path is one MuPDF would otherwise tell the kind of by its name.
    where = {"filename": str(data.path)} if isinstance(data, OnDisk) else {"stream": data}
    pymupdf.TOOLS.reset_mupdf_warnings()
    try:
        document = pymupdf.open(**where, filetype=_FILETYPE.get(kind, "pdf"))
        if document.needs_pass and not document.authenticate(password):
            said = "the password given does not open this PDF" if password else "this PDF needs a password"
            raise NeedsPassword(said, name, "Give its password and add it again")
        pages = document.page_count
        if kind != "pdf":
            # Of a picture MuPDF looks at the signature only until its page is asked for.
            document.load_page(0)
    except ENGINE_ERRORS as error:
        if isinstance(error, BadInput):
            raise
        for sign, what, do in _SEALED:
            if kind == "pdf" and content.find(sign) >= 0:
                raise BadInput(what, name, do) from error
        raise BadInput("the file is damaged beyond repair and cannot be opened", name, _ASK) from error
    let_go(content)
    if pages < 1:
        if document.is_pdf and document.is_repaired:
            raise BadInput("the PDF is damaged or cut short, and no page could be recovered", name, _ASK)
        raise BadInput("the document has no pages", name, _ASK)
    return document


def refuse_kind(kind: str, name: str) -> None:
    """Raise BadInput for a kind of file MuPDF does not open (see :func:`file_kind`); others are converted first."""
    if kind == "empty":
        raise BadInput("the file is empty", name, _ASK)
    if kind not in ("pdf", *_FILETYPE):
        raise BadInput(
            "this is no kind of file that can be opened here", name, "Save it as PDF first, then add the PDF"
        )


@contextmanager
def as_bad_input(what: str, where: str = "", do: str = _ASK) -> Iterator[None]:
    """Whatever MuPDF raises inside becomes a BadInput in plain words; its own errors cannot even be pickled."""
    try:
        yield
    except BadInput:
        raise
    except ENGINE_ERRORS as error:
        raise BadInput(what, where, do) from error


def give_back_memory() -> None:
    """Return what MuPDF keeps for later (decoded pictures of a scan), and what the C library does (freed blocks) once
    there is much of it: that takes a hundredth of the time of reading a scan.

    Without this a worker that reads one scan after the other holds half as much again as it needs (800 MB against
    530, after 19 scans).
    """
    pymupdf.TOOLS.store_shrink(100)
    if _process().memory_info().rss > _MUCH and (trim := _trim()):
        trim(0)


@cache
def _process() -> psutil.Process:
    return psutil.Process()


@cache
def _trim() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    # Other C libraries than GNU's have no such function.
    return getattr(ctypes.CDLL(None), "malloc_trim", None)


def messages() -> str:
    """What MuPDF had to say since the last call, one line each; "" when nothing."""
    said: str = pymupdf.TOOLS.mupdf_warnings(reset=True)
    return said


def load_page(document: Any, index: int) -> Any:
    """Page ``index`` (from 0) without what MuPDF makes up: a flag "SIGN" where a signature field is still empty.

    Nobody wrote that word, and no other program shows it. The field is hidden in memory; the file stays as it is.
    """
    page = document.load_page(index)
    if not annotated(page):
        return page
    empty = [
        xref
        for xref, kind, _ in document.page_annot_xrefs(index)
        if kind == pymupdf.PDF_ANNOT_WIDGET and _empty_signature(document, xref)
    ]
    if not empty:
        return page
    # MuPDF gives the same page again as long as anybody has it.
    del page
    for xref in empty:
        document.xref_set_key(xref, "F", "2")
    return document.load_page(index)


def annotated(page: Any) -> bool:
    """Whether a page has annotations, form fields or links: all of them are in one list (ISO 32000-1, 12.5.2), which
    most pages have not. Asked without the wrappers, which take as long as looking through an empty list."""
    held = RAW.ll_pdf_page_from_fz_page(page.this.m_internal)
    return bool(held and RAW.ll_pdf_dict_gets(held.obj, "Annots"))


def _empty_signature(document: Any, xref: int) -> bool:
    def said(key: str) -> bool:
        return any(document.xref_get_key(xref, at + key)[0] != "null" for at in ("", "Parent/"))

    kinds = (document.xref_get_key(xref, at + "FT")[1] for at in ("", "Parent/"))
    return "/Sig" in kinds and not said("V") and document.xref_get_key(xref, "AP")[0] == "null"


def display_list(page: Any) -> Any:
    """The page as displayed, with its annotations and form fields, ready to be drawn or searched.

    In the list the page's rotation, CropBox and UserUnit are applied, with the origin at the top left;
    what is fully clipped away, or on a layer that is switched off, is not in it.
    """
    return mupdf.fz_new_display_list_from_page(page.this)


def run(target: Any, device: Any, cookie: Any = None) -> None:
    """Play a display list or a page on a device and close the device. ``cookie`` can be told to stop on the way."""
    cookie = cookie or mupdf.FzCookie()
    if isinstance(target, mupdf.FzDisplayList):
        everywhere = mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE)
        mupdf.fz_run_display_list(target, device, mupdf.FzMatrix(), everywhere, cookie)
    else:
        mupdf.fz_run_page(target, device, mupdf.FzMatrix(), cookie)
    mupdf.fz_close_device(device)


def text_page(target: Any, *, actual_text: bool = False) -> Any:
    """Every character of ``target`` (a page or a display list), on or off the page, clipped or not.

    A glyph the font gives no character for comes out as U+FFFD, never as its number in the font: that
    would look like a letter. ``actual_text`` takes a replacement text the file declares instead of what
    its glyphs say; what a file declares need not be what it shows.
    """
    flags = 0 if actual_text else mupdf.FZ_STEXT_IGNORE_ACTUALTEXT
    found = mupdf.FzStextPage(mupdf.FzRect(mupdf.FzRect.Fixed_INFINITE))
    run(target, mupdf.fz_new_stext_device(found, mupdf.FzStextOptions(flags)))
    return pymupdf.TextPage(found)
