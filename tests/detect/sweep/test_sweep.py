# SPDX-License-Identifier: AGPL-3.0-or-later
"""The residual sweep misses nothing exact, and does not flood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.detect.language.found import Unit
from redactor.detect.tasks import sweep


def hits(text: str, *terms: str, surviving: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    return [(hit.text, hit.how) for hit in sweep([Unit("u", text)], terms, surviving)]


def test_every_form_of_a_redacted_name() -> None:
    text = (
        "Kayleigh Barnes, KAYLEIGH BARNES, Kayleigh\nBarnes, Barnes, Kayleigh; Mrs Barnes, K. Barnes, Kaylegh, kayleigh"
    )
    found = hits(text, "Kayleigh Barnes")
    assert found == [
        ("Kayleigh Barnes", "exact"),
        ("KAYLEIGH BARNES", "exact"),
        ("Kayleigh\nBarnes", "exact"),
        ("Barnes, Kayleigh", "exact"),
        ("Barnes", "part"),
        ("K. Barnes", "initial and surname"),
        ("Kaylegh", "spelt differently"),
        ("kayleigh", "part"),
    ]


@pytest.mark.parametrize(
    "written", ["07700 900123", "07700900123", "+44 7700 900 123", "0044 7700900123", "(07700) 900-123"]
)
def test_a_number_however_it_is_spaced(written: str) -> None:
    assert [how for _, how in hits(f"ring {written} today", "07700 900123")] in (["same number"], ["exact"])


def test_an_address_and_a_postcode() -> None:
    found = hits("He lives at 12 Larkspur Close. EM34QT", "12 Larkspur Close", "EM3 4QT")
    assert ("12 Larkspur Close", "exact") in found


def test_ordinary_words_do_not_flood() -> None:
    text = "Hope was lost in the grace period. I hope the rose garden is fine. Barnes rang."
    assert hits(text, "Hope Barnes", "Grace Rose") == [("Barnes", "part")]


def test_a_name_over_a_lines_end_with_and_without_a_hyphen() -> None:
    text = "Sarah\nBrocklehu\nrst\nMother\n\nMr\nBROCKL\n\nEHURST\nrang of Brockle-\nhurst. Dan\nMay\nfield\ncame"
    assert hits(text, "Sarah Brocklehurst", "Dan Mayfield") == [
        ("Sarah", "part"),
        ("Brocklehu\nrst", "part"),
        ("BROCKL\n\nEHURST", "part"),
        ("Brockle-\nhurst", "part"),
        ("Dan", "part"),
        ("May\nfield", "part"),
    ]


def test_two_words_of_a_running_line_are_no_torn_name() -> None:
    assert hits("It was in the May\nfield notes that they ran\nsome more tests", "Dan Mayfield", "Jo Ransome") == []


def test_names_that_stay_by_right_are_no_hits() -> None:
    text = "Iris Goldberg visited. Iris Bannister was out. Mr Goldberg wrote."
    found = hits(text, "Iris Bannister", surviving=("Iris Goldberg",))
    assert found == [("Iris Bannister", "exact")]
    shared = hits("Tabitha Winslow and Casper Winslow", "Casper Winslow", surviving=("Tabitha Winslow",))
    assert shared == [("Casper Winslow", "exact")]


def test_initials_only_as_written() -> None:
    assert hits("JL was seen. The jl file. Jl", "JL") == [("JL", "exact")]


def test_nothing_to_look_for() -> None:
    assert sweep([Unit("u", "any text")], []) == []
    assert sweep([], ["Kayleigh Barnes"]) == []
    assert sweep([Unit("u", "")], ["", " ", ","]) == []


WORDS = st.lists(st.sampled_from(["the", "visit", "was", "long", "on", "Monday", "Road", "and"]), max_size=6)


@given(
    WORDS,
    WORDS,
    st.sampled_from(["Zebulon Quistgaard", "ZEBULON QUISTGAARD", "Quistgaard, Zebulon", "zebulon\nquistgaard"]),
)
def test_a_whole_name_is_never_missed(before: list[str], after: list[str], written: str) -> None:
    text = " ".join([*before, written, *after])
    assert any(how == "exact" and text_ == written for text_, how in hits(text, "Zebulon Quistgaard"))


def test_initials_of_a_redacted_name_however_they_are_written() -> None:
    found = hits("KB rang. K.B. was told, and K B agreed. The JB file. kb", "Kayleigh Barnes")
    assert found == [("KB", "initials"), ("K.B.", "initials"), ("K B", "initials")]
    assert hits("The GP and the OT came.", "Grace Pole", "Olu Thomas") == []
    assert hits("KB rang.", "Kayleigh Barnes", surviving=("Kim Baker",)) == []


def test_words_of_a_passage_are_nobodys_name() -> None:
    assert hits("In these Circumstances we Learn.", "Under no circumstances is Ms Iqbal to learn of this") == []


def test_the_street_of_a_redacted_address_alone_is_told_unless_somebody_else_lives_there() -> None:
    text = "He was seen outside the house in Acacia\nRoad again, and in Rose Lane. He saw Rose there."
    units = [Unit("p1", text)]
    hits = sweep(units, ["14 Acacia Road, Bramwick", "9 Rose Lane", "Rose Pell"], ["22 Rose Lane"])
    assert [(hit.text, hit.how) for hit in hits] == [("Acacia\nRoad", "street"), ("Rose", "part"), ("Rose", "part")]


def test_one_letter_alone_is_nobodys_name() -> None:
    assert hits("I would like to talk to you. I have spoken to Dr S about it.", "I", "S") == []
    assert hits("JL rang again.", "JL") == [("JL", "exact")]
