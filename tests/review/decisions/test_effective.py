# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is redacted follows from what was found and what was decided, and from nothing else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.domain.geometry import Box, covered
from redactor.domain.journal import Kind
from redactor.domain.mentions import Mention, Role, Status, Tier
from redactor.domain.pages import Where
from redactor.review.decisions.effective import carry, effective_page
from redactor.review.decisions.people import resolve_people
from redactor.review.state import JournalState, fold
from tests.review.outcome import effective
from tests.review.record import (
    DOCUMENTS,
    MENTIONS,
    PAGES,
    PEOPLE,
    Writer,
    decide_mention,
    decide_person,
    histories,
    mark,
    withhold,
)

ONE, TWO = DOCUMENTS


def outcomes_of(state: JournalState, mentions: list[Mention] = MENTIONS, carried=None):
    resolved, people = resolve_people(mentions, PEOPLE.values(), state)
    return effective(resolved, people, state, PAGES, carried or {})


def outcomes_after_reanalysis(state: JournalState, changes: list[str]):
    resolved, _ = resolve_people(MENTIONS, PEOPLE.values(), state)
    return outcomes_of(state, reanalysed(changes), carry(resolved, outcomes_of(state)))


def boxes_of(outcome) -> list[Box]:
    return [*outcome.boxes, *([Box(0, 0, 9999, 9999)] if outcome.plan.withheld else [])]


def written(history) -> Writer:
    write = Writer()
    for kind, payload in history:
        write(kind, payload)
    return write


def test_nothing_is_redacted_that_nobody_decided():
    outcomes = outcomes_of(fold([]))
    assert all(not outcome.plan.redactions for outcome in outcomes.values())
    statuses = outcomes[ONE, 1].statuses
    assert statuses["ma10"] is Status.LEFT and statuses["ma13"] is Status.LEFT
    assert statuses["ma11"] is Status.PROPOSED and statuses["ma14"] is Status.PROPOSED


def test_a_person_is_decided_once_for_every_sure_mention_and_no_uncertain_one():
    outcomes = outcomes_of(fold(written([decide_person("aunt", "redact")]).events))
    for (document, page), outcome in outcomes.items():
        assert outcome.statuses[f"m{document[0]}{page}1"] is Status.REDACTED
        assert outcome.statuses[f"m{document[0]}{page}5"] is Status.PROPOSED
        assert [r.person for r in outcome.plan.redactions] == ["aunt"]


def test_becoming_a_professional_lifts_the_redaction():
    write = written([decide_person("boy", "redact"), decide_person("boy", None, Role.PROFESSIONAL)])
    assert all(not outcome.plan.redactions for outcome in outcomes_of(fold(write.events)).values())


def test_a_split_takes_the_mention_out_of_the_persons_decision():
    chosen = MENTIONS[1]
    write = written([decide_person("aunt", "redact")])
    new = {"id": "new", "name": "Other Meena", "aliases": [], "role": "third_party", "profession": None}
    anchor = [chosen.document, chosen.page, "page", chosen.text, [float(v) for v in chosen.boxes[0]]]
    write(Kind.PERSON_SPLIT, {"person": "aunt", "new": new, "anchors": [anchor]})
    outcome = outcomes_of(fold(write.events))[ONE, 1]
    assert outcome.statuses[chosen.id] is Status.PROPOSED
    assert not outcome.plan.redactions


def test_merged_people_go_by_the_decision_about_the_one_they_became():
    write = written([decide_person("aunt", "redact"), (Kind.PEOPLE_MERGED, {"into": "aunt", "people": ["boy"]})])
    assert outcomes_of(fold(write.events))[TWO, 2].statuses["mb22"] is Status.REDACTED


def test_what_lies_under_a_marked_box_or_on_a_withheld_page_is_redacted_and_needs_no_second_decision():
    under = MENTIONS[1]
    box = under.boxes[0]
    write = written([mark(ONE, 1, Box(box.x0 - 1, box.y0 - 1, box.x1 + 1, box.y1 + 1)), withhold(TWO, 1)])
    outcomes = outcomes_of(fold(write.events))
    assert outcomes[ONE, 1].statuses[under.id] is Status.REDACTED
    assert outcomes[ONE, 1].statuses["ma12"] is Status.PROPOSED
    assert set(outcomes[TWO, 1].statuses.values()) == {Status.REDACTED}
    assert not outcomes[ONE, 1].grounds, "the person is still to be decided about elsewhere"


def test_words_marked_everywhere_reach_places_that_are_on_no_page():
    hidden = replace(MENTIONS[1], id="meta", page=0, where=Where.METADATA, boxes=())
    anchor = [ONE, 0, "metadata", hidden.text.upper(), []]
    write = written([(Kind.PASSAGE_REDACTED, {"reason": "TP", "fields": {}, "anchors": [anchor]})])
    outcome = effective_page(ONE, 0, [hidden], PEOPLE, fold(write.events))
    assert outcome.statuses["meta"] is Status.REDACTED
    assert not outcome.plan.redactions, "nothing of it is in the bundle, so there is no box to log"


