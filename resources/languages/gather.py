# SPDX-License-Identifier: AGPL-3.0-or-later
"""Put every text a user can see into the catalogues, and make what the window loads of them.

    python resources/languages/gather.py

Texts are found in the program's own source by how they are written: as the words given to ``tr``, ``say``, ``count``
and what else ``ROUTES`` names (an error's also by name), in tables given to ``said_all``, in the catalogue of reasons,
and in the rules for harm cues. A translation that is there is kept, also that of a text which is gone from the program
(as "vanished", so that a translator need not do it twice). ``.qm`` files are made by Qt's ``lrelease``, which comes
with PySide6 and leaves out what nobody has translated.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PROGRAM = HERE.parents[1] / "redactor"
REASONS = HERE.parent / "reasons.toml"
CUES = PROGRAM.parent / "models" / "lexicon" / "harm_cues.toml"
CONTEXT = "Redactor"

#: Whose arguments are words to be shown, and at which places (None: all of them). Keywords below count as well.
ROUTES: dict[str, tuple[int, ...] | None] = {
    "tr": (0,),
    "say": (0,),
    "count": (1, 2),
    "said_all": (0,),
    "said_each": None,
    "label": (0,),
    "button": (0,),
    "search_field": None,
    "Choice": (0,),
    "Dialog": None,
    "note": (0,),
    "Spec": (1,),
    "Way": (1, 2),
    "Step": None,
    "BadInput": None,
    "Refused": None,
    "Cancelled": None,
    "Problem": (1, 2, 3),
    "as_bad_input": (0, 2),
    "Other": (0, 1),
    "_anchored": (0,),
    "_pages": (0,),
}
#: Errors, and kinds of file that are not opened, are often given their words by a name that they stand under above.
BY_NAME = frozenset({"BadInput", "Refused", "Cancelled", "as_bad_input", "Other"})
KEYWORDS = frozenset({"tip", "go", "hint", "do", "what"})


@dataclass(frozen=True)
class Text:
    """A text as a translator sees it; ``plural``: with forms by number, "{n}" in each."""

    source: str
    plural: bool = False


def texts(program: Path = PROGRAM) -> list[Text]:
    """Every text of the program, each once, in the order of the alphabet."""
    found = {text for path in sorted(program.rglob("*.py")) for text in texts_of(ast.parse(path.read_text("utf-8")))}
    found |= set(texts_of_reasons(tomllib.loads(REASONS.read_text("utf-8"))))
    found |= set(texts_of_cues(tomllib.loads(CUES.read_text("utf-8"))))
    return sorted(found, key=lambda text: (text.source.casefold(), text.source, text.plural))


def texts_of(tree: ast.AST) -> Iterator[Text]:
    named = assigned(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = called(node)
            # English makes its own plurals; a translator gives those of the other language to the singular.
            for part in node.args[1:2] if name == "count" else routed(node):
                values = named.get(part.id, []) if isinstance(part, ast.Name) and name in BY_NAME else [part]
                for constant in (each for value in values for each in constants(value)):
                    yield Text("{n} " + constant if name == "count" else constant, name == "count")


def assigned(tree: ast.AST) -> Mapping[str, list[ast.expr]]:
    """What each plain name of a file is given, wherever in it."""
    named: dict[str, list[ast.expr]] = defaultdict(list)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named[node.targets[0].id].append(node.value)
    return named


def texts_of_reasons(reasons: Mapping[str, Any]) -> Iterator[Text]:
    """What a caseworker reads of the reasons; what is printed for the person stays in the office's own wording."""
    for entry in (*reasons["reasons"].values(), *reasons["releases"].values()):
        yield from (Text(entry[name]) for name in ("title", "covers", "opinion") if entry.get(name))
        # Dates have a field of their own, which says how they are written.
        yield from (Text(question.replace(" (YYYY-MM-DD)", "")) for question in entry.get("fields", {}).values())
    yield from (Text(who) for who in reasons["requesters"].values())


def texts_of_cues(cues: Mapping[str, Any]) -> Iterator[Text]:
    """Why a passage may belong under the harm test."""
    for rules in cues.values():
        if isinstance(rules, list):
            yield from (Text(rule["why"]) for rule in rules if rule.get("why"))


def called(node: ast.Call) -> str:
    """The name of what is called; of a dialog's own beginning, "Dialog"."""
    function = node.func
    if isinstance(function, ast.Attribute):
        own = function.attr == "__init__" and isinstance(function.value, ast.Call)
        return "Dialog" if own else function.attr
    return function.id if isinstance(function, ast.Name) else ""


def routed(node: ast.Call) -> Iterator[ast.expr]:
    """The arguments of a call that are words to be shown."""
    name = called(node)
    if name not in ROUTES:
        return
    places = ROUTES[name]
    yield from (part for at, part in enumerate(node.args) if places is None or at in places)
    yield from (word.value for word in node.keywords if word.arg in KEYWORDS)


def constants(node: ast.expr) -> Iterator[str]:
    """The texts an argument may be: one, one of two (``a if x else b``), or the values of a table."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from constants(value)


def update(catalogue: Path, wanted: list[Text]) -> None:
    """Put the texts wanted into a catalogue, and nothing else; what is translated stays so."""
    tree = ET.parse(catalogue)
    context = next(each for each in tree.iter("context") if each.findtext("name") == CONTEXT)
    known = {(m.findtext("source"), m.get("numerus") == "yes"): m for m in context.findall("message")}
    for message in known.values():
        context.remove(message)
    for text in wanted:
        message = known.pop((text.source, text.plural), None)
        context.append(_message(text) if message is None else _wanted(message))
    for message in known.values():
        if "".join(message.find("translation").itertext()).strip():
            message.find("translation").set("type", "vanished")
            context.append(message)
    ET.indent(tree, "    ")
    body = ET.tostring(tree.getroot(), encoding="unicode")
    catalogue.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def _message(text: Text) -> ET.Element:
    message = ET.Element("message", {"numerus": "yes"} if text.plural else {})
    ET.SubElement(message, "source").text = text.source
    translation = ET.SubElement(message, "translation", {"type": "unfinished"})
    if text.plural:
        ET.SubElement(translation, "numerusform")
    return message


def _wanted(message: ET.Element) -> ET.Element:
    translation = message.find("translation")
    if translation is not None and translation.get("type") == "vanished":
        del translation.attrib["type"]
    return message


def make(catalogue: Path, into: Path) -> None:
    """Make a catalogue into the file the window loads."""
    import PySide6

    tool = shutil.which("lrelease", path=str(Path(PySide6.__file__).parent))
    if tool is None:
        raise SystemExit("lrelease comes with PySide6 and is not there: install it again")
    subprocess.run([tool, str(catalogue), "-qm", str(into)], check=True, capture_output=True)


if __name__ == "__main__":
    wanted = texts()
    for each in sorted(HERE.glob("*.ts")):
        update(each, wanted)
        make(each, each.with_suffix(".qm"))
        print(f"{each.name}: {len(wanted)} texts")
