# SPDX-License-Identifier: AGPL-3.0-or-later
"""The tasks other processes run, and the detect command."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

from redactor.detect import tasks
from redactor.detect.language.found import SubjectFacts, Unit
from redactor.domain.errors import BadInput


def test_importing_the_tasks_loads_nothing_heavy() -> None:
    heavy = {"spacy", "numpy", "rapidfuzz", "phonenumbers"}
    code = f"import sys, redactor.detect.tasks; print(sorted({heavy} & set(sys.modules)))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_everything_that_crosses_processes_pickles() -> None:
    units = [Unit("p1", "SW Parveen Akhtar spoke to Marlene Dobbs.")]
    raw = tasks.names_in([units[0].text])
    found = tasks.resolve(units, raw, SubjectFacts("Tabitha Winslow"))
    hits = tasks.sweep(units, ["Marlene Dobbs"])
    for value in (units, raw, found, hits):
        assert pickle.loads(pickle.dumps(value)) == value


def test_detect_takes_lines_of_one_case_as_one_record() -> None:
    records = [
        {"id": "a", "text": "Spoke to Eluned Rooke about the move.", "case": "1"},
        {"id": "b", "text": "Order: rooke 4, sand 2, gravel 1.", "case": "1"},
        {"id": "c", "text": "Order: rooke 4, sand 2, gravel 1.", "case": "2"},
    ]
    answers = tasks.detect_records(records)
    assert [a["id"] for a in answers] == ["a", "b", "c"]
    names = [[records[i]["text"][s["start"] : s["end"]] for s in a["spans"]] for i, a in enumerate(answers)]
    assert "Eluned Rooke" in names[0]
    # The same words: in the first record somebody is called so, the last line is a record of its own.
    tiers = [dict(zip(names[i], (s["tier"] for s in answers[i]["spans"]), strict=True)) for i in (1, 2)]
    assert tiers[0]["rooke"] == "proposed" and tiers[1].get("rooke") != "proposed"
    assert all(span["tier"] == "possible" for span in answers[2]["spans"])
    assert set(answers[0]["spans"][0]) == {"start", "end", "label", "tier", "score"}


@pytest.mark.parametrize("line", [{"id": "a"}, {"text": "x"}, {"id": "a", "text": 3}, "text"])
def test_a_line_that_is_no_record(line: object) -> None:
    with pytest.raises(BadInput, match="line 2"):
        tasks.detect_records([{"id": "ok", "text": "fine"}, line])  # type: ignore[list-item]