def test_what_was_last_accepted_is_the_standing_assessment():
    write = Writer()
    payload = {"reason": "TP", "fields": {"duty": "ours"}, "people": [], "mentions": []}
    accepted = write(Kind.PROPOSALS_ACCEPTED, payload)
    assert fold(write.events).standing == {"duty": "ours"}
    write(Kind.UNDONE, {"event": accepted.id})
    assert fold(write.events).standing == {}


@given(histories)
def test_undo_restores_exactly(history):
    write = written(history)
    before = outcomes_of(fold(write.events))
    target = write(*decide_person("boy", "redact"))
    after = outcomes_of(fold(write.events))
    undo = write(Kind.UNDONE, {"event": target.id})
    assert outcomes_of(fold(write.events)) == before
    write(Kind.UNDONE, {"event": undo.id})
    assert outcomes_of(fold(write.events)) == after


@given(histories, st.data())
def test_folding_one_by_one_is_folding_at_once(history, data):
    write = written(history)
    for _ in range(data.draw(st.integers(0, 3))):
        if write.events:
            write(Kind.UNDONE, {"event": data.draw(st.sampled_from(write.events)).id})
    state = JournalState()
    for event in write.events:
        state.add(event)
    assert outcomes_of(state) == outcomes_of(fold(write.events))


@given(histories, st.sampled_from(MENTIONS), st.sampled_from(["redact", "disclose"]), histories)
def test_a_person_level_decision_never_overrides_an_explicit_exception(before, chosen, outcome, after):
    after = [entry for entry in after if entry[0] in (Kind.PERSON_DECIDED, Kind.PEOPLE_MERGED)]
    write = written([*before, decide_mention(chosen, outcome), *after])
    found = outcomes_of(fold(write.events))[chosen.document, chosen.page]
    assert found.grounds[chosen.id].outcome == outcome
    # What somebody marked by hand, or a page withheld, hides it all the same: neither is about a person.
    if not any(kind in (Kind.PASSAGE_REDACTED, Kind.HARM_MARKED, Kind.PAGES_WITHHELD) for kind, _ in before):
        assert found.statuses[chosen.id] is (Status.REDACTED if outcome == "redact" else Status.DISCLOSED)


found_again = st.lists(
    st.sampled_from(["same", "gone", "moved", "possible", "other"]), min_size=len(MENTIONS), max_size=len(MENTIONS)
)


def reanalysed(changes: list[str]) -> list[Mention]:
    """What another run of the finder might say: fewer mentions, boxes a little off, less sure, somebody else."""
    result = []
    for mention, change in zip(MENTIONS, changes, strict=True):
        if change == "gone":
            continue
        mention = replace(mention, id=mention.id + "x")
        if change == "moved":
            box = mention.boxes[0]
            mention = replace(mention, boxes=(Box(box.x0 + 0.4, box.y0 - 0.3, box.x1 + 0.5, box.y1 - 0.2),))
        if change == "possible":
            mention = replace(mention, tier=Tier.POSSIBLE)
        if change == "other":
            mention = replace(mention, person="worker")
        result.append(mention)
    return result


@settings(max_examples=300)
@given(histories, found_again)
def test_nothing_decided_is_ever_lost_by_reanalysis(history, changes):
    write = written(history)
    state = fold(write.events)
    before, after = outcomes_of(state), outcomes_after_reanalysis(state, changes)
    for key in PAGES:
        hidden = boxes_of(after[key])
        for box in before[key].boxes:
            assert covered(box, hidden) > 0.9, "a box that was decided is open after re-analysis"


@given(histories, found_again)
def test_what_only_an_old_decision_redacts_is_reported(history, changes):
    state = fold(written(history).events)
    after = outcomes_after_reanalysis(state, changes)
    for outcome in after.values():
        sure = [r for r in outcome.plan.redactions if r.boxes]
        for anchor in outcome.lost:
            assert any(covered(box, r.boxes) > 0.9 for r in sure for box in anchor.boxes)


@given(histories)
def test_per_page_and_whole_agree(history):
    state = fold(written(history).events)
    resolved, people = resolve_people(MENTIONS, PEOPLE.values(), state)
    whole = effective(resolved, people, state, PAGES)
    for document, page in PAGES:
        own = [m for m in resolved if (m.document, m.page) == (document, page)]
        alone = effective_page(document, page, own, people, state)
        assert alone == whole[document, page]
        assert list(alone.proposed) == [m for m in own if alone.statuses[m.id] is Status.PROPOSED]


@given(histories, st.sampled_from(PAGES))
def test_a_marked_passage_and_a_withheld_page_hold_whatever_else_is_decided(history, key):
    box = Box(300, 300, 420, 320)
    write = Writer()
    write(*mark(*key, box, Kind.HARM_MARKED))
    write(*withhold(*PAGES[0]))
    for kind, payload in history:
        write(kind, payload)
    outcomes = outcomes_of(fold(write.events))
    assert covered(box, outcomes[key].boxes) == 1.0
    assert outcomes[PAGES[0]].plan.withheld is not None
