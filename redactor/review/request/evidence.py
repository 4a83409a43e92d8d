# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a release rests on besides its redactions, as digests in the plan: an approval covers these too. Pure."""

from __future__ import annotations

import hashlib
from typing import Any

from redactor.domain.journal import canonical
from redactor.review.state import JournalState


def evidence(state: JournalState) -> tuple[tuple[str, str], ...]:
    """Name and SHA-256 (hex) of each part that says anything; parts nobody touched are left out."""
    parts: dict[str, Any] = {
        "wording": state.wording.digest,
        "office": state.office.digest,
        "request": state.request.deciding(),
        "consents": state.consents.to_json(),
        "classes": state.classes.to_json(),
        "opinions": state.ledger.to_json(),
        "challenges": state.reissues.to_json(),
        "statements": state.statements.to_json(),
    }
    return tuple((name, _digest(part)) for name, part in parts.items() if part)


def _digest(part: Any) -> str:
    return part if isinstance(part, str) else hashlib.sha256(canonical(part)).hexdigest()
