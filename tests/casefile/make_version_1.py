# SPDX-License-Identifier: AGPL-3.0-or-later
"""Made version-1.case and version-1.keys, once, when 1 was the newest version of the tables.

The file is a case as a released program wrote it; do not make it again. A later version gets a script and a file
of its own. Run as: python -m tests.casefile.make_version_1
"""

from __future__ import annotations

from pathlib import Path

from redactor.casefile.store import CaseFile
from redactor.domain.journal import Kind
from tests.casefile import making

HERE = Path(__file__).parent
CASE, KEYS = HERE / "version-1.case", HERE / "version-1.keys"


def fill(case: CaseFile) -> None:
    case.append(Kind.CASE_CREATED, {"reference": "SAR/1"}, at="2026-01-02T03:04:05.000000Z")
    added = making.add(case, making.data(5000), "letters/one.pdf", 4)
    case.put_parts(added.sha256, [(1, 2, b"part one"), (3, 4, b"part two")])
    case.put_pages(added.sha256, [making.full_page(1), making.page(2, "Kayleigh Barnes rang Kay-\nleigh")])
    case.replace_findings([making.mention(n, added.sha256) for n in range(5)], making.people())
    case.append(Kind.PERSON_DECIDED, {"person": "p0", "why": "because " * 100}, at="2026-01-02T03:04:06.000000Z")
    case.put("engines", {"pymupdf": "1.28.2"})


if __name__ == "__main__":
    with CaseFile.create(CASE, making.PASSPHRASE, recovery=KEYS) as made:
        fill(made)
