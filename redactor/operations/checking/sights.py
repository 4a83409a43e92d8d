# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pages read as they will be released: what can be seen there and does not stand in the text layer.

Only pages with boxes are looked at: any other looks as it did when it was taken in, and was read then. A page is
read once for what it will look like, and kept with the case; a decision about one page leaves the others as they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from importlib.metadata import version

from redactor.domain.errors import RedactorError, Refused
from redactor.domain.geometry import Box
from redactor.domain.journal import canonical
from redactor.domain.saying import say
from redactor.operations.checking.sight_tasks import Reading, Seen, read_released
from redactor.operations.checking.troubles import kept
from redactor.operations.flow import flow
from redactor.operations.progress import Progress, silent
from redactor.operations.view import CaseView
from redactor.release.widths import Width
from redactor.review.decisions.decided import PageKey
from redactor.review.papers.troubles import agreed
from redactor.review.release.settings import setting_in

#: What a reading depends on besides the page: raised when pages are read another way.
WAY = "2"
PREFIX = "sight/"


@dataclass(frozen=True, slots=True)
class Looked:
    """How many pages there were to look at, how many of them just now, and how many were read in places or whole."""

    pages: int
    new: int
    places: int
    whole: int


@dataclass(slots=True)
class Sights:
    """The readings there are, by page, each under the key of what the page will look like."""

    kept: dict[PageKey, tuple[str, Reading]] = field(default_factory=dict)

    @classmethod
    def of(cls, view: CaseView) -> Sights:
        """Those kept with the case; read from it once."""
        found: Sights | None = view.__dict__.get("_sights")
        if found is None:
            rows = view.case.get_many(PREFIX)
            found = view.__dict__["_sights"] = cls({_page_of(name): _from_json(row) for name, row in rows.items()})
        return found

    def reading(self, key: PageKey, look: str) -> Reading | None:
        held = self.kept.get(key)
        return held[1] if held and held[0] == look else None


def looks(view: CaseView) -> dict[PageKey, str]:
    """For each page with boxes that will be released, a digest of everything its looks depend on."""
    chosen = view.state.settings.items()
    how = [WAY, setting_in(chosen, "box-width"), setting_in(chosen, "box-colour")]
    engines = [version(name) for name in ("pymupdf", "rapidocr", "pypdfium2")]
    # What was read of a document changes only with its analysis.
    digests: dict[str, str] = view.__dict__.setdefault("_content_digests", {}).setdefault(
        view.case.get("findings_revision", 0), {}
    )
    found: dict[PageKey, str] = {}
    as_drawn = agreed(kept(view), view.state.settled)
    for key in view.release_keys:
        outcome = view.outcomes.get(key)
        if outcome is None or not outcome.boxes or outcome.plan.withheld is not None:
            continue
        sha = key[0]
        if sha not in digests:
            digests[sha] = view.case.content_digest(sha)
        boxes = [[list(box) for box in redaction.boxes] for redaction in outcome.plan.redactions]
        parts = [*how, *engines, digests[sha], key[1], boxes, *([as_drawn[key]] if key in as_drawn else [])]
        found[key] = hashlib.sha256(canonical(parts)).hexdigest()[:32]
    return found


def readings(view: CaseView) -> Mapping[PageKey, Reading]:
    """What is known of the pages as they will be released now. A page that was not looked at is not among them."""
    sights = Sights.of(view)
    return {key: found for key, look in looks(view).items() if (found := sights.reading(key, look)) is not None}


def unlooked(view: CaseView) -> list[PageKey]:
    """The pages that still have to be read as they will be released."""
    sights = Sights.of(view)
    return [key for key, look in looks(view).items() if sights.reading(key, look) is None]


def look_over(
    view: CaseView,
    executor: Executor,
    *,
    in_flight: int = 4,
    progress: Progress = silent,
    cancelled: Callable[[], bool] = lambda: False,
) -> Looked:
    """Read every page with boxes as it will be released, unless it was read so before.

    Raises Cancelled (what was read is kept), and Refused for a page that cannot be burned or read.
    """
    from redactor.release.sight import Look  # it loads the engines' wrappers

    wanted = looks(view)
    sights = Sights.of(view)
    chosen = view.state.settings.items()
    colour, canonical_ = setting_in(chosen, "box-colour"), setting_in(chosen, "box-width") == "canonical"
    as_drawn = agreed(kept(view), view.state.settled)
    waiting = iter(todo := [key for key, look in wanted.items() if sights.reading(key, look) is None])

    def submit(key: PageKey) -> Future[Reading]:
        data, inside = view.case.part(*key)
        content = view.case.page(*key)
        assert content is not None  # its outcome has boxes
        hidden = tuple(redaction.boxes for redaction in view.outcomes[key].plan.redactions)
        look = Look(content, inside, hidden, colour, canonical_, as_drawn.get(key, ()))
        return executor.submit(read_released, data, view.documents[key[0]].password, look)

    for done, (key, future) in enumerate(flow(lambda: next(waiting, None), submit, in_flight, cancelled), start=1):
        try:
            reading = future.result()
        except RedactorError:
            reading = _again(view, key, submit)
        sights.kept[key] = (wanted[key], reading)
        if not view.case.read_only:
            view.case.put(f"{PREFIX}{key[0]}/{key[1]}", _to_json(wanted[key], reading))
        progress(done, len(todo), "Reading pages as they will be released")
    found = [sights.kept[key][1].how for key in wanted]
    return Looked(len(wanted), len(todo), found.count("places"), found.count("whole"))


def _again(view: CaseView, key: PageKey, submit: Callable[[PageKey], Future[Reading]]) -> Reading:
    """A page whose worker was lost, once more by itself."""
    try:
        return submit(key).result()
    except RedactorError as error:
        where = f"{view.documents[key[0]].name}, page {key[1]}"
        do = "Withhold the page, or add a repaired copy of the document"
        raise Refused(
            say("the page cannot be read as it will be released: {reason}", reason=error.what), where, do
        ) from error


def _page_of(name: str) -> PageKey:
    _, sha, page = name.split("/")
    return sha, int(page)


def _to_json(look: str, reading: Reading) -> list[object]:
    words = [[word.text, [round(value, 1) for value in word.box], word.line, word.known] for word in reading.words]
    widths = [[[w.kind, w.why, round(w.points, 2), round(w.letters, 4)] for w in boxes] for boxes in reading.widths]
    return [look, reading.how, words, widths, [list(band) for band in reading.left]]


def _from_json(row: list[object]) -> tuple[str, Reading]:
    if len(row) != 5:
        return "", Reading("nothing")  # of another version: looked at again
    look, how, words, widths, left = row
    assert isinstance(widths, list) and isinstance(left, list)
    told = tuple(tuple(Width(*width) for width in boxes) for boxes in widths)
    bands = tuple((float(low), float(high)) for low, high in left)
    return str(look), Reading(str(how), tuple(_words(words)), told, bands)


def _words(rows: object) -> Iterator[Seen]:
    assert isinstance(rows, list)
    for text, box, line, known in rows:
        yield Seen(text, Box(*box), line, known)
