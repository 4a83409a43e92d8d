# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a case's release looks: what holds, and choosing otherwise. A choice is one journal event."""

from __future__ import annotations

from collections.abc import Mapping

from redactor.casefile.identity import Identity
from redactor.domain.errors import BadInput
from redactor.domain.journal import Event, Kind
from redactor.operations.view import CaseView
from redactor.review.release.settings import checked, effective_settings


def settings_of(view: CaseView) -> dict[str, str]:
    """Every setting of the case by its name, in the order they are shown."""
    return effective_settings(view.state.settings)


def change_settings(view: CaseView, values: Mapping[str, str], *, signer: Identity | None = None) -> Event | None:
    """Choose settings; those that already hold are left alone, and when nothing changes there is no event.

    Voids a submission and an approval: the plan says how the release looks. Raises BadInput for a setting or
    value that is not known."""
    view.case.require_writable()
    if not values:
        raise BadInput("no setting was given", do="redactor settings CASE shows them")
    now = settings_of(view)
    new = {name: value for name, value in checked(values).items() if now.get(name) != value}
    return view.record(Kind.SETTINGS_CHANGED, new, signer) if new else None
