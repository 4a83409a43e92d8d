# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole fuzz run, by hand: python -m tests.fuzz [--count 2000] [--seed 1]

Exit status 0 when every file ended as pages or as a named problem. Takes some ten minutes for 2,000.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from redactor.bundle.office import libreoffice as office
from redactor.workers.pool import Pool
from tests.fuzz.making import files
from tests.fuzz.running import Outcome, run


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()

    def told(outcome: Outcome) -> None:
        print(f"{outcome.files} files, {outcome.pages} pages, {len(outcome.faults)} faults", file=sys.stderr)

    with tempfile.TemporaryDirectory() as folder, Pool(slots=2, deadline=30.0, memory_limit=1 << 30) as pool:
        given = files(arguments.count, arguments.seed, with_office=office.find() is not None)
        outcome = run(given, Path(folder), pool, "a passphrase for the fuzz run", told)
    print(f"{outcome.files} files made {outcome.pages} pages; ends: {dict(outcome.ends)}")
    print(f"slowest: {outcome.slowest[0]:.1f} s, {outcome.slowest[1]}")
    for problem, number in outcome.problems.most_common():
        print(f"{number:6} {problem}")
    for fault in outcome.faults:
        print(f"FAULT {fault}")
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
