# SPDX-License-Identifier: AGPL-3.0-or-later
"""What other processes do for a release. PDF libraries are imported inside the functions, so that importing
this module never loads them; everything passed and returned can be pickled."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from redactor.release.burn.composed import Composed, PageJob
    from redactor.release.facts import ReleaseFacts
    from redactor.release.logs.entries import LogLine, SaidLine
    from redactor.release.verify.expect import PageGroup
    from redactor.release.verify.pages import Checked


def burn_pages(data: bytes, password: str, jobs: tuple[PageJob, ...]) -> list[Composed]:
    """Burn some pages of the file ``data``. Raises BadInput naming the page that cannot be burned."""
    from redactor.release.burn.page import burn_pages as burn

    return burn(data, password, jobs)


def write_log(path: str, lines: Sequence[LogLine], facts: ReleaseFacts, said: Sequence[SaidLine]) -> None:
    """Write the disclosable log in the form that the name asks for: .json, .xlsx or .pdf."""
    from pathlib import Path

    from redactor.release.logs.entries import write_json
    from redactor.release.logs.paper import write_pdf
    from redactor.release.logs.sheet import write_xlsx

    file = Path(path)
    if file.suffix == ".pdf":
        write_pdf(file, lines, facts, said)
    elif file.suffix == ".xlsx":
        write_xlsx(file, lines, said)
    else:
        write_json(file, lines)


def verify_file(
    path: str, titles: frozenset[str], pages: int, first: int, alts: frozenset[str], terms: tuple[str, ...]
) -> list[tuple[str, str]]:
    """Check a released PDF as a file: its bytes, its objects, its fonts. Returns (rule, problem) pairs."""
    from redactor.release.verify.file import check_file

    return check_file(path, titles, pages, first, alts, terms)


def verify_pages(
    path: str, groups: tuple[PageGroup, ...], terms: tuple[str, ...], proved: dict[int, bytes] | None = None
) -> Checked:
    """Check pages of a released PDF against the plan and the sources they come from. Pages whose prints are among
    those ``proved`` were checked before."""
    from redactor.release.verify.pages import check_pages

    return check_pages(path, groups, terms, proved)


def verify_index(
    path: str, front: int, pages: int, facts: ReleaseFacts, wanted: tuple[str, ...], opening: tuple[str, ...]
) -> list[tuple[str, str]]:
    """Check that the index on the cover pages is the plan's, and what stands before it."""
    from redactor.release.verify.index import check_index

    return check_index(path, front, pages, facts, wanted, opening)


def verify_log(path: str, terms: tuple[str, ...]) -> list[tuple[str, str]]:
    """Check that a log holds nothing that was held back."""
    from redactor.release.verify.file import check_log

    return check_log(path, terms)


def engine_versions() -> tuple[tuple[str, str], ...]:
    """The versions of the engines that draw, encode and check."""
    from importlib.metadata import version

    names = ("pymupdf", "pikepdf", "pypdfium2", "pillow", "numpy", "deflate", "zlib-ng")
    return tuple((name, version(name)) for name in names)


def count_pages(path: str) -> int:
    """How many pages a released PDF has; 0 when it cannot be read."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return 0
    try:
        return len(document)
    finally:
        document.close()
