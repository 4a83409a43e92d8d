# SPDX-License-Identifier: AGPL-3.0-or-later
"""A case as an auditor checks it: from the released folders and the journal alone, without case file or passphrase.

Every link is followed: event to event, event to signature, release to approval to submission to plan, plan to log and
pages, redaction to decision, opinion to the day of disclosure, release to sending, supplement to the release it goes
with. What is on the pages' pictures is not looked at here: that needs the sources (``redactor verify``).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redactor.casefile.journal import problems_of, problems_of_parents
from redactor.domain.errors import BadInput
from redactor.domain.journal import Event, Kind
from redactor.operations.keeping.audit_record import AuditRecord
from redactor.operations.keeping.audit_release import numbers_kept, release_problems
from redactor.release.facts import RuleOutcome
from redactor.release.manifest import changed_files
from redactor.review.state import fold

RULES = {
    "chain": "every event of the journal is as it was written, follows one before it, and is signed by whom it names",
    "times": "no event is dated before the one it follows",
    "files": "the folder's files are those its manifest names, with the hashes they had",
    "release": "the journal records the release of exactly this manifest, under an approval of exactly its plan",
    "approval": "a team lead on the office's roster, who decided nothing in the case, approved what was submitted",
    "plan": "the plan is the one that was signed, and its documents are those that were added",
    "log": "the log has every redaction of the plan, on its page, with its label and explanation, and no other",
    "grounds": "every redaction rests on a decision that stood, with a lawful reason and what must be on record for it",
    "opinions": "every opinion the release needed was there, and in date on the day it was released",
    "supplement": "a supplement names the earlier release by its hash, and so does the journal",
    "numbers": "a number means the same in every log: on a page sent again it is the same one, or a new one",
    "sending": "what was sent is a release of this case, not before it was released",
}


@dataclass(frozen=True, slots=True)
class Audit:
    """What came of it: the rules, and remarks that are no fault ("never sent")."""

    rules: tuple[RuleOutcome, ...]
    remarks: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return all(rule.passed for rule in self.rules)


Found = dict[str, list[str]]


def audit(record: AuditRecord, folders: Sequence[Path], executor: Executor) -> Audit:
    """Check the record and the folders against each other. ``executor`` counts the PDFs' pages. Raises BadInput for a
    folder that is no release."""
    found: Found = {rule: [] for rule in RULES}
    remarks: list[str] = []
    found["chain"] += _chain(record.events)
    found["times"] += _times(record.events)
    by_id = {event.id: n for n, event in enumerate(record.events)}
    released = [event for event in record.events if event.kind is Kind.EXPORTED]
    known = {str(event.payload.get("manifest", "")) for event in released}
    if not released:
        remarks.append("the journal records no release")
    for event in released:
        found["release"] += _approved_then(record, by_id, event)
    seen = set()
    for folder in folders:
        manifest, content = _manifest(folder)
        seen.add(manifest)
        found["files"] += [f"{folder.name}: {problem}" for problem in _files(folder, content)]
        recorded = next((e for e in released if e.payload.get("manifest") == manifest), None)
        plan = record.plans.get(manifest)
        if recorded is None or plan is None:
            what = (
                "no release of this manifest is in the journal" if recorded is None else "its plan is not in the record"
            )
            found["release"].append(f"{folder.name}: {what}")
            continue
        then = fold(record.events[: by_id[recorded.id]])
        for rule, problem in release_problems(folder, content, recorded, plan, then, executor):
            found[rule].append(f"{folder.name}: {problem}")
        if not any(e.payload.get("manifest") == manifest for e in record.events if e.kind is Kind.RELEASE_SENT):
            remarks.append(f"{folder.name}: no sending of it is on record")
    found["sending"] += _sendings(record.events, released)
    found["numbers"] += numbers_kept(folders)
    for manifest in sorted(known - seen):
        remarks.append(f"the release {manifest[:12]} is in the journal, and its folder was not given")
    rules = (
        RuleOutcome(rule, holds, not found[rule], tuple(dict.fromkeys(found[rule]))[:50])
        for rule, holds in RULES.items()
    )
    return Audit(tuple(rules), tuple(remarks))


def _chain(events: Sequence[Event]) -> Iterator[str]:
    seen: set[str] = set()
    named: set[str] = set()
    for number, event in enumerate(events, start=1):
        yield from (f"event {number} {problem}" for problem in problems_of(event, seen, first=number == 1))
        yield from (f"event {number} {problem}" for problem in problems_of_parents(event, named))
        seen.add(event.id)
        named.update(event.parents)
    loose = seen - named - ({events[-1].id} if events else set())
    if loose:
        yield f"{len(loose)} events are followed by nothing although they are not the last"


def _times(events: Sequence[Event]) -> Iterator[str]:
    at = {event.id: event.at for event in events}
    for number, event in enumerate(events, start=1):
        if any(at.get(parent, "") > event.at for parent in event.parents):
            yield f"event {number} ({event.kind}) is dated before the one it follows: a clock was set back"


def _manifest(folder: Path) -> tuple[str, dict[str, Any]]:
    """The SHA-256 (hex) of a folder's manifest, and what it says. Raises BadInput."""
    try:
        data = (folder / "manifest.json").read_bytes()
        content = json.loads(data)
    except (OSError, ValueError) as error:
        raise BadInput("there is no release in this folder", str(folder), "Give a folder that export wrote") from error
    if not isinstance(content, dict):
        raise BadInput("there is no release in this folder", str(folder), "Give a folder that export wrote")
    return hashlib.sha256(data).hexdigest(), content


def _files(folder: Path, content: Mapping[str, Any]) -> Iterator[str]:
    yield from changed_files(folder)
    listed = {str(entry.get("file", "")) for entry in content.get("files", ()) if isinstance(entry, dict)}
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    yield from (
        f"{name} is in the folder and not in the manifest" for name in sorted(there - listed - {"manifest.json"})
    )
    if content.get("draft"):
        yield "this is a draft, not a release"


def _approved_then(record: AuditRecord, by_id: Mapping[str, int], event: Event) -> Iterator[str]:
    """The approval that stood when the release was recorded is the one it names, for the same plan."""
    then = fold(record.events[: by_id[event.id]])
    which = f"release {str(event.payload.get('manifest', ''))[:12]}"
    if then.approval is None or then.approval.id != event.payload.get("approval"):
        yield f"{which} was made without an approval that stood then"
    elif then.approval.payload.get("plan_digest") != event.payload.get("plan_digest"):
        yield f"{which} is of another plan than was approved"


def _sendings(events: Sequence[Event], released: Sequence[Event]) -> Iterator[str]:
    when = {str(event.payload.get("manifest", "")): event.at[:10] for event in reversed(released)}
    for event in events:
        if event.kind is Kind.RELEASE_SENT:
            manifest, on = str(event.payload.get("manifest", "")), str(event.payload.get("on", ""))
            if manifest not in when:
                yield f"what was sent on {on} is no release of this case"
            elif on < when[manifest]:
                yield f"a release of {when[manifest]} is on record as sent on {on}, before it"
