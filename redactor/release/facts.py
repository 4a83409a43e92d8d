# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a release says about itself, and what came of writing or checking it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from redactor.domain.plan import Redaction
from redactor.release.logs.entries import LogLine
from redactor.release.widths import Width, counted


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """What the cover, the logs and the manifest say. Everything here is fit for the requester's eyes.

    ``approved_at`` is UTC, ISO 8601: the only date in a release; a draft has none. ``vouched`` is true when
    the approver's key is on a roster signed by ``office``. ``office_key`` is
    the office's public key (hex), by which offices of the same name are told apart. ``head`` is the journal's
    head at approval. In
    drafts nothing of the approval and no ``head`` is written, so that a draft depends on nothing hidden.
    """

    reference: str
    subject: str
    draft: bool = True
    approved_by: str = ""
    approved_at: str = ""
    office: str = ""
    vouched: bool = False
    office_key: str = ""
    head: str = ""
    versions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """One rule of the verification: its name, what it holds, whether it held, and what broke it.

    ``problems`` name pages of the release and never quote anything that was held back.
    """

    rule: str
    holds: str
    passed: bool
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VerificationReport:
    """The outcome of all rules; ``verified`` only when every one held. ``draft`` releases are verified as
    burned and stay unfit for release."""

    draft: bool
    verified: bool
    rules: tuple[RuleOutcome, ...]
    counts: tuple[tuple[str, int], ...] = ()
    engines: tuple[tuple[str, str], ...] = ()

    @property
    def problems(self) -> tuple[str, ...]:
        return tuple(problem for rule in self.rules for problem in rule.problems)


@dataclass(frozen=True, slots=True)
class Released:
    """A numbered redaction as released: what the requester is told, and what the office keeps to itself.

    ``line`` is the disclosable log's line; ``redactions`` are what it stands for (several for a slip sheet);
    ``widths`` what became of each of its boxes.
    """

    line: LogLine
    redactions: tuple[Redaction, ...]
    widths: tuple[Width, ...] = ()


@dataclass(frozen=True, slots=True)
class ReleaseResult:
    """A finished release: where it lies, its PDFs in order, its figures, and the manifest's SHA-256 (hex).
    ``not_as_released`` says of a draft which of its pages will not be so in a release, and why."""

    folder: Path
    files: tuple[Path, ...]
    pages: int
    words: int
    released: tuple[Released, ...]
    report: VerificationReport
    manifest_sha256: str
    not_as_released: tuple[str, ...] = ()

    @property
    def redactions(self) -> int:
        return sum(not released.line.left_out for released in self.released)

    @property
    def widths(self) -> dict[str, int]:
        """How many boxes have a width of their own, and how many still show how wide is what they hide."""
        return counted(width for released in self.released for width in released.widths)
