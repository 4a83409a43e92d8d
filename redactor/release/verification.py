# SPDX-License-Identifier: AGPL-3.0-or-later
"""The report of the verification that goes with a release: verification.json for programs, verification.pdf to read."""

from __future__ import annotations

from pathlib import Path

from redactor.release import verification_wording as say
from redactor.release import wording
from redactor.release.burn.front import plain_date
from redactor.release.facts import ReleaseFacts, VerificationReport
from redactor.release.letter import Letter, heading, paragraph, table
from redactor.release.manifest import write_json

#: What each count is called on paper, in the order in which they are told.
_COUNTS = {
    "pages": say.PAGES,
    "words": say.WORDS,
    "boxes": say.BOXES,
    "pages_compared_in_part": say.PAGES_IN_PART,
}


def write_verification(folder: Path, report: VerificationReport, facts: ReleaseFacts) -> None:
    """Write the report of a release that was found right into its folder, in both forms."""
    write_json(
        folder / "verification.json",
        {
            "verified": report.verified,
            "draft": report.draft,
            "rules": [
                {"rule": rule.rule, "holds": rule.holds, "passed": rule.passed, "problems": list(rule.problems)}
                for rule in report.rules
            ],
            "counts": dict(report.counts),
            "engines": dict(report.engines),
        },
    )
    (folder / say.FILE).write_bytes(_paper(report, facts).pdf(say.HEADING, draft=report.draft))


def _paper(report: VerificationReport, facts: ReleaseFacts) -> Letter:
    about = [wording.COVER_REFERENCE.format(reference=facts.reference), *([facts.office] if facts.office else [])]
    if not facts.draft and facts.approved_by:
        approved = wording.COVER_APPROVED.format(name=facts.approved_by, date=plain_date(facts.approved_at))
        about.append(approved)
    counts = dict(report.counts)
    checks = [(f"{rule.holds[:1].upper()}{rule.holds[1:]}.", say.PASSED) for rule in report.rules]
    counted = [(words, f"{counts[name]:,}") for name, words in _COUNTS.items() if name in counts]
    blocks = (
        heading(say.HEADING),
        paragraph("\n".join(about)),
        paragraph(say.WHAT),
        paragraph(say.PASSED_ALL.format(count=len(report.rules))),
        table([(say.CHECK, say.RESULT), *checks], (0.84, 0.16)),
        heading(say.COUNTED_TITLE, 2),
        table([(say.COUNTED, say.NUMBER), *counted], (0.84, 0.16)),
        heading(say.ENGINES_TITLE, 2),
        table([(say.ENGINE, say.VERSION), *report.engines], (0.5, 0.5)),
        heading(say.AGAIN_TITLE, 2),
        paragraph(say.AGAIN),
    )
    return Letter(say.TITLE.format(reference=facts.reference), blocks, say.HEADING)
