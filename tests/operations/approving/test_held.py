# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whatever somebody held back by their own judgement is among the decisions that whoever approves weighs."""

from __future__ import annotations

from pathlib import Path

from redactor.casefile.identity import Identity
from redactor.casefile.store import CaseFile
from redactor.domain.geometry import Box
from redactor.operations.approving.review import looked, not_looked_at, review
from redactor.operations.deciding.accepting import accept
from redactor.operations.deciding.decide import decide_occurrences, decide_person
from redactor.operations.deciding.mark import mark_harm, redact_box, redact_text, withhold_pages
from redactor.operations.deciding.rest import Keep, hide_rest
from redactor.operations.deciding.undoing import undo
from redactor.operations.view import CaseView
from redactor.review.checks.risks import RISKS, Risk, RiskKind
from redactor.review.decisions.decided import Outcome
from tests.conftest import PASSPHRASE

CRIME = {"purpose": "Operation Heron", "prejudice": "The suspects would be warned"}


def held(view: CaseView, key: str) -> list[Risk]:
    return [risk for risk in review(view, key).risks if risk.kind in (RiskKind.GROUND, RiskKind.BY_HAND)]


def test_every_kind_of_withholding_by_hand_is_weighed(case_path: Path, worker: Identity, lead: Identity) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        accept(view, signer=worker)
        assert not held(view, lead.key), "what was proposed and accepted under the usual reason is no judgement apart"
        notes = view.document_called("02 Case notes.pdf")
        gareth = next(i for i, found in view.people.items() if found.name == "Gareth Pole")
        passage = mark_harm(view, notes, 1, "CR", text="would put Meena", fields=CRIME, signer=worker)
        person = decide_person(
            view, gareth, outcome=Outcome.REDACT, reason="LAW", fields={"proceedings": "Pole v Council"}, signer=worker
        )
        box = redact_box(view, notes, 1, Box(1, 1, 9, 9), "LPP", signer=worker)
        hand = redact_text(view, "grave risk", "TP", document=notes, page=1, signer=worker)
        page = withhold_pages(view, notes, 2, 2, "TP", signer=worker)
        found = {risk.event: risk for risk in held(view, lead.key)}
        assert {event: risk.text for event, risk in found.items()} == {
            passage.id: "CR: 'would put Meena'",
            person.id: "LAW: Gareth Pole, everywhere",
            box.id: "LPP: an area without words that can be read",
            hand.id: "TP: 'grave risk'",
            page.id: "TP: a whole page",
        }
        assert found[passage.id].said == ("purpose: Operation Heron", "prejudice: The suspects would be warned")
        assert found[person.id].said == ("proceedings: Pole v Council",) and len(found[person.id].places) > 1
        assert [risk.kind for risk in found.values()] == [RiskKind.GROUND] * 4 + [RiskKind.BY_HAND]
        assert set(RISKS) == set(RiskKind)

        # What was not weighed is said before approving; what is undone is nothing to weigh.
        assert "decisions were not looked at" in not_looked_at(view, lead.key)[-1]
        looked(view, lead)
        assert not any(risk.new for risk in held(view, lead.key))
        rest = hide_rest(view, notes, 1, 1, Keep(texts=["Meena"]), "MGT", signer=worker)
        (new,) = (risk for risk in held(view, lead.key) if risk.new)
        assert new.event == rest.id and new.text == "MGT: all but what was kept, on 1 page"
        undo(view, rest.id, signer=worker)
        undo(view, passage.id, signer=worker)
        assert not {rest.id, passage.id} & {risk.event for risk in held(view, lead.key)}


def test_the_same_words_marked_one_by_one_are_one_thing_to_weigh(
    case_path: Path, worker: Identity, lead: Identity
) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        notes = view.document_called("02 Case notes.pdf")
        redact_text(view, "grave risk", "TP", document=notes, page=1, signer=worker)
        looked(view, lead)
        again = redact_text(view, "Gareth Pole", "TP", document=notes, page=1, signer=worker)
        last = redact_text(view, "Gareth Pole", "TP", document=notes, page=2, signer=worker)
        found = {risk.text: risk for risk in held(view, lead.key)}
        assert set(found) == {"TP: 'grave risk'", "TP: 'Gareth Pole'"} and again.id != last.id
        assert found["TP: 'Gareth Pole'"].event == last.id and found["TP: 'Gareth Pole'"].new
        assert not found["TP: 'grave risk'"].new


def test_each_place_of_one_exception_says_how_much_it_is(case_path: Path, worker: Identity, lead: Identity) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        names = ("Gareth Pole", "Meena Dunmore")
        people = [next(i for i, found in view.people.items() if found.name == name) for name in names]
        for person in people:
            decide_person(view, person, outcome=Outcome.DISCLOSE, reason="KNOWN", why="They live there", signer=worker)
        of = [[m for m in view.mentions if m.person == person and m.boxes and m.page] for person in people]
        here = [*of[0][:2], of[1][0]]
        event = decide_occurrences(view, here, Outcome.REDACT, reason="LPP", signer=worker)
        told = {risk.text: risk.about for risk in review(view, lead.key).risks if risk.event == event.id}
        said = "redacted here, otherwise decided elsewhere; 1 mention on 1 page"
        assert told == {f"LPP: '{mention.text}'": said for mention in here}
