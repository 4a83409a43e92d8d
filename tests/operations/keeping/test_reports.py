# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reports: the right figures, over one case and over a folder, and nothing of anybody in them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from redactor.cli import main
from redactor.domain.errors import BadInput
from redactor.domain.journal import Actor, Event, Kind, make_event
from redactor.domain.plan import PagePlan, Plan, Redaction
from redactor.operations.keeping.reports import case_figures, report, write_report
from redactor.operations.request.case import new_case
from redactor.review.release.figures import Figures, figures, middle
from redactor.review.state import fold
from tests.conftest import PASSPHRASE
from tests.operations.clearing import log_of

LEAD, WORKER = Actor("Lena", "team-lead", "aa"), Actor("Wendy", "caseworker", "bb")


def journal(*entries: tuple[str, Kind, dict]) -> list[Event]:
    events: list[Event] = []
    for day, kind, payload in entries:
        parents = [events[-1].id] if events else []
        actor = LEAD if kind in (Kind.APPROVED, Kind.RETURNED, Kind.SAMPLE_READ) else WORKER
        events.append(make_event(parents, kind, f"2026-{day}T12:00:00.000000Z", actor, payload))
    return events


def whole_journal() -> list[Event]:
    person = {"id": "p", "name": "Meena", "aliases": [], "role": "third_party", "profession": None, "relationship": ""}
    decided = {
        "person": person,
        "role_decided": False,
        "outcome": "redact",
        "reason": "TP",
        "fields": {},
        "anchors": [],
    }
    facts = {"reference": "SAR/1", "subject": "Priya Shah", "received": "2026-03-02", "requester": "subject"}
    events = journal(
        ("03-04", Kind.CASE_CREATED, facts),
        ("03-06", Kind.PERSON_DECIDED, decided),
        ("03-12", Kind.SUBMITTED, {"plan_digest": "d"}),
        ("03-13", Kind.SAMPLE_READ, {"read": 40, "missed": [["a", 1, 2, 3]]}),
        ("03-13", Kind.RETURNED, {"comment": "look again"}),
    )
    again = {"event": events[1].id, "was": str(Kind.PERSON_DECIDED)}
    later = [
        ("03-14", Kind.UNDONE, again),
        ("03-14", Kind.PERSON_DECIDED, decided),
        ("03-15", Kind.SUBMITTED, {"plan_digest": "e"}),
        ("03-17", Kind.APPROVED, {"plan_digest": "e", "documents": []}),
    ]
    for day, kind, payload in later:
        actor = LEAD if kind is Kind.APPROVED else WORKER
        events.append(make_event([events[-1].id], kind, f"2026-{day}T12:00:00.000000Z", actor, payload))
    exported = {"approval": events[-1].id, "manifest": "a" * 64}
    events.append(make_event([events[-1].id], Kind.EXPORTED, "2026-03-18T12:00:00.000000Z", WORKER, exported))
    sent = {"on": "2026-04-09", "manifest": "a" * 64}
    events.append(make_event([events[-1].id], Kind.RELEASE_SENT, "2026-04-09T12:00:00.000000Z", WORKER, sent))
    return events


def test_the_figures_are_those_of_the_journal() -> None:
    from datetime import date

    held = Redaction("d", 1, (), "TP", "Another person")
    pages = (PagePlan("d", 1, (held, held)), PagePlan("d", 2, (), Redaction("d", 2, (), "H-HARM", "Withheld by law")))
    found = figures(fold(whole_journal()), Plan("SAR/1", ("d",), pages), date(2026, 4, 2))
    assert found.days == {
        "gathering": 4.0, "deciding": 6.0, "approving": 5.0, "releasing": 1.0, "sending": 22.0, "whole": 38.0
    }  # fmt: skip
    assert found.reasons == {"TP": 2, "H-HARM": 1} and (found.pages, found.pages_held) == (2, 1)
    assert (found.returns, found.decided_after_return, found.undone_after_return) == (1, 2, 1)
    assert (found.samples, found.passages_read, found.misses) == (1, 40, 1)
    assert found.late == 7 and found.released
    nothing = figures(fold(whole_journal()[:2]), None, None)
    assert nothing.late is None and nothing.days["approving"] is None and not nothing.released
    assert middle([found, nothing], "deciding") == 6.0 and middle([nothing], "whole") is None


def test_a_report_adds_up_and_names_nobody(tmp_path: Path) -> None:
    found = figures(fold(whole_journal()), None, None)
    rows = dict(report([found, found, Figures("SAR/2", dict.fromkeys(found.days))]))
    assert rows["Cases"] == 3 and rows["Cases released"] == 2 and rows["Submissions returned"] == 2
    assert rows["Passages with a miss"] == 2
    for name in ("report.csv", "report.xlsx", "report.txt"):
        write_report(tmp_path / name, report([found]))
        with pytest.raises(BadInput, match="already there"):
            write_report(tmp_path / name, report([found]))
    with pytest.raises(BadInput, match="ending"):
        write_report(tmp_path / "report.pdf", report([found]))
    text = (tmp_path / "report.txt").read_text()
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        assert ["Submissions returned", "1"] in list(csv.reader(file))
    for name in ("Priya", "Meena", "Lena", "Wendy", "SAR/1"):
        assert name not in text
    assert "Overturned at approval" in text


@pytest.mark.slow
def test_over_a_case_and_over_a_folder(released, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    view, folder = released
    found = case_figures(view)
    assert found.redactions == len(log_of(folder)) and found.reasons["TP"] == found.redactions
    view.case.close()
    cases = view.case.path.parent
    new_case(cases / "shut.case", "another passphrase", reference="SAR/2", subject="Ann Other").close()
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    assert main(["report", str(view.case.path)]) == 0
    one = capsys.readouterr().out
    assert "Parts held back" in one and "Priya" not in one
    assert main(["report", str(cases), "--json"]) == 0
    out, err = capsys.readouterr()
    rows = {row["what"]: row["figure"] for row in map(json.loads, out.splitlines())}
    assert rows["Cases"] == 1 and rows["Parts held back"] == found.redactions and "shut.case" in err
    assert main(["report", str(tmp_path / "staff")]) == 1
