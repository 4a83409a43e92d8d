# SPDX-License-Identifier: AGPL-3.0-or-later
"""Copies of a real case by file: halves that come together, a lead's approval that comes back, and what is refused."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from redactor.casefile.identity import Identity, load_identity, new_identity
from redactor.casefile.store import CaseFile
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Kind
from redactor.domain.mentions import Role
from redactor.operations.approving.approve import approve, submit
from redactor.operations.checking.sound import require_sound
from redactor.operations.deciding.conflicts import decide_conflict
from redactor.operations.deciding.decide import decide_occurrences, decide_person
from redactor.operations.deciding.mark import withhold_pages
from redactor.operations.deciding.persons import merge
from redactor.operations.deciding.undoing import undo
from redactor.operations.finding.analyse import analyse
from redactor.operations.intake.intake import add_paths
from redactor.operations.keeping.handover import WHICH, bring_back, hand_over
from redactor.operations.left.todo import left_to_do
from redactor.operations.releasing.export import export, verify_folder
from redactor.operations.request.case import new_case
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import Outcome
from redactor.review.merge.aspects import aspects
from redactor.review.merge.handed import For
from redactor.review.merge.merged import AS_IT_STANDS
from redactor.review.todo_items import TodoKind
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE, make_pdf
from tests.operations.clearing import clear

COPY = "a passphrase of its own"


@pytest.fixture
def ann(staff: Path) -> Identity:
    return load_identity(staff / "worker.id", STAFF_PASSPHRASE)


@pytest.fixture
def ben(staff: Path) -> Identity:
    return new_identity(staff / "ben.id", "Ben Other", "caseworker", STAFF_PASSPHRASE)


@contextmanager
def opened(path: Path, passphrase: str = PASSPHRASE) -> Iterator[CaseView]:
    with CaseFile.open(path, passphrase) as case:
        yield CaseView(case)


def person(view: CaseView, name: str) -> str:
    return next(identity for identity, found in view.people.items() if found.name == name)


def says(view: CaseView) -> dict:
    return {key: said.value for key, said in aspects(view.state, list(view.state.arrangement.order)).items()}


def test_halves_merge_to_the_same_case_on_either_machine(
    case_path: Path, ann: Identity, ben: Identity, pool, tmp_path: Path
) -> None:
    half = tmp_path / "half.case"
    with opened(case_path) as view:
        notes = view.document_called("02 Case notes.pdf")
        hand_over(view, half, COPY, to="Ben Other", purpose=For.HALF, documents=[notes.sha256], signer=ann)
        decide_person(view, person(view, "Gareth Pole"), outcome=Outcome.REDACT, signer=ann)
        late = make_pdf(tmp_path / "late.pdf", ["A late letter about Priya Shah.", "Mr Tobias Quill rang."])
        add_paths(view.case, [late], pool)
    with opened(half, COPY) as view:
        assert view.case.get(WHICH) and view.case.check() == []
        withhold_pages(view, notes, 2, 2, "TP", fields={"who": "x"}, signer=ben)
        decide_person(view, person(view, "Meena Dunmore"), outcome=Outcome.REDACT, signer=ben)
        other = make_pdf(tmp_path / "other.pdf", ["Another letter about Priya Shah."])
        add_paths(view.case, [other], pool)
        analyse(view.case, pool)
    again, half_again = (Path(shutil.copy(path, tmp_path / f"2{path.name}")) for path in (case_path, half))
    with opened(case_path) as view:
        came = bring_back(view, half, COPY, signer=ann)
        assert came.merged and came.who == "Ben Other" and not came.conflicts and came.papers == 1 and came.analyse
        assert [copy.back != () for copy in view.state.handed.all.values()] == [True]
        here, order = says(view), list(view.documents)
        require_sound(view)
        assert {actor.name for actor in view.state.authors.values()} == {ann.name, ben.name}
        last = view.case.events()[-1]
        assert last.kind is Kind.MERGED and len(last.parents) == 2
        analyse(view.case, pool)
        clear(view.refresh(), pool, signer=ann)
        submit(view, ann, pool)
        with pytest.raises(Refused, match="nothing was done"):
            bring_back(view, half, COPY, signer=ann)
    with opened(half_again, COPY) as view:
        # The other way round: the case is taken into the copy.
        came = bring_back(view, again, PASSPHRASE, signer=ben)
        assert came.merged and came.who == ann.name
        assert says(view) == here and list(view.documents) == order
        require_sound(view)


def test_every_conflict_is_asked_and_decided_by_a_named_person(
    case_path: Path, ann: Identity, ben: Identity, lead: Identity, pool, tmp_path: Path
) -> None:
    half = tmp_path / "half.case"
    with opened(case_path) as view:
        clear(view, pool, signer=ann)
        for event in [e for e in view.state.events if e.kind is Kind.PROPOSALS_ACCEPTED]:
            undo(view, event.id, signer=ann)
        hand_over(view, half, COPY, to="Ben", signer=ann)
        gareth, meena = person(view, "Gareth Pole"), person(view, "Meena Dunmore")
        letter, notes = view.document_called("01 Letter.pdf"), view.document_called("02 Case notes.pdf")
        decide_person(view, gareth, outcome=Outcome.REDACT, signer=ann)
        decide_person(view, meena, role=Role.PROFESSIONAL, signer=ann)
        withhold_pages(view, notes, 2, 2, "TP", fields={"who": "Gareth Pole"}, signer=ann)
    with opened(half, COPY) as view:
        decide_person(view, gareth, outcome=Outcome.DISCLOSE, reason="KNOWN", why="She lives with him", signer=ben)
        decide_person(view, meena, outcome=Outcome.REDACT, signer=ben)
        mention = next(m for m in view.mentions if m.document == notes.sha256 and m.page == 2 and m.person == gareth)
        decide_occurrences(view, [mention], Outcome.DISCLOSE, why="She was there", signer=ben)
    with opened(case_path) as view:
        clear_before = view.state.submission
        came = bring_back(view, half, COPY, signer=ann)
        assert clear_before is None and came.merged
        told = sorted((conflict.key[0], conflict.text) for conflict in came.conflicts)
        assert [family for family, _ in told] == ["against", "decision", "decision"]
        by_name = {conflict.text: conflict for conflict in came.conflicts}
        assert "left in as KNOWN: She lives with him (Ben Other" in " ".join(by_name["Gareth Pole"].told)
        assert letter.name not in str(told)
        items = [item for item in left_to_do(view, pool, residual=False) if item.kind is TodoKind.CONFLICT]
        assert len(items) == 3
        with pytest.raises(Refused, match="Decided differently in two copies: 3"):
            submit(view, ann, pool)
        with pytest.raises(BadInput, match="reason"):
            decide_conflict(view, items[0].id, 0, " ", ann)

        def taking(conflict, word: str) -> int:
            return next(n for n in (0, 1) if word in conflict.told[n])

        one = by_name["Gareth Pole"]
        for word, outcome in (("left in", Outcome.DISCLOSE), ("redacted", Outcome.REDACT)):
            event = decide_conflict(view, one.id, taking(one, word), "Asked her", ann)
            ground = view.state.ground_for(gareth)
            assert ground is not None and ground.outcome is outcome
            if word == "left in":
                assert ground.actor.name == "Ben Other"
                undo(view, event.id, signer=ann)
        with pytest.raises(Refused, match="decided already"):
            decide_conflict(view, one.id, 0, "Again", ann)
        two = by_name["Meena Dunmore"]
        decide_conflict(view, two.id, taking(two, "redacted"), "No professional", ann)
        assert view.state.ground_for(meena).outcome is Outcome.REDACT  # type: ignore[union-attr]
        three = next(conflict for conflict in came.conflicts if conflict.key[0] == "against")
        page = view.outcomes[notes.sha256, 2]
        assert page.plan.withheld is not None
        event = decide_conflict(view, three.id, taking(three, "left in"), "She was there", ann)
        page = view.outcomes[notes.sha256, 2]
        assert page.plan.withheld is None and str(page.statuses[mention.id]) == "disclosed"
        undo(view, event.id, signer=ann)
        assert view.outcomes[notes.sha256, 2].plan.withheld is not None
        decide_conflict(view, three.id, AS_IT_STANDS, "Decided on the page", ann)
        assert not view.state.merged.open()
        with pytest.raises(Refused):
            approve(view, lead)


def test_a_lead_approves_in_a_copy_and_the_approval_comes_back(
    case_path: Path, ann: Identity, lead: Identity, staff: Path, pool, tmp_path: Path
) -> None:
    out = tmp_path / "to approve.case"
    with opened(case_path) as view:
        clear(view, pool, signer=ann)
        submit(view, ann, pool)
        hand_over(view, out, COPY, to=lead.name, purpose=For.APPROVAL, signer=ann)
        assert view.state.submission is not None
    with opened(out, COPY) as view:
        approve(view, lead)
        export(view, tmp_path / "release", pool)
    with opened(case_path) as view:
        came = bring_back(view, out, COPY, signer=ann)
        assert not came.merged and not came.conflicts and not came.analyse
        assert view.state.approval is not None and view.state.approval.actor.name == lead.name
        require_sound(view)
        assert verify_folder(view, tmp_path / "release", pool).verified
        export(view, tmp_path / "again", pool)
        a, b = (tmp_path / name / "bundle.pdf" for name in ("release", "again"))
        assert a.read_bytes() == b.read_bytes()


def test_an_approval_does_not_outlive_a_merge(
    case_path: Path, ann: Identity, lead: Identity, pool, tmp_path: Path
) -> None:
    out = tmp_path / "to approve.case"
    with opened(case_path) as view:
        clear(view, pool, signer=ann)
        submit(view, ann, pool)
        hand_over(view, out, COPY, to=lead.name, purpose=For.APPROVAL, signer=ann)
        decide_person(view, person(view, "Gareth Pole"), outcome=Outcome.DISCLOSE, why="Agreed", signer=ann)
    with opened(out, COPY) as view:
        approve(view, lead)
    with opened(case_path) as view:
        assert bring_back(view, out, COPY, signer=ann).merged
        assert view.state.submission is None and view.state.approval is None
        with pytest.raises(Refused, match="not approved"):
            export(view, tmp_path / "release", pool)


def test_merges_of_people_that_clash(case_path: Path, ann: Identity, ben: Identity, tmp_path: Path) -> None:
    half = tmp_path / "half.case"
    with opened(case_path) as view:
        gareth, meena, mrs = (person(view, n) for n in ("Gareth Pole", "Meena Dunmore", "Oluwaseun Adeyemi"))
        hand_over(view, half, COPY, to="Ben", signer=ann)
        merge(view, [meena, gareth], signer=ann)
    with opened(half, COPY) as view:
        merge(view, [mrs, gareth], signer=ben)
        decide_person(view, mrs, outcome=Outcome.REDACT, signer=ben)
    with opened(case_path) as view:
        came = bring_back(view, half, COPY, signer=ann)
        conflict = next(conflict for conflict in came.conflicts if conflict.key[0] == "same")
        assert set(conflict.key[1:]) == {gareth, meena, mrs}
        mine = next(n for n in (0, 1) if f"is {view.state.who.people[meena].person.name}" in conflict.told[n])
        decide_conflict(view, conflict.id, mine, "Two people", ann)
        assert view.state.root(gareth) == meena and view.state.root(mrs) == mrs
        assert view.state.ground_for(mrs) is not None and view.state.ground_for(meena) is None


def test_what_is_refused(case_path: Path, ann: Identity, pool, tmp_path: Path) -> None:
    half = tmp_path / "half.case"
    with opened(case_path) as view:
        before = len(view.case.events())
        with pytest.raises(BadInput, match="own passphrase"):
            hand_over(view, half, PASSPHRASE, to="Ben", signer=ann)
        with pytest.raises(BadInput, match="name already"):
            hand_over(view, case_path, COPY, to="Ben", signer=ann)
        with pytest.raises(BadInput, match="folder does not exist"):
            hand_over(view, tmp_path / "no" / "x.case", COPY, to="Ben", signer=ann)
        with pytest.raises(BadInput, match="to somebody"):
            hand_over(view, half, COPY, to=" ", signer=ann)
        assert len(view.case.events()) == before and not half.exists()
        hand_over(view, half, COPY, to="Ben", signer=ann)
        after = view.case.events()
        with pytest.raises(Refused, match="nothing was done"):
            bring_back(view, half, COPY)
        with pytest.raises(BadInput, match="passphrase is wrong"):
            bring_back(view, half, PASSPHRASE)
        with pytest.raises(BadInput, match="case itself"):
            bring_back(view, case_path, PASSPHRASE)
        new_case(tmp_path / "foreign.case", COPY, reference="SAR/2", subject="Priya Shah").close()
        with pytest.raises(Refused, match="another case"):
            bring_back(view, tmp_path / "foreign.case", COPY)
        with opened(half, COPY) as copy:
            decide_person(copy, person(copy, "Gareth Pole"), outcome=Outcome.REDACT, signer=ann)
        # One byte of the copy changed on the way.
        data = bytearray(half.read_bytes())
        data[len(data) // 2] ^= 1
        (tmp_path / "broken.case").write_bytes(data)
        with pytest.raises((Refused, BadInput), match=r"not sound|damaged"):
            bring_back(view, tmp_path / "broken.case", COPY)
        assert view.case.events() == after
        with opened(half, COPY) as copy:
            # Somebody with the passphrase edits a decision of the half.
            def edit(db) -> None:
                db.execute("DROP TRIGGER journal_never_changes")
                db.execute("UPDATE journal SET name = 'Somebody Else' WHERE seq = (SELECT max(seq) FROM journal)")

            copy.case._session.write(edit)
        with pytest.raises(Refused, match="not sound"):
            bring_back(view, half, COPY)
        assert view.case.events() == after and view.case.check() == []


def test_a_copy_whose_beginning_was_written_anew_is_refused(case_path: Path, ann: Identity, tmp_path: Path) -> None:
    half = tmp_path / "half.case"
    with opened(case_path) as view:
        decide_person(view, person(view, "Gareth Pole"), outcome=Outcome.REDACT, signer=ann)
        hand_over(view, half, COPY, to="Ben", signer=ann)
        after = view.case.events()

        def cut(db) -> None:
            db.execute("DROP TRIGGER journal_never_shrinks")
            db.execute("DELETE FROM journal WHERE kind IN ('copy.handed_over', 'person.decided')")
            db.execute(
                """UPDATE journal_head SET count = (SELECT count(*) FROM journal),
                   head = (SELECT id FROM journal ORDER BY seq DESC LIMIT 1)"""
            )
            db.execute(
                """CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal
        BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END"""
            )

        with CaseFile.open(half, COPY) as copy:
            copy._session.write(cut)
            anew = CaseView(copy)
            decide_person(anew, person(anew, "Gareth Pole"), outcome=Outcome.DISCLOSE, why="x")
            assert copy.check() == []
        with pytest.raises(Refused, match="does not begin with what was handed over"):
            bring_back(view, half, COPY)
        assert view.case.events() == after


def test_a_copy_that_goes_on_comes_back_twice(case_path: Path, ann: Identity, ben: Identity, tmp_path: Path) -> None:
    half = tmp_path / "half.case"
    with opened(case_path) as view:
        hand_over(view, half, COPY, to="Ben", signer=ann)
        decide_person(view, person(view, "Gareth Pole"), outcome=Outcome.REDACT, signer=ann)
    with opened(half, COPY) as copy:
        decide_person(copy, person(copy, "Meena Dunmore"), outcome=Outcome.REDACT, signer=ben)
    with opened(case_path) as view:
        bring_back(view, half, COPY, signer=ann)
    with opened(half, COPY) as copy:
        decide_person(copy, person(copy, "Oluwaseun Adeyemi"), outcome=Outcome.REDACT, signer=ben)
    with opened(case_path) as view:
        came = bring_back(view, half, COPY, signer=ann)
        assert came.merged and came.events == 1 and not came.conflicts
        require_sound(view)
        for name in ("Gareth Pole", "Meena Dunmore", "Oluwaseun Adeyemi"):
            assert view.state.ground_for(person(view, name)) is not None


def test_a_copy_that_is_handed_back_is_known_and_says_that_nothing_was_done(
    case_path: Path, ann: Identity, ben: Identity, tmp_path: Path
) -> None:
    half, handed_back = tmp_path / "half.case", tmp_path / "handed back.case"
    with opened(case_path) as view:
        event = hand_over(view, half, COPY, to="Ben", purpose=For.HALF, signer=ann)
    # Ben sends it back the way it came, as a copy of the copy.
    with opened(half, COPY) as copy:
        hand_over(copy, handed_back, COPY + " too", to="Ann", signer=ben)
    with opened(case_path) as view:
        came = bring_back(view, handed_back, COPY + " too", signer=ann)
        assert (came.who, came.done, came.events) == ("Ben", 0, 1)
        copy_of_ben = view.state.handed.all[event.payload["copy"]]
        assert copy_of_ben.back and not copy_of_ben.done
    with opened(half, COPY) as copy:
        decide_person(copy, person(copy, "Meena Dunmore"), outcome=Outcome.REDACT, signer=ben)
    with opened(case_path) as view:
        assert bring_back(view, half, COPY, signer=ann).done == 1
        assert view.state.handed.all[event.payload["copy"]].done == 1


def test_a_copy_that_cannot_be_written_was_not_handed_over(case_path: Path, ann: Identity, tmp_path: Path, monkeypatch):
    from redactor.casefile import copying

    def full(*_: object) -> None:
        raise BadInput("the disk is full")

    monkeypatch.setattr(copying, "copy", full)
    with opened(case_path) as view:
        with pytest.raises(BadInput, match="full"):
            hand_over(view, tmp_path / "half.case", COPY, to="Ben", signer=ann)
        assert not view.state.handed.all and not list(tmp_path.glob("half*"))
