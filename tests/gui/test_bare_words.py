# SPDX-License-Identifier: AGPL-3.0-or-later
"""No English stands bare in the window's source: every text goes through the table a translator fills."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import redactor.gui
from tests.gui.catalogue import gather

GUI = Path(redactor.gui.__file__).parent
#: Two words, or one that begins with a capital letter.
_READS = re.compile(r"[A-Za-z]{2,}[ ’']+[A-Za-z(]|^[“(]?&?[A-Z]&?[a-z]+…?$")
#: In a sentence with values put in, one word of two letters is enough.
_LETTERS = re.compile(r"[A-Za-z]{2,}")
#: The end of a file's name.
_FILE = re.compile(r"(?:copy|letter |internal log)?\.\w+\Z")
#: Calls whose words nobody sees: names inside Qt, of settings, processes and messages to the case process.
SILENT = frozenset(
    {
        "QKeySequence", "QSettings", "Process", "import_module", "load", "print", "setApplicationName", "setValue",
        "startswith", "value",
    }
)  # fmt: skip
#: Words that stay as they are, and why.
MEANT = {
    "Redactor": "the program's name",
    "Fusion": "the name of a Qt style",
    "English": "each language in its own words",
    "Cymraeg": "each language in its own words",
    "Gone": "the kind of a problem, never shown",
    "Unexpected": "the kind of a problem, never shown",
    "It is the subject's own": "goes on record, which is English",
    "It is not the subject's own": "goes on record, which is English",
    "For printing.pdf": "the name of a file",
    "case notes": "a kind of document, printed in the index of the release",
    "Del": "the name of a key",
    "lost-": "the beginning of an id",
    "professional/": "the beginning of an id",
    "Information about another person": "goes on record, which is English",
    "Looked at on the page": "goes on record, which is English",
    "the subject knows it already: ": "goes on record, which is English",
    "Reference ": "goes on paper, which is English",
    "Confidential. Reference ": "goes on paper, which is English",
}
#: Files of colours and style sheets, without a word in them.
NO_WORDS = ("theme.py", "style.py")


def bare(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and text of what reads like English and is given to nothing that translates it."""
    for node, told in _walk(tree, False):
        if not told and (text := _text(node)) and text not in MEANT:
            yield node.lineno, text


def _walk(node: ast.AST, told: bool) -> Iterator[tuple[ast.AST, bool]]:
    """Every text in the tree, and whether it is told of in another way than bare."""
    if isinstance(node, (ast.Constant, ast.JoinedStr)):
        yield node, told
        if isinstance(node, ast.Constant):
            return
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _walk(part.value, False)
        return
    routed = {id(part) for part in gather.routed(node)} if isinstance(node, ast.Call) else set()
    silent = isinstance(node, ast.Call) and gather.called(node) in SILENT
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST):
                continue
            given = child.value if isinstance(child, ast.keyword) else child
            yield from _walk(
                child, silent or id(given) in routed or _never_shown(node, name) or (told and _holds(node))
            )


def _never_shown(node: ast.AST, name: str) -> bool:
    """Docstrings, annotations, keys, and what is compared with."""
    docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return (
        docstring or isinstance(node, (ast.Compare, ast.Assert)) or name in ("annotation", "returns", "slice", "keys")
    )


def _holds(node: ast.AST) -> bool:
    """One of several texts, all of them told, or all of them compared with."""
    return isinstance(node, (ast.IfExp, ast.Dict, ast.Tuple, ast.Set, ast.keyword))


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) and _READS.search(node.value) else ""
    assert isinstance(node, ast.JoinedStr)
    text = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    return text if _LETTERS.search(_FILE.sub("", text)) else ""


def test_no_text_of_the_window_is_bare() -> None:
    found = [
        f"{path.relative_to(GUI)}:{line}: {text}"
        for path in sorted(GUI.rglob("*.py"))
        if path.name not in NO_WORDS
        for line, text in bare(ast.parse(path.read_text("utf-8")))
    ]
    assert not found, "give these to tr (in the window) or say (in the case process):\n" + "\n".join(found)


def test_a_bare_text_is_found() -> None:
    source = (
        'field.setText("Say why")\nfield.setText(tr("Say why"))\nfield.setText(f"{n} pages")\nx = tr("a" if y else "b")'
    )
    assert [line for line, _ in bare(ast.parse(source))] == [1, 3]


def parted(tree: ast.Module) -> Iterator[int]:
    """Lines of errors whose words are put together from parts, so that no catalogue can hold them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and gather.called(node) in ("BadInput", "Refused", "Cancelled"):
            for part in [*node.args, *(word.value for word in node.keywords)]:
                made = isinstance(part, ast.BinOp) and _reads(part.left)
                if made or (isinstance(part, ast.JoinedStr) and _text(part)):
                    yield part.lineno


def _reads(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def test_errors_below_the_window_can_be_told_in_another_language() -> None:
    # The shell's own errors are never shown in the window.
    below = [path for path in sorted(GUI.parent.rglob("*.py")) if not {"cli", "gui"} & {*path.parts}]
    found = [f"{path.relative_to(GUI.parent)}:{line}" for path in below for line in parted(ast.parse(path.read_text()))]
    assert not found, "give these to say, with what is put in by name:\n" + "\n".join(found)


def test_an_error_made_of_parts_is_found() -> None:
    source = 'Refused(f"{n} pages")\nRefused(say("{n} pages", n=n))\nBadInput("a", do="Use " + x)\nBadInput(f"{a}/{b}")'
    assert [*parted(ast.parse(source))] == [1, 3]
