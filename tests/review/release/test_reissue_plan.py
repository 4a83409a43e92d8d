# SPDX-License-Identifier: AGPL-3.0-or-later
"""A supplement's plan: what did not change is not sent again, and no number ever comes to mean something else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from redactor.domain.geometry import Box
from redactor.domain.plan import PagePlan, Plan, Redaction
from redactor.domain.reissue import LINES, PIECE, pieces
from redactor.review.decisions.decided import PageKey
from redactor.review.release.labels import with_labels
from redactor.review.release.reissue_plan import Earlier, ReleasedPage, reissue

DOC = "a" * 64
PAGES = 5


def held(page: int, place: int, reason: str = "TP", person: str = "") -> Redaction:
    return Redaction(
        DOC, page, (Box(72, 72 + 20 * place, 150, 84 + 20 * place),), reason, "Another person", person=person
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Five pages, each with some of six places held back, or withheld whole."""
    pages = []
    for page in range(1, PAGES + 1):
        if draw(st.booleans()) and draw(st.booleans()):
            pages.append(PagePlan(DOC, page, (), Redaction(DOC, page, (), "OOS", "Not about you")))
            continue
        places = draw(st.sets(st.integers(0, 5)))
        reasons = {place: draw(st.sampled_from(["TP", "OOS"])) for place in places}
        pages.append(PagePlan(DOC, page, tuple(held(page, place, reasons[place]) for place in sorted(places))))
    return Plan("SAR/1", (DOC,), tuple(pages))


def released_first(plan: Plan) -> Earlier:
    """The whole record as released: numbered from 1 in the order of its pages."""
    pages: dict[PageKey, ReleasedPage] = {}
    number = 0
    for page in plan.pages:
        count = 1 if page.withheld else len(page.redactions)
        numbers = tuple(range(number + 1, number + count + 1))
        number += count
        pages[DOC, page.page] = ReleasedPage(replace(page, numbers=numbers), 1, page.page + 1)
    return Earlier("m1", 1, pages, number)


def released_next(before: Earlier, plan: Plan) -> Earlier:
    pages = dict(before.pages)
    for at, page in enumerate(plan.pages):
        pages[DOC, page.page] = ReleasedPage(page, before.number + 1, at + 2)
    highest = max([before.highest, *(n for page in plan.pages for n in page.numbers)])
    return Earlier(f"m{before.number + 1}", before.number + 1, pages, highest)


def places(page: PagePlan) -> dict[object, int]:
    if page.withheld:
        return {("whole", page.page): page.numbers[0]}
    return {(page.page, r.boxes): n for r, n in zip(page.redactions, page.numbers, strict=True)}


@given(st.lists(plans(), min_size=2, max_size=5))
def test_numbers_keep_their_meaning_through_any_number_of_supplements(versions: list[Plan]) -> None:
    before = released_first(versions[0])
    meaning: dict[int, object] = {}
    for released in before.pages.values():
        meaning |= {number: place for place, number in places(released.plan).items()}
    for whole in versions[1:]:
        made = reissue(whole, before)
        assert made.reissue is not None and made.reissue.of == before.of and made.reissue.whole == whole.digest()
        sent = {page.page for page in made.pages}
        for page in whole.pages:
            old = before.pages[DOC, page.page].plan
            same = replace(old, numbers=()) == page
            assert (page.page in sent) is not same  # all that changed, and nothing else
        for page, place in zip(made.pages, made.reissue.replaces, strict=True):
            assert (place.release, place.page) == (
                before.pages[DOC, page.page].release,
                before.pages[DOC, page.page].page,
            )
            for where, number in places(page).items():
                assert meaning.setdefault(number, where) == where
        now = released_next(before, made)
        live = {number for released in now.pages.values() for number in released.plan.numbers}
        was = {number for released in before.pages.values() for number in released.plan.numbers}
        assert set(made.reissue.shown) == was - live
        assert Plan.from_json(made.to_json()) == made
        before = now


def test_people_keep_the_number_an_earlier_release_printed() -> None:
    pages = (PagePlan(DOC, 1, (held(1, 0, person="b"), held(1, 1, person="new"), held(1, 2, person="a"))),)
    (page,) = with_labels(pages, "person", {"a": 1, "b": 2, "gone": 3})
    assert [redaction.label for redaction in page.redactions] == ["Person 2", "Person 4", "Person 1"]


@given(st.text(alphabet=st.sampled_from("aW é\n-."), max_size=4000))
def test_a_statement_is_broken_into_pages_without_losing_a_word(text: str) -> None:
    made = pieces(text)
    assert made and all(len(piece) <= PIECE + LINES and piece.count("\n") < LINES for piece in made)
    assert "".join("".join(made).split()) == "".join(text.split())
