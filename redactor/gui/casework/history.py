# SPDX-License-Identifier: AGPL-3.0-or-later
"""The journal in a caseworker's words: what Undo would undo, and what changed since somebody last looked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from redactor.domain.journal import Event, Kind
from redactor.domain.lineage import unseen_by
from redactor.domain.saying import count, said_all
from redactor.gui.casework.messages import Change, Moved, Standing
from redactor.gui.casework.talk import TALK
from redactor.operations.view import CaseView
from redactor.review.readings import language_name
from redactor.review.reissues import OUTCOMES
from redactor.review.settings import settings_named
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


def moved(view: CaseView, turn: int) -> Moved:
    """Where the case stands now."""
    undo, redo = view.state.last_undoable(), view.state.last_redoable()
    target = redo.payload["event"] if redo is not None else ""
    redone = next((e for e in view.state.events if e.id == target), None)
    return Moved(
        turn,
        len(view.state.events),
        describe(undo, view) if undo else "",
        describe(redone, view) if redone else "",
        standing(view),
    )


def standing(view: CaseView) -> Standing:
    state = view.state
    if state.approval is not None and state.submission is not None:
        submitted = state.submission.event
        exported = any(e.payload.get("approval") == state.approval.id for e in state.exports)
        return Standing(
            "exported" if exported else "approved",
            submitted.actor.name,
            submitted.at,
            state.approval.actor.name,
            state.approval.at,
        )
    if state.submission is not None:
        submitted = state.submission.event
        return Standing("submitted", submitted.actor.name, submitted.at)
    if state.returned is not None:
        event = state.returned
        return Standing("working", returned_by=event.actor.name, comment=str(event.payload["comment"]))
    return Standing("working")


def changes_since(view: CaseView, key: str) -> list[Change]:
    """What was decided since the last event by the identity with this key; everything when it has none."""
    return [
        Change(event.at, event.actor.name or "not signed", text)
        for event, text in told(unseen_by(view.state.events, key), view)
    ]


def told(events: Iterable[Event], view: CaseView) -> Iterator[tuple[Event, str]]:
    """Each event as a sentence; documents that one person added one after the other are told as one, by the last."""

    def alike(event: Event) -> tuple[str, str]:
        added = event.kind is Kind.DOCUMENT_ADDED and event.id not in view.state.undone
        return ("added", event.actor.name) if added else (event.id, "")

    for _, run in groupby(events, alike):
        same = list(run)
        event = same[-1]
        if len(same) > 1:
            names = [str(one.payload.get("name", "a document")) for one in same]
            more = f" and {len(names) - MOST_NAMED:,} more" if len(names) > MOST_NAMED else ""
            text = f"add {count(len(names), 'document')}: {', '.join(names[:MOST_NAMED])}{more}"
        else:
            text = describe(event, view) + (" (undone since)" if event.id in view.state.undone else "")
        yield event, text[:1].upper() + text[1:]


def describe(event: Event, view: CaseView) -> str:
    """The event as the rest of a sentence: "redact Darren Holt everywhere, 112 mentions"."""
    data = event.payload
    known = _DESCRIBED.get(event.kind)
    return known(data, view) if known else str(event.kind)


def _short(text: str, length: int = 40) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def _document(sha: str, view: CaseView) -> str:
    document = view.documents.get(sha)
    return document.name if document else "a document"


def _person(data: Mapping[str, Any], view: CaseView) -> str:
    name = data["person"]["name"]
    if data.get("outcome") == "redact":
        return f"redact {name} everywhere, {count(len(data.get('anchors', [])), 'mention')}"
    if data.get("outcome") == "disclose":
        return f"disclose {name} everywhere"
    return f"{name} is {ROLES[data['person']['role']]}"


def _merged(data: Mapping[str, Any], view: CaseView) -> str:
    names = [person["name"] for person in data.get("known", [])]
    return f"merge {' and '.join(names)}" if names else "merge people"


def _anchored(verb: str) -> Any:
    def text(data: Mapping[str, Any], view: CaseView) -> str:
        anchors = data.get("anchors", [])
        quoted = _short(str(data.get("text") or (anchors[0][3] if anchors else ""))) or "a box"
        place = f" on page {anchors[0][1]} of {_document(anchors[0][0], view)}" if len(anchors) == 1 else ""
        many = f", {len(anchors)} places" if len(anchors) > 1 else ""
        return f"{verb} “{quoted}”{place}{many}"

    return text


def _occurrence(data: Mapping[str, Any], view: CaseView) -> str:
    verb = "redact" if data["outcome"] == "redact" else "leave"
    return str(_anchored(verb)(data, view))


def _pages(verb: str) -> Any:
    def text(data: Mapping[str, Any], view: CaseView) -> str:
        first, last = data["first"], data["last"]
        pages = f"page {first}" if first == last else f"pages {first} to {last}"
        return f"{verb} {pages} of {_document(data['document'], view)}"

    return text


def _reshaped(data: Mapping[str, Any], view: CaseView) -> str:
    was, now = len(data["was"][4]) // 4, len(data["anchors"][0][4]) // 4
    verb = "split a box by lines" if now > was else "move or resize a box"
    return f"{verb} on page {data['was'][1]} of {_document(data['was'][0], view)}"


def _rest(data: Mapping[str, Any], view: CaseView) -> str:
    names = [str(name) for name in data["people"]]
    kept = f"what names {' and '.join(names[:2])}" if names else "what was chosen"
    return f"{_pages('keep ' + kept + ' and hide the rest of')(data, view)}"


def _arranged(data: Mapping[str, Any], view: CaseView) -> str:
    if data["by"] != "hand":
        return f"put the documents in order by {data['by']}" if data["by"] != "added" else "put the documents as added"
    moved = [_document(sha, view) for sha, _ in data["order"]]
    return f"move {_short(moved[0])}" if len(moved) == 1 else f"move {count(len(moved), 'document')}"


def _described(data: Mapping[str, Any], view: CaseView) -> str:
    entries = data["entries"]
    if len(entries) > 1:
        return f"describe {count(len(entries), 'document')} for the index"
    said = [entries[0][name] for name in ("title", "kind", "date", "section") if entries[0].get(name)]
    name = _document(entries[0]["document"], view)
    return f"call {name} “{_short(', '.join(said))}”" if said else f"take off what {name} was called"


def _carried(data: Mapping[str, Any], view: CaseView) -> str:
    return f"carry decisions over to {count(len(data.get('items', ())) or 1, 'copy', 'copies')}"


def _settled(data: Mapping[str, Any], view: CaseView) -> str:
    verb = {"leave": "leave", "redact": "redact", "seen": "mark as seen", "known": "leave as known"}[data["outcome"]]
    items = data["items"]
    kinds = ", ".join(dict.fromkeys(KIND_WORDS.get(str(item.get("kind")), "other things") for item in items))
    if len(items) == 1:
        anchors = items[0].get("anchors") or [()]
        quoted = str(anchors[0][3]) if len(anchors[0]) > 3 else ""
        told = f"{verb} “{_short(quoted or str(items[0]['text']), 60)}” ({kinds})"
    else:
        told = f"{verb} {count(len(items), 'item')} ({kinds})"
    return f"{told}: {data['why']}" if data.get("why") else told


def _approved(data: Mapping[str, Any], view: CaseView) -> str:
    unread = "; ".join(str(line) for line in data.get("not_looked_at", ()))
    return f"approve the case. {unread}" if unread else "approve the case"


def _accepted(data: Mapping[str, Any], view: CaseView) -> str:
    people, loose = len(data["people"]), len(data["mentions"])
    parts = [count(people, "person", "people")] if people else []
    parts += [count(loose, "detail")] if loose else []
    return "accept what is proposed: " + " and ".join(parts)


def _undone(data: Mapping[str, Any], view: CaseView) -> str:
    target = next((e for e in view.state.events if e.id == data["event"]), None)
    if target is None:
        return "undo"
    verb = "do again" if data.get("was") == Kind.UNDONE else "undo"
    while target is not None and target.kind is Kind.UNDONE:
        target = next((e for e in view.state.events if e.id == target.payload["event"]), None)
    return f"{verb}: {describe(target, view)}" if target else verb


def _classes(data: Mapping[str, Any], view: CaseView) -> str:
    one = "passage" if any("anchor" in entry for entry in data["classes"]) else "document"
    return f"confirm the class of {count(len(data['classes']), one)}"


_DESCRIBED: dict[Kind, Any] = {
    Kind.CASE_CREATED: lambda data, view: "make the case",
    Kind.DOCUMENT_ADDED: lambda data, view: f"add {data.get('name', 'a document')}",
    Kind.FILES_NOT_TAKEN: lambda data, view: f"give {count(len(data['files']), 'file')} not taken in",
    Kind.ROSTER_USED: lambda data, view: "use the office roster",
    Kind.SETTINGS_CHANGED: lambda data, view: f"change how the release looks: {settings_named(data)}",
    Kind.SUBJECT_DESCRIBED: lambda data, view: "say more of the subject: " + ", ".join(map(", ".join, data.values())),
    Kind.OFFICE_USED: lambda data, view: f"use the lists of {data['office']}",
    Kind.WORDING_USED: lambda data, view: "use the council's wording" if data["wording"] else "use the usual wording",
    Kind.REQUEST_RECORDED: lambda data, view: "record the request: " + ", ".join(n.replace("_", " ") for n in data),
    Kind.CONSENT_RECORDED: lambda data, view: f"record consent and what was weighed: {data['somebody']['name']}",
    Kind.CLASSES_CONFIRMED: _classes,
    Kind.OPINION_ASKED: lambda data, view: f"ask {data['whom']} for an opinion",
    Kind.OPINION_RECORDED: lambda data, view: f"record the opinion of {data['by']}",
    Kind.NUMBER_CHALLENGED: lambda data, view: f"look at number {data['number']} of the release again",
    Kind.CHALLENGE_UPHELD: lambda data, view: f"number {data['number']} {OUTCOMES['uphold']}",
    Kind.CHALLENGE_DECIDED: lambda data, view: f"number {data['number']} {OUTCOMES[data['outcome']]}",
    Kind.REISSUE_CHOSEN: lambda data, view: "send only what changed" if data["of"] else "send the whole record again",
    Kind.READING_CHOSEN: lambda data, view: (
        f"read {_document(data['document'], view)} {language_name(data['languages'])}"
    ),
    Kind.STATEMENT_RECORDED: lambda data, view: f"record a statement of {data['by']}",
    Kind.PERSON_DECIDED: _person,
    Kind.PEOPLE_MERGED: _merged,
    Kind.PERSON_SPLIT: lambda data, view: f"make {data['new']['name']} a person of their own",
    Kind.PERSON_NAMED: lambda data, view: f"name {data['person']['name']}, {count(len(data['anchors']), 'place')}",
    Kind.PERSON_RENAMED: lambda data, view: f"rename to {data['person']['name']}",
    Kind.PROPOSALS_ACCEPTED: _accepted,
    Kind.OCCURRENCE_DECIDED: _occurrence,
    Kind.PASSAGE_REDACTED: _anchored("redact"),
    Kind.PAGES_WITHHELD: _pages("withhold"),
    Kind.PASSAGE_RESHAPED: _reshaped,
    Kind.REST_HIDDEN: _rest,
    Kind.DOCUMENTS_ARRANGED: _arranged,
    Kind.DOCUMENT_DESCRIBED: _described,
    Kind.DOCUMENT_SPLIT: _pages("make a document of"),
    Kind.DOCUMENT_LEFT_OUT: _pages("leave out"),
    Kind.DOCUMENT_PUT_BACK: _pages("put back"),
    Kind.DECISIONS_CARRIED: _carried,
    Kind.HARM_MARKED: _anchored("mark as harm"),
    Kind.ITEM_SETTLED: _settled,
    Kind.UNDONE: _undone,
    Kind.SUBMITTED: lambda data, view: "submit the case for approval",
    Kind.SAMPLE_READ: lambda data, view: f"read a sample of {data['read']} passages, {len(data['missed'])} with a miss",
    Kind.RETURNED: lambda data, view: f"return the case: {data['comment']}",
    Kind.APPROVED: _approved,
    Kind.RELEASE_SENT: lambda data, view: f"send the release to {data['to']}",
    Kind.EXPORTED: lambda data, view: "export the release",
    **TALK,
}
