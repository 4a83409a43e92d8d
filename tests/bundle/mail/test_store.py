# SPDX-License-Identifier: AGPL-3.0-or-later
"""Outlook data files: every item of every folder is taken in, with what is attached to it.

``store.pst.xz`` was written with a trial version of a mail library, which says so in each text: two messages, one of
them in a folder inside the Inbox and with an attachment, a contact and an appointment.
"""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from redactor.bundle import tasks
from redactor.bundle.held import OnDisk
from redactor.bundle.kinds import file_kind
from redactor.domain.errors import BadInput
from redactor.operations.intake.given import MOST_BYTES, given_files
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from tests.conftest import PASSPHRASE

NAMES = [
    "Inbox/0001 Home visit(Aspose.Email Evaluation).eml",
    "Inbox/Case 17/0001 Minutes(Aspose.Email Evaluation).eml",
    "Contacts/0001 Kayleigh Barnes.eml",
    "Calendar/0001 Core group(Aspose.Email Evaluation).eml",
]


@pytest.fixture(scope="module")
def store() -> bytes:
    return lzma.decompress((Path(__file__).parent / "store.pst.xz").read_bytes())


def page(message: bytes) -> str:
    made = tasks.convert(message, "item.eml", "mail")
    (first,) = tasks.read_pages(made.pdf, "", 1, 1)
    return " ".join(word.text for word in first.words)


def test_every_item_of_every_folder_by_its_name(store: bytes) -> None:
    assert file_kind(store) == "pst"
    assert tasks.store_items(store, "old.pst") == NAMES


def test_what_an_item_says_is_on_its_page(store: bytes) -> None:
    visit, minutes, contact, meeting = [message for message, _ in tasks.store_messages(store, "old.pst", 0)]
    text = page(visit)
    assert "From: janet.lister@example.org To: priya.shah@example.org Date: Fri, 3 May 2024" in text
    assert "Mrs Adeyemi rang about the visit." in text, "where the formatted text is broken, the plain one is there"
    assert "See attached, says Imani Okafor." in page(minutes)
    assert "Outlook contact E-mail: kb@example.org Name: Kayleigh Barnes Mobile: 07700 900123" in page(contact)
    assert "Outlook appointment Start: Sat, 01 Jun 2024 10:00 UTC" in page(meeting) and "Place: Room 4" in page(meeting)


def test_the_same_item_is_the_same_message_wherever_the_file_lies(store: bytes, tmp_path: Path) -> None:
    path = tmp_path / "old.pst"
    path.write_bytes(store)
    from_memory = tasks.store_messages(store, "old.pst", 0)
    assert tasks.store_messages(OnDisk.of(path), "old.pst", 0) == from_memory
    assert tasks.store_messages(store, "old.pst", 2) == from_memory[2:]


def test_a_data_file_is_taken_in_item_by_item(store: bytes, tmp_path: Path, pool) -> None:
    (tmp_path / "old.pst").write_bytes(store)
    with new_case(tmp_path / "one.case", PASSPHRASE, reference="R", subject="Priya Shah") as case:
        added = add_paths(case, [tmp_path / "old.pst"], pool)
    assert [(one.file, one.status) for one in added if one.inside or one.status == "opened"] == [
        ("old.pst", "opened"),
        (f"old.pst/{NAMES[0]}", "added"),
        (f"old.pst/{NAMES[1]}", "added"),
        (f"old.pst/{NAMES[1]}/minutes.txt", "added"),
        (f"old.pst/{NAMES[2]}", "added"),
        (f"old.pst/{NAMES[3]}", "added"),
    ]


def test_a_damaged_data_file_is_refused_in_plain_words(store: bytes) -> None:
    with pytest.raises(BadInput, match="Outlook data file is damaged"):
        tasks.store_items(store[:600], "old.pst")


def test_what_is_cut_off_a_data_file_is_named(store: bytes, tmp_path: Path, pool) -> None:
    (tmp_path / "old.pst").write_bytes(store[:-60_000])
    with new_case(tmp_path / "one.case", PASSPHRASE, reference="R", subject="Priya Shah") as case:
        added = add_paths(case, [tmp_path / "old.pst"], pool)
    refused = [one for one in added if one.status == "refused"]
    assert refused[-1].file == "old.pst/what is missing at the end of the file"
    assert "damaged or cut short here. Open it in Outlook" in refused[-1].problem


def test_a_data_file_may_be_larger_than_any_other(store: bytes, tmp_path: Path) -> None:
    for name, start in (("old.pst", store[:512]), ("scan.pdf", b"%PDF-1.7")):
        with (tmp_path / name).open("wb") as file:
            file.write(start)
            file.truncate(MOST_BYTES + 1)
    problems = {given.name: given.problem for given in given_files([tmp_path])}
    assert problems["old.pst"] == "" and "larger than 1024 MB" in problems["scan.pdf"]
