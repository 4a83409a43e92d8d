# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where a release's CPU time goes, step by step: each step's own time, without that of the steps inside it.

A profiler makes code of many small calls look two to three times dearer than it is. This wraps a few dozen functions,
in every module that knows them, and takes the clock at their edges only.
"""

from __future__ import annotations

import functools
import importlib
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

#: Step, and the functions (below redactor.release) that are it.
STEPS: dict[str, tuple[str, ...]] = {
    "burn: open the source": ("burn.draw.open_source",),
    "burn: look at the page": ("burn.draw._pictures", "burn.draw._alone", "burn.draw._hide_empty_signatures"),
    "burn: display list": ("burn.draw.draw",),
    "burn: render (look for colour, page)": ("burn.draw._best", "burn.draw._all_grey", "burn.draw._pixels"),
    "burn: set lines again": ("burn.again.set_again",),
    "burn: move lines of scans": ("burn.shift.shifted", "burn.widen.widened"),
    "burn: boxes": ("burn.boxes.pixel_boxes",),
    "burn: encode: choose levels, pack": ("burn.encode.encode",),
    "burn: encode: deflate": ("burn.encode.deflate",),
    "burn: text layer, labels, structure": ("burn.page.burn_page",),
    "burn: deflate the content": ("burn.page.deflate",),
    "assemble: write objects": ("burn.bundle.Bundle.add", "burn.bundle.Bundle.finish"),
    "assemble: fonts": ("burn.bundle.Bundle._write_fonts",),
    "assemble: cover and index": ("assemble.front_pages",),
    "assemble: the rest": ("assemble.burn_release",),
    "logs": ("tasks.write_log",),
    "verify: what is expected": ("verify.expect.expected_page", "verify.terms.secret_terms", "premises._surviving"),
    "verify: open the release, the source": ("verify.picture.open_pdf",),
    "verify: print of a page": ("verify.pages._print_of",),
    "verify: read the content": ("verify.content.read_content",),
    "verify: terms": ("verify.terms.found_in",),
    "verify: decode the picture": ("verify.raster.read_raster",),
    "verify: the picture's data": ("verify.imagedata.check_image_data",),
    "verify: draw the source": ("verify.source.SourcePage.picture",),
    "verify: compare outside the boxes": ("verify.compare.compare",),
    "verify: boxes are flat": ("verify.flat.flat_problems", "verify.flat.letters_outside"),
    "verify: strays": ("verify.strays.stray_patches",),
    "verify: which lines were set again": ("verify.moved.released_boxes",),
    "verify: lines: which letters": ("verify.letterwise.LetteredLines.__init__",),
    "verify: lines: draw the source again": ("verify.source.SourcePage.strips",),
    "verify: lines: at a glance": ("verify.letterwise.LetteredLines.look",),
    "verify: lines: words": ("verify.likeness.check_lines",),
    "verify: lines: finely": ("verify.letterwise.LetteredLines.wrong",),
    "verify: words": ("verify.readable.check_words",),
    "verify: places": ("verify.looks.check_place",),
    "verify: pages, the rest": ("verify.pages.check_pages",),
    "verify: file: bytes": ("verify.scan.scan_file", "verify.file.Strings.read"),
    "verify: file: objects": ("verify.grammar.Grammar.walk",),
    "verify: file: the rest": ("verify.file.check_file",),
    "verify: index": ("verify.index.check_index",),
    "verify: logs": ("verify.file.check_log",),
    "verify: the rest": ("check.Check.pages", "check.Check.finish", "check.Check.__init__"),
    "hashes, manifest": ("manifest.write_manifest", "manifest.file_hash"),
}


class Clock:
    """CPU seconds by step; a step's time stops while one inside it runs."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()
        self._inside: list[str] = []
        self._since = 0.0

    def _turn(self) -> None:
        now = time.process_time()
        if self._inside:
            self.spent[self._inside[-1]] += now - self._since
        self._since = now

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        self._turn()
        self._inside.append(name)
        self.calls[name] += 1
        try:
            yield
        finally:
            self._turn()
            self._inside.pop()

    def around(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def timed(*given: Any, **more: Any) -> Any:
            with self.step(name):
                return function(*given, **more)

        return timed


@contextmanager
def clock() -> Iterator[Clock]:
    """The steps are timed while this is open."""
    timer = Clock()
    undo: list[tuple[Any, str, Any]] = []
    for step, paths in STEPS.items():
        for path in paths:
            holder, name = _holder(path)
            real = vars(holder)[name]
            timed = timer.around(step, real)
            # "burn.encode.deflate" is the name that module knows; the function itself lives elsewhere.
            everywhere = real.__module__ == getattr(holder, "__name__", "")
            modules = [m for key, m in list(sys.modules.items()) if key.startswith("redactor.")] if everywhere else []
            for place in [holder, *modules]:
                if vars(place).get(name) is real:
                    undo.append((place, name, real))
                    setattr(place, name, timed)
    try:
        yield timer
    finally:
        for place, name, real in undo:
            setattr(place, name, real)


def _holder(path: str) -> tuple[Any, str]:
    """The module or class below redactor.release that has a name, and the name."""
    parts = path.split(".")
    classed = 2 if parts[-2].lstrip("_")[0].isupper() else 1
    holder: Any = importlib.import_module(".".join(("redactor.release", *parts[:-classed])))
    if classed == 2:
        holder = getattr(holder, parts[-2])
    return holder, parts[-1]


def table(timers: list[Clock], pages: int) -> str:
    """The least milliseconds a page of each step over some runs, and how often it was taken."""
    rows = [(min(timer.spent[step] for timer in timers) * 1e3 / pages, timers[0].calls[step], step) for step in STEPS]
    lines = [f"{spent:8.2f} {calls:6d}  {step}" for spent, calls, step in rows]
    return "\n".join([*lines, f"{sum(row[0] for row in rows):8.2f}         all of them"])
