# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an e-mail address says of its owner: an official host, a private one, or a letter box that is nobody's own."""

from __future__ import annotations

import re

from redactor.detect.language.words import MAIL_BOXES, MAIL_PRIVATE
from redactor.domain.mentions import Profession

OFFICIAL = re.compile(
    r"(?:^|\.)(?:gov\.uk|nhs\.uk|nhs\.net|police\.uk|sch\.uk|ac\.uk|gov\.wales|gov\.scot|mod\.uk|"
    r"parliament\.uk|gsi\.gov\.uk|pnn\.police\.uk|cjsm\.net|org\.uk)$",
    re.I,
)
_HOST_KIND = (
    (re.compile(r"nhs\.(?:uk|net)$"), Profession.HEALTH),
    (re.compile(r"police\.uk$"), Profession.POLICE),
    (re.compile(r"(?:sch|ac)\.uk$"), Profession.EDUCATION),
)
_PARTS = re.compile(r"[._+-]|\d+")


def official(host: str) -> bool:
    return bool(OFFICIAL.search(host.lower()))


def kind_of_host(host: str) -> Profession | None:
    return next((kind for pattern, kind in _HOST_KIND if pattern.search(host.lower())), None)


def shared_box(address: str) -> bool:
    """Whether the address is a team's ("safeguarding@...", "north.duty2@..."): no part of it can be somebody's name."""
    local, _, host = address.lower().partition("@")
    words = [word for word in _PARTS.split(local) if word]
    named = local in MAIL_BOXES or (bool(words) and MAIL_BOXES.issuperset(words))
    return named and host not in MAIL_PRIVATE
