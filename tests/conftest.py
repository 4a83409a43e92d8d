# SPDX-License-Identifier: AGPL-3.0-or-later
"""What tests of whole cases share: papers made on the spot, and an analysed case to copy."""

from __future__ import annotations

import os
import shutil
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from redactor.casefile import keys, private
from tests import started

# A loaded machine is slow, not wrong.
settings.register_profile("redactor", deadline=None)
settings.load_profile("redactor")
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A passphrase and a salt give one key, slowly on purpose: a fifth of a second. The same ones are asked for it once.
keys.derive = cache(keys.derive)
private._derive = cache(private._derive)

started.use()

PASSPHRASE = "correct horse battery staple"
STAFF_PASSPHRASE = "staff passphrase"

LETTER = [
    "Wexbourne Children's Services",
    "Our ref: WX/2291    Date: 14 March 2019",
    "Dear Ms Shah,",
    "I visited you and your mother, Meena Dunmore, on 12 March. Your stepfather Gareth Pole was not at home.",
    "Meena said that Gareth Pole had been shouting at the neighbour, Mrs Oluwaseun Adeyemi.",
    "Mrs Adeyemi can be reached on 07700 900482 or at oluwaseun.adeyemi@webpost.example.",
    "Yours sincerely,",
    "Fiona Marsh",
    "Social Worker, Wexbourne Children's Services",
]
NOTE = [
    "Case note 3 May 2019. Author: Fiona Marsh, Social Worker.",
    "Telephone call from Gareth Pole. He is worried that Priya Shah is out late.",
    "Dr Alan Whitcombe (GP) believes that telling Priya where Meena Dunmore now",
    "lives would put Meena at grave risk.",
    "Spoke to Meena. She will call back after work.",
]


def make_pdf(path: Path, *pages: list[str]) -> Path:
    """A plain digital PDF of one text line after another."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for lines in pages:
        canvas.setFont("Helvetica", 11)
        for number, line in enumerate(lines):
            canvas.drawString(60, 780 - 22 * number, line)
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two PDFs: a letter, and case notes of two pages."""
    folder = tmp_path_factory.mktemp("papers")
    make_pdf(folder / "01 Letter.pdf", LETTER)
    make_pdf(folder / "02 Case notes.pdf", NOTE, ["Second page of notes.", "Gareth Pole rang again about Priya."])
    return folder


@pytest.fixture(scope="session")
def pool():
    """Worker processes shared by the tests of a session."""
    from redactor.workers.pool import Pool

    with Pool(slots=2) as executor:
        yield executor


@pytest.fixture(scope="session")
def analysed_case(papers: Path, pool, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case about Priya Shah with the papers read and people found. Copy it; do not write to it."""
    from redactor.operations.finding.analyse import analyse
    from redactor.operations.intake.intake import add_paths
    from redactor.operations.request.case import new_case

    path = tmp_path_factory.mktemp("case") / "shah.case"
    with new_case(path, PASSPHRASE, reference="SAR/1", subject="Priya Shah", dob="2003-04-05") as case:
        add_paths(case, [papers], pool)
        analyse(case, pool)
    return path


@pytest.fixture
def case_path(analysed_case: Path, tmp_path: Path) -> Path:
    """The test's own copy of the analysed case."""
    return Path(shutil.copy(analysed_case, tmp_path / "shah.case"))


@pytest.fixture(scope="session")
def sworn_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What :func:`staff` is copied from."""
    from redactor.casefile.identity import new_identity
    from redactor.casefile.roster import add_member, new_roster

    folder = tmp_path_factory.mktemp("staff")
    new_identity(folder / "worker.id", "Wendy Case", "caseworker", STAFF_PASSPHRASE)
    new_identity(folder / "lead.id", "Lena Lead", "team-lead", STAFF_PASSPHRASE)
    new_identity(folder / "stranger.id", "Sid Stranger", "team-lead", STAFF_PASSPHRASE)
    new_roster(folder / "office.roster", "Wexbourne Council", STAFF_PASSPHRASE)
    for name in ("worker.id", "lead.id"):
        add_member(folder / "office.roster", folder / name, STAFF_PASSPHRASE)
    return folder


@pytest.fixture
def staff(sworn_in: Path, tmp_path: Path) -> Path:
    """A folder with a caseworker's and two team leads' identities and an office roster of the first lead: the test's
    own copy."""
    return Path(shutil.copytree(sworn_in, tmp_path / "staff"))
