# SPDX-License-Identifier: AGPL-3.0-or-later
"""The journal in a caseworker's words: each event as the rest of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from redactor.domain.journal import Event, Kind
from redactor.domain.saying import capital, count, joined, listed, said_all, say
from redactor.operations.told.talk import TALK
from redactor.operations.view import CaseView
from redactor.review.decisions.undoing import TAKEN_OFF, decides, taken_together
from redactor.review.papers.readings import language_name
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


def _anchored(template: str) -> Any:
    """A sentence about ``{what}``: the words quoted and where they stand."""

    def text(data: Mapping[str, Any], view: CaseView) -> str:
        anchors = data.get("anchors", [])
        quoted = _short(str(data.get("text") or (anchors[0][3] if anchors else "")))
        what = say("“{quoted}”", quoted=quoted) if quoted else say("a box")
        if len(anchors) == 1:
            document = _document(anchors[0][0], view)
            what = say("{what} on page {page} of {document}", what=what, page=anchors[0][1], document=document)
        elif anchors:
            what = joined([what, count(len(anchors), "place")])
        return say(template, what=what)

    return text


def _held(data: Mapping[str, Any], view: CaseView) -> str:
    """A passage held back: as harm only when its reason is a harm reason."""
    reason = view.state.wording.reasons.get(str(data["reason"]))
    harm = reason is None or reason.harm
    told: str = _anchored("mark {what} as harm" if harm else "hold back {what}")(data, view)
    return told if harm or reason is None else joined([told, reason.title], ": ")


def _occurrence(data: Mapping[str, Any], view: CaseView) -> str:
    told: str = _anchored("redact {what}" if data["outcome"] == "redact" else "leave {what}")(data, view)
    return told


def _pages(template: str, **values: str) -> Any:
    """A sentence about ``{pages}`` of a document."""

    def text(data: Mapping[str, Any], view: CaseView) -> str:
        first, last, document = data["first"], data["last"], _document(data["document"], view)
        pages = (
            say("page {first} of {document}", first=first, document=document)
            if first == last
            else say("pages {first} to {last} of {document}", first=first, last=last, document=document)
        )
        return say(template, pages=pages, **values)

    return text


def _reshaped(data: Mapping[str, Any], view: CaseView) -> str:
    was, now = len(data["was"][4]) // 4, len(data["anchors"][0][4]) // 4
    page, document = data["was"][1], _document(data["was"][0], view)
    if now > was:
        return say("split a box by lines on page {page} of {document}", page=page, document=document)
    return say("move or resize a box on page {page} of {document}", page=page, document=document)


def _rest(data: Mapping[str, Any], view: CaseView) -> str:
    names = [str(name) for name in data["people"]]
    told: str = (
        _pages("keep what names {names} and hide the rest of {pages}", names=listed(names[:2]))(data, view)
        if names
        else _pages("keep what was chosen and hide the rest of {pages}")(data, view)
    )
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
    items = data["items"]
    kinds = joined(list(dict.fromkeys(KIND_WORDS.get(str(i.get("kind")), say("other things")) for i in items)))
    if len(items) == 1:
        anchors = items[0].get("anchors") or [()]
        quoted = str(anchors[0][3]) if len(anchors[0]) > 3 else ""
        what = f"“{_short(quoted or str(items[0]['text']), 60)}”"
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
    Kind.PASSAGE_REDACTED: _anchored("redact {what}"),
    Kind.PAGES_WITHHELD: _pages("withhold {pages}"),
    Kind.PASSAGE_RESHAPED: _reshaped,
    Kind.REST_HIDDEN: _rest,
    Kind.DOCUMENTS_ARRANGED: _arranged,
    Kind.DOCUMENT_DESCRIBED: _described,
    Kind.DOCUMENT_SPLIT: _pages("make a document of {pages}"),
    Kind.DOCUMENT_LEFT_OUT: _pages("leave out {pages}"),
    Kind.DOCUMENT_PUT_BACK: _pages("put back {pages}"),
    Kind.DECISIONS_CARRIED: _carried,
    Kind.HARM_MARKED: _held,
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
