# SPDX-License-Identifier: AGPL-3.0-or-later
"""Help: every command is listed, by the stage of the work; a wrong word is answered in one line."""

from __future__ import annotations

import subprocess
import sys

import pytest

from redactor.cli import main
from redactor.cli.parser import STAGES, build_parser


def test_every_command_is_listed_once_under_a_stage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:-1] for line in lines if line.endswith(":")] == list(STAGES)
    listed = [line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "]
    assert len(listed) == len(set(listed)) == sum(len(commands) for commands in build_parser().stages.values())
    assert {"new", "add", "analyse", "decide", "submit", "approve", "export", "verify", "erase"} <= set(listed)


def test_the_table_names_what_the_families_make() -> None:
    whole = build_parser()
    for stage, families in STAGES.items():
        named = [name for names in families.values() for name in names]
        assert list(whole.stages[stage]) == named


def test_a_command_is_the_same_alone_as_among_all() -> None:
    for commands in build_parser().stages.values():
        for name, command in commands.items():
            alone = {k: v for some in build_parser(name).stages.values() for k, v in some.items()}
            assert alone[name].format_help() == command.format_help()


def test_the_window_and_the_workers_do_not_load_what_other_commands_need() -> None:
    heavy = ("numpy", "sqlite_utils", "pikepdf", "pymupdf", "xlsxwriter", "reportlab", "redactor.cli.common")
    asked = (
        f"import sys, redactor.cli.parser as p; p.build_parser('gui'); print([m for m in {heavy} if m in sys.modules])"
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
    ],
)
def test_a_wrong_word_is_answered_in_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err == f"redactor: {said}. See: redactor --help\n"
