# SPDX-License-Identifier: AGPL-3.0-or-later
"""Medicines are nobody, whatever a reader takes them for."""

from __future__ import annotations

import pytest

from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.medicines import medicine
from redactor.detect.language.text import tokens


@pytest.mark.parametrize("text", ["Donepezil", "lorazepam nocte", "Adcal 1500 mg", "Mirtazapine", "Fostair inhaler"])
def test_a_medicine_is_known_by_its_ending_or_its_dose(text: str) -> None:
    assert medicine(tokens(text)[0], text, lexicon())


@pytest.mark.parametrize("text", ["Josephine", "Amy 5ml of Calpol", "Martin 2 tablets", "Olone", "Marsh-Kerr said"])
def test_people_given_medicine_are_people(text: str) -> None:
    assert not medicine(tokens(text)[0], text, lexicon())
