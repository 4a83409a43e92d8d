# SPDX-License-Identifier: AGPL-3.0-or-later
"""Telephone numbers: of today, as a scan reads them, from abroad, and as they were written before 1995."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from redactor.detect.language.found import RawSpan
from redactor.detect.language.starts import Starts, tried
from redactor.domain.mentions import Label

#: Between two parts of a number: a blank, or a line break with a mail's quote marks, perhaps after a blank line.
GAP = r"(?:[ \t]|[ \t]?\n(?:>[ ]?){0,4}(?:\n(?:>[ ]?){0,4})?[ \t]{0,3})?"
_PHONE = re.compile(
    rf"(?<![\w.@/-])(?:\+44[ \t.-]{{0,2}}(?:\(0\)[ \t.-]{{0,2}})?|0044[ \t.-]?|\(?0)(?:(?:[ \t.()-]{{0,2}}|"
    rf"{GAP})\d){{9,10}}(?!\d)(?:[ \t]{{0,2}}(?:ext\.?|x)[ \t]{{0,2}}\d{{1,5}})?"
)
#: A number as a scan reads it: letters for the figures that look like them.
_PHONE_READ = re.compile(r"[0OCQ](?<![\w.@/-][0OCQ])(?:[ \t]{0,2}(?:\n[ \t]{0,2})?[0-9OCQDIlS]){9,10}(?![\w@])")
_FIGURES = str.maketrans("OCQDIlS", "0000115")
#: A telephone number somebody typed a digit too many into, as its groups show.
_SLIPPED = re.compile(r"(?<![\w.@/-])0\d{4}[ \t]\d{3}[ \t]?\d{4}(?!\d)")
_FOREIGN = re.compile(r"\+(?<![\w.+]\+)(?!44)\d(?:[ \t.()-]{0,2}\d){7,13}(?!\d)")
#: A number of eight or nine figures with its code, from before codes had a 1 in them.
_PHONE_SHORT = re.compile(
    r"(?<![\w.@/£-])\(?0(?!0)\d{2,4}\)?(?:(?P<space>[ \t])|[-/]|[ \t]-[ \t])\d{4,5}(?![\d/]|[.,-]\d|[ \t]\d)"
)
#: What leads to a telephone number, over a name: "ring Maureen on".
_TOLD_PHONE = re.compile(
    r"(?<![a-z])(?:tel(?:ephone)?(?:[ \t]*(?:no|number))?|(?:tele)?phone(?:[ \t]*(?:no|number))?|"
    r"(?:ring|rang|rung|phoned|telephoned|call|called)(?:[ \t\n]+[a-z'-]+){0,3}[ \t\n]+(?:on|at)|"
    r"(?:phone|telephone|home)[ \t]number[ \t](?:is|was)|on[ \t]the[ \t]phone[ \t]?\(?)[ \t.:(|-]{0,40}$"
)
#: The exchange by its name, as it was dialled through the operator: "Porthallow 2291", "St Agnes 455".
_EXCHANGE = re.compile(
    r"(?<![\w'-])(?P<name>[A-Z][a-z]{3,}|St\.?(?=[ \t][A-Z][a-z]{2,}))(?:[ \t][A-Z][a-z]{2,})?[ \t]"
    r"(?P<number>\d{3,6}|\d{2,3}[ ]\d{3})(?![\w/]|[.,-]\d|[ \t]\d)"
)
_ENDS = re.compile(r"[ \t]*(?:[,;.)\n]|$)")
_NO_EXCHANGE = """
about action annexe appendix application article bill block call case cell chapter claim class clause collar constable
corridor document draft exhibit extension file flat form grade group house incident item january february march april
june july august september october november december level list locker number officer order page paragraph part party
phase plot post product question reference regulation room route rule school section sergeant serial schedule sheet step
suite table team tenancy ticket unit university version volume ward week witness year since until over under only almost
around nearly approximately
"""
#: Capitalised words that a number follows without being an exchange.
NO_EXCHANGE = frozenset(_NO_EXCHANGE.split())


def digits_of(text: str) -> str:
    """Its figures alone."""
    return "".join(c for c in text if c.isdigit())


def before(text: str, start: int, far: int = 40) -> str:
    """What stands up to ``far`` characters before a place, in small letters."""
    return text[max(start - far, 0) : start].lower()


def phones(text: str, starts: Starts) -> Iterator[RawSpan]:
    """Every telephone number of one text; ``starts`` are that text's."""
    # A plus or a bracket may stand before the first figure.
    for match in tried(_PHONE, text, starts.before_numbers(1)):
        start, end = match.span()
        if text[start] == "(" and ")" not in text[start:end]:
            start += 1
        digits = digits_of(re.split(r"(?i)ext|x", match.group())[0].replace("(0)", ""))
        national = (
            "0" + digits[2:] if digits.startswith("44") else "0" + digits[4:] if digits.startswith("0044") else digits
        )
        if len(national) not in (10, 11) or national[1] not in "123578":
            continue
        # A line break in the middle would join two numbers of a table; the pattern does not cross one.
        drama = national.startswith(
            ("07700900", "01632960", "02079460", "01134960", "01214960", "01174960", "02920180", "02890180")
        )
        labelled = re.search(
            r"tel|phone|mob|call|contact|ring|fax|text|number|\bon\b|left|\($", before(text, start, 24)
        )
        score = 0.95 if drama or labelled else 0.75
        if not drama and not labelled:
            try:
                parsed = phonenumbers.parse(national, "GB")
                score = 0.95 if phonenumbers.is_valid_number(parsed) else 0.6
            except phonenumbers.NumberParseException:
                score = 0.4
        yield RawSpan(start, end, Label.PHONE, score, "pattern:phone")
    for match in _PHONE_READ.finditer(text):
        national = "".join(match.group().translate(_FIGURES).split())
        figures = len(digits_of(match.group()))
        if figures < len(national) and figures >= 7 and national[1] in "1237":
            yield RawSpan(*match.span(), Label.PHONE, 0.75, "pattern:phone")
    for match in tried(_SLIPPED, text, starts.numbers):
        yield RawSpan(*match.span(), Label.PHONE, 0.7, "pattern:phone")
    yield from _old_phones(text, starts)
    for match in _FOREIGN.finditer(text):
        try:
            parsed = phonenumbers.parse(match.group(), None)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(parsed):
            yield RawSpan(*match.span(), Label.PHONE, 0.85, "pattern:phone")


def _old_phones(text: str, starts: Starts) -> Iterator[RawSpan]:
    """Numbers of before 1995, as papers of the 1960s to 1990s have them: with a shorter code ("0736 55012"), or with
    the name of the exchange ("Porthallow 2291")."""
    for match in tried(_PHONE_SHORT, text, starts.before_numbers(1)):
        told = _TOLD_PHONE.search(before(text, match.start(), 48)) is not None
        if told or match["space"]:
            yield RawSpan(*match.span(), Label.PHONE, 0.85 if told else 0.45, "pattern:phone")
    for match in _EXCHANGE.finditer(text):
        name = match["name"].lower()
        if name in NO_EXCHANGE or 1900 <= int(match["number"].replace(" ", "")) <= 2030:
            continue
        if _TOLD_PHONE.search(before(text, match.start(), 48)):
            yield RawSpan(*match.span(), Label.PHONE, 0.85, "pattern:phone")
        elif text[max(match.start() - 2, 0) : match.start()] == ", " and _ENDS.match(text, match.end()):
            yield RawSpan(*match.span(), Label.PHONE, 0.45, "pattern:phone")
