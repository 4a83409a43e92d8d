# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the window asks and decides about what goes out and what comes after: letters, sending, questions, keeping."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from redactor.domain.dates import british
from redactor.domain.errors import BadInput, Refused
from redactor.domain.saying import count, joined, say
from redactor.gui.casework.session import Session
from redactor.gui.casework.told.outgoing import AgainNow, DueRow, ErasingNow, KeepingNow, LetterNow, NumberRow
from redactor.operations.intake.confirming import unnamed
from redactor.operations.keeping import erasing, retention
from redactor.operations.keeping.erasing import require_erasable
from redactor.operations.keeping.reports import as_text, case_figures, folder_figures, report, write_report
from redactor.operations.planning.planned import plan_now
from redactor.operations.planning.released import chain, find_number, numbers_of, releases
from redactor.operations.releasing import reissue as again
from redactor.operations.releasing import sending
from redactor.operations.releasing.answer import again_letter, answer_letter, open_in_request, open_points, template
from redactor.operations.releasing.letters import write_letter
from redactor.operations.request.statements import record_statement
from redactor.review.release.sending import Sent, way_words

# -- letters and sending ---------------------------------------------------------------------------------------


def letter_now(session: Session, words: str = "") -> LetterNow:
    """The covering letter to be read, with the council's own words from this file ("": those that ship)."""
    given = template(Path(words) if words else None)
    text = answer_letter(session.view, given, draft=True).text(84)
    return LetterNow(text, tuple(open_points(session.view, given)))


def letter_lacks(session: Session) -> tuple[str, ...]:
    """What the covering letter and the index of the release will lack, as the case stands."""
    bare = unnamed(session.view)
    where = say("Under the papers, Sort, Confirm proposed titles")
    return (*open_in_request(session.view), *([joined([bare, where], ". ")] if bare else []))


def letter_saved(session: Session, path: str, large: bool, words: str = "", again: bool = False) -> None:
    """Write the covering letter (or the answer to what was questioned) to a new file."""
    given = template(Path(words) if words else None)
    made = again_letter(session.view, given) if again else answer_letter(session.view, given)
    write_letter(Path(path), made, f"Reference {session.view.fact('reference')}", large=large)


def sent_now(session: Session) -> tuple[tuple[str, str], ...]:
    """What is on record as sent: a line and its detail, the latest first."""
    rows = [
        (
            say("To {to}, {way}", to=entry.to, way=way_words(entry.way, entry.copy)),
            _sent_line(entry),
        )
        for entry in sending.sent(session.view)
    ]
    return tuple(reversed(rows))


def _sent_line(entry: Sent) -> str:
    told = say("{date}, release {manifest}", date=british(entry.on), manifest=entry.manifest[:12])
    return say("{what}; passphrase {how}", what=told, how=entry.passphrase) if entry.copy else told


def send(session: Session, values: dict[str, str]) -> None:
    """Make an encrypted copy where one is wanted, and put the sending on record."""
    folder, copy = Path(values["folder"]), Path(values["copy"]) if values["copy"] else None
    if copy is not None:
        if values["secret"] != values["secret_again"]:
            raise BadInput("the two passphrases are not the same", do="Type the copy's passphrase twice")
        if not values["passphrase"].strip():
            raise BadInput("an encrypted copy's passphrase goes another way", do="Say how it goes")
        sending.make_copy(session.view, folder, copy, values["secret"], session.working())
    about = {name: values[name] for name in ("to", "way", "on", "passphrase", "note")}
    sending.record_sent(session.view, folder, **about, copy=copy, signer=session.identity)


def print_copy(session: Session, folder: str, path: str) -> tuple[int, int]:
    """Write a copy of a release for the printer; its pages, and how many are blank."""
    return sending.make_print_copy(session.view, Path(folder), Path(path), session.working())


# -- after a release -------------------------------------------------------------------------------------------


def again_now(session: Session) -> AgainNow:
    """Every number of the log as it was last released, and what is questioned."""
    view = session.view
    known = releases(view)
    rows: dict[int, NumberRow] = {}
    for release, (manifest, _) in enumerate(chain(view, known[-1]) if known else (), start=1):
        where = say("the first bundle") if release == 1 else say("supplement {number}", number=release - 1)
        for entry in numbers_of(view, manifest):
            text = entry.held[0].text if entry.held else ""
            title = f"{entry.number}  {entry.label}" + (f": “{text[:60]}”" if text else "")
            rows[entry.number] = NumberRow(
                entry.number, title, say("Page {page} of {where}", page=entry.page, where=where)
            )
    questioned = [
        NumberRow(
            entry.number,
            f"{entry.number}  {entry.label}",
            joined([entry.by, ", ", british(entry.on), ": ", entry.said], ""),
            entry.outcome or "open",
        )
        for entry in view.state.reissues.challenges.values()
    ]
    statements = [(joined([entry.by, british(entry.on)]), entry.text[:120]) for entry in view.state.statements.all]
    plan = plan_now(view) if known else None
    supplement = plan is not None and plan.reissue is not None
    pages = len(plan.pages) if plan else 0
    return AgainNow(tuple(rows[n] for n in sorted(rows)), tuple(questioned), tuple(statements), supplement, pages)


def challenge(session: Session, number: int, values: dict[str, str]) -> None:
    """Put on record that a number is questioned."""
    again.challenge(session.view, number, values["said"], by=values["by"], on=values["on"], signer=session.identity)


