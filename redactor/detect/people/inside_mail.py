# SPDX-License-Identifier: AGPL-3.0-or-later
"""Mail within an office: whoever writes from a host of its own to somebody else there is at work. A landlord, a charity
or a firm has no official host, and few signatures say more than a name."""

from __future__ import annotations

import re
from collections import defaultdict

from redactor.detect.language.words import MAIL_PRIVATE
from redactor.detect.people.mail import official
from redactor.detect.people.record import Record
from redactor.detect.people.roles import AT_WORK

_FIELD = re.compile(r"(?im)^[> \t]{0,12}(?P<field>from|to|cc)[ \t]*:[^\n]*(?:\n[ \t]+[^\n]*){0,6}")
_ADDRESS = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@(?P<host>[\w-]+(?:\.[\w-]+)+)")
#: Between a name and its address in such a field.
_BETWEEN = re.compile(r"[\"'’)\]]?[ \t]{0,3}[<(\[][ \t]{0,3}(?:mailto:)?\Z", re.I)
#: The fields of one message's head are no farther from each other (characters).
_HEAD = 600
#: One of so many with a private tie makes a host a private one.
_MANY = 3


def inside_mail(record: Record) -> None:
    """Tell who writes within an office. A family may have a host of its own: not where all there share a surname, nor
    where the data subject has an address or many are called somebody's family or friend."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(record.texts):
        inner = _inner_hosts(text)
        if not inner:
            continue
        for start, _, host in _addresses(text):
            if host not in inner:
                continue
            before = _BETWEEN.search(text, max(start - 14, 0), start)
            if before is None:
                continue
            for place in record.places[number]:
                if place.end == before.start() and place.person >= 0 and not place.ambiguous:
                    found[host].add(place.person)
    for persons in found.values():
        surnames = {record.people.all[person].surname for person in persons}
        if len(surnames - {""}) < 2 or record.subject in persons:
            continue
        private = sum(not AT_WORK.issuperset(record.evidence[person].relations) for person in persons)
        if private * _MANY >= len(persons):
            continue
        for person in persons:
            record.evidence[person].work(None, 1.0, "writes within an office")


def _inner_hosts(text: str) -> set[str]:
    """Hosts that both who writes a message of this text and one of those written to have an address at."""
    inner: set[str] = set()
    sender, at = "", -_HEAD
    for field in _FIELD.finditer(text):
        hosts = [match["host"].lower() for match in _ADDRESS.finditer(field.group())]
        if field["field"].lower() == "from":
            sender, at = (hosts[0] if hosts else ""), field.start()
        elif field.start() - at < _HEAD and sender in hosts and sender not in MAIL_PRIVATE and not official(sender):
            inner.add(sender)
    return inner


def _addresses(text: str) -> list[tuple[int, int, str]]:
    return [
        (*match.span(), match["host"].lower())
        for field in _FIELD.finditer(text)
        for match in _ADDRESS.finditer(text, *field.span())
    ]
