# SPDX-License-Identifier: AGPL-3.0-or-later
"""A case takes a council's own wording of the reasons, or goes back to the usual one; one journal event."""

from __future__ import annotations

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput, Refused
from redactor.domain.journal import Event, Kind
from redactor.domain.wording import read_wording
from redactor.operations.view import CaseView


def use_wording(view: CaseView, data: bytes, where: str, *, signer: Identity | None = None) -> Event:
    """Label and explain everything in this case in these words from now on (empty ``data``: the usual ones).

    The file itself goes into the case, so that the release looks alike on every machine and the approval covers it.
    Raises BadInput for a file that is not sound, with the entry at fault; Refused when nothing would change."""
    view.case.require_writable()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("the wording is not UTF-8 text", where, "Save it as UTF-8") from error
    digest = read_wording(text, where).digest if text else ""
    if digest == view.state.wording.digest:
        raise Refused("the case uses this wording already", where, "Nothing needs doing")
    return view.record(Kind.WORDING_USED, {"wording": text}, signer)
