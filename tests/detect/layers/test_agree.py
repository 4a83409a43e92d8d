# SPDX-License-Identifier: AGPL-3.0-or-later
"""What two readers and the layers say together: sure where they agree, possible where they differ."""

from __future__ import annotations

import re

from redactor.detect.language.found import RawSpan
from redactor.detect.language.lexicon import MODELS, lexicon
from redactor.detect.language.scan import Scan
from redactor.detect.language.text import tokens
from redactor.detect.layers import agree, needed, worth
from redactor.detect.layers.encoder import ORGANISATION, PERSON, Read
from redactor.detect.layers.whole import settled
from redactor.detect.people.record import SURE
from redactor.domain.mentions import Tier
from tests.detect.helpers import find

TEXT = "The worker rang Qorvix about the bill. Then zorvax was said."


def weighed(text: str, spans: list[RawSpan], reads: list[Read]) -> list[RawSpan]:
    return agree.weighed(spans, reads, Scan(text, tokens(text), lexicon()))


def at(word: str, text: str = TEXT) -> tuple[int, int]:
    start = text.index(word)
    return start, start + len(word)


def test_a_weak_layer_is_sure_only_with_the_encoder() -> None:
    span = RawSpan(*at("Qorvix"), "PERSON", 0.6, "lists")
    (alone,) = weighed(TEXT, [span], [])
    assert alone.score < SURE
    (both,) = weighed(TEXT, [span], [Read(*at("Qorvix"), PERSON, 0.5)])
    assert both.score >= SURE


def test_a_weak_find_that_reads_as_an_organisation_is_left_out() -> None:
    span = RawSpan(*at("Qorvix"), "PERSON", 0.6, "lists")
    assert weighed(TEXT, [span], [Read(*at("Qorvix"), ORGANISATION, 0.9)]) == []


def test_a_strong_layer_needs_nobody() -> None:
    span = RawSpan(*at("Qorvix"), "PERSON", 0.8, "role:health")
    assert weighed(TEXT, [span], []) == [span]


def test_the_encoder_alone_proposes_when_sure_and_says_possible_when_not() -> None:
    (sure,) = weighed(TEXT, [], [Read(*at("Qorvix"), PERSON, 0.99)])
    assert sure.score >= SURE and sure.found_by == "encoder"
    (maybe,) = weighed(TEXT, [], [Read(*at("Qorvix"), PERSON, worth.MAYBE + 0.01)])
    assert maybe.score < SURE
    assert weighed(TEXT, [], [Read(*at("Qorvix"), PERSON, worth.MAYBE / 2)]) == []


def test_a_lower_case_word_among_capitals_needs_more() -> None:
    (maybe,) = weighed(TEXT, [], [Read(*at("zorvax"), PERSON, needed.ALONE + 0.02)])
    assert maybe.score < SURE


def test_titles_and_relations_are_no_part_of_the_name() -> None:
    text = "Nanny Qorvix and Dr Vex came."
    found = weighed(text, [], [Read(0, 12, PERSON, 0.99), Read(*at("Dr Vex", text), PERSON, 0.99)])
    assert [text[s.start : s.end] for s in found] == ["Qorvix", "Vex"]


def test_what_a_record_mostly_does_not_read_as_a_name_is_possible_at_most() -> None:
    texts = ["the Court of Zassation. " * 9, "Zassation came. Qorvix came."]
    raw = [[], [RawSpan(0, 9, "PERSON", 0.7, "encoder"), RawSpan(16, 22, "PERSON", 0.7, "encoder")]]
    settled(texts, raw)
    assert [span.score >= SURE for span in raw[1]] == [False, True]


def test_what_a_record_mostly_calls_a_people_is_nobody() -> None:
    text = "Four Qorvi villages were asked. The Qorvi came. A Qorvi village wrote. Then Old Qorvi and Qorvi sang."
    spans = [(m.start(), m.end()) for m in re.finditer(r"Qorvi villages|Old Qorvi|Qorvi", text)]
    raw = [[RawSpan(*span, "PERSON", 0.7, "encoder") for span in spans]]
    settled([text], raw)
    assert all(span.score < SURE for span in raw[0])


def test_initials_a_text_declares_are_somebody_whatever_they_are_short_for() -> None:
    found = find("Attended: Kirsty Ballantyne (KB), Omar Farouk Diallo (OD).\nOD asked for the report. KB to send it.")
    assert len([s for s in found.spans("OD") if s.tier is Tier.PROPOSED]) == 2
    assert not find("Omar Farouk Diallo took an OD in May.").spans("OD")


def test_who_has_a_title_may_be_called_anything() -> None:
    found = find("PT CONFUSED. DR WHITE REVIEWED. Neighbour Mrs Early (no. 9) rang.")
    assert found.covers("WHITE") and found.covers("Early")


def test_a_double_barrelled_surname_by_its_letters_belongs_to_the_name() -> None:
    assert find("Her birth mother Chantelle D-S attended.").covers("Chantelle D-S")


def test_words_of_the_trade_are_nobody() -> None:
    found = find("Nom 1: assoc of Nom 2. Will ring iro tomoz. Clmt states that YP was out. Svc user: Carl Bannister.")
    assert not [s for word in ("Nom", "tomoz", "Clmt", "YP", "Svc") for s in found.spans(word)]
    assert found.covers("Carl Bannister")


def test_everyday_welsh_needs_more_than_a_name() -> None:
    text = "Ymweliad cartref 14 Mai. Gwelais Gruff gartref."
    assert not [s for s in weighed(text, [], [Read(*at("Gwelais", text), PERSON, 0.34)]) if s.score >= SURE]
    (name,) = weighed(text, [], [Read(*at("Gruff", text), PERSON, 0.34)])
    assert name.score >= SURE


def test_no_word_of_welsh_is_on_the_lists_of_names() -> None:
    words = lexicon()
    welsh = (MODELS / "lexicon" / "words-welsh.txt").read_text(encoding="utf-8").split()
    assert len(welsh) > 300 and {"cyfarfod", "dywedodd", "ysgol"} <= set(welsh)
    assert not [w for w in welsh if w in words.gender or w in words.surnames]
