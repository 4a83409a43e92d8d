# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a case's release looks: every setting that can be chosen, what it means, and what holds without a choice.

What is chosen is a journal event (so it can be undone, and voids an approval), and all of it is in the release
plan (so it is approved). Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from redactor.domain.errors import BadInput
from redactor.domain.saying import say


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a setting in plain words. ``warning`` is shown to whoever chooses it."""

    value: str
    says: str
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting by its name. Either ``choices``, or a whole number from ``least`` to ``most`` (0 is always allowed
    and means none)."""

    name: str
    title: str
    default: str
    choices: tuple[Choice, ...] = ()
    least: int = 0
    most: int = 0
    unit: str = ""
    says: str = ""

    def checked(self, value: str) -> str:
        """The value as it is written down. Raises BadInput when it cannot be chosen."""
        value = value.strip().lower()
        if self.choices:
            if value not in {choice.value for choice in self.choices}:
                known = ", ".join(choice.value for choice in self.choices)
                raise BadInput(
                    say("'{value}' is no choice for {name}", value=value, name=self.name),
                    do=say("Choose one of: {known}", known=known),
                )
            return value
        if (
            not value.isascii()
            or not value.isdecimal()
            or not (int(value) == 0 or self.least <= int(value) <= self.most)
        ):
            do = say("Give a whole number from {least} to {most}, or 0 for none", least=self.least, most=self.most)
            raise BadInput(say("'{value}' is no value for {name}", value=value, name=self.name), do=do)
        return str(int(value))

    def choice(self, value: str) -> Choice:
        """The value in plain words."""
        for choice in self.choices:
            if choice.value == value:
                return choice
        return Choice(value, f"{value} {self.unit}".strip() if value != "0" else "no limit")


PIECING: Final = say(
    "The same number on every box of one person lets a reader follow that person through the record, and what is told "
    "of them in different places can be pieced together to say who they are. Choose it only where that cannot happen, "
    "or does no harm."
)

WIDTHS: Final = say(
    "A box as wide as the name under it gives the name away: on typed pages somebody who knew 17 people of the record "
    "put the right one first for four boxes in ten, and among the first three for nearly nine in ten."
)

#: Every setting, in the order they are shown.
SETTINGS: Final[Mapping[str, Setting]] = {
    setting.name: setting
    for setting in (
        Setting(
            "box-colour",
            say("Colour of the boxes"),
            "grey",
            (
                Choice("grey", say("pale grey, with dark words")),
                Choice("black", say("black, with white words")),
                Choice("white", say("white with a thin edge, and dark words")),
            ),
        ),
        Setting(
            "box-label",
            say("What a box says"),
            "words",
            (
                Choice("words", say('a few plain words: "Another person"')),
                Choice("person", say('the same number for the same person: "Person 3"'), PIECING),
                Choice("code", say('the code of the reason: "TP"; reasons that would tell print their neutral words')),
            ),
        ),
        Setting(
            "box-width",
            say("Width of the boxes"),
            "canonical",
            (
                Choice("canonical", say("a width of its own, whatever it hides: lines with boxes are set again")),
                Choice("as-is", say("as wide as what it hides; nothing on the page moves"), WIDTHS),
            ),
        ),
        Setting(
            "layout",
            say("Files"),
            "bundle",
            (
                Choice("bundle", say("one PDF with everything")),
                Choice("documents", say("one PDF for each document, and one with the contents")),
            ),
        ),
        Setting(
            "volume-mb",
            say("Largest file"),
            "0",
            least=1,
            most=2000,
            unit="MB",
            says=say("a PDF that would be larger is split into volumes, and page numbers go on"),
        ),
    )
}


def checked(values: Mapping[str, str]) -> dict[str, str]:
    """Settings as they are written down. Raises BadInput for a name or a value that is not known."""
    for name in values:
        if name not in SETTINGS:
            raise BadInput(
                say("there is no setting '{name}'", name=name), do=say("Use one of: {names}", names=", ".join(SETTINGS))
            )
    return {name: SETTINGS[name].checked(value) for name, value in values.items()}


def effective_settings(chosen: Mapping[str, str]) -> dict[str, str]:
    """Every setting as it holds: what was chosen, else what holds without a choice."""
    return {name: setting.default for name, setting in SETTINGS.items()} | dict(chosen)


def settings_named(values: Mapping[str, str]) -> str:
    """The titles of some settings, for a list of what was done."""
    return ", ".join(SETTINGS[name].title.lower() for name in values if name in SETTINGS) or "settings"


def setting_in(pairs: Iterable[tuple[str, str]], name: str) -> str:
    """A setting's value among a plan's; a plan from before there was this setting gives what holds without a choice."""
    return dict(pairs).get(name, SETTINGS[name].default)
