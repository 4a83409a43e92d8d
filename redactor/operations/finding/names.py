# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the name finder said of each text, kept: a text it has seen before is not read again.

Each text has a row of its own, so a late document costs what is new in it, whatever the size of the case.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from operator import attrgetter
from typing import Any

from redactor.casefile.store import CaseFile
from redactor.detect import tasks as finding
from redactor.detect.fingerprint import fingerprint
from redactor.detect.language.found import RawSpan
from redactor.operations.flow import flow
from redactor.operations.progress import Progress

#: Texts in one call of the name finder, and their letters: a second's work or two, so that neither of two workers has
#: much to do alone at the end.
BATCH, LETTERS = 32, 30_000
_KEPT = "names/"
#: A span's values in order. ``dataclasses.astuple`` copies each of them deeply, at thirty times the cost.
_VALUES = attrgetter(*RawSpan.__slots__)


def names_in_texts(
    case: CaseFile,
    texts: Sequence[str],
    executor: Executor,
    in_flight: int,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> list[list[RawSpan]]:
    """The finder's names for each text, and the sentences that may do harm, labelled HARM.

    Raises Cancelled; what was found is kept.
    """
    prefix = f"{_KEPT}{fingerprint()[:16]}/"
    keys = [prefix + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:24] for text in texts]
    known = case.keys(_KEPT)
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    jobs = _batches(new)

    def submit(job: list[str]) -> Future[list[list[RawSpan]]]:
        return executor.submit(finding.names_and_harm_in, [new[key] for key in job])

    spans: dict[str, list[RawSpan]] = {}
    for job, future in flow(lambda: next(jobs, None), submit, in_flight, cancelled):
        found = dict(zip(job, future.result(), strict=True))
        case.put_many({key: list(map(_VALUES, here)) for key, here in found.items()})
        spans.update(found)
        progress(len(spans), len(new), "Finding people")
    # Of texts that are no longer there, and of another model.
    case.drop(known.difference(keys))
    if len(spans) < len(set(keys)):
        kept: dict[str, list[list[Any]]] = case.get_many(prefix)
        spans.update((key, [RawSpan(*span) for span in here]) for key, here in kept.items() if key not in spans)
    return [list(spans[key]) for key in keys]


def _batches(texts: Mapping[str, str]) -> Iterator[list[str]]:
    """The keys of these texts in batches of at most BATCH of them and LETTERS letters, or of one longer text. The
    longest come first: what is left for the end is small."""
    batch: list[str] = []
    letters = 0
    for key in sorted(texts, key=lambda key: -len(texts[key])):
        if batch and (len(batch) == BATCH or letters + len(texts[key]) > LETTERS):
            yield batch
            batch, letters = [], 0
        batch.append(key)
        letters += len(texts[key])
    if batch:
        yield batch
