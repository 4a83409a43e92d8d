# SPDX-License-Identifier: AGPL-3.0-or-later
"""Is what is given for a harm below the legal test? That is serious harm to somebody's physical or mental health (DPA
2018 Sch 3 paras 2(2), 7(2), 17(2)): upset, embarrassment, anger, a damaged relationship and a likely complaint are not.

A question to whoever writes, and to whoever approves; never a refusal. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

#: Where it is said what the harm is and how likely.
SAID_IN = ("seriousness", "likelihood")
_BELOW = re.compile(
    r"\b(?:upset\w*|distress\w*|embarrass\w*|anger(?:ed)?|angry|annoy\w*|offen[dc]\w*|hurtful|hurt (?:\w+ )?feelings|"
    r"uncomfortable|awkward\w*|worr(?:y|ied|ies|ying)|sad(?:ness|dened)?|unhappy|disappoint\w*|"
    r"complain(?:s|t|ts|ing)?|"
    r"(?:damage|harm|spoil|affect|strain|hurt)\w* (?:the |their |his |her |our |a )?(?:\w+ )?(?:relationships?|trust|"
    r"reputation)|relationships? (?:\w+ ){0,3}(?:break|suffer|damaged|harmed|strained)\w*|fall(?:ing)? out|"
    r"sensitive|not (?:be )?nice|difficult (?:to read|reading|for (?:him|her|them)))\b",
    re.IGNORECASE,
)
_SERIOUS = re.compile(
    r"\b(?:suicid\w+|self[- ]harm\w*|harm (?:him|her|them)sel\w+|overdos\w+|kill\w*|die[sd]?|death|deadly|fatal\w*|"
    r"murder\w*|attack\w*|assault\w*|violen\w+|beat(?:en|ing|s)?|stab\w*|weapons?|knife|injur\w+|abus\w+|rap(?:e|ed|es)|"
    r"exploit\w+|traffick\w+|forced marriage|honour|abduct\w*|threat\w*|retaliat\w+|revenge|"
    r"(?:find|trace|track)\w* (?:him|her|them|where)|psychos[ei]s|psychotic|breakdown|relapse\w*|hospital\w*|"
    r"sectioned|trauma\w*|PTSD|depressi\w+|eating disorder|anorexi\w+|mental (?:illness|ill[- ]health|health)|"
    r"(?:physical|mental|psychological) harm|severe\w*|acute\w*|life|lives)\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|not|without|never|nor)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


def below_the_test(fields: Mapping[str, str]) -> str:
    """The words that are below the test where nothing above it is given; "" where there is nothing to ask.

    ``fields``: what was answered to a reason's questions, by name."""
    text = " \n".join(fields.get(name, "") for name in SAID_IN)
    found = _BELOW.search(text)
    if found is None or any(not _NONE.search(text[: met.start()]) for met in _SERIOUS.finditer(text)):
        return ""
    return " ".join(found[0].split())
