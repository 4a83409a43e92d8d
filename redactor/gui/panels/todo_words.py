# SPDX-License-Identifier: AGPL-3.0-or-later
"""Things to do in plain words: under which heading one stands, its line, and what is asked about it."""

from __future__ import annotations

import re

from redactor.gui import words
from redactor.gui.casework.messages import TodoRow
from redactor.gui.language import tr
from redactor.review.possible import POSSIBLE_WORDS, PossibleKind


def group_of(item: TodoRow) -> tuple[str, str]:
    """Things to do under one heading."""
    return item.kind, item.subkind if item.subkind in POSSIBLE_WORDS else ""


#: What would still be readable, and how.
_QUOTED = re.compile(r"'(.+?)'(?=[ ,])(.*)\Z", re.DOTALL)
#: What stands between a file's name and what became of it.
_GIVEN = {"refused_file": " was not taken in: ", "conversion": " was converted "}


def parts_of(item: TodoRow) -> tuple[str, str, str]:
    """The line's own words and the rest: "Darren Holt" and "another person: 12 mentions on 4 pages"."""
    if item.kind in ("refused_file", "conversion"):
        # A file's name is told as it is.
        name, _, rest = item.text.partition(_GIVEN[item.kind])
        return name, "", words.without_commands(rest)
    text = words.without_commands(item.text)
    if item.kind in ("person",):
        return text.partition(", ")
    if item.kind == "possible" and item.subkind == PossibleKind.POINTS:
        name, _, told = text.partition(": words that point to them (")
        shown, _, counted = told.rpartition("): ")
        return name, "", f"{shown} · {counted}"
    if item.kind == "own":
        detail, _, why = text.partition(" may be the subject's own: ")
        return detail, "", why
    if item.kind in ("mention", "possible") and " (" in text:
        name, _, rest = text.partition(" (")
        label_, _, counted = rest.partition(")")
        return name, "", f"{words.LABEL.get(label_, label_)}{counted.replace(' may be somebody', '')}"
    if item.kind == "harm_cue":
        quoted, _, rest = text.rpartition(" may belong under the harm test ")
        return quoted.strip("'"), "", rest.replace("(", "").replace(")", "")
    if item.kind == "residual" and (found := _QUOTED.match(text)):
        return found[1], "", found[2].lstrip(", ")
    return text, "", ""


def question(item: TodoRow) -> str:
    if item.kind == "residual":
        return tr("{text}. Is that right?", text=words.without_commands(item.text))
    title, _, rest = parts_of(item)
    title = words.short(f"{title}: {rest}" if item.kind == "own" else title, 300)
    asked = {
        "not_analysed": "The documents are to be read and searched for people first.",
        "refused_file": "Add a copy that opens, or say why the record is complete without it.",
        "conversion": "Compare it with the file as it came (Documents, Save a document's file as it came).",
        "unreadable_page": "Look at the page. If you can read it and it may go, say so; else withhold it.",
        "drawn_differently": "Compare it with the file as it came (Documents, Save a document's file as it came). If "
        "it may go as the window shows it, say so; else withhold it, or put a better copy in its place.",
        "not_releasable": "Put a better copy in its place, or withhold the page.",
        "harm_cue": "Read the passage. Hold it back only if a professional finds that it would cause serious harm; "
        "else say why it may go.",
        "needs_eyes": "Look at the page itself: not everything on it could be read.",
        "person": "May this person be seen by the requester?",
        "own": "Is it the subject's own? Yes leaves it in everywhere.",
        "possible": "Is this somebody, and may it be seen?",
        "mention": "May this be seen by the requester?",
        "class": "Under Decide, Health data: put right what is wrong; confirming here confirms them as proposed.",
        "opinion": "Under Decide, Health data: ask a clinician and record what they say.",
        "consent": "Put on record what is missing, or why it stays as it is.",
        "request": "Put it on record under Case, The request and its time limit.",
        "inconsistent": "Redact here too takes the reason over from the copy. Or say why it may stay open here.",
        "late": "Look through it. What was decided before holds here too; who is new is on this list by themselves.",
        "note": "Answer it here; the answer goes on record and to whoever wrote it.",
        "conflict": "Two copies say different things. Say which holds, and why.",
        "arrangement": "Put it right in the list of documents.",
        "lost_anchor": "It stays redacted. Look whether that is still right.",
    }.get(item.kind, "")
    return f"{title}. {asked}" if asked else f"{title}."
