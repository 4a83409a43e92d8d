# SPDX-License-Identifier: AGPL-3.0-or-later
"""The journal in a caseworker's words: each event as the rest of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from redactor.domain.journal import Event, Kind
from redactor.domain.saying import capital, count, joined, listed, said_all, say
from redactor.operations.told.papers import PAPERS
from redactor.operations.told.talk import TALK
from redactor.operations.view import CaseView
from redactor.review.checks.notes import short
from redactor.review.decisions.undoing import TAKEN_OFF, decides, taken_together
from redactor.review.release.reissues import OUTCOMES
from redactor.review.release.settings import settings_named
from redactor.review.request.consent import said_opened
from redactor.review.todo_items import KIND_WORDS

#: So many documents are named where several were added at once.
MOST_NAMED = 3
ROLES = said_all(
    {
        "subject": "the subject",
        "third_party": "another person",
        "professional": "a professional",
        "unknown": "of unknown role",
    }
)

#: What was done with things to do.
SETTLED = said_all(
    {
        "leave": "leave {what} ({kinds})",
        "redact": "redact {what} ({kinds})",
        "seen": "mark {what} as seen ({kinds})",
        "known": "leave {what} as known ({kinds})",
    }
)

#: What was put right of a decision that stands in the place of another.
PUT_RIGHT = said_all({"reason": "change the reason: {what}", "places": "take some places off: {what}"})


def told(events: Iterable[Event], view: CaseView) -> Iterator[tuple[Event, str]]:
    """Each event as a sentence; documents that one person added one after the other are told as one, by the last."""

    def alike(event: Event) -> tuple[str, str]:
        added = event.kind is Kind.DOCUMENT_ADDED and event.id not in view.state.undone
        return ("added", event.actor.name) if added else (event.id, "")

    for _, run in groupby(events, alike):
        same = list(run)
        event = same[-1]
        if len(same) > 1:
            names = [one.payload.get("name", say("a document")) for one in same]
            text = say("add {documents}: {names}", documents=count(len(names), "document"), names=some(names))
        else:
            text = describe(event, view)
            if event.id in view.state.undone:
                text = say("{what} (undone since)", what=text)
        yield event, capital(text)


def some(names: Sequence[str]) -> str:
    """The first of many names, and how many more there are."""
    shown, more = joined(names[:MOST_NAMED]), len(names) - MOST_NAMED
    return say("{names} and {more:,} more", names=shown, more=more) if more > 0 else shown


def describe_step(event: Event, view: CaseView) -> str:
    """The event, and how many more decisions were taken in one step with it."""
    more = sum(map(decides, taken_together(view.state.events, view.state.undone, event))) - 1
    what = describe(event, view)
    return say("{what}, and {more} taken with it", what=what, more=count(more, "decision")) if more > 0 else what


def describe(event: Event, view: CaseView) -> str:
    """The event as the rest of a sentence: "redact Darren Holt everywhere, 112 mentions"."""
    data = event.payload
    known = _DESCRIBED.get(event.kind)
    what = known(data, view) if known else str(event.kind)
    changed = PUT_RIGHT.get(str(data.get("put_right")))
    return say(changed, what=what) if changed else what


def _person(data: Mapping[str, Any], view: CaseView) -> str:
    name = data["person"]["name"]
    if data.get("outcome") == "redact":
        return say(
            "redact {name} everywhere, {mentions}", name=name, mentions=count(len(data.get("anchors", [])), "mention")
        )
    if data.get("outcome") == "disclose":
        told = say("disclose {name} everywhere", name=name)
        consent = data.get("consent")
        if not consent:
            return told
        agreed = say("they agreed, for: {scope}", scope=consent["scope"])
        return joined([told, said_opened(consent), agreed], "; ")
    return say("{name} is {role}", name=name, role=ROLES[data["person"]["role"]])


def _merged(data: Mapping[str, Any], view: CaseView) -> str:
    names = [person["name"] for person in data.get("known", [])]
    return say("merge {names}", names=listed(names)) if names else say("merge people")


def _carried(data: Mapping[str, Any], view: CaseView) -> str:
    return say("carry decisions over to {copies}", copies=count(len(data.get("items", ())) or 1, "copy", "copies"))


def _settled(data: Mapping[str, Any], view: CaseView) -> str:
    items = data["items"]
    kinds = joined(list(dict.fromkeys(KIND_WORDS.get(str(i.get("kind")), say("other things")) for i in items)))
    if len(items) == 1:
        anchors = items[0].get("anchors") or [()]
        quoted = str(anchors[0][3]) if len(anchors[0]) > 3 else ""
        what = f"“{short(quoted or str(items[0]['text']), 60)}”"
    else:
        what = count(len(items), "item")
    told = say(SETTLED[data["outcome"]], what=what, kinds=kinds)
    return joined([told, str(data["why"])], ": ") if data.get("why") else told


def _approved(data: Mapping[str, Any], view: CaseView) -> str:
    unread = "; ".join(str(line) for line in data.get("not_looked_at", ()))
    return say("approve the case. {unread}", unread=unread) if unread else say("approve the case")


def _accepted(data: Mapping[str, Any], view: CaseView) -> str:
    people, loose = len(data["people"]), len(data["mentions"])
    parts = [count(people, "person", "people")] if people else []
    parts += [count(loose, "detail")] if loose else []
    return say("accept what is proposed: {what}", what=listed(parts))


def _undone(data: Mapping[str, Any], view: CaseView) -> str:
    target = next((e for e in view.state.events if e.id == data["event"]), None)
    if target is None:
        return say("undo")
    if TAKEN_OFF in data:
        return say("take off: {what}", what=describe(target, view))
    again = data.get("was") == Kind.UNDONE
    while target is not None and target.kind is Kind.UNDONE and TAKEN_OFF not in target.payload:
        target = next((e for e in view.state.events if e.id == target.payload["event"]), None)
    if target is None:
        return say("do again") if again else say("undo")
    what = describe(target, view)
    return say("do again: {what}", what=what) if again else say("undo: {what}", what=what)


def _classes(data: Mapping[str, Any], view: CaseView) -> str:
    one = "passage" if any("anchor" in entry for entry in data["classes"]) else "document"
    return say("confirm the class of {what}", what=count(len(data["classes"]), one))


_DESCRIBED: dict[Kind, Any] = {
    Kind.CASE_CREATED: lambda data, view: say("make the case"),
    Kind.DOCUMENT_ADDED: lambda data, view: say("add {name}", name=data.get("name", say("a document"))),
    Kind.FILES_NOT_TAKEN: lambda data, view: say("give {files} not taken in", files=count(len(data["files"]), "file")),
    Kind.ROSTER_USED: lambda data, view: say("use the office roster"),
    Kind.SETTINGS_CHANGED: lambda data, view: say(
        "change how the release looks: {settings}", settings=settings_named(data)
    ),
    Kind.SUBJECT_DESCRIBED: lambda data, view: say(
        "say more of the subject: {what}", what=", ".join(map(", ".join, data.values()))
    ),
    Kind.OFFICE_USED: lambda data, view: say("use the lists of {office}", office=data["office"]),
    Kind.WORDING_USED: lambda data, view: say(
        "use the council's wording" if data["wording"] else "use the usual wording"
    ),
    Kind.REQUEST_RECORDED: lambda data, view: say(
        "record the request: {what}", what=", ".join(n.replace("_", " ") for n in data)
    ),
    Kind.CONSENT_RECORDED: lambda data, view: say(
        "record consent and what was weighed: {name}", name=data["somebody"]["name"]
    ),
    Kind.CLASSES_CONFIRMED: _classes,
    Kind.OPINION_ASKED: lambda data, view: say("ask {whom} for an opinion", whom=data["whom"]),
    Kind.OPINION_RECORDED: lambda data, view: say("record the opinion of {by}", by=data["by"]),
    Kind.NUMBER_CHALLENGED: lambda data, view: say(
        "look at number {number} of the release again", number=data["number"]
    ),
    Kind.CHALLENGE_UPHELD: lambda data, view: say(
        "number {number} {outcome}", number=data["number"], outcome=OUTCOMES["uphold"]
    ),
    Kind.CHALLENGE_DECIDED: lambda data, view: say(
        "number {number} {outcome}", number=data["number"], outcome=OUTCOMES[data["outcome"]]
    ),
    Kind.REISSUE_CHOSEN: lambda data, view: say(
        "send only what changed" if data["of"] else "send the whole record again"
    ),
    Kind.STATEMENT_RECORDED: lambda data, view: say("record a statement of {by}", by=data["by"]),
    Kind.PERSON_DECIDED: _person,
    Kind.PEOPLE_MERGED: _merged,
    Kind.PERSON_SPLIT: lambda data, view: say("make {name} a person of their own", name=data["new"]["name"]),
    Kind.PERSON_NAMED: lambda data, view: say(
        "name {name}, {places}", name=data["person"]["name"], places=count(len(data["anchors"]), "place")
    ),
    Kind.PERSON_RENAMED: lambda data, view: say("rename to {name}", name=data["person"]["name"]),
    Kind.PROPOSALS_ACCEPTED: _accepted,
    Kind.DECISIONS_CARRIED: _carried,
    Kind.ITEM_SETTLED: _settled,
    Kind.UNDONE: _undone,
    Kind.SUBMITTED: lambda data, view: say("submit the case for approval"),
    Kind.SAMPLE_READ: lambda data, view: say(
        "read a sample of {passages}, {missed} with a miss",
        passages=count(data["read"], "passage"),
        missed=len(data["missed"]),
    ),
    Kind.RETURNED: lambda data, view: say("return the case: {comment}", comment=data["comment"]),
    Kind.APPROVED: _approved,
    Kind.RELEASE_SENT: lambda data, view: say("send the release to {to}", to=data["to"]),
    Kind.EXPORTED: lambda data, view: say("export the release"),
    **PAPERS,
    **TALK,
}
