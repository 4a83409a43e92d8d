# SPDX-License-Identifier: AGPL-3.0-or-later
"""What else one answer settles: said before it is given."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.domain.saying import count, joined, say
from redactor.operations.view import CaseView
from redactor.review.decisions.decided import PageKey

#: So many places are named; of more it is said how many they are.
MOST = 5


def same_words(view: CaseView, stands: Sequence[PageKey]) -> str:
    """Where the same words stand, of which one answer settles all; "" where they stand once."""
    if len(stands) < 2:
        return ""
    named = [
        say("{name}, page {page}", name=view.documents[document].name, page=page) for document, page in stands[:MOST]
    ]
    if len(stands) > MOST:
        named.append(say("and {number} more", number=len(stands) - MOST))
    return say(
        "The same words stand in {places}, and one answer settles all of them: {where}.",
        places=count(len(stands), "place"),
        where=joined(named, "; "),
    )
