# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever takes part in a case cannot approve it: a team lead is told before the first thing that counts, not after.

It is asked where events are written, so that nothing in the window or the shell goes past it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from redactor.casefile.identity import Identity
from redactor.casefile.store import CaseFile
from redactor.domain.errors import Refused
from redactor.domain.journal import NOT_AUTHORING, Kind
from redactor.domain.saying import say
from redactor.review.checks.approval import took_part
from redactor.review.state import fold

_MEANT: ContextVar[bool] = ContextVar("meant", default=False)


class TakesPart(Refused):
    """A team lead who took no part in the case is about to."""


@contextmanager
def meant(so: bool = True) -> Iterator[None]:
    """Within this block taking part is meant."""
    before = _MEANT.set(so)
    try:
        yield
    finally:
        _MEANT.reset(before)


def asks_first(case: CaseFile) -> Callable[[Sequence[Kind], Identity | None], None]:
    """What is asked before these kinds of events are signed. Raises TakesPart."""
    parted: set[str] = set()

    def ask(kinds: Sequence[Kind], signer: Identity | None) -> None:
        counts = any(kind is Kind.SUBMITTED or kind not in NOT_AUTHORING for kind in kinds)
        if signer is None or signer.role != "team-lead" or not counts or _MEANT.get() or signer.key in parted:
            return
        if not took_part(fold(case.events()).authors.values(), signer.name, signer.key):
            raise TakesPart(
                say(
                    "this counts as taking part in the case: {name}, team lead, could then neither approve it nor read "
                    "its sample. Nothing is done yet",
                    name=signer.name,
                ),
                do="Leave it to a caseworker, or do it all the same (--take-part)",
            )
        parted.add(signer.key)

    return ask
