# SPDX-License-Identifier: AGPL-3.0-or-later
"""The covering letter: what the law says must be told along with the records, from a template and the case."""

from __future__ import annotations

import datetime
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from redactor.domain.catalogue import RESOURCES
from redactor.domain.dates import british
from redactor.domain.errors import BadInput, Refused
from redactor.domain.saying import say
from redactor.operations.request.request import clock_of
from redactor.operations.request.roster import case_roster
from redactor.operations.view import CaseView
from redactor.release.letter import Block, Letter, heading, paragraph

#: UK GDPR Art 15(1): what must be told, letter by letter.
ARTICLE_15 = tuple("abcdefgh")


@cache
def _shipped() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "letter.toml").read_text(encoding="utf-8"))


def template(file: Path | None = None) -> dict[str, Any]:
    """The letter's words: those that ship, with the council's own file laid over them. Raises BadInput for a file that
    is not sound, or that leaves one of the eight points of Art 15(1) without words."""
    words = {**_shipped(), "art15": {letter: dict(_shipped()["art15"][letter]) for letter in ARTICLE_15}}
    if file is None:
        return words
    try:
        own = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        do = "It is TOML, like letter.toml"
        raise BadInput(say("the letter's words cannot be read ({error})", error=str(error)), str(file), do) from error
    for name, value in own.items():
        if name == "art15" and isinstance(value, dict):
            for letter, entry in value.items():
                _require(letter in ARTICLE_15 and isinstance(entry, dict), f"art15.{letter}", file)
                for part, text in entry.items():
                    _require(part in ("title", "text") and _is_text(text), f"art15.{letter}.{part}", file)
                    words["art15"][letter][part] = text
        else:
            _require(name in words and name != "art15" and _is_text(value), name, file)
            words[name] = value
    return words


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _require(sound: bool, name: str, file: Path) -> None:
    if not sound:
        raise BadInput(
            say("'{name}' is nothing the letter has words for, or has none", name=name),
            str(file),
            "Every point of Art 15(1) must be told: word it otherwise, do not leave it empty",
        )


def open_in_request(view: CaseView) -> list[str]:
    """What the letter lacks because it is not on record of the request: best known before anybody submits."""
    request, points = view.state.request, []
    if not request.searches.strip():
        points.append(say("What was searched is not on record: the letter must tell it, and cannot be written without"))
    if request.received is None:
        points.append(say("The day the request came is not on record: the letter says nothing of the time limit"))
    if not request.address:
        points.append(say("Where the answer goes is not on record: the letter has no address"))
    return points


def open_points(view: CaseView, words: dict[str, Any]) -> list[str]:
    """What the letter cannot say yet, or says only as it ships: for whoever reads it before it goes."""
    points = open_in_request(view)
    if case_roster(view) is None:
        points.append(say("The case has no office roster: the letter does not say which council writes"))
    if not view.state.exports:
        points.append(say("Nothing was released yet: the letter says that the records come with it"))
    own = [letter for letter in ARTICLE_15 if words["art15"][letter] != _shipped()["art15"][letter]]
    if len(own) < len(ARTICLE_15):
        left = ", ".join(letter for letter in ARTICLE_15 if letter not in own)
        points.append(say("Points of Art 15(1) in the words that ship, not the council's own: {points}", points=left))
    return points


def answer_letter(
    view: CaseView, words: dict[str, Any], today: datetime.date | None = None, *, draft: bool = False
) -> Letter:
    """The letter that goes with the records. Raises Refused while what was searched is not on record: the person must
    be told, and nobody can add it for those who searched. A ``draft`` is for reading: it leaves the place open."""
    request, subject = view.state.request, str(view.fact("subject"))
    searches = request.searches.strip() or "[not on record yet]"
    if not request.searches.strip() and not draft:
        raise Refused(
            "what was searched is not on record, and the letter has to tell it",
            do="Record it first: redactor request CASE --searches T --as ID",
        )
    day = today or datetime.date.today()
    roster = case_roster(view)
    clock = clock_of(view, day)
    to = request.requester_name or subject
    head = [roster.office] if roster else []
    blocks: list[Block] = [
        heading("Your request to see your records"),
        paragraph("\n".join([*head, f"Reference {view.fact('reference')}", british(day)])),
        paragraph(f"{to}\n{request.address}" if request.address else to),
        paragraph(f"Dear {to},"),
        paragraph(str(words["opening"])),
        paragraph(str(words["records"] if view.page_keys else words["nothing_found"])),
    ]
    if clock.due is not None and request.received is not None:
        blocks.append(paragraph(_filled(words["time"], received=british(request.received), due=british(clock.due))))
    if request.extended and request.extension_why:
        more = f"On {british(request.extended)} we told you that we needed more time: {request.extension_why}."
        blocks.append(paragraph(more))
    blocks += [heading("What we searched", 2), paragraph(_filled(words["search"], searches=searches.rstrip(" .")))]
    for letter in ARTICLE_15:
        entry = words["art15"][letter]
        blocks += [heading(str(entry["title"]), 2), paragraph(str(entry["text"]))]
    blocks += [paragraph(str(words["closing"])), paragraph("Yours sincerely,\n\n\n____________________________")]
    return Letter(f"Your request to see your records, reference {view.fact('reference')}", tuple(blocks))


def again_letter(view: CaseView, words: dict[str, Any], today: datetime.date | None = None) -> Letter:
    """The answer to whoever questioned numbers of the log: each, what came of it, and what they can do. Raises Refused
    while one of them is not decided, or none was questioned since the last whole release."""
    reissues = view.state.reissues
    if reissues.open():
        number = reissues.open()[0].number
        raise Refused(
            say("number {number} is not decided again yet", number=number),
            do="redactor challenge CASE --number N --outcome O --as ID",
        )
    if not reissues.challenges:
        raise Refused("no number of the log was questioned", do="redactor challenge CASE --number N --said T --as ID")
    day, request = today or datetime.date.today(), view.state.request
    to, roster = request.requester_name or str(view.fact("subject")), case_roster(view)
    supplements = [event for event in view.state.exports if event.payload.get("supplements")]
    title = "What you asked us to look at again"
    head = [roster.office] if roster else []
    blocks = [
        heading(title),
        paragraph("\n".join([*head, f"Reference {view.fact('reference')}", british(day)])),
        paragraph(f"{to}\n{request.address}" if request.address else to),
        paragraph(f"Dear {to},"),
        paragraph(str(words["again_opening"])),
        *([paragraph(str(words["again_approved"]))] if supplements else []),
    ]
    for entry in reissues.challenges.values():
        blocks.append(heading(f"Number {entry.number}: {entry.label}", 2))
        on = british(datetime.date.fromisoformat(entry.on))
        blocks.append(paragraph(_filled(words["again_asked"], on=on, said=entry.said)))
        blocks.append(paragraph(_filled(words[f"again_{entry.outcome}"], told=entry.told)))
    blocks.append(paragraph(str(words["again_pages" if supplements else "again_no_pages"])))
    blocks += [heading("What you can do", 2), paragraph(str(words["again_complain"]))]
    blocks += [paragraph(str(words["closing"])), paragraph("Yours sincerely,\n\n\n____________________________")]
    return Letter(f"{title}, reference {view.fact('reference')}", tuple(blocks))


def _filled(text: Any, **facts: str) -> str:
    """The words with the facts in place of their names in braces; other braces stay as they are."""
    filled = str(text)
    for name, fact in facts.items():
        filled = filled.replace(f"{{{name}}}", fact)
    return filled
