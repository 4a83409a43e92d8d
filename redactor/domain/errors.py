# SPDX-License-Identifier: AGPL-3.0-or-later
"""Errors a caseworker can act on: what happened, where, and what to do next."""

from __future__ import annotations

from redactor.domain.saying import Said, say


class RedactorError(Exception):
    """An error with three parts, each plain British English without a trailing full stop.

    ``what`` happened, ``where`` (a file, a page, a person; may be empty) and what to ``do`` next; what is more than one
    constant text comes through :func:`~redactor.domain.saying.say`, so that the window can tell it in another language.
    ``exit_status`` is the shell's: 2 for bad input or usage, 1 for a refusal by a rule.
    """

    exit_status = 2

    def __init__(self, what: str, where: str = "", do: str = "") -> None:
        self.what = _said(what)
        self.where = where
        self.do = _said(do)
        super().__init__(what, where, do)

    def __str__(self) -> str:
        line = f"{self.where}: {self.what}" if self.where else self.what
        line = f"{line}. {self.do}." if self.do else f"{line}."
        return " ".join(line.split())


class BadInput(RedactorError):
    """What was given cannot be used (exit status 2)."""


class Refused(RedactorError):
    """A rule says no: not approved, not verified, not complete (exit status 1)."""

    exit_status = 1


class Cancelled(RedactorError):
    """The user stopped the work; what was finished is kept (exit status 1)."""

    exit_status = 1


def _said(text: str) -> str:
    return text if isinstance(text, Said) or not text else say(text)


#: What a fault of this program's own raises, as against one of its input or its machine.
OWN_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, StopIteration, TypeError, ValueError)
