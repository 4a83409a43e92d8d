# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who may be staff though it is proposed to hide them: nothing in the record says who they are. Pure.

Health, social-work and education workers in their work are taken to be reasonable to disclose (DPA 2018 Sch 2 para 17),
so their roles are settled before anything is accepted for everybody at once.
"""

from __future__ import annotations

from enum import StrEnum

from redactor.domain.mentions import Person, Role
from redactor.domain.why import UNSAID
from redactor.review.state import JournalState

#: Ties that say no more than that they met at work.
_AT_WORK = frozenset({"colleague"})


class Staff(StrEnum):
    """Whether somebody who would be hidden may be staff. LIKELY: something points to work, too little to go by."""

    NO = ""
    PERHAPS = "perhaps"
    LIKELY = "likely"


def may_be_staff(person: Person, state: JournalState) -> Staff:
    """NO once somebody has said who they are or decided about them, or where a tie to the subject is known."""
    record = state.who.people.get(person.id)
    if person.role not in (Role.THIRD_PARTY, Role.UNKNOWN) or state.ground_for(person.id) is not None:
        return Staff.NO
    if (record is not None and record.role_decided) or person.relationship not in ("", *_AT_WORK):
        return Staff.NO
    return Staff.PERHAPS if person.why in ("", UNSAID) else Staff.LIKELY
