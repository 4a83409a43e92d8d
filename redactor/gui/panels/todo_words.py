# SPDX-License-Identifier: AGPL-3.0-or-later
"""Things to do in plain words: under which heading one stands, its line, and what is asked about it."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.domain.saying import said_all
from redactor.gui.casework.told.people import TodoRow
from redactor.gui.wording import words
from redactor.gui.wording.hints import without_commands
from redactor.gui.wording.language import tr
from redactor.review.questions.both import BOTH, BOTH_WORDS
from redactor.review.questions.perhaps_at_work import WORK, WORK_WORDS
from redactor.review.questions.possible import POSSIBLE_WORDS
from redactor.review.todo_items import OF_A_PAGE

#: What is asked about a thing to do, by its kind.
ASKED = said_all(
    {
        "not_analysed": "The documents are to be read and searched for people first.",
        "refused_file": "Add a copy that opens, or say why the record is complete without it.",
        "conversion": "Compare it with the file as it came (Documents, Save a document's file as it came).",
        "unreadable_page": "Look at the page. If you can read it and it may go, say so; else withhold it.",
        "drawn_differently": "Compare it with the file as it came (Documents, Save a document's file as it came). If "
        "it may go as the window shows it, say so; else withhold it, or put a better copy in its place.",
        "not_releasable": "Put a better copy in its place, or withhold the page.",
        "harm_cue": "Read the passage. Hold it back only if a professional finds that it would cause serious harm; "
        "else say why it may go.",
        "others": "Hide all of it? With the names alone hidden the rest may still tell who is meant.",
        "needs_eyes": "Look at the page itself: not everything on it could be read.",
        "person": "May this person be seen by the requester?",
        "own": "Is it the subject's own? Yes leaves it in everywhere.",
        "possible": "Is this somebody, and may it be seen?",
        "mention": "May this be seen by the requester?",
        "class": "Under Decide, Health data: put right what is wrong, then confirm them as proposed.",
        "opinion": "Under Decide, Health data: ask a clinician and record what they say.",
        "consent": "Put on record what is missing, or why it stays as it is.",
        "request": "Put it on record with the request, or say why it stays as it is.",
        "inconsistent": "Redact here too takes the reason over from the copy. Or say why it may stay open here.",
        "late": "Look through it. What was decided before holds here too; who is new is on this list by themselves.",
        "note": "Answer it here; the answer goes on record and to whoever wrote it.",
        "conflict": "Two copies say different things. Say which holds, and why.",
        "arrangement": "Put it right in the list of documents.",
        "lost_anchor": "It stays redacted. Look whether that is still right.",
    }
)
#: What goes on record when nothing else is typed; only where the button itself says why.
USUAL = {"redact": "Information about another person", "seen": "Looked at on the page"}
#: The same for a question about the subject's own address or number.
USUAL_OWN = {"leave": "It is the subject's own", "seen": "It is not the subject's own"}
#: What redacting is called where it is more than that, or less.
REDACT = said_all(
    {
        "person": "Redact everywhere",
        "others": "Hide all of it",
        "harm_cue": "Hold back…",
        "inconsistent": "Redact here too",
    }
)


#: What is quoted may end a sentence of its own.
_ENDS = (".", "?", "!", "…")

#: Things of one kind under headings of their own.
_OWN_HEADINGS = {**POSSIBLE_WORDS, **BOTH_WORDS, **WORK_WORDS}


def redacting(item: TodoRow, alone: bool = True) -> str:
    """What redacting is called on the button. ``alone``: nothing else is chosen."""
    if item.kind in OF_A_PAGE:
        return tr("Withhold the page…")
    if alone and item.places > 1:
        return tr("Hide it in all {number} places", number=item.places)
    return tr(REDACT.get(item.kind, words.OUTCOME["redact"]))


def leaving(item: TodoRow, alone: bool = True) -> str:
    """What leaving in is called on the button."""
    if alone and item.places > 1:
        return tr("Leave all {number} in", number=item.places)
    own = {"person": tr("Leave in everywhere"), "own": tr("Yes, it is theirs")}
    return own.get(item.kind, tr("Leave in"))


def group_of(item: TodoRow) -> tuple[str, str]:
    """Things to do under one heading."""
    return item.kind, item.subkind if item.subkind in _OWN_HEADINGS else ""


def heading_of(kind: str, subkind: str) -> str:
    """What stands above things to do of one group."""
    return tr(_OWN_HEADINGS.get(subkind) or words.TODO[kind])


def two_lines(item: TodoRow) -> tuple[str, str]:
    """The line's own words and the rest: "Darren Holt" and "12 mentions on 4 pages"."""
    if item.title:
        return item.title, without_commands(item.detail)
    return without_commands(item.text), ""


def question_of(items: Sequence[TodoRow]) -> str:
    """What is asked about what is chosen, and how much more than that an answer settles."""
    if len(items) == 1:
        return question(items[0])
    told = tr("{number} chosen, to be settled alike", number=len(items))
    places = sum(item.places for item in items)
    if places == len(items):
        return told
    return f"{told}. " + tr("The same words stand in {places} in all.", places=words.count(places, "place"))


def question(item: TodoRow) -> str:
    if item.kind == "residual":
        return tr("{text}. Is that right?", text=without_commands(item.text))
    title, rest = two_lines(item)
    title = words.short(f"{title}: {rest}" if item.kind == "own" or item.subkind in (BOTH, WORK) else title, 300)
    asked = tr(ASKED.get(item.kind, ""))
    whole = title if title.endswith(_ENDS) else f"{title}."
    return " ".join(part for part in (whole, asked, item.also) if part)
