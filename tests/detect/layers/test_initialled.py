# SPDX-License-Identifier: AGPL-3.0-or-later
"""Initials and surnames with one, by where they stand."""

from __future__ import annotations

import pytest

from redactor.detect.language.lexicon import lexicon
from redactor.detect.language.text import tokens
from redactor.detect.layers.initialled import Initialled


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Told Mrs Gale. DSL initials HG", ["HG"]),
        ("Has the parent been told? Yes by IW.", ["IW"]),
        ("Seen by GP. Sent by EDT. sgd RP", ["RP"]),
        ("Circulation: Bains, S; Clutterbuck, R; file", ["Bains, S", "Clutterbuck, R"]),
        ("Quiet after three. CW\n\nNext day: quiet.", ["CW"]),
        ("donnas sobbing. home 22.15. type up mon   rb", ["rb"]),
        ("Mum said no. NFA\n\nFile closed. See s.47. OK", []),
        ("Contents: Section, A; Table, B", []),
        ("Mrs T from no. 19 came. Mr P weighed 71 kg.", ["Mrs T", "Mr P"]),
        ("Mr and Mrs K came with mr. j. stone.", ["Mr and Mrs K"]),
        ("rang mr d again, then mrs a few hours later", ["mr d"]),
        ("Mrs T. Gale and Mr P. came; Mrs T-Gale, Mr PT and Mr R Gale too.", ["Mr P"]),
    ],
)
def test_initials_of_forms_and_lists(text: str, names: list[str]) -> None:
    found = Initialled(text, tokens(text), lexicon()).find()
    assert [text[span.start : span.end] for span in found] == names
