# SPDX-License-Identifier: AGPL-3.0-or-later
"""Other people: consent asked and answered, what was weighed, what follows; the letter that asks."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.operations.releasing.letters import write_letter
from redactor.operations.request.consent import consent_letter, record_consent, standing_of
from redactor.review.request.consent import FACTORS, Answer

_TEXTS = {
    "scope": "what their consent covers",
    "form": "in what form they answered",
    "known": "how the requester knows it already",
    "died": "when they died, as far as is known",
    "confidence": "a duty of confidence that outlives them, and to whom it matters",
    "what": "what it is, if it is no person",
    "override": "why it is decided otherwise than follows from the record",
    "information": "factor (a): the type of information",
    "duty": "factor (b): any duty of confidentiality",
    "steps": "factor (c): steps taken to seek their consent",
    "capability": "factor (d): whether they are capable of consenting",
    "refusal": "factor (e): any express refusal",
}


def register(commands: Any) -> None:
    """Add this family's commands."""
    made = command(commands, "consent", consent, identity=True)
    made.add_argument("--person", required=True, metavar="ID")
    made.add_argument("--asked", metavar="DATE", help="when they were asked for their consent")
    made.add_argument("--answer", choices=[str(a) for a in Answer if a], help="what they answered")
    made.add_argument("--answered", metavar="DATE", help="when they answered")
    made.add_argument("--reasonable", choices=("yes", "no"), help="to disclose without consent: para 16(2)(b)")
    for name, text in _TEXTS.items():
        made.add_argument(f"--{name}", metavar="T", help=text)
    made.add_argument("--letter", metavar="FILE", help="write the letter that asks them (.pdf or .txt)")
    made.add_argument("--contact", default="", metavar="T", help="how they can answer the letter")
    made.add_argument("--large", action="store_true", help="the letter in large print")
    made.add_argument("--name-subject", action="store_true", help="the letter says whose record it is")


def consent(arguments: Namespace) -> int:
    names = ("asked", "answer", "answered", "reasonable", *_TEXTS)
    facts = {name: getattr(arguments, name) for name in names if getattr(arguments, name) is not None}
    with common.opened(arguments, write=bool(facts)) as view:
        if facts:
            record_consent(view, arguments.person, facts, signer=common.signer(arguments))
        if arguments.letter:
            letter = consent_letter(
                view, arguments.person, contact=arguments.contact, name_subject=arguments.name_subject
            )
            foot = f"Reference {view.fact('reference')}"
            write_letter(Path(arguments.letter), letter, foot, large=arguments.large)
        standing = standing_of(view, arguments.person)
    follows = standing.follows
    row = {
        **standing.record.to_json(),
        "name": standing.person.name,
        "role": str(standing.person.role),
        "profession": str(standing.person.profession or ""),
        "decided": standing.decided,
        "follows": {"outcome": follows.outcome, "ground": follows.ground, "why": follows.why},
        "factors_open": [name for name in FACTORS if not standing.record.text(name)],
        "gaps": list(standing.gaps),
    }
    decided = {"redact": "held back", "disclose": "left in"}.get(standing.decided, "not decided")
    lines = [f"{standing.person.name}: {decided}"]
    lines += [f"  {follows.why}"] if follows.why else []
    lines += [f"  To do: {gap}" for gap in standing.gaps]
    lines += [f"  Written: {arguments.letter}"] if arguments.letter else []
    common.show(arguments, row, "\n".join(lines))
    return 0
