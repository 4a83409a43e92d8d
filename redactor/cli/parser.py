# SPDX-License-Identifier: AGPL-3.0-or-later
"""The shell's words: every command and its options."""

from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn

from redactor.cli import (
    answer,
    arranging,
    audit,
    consent,
    cues,
    deciding,
    demo,
    handover,
    intake,
    known,
    looking,
    naming,
    notes,
    office,
    opinions,
    reasons,
    reissue,
    release,
    reports,
    request,
    reshape,
    rest,
    retention,
    review,
    sample,
    scans,
    searching,
    sending,
    settings,
    setup,
    widths,
)

ROLES = ("subject", "third_party", "professional", "unknown")


class _Parser(argparse.ArgumentParser):
    """Usage errors are one line, like every other error."""

    def error(self, message: str) -> NoReturn:
        print(f"redactor: {message}. See: {self.prog} --help", file=sys.stderr)
        sys.exit(2)


def build_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="redactor", description="Redaction of subject access requests: find people, decide, burn, prove."
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)
    _setup(commands)
    _looking(commands)
    _deciding(commands)
    _release(commands)
    for family in (
        reasons,
        request,
        arranging,
        consent,
        opinions,
        sample,
        scans,
        sending,
        answer,
        notes,
        naming,
        rest,
        reshape,
        searching,
        reissue,
        retention,
        handover,
        audit,
        reports,
        review,
        widths,
    ):
        family.register(commands, _command)
    return parser


def _command(commands: Any, name: str, run: Any, text: str, *, case: bool = True, identity: bool = False) -> _Parser:
    command: _Parser = commands.add_parser(name, help=text, description=text)
    command.set_defaults(run=run, identity=None)
    if case:
        command.add_argument("case", metavar="CASE", help="the case file")
        command.add_argument("--passphrase-file", metavar="F", help="file that holds the passphrase of the case")
        command.add_argument("--recovery-key", metavar="F", help="open with the office's recovery key")
    command.add_argument("--json", action="store_true", help="one JSON object a line")
    if identity:
        _identity(command)
    return command


def _identity(command: _Parser) -> None:
    command.add_argument("--as", dest="identity", metavar="IDENTITY", help="the identity file of whoever does this")
    command.add_argument("--identity-passphrase-file", metavar="F", help="file that holds its passphrase")


def _office(command: _Parser) -> None:
    command.add_argument("--office", metavar="F", help="use the office's lists of this file")
    command.add_argument("--office-passphrase-file", metavar="F", help="file that holds their passphrase")


def _subject(command: _Parser) -> None:
    command.add_argument("--address", action="append", metavar="A", help="where they live or lived")
    command.add_argument("--identifier", action="append", metavar="I", help="a number or e-mail address of theirs")


def _fields(command: _Parser) -> None:
    command.add_argument("--field", action="append", metavar="K=V", help="a field the reason asks for")


