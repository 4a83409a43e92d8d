# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long cases are kept: the schedule, holds, what is due across a folder, and which copies are known of."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from redactor.casefile.identity import Identity
from redactor.casefile.store import CaseFile
from redactor.domain.catalogue import RESOURCES
from redactor.domain.errors import BadInput, RedactorError, Refused
from redactor.domain.journal import Event, Kind
from redactor.domain.saying import say
from redactor.operations.request.case import iso_date
from redactor.operations.view import CaseView
from redactor.review.release.sending import WAYS

#: Longest time a schedule can give, in months: a hundred years.
LONGEST = 1200
SUFFIX = ".case"


@dataclass(frozen=True, slots=True)
class Schedule:
    """``name`` says whose it is; ``kinds`` are title and months by kind; ``default`` is for a case put into none."""

    name: str
    default: str
    kinds: Mapping[str, tuple[str, int]]


@cache
def shipped_schedule() -> Schedule:
    return read_schedule((RESOURCES / "retention.toml").read_text(encoding="utf-8"), "retention.toml")


def schedule(file: Path | None) -> Schedule:
    """A council's own schedule, or the example that ships. Raises BadInput."""
    if file is None:
        return shipped_schedule()
    try:
        return read_schedule(file.read_text(encoding="utf-8"), str(file))
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput("the schedule cannot be read", str(file), "Give a .toml file like retention.toml") from error


def read_schedule(text: str, where: str) -> Schedule:
    """Raises BadInput for a schedule that is not whole."""
    try:
        data = tomllib.loads(text)
        kinds = {str(kind): (str(entry["title"]), entry["months"]) for kind, entry in data["kinds"].items()}
        made = Schedule(str(data["name"]), str(data["default"]), kinds)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise BadInput(
            "the schedule is not whole", where, "It needs name, default, and kinds with title and months"
        ) from error
    wrong = [kind for kind, (_, months) in kinds.items() if type(months) is not int or not 1 <= months <= LONGEST]
    if wrong or made.default not in kinds:
        what = (
            say("the kind '{kind}' has no whole number of months", kind=wrong[0])
            if wrong
            else "its default is none of its kinds"
        )
        raise BadInput(what, where, say("Give months from 1 to {most}", most=LONGEST))
    return made


@dataclass(frozen=True, slots=True)
class Kept:
    """One case on the list: its file and reference, when it is due (None: cannot be said), why, and what holds it.
    ``problem`` stands instead for a case that could not be opened."""

    path: Path
    reference: str = ""
    due: date | None = None
    why: str = ""
    hold: str = ""
    problem: str = ""

    def is_due(self, today: date) -> bool:
        return self.due is not None and self.due <= today and not self.hold


def kept(view: CaseView, given: Schedule) -> Kept:
    """How long this case is kept. A case put into a kind goes by what was on record then."""
    keeping = view.state.keeping
    due = keeping.due(given.default, given.kinds[given.default][1])
    hold = keeping.hold.why if keeping.hold else ""
    return Kept(view.case.path, str(view.fact("reference")), due.on, due.why, hold)


def due_list(folder: Path, given: Schedule, *, passphrase: str = "", recovery: Path | None = None) -> Iterator[Kept]:
    """Every case in a folder and below, the earliest due first. A case that the passphrase (or the office's recovery
    keys) does not open is listed as such: it is not left out in silence. Raises BadInput for no folder."""
    if not folder.is_dir():
        raise BadInput("there is no such folder", str(folder), "Give the folder that holds the cases")
    rows: list[Kept] = []
    for path in sorted(folder.rglob(f"*{SUFFIX}")):
        try:
            with CaseFile.open(path, passphrase, recovery=recovery, write=False) as case:
                rows.append(kept(CaseView(case), given))
        except RedactorError as error:
            rows.append(Kept(path, problem=error.what))
    return iter(sorted(rows, key=lambda row: (row.due is None, row.due or date.max, str(row.path))))


def set_retention(
    view: CaseView,
    given: Schedule,
    kind: str = "",
    *,
    until: str = "",
    ended: str = "",
    why: str = "",
    signer: Identity | None = None,
) -> Event:
    """Put the case into a kind of the schedule, or set the day by hand (``until``, with its reason). ``ended`` is the
    day a case without a release came to its end. Raises BadInput."""
    view.case.require_writable()
    kind = kind or view.state.keeping.kind or given.default
    if kind not in given.kinds:
        raise BadInput(
            say("the schedule has no kind '{kind}'", kind=kind),
            do=say("Use one of: {known}", known=", ".join(given.kinds)),
        )
    until, ended = iso_date(until, "day to keep it until"), iso_date(ended, "day it ended")
    if until and not why.strip():
        raise BadInput("a day that is set by hand needs its reason", do="Give --why W")
    payload = {
        "kind": kind,
        "months": given.kinds[kind][1],
        "schedule": given.name,
        "until": until,
        "ended": ended,
        "why": " ".join(why.split()),
    }
    return view.record(Kind.RETENTION_SET, payload, signer)


def put_hold(view: CaseView, why: str, *, signer: Identity | None = None) -> Event:
    """The case is kept, whatever the schedule says, until the hold is lifted. Raises BadInput, Refused."""
    view.case.require_writable()
    if not why.strip():
        raise BadInput("a hold needs its reason", do="Give --why W, such as the proceedings it is kept for")
    if view.state.keeping.hold is not None:
        raise Refused("the case is on hold already", do="Lift that hold first, or leave it")
    return view.record(Kind.HOLD_PUT, {"why": " ".join(why.split())}, signer)


def lift_hold(view: CaseView, why: str, *, signer: Identity | None = None) -> Event:
    """Lift the hold. Raises BadInput without a reason, Refused when there is none."""
    view.case.require_writable()
    if not why.strip():
        raise BadInput("lifting a hold needs its reason", do="Give --why W")
    if view.state.keeping.hold is None:
        raise Refused("the case is not on hold", do="There is nothing to lift")
    return view.record(Kind.HOLD_LIFTED, {"why": " ".join(why.split())}, signer)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy the journal knows of: what it is, the day it was made or went, and what names it there."""

    what: str
    on: str
    named_by: str = ""

    def to_json(self) -> dict[str, Any]:
        return {"what": self.what, "on": self.on, "named_by": self.named_by}


def known_copies(view: CaseView) -> list[Copy]:
    """What the journal knows to exist elsewhere, without anybody's name: releases, sendings, copies handed over."""
    found: list[Copy] = []
    for event in view.state.events:
        data, on = event.payload, event.at[:10]
        if event.kind is Kind.EXPORTED:
            found.append(Copy("a release folder, named by its manifest", on, str(data.get("manifest", ""))))
        elif event.kind is Kind.RELEASE_SENT:
            way = WAYS.get(str(data.get("way", "")), "sent")
            sha = str(data.get("copy", "")) or str(data.get("manifest", ""))
            found.append(Copy(f"a release that was sent, {way}", str(data.get("on", "")) or on, sha))
        elif event.kind is Kind.HANDED_OVER:
            found.append(Copy("a copy of the case file that was handed over", on, str(data.get("copy", ""))))
    return found
