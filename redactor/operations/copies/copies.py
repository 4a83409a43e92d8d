# SPDX-License-Identifier: AGPL-3.0-or-later
"""Find what stands in more than one place of the record, and keep it with the case.

Fingerprints are worked out each time (a fraction of a millisecond a page); what two pages share is kept by their texts,
so a late document costs only the pairs it is part of.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from typing import Any

from redactor.bundle import copy_tasks as tasks
from redactor.casefile.store import CaseFile
from redactor.detect.language.found import Unit
from redactor.domain.pages import Origin
from redactor.operations.flow import flow
from redactor.operations.progress import Progress, silent

#: Texts fingerprinted, and pairs aligned and their letters, by one task.
TEXTS, PAIRS, LETTERS = 256, 192, 1_000_000
#: What is kept was found by these rules; a change of them makes it be found anew.
RULES = "1"
_KEPT = "copy/"
#: Shorter texts (a page number, a stamp) are alike by chance.
FEWEST_LETTERS = 60


def find_copies(
    case: CaseFile,
    units: Sequence[Unit],
    origins: Sequence[Origin],
    executor: Executor,
    *,
    in_flight: int = 4,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Look for pages and passages that stand twice; how many pairs of pages share something. Raises Cancelled."""
    pages = [
        (origin.document, origin.page, unit.text)
        for unit, origin in zip(units, origins, strict=True)
        if origin.place is None and len(unit.text) >= FEWEST_LETTERS
    ]
    texts = [text for _, _, text in pages]
    keys = [hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:20] for text in texts]
    marks: dict[int, list[bytes]] = {}
    jobs = iter(range(0, len(texts), TEXTS))

    def mark(start: int) -> Future[list[bytes]]:
        return executor.submit(tasks.fingerprints, texts[start : start + TEXTS])

    for start, made in flow(lambda: next(jobs, None), mark, in_flight, cancelled):
        marks[start] = made.result()
    every = [value for start in sorted(marks) for value in marks[start]]
    pairs = executor.submit(tasks.copy_candidates, every).result()
    names = [f"{_KEPT}{RULES}/{keys[one]}{keys[other]}" for one, other in pairs]
    known = case.keys(_KEPT)
    wanted = {name: pair for name, pair in zip(names, pairs, strict=True) if name not in known}
    batches = _batches({name: len(texts[one]) + len(texts[other]) for name, (one, other) in wanted.items()})

    def compare(batch: list[str]) -> Future[list[list[Any] | None]]:
        chosen = [wanted[name] for name in batch]
        return executor.submit(tasks.align_texts, [(texts[one], texts[other]) for one, other in chosen])

    shared: dict[str, bool] = {}
    for batch, found in flow(lambda: next(batches, None), compare, in_flight, cancelled):
        rows_of = dict(zip(batch, found.result(), strict=True))
        case.put_many(rows_of)
        shared.update((name, row is not None) for name, row in rows_of.items())
        progress(len(shared), len(wanted), "Looking for copies")
    case.drop(known.difference(names))
    if len(shared) < len(set(names)):
        kept = case.get_many(f"{_KEPT}{RULES}/")
        shared.update((name, row is not None) for name, row in kept.items())
    used: dict[int, int] = {}
    rows = []
    for name, (one, other) in zip(names, pairs, strict=True):
        if shared[name]:
            rows.append([used.setdefault(one, len(used)), used.setdefault(other, len(used)), name])
    case.put("copies", {"pages": [[pages[n][0], pages[n][1]] for n in used], "pairs": rows})
    return len(rows)


def _batches(letters: Mapping[str, int]) -> Iterator[list[str]]:
    """These names of pairs in batches of at most PAIRS, whose texts have at most LETTERS letters where it is more than
    one pair."""
    batch: list[str] = []
    held = 0
    for name, count in letters.items():
        if batch and (len(batch) == PAIRS or held + count > LETTERS):
            yield batch
            batch, held = [], 0
        batch.append(name)
        held += count
    if batch:
        yield batch


def copies_of(case: CaseFile) -> dict[tuple[str, int], list[tuple[tuple[str, int], bool, Any]]]:
    """By page: the other page, whether the alignment is to be read backwards, and the alignment as kept."""
    kept = case.get("copies") or {"pages": [], "pairs": []}
    rows = case.get_many(f"{_KEPT}{RULES}/") if kept["pairs"] else {}
    pages = [(sha, page) for sha, page in kept["pages"]]
    edges: dict[tuple[str, int], list[tuple[tuple[str, int], bool, Any]]] = defaultdict(list)
    for one, other, name in kept["pairs"]:
        if rows.get(name) is not None:
            edges[pages[one]].append((pages[other], False, rows[name]))
            edges[pages[other]].append((pages[one], True, rows[name]))
    return edges
