# SPDX-License-Identifier: AGPL-3.0-or-later
"""The journal in a caseworker's words: what Undo would undo, and what changed since somebody last looked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from redactor.domain.journal import Event, Kind
from redactor.domain.lineage import unseen_by
from redactor.domain.saying import capital, count, joined, listed, said_all, say
from redactor.gui.casework.messages import Change, Moved, Standing
from redactor.gui.casework.talk import TALK
from redactor.operations.view import CaseView
from redactor.review.papers.readings import language_name
from redactor.review.release.reissues import OUTCOMES
from redactor.review.release.settings import settings_named
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
VERBS = said_all({"leave": "leave", "redact": "redact", "seen": "mark as seen", "known": "leave as known"})


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
        Change(event.at, event.actor.name or say("not signed"), text)
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
    return document.name if document else say("a document")


def _person(data: Mapping[str, Any], view: CaseView) -> str:
    name = data["person"]["name"]
    if data.get("outcome") == "redact":
        return say(
            "redact {name} everywhere, {mentions}", name=name, mentions=count(len(data.get("anchors", [])), "mention")
        )
    if data.get("outcome") == "disclose":
        return say("disclose {name} everywhere", name=name)
    return say("{name} is {role}", name=name, role=ROLES[data["person"]["role"]])


def _merged(data: Mapping[str, Any], view: CaseView) -> str:
    names = [person["name"] for person in data.get("known", [])]
    return say("merge {names}", names=listed(names)) if names else say("merge people")


def _anchored(verb: str) -> Any:
    def text(data: Mapping[str, Any], view: CaseView) -> str:
        anchors = data.get("anchors", [])
        quoted = _short(str(data.get("text") or (anchors[0][3] if anchors else ""))) or say("a box")
        told = say("{verb} “{quoted}”", verb=verb, quoted=quoted)
        if len(anchors) == 1:
            document = _document(anchors[0][0], view)
            return say("{told} on page {page} of {document}", told=told, page=anchors[0][1], document=document)
        return joined([told, count(len(anchors), "place")]) if anchors else told

    return text


def _occurrence(data: Mapping[str, Any], view: CaseView) -> str:
    verb = say("redact" if data["outcome"] == "redact" else "leave")
    told: str = _anchored(verb)(data, view)
    return told


def _pages(verb: str) -> Any:
    def text(data: Mapping[str, Any], view: CaseView) -> str:
        first, last = data["first"], data["last"]
        pages = (
            say("page {first}", first=first)
            if first == last
            else say("pages {first} to {last}", first=first, last=last)
        )
        return say("{verb} {pages} of {document}", verb=verb, pages=pages, document=_document(data["document"], view))

    return text


def _reshaped(data: Mapping[str, Any], view: CaseView) -> str:
    was, now = len(data["was"][4]) // 4, len(data["anchors"][0][4]) // 4
    verb = say("split a box by lines" if now > was else "move or resize a box")
    return say(
        "{verb} on page {page} of {document}", verb=verb, page=data["was"][1], document=_document(data["was"][0], view)
    )


def _rest(data: Mapping[str, Any], view: CaseView) -> str:
    names = [str(name) for name in data["people"]]
    kept = say("what names {names}", names=listed(names[:2])) if names else say("what was chosen")
    told: str = _pages(say("keep {kept} and hide the rest of", kept=kept))(data, view)
    return told


def _arranged(data: Mapping[str, Any], view: CaseView) -> str:
    if data["by"] != "hand":
        return (
            say("put the documents in order by {by}", by=data["by"])
            if data["by"] != "added"
            else say("put the documents as added")
        )
    moved = [_document(sha, view) for sha, _ in data["order"]]
    return (
        say("move {name}", name=_short(moved[0]))
        if len(moved) == 1
        else say("move {documents}", documents=count(len(moved), "document"))
    )


def _described(data: Mapping[str, Any], view: CaseView) -> str:
    entries = data["entries"]
    if len(entries) > 1:
        return say("describe {documents} for the index", documents=count(len(entries), "document"))
    said = [entries[0][name] for name in ("title", "kind", "date", "section") if entries[0].get(name)]
    name = _document(entries[0]["document"], view)
    return (
        say("call {name} “{title}”", name=name, title=_short(", ".join(said)))
        if said
        else say("take off what {name} was called", name=name)
    )


def _carried(data: Mapping[str, Any], view: CaseView) -> str:
    return say("carry decisions over to {copies}", copies=count(len(data.get("items", ())) or 1, "copy", "copies"))


def _settled(data: Mapping[str, Any], view: CaseView) -> str:
    verb = VERBS[data["outcome"]]
    items = data["items"]
    kinds = joined(list(dict.fromkeys(KIND_WORDS.get(str(i.get("kind")), say("other things")) for i in items)))
    if len(items) == 1:
        anchors = items[0].get("anchors") or [()]
        quoted = str(anchors[0][3]) if len(anchors[0]) > 3 else ""
        what = f"“{_short(quoted or str(items[0]['text']), 60)}”"
    else:
        what = count(len(items), "item")
    told = say("{verb} {what} ({kinds})", verb=verb, what=what, kinds=kinds)
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
    verb = say("do again" if data.get("was") == Kind.UNDONE else "undo")
    while target is not None and target.kind is Kind.UNDONE:
        target = next((e for e in view.state.events if e.id == target.payload["event"]), None)
    return say("{verb}: {what}", verb=verb, what=describe(target, view)) if target else verb


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
    Kind.READING_CHOSEN: lambda data, view: say(
        "read {document} {how}",
        document=_document(data["document"], view),
        how=language_name(data["languages"]),
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
    Kind.OCCURRENCE_DECIDED: _occurrence,
    Kind.PASSAGE_REDACTED: _anchored(say("redact")),
    Kind.PAGES_WITHHELD: _pages(say("withhold")),
    Kind.PASSAGE_RESHAPED: _reshaped,
    Kind.REST_HIDDEN: _rest,
    Kind.DOCUMENTS_ARRANGED: _arranged,
    Kind.DOCUMENT_DESCRIBED: _described,
    Kind.DOCUMENT_SPLIT: _pages(say("make a document of")),
    Kind.DOCUMENT_LEFT_OUT: _pages(say("leave out")),
    Kind.DOCUMENT_PUT_BACK: _pages(say("put back")),
    Kind.DECISIONS_CARRIED: _carried,
    Kind.HARM_MARKED: _anchored(say("mark as harm")),
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
    **TALK,
}
