# SPDX-License-Identifier: AGPL-3.0-or-later
"""The settings command: show how the release of a case looks, and choose otherwise."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from redactor.cli import common
from redactor.cli.options import command
from redactor.operations.releasing.settings import change_settings, settings_of
from redactor.review.release.settings import SETTINGS


def register(commands: Any) -> None:
    """Add this family's command: one option for every setting, with its choices in plain words."""
    made = command(commands, "settings", settings, identity=True)
    for setting in SETTINGS.values():
        told = "; ".join(f"{choice.value}: {choice.says}" for choice in setting.choices)
        shown = "|".join(choice.value for choice in setting.choices) or "N"
        words = f"{setting.title.lower()}: {told or f'{setting.says} (0: no limit)'}".replace("%", "%%")
        made.add_argument(f"--{setting.name}", metavar=shown, help=words)


def settings(arguments: Namespace) -> int:
    given = {name: getattr(arguments, name.replace("-", "_")) for name in SETTINGS}
    wanted = {name: value for name, value in given.items() if value is not None}
    with common.opened(arguments, write=bool(wanted)) as view:
        event = change_settings(view, wanted, signer=common.signer(arguments)) if wanted else None
        now = settings_of(view)
    for name, setting in SETTINGS.items():
        choice = setting.choice(now[name])
        row = {"setting": name, "value": now[name], "default": setting.default, "warning": choice.warning}
        common.show(arguments, row, f"{name:12} {now[name]:10} {choice.says}")
        if event is not None and name in event.payload and choice.warning:
            common.note(f"redactor: {choice.warning}")
    return 0
