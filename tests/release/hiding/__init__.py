# SPDX-License-Identifier: AGPL-3.0-or-later
"""Places in which a PDF can keep a secret, one small file each. Importing this fills :data:`KINDS`."""

from tests.release.hiding import (
    behind,
    coded,
    document,
    drawn,
    file,
    forms,
    inks,
    layers,
    notes,
    oddly,
    pictures,
    structure,
)
from tests.release.hiding.base import FIRST, KINDS, LAST, SECRET, Kind, plain

__all__ = ["FIRST", "KINDS", "LAST", "SECRET", "Kind", "plain"]
_MODULES = (behind, coded, document, drawn, file, forms, inks, layers, notes, oddly, pictures, structure)
