# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words around a name: of its sentence, cut between words, of the place that tells most."""

from __future__ import annotations

import shutil
from pathlib import Path

from redactor.casefile.store import CaseFile
from redactor.domain.mentions import Label, Mention, Tier
from redactor.domain.pages import Where
from redactor.operations.told.sentences import AFTER, BEFORE, sentence_around, spots_of, telling
from redactor.operations.view import CaseView
from tests.conftest import PASSPHRASE


def around(text: str, name: str) -> str:
    start = text.index(name)
    before, after = sentence_around(text, start, start + len(name))
    return f"{before}[{name}]{after}"


def test_the_sentence_of_a_name_is_told_and_no_other() -> None:
    text = "She was late again. Dawn rang at nine to say that\nthe bus had not come. Nobody else knew."
    assert around(text, "Dawn") == "[Dawn] rang at nine to say that the bus had not come."


def test_a_title_or_an_initial_ends_no_sentence() -> None:
    assert around("They met. He told Dr. Bell and J. Pike of it. Then left.", "Pike") == (
        "He told Dr. Bell and J. [Pike] of it."
    )


def test_a_block_is_not_read_into_the_next() -> None:
    assert around("Present\n\nDawn Hale, chair\n\nApologies", "Dawn Hale") == "[Dawn Hale], chair"


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "and then " * 40 + "Dawn" + " went home" * 40
    told = around(text, "Dawn")
    assert told.startswith("…") and told.endswith("…") and len(told) <= BEFORE + AFTER + 8
    assert set(told.replace("…", " ").replace("[Dawn]", " ").split()) == {"and", "then", "went", "home"}


def _mention(text: str, *, label: Label = Label.PERSON, tier: Tier = Tier.PROPOSED, page: int = 1) -> Mention:
    return Mention(text, "d", page, Where.PAGE if page else Where.FILENAME, 0, 4, text, (), label, 1.0, tier)


def test_names_that_are_sure_are_read_first_and_a_telephone_number_only_where_nothing_else_is_there() -> None:
    phone, maybe, sure = _mention("01632", label=Label.PHONE), _mention("Hope", tier=Tier.POSSIBLE), _mention("Dawn")
    assert [spot[-1] for spot in spots_of([phone, maybe, sure, _mention("Dawn.pdf", page=0)])] == ["Dawn", "Hope"]
    assert [spot[-1] for spot in spots_of([phone])] == ["01632"]


def test_the_first_place_that_tells_something_is_taken(analysed_case: Path, tmp_path: Path) -> None:
    with CaseFile.open(Path(shutil.copy(analysed_case, tmp_path / "c.case")), PASSPHRASE) as case:
        view = CaseView(case)
        told = 0
        for person in view.people.values():
            spots = spots_of(m for m in view.mentions if m.person == person.id)
            found = telling(view, spots, {})
            if found is None:
                assert not spots
                continue
            document, page, start, end, _ = found.spot
            content = case.page(document, page)
            assert content is not None and found.spot in spots
            assert content.text[start:end].split() == found.name.split(), "the name itself is what stands out"
            told += bool(found.before or found.after)
        assert told
