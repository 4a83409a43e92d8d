# SPDX-License-Identifier: AGPL-3.0-or-later
"""Points in the middle of writing at which a test can end the process.

Nothing in the program sets the hook; there is no setting or variable that does.
"""

from __future__ import annotations

from collections.abc import Callable

from redactor.casefile.driver import Database

#: Called with "begun" (the transaction is open), "written" (all is written, nothing committed) or "committed".
hook: Callable[[str, Database], None] | None = None


def reach(point: str, db: Database) -> None:
    if hook is not None:
        hook(point, db)
