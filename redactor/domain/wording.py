# SPDX-License-Identifier: AGPL-3.0-or-later
"""A council's own wording, laid over the reason catalogue: words may change, the law's demands may not.

The file is TOML: ``council``, then for a reason ``title``, ``covers``, ``label``, ``explanation`` and ``fields`` (a
question asked otherwise, or one more), ``[standing.CODE]``, and ``[sealed]`` with the one ``label`` and ``explanation``
that all sealed reasons share, for a sealed reason with words of its own could be told from the others.
What a reason needs, whom it may be used against, whose opinion it wants and where it stands in the Act cannot be
touched: such a file is refused, with the entry at fault named.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from redactor.domain.catalogue import Reason, catalogue, standing
from redactor.domain.errors import BadInput
from redactor.domain.saying import say

#: What of a reason a council may word for itself.
WORDS = ("title", "covers", "label", "explanation")
#: A label has to fit on a box the size of a short name.
LONGEST_LABEL = 24
_NAME = re.compile(r"[a-z]+(_[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Wording:
    """The catalogue in a council's words. ``digest`` (SHA-256 of the file, hex; "" for the words that ship) is part
    of the plan that is approved."""

    council: str
    digest: str
    reasons: Mapping[str, Reason]
    standing: Mapping[str, Mapping[str, str]]

    def standing_for(self, code: str) -> dict[str, str]:
        """The standing assessment for a reason: the council's answers over those that ship."""
        return {**standing(code), **self.standing.get(code, {})}


def shipped() -> Wording:
    """The words that come with the program."""
    return Wording("", "", catalogue(), {})


def read_wording(text: str, where: str = "the wording") -> Wording:
    """The catalogue under these words. Raises BadInput naming the file and the entry that is at fault."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(
            say("this is not a file of wording ({error})", error=str(error)), where, "It is TOML, like reasons.toml"
        ) from None
    _only(data, ("council", "reasons", "standing", "sealed"), where, "the file")
    council = data.get("council", "")
    if not isinstance(council, str) or not council.strip():
        raise BadInput("the wording does not say whose it is", where, 'Begin it with: council = "Name of the council"')
    reasons = dict(catalogue())
    for code, entry in _table(data, "reasons", where).items():
        if code not in reasons:
            raise BadInput(
                say("there is no reason '{code}'", code=code),
                where,
                "Reasons cannot be added; use one of the catalogue's",
            )
        reasons[code] = _reworded(reasons[code], _as_table(entry, f"{where}: {code}"), f"{where}: {code}")
    seal = _table(data, "sealed", where)
    _only(seal, ("label", "explanation"), where, "[sealed]")
    if seal:
        words: dict[str, Any] = {name: _words(value, f"{where}: sealed") for name, value in seal.items()}
        _fits(words.get("label", "x"), f"{where}: sealed")
        reasons = {code: replace(r, **words) if r.sealed else r for code, r in reasons.items()}
    answers = {
        code: _answers(reasons, code, _as_table(entry, f"{where}: standing.{code}"), where)
        for code, entry in _table(data, "standing", where).items()
    }
    return Wording(council.strip(), hashlib.sha256(text.encode()).hexdigest(), reasons, answers)


def _reworded(reason: Reason, entry: Mapping[str, Any], where: str) -> Reason:
    _only(entry, (*WORDS, "fields"), where, f"the entry {reason.code}")
    words: dict[str, Any] = {name: _words(entry[name], f"{where}: {name}") for name in WORDS if name in entry}
    if reason.sealed and {"label", "explanation"} & words.keys():
        raise BadInput(
            "a sealed reason cannot have a label or an explanation of its own: it could be told from the others",
            where,
            "Give them once, for all sealed reasons, under [sealed]",
        )
    _fits(words.get("label", "x"), where)
    fields = dict(reason.fields)
    for name, question in _as_table(entry.get("fields", {}), where).items():
        question = _words(question, f"{where}: fields.{name}")
        if not _NAME.fullmatch(name) or not question.endswith("?"):
            raise BadInput(
                say("'{name}' is no field with a question", name=name),
                where,
                'Write name = "Question?" in small letters',
            )
        fields[name] = question
    return replace(reason, **words, fields=tuple(fields.items()))


def _answers(reasons: Mapping[str, Reason], code: str, entry: Mapping[str, Any], where: str) -> dict[str, str]:
    if code != "TP":
        raise BadInput(
            say("there is no standing assessment for '{code}'", code=code),
            where,
            "Only information about other people (TP) has one",
        )
    names = {name for name, _ in reasons[code].fields} - {"who"}
    _only(entry, tuple(sorted(names)), where, f"[standing.{code}]")
    return {name: _words(text, f"{where}: standing.{code}.{name}") for name, text in entry.items()}


def _only(given: Mapping[str, Any], allowed: tuple[str, ...], where: str, what: str) -> None:
    foreign = sorted(given.keys() - set(allowed))
    if foreign:
        raise BadInput(
            say("{what} may not say '{foreign}'", what=what, foreign=foreign[0]),
            where,
            say("A council words these for itself: {known}", known=", ".join(allowed)),
        )


def _table(data: Mapping[str, Any], name: str, where: str) -> Mapping[str, Any]:
    return _as_table(data.get(name, {}), f"{where}: {name}")


def _as_table(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise BadInput("this is to be a table of its own", where, "Write it as [reasons.TP] and below it the words")
    return value


def _words(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadInput("there are no words here", where, "What the law asks for can be worded, not taken away")
    return " ".join(value.split())


def _fits(label: str, where: str) -> None:
    if len(label) > LONGEST_LABEL:
        raise BadInput(
            say("the label '{label}' is too long for a box", label=label),
            where,
            say("Use at most {most} letters and blanks", most=LONGEST_LABEL),
        )
