# SPDX-License-Identifier: AGPL-3.0-or-later
"""Identities sign; rosters say for whom the office vouches; an edited file is found."""

from __future__ import annotations

import json
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from redactor.casefile import private
from redactor.casefile.identity import load_identity, new_identity, read_public, verify
from redactor.casefile.roster import add_member, key_path, new_roster, read_roster
from redactor.domain.errors import BadInput
from redactor.domain.journal import Actor

pytestmark = pytest.mark.usefixtures("quick_scrypt")


@pytest.fixture
def quick_scrypt(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is tested here does not depend on how long a key takes to derive."""
    monkeypatch.setattr(private, "_N", 1 << 10)


def test_scrypt_costs_what_it_should(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    new_identity(tmp_path / "a.id", "A", "caseworker", "a")
    kdf = json.loads((tmp_path / "a.id").read_text())["private"]["scrypt"]
    assert kdf["n"] * kdf["r"] * 128 >= 64 << 20
    assert load_identity(tmp_path / "a.id", "a").name == "A"


def test_an_identity_is_made_loaded_and_signs(tmp_path: Path) -> None:
    path = tmp_path / "wendy.id"
    made = new_identity(path, "  Wendy   Ŵyn Case ", "caseworker", "a passphrase")
    loaded = load_identity(path, "a passphrase")
    assert made == loaded
    assert loaded.actor == Actor("Wendy Ŵyn Case", "caseworker", made.key)
    assert len(loaded.sign(b"data")) == 128
    assert verify(made.key, loaded.sign(b"data"), b"data")
    assert not verify(made.key, loaded.sign(b"data"), b"datb")
    assert not verify(new_identity(tmp_path / "b", "B", "team-lead", "b").key, loaded.sign(b"data"), b"data")
    for key, signature in (("", ""), ("zz", "zz"), (made.key, "00"), (made.key[:-2], loaded.sign(b"data"))):
        assert not verify(key, signature, b"data")
    shown = repr(loaded) + path.read_text()
    assert loaded._private.private_bytes_raw().hex() not in shown
    assert "_private" not in repr(loaded)
    assert "a passphrase" not in shown
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    public = read_public(path)
    assert (public.name, public.role, public.key) == (loaded.name, loaded.role, loaded.key)


def test_an_identity_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.id"
    for name, role, passphrase, words in (
        (" ", "caseworker", "p", "needs a name"),
        ("A", "boss", "p", r"no role 'boss'.*caseworker, team-lead"),
        ("A", "caseworker", "", "no passphrase"),
    ):
        with pytest.raises(BadInput, match=words):
            new_identity(path, name, role, passphrase)
    assert not list(tmp_path.iterdir())
    new_identity(path, "A", "caseworker", "p")
    before = path.read_bytes()
    with pytest.raises(BadInput, match="exists already"):
        new_identity(path, "B", "caseworker", "p")
    with pytest.raises(BadInput, match="cannot be written"):
        new_identity(tmp_path / "none" / "a.id", "B", "caseworker", "p")
    assert path.read_bytes() == before


def test_a_wrong_identity_passphrase_is_told_and_not_shown(tmp_path: Path) -> None:
    new_identity(tmp_path / "a.id", "A", "caseworker", "right")
    with pytest.raises(BadInput, match="passphrase is wrong") as caught:
        load_identity(tmp_path / "a.id", "wrong731")
    assert "731" not in repr(caught.value) + str(caught.value)
    assert caught.value.__cause__ is None
    with pytest.raises(BadInput, match="cannot be read"):
        load_identity(tmp_path / "none.id", "right")


EDITS: list[tuple[Callable[[dict], object], str]] = [
    (lambda d: d.update(name="Lena Lead"), "has been changed"),
    (lambda d: d.update(role="team-lead"), "has been changed"),
    (lambda d: d.update(role="boss"), "no whole identity"),
    (lambda d: d.pop("claim"), "no whole identity"),
    (lambda d: d.update(redactor="roster"), "not an identity file"),
    (lambda d: d.update(version=2), "newer version"),
    (lambda d: d.pop("private"), "private key in this file cannot be read"),
    (lambda d: d["private"]["scrypt"].update(n=1 << 40), "private key in this file cannot be read"),
    (lambda d: d["private"]["scrypt"].update(n="x"), "private key in this file cannot be read"),
    (lambda d: d["private"]["aes-256-gcm"].update(sealed="AAAA"), "passphrase is wrong, or the file has been changed"),
    (lambda d: d["private"]["aes-256-gcm"].update(nonce="AAAA"), "private key in this file cannot be read"),
]


@pytest.mark.parametrize(("edit", "words"), EDITS)
def test_an_edited_identity_is_found(tmp_path: Path, edit: Callable[[dict], object], words: str) -> None:
    path = tmp_path / "a.id"
    new_identity(path, "A", "caseworker", "p")
    data = json.loads(path.read_text())
    edit(data)
    path.write_text(json.dumps(data))
    with pytest.raises(BadInput, match=words):
        load_identity(path, "p")


def test_a_role_claimed_anew_does_not_open_the_old_key(tmp_path: Path) -> None:
    """Even with a claim signed by another key: name, role and key are bound to the sealed private key."""
    new_identity(tmp_path / "a.id", "A", "caseworker", "p")
    new_identity(tmp_path / "b.id", "A", "team-lead", "p")
    a, b = (json.loads((tmp_path / name).read_text()) for name in ("a.id", "b.id"))
    (tmp_path / "b.id").write_text(json.dumps({**b, "private": a["private"]}))
    with pytest.raises(BadInput, match="passphrase is wrong, or the file has been changed"):
        load_identity(tmp_path / "b.id", "p")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with two identities and an empty roster."""
    new_identity(tmp_path / "lena.id", "Lena Lead", "team-lead", "l")
    new_identity(tmp_path / "wendy.id", "Wendy Case", "caseworker", "w")
    new_roster(tmp_path / "office.roster", "Wexbourne Council", "office")
    return tmp_path


def test_a_roster_vouches_for_its_members_in_their_roles(office: Path) -> None:
    path = office / "office.roster"
    assert read_roster(path).members == ()
    add_member(path, office / "lena.id", "office")
    roster = add_member(path, office / "wendy.id", "office")
    assert roster == read_roster(path) == read_roster(path.read_bytes())
    assert [member.name for member in roster.members] == ["Lena Lead", "Wendy Case"]
    lena, wendy = read_public(office / "lena.id").key, read_public(office / "wendy.id").key
    assert roster.vouches(lena, "team-lead")
    assert not roster.vouches(lena, "caseworker")
    assert roster.vouches(wendy, "caseworker")
    assert not roster.vouches(wendy, "team-lead")
    assert not roster.vouches("", "team-lead")
    assert roster.data == path.read_bytes()
    with pytest.raises(BadInput, match=r"Lena Lead \(team-lead\) is on the roster already"):
        add_member(path, office / "lena.id", "office")


def test_only_the_office_can_change_its_roster(office: Path) -> None:
    path = office / "office.roster"
    before = path.read_bytes()
    with pytest.raises(BadInput, match="passphrase is wrong"):
        add_member(path, office / "lena.id", "not the office")
    new_roster(office / "other.roster", "Wexbourne Council", "other")
    key_path(path).rename(office / "kept.key")
    with pytest.raises(BadInput, match="cannot be read"):
        add_member(path, office / "lena.id", "office")
    key_path(office / "other.roster").rename(key_path(path))
    with pytest.raises(BadInput, match="passphrase is wrong, or the file has been changed"):
        add_member(path, office / "lena.id", "other")
    assert path.read_bytes() == before


def test_an_edited_roster_is_found(office: Path) -> None:
    path = office / "office.roster"
    add_member(path, office / "wendy.id", "office")
    sound = json.loads(path.read_text())
    other = json.loads(new_roster(office / "other.roster", "Wexbourne Council", "x").data)
    for edited, words in (
        ({**sound, "members": []}, "changed after the office signed"),
        ({**sound, "members": [{**sound["members"][0], "role": "team-lead"}]}, "changed after the office signed"),
        ({**sound, "office": "Another Council"}, "changed after the office signed"),
        ({**sound, "key": other["key"]}, "changed after the office signed"),
        ({**sound, "signature": other["signature"]}, "changed after the office signed"),
        ({**sound, "signature": 5}, "not whole"),
        ({**sound, "members": [{"name": "x"}]}, "not whole"),
        ({**sound, "members": None}, "not whole"),
        ({**sound, "office": "\ud800"}, "not a roster file"),
        ({**sound, "redactor": "identity"}, "not a roster file"),
        ([], "not a roster file"),
    ):
        path.write_text(json.dumps(edited))
        with pytest.raises(BadInput, match=words):
            read_roster(path)
        with pytest.raises(BadInput, match=words):
            read_roster(json.dumps(edited).encode())


def test_a_roster_is_not_made_over_another(office: Path) -> None:
    before = {file.name: file.read_bytes() for file in office.iterdir()}
    with pytest.raises(BadInput, match="exists already"):
        new_roster(office / "office.roster", "Wexbourne Council", "office")
    (office / "new.roster.key").write_text("in the way")
    with pytest.raises(BadInput, match="exists already"):
        new_roster(office / "new.roster", "Wexbourne Council", "office")
    with pytest.raises(BadInput, match="name of the office"):
        new_roster(office / "third.roster", "  ", "office")
    (office / "new.roster.key").unlink()
    assert {file.name: file.read_bytes() for file in office.iterdir()} == before


def test_a_roster_is_for_everybody_and_its_key_for_the_office_only(office: Path) -> None:
    if sys.platform != "win32":
        assert stat.S_IMODE(key_path(office / "office.roster").stat().st_mode) == 0o600
    text = (office / "office.roster").read_text()
    assert "private" not in text
    assert "scrypt" not in text


def test_an_identity_is_a_value(tmp_path: Path) -> None:
    one = new_identity(tmp_path / "a.id", "A", "caseworker", "p")
    with pytest.raises(AttributeError):
        one.name = "B"  # type: ignore[misc]
    assert replace(one, name="B") != one
