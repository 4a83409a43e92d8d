# SPDX-License-Identifier: AGPL-3.0-or-later
"""How much a sentence looks like one that may do harm when it is disclosed, by what the encoder makes of its words.

Beside its labels the encoder gives for each word how telling it is, and how much it speaks for each kind of
:class:`CueKind`, and for none. It was taught by passages written by hand (models/recipe/encoder/harm).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from redactor.detect.language.found import HARM, RawSpan
from redactor.detect.language.passages import sentences
from redactor.domain.cues import CueKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: The outputs after how telling a word is, in order.
KINDS = (
    "none",
    *(CueKind.LOCATION, CueKind.SECRECY, CueKind.OPINION, CueKind.SELF_HARM, CueKind.ALLEGATION, CueKind.THREAT),
    *(CueKind.DOMESTIC_ABUSE, CueKind.PATERNITY, CueKind.INFORMANT, CueKind.SEXUAL_ABUSE, CueKind.FORCED_MARRIAGE),
    *(CueKind.INTELLIGENCE, CueKind.PLAN, CueKind.PRIVILEGE),
)
#: A sentence less like one than this is not kept; nor is one of fewer words (a date, "Yes (on file)").
LEAST, FEWEST = 0.9, 4
_WORD = re.compile(r"[^\W\d_]{2,}")


def suspected(text: str, starts: NDArray[np.int64], telling: NDArray[np.float32]) -> list[RawSpan]:
    """The sentences that look like one, each with the kind it looks most like and how much (0 to 1).

    ``starts`` is where each word begins, ``telling`` its outputs: see :class:`redactor.detect.layers.encoder.Seen`.
    """
    parts = sentences(text)
    first = np.searchsorted(starts, [part.start for part in parts])
    last = np.searchsorted(starts, [part.end for part in parts])
    found: list[RawSpan] = []
    for number, part in enumerate(parts):
        if last[number] - first[number] < FEWEST or len(_WORD.findall(part.text)) < FEWEST:
            continue
        words = telling[first[number] : last[number]]
        weights = np.exp(words[:, 0] - words[:, 0].max())
        logits = weights @ words[:, 1:] / weights.sum()
        chances = np.exp(logits - logits.max())
        chances /= chances.sum()
        harm = 1 - float(chances[0])
        if harm >= LEAST:
            kind = KINDS[1 + int(chances[1:].argmax())]
            found.append(RawSpan(part.start, part.end, HARM, round(harm, 5), f"harm:{kind}"))
    return found
