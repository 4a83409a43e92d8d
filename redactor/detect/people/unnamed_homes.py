# SPDX-License-Identifier: AGPL-3.0-or-later
"""The home of somebody nobody names: "the lady at number 14 rang". To a neighbour that is as good as a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redactor.detect.language.starts import starts_of, tried
from redactor.detect.people.houses import AFTER_NUMBER, OTHER_NUMBER


def _any(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


_AT_HOME = _any(
    r"neighbou?rs? lady ladies couple famil(?:y|ies) residents? tenants? occupants? occupiers? household next\sdoor"
)
_ANYBODY = _any(
    r"woman man bloke guy lad people person witness(?:es)? informants? sources? callers? referrers?"
    r" complainants? mr mrs miss ms (?:one|those|them|lot)(?=\s+(?:at|in|from))"
)
#: Where they live in relation to somebody.
_WHERE = _any(
    r"who that up down over live[sd]? living resid\w+ opposite across round there upstairs downstairs above below next"
    r" doors? two three few the a road street way is was"
)
_HOME = re.compile(
    r"(?i)(?<![\w'])(?P<home>(?:house[ \t]+)?(?:numbers?|num\.?|nos?\.?|#)[ \t]?\d{1,4}[a-z]?|"
    rf"(?:flat|apartment|apt)[ \t]+(?:no\.?[ \t]*)?\d{{1,4}}[a-z]?){AFTER_NUMBER}"
    rf"(?:[ \t]+(?:and|&|or)[ \t]+(?P<more>\d{{1,4}}[a-z]?){AFTER_NUMBER})?"
)
_WHO_BEFORE = re.compile(
    rf"(?i)(?<![\w'])(?:{_AT_HOME}|{_ANYBODY})[ \t\n,(:-]+(?:{_WHERE}[ \t\n,(:-]+){{0,6}}"
    r"(?:(?:at|in|of|from|on|by)[ \t\n]+)?\Z"
)
_TOLD = _any(
    r"calls? called complain\w* reports? reported referral rang rung phoned letters? notes? e-?mails? statements?"
    r" contact information intel tip concerns? allegations? t/?c"
)
#: "complaint from flat 11", "rang from no 17".
_HEARD_FROM = re.compile(
    rf"(?i)\b{_TOLD}\s+(?:(?:received|made|taken|came|anonymously)\s+)?(?:from|by)\s+(?:the\s+)?\Z"
)
_TELLS = _any(
    r"rang rung phon\w+ called report\w* complain\w* sa(?:id|ys) told tells hears? heard s(?:aw|een) stat(?:es|ed)"
    r" alleg\w+ witnessed describ\w+ asked wants? do(?:es)?\s?n[o']t\swant knows? mentioned"
)
_BETWEEN = _any("have has had who also both across opposite next door the road above below upstairs downstairs again")
_SAYS = re.compile(rf"(?i)[ \t\n,)]{{0,3}}(?:{_BETWEEN}[ \t\n,]+){{0,5}}{_TELLS}\b")
#: A number by itself, right behind the people who live there.
_PLAIN = re.compile(
    rf"(?i)(?<![\w'])(?:{_AT_HOME}|two[ \t]doors[ \t](?:up|down|along)|those|lot|opposite)\s+"
    r"(?:(?:who|up|down|over|living|lives|live|opposite|across|round|there)\s+){0,3}"
    rf"(?:at|in)\s+(?P<home>\d{{1,4}}[a-z]?){AFTER_NUMBER}"
)
_FAR = 80
#: The words with which the two patterns begin, the first with these letters of one; it may begin with a "#" too.
_HOME_BEGINS = ("house", "num", "no", "flat", "apartment", "apt")
_PLAIN_WORDS = """
neighbours neighbour neighbors neighbor lady ladies couple family families resident residents tenant tenants occupant
occupants occupier occupiers household next two those lot opposite
"""
_PLAIN_BEGINS = frozenset(_PLAIN_WORDS.split())


def unnamed_homes(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where a house or flat is called by its number for whoever lives there: (start, end, whether that is sure)."""
    starts = starts_of(text)
    for match in tried(_HOME, text, sorted({*starts.beginning(_HOME_BEGINS), *starts.holding("#")})):
        before = text[max(match.start() - _FAR, 0) : match.start()]
        if OTHER_NUMBER.search(before):
            continue
        sure = bool(_WHO_BEFORE.search(before) or _HEARD_FROM.search(before))
        if sure or _SAYS.match(text, match.end()):
            yield *match.span("home"), sure
            if match["more"]:
                yield *match.span("more"), sure
    for match in tried(_PLAIN, text, starts.of(_PLAIN_BEGINS)):
        yield *match.span("home"), bool(_SAYS.match(text, match.end()))
