# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writes requirements.txt and requirements-test.txt: every package, with its exact version, that
pyproject.toml's own pins pull in, as installed in the Python this runs in.

    python installer/freeze.py          run it in an environment where the project's tests pass

What cannot be read from that environment is pinned in PINNED_HERE below. A package that the oldest Python we promise
(pyproject's requires-python) could not install is refused: install an older one of it here first.
"""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

HERE = Path(__file__).resolve().parent
#: Pulled in on Windows only, so not to be found in an environment on Linux; and what builds the project itself.
PINNED_HERE = {"colorama": "0.4.6", "win-unicode-console": "0.5", "setuptools": "81.0.0"}
#: The platforms a line may be needed on.
PLATFORMS = (
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
)


def closure(roots: list[str]) -> dict[str, str]:
    """Package name to requirement line for ``roots`` and all they need on any platform.

    PackageNotFoundError when a package is neither installed nor among :data:`PINNED_HERE`.
    """
    needed: dict[str, set[str]] = {}
    for platform in PLATFORMS:
        environment: dict[str, str] = {key: str(value) for key, value in default_environment().items()}
        environment |= platform | {"platform_machine": "AMD64" if platform["os_name"] == "nt" else "x86_64"}
        queue = [(Requirement(root), "") for root in roots]
        seen: set[tuple[str, str]] = set()
        while queue:
            requirement, extra = queue.pop()
            if requirement.marker and not requirement.marker.evaluate({**environment, "extra": extra}):
                continue
            name = str(canonicalize_name(requirement.name))
            needed.setdefault(name, set()).add(platform["sys_platform"])
            for wanted in {"", *requirement.extras}:
                if (name, wanted) in seen:
                    continue
                seen.add((name, wanted))
                queue += [(Requirement(line), wanted) for line in _requires(name)]
    lines: dict[str, str] = {}
    for name, platforms in needed.items():
        marker = "" if len(platforms) == len(PLATFORMS) else f" ; sys_platform == '{platforms.pop()}'"
        lines[name] = f"{name}=={_version(name)}{marker}"
    return lines


def _requires(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


def _version(name: str) -> str:
    return PINNED_HERE.get(name) or version(name)


def too_new(names: set[str], oldest: str) -> list[str]:
    """Those of the installed ``names`` that Python ``oldest`` ("3.11.0") cannot install, each with what it asks for."""
    asked = {}
    for name in names - set(PINNED_HERE):
        try:
            asked[name] = metadata(name).get("Requires-Python") or ""
        except PackageNotFoundError:
            continue  # closure() has refused what is neither here nor pinned
    return sorted(f"{name} ({wants})" for name, wants in asked.items() if not SpecifierSet(wants).contains(oldest))


def main() -> None:
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    run = closure([*project["dependencies"], "setuptools>=75"])
    test = closure([*project["dependencies"], *project["optional-dependencies"]["test"]])
    oldest = next(s.version for s in SpecifierSet(project["requires-python"]) if s.operator == ">=") + ".0"
    if refused := too_new(set(run) | set(test), oldest):
        raise SystemExit(
            f"Python {oldest} cannot install {', '.join(refused)}. Install older ones here, then run this again."
        )
    for name, lines in (
        ("requirements.txt", sorted(run.values())),
        ("requirements-test.txt", ["-r requirements.txt", *sorted(test[name] for name in set(test) - set(run))]),
    ):
        head = "# SPDX-License-Identifier: AGPL-3.0-or-later\n# Written by installer/freeze.py from pyproject.toml.\n"
        (HERE / name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
