# SPDX-License-Identifier: AGPL-3.0-or-later
"""Names found by what stands around them: what they are called in a sentence, and the places papers have for them."""

from __future__ import annotations

from redactor.detect.language.found import RawSpan
from redactor.detect.layers.fields import Fields
from redactor.detect.layers.titled import Titled


class Forms(Titled, Fields):
    """Names introduced by something."""

    def find(self) -> list[RawSpan]:
        found: list[RawSpan] = []
        for layer in (self.titles, self.roles, self.fields, self.letters, self.known_as):
            found.extend(layer())
        return found
