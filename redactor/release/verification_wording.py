# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every fixed sentence of the printed report of the verification. Strings only: the report prints them, and the
verifier takes their words as the only words it may hold besides its own rules, numbers, programs and the facts of the
cover."""

from __future__ import annotations

from typing import Final

FILE: Final = "verification.pdf"
TITLE: Final = "How this release was checked, reference {reference}"
HEADING: Final = "How this release was checked"
WHAT: Final = (
    "Before these files were given to anybody, a second program, which shares no code with the one that made them, "
    "read every page again. It compared each with the paper it came from, drawn by another engine, and looked for "
    "everything that was held back: in the text, in the pictures, and in every part of the files. Nothing is released "
    "unless every check is passed."
)
PASSED_ALL: Final = "All {count} checks were passed."
CHECK: Final = "What was made sure of"
RESULT: Final = "Result"
PASSED: Final = "Passed"
COUNTED_TITLE: Final = "What was counted"
COUNTED: Final = "Counted"
NUMBER: Final = "Number"
PAGES: Final = "Pages"
WORDS: Final = "Words that stay, each found once and in its place"
BOXES: Final = "Boxes, each of one flat colour"
PAGES_IN_PART: Final = "Pages that could be compared with their source only in part"
ENGINES_TITLE: Final = "What it was checked with"
ENGINE: Final = "Program"
VERSION: Final = "Version"
AGAIN_TITLE: Final = "Checking again"
AGAIN: Final = (
    "The file manifest.json gives the SHA-256 of every file of this release, this one too: a file that still has its "
    "own was not changed. Whoever holds the case can repeat every check, on another computer as well."
)
