# SPDX-License-Identifier: AGPL-3.0-or-later
"""The finder's reasons, written into the case in English, can be told in another language sentence by sentence."""

import pytest

from redactor.domain.saying import Said
from redactor.domain.why import why_again

#: Some words of a made-up language.
OTHER = {
    "'{words}' before the name": "cyn yr enw: '{words}'",
    "{what} in {places}": "{what} ({places})",
    "{n} place": "{n} lle",
    "{detail} of {name}": "{detail} {name}",
    "date of birth": "dyddiad geni",
    "could be {name}": "efallai {name}",
    "{one} or {other}": "{one} neu {other}",
    "read as a name": "darllenwyd fel enw",
}


def find(template: str, number: int | None) -> str:
    return OTHER.get(template, template)


@pytest.mark.parametrize(
    ("stored", "other"),
    [
        ("'mother' before the name in 3 places; read as a name", "cyn yr enw: 'mother' (3 lle); darllenwyd fel enw"),
        ("dob of Jo Smith", "dyddiad geni Jo Smith"),
        ("could be Ann Lee or Bea Lee or Cal Lee", "efallai Ann Lee neu Bea Lee neu Cal Lee"),
        ("friend of Jo Smith", "friend of Jo Smith"),  # none of the finder's sentences: as it was written
        ("", ""),
    ],
)
def test_a_stored_reason_is_told_in_another_language(stored: str, other: str) -> None:
    again = why_again(stored)
    assert (again.told(find) if isinstance(again, Said) else again) == other


def test_a_reason_reads_as_it_was_written_but_for_codes() -> None:
    stored = "'PC' before the name in 17 places; written to at an organisation in 2 places"
    assert why_again(stored) == stored
    assert why_again("nino; whose it is the text does not say").startswith("National Insurance number; ")
