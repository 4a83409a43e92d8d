# SPDX-License-Identifier: AGPL-3.0-or-later
"""The roster of the office a case goes by: whose keys count as its team leads'."""

from __future__ import annotations

from redactor.casefile.identity import Identity
from redactor.casefile.roster import Roster, read_roster
from redactor.domain.errors import Refused
from redactor.domain.journal import Event, Kind
from redactor.domain.saying import say
from redactor.operations.view import CaseView


def use_roster(view: CaseView, data: bytes, *, signer: Identity | None = None) -> Event:
    """The case takes this office roster: from now on approvals count only from its team leads.

    Raises Refused when the case has the roster of another office key already: an office is not exchanged."""
    view.case.require_writable()
    roster = read_roster(data)
    old = case_roster(view)
    if old is not None:
        _require_same_office(old, roster)
    return view.record(Kind.ROSTER_USED, {"roster": data.decode("utf-8")}, signer)


def case_roster(view: CaseView) -> Roster | None:
    """The office roster the case goes by: its latest. Every one it ever had is checked again, and must be
    signed by the key of the first. Raises BadInput for a roster that is not sound, Refused for another office's."""
    rosters = [read_roster(text.encode("utf-8")) for text in view.state.rosters]
    for roster in rosters[1:]:
        _require_same_office(rosters[0], roster)
    return rosters[-1] if rosters else None


def _require_same_office(first: Roster, other: Roster) -> None:
    if other.key != first.key:
        raise Refused(
            say(
                "this case has the roster of {office}; another is signed by a different office key", office=first.office
            ),
            do="Only a roster signed with the same office key counts",
        )
