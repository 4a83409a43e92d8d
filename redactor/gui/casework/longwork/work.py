# SPDX-License-Identifier: AGPL-3.0-or-later
"""Work that takes a while: taking in documents, analysis, the gate, export. Each tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from redactor.casefile.identity import Identity
from redactor.domain.errors import Cancelled as Stopped
from redactor.domain.errors import Refused
from redactor.domain.saying import say
from redactor.gui.casework.longwork.copying import bring_back, hand_over
from redactor.gui.casework.session import Session
from redactor.operations.approving import approve as gate
from redactor.operations.approving.taken_back import submission_taken_back
from redactor.operations.checking.sound import soundness_problems
from redactor.operations.deciding import replacing
from redactor.operations.deciding.replacing import Replaced
from redactor.operations.finding.analyse import Analysed, find_people
from redactor.operations.finding.analyse import analyse as analyse_case
from redactor.operations.intake.intake import Added, add_paths
from redactor.operations.progress import Progress, silent
from redactor.operations.view import CaseView

__all__ = ["bring_back", "hand_over"]

Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Exported:
    folder: str
    files: tuple[str, ...]
    pages: int
    redactions: int
    draft: bool
    rules: tuple[tuple[str, bool], ...]
    widths: str = ""
    not_as_released: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the files given; ``taken_back`` says that a submission does not stand any more, "" else."""

    results: list[Added]
    taken_back: str = ""


def add(
    session: Session, progress: Progress, cancelled: Cancelled, paths: list[str], passwords: tuple[str, ...] = ()
) -> Taken:
    view = CaseView(session.open_case)
    before = view.state.submission, view.state.approval
    results = add_paths(
        session.open_case,
        [Path(path) for path in paths],
        session.working(),
        passwords=passwords,
        signer=session.identity,
        progress=progress,
        cancelled=cancelled,
    )
    return Taken(results, submission_taken_back(view.refresh(), *before, analysing=True))


def replace_with(
    session: Session, progress: Progress, cancelled: Cancelled, old: str, path: str, passwords: tuple[str, ...] = ()
) -> Replaced:
    """Take a file in, read it and put it in the place of the document with this SHA-256."""
    view = CaseView(session.open_case)
    return replacing.replace_with(
        view,
        view.documents[old],
        Path(path),
        session.working(),
        passwords=passwords,
        signer=session.identity,
        progress=progress,
        cancelled=cancelled,
    )


def analyse(session: Session, progress: Progress, cancelled: Cancelled) -> Analysed:
    """Read the text and find people in it; scans are read behind (:mod:`redactor.gui.casework.longwork.scanning`)."""
    return analyse_case(session.open_case, session.working(), scans=False, progress=progress, cancelled=cancelled)


def find_again(session: Session, cancelled: Cancelled) -> None:
    """Find people in what was read of the scans meanwhile."""
    case = session.case
    if case is None or case.read_only:
        return
    try:
        find_people(case, session.working(), cancelled=lambda: cancelled() or session.case is not case)
    except Stopped:
        pass
    except ValueError:
        # The case was closed under it.
        if session.case is case:
            raise


def export(
    session: Session,
    progress: Progress,
    cancelled: Cancelled,
    out: str,
    draft: bool = False,
    layout: str = "bundle",
    internal_log: str = "",
    guide: bool = False,
) -> Exported:
    from redactor.operations.releasing.export import export as export_case
    from redactor.release.widths import told_in_words

    result = export_case(
        CaseView(session.open_case),
        Path(out),
        session.working(),
        draft=draft,
        layout=layout,
        internal_log=Path(internal_log) if internal_log else None,
        guide=guide,
        signer=session.identity,
        progress=progress,
        cancelled=cancelled,
    )
    return Exported(
        str(result.folder),
        tuple(Path(file).name for file in result.files),
        result.pages,
        result.redactions,
        draft,
        tuple((rule.holds, rule.passed) for rule in result.report.rules),
        told_in_words(result.widths),
        result.not_as_released,
    )


# -- the gate: on the counting view, since it works the whole case out ------------------------------------


def submit(session: Session, progress: Progress = silent) -> None:
    gate.submit(
        session.counting,
        _identity(session, say("submitting a case needs your identity")),
        session.working(),
        progress=progress,
    )


def approve(session: Session) -> None:
    gate.approve(session.counting, _identity(session, say("approving a case needs your identity")))


def send_back(session: Session, comment: str) -> None:
    gate.send_back(session.counting, _identity(session, say("returning a case needs your identity")), comment)


def _identity(session: Session, otherwise: str) -> Identity:
    """Who is signed in. Raises Refused, which says ``otherwise``."""
    if session.identity is None:
        raise Refused(otherwise, do="Sign in first")
    return session.identity


def check(session: Session, progress: Progress, cancelled: Cancelled) -> list[str]:
    """Problems of the case file, in plain words; empty when it is sound."""
    return soundness_problems(session.open_case)


def verify(session: Session, progress: Progress, cancelled: Cancelled, folder: str) -> tuple[bool, tuple[str, ...]]:
    """Verify a released folder again."""
    from redactor.operations.releasing.export import verify_folder

    report = verify_folder(CaseView(session.open_case), Path(folder), session.working())
    return report.verified, report.problems


def sample_now(session: Session) -> tuple[list[tuple[int, str, int, str, str]], int]:
    """The sample of what stays readable (number, document, page, layer, words), and of how many passages it is."""
    from redactor.operations.approving.sample import sample

    drawn, units = sample(session.counting)
    return [(p.number, p.unit.document, p.unit.page, p.unit.layer, p.text) for p in drawn], len(units)


def sample_read(session: Session, missed: list[int]) -> str:
    """Put on record that the sample was read; what follows for the rest, in words."""
    from redactor.operations.approving.sample import record_sample
    from redactor.review.checks.sample import said_estimate

    _, said = record_sample(
        session.counting, missed, _identity(session, say("reading a sample of a case needs your identity"))
    )
    return said_estimate(said)
