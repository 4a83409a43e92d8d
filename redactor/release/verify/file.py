# SPDX-License-Identifier: AGPL-3.0-or-later
"""Check a released PDF as a file, and the logs beside it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pikepdf

from redactor.release.verify.grammar import Grammar
from redactor.release.verify.scan import scan_file
from redactor.release.verify.terms import found_in


def check_file(
    path: str, titles: frozenset[str], pages: int, alts: frozenset[str], terms: tuple[str, ...]
) -> list[tuple[str, str]]:
    """The bytes from first to last, the whitelist of objects, the fonts, and the terms in whatever is text."""
    name = Path(path).name
    scan = scan_file(Path(path))
    problems = [("file", f"{name}: {problem}") for problem in scan.problems]
    if scan.problems:
        return problems
    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            grammar = Grammar(pdf, titles)
            grammar.walk()
            problems += [("grammar", f"{name}: {problem}") for problem in grammar.problems]
            if len(grammar.pages) != pages:
                problems.append(("pages", f"{name}: there are {len(grammar.pages)} pages where {pages} should be"))
            problems += [("fonts", f"{name}: {problem}") for problem in grammar.font_problems]
            problems += [("grammar", f"{name}: {len(pdf.get_warnings())} warnings")] if pdf.get_warnings() else []
    except (pikepdf.PdfError, RuntimeError, AttributeError, KeyError, TypeError, ValueError, IndexError) as error:
        return [*problems, ("grammar", f"{name}: the file has another form than ours ({type(error).__name__})")]
    left = scan.numbers - grammar.reached
    if left and not grammar.problems:
        problems.append(("grammar", f"{name}: {len(left)} objects that nothing refers to"))
    strange = {alt for own in grammar.alts.values() for alt in own} - alts
    if strange:
        problems.append(("printed", f"{name}: {len(strange)} alternate texts that are not ours"))
    packed = b"\n".join(scan.packed.values())
    if found_in(packed, terms):
        problems.append(("terms", f"{name}: something that was held back stands among the objects"))
    return problems


def check_log(path: str, terms: tuple[str, ...]) -> list[tuple[str, str]]:
    """Nothing that was held back stands in a log (.json, .xlsx, .pdf)."""
    file = Path(path)
    data = file.read_bytes()
    texts = [data]
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(file) as book:
            texts = [book.read(part) for part in book.namelist()]
    elif file.suffix == ".json":
        texts.append(json.dumps(json.loads(data), ensure_ascii=False).encode())
    elif file.suffix == ".pdf":
        with pikepdf.open(file) as pdf:
            texts = [o.read_bytes() for o in pdf.objects if isinstance(o, pikepdf.Stream)]
            texts.append("\n".join(repr(o) for o in pdf.objects if not isinstance(o, pikepdf.Stream)).encode())
        from redactor.release.verify.picture import open_pdf

        document = open_pdf(path)
        texts += [page.get_textpage().get_text_range().encode() for page in document]
    if any(found_in(text, terms) for text in texts):
        return [("terms", f"{file.name}: something that was held back stands in it")]
    return []