def _setup(commands: Any) -> None:
    command = _command(
        commands, "demo", demo.run, "the whole way on the demo case that ships with Redactor", case=False
    )
    command.add_argument("--out", metavar="DIR", default="redactor-demo", help="folder for the results")
    command.add_argument("--workers", type=_count, metavar="N", help="worker processes")
    command.add_argument("--open", action="store_true", help="open the demo case in the window afterwards")

    command = _command(commands, "gui", setup.gui, "open the window", case=False)
    command.add_argument("case", metavar="CASE", nargs="?", help="the case to open")

    command = _command(commands, "new", setup.new, "make a case", identity=True)
    command.add_argument("--reference", required=True, metavar="R")
    command.add_argument("--subject", required=True, metavar="NAME", help="the person it is about: Forename Surname")
    command.add_argument("--alias", action="append", metavar="A", help="another name they go by")
    _subject(command)
    command.add_argument("--dob", default="", metavar="DATE", help="their date of birth, YYYY-MM-DD")
    command.add_argument(
        "--requester", default="subject", metavar="CAPACITY", help="who asks: subject, parent, solicitor..."
    )
    command.add_argument("--received", default="", metavar="DATE", help="when the request came, YYYY-MM-DD")
    command.add_argument("--roster", metavar="F", help="the office's roster of staff")
    _office(command)

    command = _command(commands, "subject", setup.subject, "what is known of the subject; say more", identity=True)
    command.add_argument("--alias", action="append", metavar="A", help="another name they go by")
    _subject(command)

    intake.declare(commands, _command)

    command = _command(
        commands, "analyse", setup.analyse, "read every page and find people; can be stopped and resumed"
    )
    command.add_argument("--workers", type=_count, metavar="N", help="worker processes")
    _identity(command)
    _office(command)
    office.declare(commands, _command, _sub)
    known.declare(commands, _command)

    command = _command(commands, "detect", setup.detect, "find people in lines of text, without a case", case=False)
    command.add_argument("file", metavar="FILE.jsonl")

    command = commands.add_parser("identity", help="identities of staff")
    command = _command(_sub(command), "new", setup.identity_new, "make an identity", case=False)
    command.add_argument("file", metavar="FILE")
    command.add_argument("--name", required=True, metavar="N")
    command.add_argument("--role", required=True, choices=("caseworker", "team-lead"))
    command.add_argument("--identity-passphrase-file", metavar="F")

    rosters = _sub(commands.add_parser("roster", help="the office's list of who is who"))
    command = _command(rosters, "new", setup.roster_new, "make a roster", case=False)
    command.add_argument("file", metavar="FILE")
    command.add_argument("--office", required=True, metavar="NAME")
    command.add_argument("--identity-passphrase-file", metavar="F")
    command = _command(rosters, "add", setup.roster_add, "put an identity on the roster", case=False)
    command.add_argument("file", metavar="FILE")
    command.add_argument("member", metavar="IDENTITY")
    command.add_argument("--identity-passphrase-file", metavar="F")
    command = _command(rosters, "use", setup.roster_use, "have a case take a roster", identity=True)
    command.add_argument("file", metavar="FILE")


def _looking(commands: Any) -> None:
    _command(commands, "mentions", looking.mentions, "every mention of somebody that was found")
    _command(commands, "people", looking.people, "the people in the record, and what is decided about them")
    command = _command(commands, "find", looking.find, "find words in the case")
    command.add_argument("text", metavar="TEXT")
    command.add_argument("--fuzzy", action="store_true", help="misspellings and scanning damage too")
    command.add_argument("--pattern", action="store_true", help="# is a digit, ? a letter, * the rest of a word")
    _command(commands, "todo", looking.todo, "what is left to do before the case can be submitted")
    _command(commands, "harm-cues", cues.harm_cues, "passages that may belong under the harm test")
    _command(commands, "journal", looking.journal, "every decision on record, in order")
    _command(commands, "check", looking.check, "check the case file: journal, documents, every byte")


def _deciding(commands: Any) -> None:
    command = _command(commands, "decide", deciding.decide, "decide about a person, or one mention", identity=True)
    whom = command.add_mutually_exclusive_group(required=True)
    whom.add_argument("--person", metavar="WHO", help="their id (or how it begins), or their name")
    whom.add_argument("--mention", action="append", metavar="ID")
    command.add_argument("--role", choices=ROLES)
    command.add_argument("--profession", choices=("health", "social_work", "education", "police", "other"))
    outcome = command.add_mutually_exclusive_group()
    outcome.add_argument("--redact", action="store_true")
    outcome.add_argument("--disclose", action="store_true")
    command.add_argument("--reason", default="", metavar="CODE", help="TP if left out; with --disclose its ground")
    command.add_argument("--why", default="", metavar="W")
    _fields(command)

    _person(commands)

    command = _command(commands, "redact", deciding.redact, "redact words or a box", identity=True)
    command.add_argument("--text", metavar="T")
    command.add_argument("--box", metavar="x0,y0,x1,y1", help="points from the top left of the page as displayed")
    command.add_argument("--file", metavar="F")
    command.add_argument("--page", type=_count, metavar="N")
    command.add_argument("--everywhere", action="store_true", help="form fields, comments, bookmarks too")
    command.add_argument("--reason", required=True, metavar="CODE")
    _fields(command)

    command = _command(
        commands, "withhold", deciding.withhold, "withhold whole pages; a slip sheet takes their place", identity=True
    )
    command.add_argument("--file", required=True, metavar="F")
    command.add_argument("--page", required=True, metavar="N or N-M")
    command.add_argument("--reason", required=True, metavar="CODE")
    _fields(command)

    command = _command(
        commands, "harm", deciding.harm, "hold back a passage for serious harm or another reason", identity=True
    )
    command.add_argument("--file", metavar="F")
    command.add_argument("--page", type=_count, metavar="N")
    command.add_argument("--text", metavar="T")
    command.add_argument("--box", metavar="x0,y0,x1,y1")
    command.add_argument("--cue", metavar="ID", help="a passage of redactor harm-cues, in all its places")
    command.add_argument("--reason", required=True, metavar="CODE")
    _fields(command)

    command = _command(
        commands, "accept", deciding.accept, "redact all that is proposed, under the standing assessment", identity=True
    )
    command.add_argument("--minimum-score", type=_score, default=0.0, metavar="S", help="0 to 1")
    _fields(command)

    command = _command(commands, "settle", deciding.settle, "settle things on the to-do list", identity=True)
    command.add_argument("ids", nargs="*", metavar="ID")
    command.add_argument("--kind", metavar="K", help="everything of this kind; harm_cue:threat for one kind of passage")
    command.add_argument("--outcome", required=True, choices=("leave", "redact", "seen", "known"))
    command.add_argument("--why", required=True, metavar="W")

    command = _command(commands, "undo", deciding.undo, "undo the last decision, or the one named", identity=True)
    command.add_argument("event", nargs="?", default="", metavar="EVENT")


