# SPDX-License-Identifier: AGPL-3.0-or-later
"""Who is named in nothing but their work, without a post or a title anywhere, is put to a person as perhaps being there
for work; nobody is shown by it, and who is somebody's family is not asked about."""

from __future__ import annotations

from dataclasses import replace

from redactor.detect import tasks
from redactor.detect.language.around import features, scores
from redactor.detect.language.found import SubjectFacts, Unit
from redactor.detect.layers.reading import LAYERS
from redactor.detect.people.resolve import resolve
from redactor.domain.mentions import AT_WORK, Person, Role
from redactor.domain.why import why_again

#: A home's handover book. Dilwyn works there; Tabitha lives there, Morag is her sister and Bettany her friend.
HANDOVER = """HANDOVER BOOK - Larch unit
Mon late: Dilwyn on shift with agency. Meds given by Dilwyn at 18.00 and signed for. Tabitha settled.
Tue early: staff Dilwyn plus bank. Dilwyn to ring the pharmacy re blister packs and update the care plan.
Her sister Morag visited after lunch. Tabitha and Bettany watched the snooker together, Bettany in tears afterwards.
Wed night: waking Dilwyn, sleeping agency. Incident form completed by Dilwyn, copy sent to the manager.
Bettany was upset at tea because Tabitha's sister Morag had not brought her anything.
Thu late: Dilwyn did the fire check and the fridge temps. Supervision for Dilwyn moved to Friday in the office.
Tabitha went to the shops with Morag. Bettany refused to come and cried in the lounge.
Fri early: Dilwyn on duty, handed over to nights at 21.45. Body map done by Dilwyn.
"""
SUBJECT = SubjectFacts("Tabitha Winslow")


def people(text: str, layers: frozenset[str] = LAYERS) -> dict[str, Person]:
    found = resolve([Unit("p", text)], tasks.names_in([text]), SUBJECT, layers=layers)
    return {person.name: person for person in found.people}


def test_a_worker_who_is_never_called_one_is_asked_about_and_stays_hidden() -> None:
    found = people(HANDOVER)
    assert found["Dilwyn"].role is Role.THIRD_PARTY
    first = found["Dilwyn"].why.partition("; ")[0]
    assert first.startswith(f"{AT_WORK} in ") and first.endswith(" of 10 places")
    assert not any(AT_WORK in found[name].why for name in ("Morag", "Bettany"))


def test_without_the_layer_nobody_reads_so_and_no_role_is_another() -> None:
    with_it, without = people(HANDOVER), people(HANDOVER, LAYERS - {"work"})
    assert not any(AT_WORK in person.why for person in without.values())
    assert {name: person.role for name, person in with_it.items()} == {name: p.role for name, p in without.items()}


def test_what_the_record_says_of_somebodys_own_life_wins() -> None:
    found = people(HANDOVER + "Sat: Tabitha told us that Dilwyn is her father, Dilwyn (father) confirmed it.\n")
    assert AT_WORK not in found["Dilwyn"].why and found["Dilwyn"].relationship == "father"
    family = people(HANDOVER.replace("Dilwyn", "Dilwyn Winslow"))
    assert AT_WORK not in family["Dilwyn Winslow"].why


def test_no_name_is_looked_at_but_its_words_around() -> None:
    one = HANDOVER.replace("Dilwyn", "Harriet")
    for text, name in ((HANDOVER, "Dilwyn"), (one, "Harriet")):
        assert name.lower() not in " ".join(f for _, seen in _features(text, name) for f in seen).lower()
    assert _features(HANDOVER, "Dilwyn") == _features(one, "Harriet")


def _features(text: str, name: str) -> list[tuple[int, dict[str, float]]]:
    return list(features(text, _places(text, name)))


def _places(text: str, name: str) -> list[tuple[int, int]]:
    starts = [n for n in range(len(text)) if text.startswith(name, n)]
    return [(start, start + len(name)) for start in starts]


def test_texts_without_names_and_names_at_the_ends_are_read() -> None:
    assert list(scores("", [])) == list(scores("nobody here", [])) == []
    for text in ("Dilwyn", "Mr Dilwyn", "\n\nDilwyn\n", "rang Dilwyn"):
        ((number, score),) = scores(text, _places(text, "Dilwyn"))
        assert number == 0 and isinstance(score, float)
    # Names that lie in each other are one.
    assert [number for number, _ in scores("Ann Dilwyn rang", [(0, 10), (4, 10)])] == [0]


def test_the_reason_can_be_told() -> None:
    for reason in (AT_WORK, f"{AT_WORK} in 9 of 11 places"):
        assert why_again(reason) == reason
        person = replace(next(iter(people(HANDOVER).values())), why=f"{reason}; signs an entry in 2 places")
        assert why_again(person.why).startswith(reason)
