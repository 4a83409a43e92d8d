# SPDX-License-Identifier: AGPL-3.0-or-later
"""In sheets and lists a row is not one person, who somebody is is no part of their name, and a firm is nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from redactor.domain.mentions import Label, Tier
from tests.detect.helpers import find

_HEAD = re.compile(r"(?m)^=== (.*?) ?\| ?(.*)\n")
SHEETS = _HEAD.split((Path(__file__).parent / "rows.txt").read_text(encoding="utf-8"))[1:]


@pytest.mark.parametrize(("names", "others", "text"), [*zip(SHEETS[::3], SHEETS[1::3], SHEETS[2::3], strict=True)])
def test_names_in_rows(names: str, others: str, text: str):
    spans = [span for span in find(text).findings.spans[0] if span.label is Label.PERSON]
    found = {text[span.start : span.end] for span in spans}
    assert set(filter(None, names.split("; "))) <= found
    for other in filter(None, others.split("; ")):
        at = text.index(other)
        over = [span for span in spans if span.start < at + len(other) and span.end > at]
        assert all(span.tier is Tier.POSSIBLE for span in over), other


def test_somebody_called_like_a_firm_stays_somebody():
    found = find("Mr Homes rang about his son. Joan Homes is the grandmother. Joan Homes, 07700 900461.")
    assert "Joan Homes" in found.names()
    assert found.covers("Mr Homes")
