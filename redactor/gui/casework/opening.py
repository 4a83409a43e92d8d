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


def unlock(session: Any, passphrase: str) -> str:
    """What this passphrase is: "own" of whoever is signed in, "case" of the open case, or "" of neither.

    Several people know the passphrase of a case; whoever gives it is not shown to be the one who was signed in, and is
    signed out.
    """
    if session.identity is not None and _own(session, passphrase):
        return "own"
    if not session.open_case.opens_with(passphrase):
        return ""
    session.identity, session.identity_path = None, ""
    return "case"


def _own(session: Any, passphrase: str) -> bool:
    from redactor.casefile.identity import load_identity
    from redactor.domain.errors import RedactorError

    try:
        return bool(load_identity(Path(session.identity_path), passphrase).key == session.identity.key)
    except (RedactorError, OSError):
        # Also when the file is on a stick that was taken out: the passphrase of the case opens it then.
        return False


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
