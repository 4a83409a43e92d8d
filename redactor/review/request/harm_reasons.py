# SPDX-License-Identifier: AGPL-3.0-or-later
"""Under which test of serious harm a passage is proposed to be held back, and why: health data, education data and
social work data have each their own (DPA 2018 Sch 3 paras 5, 19 and 11). A proposal: whoever decides changes it. Pure.

Health comes first wherever it stands, since social work data is what is neither health nor education data (para 7(1)),
and a health professional's opinion is wanted for it. After that the class of the paper decides, as people confirmed it,
or as its words speak for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from redactor.domain.cues import CUE_WORDS, CueKind, HarmCue
from redactor.domain.geometry import Box
from redactor.domain.saying import said_all, say
from redactor.review.decisions.anchors import is_covered

#: The reason of each class of data, the stronger first.
BY_CLASS: Mapping[str, str] = {"health": "H-HARM", "education": "ED-HARM", "social_work": "SW-HARM"}
#: Each class in the words of a caseworker, within a sentence.
CLASS_WORDS: Mapping[str, str] = said_all(
    {"health": "health data", "education": "education data", "social_work": "social work data"}
)
#: So many of the words that speak for a class are shown.
FEW = 3
#: What tells of somebody's body or mind, and of their care (DPA 2018 s.205(1)): the name of a clinic alone does not.
_HEALTH = re.compile(
    r"\b(?:diagnos\w+|medicat\w+|prescri(?:bed|ption)\w*|psychiatr\w+|psycholog\w+|psychos[ie]s|psychotic|"
    r"self[- ]harm\w*|suicid\w+|overdos\w+|antidepressants?|HIV|hepatitis|cancer|tumours?|dementia|alzheimer\w*|"
    r"epilep\w+|schizophreni\w+|bipolar|miscarri\w+|abortions?|terminat\w+ (?:of )?(?:the |a |her )?pregnanc\w+|"
    r"mental (?:health|illness)|clinical\w*|symptoms?|terminally ill|biops\w+|chemotherapy|eating disorder|anorexi\w+|"
    r"PTSD|post[- ]traumatic|depressi(?:on|ve)|detox\w*|relapse[sd]?|sexual health)\b",
    re.IGNORECASE,
)
#: Somebody's words or view, and not only that they were there.
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys)|advis\w+|told|tells|report(?:s|ed)|fe(?:els|lt)|thinks|thought|believe[sd]?|consider(?:s|ed)|"
    r"recommend\w+|view|opinion|assess\w+|concern(?:s|ed)?|wrote|writes|noted|formulation)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """What is known of the class of a page's paper. ``kind``: one of :data:`BY_CLASS`, "other", or "" where that is not
    known; ``confirmed`` by a person, else proposed for its ``words``. ``passages``: places on the page, in points, that
    a person said are of another class than the paper."""

    kind: str = ""
    confirmed: bool = False
    words: str = ""
    passages: tuple[tuple[tuple[Box, ...], str], ...] = ()


def propose(paper: Paper, boxes: Iterable[Box], text: str, clinicians: Iterable[str] = ()) -> tuple[str, str]:
    """The code of the reason for a passage, and why it is that one, in a sentence. ``clinicians``: names of health
    professionals in it."""
    boxes = tuple(boxes)
    for places, kind in reversed(paper.passages):
        if boxes and kind in BY_CLASS and is_covered(boxes, places):
            return BY_CLASS[kind], say("this passage was confirmed to be {kind}", kind=CLASS_WORDS[kind])
    if paper.kind != "health" and (told := _HEALTH.search(text)):
        return BY_CLASS["health"], say(
            "“{words}” tells of somebody's health, which is health data in any paper", words=told[0]
        )
    if paper.kind != "health" and _SAYS.search(text):
        for name in clinicians:
            return BY_CLASS["health"], say("it gives the view of {name}, a health professional", name=name)
    if paper.confirmed and paper.kind in BY_CLASS:
        return BY_CLASS[paper.kind], say("this paper was confirmed to be {kind}", kind=CLASS_WORDS[paper.kind])
    if paper.confirmed:
        return BY_CLASS["social_work"], say(
            "this paper was confirmed to be neither health, education nor social work data, and only those have a test "
            "of serious harm. Look whether another reason is meant"
        )
    if paper.kind in BY_CLASS:
        words = ", ".join(paper.words.split(", ")[:FEW])
        return BY_CLASS[paper.kind], say(
            "this paper looks like {kind}, by its words ({words})", kind=CLASS_WORDS[paper.kind], words=words
        )
    return BY_CLASS["social_work"], say(
        "nothing in this paper says that it is health or education data, and what else social services hold is social "
        "work data"
    )


def propose_for(cue: HarmCue, paper: Paper) -> tuple[str, str]:
    """The same for a candidate: what may be a police matter, a source or legal advice has a reason of its own."""
    if cue.reason not in BY_CLASS.values():
        return cue.reason, say("it looks like {kind}", kind=CUE_WORDS[cue.kind])
    if cue.data_class == "health" and (not paper.confirmed or cue.kind in (CueKind.SELF_HARM, CueKind.OPINION)):
        return BY_CLASS["health"], say("it looks like {kind}, which is health data here", kind=CUE_WORDS[cue.kind])
    return propose(paper, cue.boxes, cue.text)
