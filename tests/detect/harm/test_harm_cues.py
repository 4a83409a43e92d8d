# SPDX-License-Identifier: AGPL-3.0-or-later
"""Candidates for the harm test: on passages written by hand, half of them kept aside while the rules were made."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from redactor.detect.harm.cues import CERTAIN, SURE, class_of_document, cues_in, find_cues
from redactor.detect.language.found import HARM, RawSpan, Unit
from redactor.detect.language.passages import sentences
from redactor.domain.cues import CUE_WORDS, CueKind, DataClass
from redactor.domain.pages import Where

PASSAGES = Path(__file__).parent.parent / "harm"
#: The first half (every other line) was looked at while the rules were made; the second only counted.
HALVES = {"looked at": 0, "kept aside": 1}


def lines(name: str, half: int) -> list[str]:
    rows = (PASSAGES / name).read_text(encoding="utf-8").splitlines()
    return [row for row in rows if row and not row.startswith("#")][half::2]


@pytest.mark.parametrize("half", HALVES)
def test_passages_that_may_harm_are_found(half: str) -> None:
    passages = [row.split(" | ", 1) for row in lines("positive.txt", HALVES[half])]
    missed = [text for _, text in passages if not cues_in(text)]
    assert len(missed) <= 0.1 * len(passages), missed
    right = sum(kind in {cue.kind for cue in cues_in(text)} for kind, text in passages)
    assert right >= 0.75 * len(passages)


@pytest.mark.parametrize("half", HALVES)
def test_what_stands_in_every_record_is_left_alone(half: str) -> None:
    plain = lines("negative.txt", HALVES[half])
    wrong = [text for text in plain if cues_in(text)]
    assert len(wrong) <= 0.03 * len(plain), wrong


def passage(text: str) -> str:
    found = cues_in(text)
    assert len(found) == 1, found
    return " ".join(text[found[0].start : found[0].end].split())


def test_a_passage_takes_in_what_it_points_back_to() -> None:
    text = (
        "The boiler was serviced in May. Carol Denny is now at Heron House, 4 Quay Walk, BX4 1AA. Under no\n"
        "circumstances is Mr Denny to learn of this. The next review is in June."
    )
    assert passage(text) == (
        "Carol Denny is now at Heron House, 4 Quay Walk, BX4 1AA. Under no circumstances is Mr Denny to learn of this."
    )


def test_a_passage_does_not_take_in_what_stands_before_it_by_chance() -> None:
    text = (
        "Attendance Allowance is in payment. It is my clinical view that telling her at this stage would be harmful "
        "to her recovery. The blue badge was renewed."
    )
    assert passage(text).startswith("It is my clinical view") and passage(text).endswith("recovery.")


def test_a_passage_goes_over_lines_mail_quotes_and_damaged_letters() -> None:
    quoted = "> Please note that mum must never be told that it was her\n>\n> sister who rang us. Thanks, Jo"
    assert passage(quoted).endswith("sister who rang us.")
    assert cues_in("Under no circumstarices is Ms Vane to learn ol this.")


def test_neighbouring_sentences_are_one_passage() -> None:
    text = (
        "Mrs Orr told me that Dan is not the boy's biological father. He believes that he is. If he were to learn it "
        "from a letter there would be a high risk of a further overdose."
    )
    found = cues_in(text)
    assert len(found) == 1 and "; also " in found[0].why


@pytest.mark.parametrize(
    "text",
    [
        "No evidence of suicidal ideation.",
        "He denied any thoughts of ending his life and has no plans.",
        "Suicidal thoughts: none",
        "Forced marriage",
        "Has anybody threatened to kill you?",
        "If you are thinking of ending your life, ring 111.",
        "",
        "\n\n\n",
        "1234 5678 " * 500,
    ],
)
def test_negations_headings_forms_and_leaflets_are_no_candidates(text: str) -> None:
    assert cues_in(text) == []


def test_capitals_are_read_like_any_text() -> None:
    found = cues_in("MALE STATED THAT HE WOULD KILL HER WHEN HE FINDS HER. NO FURTHER ACTION.")
    assert [cue.kind for cue in found] == [CueKind.THREAT]


def test_class_and_reason_come_from_the_document_and_the_passage() -> None:
    hospital = "Wexbourne General Hospital NHS Trust\nOutpatient clinic\nPatient: Jo Orr\n"
    school = "Hill Top Academy\nPupil report\nYear 9\n"
    assert class_of_document(hospital) is DataClass.HEALTH
    assert class_of_document(school) is DataClass.EDUCATION
    secret = "She must not be told that her brother rang us."
    units = [
        Unit("1", hospital + secret, Where.PAGE, "a"),
        Unit("2", school + secret, Where.PAGE, "b"),
        Unit("3", secret, Where.ANNOTATION, "b"),
        Unit("4", "Case note.\n" + secret, Where.PAGE, "c"),
        Unit("5", "Case note. Pt took 20 paracetamol last night.", Where.PAGE, "c"),
    ]
    found = [cues[0] for cues in find_cues(units)]
    assert [cue.reason for cue in found] == ["H-HARM", "ED-HARM", "ED-HARM", "SW-HARM", "H-HARM"]
    assert cues_in("Police hold intelligence that he keeps a firearm at the house.")[0].reason == "CR"
    assert cues_in("Our solicitor advises that we should not put this in writing.")[0].reason == "LPP"
    assert cues_in("The caller asked that her name is not passed on to the family.")[0].reason == "TP"


def test_sentences_know_initials_abbreviations_and_lists() -> None:
    text = "Dr. J. Hill saw Mr. Orr at no. 7 today. He was well.\n- Rang mum\n- No reply"
    assert [s.text for s in sentences(text)] == [
        "Dr. J. Hill saw Mr. Orr at no. 7 today.",
        "He was well.",
        "Rang mum",
        "No reply",
    ]
    assert all(text[s.start : s.end] == s.text for s in sentences(text))


def test_work_grows_with_the_text_and_not_faster() -> None:
    line = "She said he would not know where they are and must not be told that x "

    def cost(times: int) -> float:
        text = line * times
        best = 1e9
        for _ in range(3):
            start = time.process_time()
            cues_in(text)
            best = min(best, time.process_time() - start)
        return best

    cost(10)
    small, large = cost(300), cost(2400)
    assert large < 24 * small + 0.05


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They shouted that my van will get torched if I stay here.", CueKind.THREAT),
        ("If she talks to the police she is going to regret it.", CueKind.THREAT),
        ("He will find the children and take them abroad.", CueKind.THREAT),
        ("I am frightened of it gets back to him that I rang you.", CueKind.INFORMANT),
        ("She doesn't want to be identified to the family by us.", CueKind.INFORMANT),
        ("He used his belt on the boy after school again.", CueKind.ALLEGATION),
        ("Do not call me at home about any of this again.", CueKind.LOCATION),
        ("Please never give the address to her father at all.", CueKind.LOCATION),
        ("Her mother did not know of the adoption at that time.", CueKind.SECRECY),
        ("Grandad said he'd put him through the window.", CueKind.THREAT),
        ("She told the duty worker she would “wring” his neck for this.", CueKind.THREAT),
        ("The brother must not be alerted before the visit on Friday.", CueKind.SECRECY),
        ("She was promised that the matter of her name would go no further.", CueKind.SECRECY),
        ("Does not want Aunt Bea or the boys told where.", CueKind.SECRECY),
        ("The nan begged us not to say that she had rung.", CueKind.SECRECY),
        ("I worry for her safety were he to learn the street.", CueKind.LOCATION),
        ("If she discovers who reported it she will be round here.", CueKind.LOCATION),
        ("The school cook should not be identified in the report.", CueKind.INFORMANT),
        ("He held a cushion over my face until I stopped.", CueKind.ALLEGATION),
        ("The lodger touched her in the bath that summer.", CueKind.SEXUAL_ABUSE),
        ("Petra unsettled after contact and took 12 tablets.", CueKind.SELF_HARM),
    ],
)
def test_every_wording_of_a_rule_is_reached(text: str, kind: CueKind) -> None:
    """A rule is tried only where letters stand that it needs: each of its wordings has some of them."""
    assert [cue.kind for cue in cues_in(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Today Orla told Miss Quill that her uncle touched her.", CueKind.SEXUAL_ABUSE),
        ("He says his step-brother comes into his room at night.", CueKind.SEXUAL_ABUSE),
        ("An older boy made him watch dirty films.", CueKind.SEXUAL_ABUSE),
        ("When they got there he had tied a noose in the shed.", CueKind.SELF_HARM),
        ("Mum asks that Dad is not given their new school's name.", CueKind.SECRECY),
        ("Don't ring the house, her husband checks the phone.", CueKind.SECRECY),
        ("Paternity is disputed and Kyle has not been told.", CueKind.PATERNITY),
        ("Her brothers have been looking for her since she left.", CueKind.LOCATION),
        ("He worked out where the foster carers live.", CueKind.LOCATION),
        ("He said he would set the dogs on the next one who came.", CueKind.THREAT),
        ("Her ex swore to find her when he got out.", CueKind.THREAT),
        ("She told staff he gets into their room most nights.", CueKind.SEXUAL_ABUSE),
        ("He put his hand up her skirt.", CueKind.SEXUAL_ABUSE),
        ("Her stepbrother made her touch him.", CueKind.SEXUAL_ABUSE),
        ("He must never be told our address.", CueKind.SECRECY),
        ("Her husband reads her letters.", CueKind.SECRECY),
        ("He swears he'd find them wherever they went.", CueKind.THREAT),
        ("Officers warned her of a threat to her life.", CueKind.THREAT),
        ("Dr Quill advises that the notes are withheld from him until he is well.", CueKind.OPINION),
    ],
)
def test_what_a_record_says_in_passing(text: str, kind: CueKind) -> None:
    assert kind in {cue.kind for cue in cues_in(f"Visit on Monday. {text} Lunch was at one.")}


@pytest.mark.parametrize(
    "text",
    [
        "She said the story touched her and she wept.",
        "He told me the nurse touched his arm.",
        "Mum said Nan kissed her goodbye at the gate.",
        "Uncle Ken came into her room to mend the radiator at noon.",
        "She is training in dog grooming and is grooming her dog for the show.",
        "A ligature cutter is kept in the office.",
        "They are not given the address of the hall until the day.",
        "He is looking for a flat and has been since he left college.",
    ],
)
def test_what_is_like_it_and_harmless_is_left_alone(text: str) -> None:
    assert cues_in(f"Visit on Monday. {text} Lunch was at one.") == []


def as_read(text: str, sentence: str, score: float, kind: CueKind = CueKind.PLAN) -> RawSpan:
    at = text.index(sentence)
    return RawSpan(at, at + len(sentence), HARM, score, f"harm:{kind}")


def test_what_no_phrase_gives_away_is_found_by_reading() -> None:
    text = "Visited at two. Officers mean to be at the door on Thursday before it is light. Tea was had."
    told = "Officers mean to be at the door on Thursday before it is light."
    assert not cues_in(text)
    (cue,) = cues_in(text, suspected=[as_read(text, told, 0.999)])
    assert (text[cue.start : cue.end], cue.kind, cue.why) == (told, CueKind.PLAN, CUE_WORDS[CueKind.PLAN])
    assert not cues_in(text, suspected=[as_read(text, told, SURE - 0.01)])


def test_a_phrase_says_more_than_reading() -> None:
    text = "He must not be told that it was his brother who rang us."
    (cue,) = cues_in(text, suspected=[as_read(text, text, 0.999)])
    assert cue.kind is not CueKind.PLAN


def test_a_leaflet_is_no_candidate_unless_it_is_certain() -> None:
    text = "If you are being hurt at home you can ring the helpline at any hour."
    assert not cues_in(text, suspected=[as_read(text, text, CERTAIN - 0.01)])
    assert CERTAIN > SURE and cues_in(text, suspected=[as_read(text, text, CERTAIN)])


def test_haste_leaves_the_mark_out() -> None:
    assert cues_in("Skye said dont tell mum I said.")
    assert cues_in("Skye said don't tell mum I said.")