def decide_again(session: Session, number: int, values: dict[str, str]) -> None:
    """Decide a number that is questioned."""
    again.decide_again(
        session.view, number, values["outcome"], why=values["why"], told=values["told"], signer=session.identity
    )


def reissue(session: Session, whole: bool) -> None:
    """The next release is the whole record, or what changed."""
    again.choose_reissue(session.view, whole, signer=session.identity)


def statement(session: Session, values: dict[str, str], document: str = "", page: int = 0, number: int = 0) -> None:
    """Put a statement on record: about a page, or about what a number of the log stands for."""
    if number:
        held = find_number(session.view, number).held
        if not held:
            raise BadInput(
                say("number {number} is on no page", number=number), do="Record the statement from the page itself"
            )
        document, page = held[0].document, held[0].page
    about = {name: values[name] for name in ("by", "on", "passage")}
    record_statement(session.view, document, page, values["text"], **about, signer=session.identity)


# -- how long it is kept ---------------------------------------------------------------------------------------


def keeping_now(session: Session) -> KeepingNow:
    given = retention.shipped_schedule()
    row, keeping = retention.kept(session.view, given), session.view.state.keeping
    kinds = tuple((kind, _lasting(title, months)) for kind, (title, months) in given.kinds.items())
    if keeping.kind and keeping.kind not in given.kinds:
        kinds += ((keeping.kind, _lasting(keeping.kind, keeping.months)),)
    return KeepingNow(kinds, keeping.kind or given.default, british(row.due) if row.due else "", row.why, row.hold)


def _lasting(kind: str, months: int) -> str:
    return say("{kind} ({months})", kind=kind, months=count(months, "month"))


def keep(session: Session, values: dict[str, str]) -> None:
    """Put the case into a kind of the schedule, or set its day by hand."""
    given = retention.schedule(Path(values["schedule"]) if values["schedule"] else None)
    dates = {name: values[name] for name in ("until", "ended")}
    retention.set_retention(session.view, given, values["kind"], **dates, why=values["why"], signer=session.identity)


def hold(session: Session, values: dict[str, str]) -> None:
    """Put a hold on the case, or lift the one there is."""
    act = retention.lift_hold if session.view.state.keeping.hold else retention.put_hold
    act(session.view, values["why"], signer=session.identity)


def erasing_now(session: Session) -> ErasingNow:
    """What erasing the case would do. Raises Refused while anything but its day speaks against it."""
    given, early = retention.shipped_schedule(), False
    try:
        erasure = require_erasable(session.view, given)
    except Refused:
        erasure, early = require_erasable(session.view, given, early=say("asked")), True
    copies = tuple(joined([copy.what, british(copy.on)]) for copy in erasure.copies)
    return ErasingNow(erasure.reference, erasure.why, early, erasure.events, copies)


def erase(session: Session, reference: str, certificate: str, keys: str, early: str = "") -> None:
    """Destroy the open case on this machine; nothing is open afterwards."""
    if session.identity is None:
        raise BadInput("erasing a case needs your identity", do="Sign in first")
    if not certificate.strip():
        raise BadInput("an erasure leaves a certificate", do="Say where to write it")
    case, given, recovery = session.open_case, retention.shipped_schedule(), Path(keys) if keys.strip() else None
    # No longer the open one before it is closed: nobody is to be troubled with what else was being done with it.
    session.case = None
    try:
        erasing.erase(
            session.view, given, Path(certificate), reference, session.identity, early=early, recovery=recovery
        )
    finally:
        if case.closed:
            session.stop()
        else:
            session.case = case


# -- reports and lists over a folder -----------------------------------------------------------------------------


def report_now(session: Session) -> str:
    """The report over the open case, as text."""
    return as_text(report([case_figures(session.view)]))


def report_saved(session: Session, path: str) -> None:
    write_report(Path(path), report([case_figures(session.view)]))


def folder_due(session: Session, folder: str, passphrase: str, recovery: str) -> tuple[DueRow, ...]:
    """Every case in a folder and below, the earliest due first."""
    today, rows = date.today(), []
    keys = Path(recovery) if recovery else None
    for row in retention.due_list(Path(folder), retention.shipped_schedule(), passphrase=passphrase, recovery=keys):
        badge, tone = (british(row.due), "") if row.due else (say("open"), "")
        if row.problem:
            badge, tone = say("not opened"), "warn"
        elif row.hold:
            badge, tone = say("on hold"), "warn"
        elif row.is_due(today):
            badge, tone = say("due since {date}", date=british(row.due)) if row.due else "", "bad"
        detail = row.problem or (say("On hold: {hold}", hold=row.hold) if row.hold else row.why)
        rows.append(DueRow(str(row.path), row.reference or row.path.name, detail, badge, tone))
    return tuple(rows)


def folder_report(session: Session, folder: str, passphrase: str, recovery: str, path: str = "") -> str:
    """The report over all cases of a folder, as text; written to ``path`` too where one is given."""
    found, shut = folder_figures(Path(folder), passphrase=passphrase, recovery=Path(recovery) if recovery else None)
    if not found:
        raise BadInput("no case in this folder opened", folder, "Check the passphrase, or give the recovery keys")
    rows = report(found)
    if path:
        write_report(Path(path), rows)
    more = say("{number} of the cases did not open and are not in this report.", number=len(shut)) if shut else ""
    return joined([as_text(rows), more], "\n\n") if more else as_text(rows)
