# SPDX-License-Identifier: AGPL-3.0-or-later
"""A whole case as an auditor would check it: from the released folders and the journal alone."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from redactor.casefile.identity import load_identity
from redactor.cli import main
from redactor.domain.errors import BadInput
from redactor.domain.journal import Actor, Kind, event_id
from redactor.operations.approving.approve import approve, submit
from redactor.operations.keeping.audit import audit
from redactor.operations.keeping.audit_record import read_record, write_record
from redactor.operations.releasing.export import export
from redactor.operations.releasing.reissue import challenge, decide_again
from redactor.operations.releasing.sending import record_sent
from redactor.workers.inline import InlineExecutor
from tests.conftest import PASSPHRASE, STAFF_PASSPHRASE
from tests.operations.clearing import log_of, settle_all


@pytest.fixture
def record(released, people, pool, tmp_path: Path):
    """The audit record of a case that was released, supplemented and sent; and the two folders."""
    view, first = released
    worker, lead = people
    record_sent(view, first, to="Priya Shah", way="post", signer=worker)
    challenge(view, log_of(first)[0]["number"], "Why?", signer=worker)
    decide_again(view, log_of(first)[0]["number"], "lift", why="known to her", told="It is shown.", signer=worker)
    settle_all(view, pool, worker, "leave")
    submit(view, worker, pool)
    approve(view, lead)
    export(view, tmp_path / "second", pool)
    write_record(view, tmp_path / "record.json")
    return tmp_path / "record.json", first, tmp_path / "second"


def broken(path: Path, folders: list[Path]) -> set[str]:
    done = audit(read_record(path), folders, InlineExecutor())
    return {rule.rule for rule in done.rules if not rule.passed}


def rewritten(path: Path, change: Any, *, anew: bool = False) -> Path:
    """The record with ``change`` made to its content; ``anew``: every id worked out again, as a forger would."""
    data = json.loads(path.read_text())
    change(data)
    if anew:
        names: dict[str, str] = {}
        for event in data["events"]:
            event["parents"] = [names.get(parent, parent) for parent in event["parents"]]
            actor = Actor(*event["actor"])
            made = event_id(event["parents"], event["kind"], event["at"], actor, event["payload"])
            names[event["id"]] = made
            event["id"] = made
    out = path.with_name("tampered.json")
    out.write_text(json.dumps(data), encoding="utf-8")
    return out


def first_of(data: dict[str, Any], kind: Kind) -> dict[str, Any]:
    return next(event for event in data["events"] if event["kind"] == kind)


@pytest.mark.slow
def test_every_link_holds_and_none_that_is_broken_goes_unseen(record, staff, tmp_path: Path) -> None:
    path, first, second = record
    done = audit(read_record(path), [first, second], InlineExecutor())
    assert done.passed, [rule for rule in done.rules if not rule.passed]
    assert done.remarks == ("second: no sending of it is on record",)
    assert audit(read_record(path), [second], InlineExecutor()).remarks[-1].endswith("its folder was not given")

    def seen(change: Any, rule: str, *, anew: bool = False) -> None:
        assert rule in broken(rewritten(path, change, anew=anew), [first, second]), (rule, change)

    # The journal: an event edited, dropped, moved, said to be by another, signed by another.
    seen(lambda d: first_of(d, Kind.CHALLENGE_DECIDED)["payload"].update(why="other"), "chain")
    seen(lambda d: d["events"].pop(3), "chain")
    seen(lambda d: d["events"].pop(), "release")
    seen(lambda d: d["events"].insert(2, d["events"].pop(4)), "chain")
    seen(lambda d: first_of(d, Kind.APPROVED)["actor"].__setitem__(0, "Somebody Else"), "chain")
    seen(lambda d: first_of(d, Kind.APPROVED).update(signature="00" * 64), "chain")
    seen(lambda d: first_of(d, Kind.APPROVED).update(at="2001-01-01T00:00:00.000000Z"), "times")
    # The whole chain worked out anew by somebody who has the file, and not the keys.
    seen(lambda d: first_of(d, Kind.PROPOSALS_ACCEPTED)["payload"].update(reason="OOS"), "chain", anew=True)
    # An approver who is an author; an approval that was taken from another place; none at all.
    worker = load_identity(staff / "worker.id", STAFF_PASSPHRASE)
    as_worker = [worker.name, "team-lead", worker.key]
    seen(lambda d: first_of(d, Kind.APPROVED).update(actor=as_worker), "approval", anew=True)
    seen(lambda d: first_of(d, Kind.APPROVED)["payload"].update(head="0" * 64), "approval")
    seen(lambda d: d["events"].remove(first_of(d, Kind.APPROVED)), "release")
    # The plan exchanged, or a redaction taken out of it.
    seen(lambda d: d["plans"].update(dict.fromkeys(d["plans"], next(iter(d["plans"].values())))), "plan")
    seen(lambda d: next(iter(d["plans"].values()))["pages"][0]["redactions"].pop(), "log")
    seen(lambda d: d["plans"].clear(), "release")
    # Sent before it was released; the supplement goes with another release.
    seen(lambda d: first_of(d, Kind.RELEASE_SENT)["payload"].update(on="2001-01-01"), "sending")
    seen(lambda d: d["events"][-1]["payload"].update(supplements="0" * 64), "supplement")


@pytest.mark.slow
def test_a_folder_that_was_touched_is_found_out(record, tmp_path: Path) -> None:
    path, first, second = record
    with pytest.raises(BadInput, match="no release"):
        audit(read_record(path), [tmp_path], InlineExecutor())
    with pytest.raises(BadInput, match="no audit record"):
        read_record(first / "manifest.json")
    for name, change in (
        ("extra", lambda copy: (copy / "note.txt").write_text("x")),
        ("missing", lambda copy: (copy / "redaction-log.pdf").unlink()),
        ("edited", lambda copy: (copy / "bundle.pdf").write_bytes((copy / "bundle.pdf").read_bytes() + b" ")),
    ):
        copy = Path(shutil.copytree(second, tmp_path / name))
        change(copy)
        assert broken(path, [first, copy]) == {"files"}
    # A number of the supplement that stood elsewhere in the first log.
    copy = Path(shutil.copytree(first, tmp_path / "renumbered"))
    manifest = json.loads((second / "manifest.json").read_text())
    manifest["supplement"]["pages"][0]["page_in_bundle"] += 1
    other = Path(shutil.copytree(second, tmp_path / "moved"))
    (other / "manifest.json").write_text(json.dumps(manifest))
    assert "numbers" in broken(path, [copy, other])
    # A log row taken out and the manifest's hashes made to fit: the journal knows no such manifest.
    copy = Path(shutil.copytree(second, tmp_path / "forged"))
    rows = log_of(copy)[1:]
    (copy / "redaction-log.json").write_text(json.dumps(rows))
    manifest = json.loads((copy / "manifest.json").read_text())
    for entry in manifest["files"]:
        entry["sha256"] = hashlib.sha256((copy / entry["file"]).read_bytes()).hexdigest()
    (copy / "manifest.json").write_text(json.dumps(manifest))
    assert "release" in broken(path, [first, copy])


@pytest.mark.slow
def test_the_commands(record, released, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    path, first, second = record
    view, _ = released
    case = str(view.case.path)
    view.case.close()
    monkeypatch.setenv("REDACTOR_PASSPHRASE", PASSPHRASE)
    assert main(["audit-record", case, str(tmp_path / "again.json")]) == 0
    assert (tmp_path / "again.json").read_text() == path.read_text()
    assert main(["audit-record", case, str(tmp_path / "again.json")]) == 2
    monkeypatch.delenv("REDACTOR_PASSPHRASE")
    assert main(["audit", str(path), str(first), str(second)]) == 0  # without the case's passphrase
    out = capsys.readouterr().out
    assert out.count("passed") == 12 and "FAILED" not in out
    (first / "redaction-log.json").write_text("[]")
    assert main(["audit", str(path), str(first)]) == 1
    assert "FAILED  files" in capsys.readouterr().out
