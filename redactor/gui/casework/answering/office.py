# SPDX-License-Identifier: AGPL-3.0-or-later
"""The office's own files, outside any case: read, changed, and used in the case that is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from redactor.casefile.office import load_office
from redactor.casefile.roster import Roster, add_member, new_roster, read_roster
from redactor.domain.office import OfficeLists
from redactor.gui.casework.session import Session
from redactor.gui.casework.told.office import ListsNow, RosterNow
from redactor.operations.finding import office
from redactor.operations.request.roster import case_roster


def lists_now(session: Session, path: str, passphrase: str) -> ListsNow:
    return _lists(session, load_office(Path(path), passphrase))


def lists_new(session: Session, path: str, name: str, passphrase: str) -> ListsNow:
    return _lists(session, office.new_lists(Path(path), name, passphrase))


def lists_add(session: Session, path: str, passphrase: str, kind: str, value: str, profession: str = "") -> ListsNow:
    """One entry, as it was typed."""
    entry = office.entry(kind, value, profession if kind == "staff" else "")
    return _lists(session, *office.add_entries(Path(path), passphrase, [entry]))


def lists_import(session: Session, path: str, passphrase: str, csv: str) -> ListsNow:
    return _lists(session, *office.add_entries(Path(path), passphrase, office.read_csv(Path(csv))))


def lists_remove(session: Session, path: str, passphrase: str, values: Sequence[str]) -> ListsNow:
    return _lists(session, office.take_off(Path(path), passphrase, values))


def lists_use(session: Session, path: str, passphrase: str) -> ListsNow:
    """The open case goes by these lists from its next analysis on."""
    lists = load_office(Path(path), passphrase)
    office.use_office(session.view, lists, signer=session.identity)
    return _lists(session, lists)


def _lists(session: Session, lists: OfficeLists, new: int = 0) -> ListsNow:
    used = session.case is not None and session.view.state.office.digest == lists.digest
    return ListsNow(lists.office, tuple((e.kind, e.value, e.profession) for e in lists.entries), new, used)


def roster_now(session: Session, path: str) -> RosterNow:
    return _roster(session, read_roster(Path(path)))


def roster_new(session: Session, path: str, name: str, passphrase: str) -> RosterNow:
    """An empty roster, and the office's key beside it."""
    return _roster(session, new_roster(Path(path), name, passphrase))


def roster_add(session: Session, path: str, identity: str, passphrase: str) -> RosterNow:
    return _roster(session, add_member(Path(path), Path(identity), passphrase))


def _roster(session: Session, roster: Roster) -> RosterNow:
    held = case_roster(session.view) if session.case is not None else None
    members = tuple((member.name, member.role) for member in roster.members)
    return RosterNow(roster.office, members, held is not None and held.data == roster.data)
