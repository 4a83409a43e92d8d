# SPDX-License-Identifier: AGPL-3.0-or-later
"""Working out only what a decision reached gives what working out everything gives."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from redactor.domain.journal import Kind
from redactor.domain.mentions import Role, Tier
from redactor.review.decisions import outcomes as module
from redactor.review.decisions.effective import carry
from redactor.review.decisions.outcomes import Outcomes, reach_few
from redactor.review.decisions.people import resolve_people
from redactor.review.decisions.standing import undecided
from redactor.review.state import JournalState, fold
from tests.review.decisions.test_effective import found_again, reanalysed
from tests.review.outcome import effective
from tests.review.record import MENTIONS, PAGES, PEOPLE, Writer, decide_person, decisions, histories, withhold


def grouped(mentions):
    pages = defaultdict(list)
    for mention in mentions:
        pages[mention.document, mention.page].append(mention)
    return pages


def made(mentions, state: JournalState, carried) -> Outcomes:
    resolved, people = resolve_people(mentions, PEOPLE.values(), state)
    return Outcomes(PAGES, grouped(resolved), state, people, carried)


@settings(max_examples=400)
@given(histories, found_again, st.lists(st.one_of(decisions, st.integers(0, 30)), min_size=1, max_size=8))
def test_each_step_gives_what_working_out_everything_gives(before, changes, steps):
    write = Writer()
    for kind, payload in before:
        write(kind, payload)
    first = fold(write.events)
    old, _ = resolve_people(MENTIONS, PEOPLE.values(), first)
    carried = carry(old, effective(old, PEOPLE, first, PAGES))
    mentions = reanalysed(changes)

    state = fold(write.events)
    live = made(mentions, state, carried)
    dict(live)
    for step in steps:
        if isinstance(step, int):
            if not write.events:
                continue
            target = write.events[step % len(write.events)]
            event = write(Kind.UNDONE, {"event": target.id, "was": str(target.kind)})
        else:
            event = write(*step)
        state.add(event)
        resolved, people = resolve_people(mentions, PEOPLE.values(), state)
        if reach_few([event], state):
            live.take([event], state, people)
        else:
            live = made(mentions, state, carried)
        everything = effective(resolved, people, state, PAGES, carried)
        assert dict(live) == everything
        sure = [m for key in grouped(resolved) for m in everything[key].proposed if m.tier is Tier.PROPOSED]
        assert list(undecided(grouped(resolved), people, state)) == sure


def test_places_only_an_old_decision_knows_of_come_and_go_with_their_person():
    write = Writer()
    write(*decide_person("boy", "redact"))
    state = fold(write.events)
    live = made([], state, {})
    assert any(outcome.lost for outcome in live.values())
    for step in (decide_person("boy", None, Role.PROFESSIONAL), decide_person("boy", "disclose")):
        event = write(*step)
        state.add(event)
        live.take([event], state, resolve_people([], PEOPLE.values(), state)[1])
        assert dict(live) == effective([], PEOPLE, state, PAGES)
    assert not any(outcome.lost for outcome in live.values())


def test_a_decision_about_one_page_works_out_one_page(monkeypatch):
    write = Writer()
    state = fold(write.events)
    live = made(MENTIONS, state, {})
    dict(live)
    worked: list[object] = []
    real = module.effective_page

    def counting(document, page, *rest):
        worked.append((document, page))
        return real(document, page, *rest)

    monkeypatch.setattr(module, "effective_page", counting)
    event = write(*withhold(*PAGES[2]))
    state.add(event)
    live.take([event], state, PEOPLE)
    assert dict(live) and worked == [PAGES[2]]


def test_events_nobody_has_taught_it_about_have_everything_worked_out_anew():
    write = Writer()
    merged = write(Kind.PEOPLE_MERGED, {"into": "aunt", "people": ["boy"]})
    decided = write(*decide_person("boy", "redact"))
    undone = write(Kind.UNDONE, {"event": merged.id, "was": str(merged.kind)})
    state = fold(write.events)
    assert reach_few([decided], state)
    assert not reach_few([merged], state) and not reach_few([undone], state)
