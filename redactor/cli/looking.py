# SPDX-License-Identifier: AGPL-3.0-or-later
"""Commands that look and change nothing: mentions, people, find, todo, journal, check."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.domain.dates import british
from redactor.domain.geometry import Box
from redactor.domain.mentions import Role
from redactor.domain.saying import count
from redactor.operations.checking.sights import Looked, look_over
from redactor.operations.checking.sound import soundness_problems
from redactor.operations.checking.widths import ahead
from redactor.operations.deciding.people_standing import standings
from redactor.operations.finding.find import How
from redactor.operations.finding.find import find as find_words
from redactor.operations.left.todo import left_to_do
from redactor.operations.told.same_words import same_words
from redactor.operations.view import CaseView


def register(commands: Any) -> None:
    """Add this family's commands."""
    command(commands, "mentions", mentions)
    command(commands, "people", people)
    made = command(commands, "find", find)
    made.add_argument("text", metavar="TEXT")
    made.add_argument("--fuzzy", action="store_true", help="misspellings and scanning damage too")
    made.add_argument("--pattern", action="store_true", help="# is a digit, ? a letter, * the rest of a word")
    command(commands, "todo", todo)
    command(commands, "journal", journal)
    command(commands, "check", check)


def mentions(arguments: Namespace) -> int:
    with common.opened(arguments, write=False) as view:
        order = {sha: number for number, sha in enumerate(view.documents)}
        for mention in sorted(view.mentions, key=lambda m: (order.get(m.document, 0), m.page, m.start)):
            outcome = view.outcomes[mention.document, mention.page]
            person = view.people.get(mention.person)
            row: dict[str, Any] = {
                "id": mention.id,
                "file": view.documents[mention.document].name,
                "page": mention.page or None,
                "text": mention.text,
                "boxes": boxes_json(mention.boxes),
                "label": str(mention.label),
                "where": str(mention.where),
                "person": mention.person or None,
                "role": str(person.role if person else Role.UNKNOWN),
                "tier": str(mention.tier),
                "score": mention.score,
                "status": str(outcome.statuses[mention.id]),
                "why": mention.why,
            }
            place = f"{row['file']}, page {mention.page}" if mention.page else f"{row['file']} ({mention.where})"
            common.show(arguments, row, f"{row['status']:10} {mention.text}  [{mention.label}]  {place}")
    return 0


def boxes_json(boxes: tuple[Box, ...]) -> list[list[float]]:
    return [[round(value, 1) for value in box] for box in boxes]


def people(arguments: Namespace) -> int:
    """Who is not decided yet comes first, and of those whoever is spoken of most."""
    with common.opened(arguments, write=False) as view:
        for entry in standings(view):
            person = entry.person
            row = {
                "id": person.id,
                "name": person.name,
                "aliases": list(person.aliases),
                "role": str(person.role),
                "profession": str(person.profession) if person.profession else None,
                "relationship": person.relationship,
                "mentions": entry.sure + entry.possible,
                "possible": entry.possible,
                "decision": entry.decision or None,
                "stands": entry.words,
                "why": person.why,
            }
            possible = f" + {entry.possible} possible" if entry.possible else ""
            text = f"{person.id}  {person.name}: {entry.words}  ({count(entry.sure, 'mention')}{possible})"
            common.show(arguments, row, text)
    return 0


def _how(arguments: Namespace) -> How:
    return How.PATTERN if arguments.pattern else How.FUZZY if arguments.fuzzy else How.WORDS


def find(arguments: Namespace) -> int:
    with common.opened(arguments, write=False) as view:
        none = True
        for found in find_words(view, arguments.text, how=_how(arguments)):
            none = False
            name = view.documents[found.document].name
            row = {"file": name, "page": found.page, "text": found.text, "boxes": boxes_json(found.boxes)}
            row |= {"before": found.before, "after": found.after, "apart": found.apart}
            perhaps = " (perhaps two words over a line's end)" if found.apart else ""
            common.show(arguments, row, f"{name}, page {found.page}: {found.text}{perhaps}")
        if none:
            common.note("Not found.")
    return 0


def todo(arguments: Namespace) -> int:
    with common.opened(arguments) as view, common.pool(arguments) as pool:
        if view.analysed:
            _tell(look_over(view, pool, progress=common.ShellProgress()))
        items = left_to_do(view, pool)
        for item in items:
            row = {
                "id": item.id,
                "kind": str(item.kind),
                "subkind": item.subkind or None,
                "file": view.documents[item.document].name if item.document else None,
                "page": item.page or None,
                "text": item.text,
                "how": item.how,
                "copy": {"file": view.documents[item.other[0]].name, "page": item.other[1]} if item.other else None,
            }
            place = f"{row['file']}, page {item.page}: " if item.page else ""
            also = f". {same_words(view, item.stands)}" if item.stands else ""
            common.show(arguments, row, f"{item.id}  {place}{item.text}{also}\n    {item.how}")
        if items and view.state.arrivals.submitted and view.state.submission is None:
            day = british(view.state.arrivals.submitted[:10])
            common.note(f"All of this is new since the case was submitted on {day}; what was decided stands.")
        widths = ahead(view).sentence() if view.analysed else ""
        if widths:
            common.note(f"{widths}.")
        if not items:
            common.note(_ready(view))
    return 0


def _tell(looked: Looked) -> None:
    """Which pages were read just now as they will be released."""
    if looked.new:
        pages = "1 page" if looked.new == 1 else f"{looked.new} pages"
        common.note(
            f"Read as they will be released: {pages} with boxes. Of {looked.pages} in all, {looked.whole} were read"
            f" whole (scans), {looked.places} in places; the rest shows nothing beside its text."
        )


def _ready(view: CaseView) -> str:
    if not view.page_keys:
        return "The case has no pages yet. Add the case documents: redactor add CASE PATH."
    if view.state.approval is not None:
        return "Nothing is left to do. The case is approved: export it."
    if view.state.submission is not None:
        return "Nothing is left to do. The case waits for approval."
    return "Nothing is left to do. Submit the case for approval."


def journal(arguments: Namespace) -> int:
    with common.opened(arguments, write=False) as view:
        for event in view.state.events:
            row = {
                "id": event.id,
                "at": event.at,
                "kind": str(event.kind),
                "actor": event.actor.name or None,
                "signed": bool(event.signature),
                "undone": event.id in view.state.undone,
                "payload": dict(event.payload),
            }
            who = event.actor.name or "not signed"
            common.show(arguments, row, f"{event.at}  {event.id[:12]}  {event.kind}  {who}")
    return 0


def check(arguments: Namespace) -> int:
    # The file is checked before anything is made of its journal: a damaged event must end as a finding, not an error.
    with common.opened_file(arguments, write=False) as case:
        problems = soundness_problems(case)
        documents = 0 if problems else len(case.documents())
        events = 0 if problems else len(case.events())
    for problem in problems:
        common.show(arguments, {"problem": problem}, problem)
    if not problems:
        row = {"sound": True, "events": events, "documents": documents}
        common.show(arguments, row, f"Sound: {events} events, {documents} documents")
    return 1 if problems else 0
