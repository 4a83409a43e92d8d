# SPDX-License-Identifier: AGPL-3.0-or-later
"""``python -m tests.benchmarks.one_name``: what giving one name costs in a large case (goal: 100 ms on 5,000 pages).

Light made-up pages; the mentions are made up too (every known name of the record, where it stands), since the finder is
not what is measured. A name nobody knew is planted on some pages, now and then misspelt. Prints a JSON line a name:
milliseconds of wall and CPU time from the call to the outcomes of the pages it reaches, and the same for its undo.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import random
import re
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.papers import FORENAMES, SURNAMES, sentence

PASSPHRASE = "benchmark"
#: How many pages of a thousand hold the name that is given, and the name.
PLANTED = {"Ottoline Vaughan-Reece": 2, "Kaspar Wren": 10, "Delphine Ashdown": 100}


def record(pages: int, seed: int = 5) -> bytes:
    """A PDF of pages with five lines of notes each."""
    from reportlab.pdfgen.canvas import Canvas

    random_ = random.Random(seed)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(420, 220), invariant=1, pageCompression=1)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica", 10)
        canvas.drawString(30, 190, f"Case notes, page {page}")
        lines = [sentence(random_) for _ in range(4)]
        for name, often in PLANTED.items():
            if random_.random() * 1000 < often:
                said = random_.choice((name, name, name.split()[0], name.replace("a", "e", 1)))
                lines.append(f"{said} rang the duty desk twice.")
        for number, line in enumerate(lines):
            canvas.drawString(30, 170 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def findings(view: Any) -> None:
    """Made-up findings: everybody who is known, in every place."""
    from redactor.domain.mentions import Label, Mention, Person, Role, Tier
    from redactor.domain.pages import Where

    pattern = re.compile("|".join(f"{name}(?: (?:{'|'.join(SURNAMES)}))?" for name in FORENAMES))
    mentions, people = [], [Person(f"p{n}", name, (), Role.THIRD_PARTY) for n, name in enumerate(FORENAMES)]
    for document in view.documents.values():
        for content in view.case.pages(document.sha256):
            for number, match in enumerate(pattern.finditer(content.text)):
                boxes = content.boxes_between(*match.span())
                who = f"p{FORENAMES.index(match[0].split()[0])}"
                place = (document.sha256, content.page, Where.PAGE, *match.span(), match[0], boxes)
                mentions.append(Mention(f"m-{content.page}-{number}", *place, Label.PERSON, 0.8, Tier.PROPOSED, who))
    view.case.replace_findings(mentions, people)
    view.case.put("findings_revision", 1)
    view.case.put("analysed", list(view.documents))
    view.refresh()


def measure(pages: int, folder: Path) -> None:
    from redactor.detect.language.lexicon import lexicon
    from redactor.gui.casework.process import OBJECTS
    from redactor.operations.deciding.undoing import undo
    from redactor.operations.finding.one_name import add_name
    from redactor.operations.intake.intake import add_paths
    from redactor.operations.intake.reading import read_text
    from redactor.operations.request.case import new_case
    from redactor.operations.view import CaseView
    from redactor.workers.pool import Pool

    paper, path = folder / f"{pages}.pdf", folder / f"{pages}.case"
    paper.write_bytes(record(pages))
    with Pool(slots=2) as pool, new_case(path, PASSPHRASE, reference="B", subject="Priya Shah") as case:
        add_paths(case, [paper], pool)
        read_text(case, pool, 4, lambda done, total, what: None, lambda: False)
        view = CaseView(case)
        findings(view)
        lexicon()
        assert sum(1 for _ in view.outcomes.values()) > pages
        # As the window's case process has it: else a walk through all mentions for garbage comes in between.
        gc.set_threshold(OBJECTS, 20, 100)
        gc.collect()
        gc.freeze()
        for name in PLANTED:
            for again in (False, True):
                row: dict[str, Any] = {"pages": pages, "name": name, "again": again}
                began, cpu = time.perf_counter(), time.process_time()
                event = add_name(view, name)
                reached = {(anchor[0], anchor[1]) for anchor in event.payload["anchors"]}
                assert all(view.outcomes[key].statuses for key in reached)
                row["places"], row["on_pages"] = len(event.payload["anchors"]), len(reached)
                row["possible"] = sum(span[2] == "possible" for span in event.payload["spans"])
                row["ms"] = round((time.perf_counter() - began) * 1e3, 1)
                row["cpu_ms"] = round((time.process_time() - cpu) * 1e3, 1)
                began = time.perf_counter()
                undo(view)
                assert all(view.outcomes[key] for key in reached)
                row["undo_ms"] = round((time.perf_counter() - began) * 1e3, 1)
                print(json.dumps(row), flush=True)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--pages", default="1000,5000", help="sizes, with commas between")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for pages in map(int, given.pages.split(",")):
            measure(pages, Path(name))


if __name__ == "__main__":
    main()
