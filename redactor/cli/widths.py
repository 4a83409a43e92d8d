# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which boxes will show how wide is what they hide: told before the case is approved."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.operations.checking.sights import look_over
from redactor.operations.checking.widths import ahead


def register(commands: Any) -> None:
    """Add this family's commands."""
    command(commands, "widths", run)


def run(arguments: Namespace) -> int:
    with common.opened(arguments) as view, common.pool(arguments) as pool:
        if view.analysed:
            look_over(view, pool, progress=common.ShellProgress())
        known = ahead(view, fits=True)
        for one in known.showing:
            redaction = one.redaction
            row: dict[str, Any] = {
                "file": view.documents[redaction.document].name,
                "page": redaction.page,
                "text": redaction.text,
                "box": [round(value, 1) for value in redaction.boxes[one.box]],
                "why": one.why,
                "fitting_surnames": one.fits.fitting_surnames if one.fits else None,
                "surnames": one.fits.surnames if one.fits else None,
                "fitting_people": one.fits.fitting_people if one.fits else None,
                "people": one.fits.people if one.fits else None,
            }
            fits = "how many names would fit is not known"
            if one.fits:
                fits = (
                    f"{one.fits.fitting_surnames} of {one.fits.surnames} common surnames and "
                    f"{one.fits.fitting_people} of the case's {one.fits.people} people would fit"
                )
            common.show(arguments, row, f"{row['file']}, page {row['page']}: {row['text']}  ({one.why}; {fits})")
    common.note(f"{known.sentence()}." if known.sentence() else "No page has boxes yet.")
    return 0
