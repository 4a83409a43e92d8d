# SPDX-License-Identifier: AGPL-3.0-or-later
"""Makes the demo bundle and its truth from the texts beside this script.

    python resources/demo/make/make.py [FOLDER]

Needs LibreOffice Writer, ReportLab, MuPDF and Pillow; writes the PDFs and truth.json to FOLDER (default: the
folder above this one). Dates, ids and noise are fixed: the same versions make the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import fodt
import markup
import pymupdf
import reports
import scans
import stories
import truth
from cast import EVERYBODY

HERE = Path(__file__).resolve().parent
#: The typewriter of the letter that was scanned.
SCAN_FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
#: The minutes lie in the file twice: the second copy was saved again by another program.
COPY_OF, COPY = "04 Strategy meeting minutes 130919.pdf", "Strategy mtg minutes - school copy.pdf"


def main(folder: Path) -> None:
    """Make everything; RuntimeError or ValueError when a text did not come out as written."""
    found: dict[str, Any] = {"files": [], "mentions": [], "passages": []}
    for source in sorted((HERE / "text").glob("*.txt")):
        text = markup.read(source)
        target = folder / text.get("file")
        scanned, tilts = _made(text, target)
        document = scanned or pymupdf.open(target)
        _entered(found, document, target.name, text, tilts)
        _check(found, source, text)
        if target.name == COPY_OF:
            _copied(found, target, folder / COPY)
    found["files"].sort(key=lambda entry: entry["file"])
    found["mentions"].sort(key=lambda entry: (entry["file"], entry["page"]))
    people = [
        {k: v for k, v in asdict(person).items() if k not in ("forms", "relations", "facts")}
        | {
            "aliases": sorted(
                {m["text"] for m in found["mentions"] if m["person"] == person.id and m["label"] == "PERSON"}
            )
        }
        for person in EVERYBODY
    ]
    unseen = [person["name"] for person in people if not person["aliases"]]
    if unseen:
        raise ValueError(f"in the cast but in no document: {unseen}")
    result = {
        "coordinates": "points, top left origin, page as displayed; pages count from 1 (0: the whole file)",
        "people": people,
    } | found
    lines = json.dumps(result, indent=None, ensure_ascii=False, separators=(",", ":"))
    (folder / "truth.json").write_text(lines.replace('},{"', '},\n{"') + "\n", encoding="utf-8")


def _made(text: markup.Text, target: Path) -> tuple[pymupdf.Document | None, list[scans.Tilt] | None]:
    maker = text.get("maker")
    if maker.startswith("scan-"):
        document = (
            reports.laid_out(text) if text.get("layout") == "reportlab" else stories.laid_out(text, str(SCAN_FONT))
        )
        return document, scans.make(document, target, maker.removeprefix("scan-"), seed=len(target.name))
    {"libreoffice": fodt.make, "reportlab": reports.make, "form": reports.make_form, "story": stories.make}[maker](
        text, target
    )
    if text.get("note"):
        _noted(target, text.get("note"))
    return None, None


def _noted(target: Path, note: str) -> None:
    """Stick a comment to the top of a page ("3 | the comment")."""
    page, _, words = note.partition(" | ")
    document = pymupdf.open(stream=target.read_bytes())
    annotation = document[int(page) - 1].add_text_annot((560, 60), words, icon="Comment")
    annotation.set_info(title="Helen Critchley", creationDate=f"D:{fodt.MADE}", modDate=f"D:{fodt.MADE}")
    document.save(target, no_new_id=True)


def _entered(
    found: dict[str, Any], document: pymupdf.Document, name: str, text: markup.Text, tilts: list[scans.Tilt] | None
) -> None:
    entry = {
        "file": name,
        "pages": len(document),
        "maker": text.get("maker"),
        "scanned": tilts is not None,
        "copy_of": "",
    }
    found["files"].append(entry)
    found["mentions"] += truth.mentions(document, name, tilts)
    found["mentions"] += truth.elsewhere(document, name) if tilts is None else []
    found["passages"] += [truth.passage(document, name, reason, words) for reason, words in text.passages]


def _copied(found: dict[str, Any], original: Path, copy: Path) -> None:
    document = pymupdf.open(original)
    document.set_metadata({"producer": "MuPDF 1.28", "creationDate": f"D:{fodt.MADE}", "modDate": f"D:{fodt.MADE}"})
    document.save(copy, garbage=4, deflate=True, use_objstms=1, no_new_id=True)
    again = pymupdf.open(copy)
    text = markup.Text({"maker": "resaved"})
    _entered(found, again, copy.name, text, None)
    found["files"][-1]["copy_of"] = original.name


def _check(found: dict[str, Any], source: Path, text: markup.Text) -> None:
    """Everything that is written in the source must be found on the pages, as often or (headers) more often."""
    blocks: list[str] = []
    for block in text.blocks:
        value = block.cells[-1:] if block.kind == "field" else block.cells
        blocks += [markup.plain(part) for part in (block.text, *value)]
    written: Counter[tuple[str, str, str]] = Counter()
    for part in blocks:
        written += truth.counted(part)
    there = Counter(
        (m["text"], m["person"], m["label"])
        for m in found["mentions"]
        if m["file"] == text.get("file") and m["where"] in ("page", "form_field")
    )
    lost = written - there
    if lost:
        raise ValueError(f"{source.name}: written but not found on the pages: {dict(lost)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent)
