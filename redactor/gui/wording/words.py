# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words on screen: roles, kinds, dates and numbers the British way. One place, so that they stay the same."""

from __future__ import annotations

from collections.abc import Iterable

from redactor.domain.mentions import LABEL_WORDS
from redactor.domain.saying import count as counted
from redactor.domain.saying import said_all
from redactor.gui.wording.dates import typed
from redactor.gui.wording.language import tr
from redactor.review.todo_items import KIND_WORDS, TodoKind

ROLE = said_all(
    {
        "subject": "Subject",
        "third_party": "Another person",
        "professional": "Professional",
        "unknown": "Role not known",
    }
)
PROFESSION = said_all(
    {
        "": "",
        "health": "health",
        "social_work": "social work",
        "education": "education",
        "police": "police",
        "other": "other",
    }
)
LABEL = LABEL_WORDS
STATUS = said_all(
    {
        "proposed": "To decide",
        "redacted": "Redacted",
        "disclosed": "Left in",
        "left": "Left in",
    }
)
POSSIBLE = KIND_WORDS[TodoKind.POSSIBLE]
WHERE = said_all(
    {
        "page": "",
        "form_field": "in a form field",
        "annotation": "in a comment",
        "bookmark": "in a bookmark",
        "metadata": "in the file's properties",
        "filename": "in the file's name",
        "attachment": "in an attachment",
        "hidden_text": "in hidden text",
    }
)
TODO = KIND_WORDS
OUTCOME = said_all(
    {
        "leave": "Leave in",
        "redact": "Redact",
        "known": "Already known to them",
        "seen": "I have looked",
    }
)
#: What is on record for a passage held back for harm, in fewer words than it is asked in.
FACTS = said_all(
    {
        "who": "At risk",
        "likelihood": "How likely",
        "seriousness": "How serious",
        "prejudice": "Harm to social work",
        "opinion": "Whose opinion",
        "opinion_date": "When",
        "asked": "Who was asked",
        "asked_date": "When",
        "known": "Not known already",
        "best_interests": "Best interests",
        "capacity": "Capacity of who asks",
    }
)
STAFF = said_all({"caseworker": "caseworker", "team-lead": "team lead"})


def count(number: int, one: str, many: str = "") -> str:
    """ "1 page", "1,204 pages", in the language in use."""
    return tr(counted(number, one, many))


def state(status: str, tier: str) -> str:
    """What becomes of a mark, in the same words wherever it is shown."""
    return tr(POSSIBLE if status == "proposed" and tier == "possible" else STATUS.get(status, ""))


def pages(first: int, last: int) -> str:
    """ "Page 3", "Pages 3 to 5"."""
    return tr("Page {first}", first=first) if first == last else tr("Pages {first} to {last}", first=first, last=last)


def span_of_time(seconds: float) -> str:
    """ "about 4 minutes"."""
    if seconds < 50:
        return tr("about {seconds}", seconds=count(max(5, round(seconds / 5) * 5), "second"))
    if seconds < 3300:
        minutes = max(1, round(seconds / 60))
        return tr("about {minutes}", minutes=count(minutes, "minute"))
    return tr("about {hours}", hours=count(round(seconds / 3600), "hour"))


def short(text: str, length: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def facts(of: Iterable[tuple[str, str]], length: int = 160) -> list[str]:
    """What is on record, a line each: "At risk: her aunt"."""
    lines, order = [], list(FACTS)
    for name, text in sorted(of, key=lambda fact: order.index(fact[0]) if fact[0] in FACTS else len(order)):
        asked = tr(FACTS.get(name, name.replace("_", " ").capitalize()))
        shown = typed(text) if name.endswith("_date") else text
        lines.append(tr("{asked}: {told}", asked=asked, told=short(shown, length)))
    return lines


def unnamed(kind: str) -> str:
    """What stands in the place of a mark's words where it has none."""
    return tr("Part of a picture" if kind == "mention" else "Drawn box")
