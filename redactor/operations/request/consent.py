# SPDX-License-Identifier: AGPL-3.0-or-later
"""Put on record what was asked of another person, what they answered and what was weighed; write to them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from typing import Any

from redactor.casefile.identity import Identity
from redactor.domain.dates import british
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Event, Kind
from redactor.domain.mentions import Person, Role
from redactor.domain.saying import say
from redactor.operations.request.case import iso_date
from redactor.operations.request.roster import case_roster
from redactor.operations.view import CaseView
from redactor.release.letter import Letter, heading, paragraph
from redactor.review.decisions.decided import person_to_json
from redactor.review.request.consent import DATES, FACTORS, TEXTS, Answer, Standing, follows


def record_consent(view: CaseView, identity: str, facts: Mapping[str, str], *, signer: Identity | None = None) -> Event:
    """Record facts about one other person: ``asked``, ``answered`` (dates), ``answer``, ``reasonable`` (yes or no), the
    five factors, and the texts of an assessment. An empty one takes it back. Raises BadInput."""
    view.case.require_writable()
    person = view.person(identity)
    known = {*DATES, "answer", "reasonable", *FACTORS, *TEXTS}
    unknown = sorted(facts.keys() - known)
    if unknown:
        raise BadInput(
            say("'{unknown}' is nothing to record of a person", unknown=unknown[0]),
            do=say("Use one of: {known}", known=", ".join(sorted(known))),
        )
    payload: dict[str, Any] = {name: " ".join(text.split()) for name, text in facts.items()}
    for name in DATES:
        if name in facts:
            payload[name] = iso_date(facts[name], name)
    if payload.get("answer", "") not in {str(answer) for answer in Answer}:
        raise BadInput(
            say("'{given}' is no answer", given=payload["answer"]),
            do=say("Use one of: {known}", known=", ".join(a for a in Answer if a)),
        )
    if payload.get("reasonable", "") not in ("", "yes", "no"):
        raise BadInput("it is reasonable to disclose, or it is not", person.name, "Say yes or no")
    if not payload:
        raise BadInput("nothing was recorded", person.name, "Give at least one fact")
    after = view.state.consents.of(person.id).changed(payload)
    if after.answer in (Answer.GIVEN, Answer.REFUSED) and after.answered is None:
        raise BadInput("an answer has its date", person.name, "Say when they answered (--answered DATE)")
    if after.answer in (Answer.REFUSED, Answer.NO_ANSWER) and after.asked is None:
        raise BadInput(
            "nobody refuses, or leaves unanswered, what they were not asked", person.name, "Say when (--asked DATE)"
        )
    if after.asked and after.answered and after.answered < after.asked:
        raise BadInput("the answer is older than the question", person.name, "Check the two dates")
    payload |= {"about": person.id, "somebody": person_to_json(person)}
    return view.record(Kind.CONSENT_RECORDED, payload, signer)


def standing_of(view: CaseView, identity: str) -> Standing:
    """Where one person stands. Raises BadInput for somebody who is not in the case."""
    from redactor.review.request import consent

    person = view.person(identity)
    record = view.state.consents.of(person.id)
    ground = view.state.ground_for(person.id)
    outcome = str(ground.outcome) if ground else ""
    found: Iterable[str] = ()
    if ground:
        found = consent.gaps(person, record, outcome, ground.reason, dict(ground.fields), ground.agreed)
    return Standing(person, record, follows(person, record), outcome, tuple(found))


def consent_letter(
    view: CaseView,
    identity: str,
    *,
    information: str = "",
    contact: str = "",
    name_subject: bool = False,
    today: datetime.date | None = None,
) -> Letter:
    """A letter that asks one person whether what is recorded about them may be disclosed.

    It says what kind of information it is (``information``, else what is on record), never quotes the record, and names
    nobody else but, where ``name_subject``, whose record it is. Raises BadInput without a kind of information, and
    Refused when what was typed names another person of the case."""
    person = view.person(identity)
    information = information or view.state.consents.of(person.id).text("information")
    if not information:
        raise BadInput(
            "the letter has to say what kind of information it is about",
            person.name,
            "Record it first (the first of the five factors), in general words",
        )
    subject = str(view.fact("subject"))
    _names_nobody_else(view, person, f"{information} {contact}", subject if name_subject else "")
    roster = case_roster(view)
    office = roster.office if roster else "The council"
    whose = f"records about {subject}" if name_subject else "records that we hold"
    due = british((today or datetime.date.today()) + datetime.timedelta(days=14))
    return Letter(
        f"May we share information about you? Reference {view.fact('reference')}",
        (
            heading("May we share information about you?"),
            paragraph(f"{office}\nReference {view.fact('reference')}\n{british(today or datetime.date.today())}"),
            paragraph(f"Dear {person.name},"),
            paragraph(
                f"Somebody has used their right to see {whose}. In them there is information that is about you too: "
                f"{information.rstrip('.')}. Before we decide whether to share it, we would like to know what you "
                "think."
            ),
            heading("What we ask of you", 2),
            paragraph(
                "Please tell us whether you agree that we share this information with the person who asked. You can "
                "agree to all of it, to a part of it, or say no. You need not give a reason, though it helps us if you "
                "do. You can change your mind until the information has been sent."
            ),
            heading("What happens then", 2),
            paragraph(
                "If you agree, we share what you agreed to. If you say no, or do not answer, we decide ourselves "
                "whether it is fair to share it without your agreement. We then take into account what kind of "
                "information it is, whether it was given in confidence, and what you have told us. This is set out in "
                "the Data Protection Act 2018, Schedule 2, paragraph 16."
            ),
            paragraph(f"Please answer by {due}.{f' You can reach us here: {contact}.' if contact else ''}"),
            paragraph("Please treat this letter as confidential: that somebody asked is information about them."),
            heading("Your answer", 2),
            paragraph("[  ]  I agree that all of it is shared."),
            paragraph("[  ]  I agree that this part is shared: ______________________________________"),
            paragraph("[  ]  I do not agree."),
            paragraph("Name: ______________________________    Date: ________________"),
            paragraph("Signature: ______________________________"),
        ),
    )


def _names_nobody_else(view: CaseView, person: Person, text: str, subject: str) -> None:
    """What was typed into a letter may name nobody but who gets it (and, where wanted, the subject)."""
    own = {word.casefold() for name in (person.name, *person.aliases, subject) for word in _words(name)}
    said_words = {word.casefold() for word in _words(text)}
    for other in view.people.values():
        if other.id == person.id or other.role is Role.PROFESSIONAL:
            continue
        for name in (other.name, *other.aliases):
            words = {word.casefold() for word in _words(name)}
            if words and words <= said_words and not words <= own:
                raise Refused(
                    say("the letter to {person} would name somebody else", person=person.name),
                    do="Say in general words what the information is, without names",
                )


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text)
