# SPDX-License-Identifier: AGPL-3.0-or-later
"""What may be the subject's own address or number: kept with the findings until a person has said."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.casefile.store import CaseFile
from redactor.domain.mentions import Label
from redactor.domain.own import OwnDetail

_KEY = "own_details"


def store_own(case: CaseFile, details: Sequence[OwnDetail]) -> None:
    case.put(_KEY, [[str(entry.label), sorted(entry.texts), entry.shown, entry.why] for entry in details])


def stored_own(case: CaseFile) -> list[OwnDetail]:
    """What the last analysis asks about; nothing before the first."""
    kept = case.get(_KEY, [])
    return [OwnDetail(Label(label), frozenset(texts), shown, why) for label, texts, shown, why in kept]
