# SPDX-License-Identifier: AGPL-3.0-or-later
"""The set-up behind the two commands: what it checks, what it says, and that it does nothing twice."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
INSTALLER = ROOT / "installer"


@pytest.fixture
def modules(monkeypatch: pytest.MonkeyPatch) -> dict[str, ModuleType]:
    """The installer's modules, loaded as the script itself loads them."""
    monkeypatch.syspath_prepend(str(INSTALLER))
    names = ("say", "system", "environment", "run", "freeze")
    for name in names:
        monkeypatch.delitem(sys.modules, name, raising=False)
    return {name: importlib.import_module(name) for name in names}


@pytest.fixture
def pinned() -> dict[str, str]:
    lines = [
        line
        for name in ("requirements.txt", "requirements-test.txt")
        for line in (INSTALLER / name).read_text(encoding="utf-8").splitlines()
        if line and not line.startswith(("#", "-r "))
    ]
    for line in lines:
        assert re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; sys_platform == 'win32')?", line), line
    return dict(line.split(" ")[0].split("==") for line in lines)


def test_every_pin_of_the_project_is_frozen(pinned: dict[str, str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["test"]
    assert {line.lower() for line in asked} <= {f"{name}=={number}" for name, number in pinned.items()}


def test_what_is_tested_is_what_is_frozen(pinned: dict[str, str]) -> None:
    """Run in the set-up's own environment and in a developer's: the versions must be those that were frozen."""
    differs = {
        name: (number, version(name))
        for name, number in pinned.items()
        if name not in ("colorama", "win-unicode-console", "pip", "setuptools") and version(name) != number
    }
    assert differs == {}


def test_the_freeze_can_be_done_again_and_gives_the_same(
    modules: dict[str, ModuleType], pinned: dict[str, str]
) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    roots = [*project["dependencies"], *project["optional-dependencies"]["test"], "setuptools>=75"]
    again = dict(line.split(" ")[0].split("==") for line in modules["freeze"].closure(roots).values())
    assert {**again, "pip": ""} == {**pinned, "pip": ""}


def test_every_frozen_package_installs_on_the_oldest_python_we_promise(
    modules: dict[str, ModuleType], pinned: dict[str, str]
) -> None:
    """Debian 12 has 3.11.2; a package may ask for 3.11.5."""
    assert modules["freeze"].too_new(set(pinned), "3.11.0") == []
    assert "numpy (>=3.11)" in modules["freeze"].too_new(set(pinned), "3.10.0")


def test_a_python_that_is_too_old_is_told_so(tmp_path: Path) -> None:
    script = tmp_path / "old.py"
    source = (INSTALLER / "run.py").read_text(encoding="utf-8")
    script.write_text(
        "import sys\nsys.version_info = (3, 9, 2)\n" + source.replace("from __future__ import annotations\n", "")
    )
    result = subprocess.run([sys.executable, script, "demo"], capture_output=True, text=True)
    assert result.returncode == 1
    assert "needs Python 3.11 or later" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_unknown_command_shows_the_two_there_are() -> None:
    result = subprocess.run([sys.executable, INSTALLER / "run.py", "install"], capture_output=True, text=True)
    assert result.returncode == 2
    assert "run.py demo" in result.stdout
    assert "run.py test" in result.stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="shared libraries are looked for on Linux only")
def test_libraries_that_cannot_be_loaded_are_named_with_their_packages(modules: dict[str, ModuleType]) -> None:
    system = modules["system"]
    assert system.loads("libc.so.6")
    assert not system.loads("libnothing-of-the-kind.so.9")
    missing = system.missing_libraries(False, lambda library: library != "libEGL.so.1")
    assert missing == {"libEGL.so.1": ("libegl1",)}
    assert system.missing_libraries(False, lambda _: True) == {}
    with_screen = system.missing_libraries(True, lambda _: False)
    assert ("libxcb-cursor0",) in with_screen.values()
    assert len(with_screen) > len(system.missing_libraries(False, lambda _: False))


def test_without_rights_the_user_is_told_what_to_install(
    modules: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    system = modules["system"]
    monkeypatch.setattr(system.shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(
        system, "quietly", lambda command, **_: (0, "  Candidate: 2.74\n" if "libegl1" in command else "")
    )
    with pytest.raises(modules["say"].CannotSetUp) as refusal:
        system.install([("libegl1",), ("libglib2.0-0t64", "libglib2.0-0")])
    # apt knows libegl1; of the other two it knows none, so the older name is given.
    assert "sudo apt-get install -y libegl1 libglib2.0-0\n" in str(refusal.value)
    monkeypatch.setattr(system.shutil, "which", lambda name: None)
    with pytest.raises(modules["say"].CannotSetUp, match="what Debian calls: libegl1"):
        system.install([("libegl1",)])


def test_without_rights_the_tests_go_on_without_a_played_screen(
    modules: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    system = modules["system"]
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system, "_found", lambda program: False)
    monkeypatch.setattr(system.shutil, "which", lambda *_, **__: None)
    system.ensure_played_screen(lambda library: True)
    assert "at-spi2-core" in (said := capsys.readouterr().out) and "left out" in said


def test_with_rights_apt_gets_the_name_this_release_knows(
    modules: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    system = modules["system"]
    ran: list[list[str]] = []

    def quietly(command: list[str], **_: object) -> tuple[int, str]:
        ran.append([str(part) for part in command])
        return 0, "  Candidate: 2.82\n" if command[-1] == "libglib2.0-0t64" else "  Candidate: (none)\n"

    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(system, "quietly", quietly)
    system.install([("libglib2.0-0t64", "libglib2.0-0"), ("libgl1",)])
    updates = [command for command in ran if "update" in command]
    installs = [command for command in ran if "install" in command]
    assert len(updates) == len(installs) == 1
    assert installs[0][-2:] == ["libglib2.0-0t64", "libgl1"]
    assert "DEBIAN_FRONTEND=noninteractive" in installs[0]


def _fake_pip(modules: dict[str, ModuleType], folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Path:
    """An interpreter that only pretends to be pip: runs ``script``, which counts its runs in a file."""
    python = folder / "python"
    python.write_text(f"#!/bin/sh\necho run >> {folder}/runs\n{script}\n")
    python.chmod(0o755)
    monkeypatch.setattr(modules["environment"], "interpreter", lambda: python)
    return folder / "runs"


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for pip is a shell script")
def test_pip_is_tried_once_more_when_the_network_failed(
    modules: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = f'[ "$(wc -l < {tmp_path}/runs)" -gt 1 ] || {{ echo "ReadTimeoutError: Read timed out."; exit 1; }}'
    runs = _fake_pip(modules, tmp_path, monkeypatch, script)
    modules["environment"].pip("install", "x", wait=0)
    assert runs.read_text().count("run") == 2
    assert "trying once more" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for pip is a shell script")
@pytest.mark.parametrize(
    ("complaint", "runs_expected"),
    [("ERROR: No matching distribution found for x==1", 1), ("Temporary failure in name resolution", 2)],
)
def test_pips_own_words_are_passed_on(
    modules: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, complaint: str, runs_expected: int
) -> None:
    runs = _fake_pip(modules, tmp_path, monkeypatch, f'echo "{complaint}"; exit 1')
    with pytest.raises(modules["say"].CannotSetUp, match=complaint):
        modules["environment"].pip("install", "x", wait=0)
    assert runs.read_text().count("run") == runs_expected


def test_what_is_installed_already_is_left_alone(
    modules: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = modules["environment"]
    installed: list[tuple[str, ...]] = []
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "_works", lambda: True)
    monkeypatch.setattr(environment, "pip", lambda *arguments: installed.append(arguments))
    environment.ensure("run")
    assert [arguments[0] for arguments in installed] == ["install", "install"]
    environment.ensure("run")
    assert len(installed) == 2
    environment.ensure("test")
    assert any("requirements-test.txt" in part for part in installed[2])
    # The tests' environment holds all the demo needs.
    environment.ensure("run")
    environment.ensure("test")
    assert len(installed) == 4
    (tmp_path / environment.STAMP).write_text("half a st", encoding="utf-8")
    environment.ensure("run")
    assert len(installed) == 6


def test_the_stamp_follows_the_pins_and_the_place(
    modules: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = modules["environment"]
    before = {kind: environment.fingerprint(kind) for kind in ("run", "test")}
    assert before["run"] != before["test"]
    (tmp_path / "installer").mkdir()
    for name in ("installer/requirements.txt", "installer/requirements-test.txt", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    moved = environment.fingerprint("run")
    assert moved != before["run"]
    (tmp_path / "installer/requirements.txt").write_text("numpy==1.0\n")
    assert environment.fingerprint("run") != moved


def test_a_folder_that_is_no_environment_is_not_thrown_away(
    modules: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = modules["environment"]
    venv = tmp_path / ".venv"
    venv.mkdir()
    (venv / "thesis.odt").write_text("three years of work")
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "ensure_venv_module", lambda: None)
    with pytest.raises(modules["say"].CannotSetUp, match="is not a virtual environment"):
        environment._make()
    assert (venv / "thesis.odt").exists()


def test_the_readme_opens_with_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```\w*\n(.*?)```", text, re.S)
    assert block is not None
    commands = [line.split("#")[0].strip() for line in block[1].strip().splitlines()]
    assert commands == ["python3 installer/run.py demo", "python3 installer/run.py test"]
    assert text[: block.start()].count("\n") <= 6


def test_ci_runs_the_command_the_readme_gives() -> None:
    script = ROOT / ".ci" / "run"
    assert "python3 installer/run.py test" in script.read_text(encoding="utf-8")
    if sys.platform != "win32":
        assert script.stat().st_mode & 0o111
