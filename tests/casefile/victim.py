# SPDX-License-Identifier: AGPL-3.0-or-later
"""A process that works on a case until it is killed, for test_kill.

Reads orders, one JSON object a line: {"case", "recovery", "start", "death"}. For each it starts a process of its own
(a fork where there is one, since starting Python takes longer than the work), which opens the case and does one thing
after the other for good. ``death`` is null (somebody else will kill it), or says when it kills itself:
{"point": "begun" | "written" | "committed", "nth": n}: at that point of the n-th transaction; with "steps", so many
steps of SQLite's machine later; with "seconds", so much later, which after "written" is while it commits.

Prints one line for everything that was done, as soon as it returned, and "died" when the process is gone.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from redactor.casefile import faults  # noqa: E402
from redactor.casefile.driver import Database  # noqa: E402
from redactor.casefile.store import CaseFile  # noqa: E402
from redactor.domain.journal import Kind  # noqa: E402
from tests.casefile import making  # noqa: E402

#: What is done in turn; the number of the turn decides the content, so that a test knows what must be there.
TURN = ("append", "document", "pages", "append_many", "parts", "findings", "fact")
PAGES, MENTIONS, EVENTS = 12, 900, 3


def say(**what: Any) -> None:
    os.write(1, (json.dumps(what) + "\n").encode())


def die() -> None:
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def prepare(death: dict[str, Any] | None) -> None:
    if death is None:
        return
    reached = 0

    def hook(point: str, db: Database) -> None:
        nonlocal reached
        if point == "begun":
            # Nearly no cache: what is written goes to the file long before the commit.
            db.execute("PRAGMA cache_size = 10")
        reached += point == death["point"]
        if point != death["point"] or reached != death["nth"]:
            return
        if death.get("seconds"):
            threading.Timer(death["seconds"], die).start()
        elif death.get("steps"):
            db.conn.set_progress_handler(lambda: (say(inside=db.conn.in_transaction), die()), death["steps"])
        else:
            say(inside=db.conn.in_transaction)
            die()

    faults.hook = hook


def content(turn: int) -> bytes:
    return making.data(1_200_000, turn)


def work(case: CaseFile, turn: int, sha256: str) -> str:
    """Do what it is the turn of. ``sha256`` is of the document added last; of the one added now when that is it."""
    kind = TURN[turn % len(TURN)]
    if kind == "append":
        case.append(Kind.ITEM_SETTLED, {"turn": turn, "why": "because " * (turn % 300)})
    elif kind == "append_many":
        case.append_many([(Kind.PERSON_DECIDED, {"turn": turn, "n": n}) for n in range(EVENTS)])
    elif kind == "document":
        sha256 = making.add(case, content(turn), f"{turn}.pdf", PAGES).sha256
    elif kind == "parts":
        case.put_parts(sha256, [(1, PAGES, content(turn)[:700_000])])
    elif kind == "pages":
        case.put_pages(sha256, [making.page(n, seed=turn) for n in range(1, PAGES + 1)])
    elif kind == "findings":
        mentions = [making.mention(n, sha256, why=f"turn {turn}") for n in range(MENTIONS)]
        case.replace_findings(mentions, [replace(making.people()[0], why=f"turn {turn}")])
    else:
        case.put("turn", turn)
    return sha256


def live(order: dict[str, Any]) -> None:
    say(pid=os.getpid())
    with CaseFile.open(Path(order["case"]), recovery=Path(order["recovery"])) as case:
        assert not case.read_only
        prepare(order["death"])
        documents = case.documents()
        sha256 = documents[-1].sha256 if documents else ""
        turn = order["start"]
        while True:
            sha256 = work(case, turn, sha256)
            say(done=turn)
            turn += 1


def main() -> None:
    if len(sys.argv) > 1:
        live(json.loads(sys.argv[1]))
    for line in sys.stdin:
        if hasattr(os, "fork"):
            pid = os.fork()
            if not pid:
                try:
                    live(json.loads(line))
                finally:
                    os._exit(1)
            _, status = os.waitpid(pid, 0)
            say(died=os.waitstatus_to_exitcode(status))
        else:
            say(died=subprocess.run([sys.executable, __file__, line], check=False).returncode)


if __name__ == "__main__":
    main()
