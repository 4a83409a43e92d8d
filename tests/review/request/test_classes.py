# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which class of data a paper is proposed as, by the words at its top."""

from __future__ import annotations

import pytest

from redactor.review.request.classes import propose


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("social_work", "CARE ACT ASSESSMENT\nName: Doris Mabb\nAdult Social Care\nShe needs help to wash and dress."),
        ("social_work", "Assessment of need\nOutcomes: nutrition. Eligible: yes. Indicative personal budget £120."),
        ("social_work", "Carer's assessment\nI care for my wife, who has dementia. I would like a break."),
        ("social_work", "MCA1 Record of capacity\nDecision: to manage finances. Best interests to follow."),
        ("social_work", "Support plan review 2021\nWhat is working: she likes the garden."),
        ("social_work", "Supervised contact note\nContact centre. Mum was five minutes late, and cuddled the baby."),
        ("health", "Weir Street Surgery\nDear colleague\nThis patient's BP was 140/90 and her bloods were normal."),
        ("health", "HV contact. Baby seen in clinic, weight on the 25th centile. Red book updated. EPDS 4."),
        ("education", "CPOMS incident\nStudent: T W, Year 5\nThe teacher saw that T was upset in class."),
        ("other", "Tenancy agreement\nThe tenant shall pay the rent weekly. Arrears letter sent."),
        ("other", "Hi, can you bring the forms on Monday? Thanks."),
    ],
)
def test_a_record_is_proposed_as_what_its_words_say(kind: str, text: str) -> None:
    found = propose("d1", "scan0001.pdf", text)
    assert found.kind == kind, found.why


def test_a_hubs_contact_record_that_names_a_plan_of_the_schools_is_social_work_data() -> None:
    text = "MULTI-AGENCY SAFEGUARDING HUB  CONTACT RECORD  LCS 118034\nMARSH Reece 14/03/2006 M Hollybank Sch EHCP Y\n"
    assert propose("a", "d07.pdf", text).kind == "social_work"


def test_older_case_sheets_that_speak_of_clinics_are_social_work_data() -> None:
    text = (
        "COUNTY SOCIAL SERVICES DEPARTMENT\nCASE RECORD SHEET\n\nReferral from Health Visitor at the Clinic. Seen "
        "at the Infirmary: no treatment. The GP and the nurse rang. Care order made."
    )
    assert propose("d", "Volume 1.pdf", text).kind == "social_work"
