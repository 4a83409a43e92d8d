# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the subject knows already: kept with the findings, and left in when a person accepts it."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.casefile.store import CaseFile
from redactor.domain.known import KnownDocument, KnownKind

_KEY = "known_documents"


def store_known(case: CaseFile, known: Sequence[KnownDocument]) -> None:
    case.put(_KEY, [[entry.document, str(entry.kind), entry.why, entry.doubt] for entry in known])


def stored_known(case: CaseFile) -> list[KnownDocument]:
    """What the last analysis found; nothing before the first."""
    return [KnownDocument(document, KnownKind(kind), why, doubt) for document, kind, why, doubt in case.get(_KEY, [])]
