# SPDX-License-Identifier: AGPL-3.0-or-later
"""Outlook data files: every item of every folder is taken in, with what is attached to it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from redactor.bundle import tasks
from redactor.bundle.held import OnDisk
from redactor.bundle.kinds import file_kind
from redactor.bundle.mail import store as reading
from redactor.domain.errors import BadInput
from redactor.operations.intake.given import MOST_BYTES, given_files
from redactor.operations.intake.intake import add_paths
from redactor.operations.request.case import new_case
from tests import storemade
from tests.conftest import PASSPHRASE
from tests.storemade import Folder, Item

NAMES = [
    "Inbox/0001 Home visit.eml",
    "Inbox/Case 17/0001 Minutes about A B.eml",
    "Contacts/0001 Kayleigh Barnes.eml",
    "Calendar/0001 Core group.eml",
]
#: What the start and the place of an appointment and the address of a contact are in this file.
START, PLACE, ADDRESS = 0x8001, 0x8002, 0x8003
SPARE = 4096


def on(day: int, month: int, hour: int = 0) -> datetime.datetime:
    return datetime.datetime(2024, month, day, hour, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def store() -> bytes:
    visit = Item({
        0x001A: "IPM.Note", 0x0037: "Home visit", 0x0039: on(3, 5), 0x1000: "Mrs Adeyemi rang about the visit.",
        0x0C1F: "janet.lister@example.org", 0x0E04: "priya.shah@example.org", 0x1009: b"\x10\0\0\0broken",
    })  # fmt: skip
    minutes = Item(
        {0x001A: "IPM.Note", 0x0037: "Minutes about A/B", 0x0039: on(4, 5), 0x1000: "See attached, says Imani Okafor."},
        [("minutes.txt", b"Present: Gareth Pole")],
    )
    contact = Item({
        0x001A: "IPM.Contact", 0x0037: "Kayleigh Barnes", 0x3001: "Kayleigh Barnes", 0x3A1C: "07700 900123",
        ADDRESS: "kb@example.org", 0x1000: "Sister of Imani.",
    })  # fmt: skip
    meeting = Item({
        0x001A: "IPM.Appointment", 0x0037: "Core group", 0x1000: "All to come.", START: on(1, 6, 10), PLACE: "Room 4",
    })  # fmt: skip
    folders = [
        Folder("Inbox", [visit], [Folder("Case 17", [minutes])]),
        Folder("Contacts", [contact]),
        Folder("Calendar", [meeting]),
    ]
    named = {0x820D: START, 0x8208: PLACE, 0x8083: ADDRESS}
    return storemade.store([Folder("Top of Personal Folders", (), folders)], named, SPARE)


def page(message: bytes) -> str:
    made = tasks.convert(message, "item.eml", "mail")
    (first,) = tasks.read_pages(made.pdf, "", 1, 1)
    return " ".join(word.text for word in first.words)


def test_every_item_of_every_folder_by_its_name(store: bytes) -> None:
    assert file_kind(store) == "pst"
    assert tasks.store_items(store, "old.pst") == (NAMES, 4)
    assert tasks.store_items(store, "old.pst", 2) == (NAMES[2:], 4)


def test_what_an_item_says_is_on_its_page(store: bytes) -> None:
    visit, minutes, contact, meeting = [message for message, _ in tasks.store_messages(store, "old.pst", 0)]
    text = page(visit)
    assert "From: janet.lister@example.org To: priya.shah@example.org Date: Fri, 03 May 2024" in text
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


def test_a_large_one_is_listed_and_read_some_at_a_time(store: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tasks.store_messages(store, "old.pst", 0)
    monkeypatch.setattr(reading, "_LISTED", 3)
    monkeypatch.setattr(reading, "_ITEMS", 1)
    assert tasks.store_items(store, "old.pst") == (NAMES[:3], 4)
    assert tasks.store_items(store, "old.pst", 3) == (NAMES[3:], 4)
    assert [tasks.store_messages(store, "old.pst", number) for number in range(4)] == [[one] for one in whole]


def test_a_damaged_item_is_named_and_the_others_come(store: bytes) -> None:
    at = store.index("IPM.Contact".encode("utf-16-le"))
    damaged = store[: at - 80] + bytes(80) + store[at:]
    names, total = tasks.store_items(damaged, "old.pst")
    assert total == 4 and names[:2] == NAMES[:2] and names[3] == NAMES[3]
    assert names[2] == "Contacts/0001 without subject.eml"
    found = tasks.store_messages(damaged, "old.pst", 0)
    assert [bool(problem) for _, problem in found] == [False, False, True, False]
    assert found[2][1].startswith("this item of the Outlook data file cannot be read")


def test_a_damaged_data_file_is_refused_in_plain_words(store: bytes) -> None:
    with pytest.raises(BadInput, match="Outlook data file is damaged"):
        tasks.store_items(store[:600], "old.pst")


def test_what_is_cut_off_a_data_file_is_named(store: bytes, tmp_path: Path, pool) -> None:
    (tmp_path / "old.pst").write_bytes(store[: -SPARE // 2])
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
