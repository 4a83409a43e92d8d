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
from redactor.detect.language.passages import sentences, together
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
LEAST, FEWEST = 0.8, 4
#: Nor one that by itself is more likely harmless: the sentence before it is then what speaks for harm.
LIKELY = 0.5
_WORD = re.compile(r"[^\W\d_]{2,}")


def suspected(text: str, starts: NDArray[np.int64], telling: NDArray[np.float32]) -> list[RawSpan]:
    """The sentences that look like one, each with the kind it looks most like and how much (0 to 1): as much as it does
    together with the one before it in its paragraph, for "he threatened to" ends in jest as often as in harm.

    ``starts`` is where each word begins, ``telling`` its outputs: see :class:`redactor.detect.layers.encoder.Seen`.
    """
    parts = sentences(text)
    first = np.searchsorted(starts, [part.start for part in parts])
    last = np.searchsorted(starts, [part.end for part in parts])
    found: list[RawSpan] = []
    for number, part in enumerate(parts):
        if last[number] - first[number] < FEWEST or len(_WORD.findall(part.text)) < FEWEST:
            continue
        alone = _chances(telling[first[number] : last[number]])
        harm = 1 - float(alone[0])
        if harm < LIKELY:
            continue
        if number and together(text, parts[number - 1], part):
            harm = 1 - float(_chances(telling[first[number - 1] : last[number]])[0])
        if harm >= LEAST:
            kind = KINDS[1 + int(alone[1:].argmax())]
            found.append(RawSpan(part.start, part.end, HARM, round(harm, 5), f"harm:{kind}"))
    return found


def _chances(words: NDArray[np.float32]) -> NDArray[np.float32]:
    """How likely each of ``KINDS`` is by the outputs of these words."""
    weights = np.exp(words[:, 0] - words[:, 0].max())
    logits = weights @ words[:, 1:] / weights.sum()
    likely = np.exp(logits - logits.max())
    chances: NDArray[np.float32] = likely / likely.sum()
    return chances
