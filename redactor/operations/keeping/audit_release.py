# SPDX-License-Identifier: AGPL-3.0-or-later
"""One released folder against the journal and its plan: approval, log, grounds, opinions, supplement."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from datetime import date
from pathlib import Path
from typing import Any

from redactor.casefile.identity import verify
from redactor.casefile.journal import signed_bytes
from redactor.casefile.roster import Roster, read_roster
from redactor.domain.errors import RedactorError
from redactor.domain.journal import Event, Kind, canonical
from redactor.domain.pages import Document
from redactor.domain.plan import Plan
from redactor.operations.request.opinions import LASTS
from redactor.release.tasks import count_pages
from redactor.release.verify.expect import ExpectedSheet, expected_sheets, label_of
from redactor.review.request.opinions import harm_lacks, health_lacks
from redactor.review.state import JournalState
from redactor.review.todo_items import TodoKind, item_id


def release_problems(
    folder: Path, content: Mapping[str, Any], event: Event, plan: Plan, then: JournalState, executor: Executor
) -> Iterator[tuple[str, str]]:
    """(rule, problem) for one folder; ``then`` is what held just before its release was recorded."""
    digest = plan.digest()
    if digest != event.payload.get("plan_digest"):
        yield "plan", "the plan in the record is not the one that was released"
    yield from _approval(content, digest, then)
    added = {
        str(e.payload["sha256"]): Document(
            str(e.payload["sha256"]), str(e.payload.get("name", "")), int(e.payload.get("pages", 0)), 0
        )
        for e in then.events
        if e.kind is Kind.DOCUMENT_ADDED
    }
    missing = [sha for sha in plan.documents if sha not in added]
    if missing:
        yield "plan", f"{len(missing)} documents of the plan were never added"
        return
    yield from (("log", problem) for problem in _log(folder, content, plan, added, executor))
    yield from (("grounds", problem) for problem in _grounds(plan, then))
    yield from (("opinions", problem) for problem in _opinions(plan, then, date.fromisoformat(event.at[:10])))
    yield from (("supplement", problem) for problem in _supplement(content, event, plan, then))


def _approval(content: Mapping[str, Any], digest: str, then: JournalState) -> Iterator[tuple[str, str]]:
    approval, submission = then.approval, then.submission
    if approval is None or submission is None:
        yield "approval", "nothing was approved"
        return
    data = approval.payload
    signed = {key: data.get(key) for key in ("plan_digest", "documents", "head", "submission")}
    sound = verify(approval.actor.key, approval.signature, signed_bytes(approval.id))
    if not sound or not verify(approval.actor.key, str(data.get("signed", "")), canonical(signed)):
        yield "approval", "the approval's signature does not fit"
    if (
        submission.digest != digest
        or data.get("plan_digest") != digest
        or data.get("submission") != submission.event.id
    ):
        yield "approval", "what was approved is not what was submitted and planned"
    if data.get("head") not in approval.parents:
        yield "approval", "the approval signs another point of the journal than it follows"
    names = {author.name.casefold() for author in then.authors.values()}
    if approval.actor.key in then.authors or approval.actor.name.casefold() in names:
        yield "approval", f"{approval.actor.name} approved, and took decisions in the case"
    if approval.actor.role != "team-lead":
        yield "approval", f"{approval.actor.name} approved as {approval.actor.role or 'nobody'}"
    told = content.get("approval", {})
    if told.get("approved_by") != approval.actor.name or told.get("approved_at") != approval.at:
        yield "approval", "the manifest names another approval"
    if content.get("journal_head") != approval.id:
        yield "approval", "the manifest names another point of the journal"
    yield from (("approval", problem) for problem in _roster(told, approval, then))


def _roster(told: Mapping[str, Any], approval: Event, then: JournalState) -> Iterator[str]:
    rosters: list[Roster] = []
    for text in then.rosters:
        try:
            rosters.append(read_roster(text.encode("utf-8")))
        except RedactorError as error:
            yield f"a roster in the journal is not sound: {error.what}"
    if any(roster.key != rosters[0].key for roster in rosters[1:]):
        yield "the rosters in the journal are signed by different offices"
    if bool(told.get("vouched")) != bool(rosters):
        yield "the manifest does not say rightly whether an office vouched for the approver"
    if rosters and not rosters[-1].vouches(approval.actor.key, "team-lead"):
        yield f"{approval.actor.name}'s key is not on the office's roster as a team lead"
    if rosters and told.get("office_key") != rosters[-1].key:
        yield "the manifest names another office's key"


def _log(
    folder: Path, content: Mapping[str, Any], plan: Plan, documents: Mapping[str, Document], executor: Executor
) -> Iterator[str]:
    """The log row by row against the plan, and the PDFs' pages against both."""
    try:
        rows = json.loads((folder / "redaction-log.json").read_text(encoding="utf-8"))
        logged = [(int(row["number"]), int(row["page_in_bundle"]), str(row["label"])) for row in rows]
    except (OSError, ValueError, KeyError, TypeError):
        yield "redaction-log.json cannot be read"
        return
    sheets = expected_sheets(plan, documents)
    names = [str(entry["file"]) for entry in content["files"] if str(entry["file"]).endswith(".pdf")]
    papers = [n for n in names if n.startswith(("bundle", "contents", "documents/"))]
    pages = sum(int(executor.submit(count_pages, str(folder / name)).result()) for name in papers)
    front = pages - len(sheets)
    if front < 1:
        yield f"the PDFs have {pages} pages, too few for the plan's {len(sheets)}"
        return
    expected = Counter(entry for n, sheet in enumerate(sheets, front + 1) for entry in _rows_of(sheet, n))
    # Numbers on one page go by the lines of the page: which of them stands for which box is the bundle's to say.
    own = Counter((page, label) for _, page, label in logged)
    left = sum(1 for _ in plan.left_out)
    if len(rows) != expected.total() + left:
        yield f"the log has {len(rows)} rows, and the plan {expected.total() + left}"
    for (page, label), count in (expected - own).items():
        yield f"page {page}: {count} redactions ({label}) of the plan are not in the log"
    for (page, label), count in (own - expected).items():
        if page > front:
            yield f"page {page}: {count} rows of the log ({label}) are not in the plan"
    numbers = [number for number, _, _ in logged]
    if len(set(numbers)) != len(numbers):
        yield "a number stands in the log twice"
    wanted = {number for sheet in sheets if sheet.said is None for number in _numbers_of(sheet)}
    if wanted - set(numbers):
        yield f"{len(wanted - set(numbers))} numbers of the plan are not in the log"
    if any(not str(row.get("explanation", "")).strip() for row in rows):
        yield "a row of the log explains nothing"


