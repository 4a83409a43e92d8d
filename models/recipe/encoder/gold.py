# SPDX-License-Identifier: AGPL-3.0-or-later
"""Public gold, read from a folder given by the caller and never copied into the project.

Broad Twitter Corpus sections a, b, g (CC-BY 4.0), WNUT17 train (CC-BY 4.0), Wikigold (CC-BY 4.0), and some of
presidio-research's made-up sentences (MIT).
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from models.recipe.encoder.notes import ORG, PERSON, PLACE, THING, O, Text

KINDS = {"PER": PERSON, "person": PERSON, "LOC": PLACE, "location": PLACE, "geo-loc": PLACE, "facility": PLACE, "ORG": ORG, "corporation": ORG, "group": ORG, "company": ORG}
NO_BLANK_BEFORE = re.compile(r"[.,;:!?)\]'’%]|'s|n't|'[a-z]+$")


def _sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        parts = line.split()
        if len(parts) < 2:
            if rows:
                yield rows
            rows = []
        elif parts[0] != "-DOCSTART-":
            rows.append((parts[0], parts[-1]))
    if rows:
        yield rows


def _joined(rows: list[tuple[str, str]]) -> Text:
    text = Text()
    before = "O"
    for number, (word, tag) in enumerate(rows):
        kind = KINDS.get(tag[2:], THING) if tag != "O" and word != "@" else O
        goes_on = tag.startswith("I-") and before[2:] == tag[2:]
        if number and not NO_BLANK_BEFORE.match(word) and not (rows[number - 1][0] in {"(", "[", "@", "#", "$", "£"}):
            text.add(" ", O)
            if goes_on:
                text.labels[-1] = kind
        start = len(text.labels)
        text.add(word, kind)
        if goes_on and kind == PERSON:
            text.labels[start] = PERSON
        before = tag
    return text


def _presidio(path: Path) -> Iterator[Text]:
    for row in json.loads(path.read_text(encoding="utf-8")):
        text = Text()
        text.add(row["full_text"])
        for span in row["spans"]:
            kind = {"PERSON": PERSON, "STREET_ADDRESS": PLACE, "GPE": PLACE, "ORGANIZATION": ORG}.get(span["entity_type"])
            if kind is None:
                continue
            a, b = span["start_position"], span["end_position"]
            text.labels[a:b] = [kind] * (b - a)
            if kind == PERSON:
                text.labels[a] = 1
        yield text


def gold(folder: Path, rng: random.Random, held_back: bool = False) -> list[Text]:
    """Sentences put together to passages of a few, as they follow each other in their corpus.

    The last tenth of each corpus is held back from training: that is what ``held_back`` gives.
    """
    out: list[Text] = []
    for name, most in (("btc.a", 3), ("btc.b", 3), ("btc.g", 3), ("wnut17train.conll", 3), ("wikigold.conll", 6)):
        together: Text | None = None
        left = 0
        sentences = list(_sentences(folder / name))
        cut = len(sentences) * 9 // 10
        for rows in sentences[cut:] if held_back else sentences[:cut]:
            text = _joined(rows)
            if together is None:
                together, left = text, rng.randint(0, most)
            else:
                together.add(rng.choice([" ", "\n"]))
                together.chars += text.chars
                together.labels += text.labels
                left -= 1
            if left <= 0:
                out.append(together)
                together = None
    if held_back:
        return out
    made = list(_presidio(folder / "presidio_synth_v2.json"))
    out += rng.sample(made, min(400, len(made)))
    return out
