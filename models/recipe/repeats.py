# SPDX-License-Identifier: AGPL-3.0-or-later
"""Templates that repeat the passages they are measured on: a figure is worth nothing when the network has read its sentences.

    python -m models.recipe.repeats     # lists them; the exit status is 1 when there are any

A sentence of a template, or of a passage written for training, repeats a passage when it stands there with anything for its slots, or when five words in a row
are the passage's. Shorter bits ("Date of next meeting") are what all records are made of.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from models.recipe.encoder.written import passages, unmarked
from models.recipe.measure import marked

HERE = Path(__file__).parent
#: Letters a sentence has, without its slots, before it can be called a repeat, and words in a row that are one.
LETTERS, RUN = 16, 5
#: What every such paper has.
USUAL = {r"Name\tDOB\tRelationship\tPR?\tAddress", "B E T W E E N"}
_SLOT = re.compile(r"\{[^}]*\}")
_WORD = re.compile(r"[a-z']+")


def held_back() -> list[str]:
    """Every passage written for measuring, small, on one line."""
    files = sorted((HERE / "heldback").glob("*.txt"))
    return [re.sub(r"\s+", " ", record["text"]).casefold() for file in files for record in marked(file)]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text)
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def _stands(text: str, passage: str) -> bool:
    """Whether a sentence, its slots marked, stands in a passage. Looking for its words one by one first is what makes it quick."""
    if not all(part.strip(" .!?") in passage for part in text.split("\1")):
        return False
    return re.search(r"\b" + re.escape(text.strip(".!?")).replace("\1", r".{1,24}?"), passage) is not None


def repeated(lines: list[str], passages: list[str]) -> list[str]:
    """The sentences of the template ``lines`` that one of the ``passages`` holds."""
    runs = set().union(*map(_runs, passages))
    found = []
    for line in lines:
        if line.startswith(("#", "[")) or line in USUAL:
            continue
        for sentence in re.split(r"(?<=[.!?])\s+|\\n", line):
            text = _SLOT.sub("\1", sentence.replace("\\t", " ")).casefold().strip()
            long = len(re.findall("[a-z]", text)) >= LETTERS
            if (long and any(_stands(text, p) for p in passages)) or any(_runs(part) & runs for part in text.split("\1")):
                found.append(sentence)
    return found


def taught() -> list[str]:
    """Every line of the templates and of the passages written for training."""
    files = sorted((HERE / "encoder").glob("*.txt"))
    texts = [file.read_text(encoding="utf-8") for file in files] + [unmarked(passage) for passage in passages()]
    return [line for text in texts for line in text.split("\n")]


def main() -> int:
    lines = taught()
    found = repeated(lines, held_back())
    print("\n".join(found) or "nothing taught repeats a passage")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
