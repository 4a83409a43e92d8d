# SPDX-License-Identifier: AGPL-3.0-or-later
"""An office's lists: read from CSV, kept, and used in a case."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from redactor.casefile.identity import Identity
from redactor.casefile.office import load_office, save_office
from redactor.domain.errors import BadInput
from redactor.domain.journal import Event, Kind
from redactor.domain.mentions import Profession
from redactor.domain.office import KINDS, OfficeEntry, OfficeLists
from redactor.domain.saying import say
from redactor.operations.finding.staff_list import columns, of_line
from redactor.operations.view import CaseView

#: Longer values than this (characters) are no name, address or term.
LONGEST = 200


def read_csv(path: Path) -> tuple[OfficeEntry, ...]:
    """Entries of a CSV file with the columns kind, value and (for staff) profession; the first line may name them. A
    first line that names the columns of a list of staff makes it one (:mod:`redactor.operations.finding.staff_list`).

    Raises BadInput that names the file and the line. Separators may be commas, semicolons or tabs."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadInput(
            say("the list cannot be read ({reason})", reason=error.strerror), str(path), "Check the path"
        ) from error
    except UnicodeDecodeError:
        raise BadInput("the list is not text in UTF-8", str(path), "Save it as 'CSV UTF-8'") from None
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    try:
        return tuple(_entries(csv.reader(io.StringIO(text), delimiter=separator, strict=True), path))
    except csv.Error as error:
        raise BadInput(
            say("the list is not sound CSV ({error})", error=str(error)), str(path), "Save it again as CSV"
        ) from None


def _entries(rows: Iterator[list[str]], path: Path) -> Iterator[OfficeEntry]:
    staff: dict[str, int] = {}
    for number, row in enumerate(rows, 1):
        cells = [" ".join(cell.split()) for cell in row]
        if number == 1:
            staff = columns(cells)
        if staff:
            if number > 1:
                yield from (entry(*each, f"{path}, line {number}") for each in of_line(cells, staff))
            continue
        if not any(cells) or (number == 1 and [cell.lower() for cell in cells[:2]] == ["kind", "value"]):
            continue
        kind, value, profession = [*cells, "", ""][:3]
        yield entry(kind, value, profession, f"{path}, line {number}")


def entry(kind: str, value: str, profession: str = "", where: str = "") -> OfficeEntry:
    """One entry as it is written in a list. Raises BadInput that names ``where`` it stands."""
    value = " ".join(value.split())
    kind, profession = kind.lower(), profession.lower().replace(" ", "_")
    if kind not in KINDS:
        raise BadInput(
            say("'{kind}' is no kind of entry", kind=kind), where, say("Use one of: {known}", known=", ".join(KINDS))
        )
    if not any(c.isalnum() for c in value) or len(value) > LONGEST:
        if not where:
            raise BadInput("this is no name, address, number or term", do="Write it with letters or figures, shorter")
        raise BadInput("the second column holds no name, address, number or term", where, "Write kind,value")
    if profession and (kind != "staff" or profession not in set(Profession)):
        raise BadInput(
            say("'{profession}' is no profession", profession=profession),
            where,
            say("Staff may have one of: {known}", known=", ".join(Profession)),
        )
    return OfficeEntry(kind, value, profession)


def new_lists(path: Path, office: str, passphrase: str) -> OfficeLists:
    """A file of lists with nothing on them yet. Raises BadInput."""
    name = " ".join(office.split())
    if not name:
        raise BadInput("the lists need the name of the office", do="Give it with --office")
    lists = OfficeLists(name)
    save_office(path, lists, passphrase)
    return lists


def add_entries(path: Path, passphrase: str, entries: Sequence[OfficeEntry]) -> tuple[OfficeLists, int]:
    """The lists in a file with these put on them, and how many of them are new. Raises BadInput."""
    lists = load_office(path, passphrase)
    together = lists.with_entries(tuple(entries))
    save_office(path, together, passphrase, replace=True)
    return together, len(together.entries) - len(lists.entries)


def take_off(path: Path, passphrase: str, values: Sequence[str]) -> OfficeLists:
    """The lists in a file without these values. Raises BadInput when one is not on them: then nothing is changed."""
    lists = load_office(path, passphrase)
    for value in values:
        left = lists.without(" ".join(value.split()))
        if left == lists:
            raise BadInput(
                say("'{value}' is not on the lists", value=value), str(path), "redactor office show lists them"
            )
        lists = left
    save_office(path, lists, passphrase, replace=True)
    return lists


def use_office(view: CaseView, lists: OfficeLists, *, signer: Identity | None = None) -> Event | None:
    """Use these lists in a case, from its next analysis on; None when it uses them already. Raises Refused.

    The journal keeps them with the case, so that it does not depend on a file elsewhere."""
    view.case.require_writable()
    if view.state.office.digest == lists.digest:
        return None
    return view.record(Kind.OFFICE_USED, {**lists.to_json(), "digest": lists.digest}, signer)
