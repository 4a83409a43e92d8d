# SPDX-License-Identifier: AGPL-3.0-or-later
"""What goes into a case comes out the same, and one closed case is one file."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import sqlcipher3.dbapi2

from redactor.casefile import driver
from redactor.casefile.store import CaseFile, PageState
from redactor.domain.errors import BadInput
from redactor.domain.journal import Kind
from redactor.domain.pages import Document, DocumentContent, PageStatus
from tests.casefile import making
from tests.casefile.conftest import OnDisk


def test_documents_come_back_byte_for_byte(case: CaseFile) -> None:
    small, large = b"x", making.data(3 * (1 << 20) + 17)
    exact = making.data(2 << 20, 5)
    for number, content in enumerate((small, large, exact), 1):
        added = making.add(case, content, f"{number}.pdf")
        assert added == making.document(content, f"{number}.pdf").__class__(
            added.sha256, f"{number}.pdf", 3, len(content), number, "", "LibreOffice 7.4"
        )
        assert case.document_bytes(added.sha256) == content
        assert case.document_places(added.sha256) == making.PLACES
    assert [document.position for document in case.documents()] == [1, 2, 3]
    assert case.check() == []


def test_a_document_is_added_with_its_event(case: CaseFile) -> None:
    added = making.add(case, b"abc")
    (event,) = case.events()
    assert event.kind is Kind.DOCUMENT_ADDED
    expected = {"sha256": added.sha256, "name": added.name, "pages": 3, "size": 3, "parent": "", "position": 1}
    assert {key: event.payload[key] for key in expected} == expected
    assert case.head() == event.id


def test_the_same_document_twice_is_refused_and_changes_nothing(case: CaseFile) -> None:
    making.add(case, b"abc", "first.pdf")
    head = case.head()
    with pytest.raises(BadInput, match=r"in the case already.*first\.pdf"):
        making.add(case, b"abc", "second.pdf")
    assert case.head() == head
    assert [document.name for document in case.documents()] == ["first.pdf"]


def test_a_document_must_be_what_it_says(case: CaseFile) -> None:
    with pytest.raises(ValueError, match="sha256"):
        case.add_document(Document("0" * 64, "a.pdf", 1, 3), b"abc", DocumentContent(1))
    with pytest.raises(BadInput, match="no such document"):
        case.document_bytes("0" * 64)


def test_parts_hold_their_pages_and_the_rest_is_in_the_original(case: CaseFile) -> None:
    original = making.data(1000)
    sha256 = making.add(case, original, pages=70).sha256
    assert case.part(sha256, 33) == (original, 33)
    first, second = making.data(2_000_000, 1), making.data(10, 2)
    case.put_parts(sha256, [(1, 32, first), (33, 64, second)])
    assert case.part(sha256, 1) == (first, 1)
    assert case.part(sha256, 32) == (first, 32)
    assert case.part(sha256, 33) == (second, 1)
    assert case.part(sha256, 70) == (original, 70)
    case.put_parts(sha256, [(1, 64, second)])
    assert case.part(sha256, 33) == (second, 33)
    assert case.check() == []


def test_pages_come_back_exactly(case: CaseFile) -> None:
    sha256 = making.add(case, b"abc", pages=40).sha256
    pages = [making.full_page(1), *(making.page(n) for n in range(2, 39))]
    case.put_pages(sha256, pages)
    assert case.page(sha256, 1) == pages[0]
    assert case.page(sha256, 40) is None
    assert list(case.pages(sha256)) == pages
    again = making.page(2, "something else")
    case.put_pages(sha256, [again])
    assert case.page(sha256, 2) == again
    with pytest.raises(BadInput, match="no page 41"):
        case.put_pages(sha256, [making.page(3, "lost"), making.page(41)])
    assert case.page(sha256, 3) == pages[2]
    assert case.check() == []


def test_every_page_has_a_state(case: CaseFile) -> None:
    one, two = making.add(case, b"1", "1.pdf", 2).sha256, making.add(case, b"2", "2.pdf", 1).sha256
    from dataclasses import replace

    case.put_pages(
        one, [replace(making.page(2, "a b"), status=PageStatus.UNREADABLE, problem="broken", needs_eyes="x")]
    )
    assert case.page_states() == [
        PageState(one, 1, PageStatus.PENDING, "", "", 0, 0, 0),
        PageState(one, 2, PageStatus.UNREADABLE, "broken", "x", 595.32, 841.92, 2),
        PageState(two, 1, PageStatus.PENDING, "", "", 0, 0, 0),
    ]


def test_findings_are_replaced_as_a_whole(case: CaseFile) -> None:
    one, two = making.add(case, b"1", "1.pdf", 9).sha256, making.add(case, b"2", "2.pdf", 9).sha256
    case.replace_findings([making.mention(0, one)], making.people()[:1])
    mentions = [making.mention(n, one if n % 2 else two, page=n % 5, person=f"p{n % 3}") for n in range(60)]
    case.replace_findings(iter(mentions), iter(making.people()))
    assert case.mentions() == mentions
    assert case.mentions(one) == [mention for mention in mentions if mention.document == one]
    assert case.mentions(two, 4) == [m for m in mentions if m.document == two and m.page == 4]
    assert case.mentions(person="p2") == [mention for mention in mentions if mention.person == "p2"]
    assert case.mentions(limit=5, offset=50) == mentions[50:55]
    assert case.people() == making.people()
    case.replace_findings(mentions, making.people(), {"analysed": [one]})
    with pytest.raises(BadInput, match="no such document"):
        case.replace_findings([making.mention(0, "0" * 64)], [], {"analysed": [one, two]})
    assert case.mentions() == mentions and case.get("analysed") == [one]


def test_text_that_is_no_text_is_kept_as_far_as_it_goes(case: CaseFile) -> None:
    """Lone surrogates come out of damaged PDFs; they can be neither stored nor signed."""
    from dataclasses import replace

    sha256 = making.add(case, b"1").sha256
    case.put_pages(sha256, [making.page(1, "Kay\ud800leigh rang")])
    case.replace_findings([replace(making.mention(0, sha256), text="Kay\ud800leigh", why="\udfff")], [])
    kept = case.page(sha256, 1)
    assert kept is not None
    assert kept.text == "Kay\ufffdleigh rang"
    assert case.mentions()[0].text == "Kay\ufffdleigh"
    assert case.search("rang") == [(sha256, 1)]


def test_facts_are_kept(case: CaseFile) -> None:
    assert case.get("nothing") is None
    assert case.get("nothing", 5) == 5
    for value in (None, 0, "", {"a": [1, 2.5, "ü"]}, ["long"] * 5000):
        case.put("key", value)
        assert case.get("key", "default") == value
    with pytest.raises(TypeError):
        case.put("key", object())


def test_calls_from_many_threads_each_get_their_own_answer(case: CaseFile) -> None:
    sha256 = making.add(case, b"1", pages=400).sha256
    wrong: list[object] = []

    def work(start: int) -> None:
        for n in range(start, start + 10):
            page = making.page(n, seed=n)
            case.put_pages(sha256, [page])
            event = case.append(Kind.ITEM_SETTLED, {"n": n})
            if case.page(sha256, n) != page or event.payload != {"n": n}:
                wrong.append(n)

    threads = [threading.Thread(target=work, args=(start,)) for start in range(1, 51, 10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    assert len(case.events()) == 51
    assert case.check() == []


def test_a_closed_case_is_one_file_that_holds_no_plaintext(on_disk: OnDisk) -> None:
    with on_disk.open() as case:
        case.append(Kind.ITEM_SETTLED, {"note": "Kayleigh Barnes lives at Larch Road"})
        beside = {file.name for file in on_disk.path.parent.iterdir()}
        assert beside == {"my.case", "my.case-journal", "my.case.lock"}
        for file in on_disk.path.parent.iterdir():
            content = file.read_bytes()
            assert not any(word in content for word in (b"Kayleigh", b"Barnes", b"Larch", b"SQLite", b"CREATE"))
    assert [file.name for file in on_disk.path.parent.iterdir()] == ["my.case"]
    assert b"Kayleigh" not in on_disk.path.read_bytes()
    case.close()
    with pytest.raises(ValueError, match="closed"):
        case.documents()


def test_commits_are_forced_to_the_disk_and_nothing_goes_to_temporary_files(case: CaseFile) -> None:
    def settings(db: driver.Database) -> dict[str, object]:
        names = ("journal_mode", "synchronous", "temp_store", "foreign_keys", "trusted_schema", "cipher_page_size")
        return {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in names}

    assert case._session.run(settings) == {
        "journal_mode": "truncate",
        "synchronous": 2,
        "temp_store": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cipher_page_size": "4096",
    }
    assert case._session.run(lambda db: "TEMP_STORE=2" in {r[0] for r in db.execute("PRAGMA compile_options")})


def test_stock_sqlcipher_opens_a_case_with_the_passphrase_alone(full_case: OnDisk) -> None:
    conn = sqlcipher3.dbapi2.connect(str(full_case.path))
    quoted = making.PASSPHRASE.replace("'", "''")
    conn.execute(f"PRAGMA key = '{quoted}'")
    assert conn.execute("SELECT count(*) FROM journal").fetchone()[0] == 123
    conn.close()


@pytest.mark.parametrize("name", ["with blank & %41?.case", "Ŵyn #1;mode=ro.case", "a'b\"c.case"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with CaseFile.create(path, "x") as case:
        case.put("a", 1)
    with CaseFile.open(path, "x") as case:
        assert case.get("a") == 1
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_events_are_added_all_or_none(case: CaseFile) -> None:
    with pytest.raises(BadInput, match="cannot be recorded"):
        case.append_many([(Kind.ITEM_SETTLED, {"a": 1}), (Kind.ITEM_SETTLED, {"a": float("nan")})])
    assert case.events() == []
    events = case.append_many([(Kind.ITEM_SETTLED, {"a": n}) for n in range(3)])
    assert [event.parents for event in events] == [(), (events[0].id,), (events[1].id,)]
    assert case.events() == events
    assert case.events(after=2) == events[2:]
    assert case.append_many([]) == []
    assert case.head() == events[2].id
