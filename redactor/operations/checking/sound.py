# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whether a case file is as it was written: nothing is submitted, approved or released from one that is not."""

from __future__ import annotations

from redactor.casefile.store import CaseFile
from redactor.domain.errors import RedactorError, Refused
from redactor.domain.saying import say
from redactor.operations.request.roster import case_roster
from redactor.operations.view import CaseView


def soundness_problems(case: CaseFile) -> list[str]:
    """What is wrong with the case file, in plain words: every byte, the journal, the documents, the rosters."""
    problems = case.check()
    if not problems:
        try:
            case_roster(CaseView(case))
        except RedactorError as error:
            problems.append(error.what)
    return problems


def require_sound(view: CaseView) -> None:
    """Raises Refused when the journal or the documents are not as they were written."""
    problems = soundness_problems(view.case)
    if problems:
        raise Refused(
            say("the case file is not sound: {problem}", problem=problems[0]),
            do="Nothing is released from it. Restore a copy and tell your office",
        )
