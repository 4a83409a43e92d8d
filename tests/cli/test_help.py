# SPDX-License-Identifier: AGPL-3.0-or-later
"""Help: every command is listed, by the stage of the work; a wrong word is answered in one line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from redactor.cli import main
from redactor.cli.commands import STAGES, families
from redactor.cli.parser import build_parser


def test_every_command_is_listed_once_under_a_stage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:-1] for line in lines if line.endswith(":")] == list(STAGES)
    listed = [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]
    assert listed == [name for _, commands in families() for name in commands]
    assert len(listed) == len(set(listed))
    assert {"new", "add", "analyse", "decide", "submit", "approve", "export", "verify", "erase"} <= set(listed)


def test_the_table_names_what_the_families_make() -> None:
    for _, names in families():
        _, made = build_parser(next(iter(names)))
        assert {name: command.description for name, command in made.items()} == names


@pytest.mark.parametrize("words", ["", "gui"])
def test_help_the_window_and_the_workers_do_not_load_what_commands_need(words: str) -> None:
    heavy = ("numpy", "sqlite_utils", "pikepdf", "pymupdf", "xlsxwriter", "reportlab", "redactor.cli.common")
    asked = (
        "import sys, redactor.cli.parser as p; "
        f"p.build_parser({words!r})[0].format_help(); print([m for m in {heavy} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_keeps_to_the_width_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "64")
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = [line for line in capsys.readouterr().out.splitlines() if line.startswith("  ")]
    assert commands and max(map(len, commands)) <= 64


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["expotr"], "there is no command 'expotr', but there is export and report"),
        (["blurb"], "there is no command 'blurb'"),
        ([], "say what to do"),
        (["--quickly"], "say what to do"),
        (["--quickly", "expotr"], "there is no command 'expotr', but there is export and report"),
        (["--quickly", "reasons"], "this is not understood here: --quickly"),
    ],
)
def test_a_wrong_word_is_answered_in_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"redactor: {said}. See: redactor --help\n"
