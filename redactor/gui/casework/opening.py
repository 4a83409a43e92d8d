# SPDX-License-Identifier: AGPL-3.0-or-later
"""Making, opening and unlocking a case. Imports what needs time only when it is used, since the window's
process loads this module too."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from redactor.casefile.store import CaseFile


def warm(session: Any) -> None:
    """Load what opening a case needs, and start the process that draws, while the start page is read."""
    from redactor.detect.language.lexicon import lexicon
    from redactor.gui.casework.answering import counting, deciding, looking
    from redactor.gui.casework.drawing.pages import wake

    assert counting and deciding and looking and lexicon()
    wake(session)


def new_case(session: Any, path: str, passphrase: str, **facts: Any) -> CaseFile:
    """The new case. Raises BadInput, Refused."""
    from redactor.operations.request.case import new_case as make_case

    recovery, roster = facts.pop("recovery", ""), facts.pop("roster", "")
    return make_case(
        Path(path),
        passphrase,
        recovery=Path(recovery) if recovery else None,
        roster=Path(roster) if roster else None,
        signer=session.identity,
        **facts,
    )


def open_case(session: Any, path: str, passphrase: str = "", recovery: str = "") -> CaseFile:
    """The case. Raises BadInput, Refused."""
    from redactor.casefile.store import CaseFile

    user = session.identity.name if session.identity else _login_name()
    return CaseFile.open(Path(path), passphrase, recovery=Path(recovery) if recovery else None, user=user)


def unlock(session: Any, passphrase: str) -> bool:
    """Whether this is the passphrase of the open case."""
    return bool(session.open_case.opens_with(passphrase))


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