def _person(commands: Any) -> None:
    """``person CASE ACTION``: the case comes before the action; options may stand in either place."""
    person = _command(commands, "person", deciding.merge, "put right who is who", identity=True)
    actions = _sub(person)
    shared = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    for option in ("--passphrase-file", "--recovery-key", "--identity-passphrase-file"):
        shared.add_argument(option, metavar="F")
    shared.add_argument("--as", dest="identity", metavar="IDENTITY")
    shared.add_argument("--json", action="store_true")
    action = actions.add_parser("merge", help="these are one person", parents=[shared])
    action.set_defaults(run=deciding.merge)
    action.add_argument("ids", nargs="+", metavar="ID")
    action = actions.add_parser("split", help="these mentions are somebody else", parents=[shared])
    action.set_defaults(run=deciding.split)
    action.add_argument("id", metavar="ID")
    action.add_argument("--mention", nargs="+", action="extend", required=True, metavar="M")
    action.add_argument("--name", default="", metavar="NAME", help="what to call the new person")
    action = actions.add_parser("rename", help="call a person so", parents=[shared])
    action.set_defaults(run=deciding.rename)
    action.add_argument("id", metavar="ID")
    action.add_argument("name", metavar="NAME")


def _release(commands: Any) -> None:
    command = _command(commands, "settings", settings.settings, "how the release looks, and choose", identity=True)
    settings.add_options(command)
    _command(commands, "submit", release.submit, "submit the case for approval", identity=True)
    _command(commands, "approve", release.approve, "approve what was submitted, as a team lead", identity=True)
    command = _command(commands, "return", release.send_back, "return a submission, as a team lead", identity=True)
    command.add_argument("--comment", default="", metavar="C", help="what is to be looked at again, beside comments")
    command = _command(commands, "export", release.export, "burn, verify and write the release", identity=True)
    command.add_argument("--out", required=True, metavar="DIR")
    command.add_argument("--layout", choices=("bundle", "documents"), help="other files than the case's settings say")
    command.add_argument("--draft", action="store_true", help="unapproved; every page says so")
    command.add_argument(
        "--guide",
        action=argparse.BooleanOptionalAction,
        help="a guide in large print for the person, guide.pdf (a draft has none unless asked for)",
    )
    command.add_argument(
        "--internal-log", metavar="FILE", help="also write the internal log (.xlsx or .json): not for release"
    )
    command.add_argument("--workers", type=_count, metavar="N")
    command = commands.add_parser("verify", help="verify a released folder again")
    command.set_defaults(run=release.verify, identity=None)
    command.add_argument("folder", metavar="DIR")
    command.add_argument("--case", required=True, metavar="CASE")
    command.add_argument("--passphrase-file", metavar="F")
    command.add_argument("--recovery-key", metavar="F")
    command.add_argument("--json", action="store_true")
    command.add_argument("--workers", type=_count, metavar="N")


def _sub(parser: Any) -> Any:
    return parser.add_subparsers(metavar="ACTION", required=True, parser_class=_Parser)


def _count(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 1")
    return number


def _score(text: str) -> float:
    try:
        score = float(text)
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a score from 0 to 1")
    return score
