# SPDX-License-Identifier: AGPL-3.0-or-later
"""The team lead's view: what is risky, what is new to whom, and the sample's interval beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from redactor.casefile.identity import Identity
from redactor.casefile.store import CaseFile
from redactor.cli import main
from redactor.domain.journal import Kind
from redactor.domain.mentions import Profession, Role, Tier
from redactor.operations.approving.approve import approve, send_back, submit
from redactor.operations.approving.review import looked, not_looked_at, review
from redactor.operations.approving.sample import record_sample
from redactor.operations.deciding.decide import decide_occurrences, decide_person
from redactor.operations.deciding.mark import mark_harm
from redactor.operations.deciding.notes import write_note
from redactor.operations.deciding.settle import settle
from redactor.operations.keeping.handover import bring_back, hand_over
from redactor.operations.left.todo import left_to_do
from redactor.operations.request.consent import record_consent
from redactor.operations.told.history import describe
from redactor.operations.view import CaseView
from redactor.review.checks.notes import Purpose
from redactor.review.checks.risks import RISKS, RiskKind
from redactor.review.decisions.decided import Outcome
from tests.conftest import PASSPHRASE
from tests.operations.clearing import clear


def person(view: CaseView, name: str) -> str:
    return next(identity for identity, found in view.people.items() if found.name == name)


def test_the_risky_first_and_what_is_new(
    case_path: Path, worker: Identity, lead: Identity, pool, tmp_path: Path, monkeypatch, capsys
) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        gareth, meena, mrs = (person(view, n) for n in ("Gareth Pole", "Meena Dunmore", "Oluwaseun Adeyemi"))
        notes = view.document_called("02 Case notes.pdf")
        decide_person(view, gareth, outcome=Outcome.REDACT, signer=worker)
        mention = next(m for m in view.mentions if m.person == gareth and m.page == 2 and m.tier is Tier.PROPOSED)
        decide_occurrences(view, [mention], Outcome.DISCLOSE, why="Known to all", signer=worker)
        decide_person(view, mrs, outcome=Outcome.DISCLOSE, reason="REASONABLE", why="She asked for it", signer=worker)
        fields = {"who": "Meena", "likelihood": "likely", "seriousness": "grave"}
        mark_harm(view, notes, 1, "H-HARM", text="would put Meena at grave risk", fields=fields, signer=worker)
        decide_person(view, meena, role=Role.PROFESSIONAL, profession=Profession.HEALTH, signer=worker)
        decide_person(view, meena, outcome=Outcome.REDACT, why="She works undercover", signer=worker)
        agreed = {"asked": "2026-01-02", "answer": "given", "answered": "2026-01-05", "scope": "the school report"}
        record_consent(view, mrs, agreed, signer=worker)
        asked = "She asked for it"
        decide_person(
            view, mrs, outcome=Outcome.DISCLOSE, reason="CONSENT", why=asked, beyond_consent=True, signer=worker
        )
        notes_too = mark_harm(view, notes, 1, "TP", text="Meena", fields={"who": "Meena"}, signer=worker)
        assert "as harm" not in describe(notes_too, view) and "another person" in describe(notes_too, view)
        record_consent(view, gareth, {"override": "Held back although he agreed"}, signer=worker)
        cue = [item for item in left_to_do(view, residual=False) if item.kind == "harm_cue"]
        if cue:
            settle(view, cue, "leave", "Everybody knows", signer=worker)
        seen = review(view, lead.key)
        assert seen.first_look and len(seen.changes) == len(view.state.events)
        kinds = [risk.kind for risk in seen.risks]
        wanted = {RiskKind.HARM, RiskKind.DISCLOSED, RiskKind.EXCEPTION, RiskKind.OVERRIDE}
        assert wanted <= set(kinds) and kinds == sorted(kinds, key=list(RISKS).index)
        assert bool(cue) is (RiskKind.CUE_LEFT in kinds)
        texts = {risk.kind: f"{risk.text} {risk.detail}" for risk in seen.risks}
        assert "grave risk" in texts[RiskKind.HARM] and "likelihood: likely" in texts[RiskKind.HARM]
        assert "Adeyemi" in texts[RiskKind.DISCLOSED] and "She asked for it" in texts[RiskKind.DISCLOSED]
        assert "they agreed, for: the school report" in texts[RiskKind.DISCLOSED]
        assert "left in here" in texts[RiskKind.EXCEPTION] and "Known to all" in texts[RiskKind.EXCEPTION]
        overrides = [risk.text for risk in seen.risks if risk.kind is RiskKind.OVERRIDE]
        assert sorted(overrides) == ["Gareth Pole", "Meena Dunmore"]
        assert all(risk.new for risk in seen.risks)

        # Looking is no decision; what comes after is new, also what another copy's slow clock puts before.
        half = tmp_path / "half.case"
        hand_over(view, half, "its own passphrase", to="Ben", signer=worker)
        monkeypatch.setattr("redactor.casefile.journal.now", lambda: "2020-01-01T00:00:00.000000Z")
        with CaseFile.open(half, "its own passphrase") as other:
            copy = CaseView(other)
            decide_person(copy, person(copy, "Fiona Marsh"), outcome=Outcome.REDACT, signer=worker)
        monkeypatch.undo()
        looked(view, lead)
        assert lead.key not in view.state.authors
        assert not review(view, lead.key).changes and not any(r.new for r in review(view, lead.key).risks)
        bring_back(view, half, "its own passphrase", signer=worker)
        later = review(view, lead.key)
        assert {str(event.kind) for event in later.changes} == {"person.decided", "copies.merged"}
        assert [risk.text for risk in later.risks if risk.new] == ["Fiona Marsh"]
        write_note(view, Purpose.NOTE, "Please look at page 2", signer=worker)
        assert [note.text for note in review(view, lead.key).notes] == ["Please look at page 2"]
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    capsys.readouterr()
    assert main(["review", str(case_path), "--as", str(tmp_path / "staff" / "lead.id")]) == 0
    told = capsys.readouterr().out
    assert "What changed since you last looked: 2" in told and "* Fiona Marsh" in told
    assert "Please look at page 2" in told and "drawn once the case is submitted" in told


def test_the_samples_interval_stands_beside_it(case_path: Path, worker: Identity, lead: Identity, pool) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        clear(view, pool, signer=worker)
        submit(view, worker, pool)
        assert review(view, lead.key).sample is None
        _, said = record_sample(view, [], lead)
        found = review(view, lead.key).sample
        assert found is not None and (found.low, found.high) == (said.low, said.high)
        decide_person(view, next(iter(view.people)), outcome=Outcome.REDACT, signer=worker)
        assert review(view, lead.key).sample is None


def test_what_was_not_looked_at_is_said_and_goes_on_record_with_the_approval(
    case_path: Path, worker: Identity, lead: Identity, pool
) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        fields = {"who": "Meena", "likelihood": "likely", "seriousness": "grave", "opinion": "Dr A"}
        fields["opinion_date"] = date.today().isoformat()
        notes = view.document_called("02 Case notes.pdf")
        mark_harm(view, notes, 1, "H-HARM", text="would put Meena at grave risk", fields=fields, signer=worker)
        cues = [{"id": name, "kind": "harm_cue", "text": f"Words of threat {name}"} for name in ("one", "two")]
        let_go = {"outcome": "leave", "why": "Everybody knows", "reason": "", "items": cues}
        view.record(Kind.ITEM_SETTLED, let_go, worker)
        clear(view, pool, signer=worker)
        submit(view, worker, pool)
        said = not_looked_at(view, lead.key)
        assert said[0] == "The sample of what stays readable was not read"
        many = ["2 passages that may harm were let go at once"]
        assert list(said[1:-1]) == many and "risky decisions were not looked at" in said[-1]
        record_sample(view, [], lead)
        looked(view, lead)
        assert not_looked_at(view, lead.key) == tuple(many)
        # Another team lead looked at nothing: what they read counts for nobody else but the sample.
        event = approve(view, lead)
        assert event.payload["not_looked_at"] == many
        assert not_looked_at(view, "another key")[-1] == said[-1]


def test_a_case_sent_back_for_one_thing_was_not_weighed_as_a_whole(
    case_path: Path, worker: Identity, lead: Identity, pool
) -> None:
    with CaseFile.open(case_path, PASSPHRASE) as case:
        view = CaseView(case)
        fields = {"who": "Meena", "likelihood": "likely", "seriousness": "grave", "opinion": "Dr A"}
        fields["opinion_date"] = date.today().isoformat()
        notes = view.document_called("02 Case notes.pdf")
        mark_harm(view, notes, 1, "H-HARM", text="would put Meena at grave risk", fields=fields, signer=worker)
        clear(view, pool, signer=worker)
        submit(view, worker, pool)
        (said,) = (line for line in not_looked_at(view, lead.key) if "risky" in line)
        send_back(view, lead, "Is the first letter about her at all?")
        assert said in not_looked_at(view, lead.key)
        # What was done is told from there on all the same; all of it is weighed once they say so.
        assert not review(view, lead.key).changes
        looked(view, lead)
        assert not any("risky" in line for line in not_looked_at(view, lead.key))