def _rows_of(sheet: ExpectedSheet, page: int) -> Iterator[tuple[int, str]]:
    if sheet.said is not None:
        return
    first = sheet.pages[0]
    for held in (first.withheld,) if first.withheld else first.redactions:
        yield page, label_of(held)


def _numbers_of(sheet: ExpectedSheet) -> tuple[int, ...]:
    return (sheet.number,) if sheet.slip else sheet.numbers


def _grounds(plan: Plan, then: JournalState) -> Iterator[str]:
    """Each redaction's decision stood when the plan was approved, and its reason is lawful and whole."""
    events = {event.id: event for event in then.events}
    requester = str(then.facts.get("requester", "self"))
    for page in plan.pages:
        for held in (page.withheld,) if page.withheld else page.redactions:
            event, reason = events.get(held.source), then.wording.reasons.get(held.reason)
            if event is None or event.id in then.undone:
                yield f"a redaction ({held.reason}) rests on no decision that stood"
            elif not event.actor.key and event.id not in set(
                then.submission.event.payload["adopted"] if then.submission else ()
            ):
                yield f"a decision ({event.kind}) is neither signed nor adopted by who submitted"
            if reason is None:
                yield f"there is no reason {held.reason}"
            elif reason.requesters and requester not in reason.requesters:
                yield f"reason {held.reason} is not lawful where the requester is: {requester}"
            elif reason.nations and then.request.nation not in reason.nations:
                yield f"reason {held.reason} does not hold in this part of the country"
            elif set(reason.missing(dict(held.fields))) - {"opinion", "opinion_date"}:
                yield f"reason {held.reason} lacks what must be on record for it"


def _opinions(plan: Plan, then: JournalState, day: date) -> Iterator[str]:
    held = [r for page in plan.pages for r in ((page.withheld,) if page.withheld else page.redactions)]
    shown: dict[str, int] = {}
    for page in plan.pages:
        if page.withheld is None:
            shown.setdefault(page.document, page.page)
    needs = {code: r.opinion_months for code, r in then.wording.reasons.items() if "opinion_date" in dict(r.fields)}
    for lack in harm_lacks(held, needs, then.ledger, day):
        yield f"{lack.key[0]}: an opinion was missing or out of date on {day}"
    for lack in health_lacks(then.classes.confirmed, shown, then.ledger, LASTS, day):
        if item_id(TodoKind.OPINION, *lack.key) not in then.settled:
            yield f"health data was released without an opinion in date on {day}, and not as already known"


def _supplement(content: Mapping[str, Any], event: Event, plan: Plan, then: JournalState) -> Iterator[str]:
    told = content.get("supplement")
    of = str(event.payload.get("supplements", ""))
    planned = plan.reissue.of if plan.reissue else ""
    if (str(told.get("earlier_manifest_sha256", "")) if isinstance(told, dict) else "") != of or of != planned:
        yield "manifest, journal and plan do not name the same earlier release"
    if of and of not in {str(earlier.payload.get("manifest", "")) for earlier in then.exports}:
        yield "the earlier release it names is not in the journal before it"


def numbers_kept(folders: Sequence[Path]) -> Iterator[str]:
    """Between a release and its supplement, both given: a number of a page sent again was on the page it takes the
    place of, or is higher than any before; and each such page is there."""
    logs: dict[str, tuple[Path, list[dict[str, Any]], dict[str, Any]]] = {}
    for folder in folders:
        try:
            data = (folder / "manifest.json").read_bytes()
            rows = json.loads((folder / "redaction-log.json").read_text(encoding="utf-8"))
            logs[hashlib.sha256(data).hexdigest()] = (folder, list(rows), json.loads(data))
        except (OSError, ValueError, TypeError):
            continue  # said of the folder already
    for folder, rows, content in logs.values():
        told = content.get("supplement")
        before = logs.get(str(told.get("earlier_manifest_sha256", ""))) if isinstance(told, dict) else None
        if told is None or before is None:
            continue
        replaced = {int(place["page_in_bundle"]) for place in told["pages"] if place["release"] == 1}
        first = not isinstance(before[2].get("supplement"), dict)
        earlier = {int(row["number"]): int(row["page_in_bundle"]) for row in before[1]}
        highest = max(earlier, default=0)
        for row in rows:
            number = int(row["number"])
            if first and number <= highest and earlier.get(number) not in replaced:
                yield f"{folder.name}: number {number} stood on another page of {before[0].name}"
        gone = {int(number) for number in told["no_longer_held_back"]}
        if gone & {int(row["number"]) for row in rows}:
            yield f"{folder.name}: a number that is said to be shown is in the log"
        if first and not gone <= earlier.keys():
            yield f"{folder.name}: a number that is said to be shown was in no log"
