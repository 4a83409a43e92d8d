# SPDX-License-Identifier: AGPL-3.0-or-later
"""The team lead's sample of what is left readable: drawn from the submitted plan, read, and put on record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Event, Kind
from redactor.domain.pages import PageContent
from redactor.domain.saying import say
from redactor.operations.checking.sweep import surviving_text
from redactor.operations.view import CaseView
from redactor.review.checks.sample import SIZE, Estimate, Unit, counted, draw, estimate
from redactor.review.decisions.decided import PageKey

#: Words of a passage: what somebody takes in at a glance.
WORDS = 45
#: Stands for what is held back within a passage.
HIDDEN = "▒"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of the sample: its number from 1, and its words with a blank line where something is held back."""

    number: int
    unit: Unit
    text: str


def passages(view: CaseView) -> Iterator[tuple[Unit, str]]:
    """Everything that stays readable, passage by passage in the order of the release, with its words."""
    cues: dict[PageKey, int] = defaultdict(int)
    for cue in view.cues:
        cues[cue.document, cue.page] += 1
    for key in view.release_keys:
        outcome = view.outcomes[key]
        content = view.case.page(*key)
        if content is None or outcome.plan.withheld is not None:
            continue
        text = surviving_text(content, outcome.boxes)
        scanned = any(word.source.from_pixels for word in content.words)
        page = "high" if cues[key] or scanned else "middle" if outcome.plan.redactions else "low"
        for start, end in _stretches(content):
            shown = _read(content.text[start:end], text[start:end])
            if any(letter.isalpha() for letter in shown):
                # Where something is hidden in the very passage, more may be about the same people.
                layer = "high" if HIDDEN in shown else page
                yield Unit(key[0], key[1], start, end, layer), shown


def _read(whole: str, left: str) -> str:
    """The words that are left, with one mark for each run of words that is held back."""
    pairs = zip(whole, left, strict=True)
    text = "".join(HIDDEN if now.isspace() and not was.isspace() else now for was, now in pairs)
    return re.sub(rf"{HIDDEN}[{HIDDEN}\s]*{HIDDEN}|{HIDDEN}", HIDDEN, " ".join(text.split()))


def _stretches(content: PageContent) -> Iterator[tuple[int, int]]:
    """The page's words in runs of about :data:`WORDS`, ending with a line where one ends near."""
    first: int | None = None
    count, line = 0, (-1, -1)
    end = 0
    for word, offset in zip(content.words, content.offsets, strict=True):
        if first is not None and (count >= WORDS or (count >= WORDS // 2 and line != (word.block, word.line))):
            yield first, end
            first, count = None, 0
        if first is None:
            first = offset
        count, line, end = count + 1, (word.block, word.line), offset + len(word.text)
    if first is not None:
        yield first, end


def sample(view: CaseView, size: int = SIZE) -> tuple[list[Passage], list[Unit]]:
    """The sample of the submitted plan, and every passage it was drawn from.

    Raises Refused when nothing is submitted: before that there is no plan to draw from that would stay."""
    if view.state.submission is None:
        raise Refused("nothing is submitted, so there is nothing to draw a sample from", do="Submit the case first")
    found = list(passages(view))
    units = [unit for unit, _ in found]
    texts = dict(found)
    chosen = draw(units, view.state.submission.digest, size)
    return [Passage(n, unit, texts[unit]) for n, unit in enumerate(chosen, start=1)], units


def record_sample(
    view: CaseView, missed: Sequence[int], signer: Identity, *, size: int = SIZE, comment: str = ""
) -> tuple[Event, Estimate]:
    """Put on record that the sample was read, which of its passages hold a miss, and what follows for the rest.

    Raises BadInput for a number that is not in the sample, Refused for anybody who decided in this case."""
    view.case.require_writable()
    if signer.role != "team-lead" or signer.key in view.state.authors:
        do = "A team lead who decided nothing in it does"
        raise Refused(say("{name} cannot read the sample of this case", name=signer.name), do=do)
    drawn, units = sample(view, size)
    unknown = sorted(set(missed) - {passage.number for passage in drawn})
    if unknown:
        raise BadInput(
            say("the sample has no passage {unknown}", unknown=unknown[0]),
            do=say("It has 1 to {number}", number=len(drawn)),
        )
    found = [passage.unit for passage in drawn if passage.number in set(missed)]
    said = estimate(counted(units), counted([p.unit for p in drawn]), counted(found))
    assert view.state.submission is not None  # sample
    payload = {
        "submission": view.state.submission.event.id,
        "plan_digest": view.state.submission.digest,
        "size": size,
        "passages": said.passages,
        "read": said.read,
        "missed": [[unit.document, unit.page, unit.start, unit.end] for unit in found],
        "likely": round(said.likely, 1),
        "low": said.low,
        "high": said.high,
        "comment": comment,
    }
    return view.record(Kind.SAMPLE_READ, payload, signer), said
