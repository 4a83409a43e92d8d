# SPDX-License-Identifier: AGPL-3.0-or-later
"""People as rows: who is shown and in which order, what a row says, and what redacting somebody would cover."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from redactor.domain.saying import say
from redactor.gui.casework.told.people import PersonRow, Words
from redactor.gui.look.rows import Row
from redactor.gui.wording import words
from redactor.gui.wording.language import tr

#: Whom accepting would hide though nothing says who they are: who of them works here is to be said first.
UNSAID = say("Not said who they are")
#: Of whoever stands in no running text that could be shown.
ELSEWHERE = say("Only in a comment, a form's field, a name of a file or the like")
FILTERS: dict[str, Callable[[PersonRow], bool]] = {
    say("Everybody"): lambda p: True,
    say("To decide"): lambda p: p.to_decide,
    say("Other people"): lambda p: p.role in ("third_party", "unknown"),
    say("Professionals"): lambda p: p.role == "professional",
    UNSAID: lambda p: bool(p.staff),
    say("Role not known"): lambda p: p.role == "unknown",
    say("Only possibly somebody"): lambda p: p.possible == p.mentions > 0,
    say("Redacted"): lambda p: p.decision == "redact",
    say("Left in by decision"): lambda p: p.decision == "disclose",
}
SORTS: dict[str, Callable[[PersonRow], Any]] = {
    say("To decide first"): lambda p: (not p.to_decide, p.staff != "likely", -p.mentions, p.name.casefold()),
    say("Most mentions"): lambda p: (-p.mentions, p.name.casefold()),
    say("Most pages"): lambda p: (-p.pages, p.name.casefold()),
    say("Name"): lambda p: p.name.casefold(),
}


def person_row(person: PersonRow, words_: Words | None = None) -> Row:
    """``words_``: of the record, where they are known."""
    role = tr(words.ROLE[person.role])
    if person.profession and person.role == "professional":
        role += f", {tr(words.PROFESSION[person.profession])}"
    if person.role == "third_party" and person.relationship:
        role = ""  # whose mother somebody is says that they are another person
    if person.staff:
        role = tr("Perhaps staff") if person.staff == "likely" else tr("Not said who they are")
    parts = [role, person.relationship, _mentions(person)]
    if person.decision == "redact":
        badge, tone, look = tr("Redacted ({reason})", reason=person.reason), "", "redacted"
    elif person.decision == "disclose":
        badge, tone, look = tr("Left in"), "good", "disclosed"
    elif person.to_decide:
        badge, tone = tr("Redact?" if person.proposal == "redact" else "Left in?"), "warn"
        look = "possible" if person.possible == person.mentions else "proposed"
    else:
        badge, tone, look = tr("Left in"), "", "subject" if person.role == "subject" else "professional"
    detail = " · ".join(part for part in parts if part)
    elsewhere = "" if person.spots else tr(ELSEWHERE)
    around = (words_.before, words_.name, words_.after) if words_ else ("", "", elsewhere)
    return Row(person.name, detail, badge, tone, key=person, look=look, words=around)


def _mentions(person: PersonRow) -> str:
    """Those that are surely theirs, as the list of things to do counts them, and those that may be."""
    sure = person.mentions - person.possible
    if not person.possible:
        return words.count(sure, "mention")
    if not sure:
        return words.count(person.possible, "possible mention")
    return tr("{sure:,} + {possible:,} possible", sure=sure, possible=person.possible)


def _also(person: PersonRow) -> list[str]:
    """Other names, each once however it is written: rather not in capitals, and not the name itself."""
    found: dict[str, str] = {}
    for alias in sorted(person.aliases, key=str.isupper):
        found.setdefault(" ".join(alias.casefold().split()), alias)
    found.pop(" ".join(person.name.casefold().split()), None)
    return list(found.values())


def about_person(person: PersonRow) -> str:
    lines = []
    if also := _also(person):
        lines.append(tr("Also: ") + "; ".join(also[:8]) + ("…" if len(also) > 8 else ""))
    if person.why:
        lines.append(tr("Why this role: {why}", why=person.why))
    if person.decided:
        lines.append(person.decided)
    return "\n".join(lines)


def effect_of_redacting(people: Sequence[PersonRow]) -> str:
    mentions = sum(p.mentions - p.possible for p in people)
    possible = sum(p.possible for p in people)
    pages = sum(p.pages for p in people)
    where = " " + tr("on {pages}", pages=words.count(pages, "page")) if len(people) == 1 else ""
    text = tr(
        "Redacting {name} covers {mentions}{where}, and those found later."
        if len(people) == 1
        else "Redacting covers {mentions}{where}, and those found later.",
        name=people[0].name,
        mentions=words.count(mentions, "mention"),
        where=where,
    )
    if possible:
        text += " " + tr(
            "A further {mentions} you decide one by one.", mentions=words.count(possible, "possible mention")
        )
    if len(people) == 1 and people[0].decision:
        text += " " + tr("Another decision replaces the one there is.")
    return text
