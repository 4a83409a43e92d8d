# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which class of data a document is: health, education, social work or none. Proposed here, confirmed by people.

DPA 2018 Sch 3 para 7(1): social work data is what is neither health nor education data; so health comes first, then
education. The proposal counts telling words in the name and the first pages: it saves work, it decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from redactor.domain.catalogue import CLASSES
from redactor.domain.journal import Anchor, Event
from redactor.domain.saying import said_all
from redactor.review.decisions.anchors import is_covered, same_place

#: Every class a document can have, in words; "other" is data without rules of its own.
NAMES: Mapping[str, str] = said_all(
    {
        "health": "Health data",
        "education": "Education data",
        "social_work": "Social work data",
        "other": "None of the three",
    }
)
assert set(CLASSES) < set(NAMES)
#: Words that stand in a document of the class; those in the second group count more in its first lines, and most in its
#: name.
_TELLING: Mapping[str, tuple[str, str]] = {
    "health": (
        r"patients?|diagnos\w+|medication|prescri\w+|symptoms?|consultant|paediatric\w*|psychiatr\w+|therap\w+|"
        r"admitted|overdose|dosage|blood|examination|clinical\w*|nurse|GP|mental health|treatment|surgery|antenatal|"
        r"midwi\w+|paramedic\w*|immunis\w+|perinatal|BP|bloods|(?:\d+(?:st|nd|rd|th) )?centile|EPDS|MMSE|dementia|"
        r"catheter",
        r"discharge (?:letter|summary|notification)|hospital|NHS(?! n)|CAMHS|health centre|"
        r"medical (?:letter|report|practice)|"
        r"health visitor|ward|outpatients?|clinic|A&E|health assessment|ambulance|maternity|CMHT|GP summary|surgery|"
        r"medical centre|red book",
    ),
    "education": (
        r"pupils?|attendance|curriculum|lessons?|classroom|homework|SENCO|tutor|exclusion|detention|key stage|"
        r"teachers?|form group|attainment|year \d+|school|student|class(?:room)?|special educational needs",
        r"academy|primary school|high school|secondary school|school report|pastoral log|EHCP|"
        r"education,? health and care|personal education plan|college|headteacher|head teacher|UPN|CPOMS",
    ),
    # Sections: Children Act 1989, ss 17, 20, 31 and 47; Care Act 2014, ss 9 and 42.
    "social_work": (
        r"social workers?|foster\w*|placements?|safeguarding|care plan|home visit|looked after|contact order|"
        r"section (?:9|17|20|31|42|47)|risk of harm|supervision|kinship|allocated|personal care|carers?|care needs|"
        r"reablement|home care|care package|direct payments?|personal budget|eligib\w+|well-?being|best interests|"
        r"mental capacity|lacks capacity|support worker|day centre|respite|parenting|contact centre|care worker|"
        r"advocate|independent living|outcomes?|budget|eligible|young person|parental responsibility",
        r"social services|social work department|case (?:record|sheet)|children in care|boarding[- ]out|care order|"
        r"child protection|guardian ad litem|"
        r"children'?s services|strategy (?:meeting|discussion)|child (?:and|in) (?:family|need)|case notes?|"
        r"LAC review|pathway plan|core group|chronology|social care|conference|"
        r"adults?'? services|looked after (?:child )?review|family assessment|LAC|care act|needs assessment|"
        r"care (?:and|&) support|support plan|carer'?s assessment|mental capacity (?:act|assessment)|best interests|"
        r"DoLS|deprivation of liberty|safeguarding adults?|adult safeguarding|parenting assessment|initial assessment|"
        r"core assessment|single assessment|viability assessment|return (?:home )?interview|private fostering|"
        r"assessment of need|record of capacity|MCA ?[12]|youth justice|AssetPlus|youth offending|contact note|"
        r"special guardianship|adoption|MASH|multi-agency safeguarding(?: hub)?|contact record|running record|LCS|"
        r"placement (?:plan|log|meeting)|children'?s home|daily log|missing (?:episode|from (?:home|care))|"
        r"fostering (?:panel|report|log)|contact (?:log|supervision)",
    ),
}
_PATTERNS = {
    name: tuple(re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in pair) for name, pair in _TELLING.items()
}
#: A class is proposed from this many points on; fewer are chance words.
ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """A class for one document, and the words that speak for it."""

    document: str
    kind: str
    why: str


def propose(document: str, name: str, text: str) -> Proposal:
    """The class that the document's name and first words speak for; "other" where nothing does."""
    head = text[:400]
    points: dict[str, int] = {}
    found: dict[str, list[str]] = {}
    for kind, (plain, heavy) in _PATTERNS.items():
        named, strong = heavy.findall(name), heavy.findall(head)
        weak = [*plain.findall(name), *plain.findall(text), *heavy.findall(text)]
        # A word counts a few times at most: a name on every line makes no letter a school report.
        counts = {word: min(sum(w.lower() == word for w in weak), 3) for word in {w.lower() for w in weak}}
        points[kind] = 8 * bool(named) + 3 * len({word.lower() for word in strong}) + sum(counts.values())
        found[kind] = list(dict.fromkeys(word.lower() for word in (*named, *strong, *weak)))
    best = max(points, key=lambda kind: (points[kind], -list(NAMES).index(kind)))
    if points[best] < ENOUGH:
        return Proposal(document, "other", "no words that tell")
    return Proposal(document, best, ", ".join(found[best][:5]))


class Classes:
    """The classes that people confirmed, by document; and of passages that are of another class than their document.
    Folded event by event."""

    def __init__(self) -> None:
        self.confirmed: dict[str, str] = {}
        self.passages: list[tuple[Anchor, str]] = []

    def apply(self, event: Event) -> None:
        for entry in event.payload["classes"]:
            if "anchor" not in entry:
                self.confirmed[str(entry["document"])] = str(entry["class"])
                continue
            anchor = Anchor.from_json(entry["anchor"])
            self.passages = [pair for pair in self.passages if not _same(pair[0], anchor)]
            self.passages.append((anchor, str(entry["class"])))

    def of(self, anchor: Anchor) -> str:
        """The class of what stands at a place: the passage's own, else its document's; "" where nobody confirmed."""
        for passage, kind in reversed(self.passages):
            here = passage.document == anchor.document and passage.page == anchor.page
            if here and is_covered(anchor.boxes, passage.boxes):
                return kind
        return self.confirmed.get(anchor.document, "")

    def to_json(self) -> dict[str, Any]:
        passages = [[anchor.to_json(), kind] for anchor, kind in self.passages]
        return {**dict(sorted(self.confirmed.items())), **({"passages": passages} if passages else {})}


def _same(one: Anchor, other: Anchor) -> bool:
    return (one.document, one.page) == (other.document, other.page) and same_place(one.boxes, other.boxes)
