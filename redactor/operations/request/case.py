# SPDX-License-Identifier: AGPL-3.0-or-later
"""Make and open cases."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from redactor.casefile.identity import Identity
from redactor.casefile.roster import read_roster
from redactor.casefile.store import CaseFile
from redactor.domain.catalogue import requesters
from redactor.domain.errors import BadInput
from redactor.domain.journal import Event, Kind
from redactor.domain.saying import say
from redactor.operations.view import CaseView


def new_case(
    path: Path,
    passphrase: str,
    *,
    reference: str,
    subject: str,
    aliases: Sequence[str] = (),
    addresses: Sequence[str] = (),
    identifiers: Sequence[str] = (),
    dob: str = "",
    requester: str = "subject",
    received: str = "",
    recovery: Path | None = None,
    roster: Path | None = None,
    signer: Identity | None = None,
) -> CaseFile:
    """An empty case about ``subject``. Dates are ISO (YYYY-MM-DD). Raises BadInput; nothing is left behind then."""
    reference, subject = " ".join(reference.split()), " ".join(subject.split())
    if not reference:
        raise BadInput("a case needs a reference", do="Give it with --reference")
    if not any(c.isalpha() for c in subject):
        raise BadInput("a case needs the name of the person it is about", do="Give it with --subject")
    if not passphrase:
        raise BadInput("a case needs a passphrase", do="Choose one that your office can keep")
    if requester not in requesters():
        raise BadInput(
            say("'{requester}' is not a kind of requester", requester=requester),
            do=say("Use one of: {known}", known=", ".join(requesters())),
        )
    dob, received = iso_date(dob, "date of birth"), iso_date(received, "date received")
    roster_data = None
    if roster is not None:
        try:
            roster_data = roster.read_bytes()
        except OSError as error:
            raise BadInput("the roster cannot be read", str(roster), "Check the path") from error
        read_roster(roster_data)
    case = CaseFile.create(path, passphrase, recovery=recovery, user=signer.name if signer else "")
    facts = {
        "reference": reference,
        "subject": subject,
        "aliases": [" ".join(alias.split()) for alias in aliases],
        "dob": dob,
        "requester": requester,
        "received": received,
    }
    own = {"addresses": _texts(addresses), "identifiers": _texts(identifiers)}
    facts |= {name: given for name, given in own.items() if given}
    case.append(Kind.CASE_CREATED, facts, signer=signer)
    if roster_data is not None:
        case.append(Kind.ROSTER_USED, {"roster": roster_data.decode("utf-8")}, signer=signer)
    return case


def _texts(given: Sequence[str]) -> list[str]:
    return [text for entry in given if (text := " ".join(entry.split()))]


def describe_subject(
    view: CaseView,
    *,
    aliases: Sequence[str] = (),
    addresses: Sequence[str] = (),
    identifiers: Sequence[str] = (),
    signer: Identity | None = None,
) -> Event:
    """More of what is known about the data subject: other names, where they live or lived, their own numbers and
    e-mail addresses. It is used from the next analysis on. Raises BadInput when nothing is given, Refused."""
    view.case.require_writable()
    given = {"aliases": _texts(aliases), "addresses": _texts(addresses), "identifiers": _texts(identifiers)}
    payload = {name: texts for name, texts in given.items() if texts}
    if not payload:
        raise BadInput("nothing was said about the subject", do="Give --alias, --address or --identifier")
    return view.record(Kind.SUBJECT_DESCRIBED, payload, signer)


def iso_date(text: str, what: str) -> str:
    """An ISO date, also from the British order (31/12/2009). Raises BadInput for a date that is none."""
    text = text.strip()
    if not text:
        return ""
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"):
        try:
            return datetime.datetime.strptime(text, form).date().isoformat()
        except ValueError:
            continue
    raise BadInput(say("'{text}' is not a date", text=text), what, "Write it as YYYY-MM-DD, such as 2009-02-20")
